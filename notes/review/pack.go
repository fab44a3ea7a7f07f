package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// PartKind is what the lines of a part tell of.
type PartKind int

// The parts of a pack, in their order.
const (
	Decided PartKind = iota
	Did
	Grew
	Praised
	Ideas
	Promised // promises that the person kept
	Owed     // promises that the manager kept
	Told     // feedback that was said
	partKinds
)

// Line is one line of a pack.
type Line struct {
	// Filed is the line of a note that it says; without a note for what stands in a row of its own.
	notes.Filed
	Goal notes.GoalID // of what stands with a goal; 0 for none
	Area string       // the tag of the area whose call it became
	Grew Growing      // how the person grew
	// Together is set where an area became one to decide together.
	Together bool
	// Hidden is set where anything in the line is private: it is in no pack.
	Hidden bool
	// Others is set where the line names somebody but the person and the manager, or is about several people. See Flagged.
	Others bool

	UID     string     // with Key, how a ReviewEdit names it
	Key     string     // see notes.ReviewLine
	Day     notes.Date // when it happened
	Says    string     // what it says, beginning with a capital, without a full stop at its end where it has none
	Rest    string     // what became of it: "decided together", "adopted 4 Dec: from May on"; may be ""
	Comment string
	Out     bool

	at string // its place among the lines of its part
}

// Growing is how a person grew, of a line without a note.
type Growing int

// The ways to grow.
const (
	NoGrowing Growing = iota
	Reached           // a goal
	Stepped           // towards one
	TookUp            // a chance
	Called            // an area became more of their call
)

// HasNote reports whether the line stands in a note.
func (l Line) HasNote() bool { return l.Note != 0 }

// Part is what a pack tells of one kind.
type Part struct {
	Kind  PartKind
	Title string
	Lines []Line
}

// Pack is what happened in a period with a person, as the manager edited it.
type Pack struct {
	Person notes.Person
	Period Period
	Today  notes.Date
	Parts  []Part // only those with lines, without what was left out
	Out    []Line // left out
	Lines  int    // in the parts
	Was    []string
	Meter  []string
	// UnsaidFeedback and UnsaidPraise are how much of the period was never said: it is in no pack.
	UnsaidFeedback, UnsaidPraise int
	// Imported is how much praise and feedback of the period was imported, and doesn't say whether it was said: it is in no pack.
	Imported int
	// Private is how many lines of the period begin with “private” behind their label: they are in no pack.
	Private int
	// Gone are comments, and lines left out, whose lines were rewritten since.
	Gone []notes.ReviewEdit
}

// Show makes the pack of a period from what the journal holds.
func Show(f notes.ReviewFacts, p Period, today notes.Date) Pack {
	pack := Pack{Person: f.Person, Period: p, Today: today, Was: Was(p, f.Person, today)}
	edits := map[[2]string]notes.ReviewEdit{}
	for _, e := range f.Edits {
		edits[[2]string{e.NoteUID, e.Line}] = e
	}
	for _, e := range f.Gone {
		if e.Comment != "" || e.Out {
			pack.Gone = append(pack.Gone, e)
		}
	}
	var lines [partKinds][]Line
	add := func(k PartKind, l Line) {
		if l.Hidden {
			pack.Private++
			return
		}
		e := edits[[2]string{l.UID, l.Key}]
		l.Comment, l.Out = e.Comment, e.Out
		l.at = cmp.Or(e.Place, l.at)
		if l.Out {
			pack.Out = append(pack.Out, l)
			return
		}
		lines[k] = append(lines[k], l)
	}
	s := sorter{f: f, today: today, from: p.From, to: p.Last(today)}
	for _, i := range f.Lines {
		if k, l, ok := s.line(i); ok {
			add(k, l)
		}
		pack.countUnsaid(i, s)
	}
	for _, l := range s.grown() {
		add(Grew, l)
	}
	pack.gather(lines)
	return pack
}

// gather puts the lines in order, and makes parts of them.
func (p *Pack) gather(lines [partKinds][]Line) {
	var days []notes.Date
	for k, of := range lines {
		if len(of) == 0 {
			continue
		}
		slices.SortStableFunc(of, func(a, b Line) int { return strings.Compare(a.at, b.at) })
		p.Parts = append(p.Parts, Part{Kind: PartKind(k), Title: PartKind(k).title(p.Person), Lines: of})
		p.Lines += len(of)
		for _, l := range of {
			days = append(days, l.Day)
		}
	}
	p.Meter = Meter(days, p.Period, p.Person, p.Today)
}

