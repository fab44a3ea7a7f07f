package handover

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
)

// Facts is what a pack is made from. Of the ideas those that were answered lately are among them.
type Facts struct {
	brief.PageFacts
	TheyOwn []notes.Filed // open actions of the person
	Decided []notes.Filed // decisions of the last months
	Needs   []notes.Filed // open ones
}

// How far back the pack reaches, in days.
const (
	AgreedSince = 180 // what was agreed
	IdeasSince  = 180 // ideas that were answered
)

// GivenVerdict is said about a line that names somebody else, once the manager has looked at it and lets it stand in the
// pack. Their page asks for itself: who reads the one doesn't read the other.
const GivenVerdict = "may be handed over"

// FactsOf takes for the pack what counts of what the journal says of a person: of the needs those that are no promise, of
// the decisions those that are about them alone.
func FactsOf(page brief.PageFacts, f notes.Facts, decided []notes.Filed) Facts {
	page.Areas, page.Goals, page.IOwe, page.May = f.Areas, f.Goals, f.IOwe, GivenVerdict
	return Facts{
		PageFacts: page, TheyOwn: f.TheyOwn,
		Decided: slices.DeleteFunc(slices.Clone(decided), func(d notes.Filed) bool { return d.Person != page.Person.ID }),
		Needs:   slices.DeleteFunc(slices.Clone(f.Needs), notes.Filed.IsOwed),
	}
}

// Pack is the sheet for whoever leads a person next: what they decide and within which limits, their goals and chances,
// promises both ways, what helps, and ideas with their answers. It holds nothing private, no praise, feedback, figure or
// prompt, and nobody else's name that has not been looked at.
type Pack struct {
	Person notes.Person
	Today  notes.Date
	Parts  []Part
	Held   []brief.HeldBack // lines that name somebody else; they wait until the manager has looked
	Kept   Kept
}

// PartID names a part; what was added to one is kept by it.
type PartID string

// The parts, in their order.
const (
	Areas    PartID = "areas"
	Goals    PartID = "goals"
	Chances  PartID = "chances"
	Promised PartID = "promised"
	Owned    PartID = "owned"
	Agreed   PartID = "agreed"
	Helps    PartID = "helps"
	Ideas    PartID = "ideas"
)

// Part is a part with its lines; one without any stands in the pack to be added to.
type Part struct {
	ID    PartID
	Icon  string
	Title string
	Lines []Line
}

// Line is one line of the pack.
type Line struct {
	Key   string // what it is about: the same as long as that is the same
	Text  string
	Rest  string // in a lighter ink; "" where the manager worded the line
	Made  string // what the journal says, where the manager worded it otherwise
	Said  string // what the person said to it, in their words
	Out   bool   // left out of what leaves the journal
	Added bool   // it stands in no note: the manager added it
	News  News
}

// News is what happened to a line since the person began to read the pack.
type News int

// The news.
const (
	NoNews      News = iota
	NewLine          // it was not there
	ChangedLine      // it said something else
)

// Whole is all that a line says.
func (l Line) Whole() string { return strings.TrimSpace(l.Text + l.Rest) }

// Show makes the pack of a person, with what was made of it.
func Show(f Facts, kept Kept) Pack {
	p := Pack{Person: f.Person, Today: f.Today, Kept: kept}
	first := f.Person.First()
	for _, part := range []Part{
		{ID: Areas, Icon: "decided", Title: voice.T("Who decides what"), Lines: f.areas()},
		{ID: Goals, Icon: "growth", Title: voice.T("Goals"), Lines: f.goals()},
		{ID: Chances, Icon: "mentor", Title: voice.T("Opportunities"), Lines: f.chances()},
		{ID: Promised, Icon: "todo", Title: voice.T("Promised to {first}", "first", first), Lines: p.filed(f, f.IOwe, f.due)},
		{ID: Owned, Icon: "todo", Title: voice.T("{first}'s open actions", "first", first), Lines: p.filed(f, f.TheyOwn, f.due)},
		{ID: Agreed, Icon: "check", Title: voice.T("Agreed together"), Lines: p.filed(f, together(f.Decided), f.dated)},
		{ID: Helps, Icon: "users", Title: voice.T("What helps"), Lines: append(f.counts(), p.filed(f, f.Needs, f.need)...)},
		{ID: Ideas, Icon: "idea", Title: voice.T("{first}'s ideas", "first", first), Lines: p.filed(f, f.Ideas, f.idea)},
	} {
		part.Lines = kept.amend(apart(part))
		p.Parts = append(p.Parts, part)
	}
	return p
}

// apart gives lines that stand twice in a note keys of their own.
func apart(part Part) Part {
	times := map[string]int{}
	for i := range part.Lines {
		l := &part.Lines[i]
		if times[l.Key]++; times[l.Key] > 1 {
			l.Key += "#" + strconv.Itoa(times[l.Key])
		}
	}
	return part
}

// filed words filed lines; those that name somebody else are held back until they were looked at.
func (p *Pack) filed(f Facts, items []notes.Filed, rest func(notes.Filed) string) []Line {
	var lines []Line
	for _, i := range items {
		if notes.IsPrivate(i.Text) {
			continue
		}
		l := Line{Key: "line:" + i.NoteUID + ":" + keyOf(i), Text: notes.SayText(i.Text), Rest: rest(i)}
		switch may, wait := f.Shows(i, l.Whole()); {
		case wait:
			p.Held = append(p.Held, brief.HeldBack{Item: i, Text: l.Text, May: f.May})
		case may:
			lines = append(lines, l)
		}
	}
	return lines
}

