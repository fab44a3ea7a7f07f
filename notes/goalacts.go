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

// SetLevelNow sets the level of the goal's area from today on. A goal without a tag gets one.
func SetLevelNow(g Goal, others []Goal, level Level, today Date) Change {
	c := Change{}
	if g.Tag == "" {
		g.Tag = SuggestTag(g.Title, others)
		c.Rows = append(c.Rows, g)
	}
	c.Rows = append(c.Rows, levelNow(g.Person, g.Tag, level, today))
	return c
}

// SetWanted sets the level wanted in the goal's area; NoLevel takes it away.
func SetWanted(g Goal, level Level) Change {
	g.Wanted = level
	return Change{Rows: []Row{g}}
}

// SetLimits writes what must stay true in the goal's area, which is made where there is none. A goal without a tag
// gets one.
func SetLimits(g Goal, others []Goal, area Area, limits string) Change {
	c := Change{}
	if g.Tag == "" {
		g.Tag = SuggestTag(g.Title, others)
		c.Rows = append(c.Rows, g)
	}
	area.Person, area.Tag, area.Limits = g.Person, g.Tag, limits
	c.Rows = append(c.Rows, area)
	return c
}

// WriteStep writes a step of a goal, a new one at its end; due is a day as typed, or "". It returns Invalid for a step
// without text or a day that is none.
func WriteStep(g Goal, s Step, text, due string, today Date) (Change, error) {
	text = OneLine(text)
	if text == "" {
		return Change{}, Invalid{Field: FieldNext, Why: "Say what the step is, e.g. “Runs the review on 11 December”."}
	}
	day, err := readFormDate(FieldDue, due, today)
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
	if s.Owner == Me {
		s.Owner = Them
	} else {
		s.Owner = Me
	}
	return Change{Rows: []Row{s}}
}

// OpportunityKinds and OpportunityStates list what an opportunity can be, in their order.
var (
	OpportunityKinds  = []OpportunityKind{Stretch, Workshop, Training, Coaching, Mentoring}
	OpportunityStates = []OpportunityState{Offered, Booked, Attended, Used}
)

// FieldChance is the field of an opportunity's text.
const FieldChance = "Opportunity"

// WriteOpportunity writes an opportunity of a goal; a new one is offered. It returns Invalid for one without text.
func WriteOpportunity(g Goal, o Opportunity, text string, today Date) (Change, error) {
	o.Text = OneLine(text)
	if o.Text == "" {
		return Change{}, Invalid{Field: FieldChance, Why: "Say what it is, e.g. “The January rollout, start to end”."}
	}
	if o.ID == 0 {
		o.Goal, o.State, o.Date, o.Order = g.ID, Offered, today, nextOpportunity(g)
	}
	return Change{Rows: []Row{o}}, nil
}

func nextOpportunity(g Goal) int {
	last := 0
	for _, o := range g.Opportunities {
		last = max(last, o.Order)
	}
	return last + 1
}

// SetOpportunity says how far an opportunity has come, from today on.
func SetOpportunity(o Opportunity, state OpportunityState, today Date) Change {
	o.State, o.Date = state, today
	return Change{Rows: []Row{o}}
}
