// Reliability writes docs/RELIABILITY.md of the figures that the tests of "make torture" have noted.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
)

func main() {
	figures := flag.String("figures", "", "the file that the tests have noted figures in")
	command := flag.String("command", "", "how they were called")
	out := flag.String("out", "docs/RELIABILITY.md", "what is written")
	flag.Parse()
	if err := run(*figures, *command, *out); err != nil {
		fmt.Fprintln(os.Stderr, "reliability:", err)
		os.Exit(1)
	}
}

// order is how the rows follow each other; others come behind them.
var order = []string{
	"kill -9 of a program that saves", "kill -9 of the window while somebody types", "power cut", "full or failing disk",
	"update of an older journal", "damage", "damage of the log", "empty, missing, newer and open files",
	"clock ten years forth and back, and daylight saving", "search box",
}

func run(figures, command, out string) error {
	f, err := os.Open(figures)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	var rows [][]string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if parts := strings.SplitN(lines.Text(), "\t", 3); len(parts) == 3 {
			rows = append(rows, parts)
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if len(rows) == 0 {
		return fmt.Errorf("there are no figures in %s", figures)
	}
	place := func(name string) int {
		if at := slices.Index(order, name); at >= 0 {
			return at
		}
		return len(order)
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return place(a[0]) - place(b[0]) })
	var b strings.Builder
	fmt.Fprintf(&b, before, command, runtime.Version(), runtime.NumCPU(), runtime.GOOS)
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", r[0], r[1], r[2])
	}
	b.WriteString(after)
	return os.WriteFile(out, []byte(b.String()), 0o644) //nolint:gosec // a page for everybody
}

const before = `# Reliability

What is done to a plain journal, how often, and what is lost. The tests that do it have written this page; don't edit it. ` + "`%s`" + `, %s, %d cores, %s.

| what happens | how often | what comes of it |
|---|---|---|
`

const after = `
Every one of these tests runs in ` + "`.ci/run`" + ` too, a few times each; ` + "`make torture`" + ` runs them in full. A row that begins with *mutant* is a program that is wrong on purpose, and the test that has to find it.

How it is done: a kill comes from a process outside, which knows each save that was acknowledged. Writes and syncs fail, and updates are killed, at each call into the system, by strace. A power cut is made from the record of all that a program asked of the disk: what was not synced is dropped, kept, torn or zeroed, for files and for the names in the folder.

A *damage* is a flipped bit, a cut or a cleared page in the file of a journal that was checked once. It is unsaid where any row of any table, or the answer of a search, is another one and neither the opening nor the check in quiet moments says so.

## What is not known

- Where the power was cut, a log that lost its end exactly between two saves looks like one that ended there. After a kill it is known.
- Entries written since the last check (notes and versions aside, which have a checksum from the first save) are summed in the next quiet moment; damage before that is not known.
- Of more than 300 notes, the index of the search is held against some words of each note a day, not against all.
- Replacing all files by an older set of them is not known.
`
