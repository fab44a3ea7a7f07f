package taking

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/csvfile"
	"handback/notes/incoming/formats"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// How much of a source a preview keeps, whatever its size.
const (
	mostRows    = 40
	mostSkipped = 200
	mostNames   = 2000
	mostLoose   = 20
	mostUndated = 60
)

// Preview is what a source would become.
type Preview struct {
	Program string
	Source  string
	Pasted  bool    // it is a text without a file
	Notes   int     // that it holds
	Undated int     // of these, without a date
	NoDate  []Row   // the first of them
	Weekday bool    // some say their weekday and number, and their day is known by when their file was changed last
	Changed bool    // it is known when the file of one of these was changed last
	Names   []Name  // whom they are about, those of most notes first; "" is nobody
	Nobody  []Group // the notes that name nobody, by folder or file
	MoreNo  int     // notes that name nobody and are in none of these
	MoreOf  int     // names that are not among them
	Rows    []Row   // the first of the notes
	Skipped []incoming.Skipped
	Skips   int  // how many there are of these
	Orders  bool // there are dates that say in two ways which number the day is
	Loose   []LooseEnd
	Looser  int            // how many such things are not among them
	Table   *csvfile.Table // of a table, its columns
	From    notes.Date
	To      notes.Date
	Came    []notes.PersonID // of whom notes came, once Bring has brought them

	format incoming.Format
	src    notes.Source
	in     incoming.Options
	team   []notes.Person // who is in the journal
}

// LooseEnd is something of a file that a note has no place for.
type LooseEnd struct{ File, Text string }

// Name is somebody whom notes are about, as the files say it.
type Name struct {
	Text     string
	Notes    int
	From, To notes.Date
	Guess    Choice
	Could    []string // whom it may mean, where nobody can tell
	Likely   bool     // Guess goes by another way to write the name, "D. Okafor": it may be somebody else
	Added    bool     // no note says it: the manager named somebody for notes that name nobody
}

// Row is a note as it would come in.
type Row struct {
	Origin string
	File   string
	Line   int
	Person string
	Date   notes.Date
	Title  string
	// Changed is its day by when its file was changed last, "" where that isn't known. It is told of notes without a date.
	Changed notes.Date
}

// Stop is asked now and then with how far it is, in files; of is 0 while that isn't known. An error ends the work.
type Stop func(done, of int) error

var errNotRead = notes.Invalid{Why: voice.T("Handback can't read these files. See below which programs it reads, " +
	"and how to import notes from others.")}

// ErrOurs is that a source is an archive that Handback wrote: that comes in another way, with all that is in it.
var ErrOurs = notes.Invalid{Why: voice.T("This is an archive that Handback wrote. Unpack it, then choose its folder.")}

// ours reports whether a source is an archive that Handback wrote, or a folder around one.
func ours(tree fs.FS) bool {
	at := path.Join("Handback", "archive.json")
	for _, pattern := range []string{at, path.Join("*", at)} {
		if found, err := fs.Glob(tree, pattern); err == nil && len(found) > 0 {
			return true
		}
	}
	return false
}

var errEmpty = notes.Invalid{Why: voice.T("This folder is empty. Choose the one with your notes in it.")}

// isEmpty reports whether there is no file in a tree, hidden ones aside.
func isEmpty(tree fs.FS) bool {
	empty := true
	_ = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch {
		case err != nil:
			empty = false // it can't be known
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
			return nil
		default:
			empty = false
		}
		return fs.SkipAll
	})
	return empty
}

// Open finds out of which program a source is.
func Open(src notes.Source, stop Stop) (incoming.Format, error) {
	var found incoming.Format
	err := meanwhile(src.Tree, stop, nil, func(tree fs.FS) (err error) {
		if ours(tree) {
			return ErrOurs
		}
		known := false
		if found, known, err = formats.Of(tree); err == nil && !known {
			if err = errNotRead; isEmpty(tree) {
				err = errEmpty
			}
		}
		return err
	})
	if err != nil {
		return incoming.Format{}, err
	}
	return found, nil
}

// Look reads a source and keeps nothing of it.
func Look(f incoming.Format, src notes.Source, in incoming.Options, people []notes.Person, stop Stop) (*Preview, error) {
	p := &Preview{Program: f.Name, Source: src.Name, Pasted: src.Pasted, format: f, src: src, in: in, team: people}
	if src.Pasted {
		p.Program = voice.T("another program")
	}
	p.in.Changed = p.changedOn
	l := &looker{
		p: p, nobody: nobody{files: map[string]*Group{}},
		names: map[string]*Name{}, called: map[string][]string{}, loose: map[string]bool{}, stop: stop,
	}
	for _, left := range incoming.LeftOut(src.Tree) {
		_ = l.Skip(left)
	}
	if err := read(f, src.Tree, p.in, newNaming(l, people), stop); err != nil {
		return nil, plain(err)
	}
	for _, n := range l.names {
		p.Names = append(p.Names, *n)
	}
	p.Nobody, p.MoreNo = l.nobody.groups(), l.nobody.more
	slices.SortFunc(p.Names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Notes, a.Notes), notes.CompareNames(a.Text, b.Text), cmp.Compare(a.Text, b.Text))
	})
	guessAll(p.Names, l.called, people)
	if err := p.lookAtOrder(stop); err != nil {
		return nil, err
	}
	return p, p.lookAtTable(src.Tree)
}

// lookAtOrder finds out whether some dates can be read once it is known which number the day is.
func (p *Preview) lookAtOrder(stop Stop) error {
	if p.in.DayFirst != nil {
		p.Orders = true
		return nil
	}
	if p.Undated == 0 && p.Skips == 0 {
		return nil
	}
	dayFirst := true
	in := p.in
	in.DayFirst = &dayFirst
	count := &counter{stop: stop}
	if err := read(p.format, p.src.Tree, in, count, stop); err != nil {
		return plain(err)
	}
	p.Orders = count.dated > p.Notes-p.Undated
	return nil
}

