package review

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
)

// HeldLine is a line that the journal holds about a person, as they would read it.
type HeldLine struct {
	Note    notes.NoteHead
	Line    int // of the note, counted from 1
	Text    string
	Private bool
	Judges  bool // it says what the person is, and nothing that happened
	Other   bool // it stands in somebody else's note, or the manager's own
}

// Held is all that the journal holds in words about a person, newest note first.
type Held struct {
	Person        notes.Person
	Today         notes.Date
	Lines         []HeldLine
	Private       int
	Judging       int
	Notes, Others int // how many notes they stand in
	Besides       []Beside
	Period        Period // the notes are of; of all years where Ever is set
	Ever          bool
	More          bool // there may be more in notes about others than were looked through
}

// HeldFacts is what it is made from.
type HeldFacts struct {
	Person notes.Person
	Today  notes.Date
	notes.Disclosed
	// Found are further notes of others that may name the person.
	Found []notes.Note
	// What is held in no note.
	Goals        []notes.Goal
	Areas        []notes.Area
	Expectations []notes.Expectation
	StepIns      []notes.SteppingIn
	Edits        []notes.ReviewEdit
	Talks        []notes.CompanyTalk // with the person
	Asked        []notes.PromptEvent
	Handover     []Extra
	Bin          []notes.Trashed // of everybody
	Period       Period          // the notes are of; of all years where Ever is set
	Ever         bool
	More         bool
	// Context reads a note about a person of a day.
	Context func(notes.PersonID, notes.Date) notes.Context
}

// ShowHeld lists every line of the person's notes, and of other notes those that are filed for the person or name them.
func ShowHeld(f HeldFacts) Held {
	judge := NewJudge(f.Person)
	h := Held{Person: f.Person, Today: f.Today, Besides: f.besides(judge), Period: f.Period, Ever: f.Ever, More: f.More}
	for _, b := range h.Besides {
		if b.Judges {
			h.Judging++
		}
	}
	for _, n := range f.Notes {
		h.add(n, judge, f.Context, nil)
	}
	h.Notes = len(f.Notes)
	filed := map[notes.NoteID]map[int]bool{}
	for _, i := range f.Filed {
		if filed[i.Note] == nil {
			filed[i.Note] = map[int]bool{}
		}
		filed[i.Note][i.Line] = true
	}
	names := notes.NewNames([]notes.Person{f.Person}) // a first name that two people share may mean this one
	seen := map[notes.NoteID]bool{}
	for _, n := range append(append([]notes.Note{}, f.Others...), f.Found...) {
		if n.Person == f.Person.ID || seen[n.ID] {
			continue
		}
		seen[n.ID] = true
		before := len(h.Lines)
		h.add(n, judge, f.Context, func(line int, text string) bool { return filed[n.ID][line] || names.Mentions(text) })
		if len(h.Lines) > before {
			h.Others++
		}
	}
	return h
}

// NamesOf are the words by which notes about others may mention a person.
func NamesOf(who notes.Person) []string {
	words := strings.Fields(who.Name)
	if len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	return append(words, who.Aliases...)
}

// add adds the lines of a note; of others only those that are about the person.
func (h *Held) add(n notes.Note, judge Judge, in func(notes.PersonID, notes.Date) notes.Context, about func(line int, text string) bool) {
	lines := strings.Split(strings.ReplaceAll(n.Body, "\r\n", "\n"), "\n")
	hidden := notes.HiddenFromThem(n.Body)
	items := itemsOf(n, lines, in)
	for i, line := range lines {
		if strings.TrimSpace(line) == "" || about != nil && !about(i+1, line) {
			continue
		}
		l := HeldLine{Note: n.NoteHead, Line: i + 1, Text: strings.TrimSpace(line), Other: about != nil}
		l.Private = i < len(hidden) && hidden[i]
		l.Judges = MayJudge(line) && judge.Judges(unlabelled(line, items[i+1]), below(lines, i))
		if l.Private {
			h.Private++
		}
		if l.Judges {
			h.Judging++
		}
		h.Lines = append(h.Lines, l)
	}
}

// itemsOf are the items of a note by their line, where one of its lines may judge.
func itemsOf(n notes.Note, lines []string, in func(notes.PersonID, notes.Date) notes.Context) map[int]notes.Item {
	if !slices.ContainsFunc(lines, MayJudge) {
		return nil
	}
	items := map[int]notes.Item{}
	for _, i := range notes.Parse(n.Body, in(n.Person, n.Date)) {
		items[i.Line] = i
	}
	return items
}

