package review

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Beside is what is held about a person in words and not in their notes: a goal, the limits of an area, what they count on
// each other for, a step-in, what was written for a review, what was asked, what is in the trash.
type Beside struct {
	Kind   notes.Kind // where it is changed; "" for a review
	Goal   notes.GoalID
	At     Place  // where it is changed, of what has no Kind
	What   string // "Goal", "Limits of hiring"
	Text   string
	Judges bool
}

// Place is where something is that has no kind of its own.
type Place int

// The places.
const (
	InReview Place = iota
	InTrash
	InHandover
	InPrep
	InCompany
)

// Extra is a text that is held elsewhere, as the screen reads it.
type Extra struct {
	What string
	Text string
}

// collector gathers what is held besides the notes.
type collector struct {
	judge Judge
	today notes.Date
	out   []Beside
}

func (c *collector) add(b Beside) {
	if b.Text != "" {
		b.Judges = c.judge.Judges(b.Text, "")
		c.out = append(c.out, b)
	}
}

// besides gathers them.
func (f HeldFacts) besides(judge Judge) []Beside {
	c := collector{judge: judge, today: f.Today}
	for _, g := range f.Goals {
		c.goal(g)
	}
	for _, a := range f.Areas {
		c.add(Beside{Kind: notes.KindArea, What: voice.T("Limits for {area}", "area", notes.AreaWords(a.Tag)), Text: a.Limits})
	}
	for _, e := range f.Expectations {
		c.add(Beside{Kind: notes.KindExpectation, What: voice.T("What you count on each other for"), Text: e.Text})
	}
	for _, s := range f.StepIns {
		c.stepIn(s)
	}
	for _, t := range f.Talks {
		c.add(Beside{
			At:   InCompany,
			What: voice.T("How they put the company goal in their own words, {day}", "day", notes.SayDate(t.On, f.Today)), Text: t.Words,
		})
	}
	for _, e := range f.Edits {
		c.add(Beside{What: voice.T("Comment in a review"), Text: e.Comment})
	}
	for _, o := range f.Own {
		period := Period{Kind: FromTo, From: o.From, To: o.To}
		for _, para := range paragraphs(o.Text) {
			c.add(Beside{What: voice.T("Their self-review, {period}", "period", period.Say(f.Today)), Text: para})
		}
	}
	for _, x := range f.Handover {
		c.add(Beside{At: InHandover, What: x.What, Text: x.Text})
	}
	for _, e := range f.Asked {
		c.asked(e)
	}
	c.trashed(f)
	return c.out
}

func (c *collector) goal(g notes.Goal) {
	add := func(what, text string) { c.add(Beside{Kind: notes.KindGoal, Goal: g.ID, What: what, Text: text}) }
	add(voice.T("Goal"), g.Title)
	add(voice.T("Why this goal"), g.Why)
	add(voice.T("When you'd step in"), g.StepInIf)
	for _, s := range g.Steps {
		add(voice.T("Step"), s.Text)
	}
	for _, o := range g.Opportunities {
		add(voice.T("Opportunity"), o.Text)
	}
}

func (c *collector) stepIn(s notes.SteppingIn) {
	add := func(what, text string) { c.add(Beside{Kind: notes.KindStepIn, What: what, Text: text}) }
	add(voice.T("Step-in"), s.What)
	add(voice.T("Step-in: why"), s.Reason)
	add(voice.T("Step-in: what you told them"), s.Sentence)
	add(voice.T("Step-in: it's over when"), s.ExitSign)
	add(voice.T("Step-in: why it was extended"), s.ExtendedWhy)
	add(voice.T("Step-in: what they did well"), s.DidWell)
	add(voice.T("Step-in: what you learned"), s.Learned)
}

// asked is a question about the person as it was shown, with its reason.
func (c *collector) asked(e notes.PromptEvent) {
	day := notes.SayDate(e.Shown, c.today)
	what := voice.T("Question for you, {day}", "day", day)
	if e.ForThem {
		what = voice.T("Question for them, {day}", "day", day)
	}
	c.add(Beside{At: InPrep, What: what, Text: strings.TrimSpace(e.Text + " " + notes.UpperFirst(e.Reason))})
}

// trashed is what is in the trash: it is held until it is deleted for good.
func (c *collector) trashed(f HeldFacts) {
	for _, n := range f.Trashed {
		for _, line := range paragraphs(n.Body) {
			c.add(Beside{At: InTrash, What: voice.T("Note from {day}, in the trash", "day", notes.SayDate(n.Date, f.Today)), Text: line})
		}
	}
	for _, t := range f.Bin {
		if t.Person == f.Person.ID && t.Kind != notes.KindNote && t.Kind != notes.KindPerson {
			c.add(Beside{At: InTrash, What: voice.T("In the trash"), Text: t.Text})
		}
	}
}
