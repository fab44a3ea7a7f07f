// Package notion reads Notion's export "Markdown & CSV": a page a file, with the properties of a page of a database as lines at its top,
// and a table of each database. The names of all end in 32 figures.
package notion

import (
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"handback/notes/incoming"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is Notion's.
var Format = incoming.Format{Name: "Notion", Reads: reads, Notes: read}

var (
	withID    = regexp.MustCompile(`^(.*?) ?[0-9a-f]{32}(_all)?(\.[a-z]+)?$`)
	ids       = regexp.MustCompile(` [0-9a-f]{32}(_all)?(/|\.[a-z]+$|$)`)
	pageFile  = regexp.MustCompile(` [0-9a-f]{32}(_all)?\.(md|csv)$`)
	idAtEnd   = regexp.MustCompile(`(?:^|[ /])([0-9a-f]{32})(?:_all)?$`)
	localLink = regexp.MustCompile(`\[([^\[\]]*)\]\(` + toFile + `\)`)
	related   = regexp.MustCompile(` \((?:https://(?:www\.|app\.)?notion\.(?:so|com)/[^()\s]*|` + toFile + `)\)`)
	asideTag  = regexp.MustCompile(`^</?aside>$`)
)

// toFile is the address of another file of the export.
const toFile = `(?:[^()\s]|\([^()\s]*\))*[0-9a-f]{32}(?:_all)?\.(?:md|csv|html)`

func reads(tree fs.FS) (int, error) {
	seen, sure := 5000, 0
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if seen--; err != nil || seen < 0 {
			return fs.SkipAll
		}
		if !d.IsDir() && pageFile.MatchString(name) {
			sure = 95
			return fs.SkipAll
		}
		return nil
	})
	return sure, err
}

// export is one that is read.
type export struct {
	tree   fs.FS
	in     incoming.Options
	take   incoming.Taker
	order  reading.Order
	header map[string][]string    // by database, as folder names them: the columns of its table
	titles map[string]int         // of pages that were read, by database
	about  map[string]pages.About // what pages are about, by their path without figures
	given  map[string]bool        // ids of pages that were read
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	if sure, err := reads(tree); err != nil || sure == 0 {
		return errors.Join(err, incoming.ErrNotMine)
	}
	files, err := markdown.AllFiles(tree, take.Skip)
	if err != nil {
		return err
	}
	e := &export{
		tree: tree, in: in, take: take, header: map[string][]string{}, titles: map[string]int{}, about: map[string]pages.About{},
		given: map[string]bool{},
	}
	e.order = markdown.OrderOf(files, in)
	var tables []string
	for _, file := range files {
		if strings.EqualFold(path.Ext(file), ".csv") {
			tables = append(tables, file)
			e.readHeader(file)
		}
	}
	done := 0
	for _, file := range files {
		if slices.Contains(tables, file) {
			continue
		}
		if err := take.Progress(done, len(files)); err != nil {
			return err
		}
		done++
		if err := e.file(file); err != nil {
			return err
		}
	}
	for _, table := range tables {
		if err := take.Progress(done, len(files)); err != nil {
			return err
		}
		done++
		if err := e.table(table, tables); err != nil {
			return err
		}
	}
	return take.Progress(done, len(files))
}

// database is the path of a table, or of a folder of pages, without its figures: by it the two belong together.
func database(file string) string {
	return ids.ReplaceAllString(strings.TrimSuffix(file, ".csv"), "$2")
}

func (e *export) open(file string) (*csv.Reader, []string, error) {
	text, err := incoming.ReadText(e.tree, file)
	if err != nil {
		return nil, nil, err
	}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	header, err := r.Read()
	if err != nil {
		return nil, nil, incoming.Refused{Why: voice.T("This table is empty.")}
	}
	return r, header, nil
}

func (e *export) readHeader(file string) {
	if _, header, err := e.open(file); err == nil && len(header) > len(e.header[database(file)]) {
		e.header[database(file)] = header
	}
}

func (e *export) file(file string) error {
	skip := func(why string) error { return e.take.Skip(incoming.Skipped{File: file, Why: why}) }
	switch ending := strings.ToLower(path.Ext(file)); {
	case ending == ".html":
		return skip(voice.T("A web page. In Notion, export as Markdown & CSV."))
	case !slices.Contains(markdown.Endings, ending):
		return skip(markdown.WhyNot(file))
	}
	id := idOf(file)
	if id != "" && e.given[id] {
		return skip(voice.T("This page is in the export twice. Handback reads it once."))
	}
	text, err := incoming.ReadText(e.tree, file)
	if err != nil {
		return skip(incoming.Why(err))
	}
	e.given[id] = true
	p := pages.Page{
		Origin: id, ByID: id != "", File: file, Path: ids.ReplaceAllString(file, "$2"), Name: nameOf(file), Text: text, Line: 1, Keep: true,
		Under: e.under(file),
	}
	folder := ids.ReplaceAllString(path.Dir(file), "$2")
	e.properties(&p, e.header[folder])
	e.titles[folder+"\x00"+p.Name]++
	p.Text = plainLinks(p.Text)
	e.about[keyOf(file)], err = p.Tell(e.in, e.order, e.take)
	return err
}

