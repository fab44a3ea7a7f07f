// Package plaintext reads files of text without a program of their own: one of each day, one of each person with the days as headings,
// or just text, whose day is then asked for. Org files are such files too.
package plaintext

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/logseq"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is that of text in no program's shape.
var Format = incoming.Format{Name: "Text", Reads: reads, Notes: read}

// endings are those of files that are read, what is ours alone first.
var endings = []string{".txt", ".text", ".org", ".md", ".markdown"}

// reads leaves Markdown to who knows more of it, where there is any.
func reads(tree fs.FS) (int, error) {
	own, markdown := 0, 0
	looked := 0
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if looked++; err != nil || looked > 2000 {
			return fs.SkipAll
		}
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch at := slices.Index(endings, strings.ToLower(path.Ext(name))); {
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden, d.IsDir(), at < 0:
		case at < 3:
			own++
		default:
			markdown++
		}
		return nil
	})
	switch {
	case own > 0 && markdown == 0:
		return 25, err
	case own > markdown:
		return 31, err
	case own+markdown > 0:
		return 5, err
	}
	return 0, err
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	files, err := incoming.Files(tree, take.Skip, endings...)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return incoming.ErrNotMine
	}
	var names reading.Orders
	for _, file := range files {
		if written, _, ok := reading.DateIn(stem(file)); ok {
			names.See(written)
		}
	}
	for i, file := range files {
		f := text{file: file, in: in, names: names.Order(in.DayFirst), take: take, given: map[string]int{}}
		f.named = named(file)
		if err := f.read(tree); err != nil {
			return err
		}
		if err := take.Progress(i+1, len(files)); err != nil {
			return err
		}
	}
	return nil
}

func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// text is a file that is being read.
type text struct {
	file  string
	in    incoming.Options
	names reading.Order // of the dates in the names of all files
	take  incoming.Taker
	given map[string]int
	named string // whom the name of the file, or of a folder that it is in, says
}

// part is what becomes one note.
type part struct {
	day    notes.Date
	head   string // what the heading says besides its date
	who    string // beyond doubt
	headed bool
	line   int
	lines  []string
	loose  []string
}

func (f text) read(tree fs.FS) error {
	skip := func(line int, why string) error {
		return f.take.Skip(incoming.Skipped{File: f.file, Line: line, Why: why})
	}
	said, err := incoming.ReadText(tree, f.file)
	switch {
	case err != nil:
		return skip(0, incoming.Why(err))
	case strings.TrimSpace(said) == "":
		return skip(0, voice.T("It's empty."))
	}
	lines := strings.Split(said, "\n")
	heads := reading.HeadsOf(lines)
	without := len(f.heads(lines)) == 0 && len(heads.Split(f.names, f.in.Today)) > 1
	if without || heads.Partial() || heads.Whose() { // days without a year or month, or of several people
		return pages.Page{File: f.file, Line: 1, Text: said}.Give(f.in, f.names, f.take)
	}
	parts, asks := f.split(lines)
	if asks {
		if err := skip(1, voice.T("Dates such as 4/12/2026 can be read in two ways. Choose which number is the day.")); err != nil {
			return err
		}
	}
	var loose []string
	for _, p := range parts {
		if strings.HasSuffix(f.file, ".org") {
			p.lines, p.loose = logseq.Outline(reading.Org(strings.Join(p.lines, "\n")))
			if p.headed {
				p.lines = reading.Dedent(p.lines)
			}
		}
		p.loose = append(loose, p.loose...)
		if loose, err = f.give(p); err != nil {
			return err
		}
	}
	for _, left := range loose {
		if err := skip(strings.Count(said, "\n")+1, voice.T("Left out: {what}", "what", left)); err != nil {
			return err
		}
	}
	return nil
}

// split divides a file at the lines that are headed by a day, and reports whether some may be whose date can be read in two ways.
func (f text) split(lines []string) (parts []part, asks bool) {
	heads := f.heads(lines)
	var orders reading.Orders
	for _, h := range heads {
		orders.See(h.Written)
	}
	order := orders.Order(f.in.DayFirst)
	if order == reading.Unknown {
		order = f.names
	}
	last := part{line: 1}
	last.day, _ = reading.FileDate(f.file, f.names)
	for i := 0; i < len(lines); i++ {
		h, ok := heads[i]
		day, sure := reading.Date(h.Written, order)
		if !ok || !sure {
			last.lines = append(last.lines, lines[i])
			continue
		}
		parts = append(parts, last)
		last = part{day: day, head: h.Rest, headed: true, line: i + 1}
		if name, said, ok := speaks(h.Rest); ok {
			last.who, last.head, last.lines = name, "", []string{said}
		}
		if i+1 < len(lines) && underline.MatchString(lines[i+1]) {
			i++
		}
	}
	return append(parts, last), orders.Asks(f.in.DayFirst) && order == reading.Unknown
}

