package lookback

import (
	"cmp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/note"
	"handback/notes/text"
	"handback/notes/voice"
)

// Kind is what an entry of the stream is.
type Kind int

// The kinds, in the order of their filters.
const (
	Note Kind = iota
	Decision
	Praise
	Feedback
	Growth // a goal, its steps, its opportunities, and levels that were agreed
	Idea
	Done
	StepIn
	Missed
)

// Kinds are all of them.
var Kinds = []Kind{Note, Decision, Praise, Feedback, Growth, Idea, Done, StepIn, Missed}

var kindNames = [...]string{
	voice.T("Notes"),
	voice.T("Decisions"),
	voice.T("Praise"),
	voice.T("Feedback"),
	voice.T("Growth"),
	voice.T("Ideas"),
	voice.T("Done"),
	voice.T("Step-ins"),
	voice.T("Not held"),
}

// String is the name of the kind's filter.
func (k Kind) String() string { return kindNames[k] }

// Entry is one line of the stream.
type Entry struct {
	Kind   Kind
	Day    notes.Date
	Text   string
	Rest   string      // what became of it, or what it is, in a few words; may be empty
	Label  notes.Label // of a line that is filed, "" for what stands in no line
	Unsaid bool        // praise or feedback that was not said yet

	// Where a tap leads: to the note of a person, at a line of it, or else to a goal; to neither where it is a level or a
	// step-in.
	Person notes.PersonID
	Note   notes.NoteID
	Line   int
	Goal   notes.GoalID

	folded string // what a filter looks for words in
}

// Show makes the stream of everything that is known of a person, the newest first.
func Show(p notes.Past, today notes.Date) []Entry {
	s := stream{past: p, today: today, all: make([]Entry, 0, len(p.Notes)+len(p.Filed)+64)}
	for _, h := range p.Notes {
		s.note(h)
	}
	for _, f := range p.Filed {
		s.filed(f)
	}
	for _, g := range p.Goals {
		s.goal(g)
	}
	for _, a := range p.Areas {
		s.levels(a)
	}
	for _, i := range p.StepIns {
		s.stepIn(i)
	}
	slices.SortStableFunc(s.all, newestFirst)
	return s.all
}

// newestFirst orders by day; of one day a note stands before its lines, these as they are written, and what stands in no
// note last.
func newestFirst(a, b Entry) int {
	if c := cmp.Compare(b.Day, a.Day); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(b.Note, a.Note), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Kind, b.Kind))
}

type stream struct {
	past  notes.Past
	today notes.Date
	all   []Entry
}

// add keeps an entry; words are what else may be looked for in it.
func (s *stream) add(e Entry, words ...string) {
	if !e.Day.Valid() {
		return // without a day it has no place among the others
	}
	if e.Person == 0 {
		e.Person = s.past.Person.ID
	}
	e.folded = text.Fold(strings.Join(append(words, e.Text, e.Rest), "\n"))
	s.all = append(s.all, e)
}

func (s *stream) note(h notes.NoteHead) {
	e := Entry{Kind: Note, Day: h.Date, Text: note.Gist(h, s.past.Person), Note: h.ID}
	switch h.Kind {
	case notes.PlannedNote:
		return
	case notes.MissedNote:
		e.Kind = Missed
	case notes.HeldNote:
		e.Rest = voice.T("one-on-one")
	}
	s.add(e)
}

// kindOf is the kind of what is filed under a label.
var kindOf = map[notes.Label]Kind{
	notes.Decided: Decision, notes.Praise: Praise, notes.Feedback: Feedback, notes.Idea: Idea, notes.Todo: Done,
}