// idOf are the figures with which the name of a file of the export ends; "" where there are none.
func idOf(file string) string {
	if m := idAtEnd.FindStringSubmatch(strings.TrimSuffix(file, path.Ext(file))); m != nil {
		return m[1]
	}
	return ""
}

// keyOf is the path of a page without figures and ending: that of the folder in which the pages inside it are.
func keyOf(file string) string {
	return ids.ReplaceAllString(strings.TrimSuffix(file, path.Ext(file)), "$2")
}

// under is what the page is about that a page is inside. A page comes before those inside it: "." and " " do before "/".
func (e *export) under(file string) pages.About {
	for folder := path.Dir(keyOf(file)); folder != "."; folder = path.Dir(folder) {
		if about, ok := e.about[folder]; ok {
			return about
		}
	}
	return pages.About{}
}

// nameOf is the name of a page or table by its file.
func nameOf(file string) string {
	name := path.Base(file)
	if m := withID.FindStringSubmatch(name); m != nil && m[1] != "" {
		return m[1]
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

// properties takes the title from the top of a page, and below it the lines that are properties of a page of a database: those that
// begin with the name of a column.
func (e *export) properties(p *pages.Page, header []string) {
	lines := strings.Split(p.Text, "\n")
	at := 0
	if title, ok := strings.CutPrefix(lines[0], "# "); ok && strings.TrimSpace(title) != "" {
		p.Name = strings.TrimSpace(title)
		at = 1
	}
	from := at
	for at < len(lines) && strings.TrimSpace(lines[at]) == "" {
		at++
	}
	first := at
	for at < len(lines) && strings.TrimSpace(lines[at]) != "" {
		key, value, ok := strings.Cut(lines[at], ":")
		switch {
		case ok && slices.Contains(header, key) && key != "":
			p.Fields.Fields = append(p.Fields.Fields, field(key, strings.TrimSpace(value)))
		case len(p.Fields.Fields) > 0 && at > first: // a value of more lines
			last := &p.Fields.Fields[len(p.Fields.Fields)-1]
			*last = field(last.Key, strings.TrimPrefix(last.Raw, last.Key+": ")+"\n"+lines[at])
		default:
			p.Text, p.Line = strings.Join(lines[from:], "\n"), p.Line+from
			return
		}
		at++
	}
	if len(p.Fields.Fields) == 0 {
		at = from
	}
	p.Text, p.Line = strings.Join(lines[at:], "\n"), p.Line+at
}

// field is a property; one that says tags is a list.
func field(key, value string) reading.Field {
	value = plainLinks(value)
	f := reading.Field{Key: key, Values: []string{value}, Raw: key + ": " + value}
	switch {
	case value == "":
		return reading.Field{Key: key}
	case strings.EqualFold(key, "tags"), strings.EqualFold(key, "tag"):
		f.Values = nil
		for _, tag := range strings.Split(value, ",") {
			f.Values = append(f.Values, strings.ReplaceAll(strings.TrimSpace(tag), " ", "-"))
		}
	}
	return f
}

// plainLinks is a text without the addresses of other pages of Notion, and without its frames.
func plainLinks(text string) string {
	text = related.ReplaceAllString(localLink.ReplaceAllString(text, "$1"), "")
	if !strings.Contains(text, "aside>") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if asideTag.MatchString(strings.TrimSpace(line)) {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// table gives a note of each row that has no page.
func (e *export) table(file string, tables []string) error {
	skip := func(why string) error { return e.take.Skip(incoming.Skipped{File: file, Why: why}) }
	if whole := strings.TrimSuffix(file, ".csv") + "_all.csv"; slices.Contains(tables, whole) {
		return skip(voice.T("A view of a table. Handback reads the whole table."))
	}
	r, header, err := e.open(file)
	if err != nil {
		return skip(incoming.Why(err))
	}
	db := database(file)
	given := 0
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return skip(voice.T("This table is damaged. Export it again."))
		}
		at, _ := r.FieldPos(0)
		ok, err := e.row(file, db, header, row, at)
		if err != nil {
			return err
		}
		if ok {
			given++
		}
	}
	if given == 0 {
		return skip(voice.T("A table. Handback reads each row from its own page."))
	}
	return nil
}

func (e *export) row(file, db string, header, row []string, line int) (bool, error) {
	if len(row) == 0 || strings.TrimSpace(strings.Join(row, "")) == "" {
		return false, nil
	}
	title := strings.TrimSpace(row[0])
	if key := db + "\x00" + title; e.titles[key] > 0 || title == "" && e.titles[db+"\x00Untitled"] > 0 {
		e.titles[key]--
		return false, nil
	}
	p := pages.Page{
		Origin: file + "#" + title, File: file, Path: db + "/" + strings.ReplaceAll(title, "/", "-"), Name: title, Line: line, Keep: true,
		Under: e.under(file),
	}
	if id := idOf(file); id != "" {
		p.Origin, p.ByID = id+"#"+title, true
	}
	if e.titles["\x00"+p.Origin]++; e.titles["\x00"+p.Origin] > 1 {
		p.Origin += " " + strings.Join(row[1:], " ")
	}
	for i, value := range row[1:] {
		if value = strings.TrimSpace(value); value != "" {
			key := ""
			if i+1 < len(header) {
				key = header[i+1]
			}
			p.Fields.Fields = append(p.Fields.Fields, field(key, value))
		}
	}
	return true, p.Give(e.in, e.order, e.take)
}
