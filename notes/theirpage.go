package notes

import (
	"slices"
	"strings"
)

// ShownVerdict is said about a line that names somebody else, once the manager has looked at it and lets it stand on
// their page.
const ShownVerdict = "may be shown"

// PageFacts is what their page is made from.
type PageFacts struct {
	Person       Person
	Today        Date
	Names        *Names
	Me           PersonID
	Areas        []Area
	Goals        []Goal  // of the person
	IOwe         []Filed // open promises of mine to the person
	Ideas        []Filed // ideas of theirs, newest first, answered ones too
	Expectations []Expectation
	Verdicts     []Verdict
}

// HeldBack is a line that could stand on their page but names somebody else: it waits until the manager has looked.
type HeldBack struct {
	Item Filed
	Text string
}

// TheirPage is the page that the manager may turn round. It holds nothing private, no figure about the person, no
// prompt, no level and nobody else's name that has not been looked at.
type TheirPage struct {
	Person Person
	Title  string // the first name
	Day    string // "Tuesday 2 December"
	Left   []PagePart
	Right  []PagePart
	Held   []HeldBack
}

// MakeTheirPage makes the page of a person.
func MakeTheirPage(f PageFacts) TheirPage {
	p := TheirPage{Person: f.Person, Title: f.Person.First(), Day: SayLong(f.Today)}
	for _, part := range []PagePart{
		{"decided", "Yours to decide", f.toDecide()},
		{"growth", "Where you are going", f.going()},
		{"flag", "I'd step in if", f.stepInIf()},
	} {
		p.Left = addPart(p.Left, part)
	}
	owed, heldOwed := f.owed()
	ideas, heldIdeas := f.ideas()
	for _, part := range []PagePart{
		{"todo", "What I owe you", owed},
		{"idea", "Your ideas and my answers", ideas},
		{"users", "What we count on each other for", f.countOn()},
	} {
		p.Right = addPart(p.Right, part)
	}
	p.Held = slices.Concat(heldOwed, heldIdeas)
	return p
}

// clean reports whether a text names nobody but the person and me.
func (f PageFacts) clean(text string) bool { return !f.Names.Mentions(text, f.Person.ID, f.Me) }

// only keeps the lines that name nobody else: what stands in rows of their own can't be looked at line by line.
func (f PageFacts) only(lines []PageLine) []PageLine {
	return slices.DeleteFunc(lines, func(l PageLine) bool { return !f.clean(l.Text + " " + l.Rest) })
}

func (f PageFacts) toDecide() []PageLine {
	var theirs []PageLine
	var together []string
	for _, a := range f.Areas {
		switch a.LevelOn(f.Today).Call() {
		case Theirs:
			l := PageLine{Text: upperFirst(areaName(a.Tag))}
			if a.Limits != "" {
				l.Rest = "; what must stay true: " + lowerFirst(a.Limits)
			}
			theirs = append(theirs, l)
		case Shared:
			together = append(together, areaName(a.Tag))
		}
	}
	if len(together) > 0 {
		theirs = append(theirs, PageLine{Text: "Together: ", Rest: strings.Join(together, ", ")})
	}
	return f.only(theirs)
}

// areaName is a tag as a word: "customer-visits" is "customer visits".
func areaName(tag string) string { return strings.NewReplacer("-", " ", "_", " ").Replace(tag) }

func (f PageFacts) going() []PageLine {
	var lines []PageLine
	for _, g := range f.Goals {
		if g.State != GoalOpen {
			continue
		}
		var rest []string
		for _, s := range g.Steps {
			if s.Done == "" && s.Owner == Them {
				rest = append(rest, "Next: "+lowerFirst(strings.TrimRight(s.Text, "."))+".")
				break
			}
		}
		for _, o := range g.Opportunities {
			if o.State == Offered || o.State == Booked {
				rest = append(rest, upperFirst(strings.TrimRight(o.Text, "."))+" ("+string(o.State)+").")
			}
		}
		lines = append(lines, PageLine{Text: strings.TrimRight(g.Title, ".") + ". ", Rest: strings.Join(rest, " ")})
	}
	return f.only(lines)
}

func (f PageFacts) stepInIf() []PageLine {
	var lines []PageLine
	for _, g := range f.Goals {
		if g.State != GoalOpen || g.StepInIf == "" {
			continue
		}
		l := PageLine{Text: lowerFirst(strings.TrimRight(g.StepInIf, "."))}
		if g.StepInAgreed != "" {
			l.Rest = " (we agreed this on " + SayDate(g.StepInAgreed, f.Today) + ")"
		}
		lines = append(lines, l)
	}
	return f.only(lines)
}

func (f PageFacts) owed() ([]PageLine, []HeldBack) {
	return f.filed(f.IOwe, func(i Filed) PageLine {
		l := PageLine{Text: SayText(i.Text), Rest: ", " + SaySince(i.NoteDate, f.Today)}
		if i.Due != "" {
			l.Rest = ", by " + SayDate(i.Due, f.Today)
		}
		return l
	})
}

func (f PageFacts) ideas() ([]PageLine, []HeldBack) {
	return f.filed(f.Ideas, func(i Filed) PageLine {
		return PageLine{Text: strings.TrimRight(SayText(i.Text), ".") + ". ", Rest: answerTo(i)}
	})
}

// answerTo is my answer to an idea, as the person reads it.
func answerTo(i Filed) string {
	say := map[State]string{Open: "I owe you an answer", Trying: "Trying it", Adopted: "Yes", Declined: "No", Learned: "What we learnt"}[i.State]
	if i.State == Open || i.Remark == "" {
		return say + "."
	}
	sep := ": "
	if i.State == Adopted {
		sep = ", "
	}
	return say + sep + strings.TrimRight(lowerFirst(i.Remark), ".") + "."
}

// filed words filed lines; those that name somebody else are held back until they were looked at.
func (f PageFacts) filed(items []Filed, word func(Filed) PageLine) (lines []PageLine, held []HeldBack) {
	for _, i := range items {
		if i.State == History || i.Person != f.Person.ID || i.NotePerson != f.Person.ID && i.NotePerson != f.Me && i.NotePerson != 0 {
			continue // a line in somebody else's note was not written for this person
		}
		l := word(i)
		if (len(i.People) > 1 || !f.clean(l.Text+" "+l.Rest)) && !f.lookedAt(i) {
			held = append(held, HeldBack{Item: i, Text: strings.TrimSpace(l.Text)})
			continue
		}
		lines = append(lines, l)
	}
	return lines, held
}

func (f PageFacts) lookedAt(i Filed) bool {
	return slices.ContainsFunc(f.Verdicts, func(v Verdict) bool {
		return v.Verdict == ShownVerdict && v.NoteUID == i.NoteUID && v.Line == NormaliseLine(i.Raw)
	})
}

func (f PageFacts) countOn() []PageLine {
	var lines []PageLine
	for _, theirs := range []bool{true, false} {
		who := "Me: "
		if theirs {
			who = "You: "
		}
		for _, e := range f.Expectations {
			if e.Theirs == theirs {
				lines = append(lines, PageLine{Text: who, Rest: lowerFirst(e.Text)})
			}
		}
	}
	return f.only(lines)
}

// Let lets a line that names somebody else stand on the page.
func (h HeldBack) Let() Change {
	return Change{Rows: []Row{Verdict{NoteUID: h.Item.NoteUID, Line: NormaliseLine(h.Item.Raw), Verdict: ShownVerdict}}}
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