// unlabelled is what a line says behind its label.
func unlabelled(line string, item notes.Item) string {
	if item.Text != "" {
		return item.Text
	}
	trimmed := strings.TrimLeft(line, "-+>•· \t")
	if notes.IsPrivate(line) {
		if _, said, ok := strings.Cut(trimmed, ":"); ok {
			return said
		}
	}
	return trimmed
}

// below are the lines under a line that are indented deeper: they are its examples.
func below(lines []string, i int) string {
	var out []string
	for _, line := range lines[i+1:] {
		if strings.TrimSpace(line) == "" || indent(line) <= indent(lines[i]) {
			break
		}
		out = append(out, line)
	}
	return strings.Join(out, " ")
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// Marked are the lines that judge the person.
func (h Held) Marked() []HeldLine {
	var out []HeldLine
	for _, l := range h.Lines {
		if l.Judges {
			out = append(out, l)
		}
	}
	return out
}

// Says sums it up, a sentence each.
func (h Held) Says() []string {
	if len(h.Lines) == 0 {
		return nil
	}
	says := []string{voice.N(len(h.Lines), "{n} line mentions {first} or is in their notes.",
		"{n} lines mention {first} or are in their notes.", "first", h.Person.First())}
	if h.Judging > 0 {
		says = append(says, voice.N(h.Judging, "{n} line describes {first}, not what happened. Open it to reword it.",
			"{n} lines describe {first}, not what happened. Open them to reword them.", "first", h.Person.First()))
	}
	if h.Private > 0 {
		says = append(says, voice.N(h.Private, "{n} private line is here too: it may still have to be disclosed.",
			"{n} private lines are here too: they may still have to be disclosed."))
	}
	return says
}

// Mark is what is said beside a line, "" for nothing.
func (l HeldLine) Mark() string {
	switch {
	case l.Judges && l.Private:
		return voice.T("doesn't say what happened · private, may still have to be disclosed")
	case l.Judges:
		return voice.T("doesn't say what happened")
	case l.Private:
		return voice.T("private, may still have to be disclosed")
	}
	return ""
}

// Covers says, a sentence each, what of the journal was looked through, where that isn't all of it.
func (h Held) Covers() []string {
	var says []string
	if !h.Ever {
		says = append(says, voice.T("Notes are from {period} only. Everything else is from all years.",
			"period", h.Period.SayInFull(h.Today)))
	}
	if h.More {
		says = append(says, voice.T("Older notes about other people may mention {first} too. They aren't listed here.",
			"first", h.Person.First()))
	}
	return says
}

// Document is all of it as it leaves the journal. It names its period, and says what was cut.
func (h Held) Document() document.Document {
	d := document.Document{Title: h.title(), Whose: h.Person.Name, On: h.Today, Lead: append(h.Covers(), h.Says()...)}
	var part *document.Part
	last := notes.NoteID(0)
	for _, l := range h.Lines {
		if part == nil || l.Note.ID != last {
			d.Parts = append(d.Parts, document.Part{Title: l.Where(h.Today)})
			part, last = &d.Parts[len(d.Parts)-1], l.Note.ID
		}
		part.Lines = append(part.Lines, document.Line{Text: l.Text, Rest: l.Mark()})
	}
	if len(h.Besides) > 0 {
		besides := document.Part{Title: voice.T("Not from notes")}
		for _, b := range h.Besides {
			besides.Lines = append(besides.Lines, document.Line{Text: b.Text, Rest: b.What})
		}
		d.Parts = append(d.Parts, besides)
	}
	return d
}

func (h Held) title() string {
	if h.Ever {
		return voice.T("Everything held about {who}", "who", h.Person.Name)
	}
	return voice.T("Everything held about {who}, {period}", "who", h.Person.Name, "period", h.Period.SayInFull(h.Today))
}

// Where says in which note a line stands.
func (l HeldLine) Where(today notes.Date) string {
	day := notes.SayFull(l.Note.Date, today)
	switch {
	case l.Other:
		return voice.T("{day}, in another note", "day", day)
	case l.Note.Kind == notes.PlannedNote:
		return voice.T("{day}, planned one-on-one", "day", day)
	case l.Note.Kind == notes.HeldNote:
		return voice.T("{day}, one-on-one", "day", day)
	case l.Note.Kind == notes.MissedNote:
		return voice.T("{day}, one-on-one not held", "day", day)
	}
	return voice.T("{day}, note", "day", day)
}
