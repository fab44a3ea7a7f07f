// Package csvfile reads tables as spreadsheets and other programs export them: a note a row. What its columns hold is said by the
// manager, or guessed by their heads and by what is in them.
package csvfile

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is that of CSV files, from whatever program.
var Format = incoming.Format{Name: "CSV", Reads: reads, Notes: read}

func ofUs(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".csv" || ext == ".tsv"
}

// asText is the ending under which spreadsheets save a table with tabs, as text that is no program's.
func asText(name string) bool { return strings.EqualFold(path.Ext(name), ".txt") }

// isTable reports whether a text is a table with tabs, whose first row says what is in it.
func isTable(tree fs.FS, name string) bool {
	text, err := incoming.Beginning(tree, name)
	if err != nil {
		return false
	}
	head, _, _ := strings.Cut(text, "\n")
	if !strings.Contains(head, "\t") {
		return false
	}
	t := Look(text)
	_, person := t.Guess[Person]
	_, date := t.Guess[Date]
	return t.Headed && len(t.Head) > 1 && (person || date)
}

// reads is sure of a tree with nothing else in it.
func reads(tree fs.FS) (int, error) {
	own, other, looked := 0, 0, 0
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		looked++
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch {
		case err != nil || looked > 500:
			return fs.SkipAll
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
		case ofUs(name), asText(name) && isTable(tree, name):
			own++
		default:
			other++
		}
		return nil
	})
	switch {
	case own == 0:
		return 0, err
	case other == 0:
		return 70, err
	}
	return 15, err
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	files, err := incoming.Files(tree, take.Skip, ".csv", ".tsv", ".txt")
	if err != nil {
		return err
	}
	files = slices.DeleteFunc(files, func(file string) bool { return asText(file) && !isTable(tree, file) })
	if len(files) == 0 {
		return incoming.ErrNotMine
	}
	for i, file := range files {
		if err := readFile(tree, file, in, take); err != nil {
			return err
		}
		if err := take.Progress(i+1, len(files)); err != nil {
			return err
		}
	}
	return nil
}

// table is a file that is being read.
type table struct {
	file    string
	head    row // without cells where there is none
	rows    []row
	columns map[string]int
	prose   []int // columns that nobody mapped and somebody wrote in
	rest    []int // the others
	order   reading.Order
	swapped bool           // names are written with the last one first
	given   map[string]int // origins
	take    incoming.Taker
}

func readFile(tree fs.FS, file string, in incoming.Options, take incoming.Taker) error {
	skip := func(line int, why string) error { return take.Skip(incoming.Skipped{File: file, Line: line, Why: why}) }
	text, err := incoming.ReadText(tree, file)
	if err != nil {
		return skip(0, incoming.Why(err))
	}
	t := table{file: file, rows: tableOf(text), columns: in.Columns, given: map[string]int{}, take: take}
	if len(t.rows) == 0 {
		return skip(0, voice.T("It's empty."))
	}
	head := t.rows[0]
	headed := isHead(t.rows)
	if headed {
		t.head, t.rows = head, t.rows[1:]
	}
	if t.columns == nil {
		t.columns = guess(head, t.rows, headed)
	}
	if len(t.rows) == 0 {
		return skip(0, voice.T("It has headings, but no rows."))
	}
	t.sort()
	column, named := t.columns[Person]
	t.swapped = named && len(t.rows) > 1 && share(t.rows, column, lastFirst) == 100
	var orders reading.Orders
	if column, ok := t.columns[Date]; ok {
		for _, r := range t.rows {
			orders.See(r.cell(column))
		}
	}
	t.order = orders.Order(in.DayFirst)
	if orders.Asks(in.DayFirst) {
		err := skip(1, voice.T("Dates such as 4/12/2026 can be read in two ways. Choose which number is the day."))
		if err != nil {
			return err
		}
	}
	for _, r := range t.rows {
		if err := t.row(r); err != nil {
			return err
		}
	}
	return nil
}

// sort says what becomes of the columns that nobody mapped.
func (t *table) sort() {
	mapped := map[int]bool{}
	for _, column := range t.columns {
		mapped[column] = true
	}
	for c := range max(width(t.rows), len(t.head.cells)) {
		switch {
		case mapped[c]:
		case isProse(t.rows, c):
			t.prose = append(t.prose, c)
		default:
			t.rest = append(t.rest, c)
		}
	}
}

func (t *table) cell(r row, name string) string {
	column, ok := t.columns[name]
	if !ok {
		return ""
	}
	return r.cell(column)
}

// headOf is what a column is called.
func (t *table) headOf(column int) string {
	if head := oneLine(t.head.cell(column)); head != "" {
		return head
	}
	return voice.T("Column {n}", "n", column+1)
}

func oneLine(s string) string { return strings.Join(strings.Fields(notes.Normalise(s)), " ") }