var (
	underline = regexp.MustCompile(`^\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*$`)
	marked    = regexp.MustCompile(`^(#{1,6}\s+\S|={1,6}\s*\S.*=\s*$|\*\*[^*]+\*\*:?\s*$|__[^_]+__:?\s*$)`)
	headline  = regexp.MustCompile(`^\*+\s+\S`)
)

// heads are the lines that are headed by a date, by their number. In code and below a private line there is none.
func (f text) heads(lines []string) map[int]reading.Heading {
	within, _ := reading.Fences(lines)
	hidden := notes.Hidden(notes.Normalise(strings.Join(lines, "\n")))
	found := map[int]reading.Heading{}
	for i, line := range lines {
		if within[i] || hidden[i] {
			continue
		}
		under := i+1 < len(lines) && underline.MatchString(lines[i+1])
		isMarked := marked.MatchString(line) || under || strings.HasSuffix(f.file, ".org") && headline.MatchString(line)
		if h, ok := dayAndName(line); ok && !isMarked {
			found[i] = h
			continue
		}
		if h, ok := reading.Dated(line, isMarked); ok && (isMarked || h.Rest == "" || i == 0 || strings.TrimSpace(lines[i-1]) == "") {
			found[i] = h
		}
	}
	return found
}

// dayAndName reads a line that begins with a day, and goes on with a name and a colon: "3 Oct 2026 Tom: said he is happy".
func dayAndName(line string) (reading.Heading, bool) {
	line = strings.TrimSpace(line)
	written, at, ok := reading.DateIn(line)
	if !ok || at != 0 {
		return reading.Heading{}, false
	}
	rest := strings.TrimSpace(line[len(written):])
	_, _, ok = speaks(rest)
	return reading.Heading{Written: written, Rest: rest}, ok
}

// speaks is a name, and what stands behind it and a colon.
func speaks(text string) (name, said string, ok bool) {
	name, said, ok = strings.Cut(text, ":")
	said = strings.TrimSpace(said)
	return name, said, ok && said != "" && reading.LooksLikeName(name) && name == reading.Person(name)
}

// give hands a part on, and gives back what of it is left where it makes no note.
func (f text) give(p part) (loose []string, err error) {
	n := incoming.Note{File: f.file, Line: p.line, Date: p.day, Person: f.person(p.head), Title: p.head, Loose: p.loose}
	if p.who != "" {
		n.Person = p.who
	}
	if p.head == "" && p.day == "" && n.Person == "" {
		n.Title = strings.Join(strings.Fields(strings.NewReplacer("_", " ").Replace(stem(f.file))), " ")
	}
	if notes.IsPrivate(n.Title) { // a title can be seen
		p.lines, n.Title = append([]string{n.Title}, p.lines...), ""
	}
	n.Body = reading.Body(p.lines)
	if n.Body == "" && p.head != "" {
		n.Body, n.Title = reading.Body([]string{p.head}), ""
	}
	switch {
	case n.Body == "" && p.headed:
		return p.loose, f.take.Skip(incoming.Skipped{File: f.file, Line: p.line, Why: voice.T("There's no text for this day.")})
	case n.Body == "": // before the first heading
		return p.loose, nil
	}
	n.Origin = f.file + "#" + string(p.day)
	f.given[n.Origin]++
	if again := f.given[n.Origin]; again > 1 {
		n.Origin += " " + strconv.Itoa(again)
	}
	return nil, f.take.Note(n)
}

// person is whom a part is about, by its heading, the name of the file, or that of a folder that it is in.
func (f text) person(head string) string {
	if reading.SaysOneOnOne(head) {
		if name := reading.Person(head); name != "" {
			return name
		}
	}
	if f.named != "" {
		return f.named
	}
	if n := len(strings.Fields(head)); n >= 1 && n <= 3 {
		return reading.Person(head)
	}
	return ""
}

// named is whom the name of a file, or of a folder that it is in, says.
func named(file string) string {
	if name := reading.Person(stem(file)); name != "" {
		return name
	}
	for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
		if name := reading.Person(path.Base(folder)); name != "" {
			return name
		}
	}
	return ""
}