func (p *Pack) countUnsaid(i notes.Filed, s sorter) {
	imported := i.State == notes.History
	if i.Actor == notes.Me || i.Closed() && !imported || !onRecord(i) || !s.in(i.NoteDate) || hides(i.Text) {
		return
	}
	switch told := i.Label == notes.Feedback || i.Label == notes.Praise; {
	case told && imported:
		p.Imported++
	case i.Label == notes.Feedback:
		p.UnsaidFeedback++
	case i.Label == notes.Praise:
		p.UnsaidPraise++
	}
}

// Flags says, a sentence each, what stays out of the pack until it is said.
func (p Pack) Flags() []string {
	var says []string
	if n := p.UnsaidFeedback; n > 0 {
		says = append(says, voice.N(n, "{n} piece of feedback isn't marked as said, so it's left out.",
			"{n} pieces of feedback aren't marked as said, so they're left out."))
	}
	if n := p.UnsaidPraise; n > 0 {
		says = append(says, voice.N(n, "{n} praise line isn't marked as said, so it's left out.",
			"{n} praise lines aren't marked as said, so they're left out."))
	}
	if n := p.Imported; n > 0 {
		says = append(says, voice.N(n, "{n} line of praise or feedback that you imported isn't marked as said, so it's left out.",
			"{n} lines of praise or feedback that you imported aren't marked as said, so they're left out."))
	}
	if n := p.Private; n > 0 {
		says = append(says, voice.N(n, "{n} line is marked private, so it's left out.", "{n} lines are marked private, so they're left out."))
	}
	return says
}

// title is the title of a part, as the manager reads it.
func (k PartKind) title(who notes.Person) string {
	first := who.First()
	switch k {
	case Decided:
		return voice.T("{first} decided", "first", first)
	case Did:
		return voice.T("{first} did", "first", first)
	case Grew:
		return voice.T("How {first} grew", "first", first)
	case Praised:
		return voice.T("Praise and rewards for {first}", "first", first)
	case Ideas:
		return voice.T("{first}'s ideas and what happened with them", "first", first)
	case Promised:
		return voice.T("Promises {first} kept", "first", first)
	case Owed:
		return voice.T("Promises kept to {first}", "first", first)
	}
	return voice.T("Feedback given to {first}", "first", first)
}

// sorter finds out what a filed line tells of.
type sorter struct {
	f        notes.ReviewFacts
	today    notes.Date
	from, to notes.Date
}

func (s sorter) in(d notes.Date) bool { return d != "" && s.from <= d && d <= s.to }

// onRecord reports whether a line stands where things that happened are noted.
func onRecord(i notes.Filed) bool {
	return i.NoteKind == notes.HeldNote || i.NoteKind == notes.JournalNote
}

// line is a filed line as a line of the pack; false where it does not belong there.
func (s sorter) line(i notes.Filed) (PartKind, Line, bool) {
	if i.Person != s.f.Person.ID {
		return 0, Line{}, false
	}
	switch i.Label {
	case notes.Todo, notes.Need:
		return s.promise(i)
	case notes.Idea:
		return s.idea(i)
	case notes.Praise, notes.Feedback:
		return s.told(i)
	}
	if !onRecord(i) || !s.in(i.NoteDate) {
		return 0, Line{}, false
	}
	l := s.lineOf(i, i.NoteDate)
	l.Rest = s.decided(i)
	return Decided, l, i.Label == notes.Decided && (i.Actor == notes.Them || i.Actor == notes.We)
}

// told is praise or feedback that was said. What was noted before the period belongs to it where it was said or rewarded in it.
func (s sorter) told(i notes.Filed) (PartKind, Line, bool) {
	day := i.NoteDate
	if !s.in(day) {
		day = i.StateDate
	}
	if !onRecord(i) || !s.in(day) || i.Actor == notes.Me || i.State == notes.History || !i.Closed() {
		return 0, Line{}, false
	}
	l := s.lineOf(i, day)
	l.Says = SayParts(i.Text)
	if i.Label == notes.Feedback {
		return Told, l, true
	}
	l.Rest = rewarded(i)
	return Praised, l, true
}

