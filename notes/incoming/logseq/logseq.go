// Package logseq reads the folder of a Logseq graph that is kept in Markdown: a note a day of its journals, apart for every person
// whom a block of the day is about, and the pages, split at the days that they name.
package logseq

import (
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is Logseq's.
var Format = incoming.Format{Name: "Logseq", Reads: reads, Notes: read}

var (
	journalName = regexp.MustCompile(`^\d{4}[_-]\d{2}[_-]\d{2}\.(md|markdown|org)$`)
	dayFormat   = regexp.MustCompile(`:journal/(file-name|page-title)-format\s+"([^"\\]+)"`)
	folderName  = regexp.MustCompile(`:(journals|pages)-directory\s+"([^"\\]+)"`)
)

// root is the folder of a tree that the graph is in: the top, or one folder below it as in a zip of the folder.
func root(tree fs.FS) (at string, sure int) {
	candidates := []string{"."}
	if entries, err := fs.ReadDir(tree, "."); err == nil {
		for i, e := range entries {
			if e.IsDir() && i < 50 {
				candidates = append(candidates, e.Name())
			}
		}
	}
	for _, folder := range candidates {
		if _, err := fs.Stat(tree, path.Join(folder, "logseq/config.edn")); err == nil {
			return folder, 100
		}
	}
	for _, folder := range candidates {
		entries, err := fs.ReadDir(tree, path.Join(folder, "journals"))
		if err != nil {
			continue
		}
		for i, e := range entries {
			if i < 50 && journalName.MatchString(e.Name()) {
				return folder, 85
			}
		}
	}
	return ".", 0
}

func reads(tree fs.FS) (int, error) {
	_, sure := root(tree)
	return sure, nil
}

// graph is a graph that is being read.
type graph struct {
	tree            fs.FS
	in              incoming.Options
	take            incoming.Taker
	root            string
	journals, pages string        // their folders, with the root
	order           reading.Order // of day and month in the names of days, and in links to them
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	at, sure := root(tree)
	if sure == 0 {
		return incoming.ErrNotMine
	}
	g := graph{tree: tree, in: in, take: take, root: at, journals: path.Join(at, "journals"), pages: path.Join(at, "pages")}
	g.order = new(reading.Orders).Order(in.DayFirst)
	if config, err := incoming.ReadText(tree, path.Join(at, "logseq/config.edn")); err == nil {
		g.settings(withoutComments(config))
	}
	files, err := incoming.Files(tree, take.Skip, ".md", ".markdown", ".org", ".edn")
	if err != nil {
		return err
	}
	if err := take.Progress(0, len(files)); err != nil {
		return err
	}
	for i, file := range files {
		if err := g.file(file); err != nil {
			return err
		}
		if err := take.Progress(i+1, len(files)); err != nil {
			return err
		}
	}
	return g.rest()
}

// settings reads where the graph keeps its files, and how it names days.
func (g *graph) settings(config string) {
	for _, m := range folderName.FindAllStringSubmatch(config, -1) {
		if m[1] == "journals" {
			g.journals = path.Join(g.root, m[2])
		} else {
			g.pages = path.Join(g.root, m[2])
		}
	}
	for _, m := range dayFormat.FindAllStringSubmatch(config, -1) {
		switch day, month := strings.Index(m[2], "d"), strings.Index(m[2], "MM"); {
		case day < 0 || month < 0 || strings.Contains(m[2], "MMM"):
		case day < month:
			g.order = reading.DayFirst
		case !strings.HasPrefix(m[2], "y"):
			g.order = reading.MonthFirst
		}
	}
}

// withoutComments is EDN without what stands behind a semicolon, in which Logseq's own file has examples.
func withoutComments(edn string) string {
	lines := strings.Split(edn, "\n")
	for i, line := range lines {
		if at := strings.IndexByte(line, ';'); at >= 0 {
			lines[i] = line[:at]
		}
	}
	return strings.Join(lines, "\n")
}

// rest says what of the graph stays where it is.
func (g graph) rest() error {
	for _, left := range []incoming.Skipped{
		{File: "assets", Why: voice.T("Pictures and other attachments stay where they are.")},
		{File: "logseq/bak", Why: voice.T("Older versions of pages that Logseq keeps. Handback reads the pages themselves.")},
	} {
		left.File = path.Join(g.root, left.File)
		if entries, err := fs.ReadDir(g.tree, left.File); err == nil && len(entries) > 0 {
			if err := g.take.Skip(left); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g graph) file(file string) error {
	skip := func(why string) error { return g.take.Skip(incoming.Skipped{File: file, Why: why}) }
	inFolder := strings.TrimPrefix(file, g.root+"/")
	if strings.HasPrefix(inFolder, "logseq/") {
		return nil // settings and older versions
	}
	if strings.HasSuffix(file, ".edn") {
		return skip(voice.T("Whiteboards can't be read. Their pictures stay where they are."))
	}
	text, err := incoming.ReadText(g.tree, file)
	if err != nil {
		return skip(incoming.Why(err))
	}
	if strings.TrimSpace(strings.Trim(text, "-\n ")) == "" {
		return skip(voice.T("It's empty."))
	}
	if strings.HasSuffix(file, ".org") {
		text = reading.Org(text)
	}
	p := page{graph: g, file: file, blocks: blocksOf(asProperties(text))}
	p.properties()
	if path.Dir(file) == g.journals {
		return p.journal()
	}
	return p.page()
}

// frontLine is a line of front matter.
var frontLine = regexp.MustCompile(`^([\p{L}\p{N}][\p{L}\p{N}._/-]*):(\s.*)?$`)

// asProperties is a page with its front matter, as graphs of 2020 and 2021 have it, as the properties that became of it.
func asProperties(text string) string {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return text
	}
	lines := strings.Split(rest, "\n")
	for i, line := range lines {
		m := frontLine.FindStringSubmatch(line)
		switch {
		case line == "---":
			lines[i] = ""
			return "\n" + strings.Join(lines, "\n")
		case m == nil:
			return text
		}
		lines[i] = m[1] + "::" + m[2]
	}
	return text
}

// titleOf is the title of a page by the name of its file, in both ways in which Logseq writes a slash.
func titleOf(file string) string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	name = strings.ReplaceAll(name, "___", "/")
	return strings.TrimSpace(reading.Unescape(name))
}

// page is a page or a day of the journal.
type page struct {
	graph
	file   string
	title  string
	person bool     // its properties say that it is of one
	loose  []string // its properties
	blocks []block
}

// properties takes those of the page out of its first block: they stand there without a bullet, or are the whole of it.
func (p *page) properties() {
	p.title = titleOf(p.file)
	if len(p.blocks) == 0 {
		return
	}
	first := &p.blocks[0]
	for _, line := range first.lines {
		if _, _, ok := property(line); first.bullet && !ok && strings.TrimSpace(line) != "" {
			return
		}
	}
	var rest []string
	for i, line := range first.lines {
		key, value, ok := property(line)
		if !ok || first.fenced[i] {
			rest = append(rest, line)
			continue
		}
		p.loose = append(p.loose, key+": "+value)
		switch key {
		case "title":
			p.title = value
		case "type", "tags":
			p.person = p.person || strings.Contains(strings.ToLower(value), "person") || strings.Contains(strings.ToLower(value), "people")
		}
	}
	if strings.TrimSpace(strings.Join(rest, "")) == "" {
		p.blocks = p.blocks[1:]
	} else if len(rest) < len(first.lines) {
		first.lines, first.fenced, first.hidden = rest, make([]bool, len(rest)), make([]string, len(rest))
	}
}

// journal gives a note of what is about each person, and one of the rest.
func (p *page) journal() error {
	day, ok := reading.FileDate(path.Base(p.file), p.order)
	if !ok {
		day, ok = reading.Date(p.title, p.order)
	}
	var parts []*part
	by := map[string]*part{}
	for _, top := range tops(p.blocks) {
		who := whom(top)
		if by[who] == nil {
			by[who] = &part{person: who, day: day, line: top[0].at}
			parts = append(parts, by[who])
		}
		by[who].blocks = append(by[who].blocks, top...)
	}
	for _, part := range parts {
		if !ok {
			part.title = p.title
		}
	}
	return p.give(parts)
}

// page gives a note of each day that heads a block of the page, and one of the rest.
func (p *page) page() error {
	person := ""
	if name := reading.Person(p.title); name != "" && (p.person || !strings.Contains(p.title, "/")) {
		person = name
	}
	undated := &part{person: person, title: p.title, line: 1}
	if day, ok := reading.FileDate(path.Base(p.file), p.order); ok {
		undated.day = day
	}
	parts := []*part{undated}
	for _, top := range tops(p.blocks) {
		h, ok := reading.Dated(unlinked(top[0].lines[0]), true)
		if day, isDay := reading.Date(h.Written, p.order); ok && isDay && !top[0].task() && !notes.IsPrivate(top[0].lines[0]) {
			parts = append(parts, &part{person: person, day: day, title: h.Rest, line: top[0].at, blocks: top, headed: true})
			continue
		}
		undated.blocks = append(undated.blocks, top...)
	}
	return p.give(parts)
}

// part is what becomes one note.
type part struct {
	person string
	day    notes.Date
	title  string
	line   int
	headed bool // its first block is its heading
	blocks []block
}

func (p *page) give(parts []*part) error {
	var all []incoming.Note
	loose := p.loose
	given := map[string]int{}
	for _, part := range parts {
		body, left := part.body()
		loose = append(loose, left...)
		if body == "" && part.headed {
			body, part.title = reading.Body([]string{part.title}), ""
		}
		if body == "" {
			if part.headed {
				err := p.take.Skip(incoming.Skipped{File: p.file, Line: part.line, Why: voice.T("There's no text for this day.")})
				if err != nil {
					return err
				}
			}
			continue
		}
		key := string(part.day) + " " + part.person
		given[key]++
		origin := p.file + "#" + key
		if given[key] > 1 {
			origin += " " + strconv.Itoa(given[key])
		}
		all = append(all, incoming.Note{
			Origin: origin, File: p.file, Line: part.line, Person: part.person, Date: part.day, Title: part.title, Body: body, Loose: loose,
		})
		loose = nil
	}
	if len(all) == 0 {
		return p.take.Skip(incoming.Skipped{File: p.file, Why: voice.T("It has no text.")})
	}
	all[len(all)-1].Loose = append(all[len(all)-1].Loose, loose...)
	for _, n := range all {
		if err := p.take.Note(n); err != nil {
			return err
		}
	}
	return nil
}

func (p *part) body() (body string, loose []string) {
	var lines []string
	for i, b := range p.blocks {
		said, left := b.say()
		if i == 0 && p.headed {
			said = said[1:]
		}
		lines, loose = append(lines, said...), append(loose, left...)
	}
	if p.headed {
		lines = reading.Dedent(lines)
	}
	return reading.Body(lines), loose
}

var headingWords = regexp.MustCompile(`^[\p{L}\p{N}:/\s@#–—,.&+-]*$`)

// whom is the one person whom a block of a day is about: its first line links to them or names them with @, and says no more than
// that it was a one-on-one, or is the heading of what is below it.
func whom(top []block) string {
	first := top[0]
	if first.task() {
		return ""
	}
	line := strings.Trim(strings.TrimSpace(first.lines[0]), "#* ")
	links := pageLink.FindAllStringSubmatch(line, 3)
	var names []string
	for _, m := range links {
		name := m[1]
		if at := strings.LastIndexByte(name, '/'); at >= 0 {
			name = name[at+1:]
		}
		if name = strings.TrimPrefix(name, "@"); reading.LooksLikeName(name) && !reading.SaysOneOnOne(name) {
			names = append(names, name)
		}
	}
	outside := pageLink.ReplaceAllString(line, " ")
	switch {
	case len(names) == 1 && (reading.SaysOneOnOne(line) || strings.Trim(outside, " :–—-#") == "") && headingWords.MatchString(outside) &&
		len(strings.Fields(outside)) <= 5:
		return names[0]
	case len(names) == 0 && len(links) == 0 && reading.SaysOneOnOne(line):
		return reading.Person(line)
	}
	return ""
}
