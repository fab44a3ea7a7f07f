package brief

import (
	"cmp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// ShownVerdict is said about a line that names somebody else, once the manager has looked at it and lets it stand on
// their page.
const ShownVerdict = "may be shown"

// PageFacts is what their page is made from.
type PageFacts struct {
	Person       notes.Person
	Today        notes.Date
	Names        *notes.Names
	Me           notes.PersonID
	Areas        []notes.Area
	Goals        []notes.Goal  // of the person
	IOwe         []notes.Filed // open promises of mine to the person
	Ideas        []notes.Filed // ideas of theirs, newest first, answered ones too
	Expectations []notes.Expectation
	Verdicts     []notes.Verdict

	// May is the verdict that lets a line that names somebody else stand; "" is ShownVerdict. What may stand on one sheet may
	// not yet stand on another.
	May string
}

func (f PageFacts) may() string { return cmp.Or(f.May, ShownVerdict) }

// HeldBack is a line that could stand on a sheet but names somebody else: it waits until the manager has looked.
type HeldBack struct {
	Item notes.Filed
	Text string
	May  string // the verdict that lets it stand; "" is ShownVerdict
}

// TheirPage is the page that the manager may turn round. It holds nothing private, no figure about the person, no
// prompt, no level and nobody else's name that has not been looked at.
type TheirPage struct {
	Person notes.Person
	Title  string // the first name
	Day    string // "Tuesday 2 December"
	Left   []notes.PagePart
	Right  []notes.PagePart
	Held   []HeldBack
}

// ShowTheirPage makes the page of a person.
func ShowTheirPage(f PageFacts) TheirPage {
	p := TheirPage{Person: f.Person, Title: f.Person.FirstName(), Day: notes.SayLong(f.Today)}
	for _, part := range []notes.PagePart{
		{Icon: "decided", Title: voice.T("Yours to decide"), Lines: f.toDecide()},
		{Icon: "growth", Title: voice.T("Where you're headed"), Lines: f.going()},
		{Icon: "flag", Title: voice.T("I'd step in if"), Lines: f.stepInIf()},
	} {
		p.Left = notes.AddPart(p.Left, part)
	}
	owed, heldOwed := f.owed()
	ideas, heldIdeas := f.ideas()
	for _, part := range []notes.PagePart{
		{Icon: "todo", Title: voice.T("What I've promised you"), Lines: owed},
		{Icon: "idea", Title: voice.T("Your ideas and my answers"), Lines: ideas},
		{Icon: "users", Title: voice.T("What we count on each other for"), Lines: f.countOn()},
	} {
		p.Right = notes.AddPart(p.Right, part)
	}
	p.Held = slices.Concat(heldOwed, heldIdeas)
	return p
}

// NamesNobodyElse reports whether a text names nobody but the person and me.
func (f PageFacts) NamesNobodyElse(text string) bool {
	return !f.Names.Mentions(text, f.Person.ID, f.Me)
}

// only keeps the lines that name nobody else: what stands in rows of their own can't be looked at line by line.
func (f PageFacts) only(lines []notes.PageLine) []notes.PageLine {
	return slices.DeleteFunc(lines, func(l notes.PageLine) bool { return !f.NamesNobodyElse(l.Text + " " + l.Rest) })
}

func (f PageFacts) toDecide() []notes.PageLine {
	var theirs []notes.PageLine
	var together []string
	for _, a := range f.Areas {
		switch a.LevelOn(f.Today).Call() {
		case notes.Theirs:
			l := notes.PageLine{Text: notes.UpperFirst(notes.AreaWords(a.Tag))}
			if a.Limits != "" {
				l.Rest = " · " + voice.T("limits: {limits}", "limits", notes.LowerFirst(a.Limits))
			}
			theirs = append(theirs, l)
		case notes.Shared:
			together = append(together, notes.AreaWords(a.Tag))
		}
	}
	if len(together) > 0 {
		theirs = append(theirs, notes.PageLine{Text: voice.T("Together") + ": ", Rest: strings.Join(together, ", ")})
	}
	return f.only(theirs)
}

func (f PageFacts) going() []notes.PageLine {
	var lines []notes.PageLine
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen {
			continue
		}
		var rest []string
		for _, s := range g.Steps {
			if s.Done == "" && s.Owner == notes.Them {
				rest = append(rest, voice.T("Next: {step}.", "step", notes.LowerFirst(strings.TrimRight(s.Text, "."))))
				break
			}
		}
		for _, o := range g.Opportunities {
			if o.State == notes.Offered || o.State == notes.Booked {
				rest = append(rest, notes.UpperFirst(strings.TrimRight(o.Text, "."))+" ("+string(o.State)+").")
			}
		}
		lines = append(lines, notes.PageLine{Text: strings.TrimRight(g.Title, ".") + ". ", Rest: strings.Join(rest, " ")})
	}
	return f.only(lines)
}

