// Package joplin reads what Joplin exports: "Markdown + Front Matter", a folder for each notebook; and "JEX", a tar of its raw items,
// or the folder of them ("RAW").
package joplin

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/googledocs"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is Joplin's.
var Format = incoming.Format{Name: "Joplin", Reads: reads, Notes: read}

var (
	itemName = regexp.MustCompile(`^[0-9a-f]{32}\.md$`)
	itemProp = regexp.MustCompile(`^([a-z_]+):(?: (.*))?$`)
	itemLink = regexp.MustCompile(`!?\[([^\[\]]*)\]\(:/([0-9a-f]{32})[^()]*\)`)
	stamp    = regexp.MustCompile(`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}Z$`)
)

// The kinds of raw items that are read.
const (
	aNote     = "1"
	aFolder   = "2"
	aResource = "4"
	aTag      = "5"
	aNoteTag  = "6"
)

func reads(tree fs.FS) (int, error) {
	if rawItems(tree) {
		return 100, nil
	}
	return frontMatter(tree), nil
}

// rawItems reports whether a tree is of raw items.
func rawItems(tree fs.FS) bool {
	entries, err := fs.ReadDir(tree, ".")
	if err != nil {
		return false
	}
	for _, e := range entries {
		if itemName.MatchString(e.Name()) {
			text, err := incoming.ReadText(tree, e.Name())
			_, ok := itemOf(text)
			return err == nil && ok
		}
	}
	return false
}

// frontMatter is how sure a tree is of the other export: its front matter has the times as no other program writes them.
func frontMatter(tree fs.FS) int {
	left, seen, sure := 10, 2000, 0
	_ = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if seen--; err != nil || seen < 0 || left == 0 || sure > 0 {
			return fs.SkipAll
		}
		if d.IsDir() && name != "." && strings.HasPrefix(path.Base(name), ".") {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".md" {
			return nil
		}
		left--
		text, err := incoming.Beginning(tree, name)
		if err != nil {
			return nil //nolint:nilerr // the next one may be read
		}
		front, _, _ := reading.FrontMatter(text)
		if ours(front) {
			sure = 80
		}
		return nil
	})
	return sure
}

func ours(front reading.Front) bool {
	times, title := 0, false
	for _, f := range front.Fields {
		title = title || f.Key == "title"
		if (f.Key == "created" || f.Key == "updated") && len(f.Values) == 1 && stamp.MatchString(f.Values[0]) {
			times++
		}
	}
	return title && times == 2
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	switch {
	case rawItems(tree):
		return readRaw(tree, in, take)
	case frontMatter(tree) > 0:
		return markdown.Read(markdown.Folder{Tree: tree, In: in, Take: take, Page: frontPage})
	}
	return incoming.ErrNotMine
}

// frontPage reads what Joplin alone says in front matter: the title, and of a to-do that it is one.
func frontPage(p *pages.Page) error {
	p.Fields.Take(func(v []string) bool { p.Name = v[0]; return len(v) == 1 }, "title")
	task := reading.Task{Text: p.Name}
	todo := p.Fields.Take(func(v []string) bool { task.Done = v[0] == "yes"; return true }, "completed?")
	if !todo {
		return nil
	}
	p.Fields.Take(func(v []string) bool {
		day, ok := reading.Date(v[0], reading.Unknown)
		task.Due = day
		return ok
	}, "due")
	asTask(p, task)
	return nil
}

// asTask makes of a page, which is a to-do, a task with the page below it.
func asTask(p *pages.Page, task reading.Task) {
	line := task.Line("")
	if line == "" {
		return
	}
	p.Says = true
	p.Text = strings.TrimRight(line+"\n\n"+strings.TrimLeft(p.Text, "\n"), "\n")
	p.Line = max(1, p.Line-2)
}

// item is a raw item: a title, a text and its properties, which stand at the end.
type item struct {
	title, body string
	props       map[string]string
}

// itemOf reads a raw item. It reports false for a file that is none.
func itemOf(text string) (item, bool) {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	props := map[string]string{}
	at := len(lines)
	for ; at > 0; at-- {
		m := itemProp.FindStringSubmatch(lines[at-1])
		if m == nil {
			break
		}
		props[m[1]] = m[2]
	}
	if props["type_"] == "" || props["id"] == "" {
		return item{}, false
	}
	it := item{props: props}
	if at > 0 {
		it.title, it.body, _ = strings.Cut(strings.TrimRight(strings.Join(lines[:at], "\n"), "\n"), "\n")
		it.body = strings.TrimPrefix(it.body, "\n")
	}
	return it, true
}

// export is what is known of raw items before the notes are read.
type export struct {
	tree      fs.FS
	in        incoming.Options
	take      incoming.Taker
	folders   map[string][2]string // the title and the folder above
	tags      map[string]string
	tagged    map[string][]string // by note
	resources map[string]string
	count     int
}

