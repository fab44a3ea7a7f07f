package notes

// The functions here make the Changes of what one does to a goal outside its form.

// CloseGoal marks a goal as reached or dropped today; GoalOpen opens it again.
func CloseGoal(g Goal, state GoalState, today Date) Change {
	g.State, g.Closed = state, today
	if state == GoalOpen {
		g.Closed = ""
	}
	return Change{Rows: []Row{g}}
}

// AreaForm is what the form behind a goal's ladder holds: whose call its area is now and shall be, and what must stay
// true there.
type AreaForm struct {
	Now, Wanted Level
	Limits      string
}

// FormOfArea is the form filled with what is in force today.
func FormOfArea(g Goal, areas []Area, today Date) AreaForm {
	area := AreaOf(areas, g.Tag)
	return AreaForm{Now: area.LevelOn(today), Wanted: g.Wanted, Limits: area.Limits}
}

// Change writes what the form changed; a new level holds from today on. A goal without a tag gets one, since areas go
// by their tags. It returns Invalid for limits that are too long.
func (f AreaForm) Change(g Goal, others []Goal, areas []Area, today Date) (Change, error) {
	if f == FormOfArea(g, areas, today) {
		return Change{}, nil
	}
	if err := fits(FieldLimits, f.Limits, mostText); err != nil {
		return Change{}, err
	}
	c, before := Change{}, g
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

// WriteStep writes a step of a goal, a new one at its end; due is a day as typed, or "". It returns Invalid for a step
// without text or a day that is none.
func WriteStep(g Goal, s Step, text, due string, today Date) (Change, error) {
	text = Tidy(text)
	if text == "" {
		return Change{}, Invalid{Field: FieldNext, Why: "Say what the step is, e.g. “Runs the review on 11 December”."}
	}
	if err := fits(FieldNext, text, mostLine); err != nil {
		return Change{}, err
	}
	day, err := ReadFormDate(FieldDue, due, today)
	if err != nil {
		return Change{}, err
	}
	if s.ID == 0 {
		s.Goal, s.Owner, s.Order = g.ID, Them, nextStep(g)
	}
	s.Text, s.Due = text, day
	return Change{Rows: []Row{s}}, nil
}

// FieldDue is the field of a step's day.
const FieldDue = "By"

func nextStep(g Goal) int {
	last := 0
	for _, s := range g.Steps {
		last = max(last, s.Order)
	}
	return last + 1
}

// TickStep marks a step as done today, or opens it again.
func TickStep(s Step, today Date) Change {
	if s.Done == "" {
		s.Done = today
	} else {
		s.Done = ""
	}
	return Change{Rows: []Row{s}}
}

// HandStep gives a step to the other of the two.
func HandStep(s Step) Change {
	s.Owner = HandedTo(s.Owner)
	return Change{Rows: []Row{s}}
}

// HandedTo is whose a step becomes when it is handed over.
func HandedTo(owner Actor) Actor {
	if owner == Me {
		return Them
	}
	return Me
}

// FieldChance is the field of an opportunity's text.
const FieldChance = "Opportunity"

// WriteOpportunity writes an opportunity of a goal; a new one is offered, and day is the day on which it is, as typed,
// or "". It returns Invalid for one without text or with a day that is none.
func WriteOpportunity(g Goal, o Opportunity, text, day string, today Date) (Change, error) {
	o.Text = Tidy(text)
	if o.Text == "" {
		return Change{}, Invalid{Field: FieldChance, Why: "Say what it is, e.g. “The January rollout, start to end”."}
	}
	if err := fits(FieldChance, o.Text, mostLine); err != nil {
		return Change{}, err
	}
	on, err := readNearDate(FieldOn, day, today)
	if err != nil {
		return Change{}, err
	}
	o.Date = on
	if o.ID == 0 {
		o.Goal, o.State, o.Order = g.ID, Offered, nextOpportunity(g)
	}
	return Change{Rows: []Row{o}}, nil
}

// FieldOn is the field of the day of an opportunity.
const FieldOn = "On"

// SayOpportunity is what stands at the end of an opportunity's row: "workshop, 4 Jan".
func SayOpportunity(o Opportunity, today Date) string {
	if !o.Date.Valid() {
		return string(o.Kind)
	}
	return string(o.Kind) + ", " + SayDate(o.Date, today)
}

func nextOpportunity(g Goal) int {
	last := 0
	for _, o := range g.Opportunities {
		last = max(last, o.Order)
	}
	return last + 1
}

// SetOpportunity says how far an opportunity has come.
func SetOpportunity(o Opportunity, state OpportunityState) Change {
	o.State = state
	return Change{Rows: []Row{o}}
}