func (t *table) row(r row) error {
	n := incoming.Note{File: t.file, Line: r.line}
	lines := t.heading(r, &n)
	if body := t.cell(r, Body); body != "" {
		lines = append(lines, strings.Split(body, "\n")...)
	}
	for _, c := range t.prose {
		if text := r.cell(c); text != "" {
			lines = append(lines, "", "### "+t.headOf(c))
			lines = append(lines, strings.Split(text, "\n")...)
		}
	}
	lines = append(lines, t.tasks(r, &n)...)
	tags, left := tagsOf(t.cell(r, Tags))
	if tags != "" {
		lines = append(lines, "", tags)
	}
	if left != "" {
		n.Loose = append(n.Loose, t.headOf(t.columns[Tags])+": "+left)
	}
	for _, c := range t.rest {
		if text := oneLine(r.cell(c)); text != "" {
			n.Loose = append(n.Loose, t.headOf(c)+": "+text)
		}
	}
	n.Body = reading.Body(lines)
	if n.Body == "" && n.Title != "" {
		n.Body, n.Title = reading.Body([]string{n.Title}), ""
	}
	if n.Body == "" {
		return t.take.Skip(incoming.Skipped{File: t.file, Line: r.line, Why: voice.T("This row has no text.")})
	}
	n.Origin = t.origin(r, n)
	return t.take.Note(n)
}

// tasks are the lines of what a row says is to be done, by the day that it says. With something private among them they stay as
// they are, since what stands deeper below it is private too.
func (t *table) tasks(r row, n *incoming.Note) (lines []string) {
	text, written := t.cell(r, Task), oneLine(t.cell(r, Due))
	due, ok := reading.Date(written, t.order)
	if written != "" && (!ok || text == "") {
		n.Loose = append(n.Loose, t.headOf(t.columns[Due])+": "+written)
	}
	said := strings.Split(text, "\n")
	if slices.ContainsFunc(said, notes.IsPrivate) {
		return said
	}
	for _, line := range said {
		if line := (reading.Task{Text: oneLine(line), Due: due}).Line(""); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// heading reads of a row whom it is about, when it was, and what it is called; and gives the lines of what says so and can't stand
// there.
func (t *table) heading(r row, n *incoming.Note) (lines []string) {
	for _, name := range []string{Person, Title} {
		switch text := t.cell(r, name); {
		case fitsLine(text, name) && name == Person:
			n.Person = oneLine(text)
			if last, first, ok := strings.Cut(n.Person, ","); ok && t.swapped && lastFirst(n.Person) {
				n.Person = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
			}
		case fitsLine(text, name):
			n.Title = oneLine(text)
		default:
			lines = append(lines, strings.Split(text, "\n")...) // it's no name, or not for all to see
		}
	}
	if written := oneLine(t.cell(r, Date)); written != "" {
		day, ok := reading.Date(written, t.order)
		if ok {
			n.Date = day
		} else {
			n.Partly = strings.ContainsAny(written, "0123456789")
			n.Loose = append(n.Loose, t.headOf(t.columns[Date])+": "+written)
		}
	}
	return lines
}

// lastFirst reports whether a cell is a name as directories have it, "Lima, Ana". Where others in the column aren't, it may be two.
func lastFirst(cell string) bool {
	last, first, ok := strings.Cut(oneLine(cell), ",")
	return ok && reading.LooksLikeName(last) && reading.LooksLikeName(first)
}

// fitsLine reports whether a cell can stand where a name or a title does, which is in view.
func fitsLine(text, name string) bool {
	most := map[string]int{Person: 80, Title: 200}[name]
	return !strings.Contains(text, "\n") && utf8.RuneCountInString(text) <= most && !notes.IsPrivate(text)
}

// origin is what a row is known by when the file is exported anew, with rows above it: what its program calls it, or else what it
// says.
func (t *table) origin(r row, n incoming.Note) string {
	key := ""
	for c := range t.head.cells {
		if head := headWords(t.head.cell(c)); (head == "id" || head == "uid" || head == "uuid" || head == "key") && r.cell(c) != "" {
			key = "id=" + oneLine(r.cell(c))
		}
	}
	if key == "" {
		key = string(n.Date) + " " + n.Person + " " + n.Title
		if n.Date == "" || n.Title == "" {
			sum := sha256.Sum256([]byte(n.Body))
			key += " " + hex.EncodeToString(sum[:6])
		}
	}
	key = t.file + "#" + strings.TrimSpace(key)
	t.given[key]++
	if again := t.given[key]; again > 1 {
		key += " +" + strconv.Itoa(again)
	}
	return key
}

// tagsOf are the tags in a cell, as a line of a note, and what of it is none.
func tagsOf(cell string) (tags, left string) {
	var said, none []string
	for _, tag := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(",;|\n", r) }) {
		tag = strings.Join(strings.Fields(strings.TrimLeft(strings.TrimSpace(tag), "#")), "-")
		switch {
		case tag == "":
		case notes.ValidTag(tag):
			said = append(said, "#"+tag)
		default:
			none = append(none, tag)
		}
	}
	return strings.Join(said, " "), strings.Join(none, ", ")
}
