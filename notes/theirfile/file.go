package theirfile

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
)

// Kind is for whom a file is made.
type Kind string

// The kinds of files.
const (
	ToShare    Kind = "share" // what may be read by the person: nothing private, nothing that was not said
	Everything Kind = "held"  // all that is held about the person
	Mine       Kind = "mine"  // the manager's own notes, to take along
)

// Facts are what a file is made from.
type Facts struct {
	Kind     Kind
	Person   notes.Person
	Today    notes.Date
	Rows     []notes.HeldRow
	Mentions []notes.Mention // for Everything alone
	Handover [][2]string     // what is kept with the hand-over pack, each text behind what it is
	Names    *notes.Names    // of everybody
	Me       notes.PersonID
	Decided  Decided
	// Context reads a note about a person of a day.
	Context func(notes.PersonID, notes.Date) notes.Context
}

// File is a file about one person.
type File struct {
	Kind    Kind
	Person  notes.Person
	Today   notes.Date
	Parts   []Part
	Private int // lines that stay out of a file to share because they are private
	Unsaid  int // and because they were not said yet
}

// Part is a part of a file.
type Part struct {
	Title string
	Lines []Line
}

// Line is a line of a file.
type Line struct {
	Key     string // names the line, without its words
	Text    string
	Rest    string
	Others  bool   // it names somebody else
	Blacked string // it without these names; "" where they can't be taken out
	Behind  string // and Rest without them
	Choice  Choice
}

// Choice is what becomes of a line that names others.
type Choice string

// The choices. What is not decided stays out of a file to share, and of one's own; everything that is held isn't let out before
// each line is decided.
const (
	Undecided Choice = ""
	KeepIt    Choice = "keep"
	LeaveOut  Choice = "out"
	Black     Choice = "black"
)

// Show makes the file.
func Show(f Facts) File {
	m := maker{Facts: f, file: File{Kind: f.Kind, Person: f.Person, Today: f.Today}}
	switch f.Kind {
	case ToShare:
		m.share()
	case Mine:
		m.mine()
	default:
		m.everything()
	}
	return m.file
}

type maker struct {
	Facts
	file File
}

// part adds a part, unless it would be empty.
func (m *maker) part(title string, lines []Line) {
	if len(lines) > 0 {
		m.file.Parts = append(m.file.Parts, Part{Title: title, Lines: lines})
	}
}

// line is a line of the file, with what was decided of it.
func (m *maker) line(text, rest string) Line {
	l := Line{Key: keyOf(m.Kind, text, rest), Text: text, Rest: rest}
	l.Others = m.namesOthers(text) || m.namesOthers(rest)
	if !l.Others {
		return l
	}
	said, ok := m.Names.BlackOut(text, m.apart()...)
	behind, too := m.Names.BlackOut(rest, m.apart()...)
	if ok && too && !m.Names.MayMeanAnother(text+" "+rest, m.Person.ID) {
		l.Blacked, l.Behind = said, behind
	}
	l.Choice = m.Decided[l.Key]
	if l.Choice == Black && l.Blacked == "" || l.Choice == Undecided && m.Kind != Everything {
		l.Choice = LeaveOut
	}
	return l
}

func (m *maker) apart() []notes.PersonID { return []notes.PersonID{m.Person.ID, m.Me} }

func (m *maker) namesOthers(text string) bool {
	return m.Names.Mentions(text, m.apart()...) || m.Names.MayMeanAnother(text, m.Person.ID)
}

// keyOf names a line without keeping its words.
func keyOf(k Kind, text, rest string) string {
	h := fnv.New64a()
	for _, s := range []string{string(k), text, rest} {
		_, _ = h.Write([]byte(s + "\x00")) // it never fails
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

// NamingOthers are the lines that name others, in their order.
func (f File) NamingOthers() []Line {
	var out []Line
	seen := map[string]bool{}
	for _, p := range f.Parts {
		for _, l := range p.Lines {
			if l.Others && !seen[l.Key] {
				seen[l.Key] = true
				out = append(out, l)
			}
		}
	}
	return out
}

// ToDecide is how many lines have to be decided before the file may leave.
func (f File) ToDecide() int {
	n := 0
	for _, l := range f.NamingOthers() {
		if l.Choice == Undecided {
			n++
		}
	}
	return n
}

// Empty reports whether there is nothing in it.
func (f File) Empty() bool { return len(f.Parts) == 0 }

// Title is the title of the file.
func (f File) Title() string {
	switch f.Kind {
	case ToShare:
		return voice.T("Notes about {who}", "who", f.Person.Name)
	case Mine:
		return voice.T("My own notes")
	}
	return voice.T("Everything held about {who}", "who", f.Person.Name)
}

// Covers says, a sentence each, what is in the file and what isn't.
func (f File) Covers() []string {
	switch f.Kind {
	case ToShare:
		covers := []string{voice.T("From my one-on-one notes and what we agreed, without private lines and without my own notes.")}
		if f.namesOthers() {
			return append(covers, voice.T("Some lines name other people."))
		}
		return append(covers, voice.T("Lines that name other people are left out."))
	case Mine:
		return []string{voice.T("My own notes, without notes about other people.")}
	}
	return []string{
		voice.T("Everything in my notes about {who}: private lines, earlier versions and the trash too.", "who", f.Person.Name),
		voice.T("Lines that name other people may be shortened or left out."),
	}
}

// namesOthers reports whether a line stays in the file that names somebody else.
func (f File) namesOthers() bool {
	return slices.ContainsFunc(f.NamingOthers(), func(l Line) bool { return l.Choice == KeepIt })
}

// Document is the file as it leaves the journal. A line that is not decided stays out.
func (f File) Document() document.Document {
	d := document.Document{Title: f.Title(), Whose: f.Person.Name, On: f.Today, Lead: f.Covers()}
	for _, p := range f.Parts {
		part := document.Part{Title: p.Title}
		for _, l := range p.Lines {
			switch {
			case !l.Others || l.Choice == KeepIt:
				part.Lines = append(part.Lines, document.Line{Text: l.Text, Rest: l.Rest})
			case l.Choice == Black:
				part.Lines = append(part.Lines, document.Line{Text: l.Blacked, Rest: l.Behind})
			}
		}
		if len(part.Lines) > 0 {
			d.Parts = append(d.Parts, part)
		}
	}
	return d
}

// title is what a row is called that stands in a note: its day and kind.
func (m *maker) noteTitle(r notes.HeldRow) string {
	day := notes.SayWhole(notes.Date(r.Value("date")))
	switch notes.NoteKind(r.Value("kind")) {
	case notes.PlannedNote:
		return voice.T("{day}, planned one-on-one", "day", day)
	case notes.HeldNote:
		return voice.T("{day}, one-on-one", "day", day)
	case notes.MissedNote:
		return voice.T("{day}, one-on-one not held", "day", day)
	}
	return voice.T("{day}, note", "day", day)
}

// linesOf are the lines of a text that say something.
func linesOf(text string) []string {
	var out []string
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
