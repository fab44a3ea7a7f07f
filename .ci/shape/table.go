package main

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// helpers are packages that only tests use though their files are no _test.go ones: their lines count as tests of the
// whole program.
var helpers = []string{"storage/storagetest", "ui/journey", "ui/roomtest"}

// explained says what the columns are.
var explained = fmt.Sprintf("Written by `go run ./.ci/shape -write`. All but the last column is of production code; that one is lines of "+
	"`_test.go` files to a line of it, and for the whole program also counts what only tests use (`%s`). "+
	"Longest: the function of most lines. Most complex: by cyclomatic complexity as gocyclo counts it, a function inside with the one that "+
	"it stands in; then how many functions are over %d of it, over %d lines, and how many lines over %d columns (a tab is %d). "+
	"Exported: names at the top level, and the exported methods of exported types.\n\n",
	strings.Join(helpers, "`, `"), mostComplex, mostLines, mostColumns, tabColumns)

// table is all figures in Markdown: the packages of the program and their sum, then what stands beside it.
func table(packages []figures) string {
	var b strings.Builder
	b.WriteString(explained)
	fmt.Fprintf(&b, "| package | files | lines | functions | longest | most complex | > %d | > %d lines | > %d wide | exported | tests |\n",
		mostComplex, mostLines, mostColumns)
	b.WriteString("|---|--:|--:|--:|---|---|--:|--:|--:|--:|--:|\n")
	total := figures{name: "**the program**"}
	var beside []figures
	for _, p := range packages {
		if isHelper(p.name) || strings.HasPrefix(p.name, ".ci") {
			beside = append(beside, p)
			continue
		}
		total.sum(p)
		b.WriteString(row(p, "`"+p.name+"`"))
	}
	for _, p := range beside {
		total.tests += p.tests
		if isHelper(p.name) {
			total.tests += p.lines
		}
	}
	b.WriteString(row(total, total.name))
	for _, p := range beside {
		b.WriteString(row(p, "`"+p.name+"`"))
	}
	return b.String()
}

func isHelper(name string) bool { return slices.Contains(helpers, name) }

// sum adds the figures of a package; the extremes are named with it.
func (p *figures) sum(of figures) {
	p.files += of.files
	p.lines += of.lines
	p.tests += of.tests
	p.functions += of.functions
	p.tooLong += of.tooLong
	p.tooTangled += of.tooTangled
	p.tooWide += of.tooWide
	p.exported += of.exported
	p.longest.meet(of.longest.in(of.name))
	p.tangled.meet(of.tangled.in(of.name))
}

func (e extreme) in(folder string) extreme { return extreme{path.Base(folder) + "." + e.name, e.size} }

func row(p figures, name string) string {
	return fmt.Sprintf("| %s | %d | %s | %s | %s | %s | %d | %d | %d | %s | %s |\n", name, p.files, thousands(p.lines),
		thousands(p.functions), p.longest, p.tangled, p.tooTangled, p.tooLong, p.tooWide, thousands(p.exported), ratio(p.tests, p.lines))
}

func (e extreme) String() string {
	if e.name == "" {
		return ""
	}
	return fmt.Sprintf("%s %d", e.name, e.size)
}

// ratio is tests to production code, "" where there is none of either.
func ratio(tests, lines int) string {
	if tests == 0 || lines == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(tests)/float64(lines), 'f', 2, 64)
}

// thousands writes 12,345.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}