// keyOf tells a line from the others of its note, whatever becomes of it. It is a digest, so that no word is kept in it.
func keyOf(i notes.Filed) string {
	sum := sha256.Sum256([]byte(string(i.Label) + ":" + notes.NormaliseLine(i.Text)))
	return hex.EncodeToString(sum[:8])
}

// together are the decisions that were taken together and stand.
func together(decided []notes.Filed) []notes.Filed {
	var out []notes.Filed
	for _, d := range decided {
		if d.Actor == notes.We && d.Stands() && (d.NoteKind == notes.HeldNote || d.NoteKind == notes.JournalNote) {
			out = append(out, d)
		}
	}
	return out
}

func (f Facts) due(i notes.Filed) string {
	if i.Due == "" {
		return ""
	}
	return ", " + voice.T("by {day}", "day", notes.SayDate(i.Due, f.Today))
}

func (f Facts) dated(i notes.Filed) string { return ", " + notes.SayDate(i.NoteDate, f.Today) }

func (f Facts) need(i notes.Filed) string {
	if i.Due != "" {
		return f.due(i)
	}
	return " · " + voice.T("needed {since}", "since", notes.SaySince(i.NoteDate, f.Today))
}

// idea is the answer to an idea.
func (f Facts) idea(i notes.Filed) string {
	if i.Remark == "" {
		return " · " + map[notes.State]string{
			notes.Open: voice.T("no answer yet"), notes.Trying: voice.T("being tried"), notes.Adopted: voice.T("adopted"),
			notes.Declined: voice.T("declined"), notes.Learned: voice.T("tried"),
		}[i.State]
	}
	switch why := notes.LowerFirst(i.Remark); i.State {
	case notes.Learned:
		return " · " + voice.T("tried, and what we learned: {what}", "what", why)
	case notes.Trying:
		return " · " + voice.T("being tried: {why}", "why", why)
	case notes.Adopted:
		return " · " + voice.T("adopted: {why}", "why", why)
	case notes.Declined:
		return " · " + voice.T("declined: {why}", "why", why)
	}
	return " · " + voice.T("no answer yet: {why}", "why", notes.LowerFirst(i.Remark))
}

// areas are the levels that were agreed, with what must stay true.
func (f Facts) areas() []Line {
	first := f.Person.First()
	words := map[notes.Call]string{
		notes.Mine:   voice.T("the manager's call"),
		notes.Shared: voice.T("decided together"),
		notes.Theirs: voice.T("{first}'s call", "first", first),
	}
	var lines []Line
	for _, a := range f.Areas {
		level := a.LevelOn(f.Today)
		l := Line{Key: "area:" + a.UID, Text: notes.UpperFirst(notes.AreaWords(a.Tag))}
		if level != notes.NoLevel {
			l.Rest = ": " + voice.T("{whose} ({level})", "whose", words[level.Call()], "level", level.String())
		}
		if a.Limits != "" {
			l.Rest += " · " + voice.T("limits: {limits}", "limits", notes.LowerFirst(a.Limits))
		}
		if l.Rest != "" {
			lines = append(lines, l)
		}
	}
	return f.only(lines)
}

// goals are the open goals with their next step.
func (f Facts) goals() []Line {
	var lines []Line
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen {
			continue
		}
		l := Line{Key: "goal:" + g.UID, Text: strings.TrimRight(notes.UpperFirst(g.Title), ".")}
		if g.Target != "" {
			l.Rest += ", " + voice.T("by {day}", "day", notes.SayDate(g.Target, f.Today))
		}
		if at := slices.IndexFunc(g.Steps, func(s notes.Step) bool { return s.Done == "" }); at >= 0 {
			l.Rest += " · " + voice.T("next: {step}", "step", notes.LowerFirst(strings.TrimRight(g.Steps[at].Text, ".")))
		}
		lines = append(lines, l)
	}
	return f.only(lines)
}

// chances are the opportunities that are still to come.
func (f Facts) chances() []Line {
	var lines []Line
	for _, g := range f.Goals {
		for _, o := range g.Opportunities {
			if g.State != notes.GoalOpen || o.State != notes.Offered && o.State != notes.Booked {
				continue
			}
			rest := ": " + voice.T("{kind}, {state}", "kind", string(o.Kind), "state", string(o.State))
			if o.Date != "" {
				rest += ", " + notes.SayDate(o.Date, f.Today)
			}
			lines = append(lines, Line{Key: "chance:" + o.UID, Text: notes.UpperFirst(strings.TrimRight(o.Text, ".")), Rest: rest})
		}
	}
	return f.only(lines)
}

// counts is what the two count on each other for, as a third person reads it.
func (f Facts) counts() []Line {
	var lines []Line
	for _, theirs := range []bool{true, false} {
		who := voice.T("The manager")
		if theirs {
			who = f.Person.First()
		}
		for _, e := range f.Expectations {
			if e.Theirs == theirs {
				lines = append(lines, Line{Key: "count:" + e.UID, Text: who + ": ", Rest: e.Text})
			}
		}
	}
	return f.only(lines)
}

// only keeps the lines that name nobody else: what stands in rows of their own can't be looked at line by line.
func (f Facts) only(lines []Line) []Line {
	return slices.DeleteFunc(lines, func(l Line) bool { return !f.NamesNobodyElse(l.Whole()) || notes.IsPrivate(l.Text) })
}

// Empty reports whether there is nothing to hand over.
func (p Pack) Empty() bool {
	return !slices.ContainsFunc(p.Parts, func(part Part) bool { return len(part.Lines) > 0 })
}

// Line is the line with a key; false where there is none.
func (p Pack) Line(key string) (l Line, ok bool) {
	for _, part := range p.Parts {
		if at := slices.IndexFunc(part.Lines, func(l Line) bool { return l.Key == key }); at >= 0 {
			return part.Lines[at], true
		}
	}
	return Line{}, false
}