func (s *stream) filed(f notes.Filed) {
	kind, ok := kindOf[f.Label]
	given := f.Actor == notes.Me && (kind == Praise || kind == Feedback) // to me
	if !ok || given || f.NoteKind == notes.PlannedNote || kind == Done && f.State != notes.Done {
		return
	}
	e := Entry{
		Kind: kind, Day: f.NoteDate, Text: notes.SayText(f.Text), Label: f.Label,
		Person: f.NotePerson, Note: f.Note, Line: f.Line,
		Unsaid: (kind == Praise || kind == Feedback) && !f.Closed(),
	}
	first := s.past.Person.First()
	switch {
	case kind == Done:
		e.Day, e.Rest = f.StateDate, doneBy(f.Actor, first)
	case kind == Decision:
		f.Due = "" // when it is looked at again is Prep's
		e.Rest = joined(sayDecider(f, first), sayBecame(f, s.today))
	default:
		e.Rest = sayBecame(f, s.today)
	}
	s.add(e, f.Text, f.Remark)
}

// sayDecider is who took a decision, "" where that is not noted.
func sayDecider(f notes.Filed, first string) string {
	f.State = notes.Open
	return f.SayState(first, f.NoteDate)
}

// sayBecame is what became of a line, with what was said of it: "adopted 20 Nov: from January on".
func sayBecame(f notes.Filed, today notes.Date) string {
	switch f.State {
	case notes.Open:
		return f.Label.Kind().Waiting
	case notes.History:
		return ""
	}
	said := string(f.State)
	if f.StateDate.Valid() && f.StateDate != f.NoteDate {
		said = f.State.SayOn(notes.SayDate(f.StateDate, today))
	}
	if f.Remark != "" {
		said = voice.T("{state}: {remark}", "state", said, "remark", f.Remark)
	}
	return said
}

func doneBy(a notes.Actor, first string) string {
	switch a {
	case notes.Me:
		return voice.T("you did this")
	case notes.We:
		return voice.T("you did this together")
	}
	return voice.T("{first} did this", "first", first)
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// goal is what became of a goal, of its steps and of its opportunities.
func (s *stream) goal(g notes.Goal) {
	add := func(day notes.Date, what, rest string) {
		s.add(Entry{Kind: Growth, Day: day, Text: what, Rest: rest, Goal: g.ID}, g.Title, "#"+g.Tag)
	}
	title := notes.UpperFirst(g.Title)
	add(g.Start, title, voice.T("goal started"))
	switch g.State {
	case notes.GoalReached:
		add(g.Closed, title, voice.T("goal reached"))
	case notes.GoalDropped:
		add(g.Closed, title, voice.T("goal dropped"))
	}
	for _, m := range g.Moves {
		add(m.On, title, m.Say(s.today))
	}
	for _, step := range g.Steps {
		add(step.Done, notes.UpperFirst(step.Text), voice.T("step done: {goal}", "goal", g.Title))
	}
	for _, o := range g.Opportunities {
		day := o.Since
		if day == "" && (o.State == notes.Attended || o.State == notes.Used) {
			day = o.Date
		}
		add(day, notes.UpperFirst(o.Text), joined(string(o.Kind), string(o.State)))
	}
}

func (s *stream) levels(a notes.Area) {
	before := notes.NoLevel
	for _, l := range a.Levels {
		rest := voice.T("level set to {level}", "level", l.Level.String())
		if before != notes.NoLevel {
			rest = voice.T("level moved from {before} to {level}", "before", before.String(), "level", l.Level.String())
		}
		if l.Level != before && l.From <= s.today {
			s.add(Entry{Kind: Growth, Day: l.From, Text: "#" + a.Tag, Rest: rest})
		}
		before = l.Level
	}
}

func (s *stream) stepIn(i notes.SteppingIn) {
	what := notes.SayText(i.What)
	began := voice.T("you stepped in")
	if i.Crisis {
		began = voice.T("you stepped in: crisis")
	}
	s.add(Entry{Kind: StepIn, Day: i.Began, Text: what, Rest: began}, i.Reason, "#"+i.Tag)
	back := voice.T("handed back")
	if i.Learned != "" {
		back = voice.T("handed back: {learned}", "learned", i.Learned)
	}
	s.add(Entry{Kind: StepIn, Day: i.HandedBack, Text: what, Rest: back}, i.DidWell, "#"+i.Tag)
}