func (s sorter) lineOf(i notes.Filed, day notes.Date) Line {
	return Line{
		Filed: i, UID: i.NoteUID, Key: notes.ReviewLine(i), Day: day, Says: notes.SayText(i.Text),
		Hidden: hides(i.Text) || hides(i.Remark), at: fmt.Sprintf("%s.%09d.%06d", day, i.Note, i.Line),
	}
}

// hides reports whether a text, or one of the three parts of it, begins with the word private.
func hides(text string) bool {
	happened, did, changed := notes.PraiseParts(text)
	return notes.IsPrivate(text) || notes.IsPrivate(happened) || notes.IsPrivate(did) || notes.IsPrivate(changed)
}

func (s sorter) decided(i notes.Filed) string {
	switch {
	case i.State == notes.Reversed:
		return sayOn(voice.T("reversed {day}", "day", notes.SayDate(i.StateDay(), s.today)), i.Remark)
	case i.State == notes.Held:
		return sayOn(voice.T("looked at again {day}, kept", "day", notes.SayDate(i.StateDay(), s.today)), i.Remark)
	case i.Actor == notes.We:
		return voice.T("decided together")
	}
	return ""
}

func rewarded(i notes.Filed) string {
	switch {
	case i.State == notes.Rewarded && i.Remark != "":
		return voice.T("rewarded: {how}", "how", i.Remark)
	case i.State == notes.Rewarded:
		return voice.T("rewarded")
	}
	return ""
}

// sayOn is what became of something, and the remark behind it.
func sayOn(what, remark string) string {
	if remark == "" {
		return what
	}
	return voice.T("{what}: {remark}", "what", what, "remark", remark)
}

// promise is a todo that was done, or a need that was met.
func (s sorter) promise(i notes.Filed) (PartKind, Line, bool) {
	if i.State != notes.Done && i.State != notes.Met || !s.in(i.StateDay()) {
		return 0, Line{}, false
	}
	l := s.lineOf(i, i.StateDay())
	if i.Due != "" {
		l.Rest = voice.T("promised for {day}", "day", notes.SayDate(i.Due, s.today))
	}
	switch {
	case i.Label == notes.Todo && i.Actor == notes.We: // as much theirs as mine
		l.Rest = strings.TrimPrefix(l.Rest+" · "+voice.T("promised together"), " · ")
		return Promised, l, true
	case i.IsPromise():
		return Owed, l, true
	case i.Label == notes.Need || i.Actor != notes.Them:
		return 0, l, false
	case i.Due != "":
		return Promised, l, true
	}
	return Did, l, true
}

// idea is an idea of theirs that was had in the period, or of which something became in it. Of one that was imported nobody knows
// whether it was answered.
func (s sorter) idea(i notes.Filed) (PartKind, Line, bool) {
	if !onRecord(i) || i.Actor == notes.Me {
		return 0, Line{}, false
	}
	day := i.NoteDate
	if !s.in(day) {
		day = i.StateDate
	}
	if !s.in(day) {
		return 0, Line{}, false
	}
	l := s.lineOf(i, day)
	when := notes.SayDate(i.StateDay(), s.today)
	switch i.State {
	case notes.Open:
		l.Rest = voice.T("no answer noted")
	case notes.Trying:
		l.Rest = sayOn(voice.T("tried since {day}", "day", when), i.Remark)
	case notes.Adopted:
		l.Rest = sayOn(voice.T("adopted {day}", "day", when), i.Remark)
	case notes.Declined:
		l.Rest = sayOn(voice.T("declined {day}", "day", when), i.Remark)
	case notes.Learned:
		l.Rest = sayOn(voice.T("tried until {day}", "day", when), i.Remark)
	}
	return Ideas, l, true
}

// SayParts are the three parts of praise or feedback as sentences.
func SayParts(text string) string {
	var said []string
	happened, did, changed := notes.PraiseParts(text)
	for _, part := range []string{happened, did, changed} {
		if part = notes.SayText(part); part != "" {
			said = append(said, part)
		}
	}
	return joined(said)
}

// joined are texts as sentences behind each other; a single one stands as it is.
func joined(said []string) string {
	if len(said) < 2 {
		return strings.Join(said, "")
	}
	for i := range said {
		said[i] = ended(said[i])
	}
	return strings.Join(said, " ")
}

// ended is a sentence with its full stop.
func ended(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}
