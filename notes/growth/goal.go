package growth

import (
	"cmp"
	"slices"

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
	Quiet   string        // "No line with #platform since 3 Oct", where that is long ago; otherwise ""
	ToDo    []notes.Step  // open steps in their order
	Done    []notes.Step  // steps done, newest first
	Actions []notes.Filed // open todos of notes that carry the goal's tag, by due date, undated last
	Noted   []notes.Filed // the other lines with its tag, newest first
}

// ShowGoal is how an open goal is shown. Evidence are the lines that carry its tag, newest first; off are the days on which
// the person or the manager was away, which count for no quiet.
func ShowGoal(
	g notes.Goal, areas []notes.Area, company []notes.CompanyGoal, evidence []notes.Filed, off notes.DaysOff, today notes.Date,
) GoalView {
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
		noted = max(noted, notes.HappenedOn(f))
	}
	v.Moved, v.Quiet = movedOrQuiet(notes.MovementOf(g, noted, off, today), g.Tag, today)
	return v
}

func aboutGoal(g notes.Goal, now notes.Level, company []notes.CompanyGoal, today notes.Date) []string {
	about := []string{sayLevels(now, g.Wanted)}
	if g.Target == "" {
		about = append(about, voice.T("no date"))
	} else {
		about = append(about, sayUntil(g.Target, today, len(g.Moves)))
	}
	for _, c := range company {
		if c.ID == g.Company && g.Company != 0 {
			about = append(about, voice.T("company goal: {goal}", "goal", c.Title))
		}
	}
	return about
}

func sayLevels(now, wanted notes.Level) string {
	switch {
	case now == notes.NoLevel && wanted == notes.NoLevel:
		return voice.T("no level yet")
	case wanted == notes.NoLevel || wanted == now:
		return voice.T("now {now}", "now", now)
	case now == notes.NoLevel:
		return voice.T("aiming for {wanted}", "wanted", wanted)
	}
	return voice.T("now {now}, aiming for {wanted}", "now", now, "wanted", wanted)
}

// sayUntil is "until 4 Dec, moved twice"; "until the end of March" for a month's last day.
func sayUntil(d, today notes.Date, moves int) string {
	until := voice.T("until {date}", "date", notes.SayDate(d, today))
	if d.AddDays(1).Time().Day() == 1 {
		month := d.Time().Format("January")
		if d.Time().Year() > today.Time().Year()+1 || d < today {
			month = d.Time().Format("January 2006")
		}
		until = voice.T("until the end of {month}", "month", month)
	}
	switch moves {
	case 0:
		return until
	case 1:
		return until + ", " + voice.T("moved once")
	case 2:
		return until + ", " + voice.T("moved twice")
	}
	return until + ", " + voice.T("moved {count} times", "count", notes.SayCount(moves))
}

// movedOrQuiet says when the goal last moved, or since when no line with its tag was noted, which is all that is looked at
// here: other lines may speak of it. It says nothing of a goal begun lately.
func movedOrQuiet(m notes.Movement, tag string, today notes.Date) (moved, quiet string) {
	switch {
	case m.Quiet && tag != "":
		return "", voice.T("No line with #{tag} since {date}", "tag", tag, "date", notes.SayDate(m.Since, today))
	case m.Quiet:
		return "", voice.T("Nothing new since {date}", "date", notes.SayDate(m.Since, today))
	case m.On != "":
		return voice.T("moved {date}", "date", notes.SayDate(m.On, today)), ""
	case m.Since == "" && tag != "":
		return "", voice.T("No line with #{tag} yet", "tag", tag)
	case m.Since == "":
		return "", voice.T("Nothing noted for it yet")
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
	if when == "" {
		return voice.N(len(goals), "{n} goal", "{n} goals")
	}
	return voice.N(len(goals), "{n} goal, in {month}", "{n} goals, the last in {month}", "month", when)
}

// SayStepIn is what was agreed about stepping in: "the date moves a second time · agreed 25 Sep". "" for nothing.
func SayStepIn(g notes.Goal, today notes.Date) string {
	if g.StepInIf == "" || g.StepInAgreed == "" {
		return g.StepInIf
	}
	return g.StepInIf + " · " + voice.T("agreed {date}", "date", notes.SayDate(g.StepInAgreed, today))
}

// SayWhose is whose an open step or action is, as a row says it at its end: "Ana's", "yours", "shared".
func SayWhose(actor notes.Actor, first string) string {
	switch actor {
	case notes.Me:
		return voice.T("yours")
	case notes.We:
		return voice.T("shared")
	}
	return voice.T("{first}'s", "first", first)
}

// SayStep is what stands at the end of a step's row beside whose it is: its day.
func SayStep(s notes.Step, today notes.Date) string {
	if s.Done != "" {
		return voice.T("done {date}", "date", notes.SayDate(s.Done, today))
	}
	return notes.SayShort(s.Due, today)
}

// Remark says under the title what Growth is for.
func Remark(p notes.Person) string {
	return voice.T("What {first} wants to grow into, and what helps.", "first", p.First())
}

// SayStepIns is SayStepIn of several goals in one line, which names the goal where there are more than one.
func SayStepIns(goals []notes.Goal, today notes.Date) string {
	switch len(goals) {
	case 0:
		return ""
	case 1:
		return SayStepIn(goals[0], today)
	}
	return goals[0].StepInIf + " · " + voice.T("and {count} more", "count", notes.SayCount(len(goals)-1))
}
