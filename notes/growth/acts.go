package growth

import (
	"handback/notes"
	"handback/notes/voice"
)

// The functions here make the Changes of what one does to a goal outside its form.

// CloseGoal marks a goal as reached or dropped today; GoalOpen opens it again.
func CloseGoal(g notes.Goal, state notes.GoalState, today notes.Date) notes.Change {
	g.State, g.Closed = state, today
	if state == notes.GoalOpen {
		g.Closed = ""
	}
	return notes.Change{Rows: []notes.Row{g}}
}

// AreaForm is what the form behind a goal's ladder holds: whose call its area is now and shall be, and what must stay
// true there.
type AreaForm struct {
	Now, Wanted notes.Level
	Limits      string
}

// AreaFormOf is the form filled with what is in force today.
func AreaFormOf(g notes.Goal, areas []notes.Area, today notes.Date) AreaForm {
	area := notes.AreaOf(areas, g.Tag)
	return AreaForm{Now: area.LevelOn(today), Wanted: g.Wanted, Limits: area.Limits}
}

// Change writes what the form changed; a new level holds from today on. A goal without a tag gets one, since areas go
// by their tags. It returns Invalid for limits that are too long.
func (f AreaForm) Change(g notes.Goal, others []notes.Goal, areas []notes.Area, today notes.Date) (notes.Change, error) {
	if f == AreaFormOf(g, areas, today) {
		return notes.Change{}, nil
	}
	if err := notes.Fits(FieldLimits, f.Limits, notes.MostText); err != nil {
		return notes.Change{}, err
	}
	c, before := notes.Change{}, g
	if g.Tag == "" {
		g.Tag = SuggestTag(g.Title, others)
	}
	g.Wanted = f.Wanted
	if g.Tag != before.Tag || g.Wanted != before.Wanted {
		c.Rows = append(c.Rows, g)
	}
	whole := GoalForm{Now: f.Now, Limits: f.Limits}
	c.Rows = append(c.Rows, whole.area(g, before, areas, today)...)
	return c, nil
}

// WriteStep writes a step of a goal, a new one at its end; due is a day as typed, or "". A `by 4 Dec` at the end of the
// text says the day, too. It returns Invalid for a step without text, a day that is none, or two days.
func WriteStep(g notes.Goal, s notes.Step, text, due string, today notes.Date) (notes.Change, error) {
	text = notes.Tidy(text)
	if text == "" {
		return notes.Change{}, notes.Invalid{Field: FieldNext, Why: voice.T("Say what the step is, e.g. “Run the review on 11 Dec”.")}
	}
	if err := notes.Fits(FieldNext, text, notes.MostLine); err != nil {
		return notes.Change{}, err
	}
	day, err := notes.ReadComingDate(FieldDue, due, today)
	if err != nil {
		return notes.Change{}, err
	}
	text, said := notes.CutDue(text, today)
	switch {
	case said == "" || said == day:
	case day == "" || day == s.Due: // what was typed into the text is newer than what stood in the field
		day = said
	default:
		return notes.Change{}, notes.Invalid{
			Field: FieldDue,
			Why:   voice.T("The step says {date}, but the field says another day. Keep one of them.", "date", notes.SayDate(said, today)),
		}
	}
	if s.ID == 0 {
		s.Goal, s.Owner, s.Order = g.ID, notes.Them, nextStep(g)
	}
	s.Text, s.Due = text, day
	return notes.Change{Rows: []notes.Row{s}}, nil
}

// FieldDue is the field of a step's day.
var FieldDue = voice.T("Due")

func nextStep(g notes.Goal) int {
	last := 0
	for _, s := range g.Steps {
		last = max(last, s.Order)
	}
	return last + 1
}

// TickStep marks a step as done today, or opens it again.
func TickStep(s notes.Step, today notes.Date) notes.Change {
	if s.Done == "" {
		s.Done = today
	} else {
		s.Done = ""
	}
	return notes.Change{Rows: []notes.Row{s}}
}

// HandStep gives a step to the other of the two.
func HandStep(s notes.Step) notes.Change {
	s.Owner = HandedTo(s.Owner)
	return notes.Change{Rows: []notes.Row{s}}
}

// HandedTo is whose a step becomes when it is handed over.
func HandedTo(owner notes.Actor) notes.Actor {
	if owner == notes.Me {
		return notes.Them
	}
	return notes.Me
}

// FieldChance is the field of an opportunity's text.
var FieldChance = voice.T("Opportunity")

// WriteOpportunity writes an opportunity of a goal; a new one is offered, and day is the day on which it is, as typed,
// or "". It returns Invalid for one without text or with a day that is none.
func WriteOpportunity(g notes.Goal, o notes.Opportunity, text, day string, today notes.Date) (notes.Change, error) {
	o.Text = notes.Tidy(text)
	if o.Text == "" {
		return notes.Change{}, notes.Invalid{
			Field: FieldChance,
			Why:   voice.T("Say what it is, e.g. “The January rollout, start to finish”."),
		}
	}
	if err := notes.Fits(FieldChance, o.Text, notes.MostLine); err != nil {
		return notes.Change{}, err
	}
	on, err := notes.ReadNearDate(FieldOn, day, today)
	if err != nil {
		return notes.Change{}, err
	}
	o.Date = on
	if o.ID == 0 {
		o.Goal, o.State, o.Since, o.Order = g.ID, notes.Offered, today, nextOpportunity(g)
	}
	return notes.Change{Rows: []notes.Row{o}}, nil
}

// FieldOn is the field of the day of an opportunity.
var FieldOn = voice.T("When")

// SayOpportunity is what stands at the end of an opportunity's row: "workshop, 4 Jan".
func SayOpportunity(o notes.Opportunity, today notes.Date) string {
	if !o.Date.Valid() {
		return string(o.Kind)
	}
	return string(o.Kind) + ", " + notes.SayDate(o.Date, today) // two facts
}

func nextOpportunity(g notes.Goal) int {
	last := 0
	for _, o := range g.Opportunities {
		last = max(last, o.Order)
	}
	return last + 1
}

// SetOpportunity says how far an opportunity has come today.
func SetOpportunity(o notes.Opportunity, state notes.OpportunityState, today notes.Date) notes.Change {
	if o.State != state {
		o.State, o.Since = state, today
	}
	return notes.Change{Rows: []notes.Row{o}}
}
