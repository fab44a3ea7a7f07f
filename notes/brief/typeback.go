package brief

import (
	"fmt"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// TypeBack is what a page that was written on by hand (OnePage) is typed back with, in the page's order. It holds every
// line that the page could have shown, those that it had no room for too.
type TypeBack struct {
	Person   notes.Person
	Question string // "" where nothing is asked
	Agenda   []Line
	IOwe     []Line
	TheyOwn  []Line
}

// ShowTypeBack is the form for a brief. What no paper shows is not in it.
func ShowTypeBack(b Brief, question string) TypeBack {
	public := func(lines []Line) []Line {
		return slices.DeleteFunc(slices.Clone(lines), func(l Line) bool { return notes.IsPrivate(l.Text) })
	}
	if notes.IsPrivate(question) {
		question = ""
	}
	return TypeBack{
		Person: b.Person, Question: question, Agenda: public(b.Agenda), IOwe: public(b.IOwe), TheyOwn: public(b.TheyOwn),
	}
}

// Answering is the form with the question that is on the page; "" for none that it knows.
func (t TypeBack) Answering(question string) TypeBack {
	t.Question = question
	return t
}

// LikelyDay is the day that a page is most likely from: that of the planned one-on-one where it has come, else of the last
// one in the days before.
func LikelyDay(f notes.Facts, today notes.Date) notes.Date {
	if p := f.Planned; p != nil && p.Date.Valid() && p.Date <= today {
		return p.Date
	}
	if last := f.LastHeld; last != nil && last.Date > today.AddDays(-lately) && last.Date <= today {
		return last.Date
	}
	return today
}

// lately is how many days back a one-on-one is one that is likely to be typed up now.
const lately = 4

// HeldOn is the last one-on-one of a day among heads, which are oldest first; false where there is none.
func HeldOn(heads []notes.NoteHead, day notes.Date) (notes.NoteID, bool) {
	for _, h := range slices.Backward(heads) {
		if h.Date == day {
			return h.ID, true
		}
	}
	return 0, false
}

// TypedBack is what stands in the form: of each list by index.
type TypedBack struct {
	Answer    string       // to the question
	Discussed map[int]bool // of the agenda
	Answers   map[int]string
	IDid      map[int]bool
	TheyDid   map[int]bool
	Notes     string // everything else on the page
}

// DayOf is what the journal has of the day on which the page was written on.
type DayOf struct {
	Day     notes.Date
	Today   notes.Date
	Held    *notes.Note // the one-on-one of that day
	Planned *notes.Note // the next one
	// On is how lines of a note about a person are read.
	On func(notes.PersonID, notes.Date) notes.Context
}

// FieldDay is the form's field for the day, as Invalid names it.
var FieldDay = voice.T("Which day was it?")

// Change puts what was written by hand where it belongs, as one act: what was ticked is done where it stands, and only
// that: a topic with an answer and no tick stays on the agenda. Answers and notes go to the end of that day's note, where
// labelled lines are filed as ever. That note is the one-on-one of the day; else the planned one, which is held then,
// unless it is for a later day; else a new one. It returns Invalid where nothing was typed or the day can't be.
func (t TypeBack) Change(typed TypedBack, d DayOf) (notes.Change, error) {
	switch {
	case !d.Day.Valid():
		return notes.Change{}, notes.Invalid{Field: FieldDay, Why: voice.T("Enter the day, like 4 Dec or yesterday.")}
	case d.Day > d.Today:
		return notes.Change{}, notes.Invalid{Field: FieldDay, Why: voice.T("That day is in the future. Pick today or an earlier day.")}
	}
	in := d.On(t.Person.ID, d.Day)
	edits, err := t.ticks(typed, d)
	if err != nil {
		return notes.Change{}, err
	}
	lines := t.lines(typed, in)
	if len(edits)+len(lines) == 0 {
		return notes.Change{}, notes.Invalid{Why: voice.T("Tick or type something first.")}
	}
	switch {
	case d.Held != nil:
		return notes.Change{Edits: edits, Next: &notes.Change{Edits: atEnd(*d.Held, lines)}}, nil
	case d.Planned != nil && d.Planned.Date <= d.Day:
		return d.hold(edits, lines)
	}
	held := notes.NewNote{Person: t.Person.ID, Kind: notes.HeldNote, Date: d.Day, Body: strings.Join(lines, "\n")}
	return notes.Change{Edits: edits, Rows: []notes.Row{held}}, nil
}

// Redated is what becomes of the due dates of the planned note where it is held on the day.
func (d DayOf) Redated() notes.Redated {
	if d.Held != nil || d.Planned == nil || d.Planned.Date > d.Day {
		return notes.Redated{}
	}
	who := d.Planned.Person
	return notes.RedateNote(*d.Planned, d.On(who, d.Planned.Date), d.On(who, d.Day))
}

// hold makes the planned note the one of the day. Dates in it that are said relative to its own day are written out, as it
// reads once the edits are made.
func (d DayOf) hold(edits []notes.LineEdit, lines []string) (notes.Change, error) {
	body := d.Planned.Body
	for _, e := range edits {
		if e.Note != d.Planned.ID {
			continue
		}
		var err error
		if body, _, err = notes.ApplyEdit(body, e); err != nil {
			return notes.Change{}, err
		}
	}
	held := MetaOf(d.Planned.NoteHead)
	held.Kind = notes.HeldNote
	if held.Date != d.Day {
		who := d.Planned.Person
		edits = append(edits, notes.RedateEdits(d.Planned.ID, body, d.On(who, held.Date), d.On(who, d.Day))...)
		held.Date, held.At, held.Zone = d.Day, "", ""
	}
	return notes.Change{
		Edits: edits, Rows: []notes.Row{held}, Next: &notes.Change{Edits: atEnd(*d.Planned, lines)},
	}, nil
}

// ticks closes what was ticked, each in the note that it stands in.
func (t TypeBack) ticks(typed TypedBack, d DayOf) ([]notes.LineEdit, error) {
	var edits []notes.LineEdit
	ticked := map[string]bool{} // a line may be in two lists
	for _, list := range []struct {
		lines []Line
		done  func(int) bool
	}{
		{t.Agenda, func(i int) bool { return typed.Discussed[i] }},
		{t.IOwe, func(i int) bool { return typed.IDid[i] }},
		{t.TheyOwn, func(i int) bool { return typed.TheyDid[i] }},
	} {
		for i, l := range list.lines {
			at := fmt.Sprint(l.Note, ":", l.Line)
			if !list.done(i) || ticked[at] {
				continue
			}
			ticked[at] = true
			edit, err := notes.Tick(l.Filed, d.On(l.NotePerson, l.NoteDate), d.Day)
			if err != nil {
				return nil, err
			}
			edits = append(edits, edit)
		}
	}
	return edits, nil
}

// lines are what goes into the note: the answers in the page's order, then the notes.
func (t TypeBack) lines(typed TypedBack, in notes.Context) []string {
	var lines []string
	add := func(about, answer string) {
		if answer = strings.Join(strings.Fields(notes.Normalise(answer)), " "); answer != "" {
			lines = append(lines, answerLine(about, answer, in))
		}
	}
	add(t.Question, typed.Answer)
	for i, l := range t.Agenda {
		add(l.Text, typed.Answers[i])
	}
	more := strings.TrimRight(notes.Normalise(typed.Notes), " \n")
	for strings.HasPrefix(more, "\n") {
		more = more[1:]
	}
	if more = strings.TrimLeft(more, " "); more == "" { // the first line would be below what stands above it
		return lines
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	for _, line := range strings.Split(more, "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// answerLine is an answer with what it answers. One that is labelled, or private, is a line of its own.
func answerLine(about, answer string, in notes.Context) string {
	if about == "" || filed(answer, in) || notes.IsPrivate(answer) {
		return answer
	}
	between := ": "
	if strings.HasSuffix(about, "?") || strings.HasSuffix(about, ".") || strings.HasSuffix(about, "!") {
		between = " "
	}
	if line := about + between + answer; !filed(line, in) && !notes.IsPrivate(line) {
		return line
	}
	return voice.T("About “{topic}”: {answer}", "topic", about, "answer", answer) // it would be read as a label
}

func filed(line string, in notes.Context) bool { return len(notes.Parse(line, in)) > 0 }

// atEnd appends lines to a note, divided from what stands there.
func atEnd(n notes.Note, lines []string) []notes.LineEdit {
	if len(lines) == 0 {
		return nil
	}
	if last := n.Body[strings.LastIndexByte(strings.TrimSuffix(n.Body, "\n"), '\n')+1:]; strings.TrimSpace(last) != "" {
		lines = append([]string{""}, lines...)
		if !strings.HasSuffix(n.Body, "\n") { // the first one ends its last line
			lines = append([]string{""}, lines...)
		}
	}
	edits := make([]notes.LineEdit, len(lines))
	for i, line := range lines {
		edits[i] = notes.LineEdit{Op: notes.InsertLine, Note: n.ID, New: line}
	}
	return edits
}