// lookAtTable finds the columns of the first table of a source of tables.
func (p *Preview) lookAtTable(tree fs.FS) error {
	if p.Program != csvfile.Format.Name {
		return nil
	}
	files, err := incoming.Files(tree, func(incoming.Skipped) error { return nil }, ".csv", ".tsv", ".txt")
	if err != nil || len(files) == 0 {
		return err
	}
	text, err := incoming.ReadText(tree, files[0])
	if err != nil {
		return plain(err)
	}
	t := csvfile.Look(text)
	p.Table = &t
	return nil
}

// looker keeps what a preview shows.
type looker struct {
	p      *Preview
	names  map[string]*Name
	called map[string][]string // by a name in other words, whose it is
	loose  map[string]bool
	nobody nobody
	stop   Stop
}

// Note implements incoming.Taker.
func (l *looker) Note(n incoming.Note) error {
	p := l.p
	p.Notes++
	if n.Person == "" {
		l.nobody.note(n)
	}
	if n.Date == "" {
		l.undated(n)
	} else {
		p.From, p.To = widen(p.From, p.To, n.Date)
	}
	if len(p.Rows) < mostRows {
		row := rowOf(n)
		if n.Date == "" {
			row.Changed = p.byFile(n)
		}
		p.Rows = append(p.Rows, row)
	}
	l.keepLoose(n)
	l.keepCalled(n)
	of := l.names[keyOf(n.Person)]
	if of == nil {
		if len(l.names) >= mostNames {
			p.MoreOf++
			return nil
		}
		of = &Name{Text: n.Person}
		l.names[keyOf(n.Person)] = of
	}
	of.Notes++
	if n.Date != "" {
		of.From, of.To = widen(of.From, of.To, n.Date)
	}
	return nil
}

// keepLoose keeps what a note has no place for, as far as a preview shows it.
func (l *looker) keepLoose(n incoming.Note) {
	p := l.p
	for _, thing := range n.Loose {
		switch {
		case l.loose[thing] || strings.HasPrefix(thing, "^"): // a mark that only other programs follow
		case reading.SaysNoMore(thing, n.Person, n.Date): // it doesn't stay out: it says whose the note is, or of when
		case len(p.Loose) < mostLoose:
			l.loose[thing] = true
			p.Loose = append(p.Loose, LooseEnd{File: n.File, Text: thing})
		default:
			p.Looser++
		}
	}
}

// keepCalled keeps what else the person of a note is called.
func (l *looker) keepCalled(n incoming.Note) {
	for _, other := range n.Called {
		if k := keyOf(other); len(l.called) < mostNames && !slices.Contains(l.called[k], keyOf(n.Person)) {
			l.called[k] = append(l.called[k], keyOf(n.Person))
		}
	}
}

func rowOf(n incoming.Note) Row {
	return Row{Origin: n.Origin, File: n.File, Line: n.Line, Person: n.Person, Date: n.Date, Title: titleOf(n)}
}

func (l *looker) undated(n incoming.Note) {
	p := l.p
	p.Weekday = p.Weekday || n.ByFile != ""
	if p.Undated++; len(p.NoDate) >= mostUndated {
		return
	}
	row := rowOf(n)
	row.Changed = p.byFile(n)
	p.Changed = p.Changed || row.Changed != ""
	p.NoDate = append(p.NoDate, row)
}

// Skip implements incoming.Taker.
func (l *looker) Skip(s incoming.Skipped) error {
	l.p.Skips++
	if len(l.p.Skipped) < mostSkipped {
		l.p.Skipped = append(l.p.Skipped, s)
	}
	return nil
}

// Progress implements incoming.Taker.
func (l *looker) Progress(done, of int) error { return l.stop(done, of) }

// counter counts the notes with a date.
type counter struct {
	dated int
	stop  Stop
}

func (c *counter) Note(n incoming.Note) error {
	if n.Date != "" {
		c.dated++
	}
	return nil
}
func (c *counter) Skip(incoming.Skipped) error { return nil }
func (c *counter) Progress(done, of int) error { return c.stop(done, of) }

func widen(from, to, day notes.Date) (notes.Date, notes.Date) {
	if from == "" || day < from {
		from = day
	}
	return from, max(to, day)
}

// keyOf is under which key a name is counted: the same name in other letters is the same person.
func keyOf(name string) string { return notes.FoldName(name) }

// mostTitle is how much of a note a row of the preview shows, in characters.
const mostTitle = 80

func titleOf(n incoming.Note) string {
	title := n.Title
	if reading.SaysNoMore(title, n.Person, n.Date) && n.Body != "" {
		title = ""
	}
	for _, line := range strings.Split(n.Body, "\n") {
		if title != "" {
			break
		}
		title = strings.TrimSpace(strings.TrimLeft(line, "#-*> "))
	}
	if r := []rune(title); len(r) > mostTitle {
		return string(r[:mostTitle]) + " …"
	}
	return title
}

// plain says in a sentence why the files can't be read.
func plain(err error) error {
	switch {
	case errors.Is(err, incoming.ErrNotMine):
		return errNotRead
	case errors.Is(err, fs.ErrPermission):
		return notes.Invalid{Why: voice.T(
			"Handback isn't allowed to read some of these files. Copy them to a folder of your own, then try again.")}
	case errors.Is(err, fs.ErrNotExist):
		return notes.Invalid{Why: voice.T("Some of these files are gone. Check the folder and try again.")}
	}
	return err
}
