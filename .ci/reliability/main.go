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
	"kill -9 of a program that saves", "kill -9 of the window while somebody types", "kill -9 while it is protected or freed",
	"kill -9 of the window while the journal is moved", "kill -9 of the window while the journal is protected",
	"kill -9 of the window while the journal is freed", "kill -9 of the window while the journal is restored",
	"power cut", "power cut in an import",
	"full or failing disk", "update of an older journal", "damage", "damage of the log", "every byte searched for words",
	"empty, missing, newer, open, conflicting and read-only ones", "clock ten years forth and back, and daylight saving",
	"backups of thirteen months", "search box", "imports, archives and calendars fuzzed",
}

// cell is what was measured of one kind of journal.
type cell struct{ times, came string }

// row is what happens, to a plain journal and to a protected one.
type row struct {
	what  string
	cells map[string]cell
}

// both is the kind of what is the same for both.
const both = "both"

func run(figures, command, out string) error {
	f, err := os.Open(figures)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	rows, err := read(bufio.NewScanner(f))
	if err != nil {
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
	slices.SortStableFunc(rows, func(a, b *row) int { return place(a.what) - place(b.what) })
	var b strings.Builder
	fmt.Fprintf(&b, before, command, runtime.Version(), runtime.NumCPU(), runtime.GOOS)
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s |", r.what)
		for _, kind := range []string{"plain", "protected"} {
			c, there := r.cells[kind]
			if !there {
				c, there = r.cells[both]
			}
			if !there {
				c = cell{"–", "–"}
			}
			fmt.Fprintf(&b, " %s | %s |", c.times, c.came)
		}
		b.WriteString("\n")
	}
	b.WriteString(after)
	return os.WriteFile(out, []byte(b.String()), 0o644) //nolint:gosec // a page for everybody
}

// read reads figures: a line each of the kind of journal, what happens, how often and what comes of it.
func read(lines *bufio.Scanner) (rows []*row, err error) {
	for lines.Scan() {
		parts := strings.SplitN(lines.Text(), "\t", 4)
		if len(parts) < 4 {
			return nil, fmt.Errorf("no figure: %q", lines.Text())
		}
		at := slices.IndexFunc(rows, func(r *row) bool { return r.what == parts[1] })
		if at < 0 {
			at = len(rows)
			rows = append(rows, &row{parts[1], map[string]cell{}})
		}
		rows[at].cells[parts[0]] = cell{parts[2], parts[3]}
	}
	return rows, lines.Err()
}

const before = `# Reliability

What is done to a journal, plain and protected, how often, and what is lost. The tests that do it have written this page; don't edit it. ` + "`%s`" + `, %s, %d cores, %s.

| what happens | plain: how often | what comes of it | protected: how often | what comes of it |
|---|---|---|---|---|
`

const after = `
Every one of these tests runs in ` + "`.ci/run`" + ` too, a few times each; ` + "`make torture`" + ` runs them in full. A row that begins with *mutant* is a program that is wrong on purpose, and the test that has to find it.

How it is done: a kill comes from a process outside, which knows each save that was acknowledged. Writes and syncs fail, and updates are killed, at each call into the system, by strace. A power cut is made from the record of all that a program asked of the disk: what was not synced is dropped, kept, torn or zeroed, for files and for the names in the folder.

A *damage* is a flipped bit, a cut or a cleared page in the file of a journal that was checked once. It is unsaid where any row of any table, or the answer of a search, is another one and neither the opening nor the check in quiet moments says so. A protected journal is a folder: each file that holds pages of it is damaged, emptied and taken away in turn; what one generation has lost the other one has.

Power cuts, failed calls and damage at each call are tried below SQLite too, on a disk in memory: ` + "`storage/sealed/powercut_test.go`" + ` and ` + "`damage_test.go`" + `, more than 2,000 states in every run.

## What is not known

- Where the power was cut, a log that lost its end exactly between two saves looks like one that ended there. After a kill it is known.
- A protected log whose end is cut off, cleared or emptied looks like one that the power cut short, and so does one whose very last save is damaged: what was saved before is shown. Where this computer remembers a later time it says that the journal is an older one.
- Entries written since the last check (notes and versions aside, which have a checksum from the first save) are summed in the next quiet moment; damage before that is not known.
- Of more than 300 notes, the index of the search is held against some words of each note a day, not against all.
- Replacing all files by an older set of them is not known.
`