// readRaw reads raw items twice: the first time what the notes refer to, of which there is little.
func readRaw(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	e := &export{
		tree: tree, in: in, take: take, folders: map[string][2]string{}, tags: map[string]string{}, tagged: map[string][]string{},
		resources: map[string]string{},
	}
	files, err := markdown.AllFiles(tree, take.Skip)
	if err != nil {
		return err
	}
	e.count = 2 * len(files)
	for i, file := range files {
		if err := take.Progress(i, e.count); err != nil {
			return err
		}
		if it, err := e.item(file); err == nil {
			e.know(it)
		}
	}
	for i, file := range files {
		if err := take.Progress(len(files)+i, e.count); err != nil {
			return err
		}
		if err := e.file(file); err != nil {
			return err
		}
	}
	return take.Progress(e.count, e.count)
}

func (e *export) item(file string) (item, error) {
	if !itemName.MatchString(path.Base(file)) {
		return item{}, incoming.ErrNotMine
	}
	text, err := incoming.ReadText(e.tree, file)
	if err != nil {
		return item{}, err
	}
	it, ok := itemOf(text)
	if !ok {
		return item{}, incoming.Refused{Why: voice.T("This isn't a Joplin note, or it's damaged.")}
	}
	return it, nil
}

func (e *export) know(it item) {
	id := it.props["id"]
	switch it.props["type_"] {
	case aFolder:
		e.folders[id] = [2]string{it.title, it.props["parent_id"]}
	case aTag:
		e.tags[id] = it.title
	case aNoteTag:
		e.tagged[it.props["note_id"]] = append(e.tagged[it.props["note_id"]], it.props["tag_id"])
	case aResource:
		e.resources[id] = it.title
	}
}

// folder is the path of a notebook.
func (e *export) folder(id string) string {
	var names []string
	for range 50 {
		f, ok := e.folders[id]
		if !ok {
			break
		}
		names = append(names, inPath(f[0]))
		id = f[1]
	}
	slices.Reverse(names)
	return strings.Join(names, "/")
}

// inPath is a title as a part of a path.
func inPath(title string) string { return strings.ReplaceAll(title, "/", "-") }

func (e *export) file(file string) error {
	it, err := e.item(file)
	if errors.Is(err, incoming.ErrNotMine) {
		if title := e.resources[strings.TrimSuffix(path.Base(file), path.Ext(file))]; title != "" {
			return e.take.Skip(incoming.Skipped{File: title, Why: markdown.WhyNot(title)})
		}
		return e.take.Skip(incoming.Skipped{File: file, Why: markdown.WhyNot(file)})
	}
	if err != nil {
		return e.take.Skip(incoming.Skipped{File: file, Why: incoming.Why(err)})
	}
	if it.props["encryption_applied"] == "1" {
		return e.take.Skip(incoming.Skipped{
			File: file, Why: voice.T("It's encrypted. Open Joplin, wait until it has decrypted everything, and export again."),
		})
	}
	if it.props["type_"] != aNote {
		return nil
	}
	name := path.Join(e.folder(it.props["parent_id"]), inPath(it.title))
	if deleted := it.props["deleted_time"]; deleted != "" && deleted != "0" {
		return e.take.Skip(incoming.Skipped{File: name, Why: voice.T("It's in Joplin's trash.")})
	}
	return e.note(it, name)
}

func (e *export) note(it item, name string) error {
	made, _ := reading.Date(it.props["user_created_time"], reading.Unknown)
	p := pages.Page{Origin: it.props["id"], ByID: true, File: name, Name: it.title, Line: 3, Text: it.body, Made: made}
	if it.props["markup_language"] == "2" {
		text, loose := googledocs.Markdown(it.body)
		p.Text, p.Loose, p.Line = text, loose, 0
	}
	p.Text = itemLink.ReplaceAllStringFunc(p.Text, func(link string) string {
		m := itemLink.FindStringSubmatch(link)
		file := e.resources[m[2]]
		switch _, ok := reading.Attached(file); {
		case ok && !strings.ContainsAny(file, "<>\n"):
			return "![" + m[1] + "](<" + file + ">)" // what is said of it is said as of all others
		case m[1] == "":
			return file
		}
		return m[1]
	})
	tags := e.tagged[it.props["id"]]
	for _, id := range tags {
		p.Tags = append(p.Tags, strings.ReplaceAll(e.tags[id], " ", "-"))
	}
	slices.Sort(p.Tags)
	for _, key := range []string{"author", "source_url"} {
		if value := it.props[key]; value != "" {
			p.Loose = append(p.Loose, key+": "+value)
		}
	}
	if it.props["is_conflict"] == "1" {
		p.Loose = append(p.Loose, voice.T("Joplin kept this as a conflict: there's another version of the note."))
	}
	if it.props["is_todo"] == "1" {
		task := reading.Task{Text: it.title, Due: dayOf(it.props["todo_due"]), DoneOn: dayOf(it.props["todo_completed"])}
		task.Done = task.DoneOn != ""
		asTask(&p, task)
	}
	return p.Give(e.in, new(reading.Orders).Order(e.in.DayFirst), e.take)
}

// dayOf is the day of a time in milliseconds; "" where it is none.
func dayOf(ms string) notes.Date {
	n, err := strconv.ParseInt(ms, 10, 64)
	if err != nil || n <= 0 || n > 7258118400000 { // the year 2200
		return ""
	}
	return notes.DateOf(time.UnixMilli(n).UTC())
}
