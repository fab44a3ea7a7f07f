package growth

import (
	"cmp"
	"slices"
	"strconv"

	"handback/notes"

	"handback/notes/voice"
)

// GoalView is one open goal as Growth shows it.
type GoalView struct {
	notes.Goal
	Area    notes.Area
	Now     notes.Level   // of the area; NoLevel without one
	About   []string      // what stands under the title, in order; the tag is not among it
	Moved   string        // "moved 20 Nov", where something did lately; otherwise ""
	Quiet   string        // "You have noted nothing since 3 Oct", where that is long ago; otherwise ""
	ToDo    []notes.Step  // open steps in their order
	Done    []notes.Step  // steps done, newest first
	Actions []notes.Filed // open todos of notes that carry the goal's tag, by due date, undated last
	Noted   []notes.Filed // the other lines with its tag, newest first
}

// ShowGoal is how an open goal is shown. Evidence are the lines that carry its tag, newest first.
func ShowGoal(g notes.Goal, areas []notes.Area, company []notes.CompanyGoal, evidence []notes.Filed, today notes.Date) GoalView {
	v := GoalView{Goal: g, Area: notes.AreaOf(areas, g.Tag)}
	v.Now = v.Area.LevelOn(today)
	for _, s := range g.Steps {
		if s.Done == "" {
			v.ToDo = append(v.ToDo, s)
		} else {
			v.Done = append(v.Done, s)
		}
	}
	slices.SortStableFunc(v.Done, func(a, b notes.Step) int { return cmp.Compare(b.Done, a.Done) })
	for _, f := range evidence {
		if f.Label == notes.Todo && f.State == notes.Open {
			v.Actions = append(v.Actions, f)
		} else {
			v.Noted = append(v.Noted, f)
		}
	}
	slices.SortStableFunc(v.Actions, notes.SoonestDueFirst)
	v.About = aboutGoal(g, v.Now, company, today)
	noted := notes.Date("")
	for _, f := range evidence {
		noted = max(noted, f.NoteDate)
	}
	v.Moved, v.Quiet = movedOrQuiet(notes.MovementOf(g, noted, today), today)
	return v
}

func aboutGoal(g notes.Goal, now notes.Level, company []notes.CompanyGoal, today notes.Date) []string {
	about := []string{sayLevels(now, g.Wanted)}
	if g.Target == "" {
		about = append(about, voice.T("no date"))
	} else {
		about = append(about, SayUntil(g.Target, today)+sayMoves(len(g.Moves)))
	}
	for _, c := range company {
		if c.ID == g.Company && g.Company != 0 {
			about = append(about, "for "+c.Title)
		}
	}
	return about
}

func sayLevels(now, wanted notes.Level) string {
	switch {
	case now == notes.NoLevel && wanted == notes.NoLevel:
		return "no area"
	case wanted == notes.NoLevel || wanted == now:
		return "now " + now.String()
	case now == notes.NoLevel:
		return "towards " + wanted.String()
	}
	return "now " + now.String() + ", towards " + wanted.String()
}

// SayUntil is "until 4 Dec"; "until end of March" for a month's last day.
func SayUntil(d, today notes.Date) string {
	said := notes.SayDate(d, today)
	if d.AddDays(1).Time().Day() == 1 {
		said = "end of " + d.Time().Format("January")
		if d.Time().Year() > today.Time().Year()+1 || d < today {
			said += d.Time().Format(" 2006")
		}
	}
	return "until " + said
}

func sayMoves(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", moved once"
	case 2:
		return ", moved twice"
	}
	return ", moved " + notes.SayCount(n) + " times"
}

// movedOrQuiet says when the goal last moved, or since when nothing was noted for it; nothing of a goal begun lately.
func movedOrQuiet(m notes.Movement, today notes.Date) (moved, quiet string) {
	switch {
	case m.Quiet:
		return "", "You have noted nothing " + notes.SaySince(m.Since, today)
	case m.On != "":
		return "moved " + notes.SayDate(m.On, today), ""
	case m.Since == "":
		return "", "You have noted nothing for it yet"
	}
	return "", ""
}

// Split parts a person's goals into the open ones in their order, and those reached and dropped, newest first.
func Split(goals []notes.Goal) (open, reached, dropped []notes.Goal) {
	for _, g := range goals {
		switch g.State {
		case notes.GoalReached:
			reached = append(reached, g)
		case notes.GoalDropped:
			dropped = append(dropped, g)
		default:
			open = append(open, g)
		}
	}
	newest := func(a, b notes.Goal) int { return cmp.Compare(b.Closed, a.Closed) }
	slices.SortStableFunc(reached, newest)
	slices.SortStableFunc(dropped, newest)
	return open, reached, dropped
}

// SayClosed says how many goals were closed and when the last: "1 goal, in June". They come newest first.
func SayClosed(goals []notes.Goal, today notes.Date) string {
	if len(goals) == 0 {
		return ""
	}
	when := ""
	if d := goals[0].Closed; d.Valid() {
		when = d.Time().Format("January")
		if d.Time().Year() != today.Time().Year() {
			when = d.Time().Format("January 2006")
		}
	}
	switch {
	case when == "":
		return notes.Plural(len(goals), "goal")
	case len(goals) == 1:
		return "1 goal, in " + when
	}
	return strconv.Itoa(len(goals)) + " goals, the last in " + when
}

// SayStepIn is what was agreed about stepping in: "the date moves a second time · agreed 25 Sep". "" for nothing.
func SayStepIn(g notes.Goal, today notes.Date) string {
	if g.StepInIf == "" || g.StepInAgreed == "" {
		return g.StepInIf
	}
	return g.StepInIf + " · agreed " + notes.SayDate(g.StepInAgreed, today)
}

// SayWhose is whose an open step or action is, as a row says it at its end: "Ana's", "mine", "ours".
func SayWhose(actor notes.Actor, first string) string {
	switch actor {
	case notes.Me:
		return "mine"
	case notes.We:
		return "ours"
	}
	return first + "'s"
}

// SayStep is what stands at the end of a step's row beside whose it is: its day.
func SayStep(s notes.Step, today notes.Date) string {
	if s.Done != "" {
		return "done " + notes.SayDate(s.Done, today)
	}
	return notes.SayShort(s.Due, today)
}

// Remark says under the title what Growth is for.
func Remark(p notes.Person) string {
	return "What " + p.First() + " wants to grow into, in " + p.Pronoun.Their() + " words where you have them."
}

// SayStepIns is SayStepIn of several goals in one line, which names the goal where there are more than one.
func SayStepIns(goals []notes.Goal, today notes.Date) string {
	switch len(goals) {
	case 0:
		return ""
	case 1:
		return SayStepIn(goals[0], today)
	}
	return goals[0].StepInIf + " · and " + notes.SayCount(len(goals)-1) + " more"
}