func (f PageFacts) stepInIf() []notes.PageLine {
	var lines []notes.PageLine
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen || g.StepInIf == "" {
			continue
		}
		l := notes.PageLine{Text: notes.LowerFirst(strings.TrimRight(g.StepInIf, "."))}
		if g.StepInAgreed != "" {
			l.Rest = inBrackets(voice.T("we agreed to this on {day}", "day", notes.SayDate(g.StepInAgreed, f.Today)))
		}
		lines = append(lines, l)
	}
	return f.only(lines)
}

func (f PageFacts) owed() ([]notes.PageLine, []HeldBack) {
	return f.filed(f.IOwe, func(i notes.Filed) notes.PageLine {
		l := notes.PageLine{Text: notes.SayText(i.Text), Rest: ", " + notes.SaySince(i.NoteDate, f.Today)}
		if i.Due != "" {
			l.Rest = ", " + voice.T("by {day}", "day", notes.SayDate(i.Due, f.Today))
		}
		return l
	})
}

func (f PageFacts) ideas() ([]notes.PageLine, []HeldBack) {
	return f.filed(f.Ideas, func(i notes.Filed) notes.PageLine {
		return notes.PageLine{Text: strings.TrimRight(notes.SayText(i.Text), ".") + ". ", Rest: answerTo(i)}
	})
}

// answerTo is my answer to an idea, as the person reads it.
func answerTo(i notes.Filed) string {
	remark := strings.TrimRight(notes.LowerFirst(i.Remark), ".")
	short, long := "", ""
	switch i.State {
	case notes.Open:
		return voice.T("I owe you an answer.")
	case notes.Trying:
		short, long = voice.T("Trying it."), voice.T("Trying it: {remark}.", "remark", remark)
	case notes.Adopted:
		short, long = voice.T("Yes."), voice.T("Yes: {remark}.", "remark", remark)
	case notes.Declined:
		short, long = voice.T("I decided against it."), voice.T("No: {remark}.", "remark", remark)
	case notes.Learned:
		short, long = voice.T("We tried it."), voice.T("What we learned: {remark}.", "remark", remark)
	}
	if remark == "" {
		return short
	}
	return long
}

// filed words filed lines; those that name somebody else are held back until they were looked at.
func (f PageFacts) filed(items []notes.Filed, word func(notes.Filed) notes.PageLine) (lines []notes.PageLine, held []HeldBack) {
	for _, i := range items {
		l := word(i)
		switch may, wait := f.Shows(i, l.Text+" "+l.Rest); {
		case wait:
			held = append(held, HeldBack{Item: i, Text: strings.TrimSpace(l.Text), May: f.may()})
		case may:
			lines = append(lines, l)
		}
	}
	return lines, held
}

// Shows reports whether a line, worded so, may be read by the person: not what stands in somebody else's note, which was
// not written for them. One that names somebody else waits until the manager has looked at it.
func (f PageFacts) Shows(i notes.Filed, said string) (may, wait bool) {
	if i.State == notes.History || i.Person != f.Person.ID || i.NotePerson != f.Person.ID && i.NotePerson != f.Me && i.NotePerson != 0 {
		return false, false
	}
	if (len(i.People) > 1 || !f.NamesNobodyElse(said)) && !f.lookedAt(i) {
		return false, true
	}
	return true, false
}

func (f PageFacts) lookedAt(i notes.Filed) bool {
	return slices.ContainsFunc(f.Verdicts, func(v notes.Verdict) bool {
		return v.Verdict == f.may() && v.NoteUID == i.NoteUID && v.Line == notes.NormaliseLine(i.Raw)
	})
}

func (f PageFacts) countOn() []notes.PageLine {
	var lines []notes.PageLine
	for _, theirs := range []bool{true, false} {
		who := voice.T("Me") + ": "
		if theirs {
			who = voice.T("You") + ": "
		}
		for _, e := range f.Expectations {
			if e.Theirs == theirs {
				lines = append(lines, notes.PageLine{Text: who, Rest: e.Text})
			}
		}
	}
	return f.only(lines)
}

// Let lets a line that names somebody else stand on the sheet that it was held back from.
func (h HeldBack) Let() notes.Change {
	line, may := notes.NormaliseLine(h.Item.Raw), cmp.Or(h.May, ShownVerdict)
	return notes.Change{Rows: []notes.Row{notes.Verdict{NoteUID: h.Item.NoteUID, Line: line, Verdict: may}}}
}

// PlainText is the page to copy or to print.
func (p TheirPage) PlainText() string {
	var b strings.Builder
	b.WriteString(p.Title + "\n" + p.Day + "\n")
	for _, part := range slices.Concat(p.Left, p.Right) {
		b.WriteString("\n" + part.Title + "\n")
		for _, l := range part.Lines {
			b.WriteString("- " + strings.TrimSpace(l.Text+l.Rest) + "\n")
		}
	}
	return b.String()
}
