package storage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// fill writes what stood in the journal in the morning of a day; it returns the people by first and full name.
func (jd *judged) fill(t testing.TB, j *Journal, c *clock, day notes.Date) map[string]notes.PersonID {
	t.Helper()
	c.at = morning(t, day)
	ids := map[string]notes.PersonID{}
	for _, p := range must[[]notes.Person](t)(j.People()) {
		if p.Kind == notes.KindMe {
			ids["Me"] = p.ID
			p.Name, p.Role, p.Pronoun = jd.me.Name, jd.me.Role, jd.me.Pronoun
			do(t, j, p)
		}
	}
	var off notes.DaysOff
	for _, s := range jd.off {
		if s.From <= day {
			off = off.With(s)
		}
	}
	do(t, j, notes.PutSetting{Key: notes.SettingDaysOff, Value: off.String()})
	for i, p := range jd.people {
		row := p.Person
		row.Order = i
		for _, s := range p.away {
			if s.From > day {
				continue // nothing is known of it
			}
			row.Absences = row.Absences.With(s)
			if day <= s.To {
				row.State, row.Until = notes.StateAway, s.To.AddDays(1)
			}
		}
		id := notes.PersonID(do(t, j, row)[0])
		ids[p.Name], ids[row.FirstName()] = id, id
	}
	company := map[string]notes.CompanyGoalID{}
	for i, v := range jd.company {
		company[v[0]] = notes.CompanyGoalID(do(t, j, notes.CompanyGoal{Title: v[0], Leader: ids[v[1]], Why: v[2], Order: i})[0])
	}
	for _, p := range jd.people {
		p.fill(t, j, day, ids[p.Name], company)
	}
	uids := jd.fillNotes(t, j, day, ids)
	for _, p := range jd.people {
		p.fillPrompts(t, j, day, ids[p.Name], uids)
	}
	for _, p := range jd.people {
		for _, g := range p.goals {
			g.fill(t, j, c, day, ids[p.Name], company)
		}
	}
	c.at = morning(t, day)
	return ids
}

func morning(t testing.TB, day notes.Date) time.Time {
	t.Helper()
	at, err := time.Parse("2006-01-02 15:04", string(day)+" 08:00")
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func (p *judgedPerson) fill(t testing.TB, j *Journal, day notes.Date, id notes.PersonID, company map[string]notes.CompanyGoalID) {
	t.Helper()
	for _, l := range p.head {
		switch l.word {
		case "area":
			tag := strings.TrimPrefix(l.parts[0], "#")
			do(t, j, notes.Area{Person: id, Tag: tag, Limits: l.parts[1]})
			for _, dated := range strings.Split(l.parts[2], ",") {
				from, name, _ := strings.Cut(strings.TrimSpace(dated), " ")
				if from == "" || notes.Date(from) >= day {
					continue
				}
				at := slices.IndexFunc(notes.Levels, func(v notes.Level) bool { return v.String() == name })
				if at < 0 {
					t.Fatalf("%s: no level of that name", l.word)
				}
				do(t, j, notes.AreaLevel{Person: id, Tag: tag, DatedLevel: notes.DatedLevel{From: notes.Date(from), Level: notes.Levels[at]}})
			}
		case "talk":
			if on := notes.Date(l.parts[1]); on < day && company[l.parts[0]] != 0 {
				do(t, j, notes.CompanyTalk{Company: company[l.parts[0]], Person: id, On: on, Words: l.parts[2]})
			}
		}
	}
	for _, v := range p.leads {
		fillLead(t, j, v, day, id)
	}
}

func before(d string, day notes.Date) notes.Date {
	if notes.Date(d) < day {
		return notes.Date(d)
	}
	return ""
}

func fillLead(t testing.TB, j *Journal, v []string, day notes.Date, id notes.PersonID) {
	t.Helper()
	if notes.Date(v[3]) >= day {
		return
	}
	s := notes.SteppingIn{
		People: []notes.PersonID{id}, What: v[1], Tag: strings.TrimPrefix(v[2], "#"), Began: notes.Date(v[3]), Ends: notes.Date(v[4]),
		HandedBack: before(v[5], day), Reason: "-", ExitSign: "-", Sentence: "-",
	}
	if v[0] == "crisis" {
		s.Crisis, s.Reason, s.ExitSign, s.Sentence = true, "", "", ""
	} else {
		s.Help = notes.Help(v[0])
	}
	if s.HandedBack != "" {
		s.DidWell = v[6]
	}
	for i := 7; i+1 < len(v); i++ {
		switch v[i] {
		case "led because":
			s.Reason = v[i+1]
		case "led until":
			s.ExitSign = v[i+1]
		}
	}
	do(t, j, s)
}

func (jd *judged) fillNotes(t testing.TB, j *Journal, day notes.Date, ids map[string]notes.PersonID) map[string]string {
	t.Helper()
	uids := map[string]string{}
	for _, n := range jd.notes {
		if n.day >= day {
			continue
		}
		id, ok := ids[n.who]
		if !ok {
			t.Fatalf("a note of %s is about nobody known", n.day)
		}
		row := notes.NewNote{
			UID: newUID(), Person: id, Kind: n.kind, Date: n.day, CalledOff: n.calledOff, Body: bodyAsOf(n.body, day),
		}
		do(t, j, row)
		for _, l := range strings.Split(row.Body, "\n") {
			uids[l] = row.UID
		}
		for _, l := range strings.Split(n.body, "\n") {
			uids[l], uids[asOf(l, n.day)] = row.UID, row.UID
		}
	}
	return uids
}

const promptParts = 6 // before the line it came from

func (p *judgedPerson) fillPrompts(t testing.TB, j *Journal, day notes.Date, id notes.PersonID, uids map[string]string) {
	t.Helper()
	for _, l := range p.head {
		if l.word != "prompt" || notes.Date(l.parts[1]) >= day {
			continue
		}
		line := ""
		if v := strings.SplitN(l.whole, " | ", promptParts+1); len(v) > promptParts {
			line = v[promptParts]
		}
		e := notes.PromptEvent{
			Person: id, Kind: engineKind(l.parts[0]), Shown: notes.Date(l.parts[1]), Left: before(l.parts[2], day),
			Outcome: notes.PromptOutcome(l.parts[3]), ForThem: l.parts[4] == "them", Text: l.parts[5], Key: l.parts[5],
			Reason: "because", Line: asOf(line, day), NoteUID: uids[line],
		}
		if e.Left == "" {
			e.Outcome = notes.InView
		}
		do(t, j, e)
	}
}

func (g *judgedGoal) fill(
	t testing.TB, j *Journal, c *clock, day notes.Date, id notes.PersonID, company map[string]notes.CompanyGoalID,
) {
	t.Helper()
	v := g.parts
	if notes.Date(v[3]) >= day {
		return
	}
	row := notes.Goal{
		Person: id, Title: v[0], Tag: strings.TrimPrefix(v[1], "#"), Start: notes.Date(v[3]), Target: notes.Date(v[4]),
		Company: company[v[5]], State: notes.GoalOpen,
	}
	if at := slices.IndexFunc(notes.Levels, func(l notes.Level) bool { return l.String() == v[2] }); at >= 0 {
		row.Wanted = notes.Levels[at]
	}
	var children []notes.Row
	var moves []headLine
	for _, l := range g.below {
		switch l.word {
		case "why":
			row.Why = l.whole
		case "step in if":
			if l.parts[1] == "" || notes.Date(l.parts[1]) < day {
				row.StepInIf, row.StepInAgreed = l.parts[0], notes.Date(l.parts[1])
			}
		case "step":
			children = append(children, notes.Step{
				Owner: notes.Actor(l.parts[0]), Text: l.parts[1], Due: notes.Date(l.parts[2]), Done: before(l.parts[3], day), Order: len(children),
			})
		case "chance":
			if o, ok := chanceAsOf(l, day); ok {
				o.Order = len(children)
				children = append(children, o)
			}
		case "moved":
			if notes.Date(l.parts[0]) < day {
				moves = append(moves, l)
			}
		case "closed":
			if notes.Date(l.parts[1]) < day {
				row.State, row.Closed = notes.GoalState(l.parts[0]), notes.Date(l.parts[1])
			}
		}
	}
	row.ID = notes.GoalID(do(t, j, row)[0])
	for _, r := range children {
		switch r := r.(type) {
		case notes.Step:
			r.Goal = row.ID
			do(t, j, r)
		case notes.Opportunity:
			r.Goal = row.ID
			do(t, j, r)
		}
	}
	for _, m := range moves {
		c.at = morning(t, notes.Date(m.parts[0]))
		row = must[notes.Goal](t)(j.Goal(row.ID))
		row.Target = notes.Date(m.parts[1])
		row.Steps, row.Opportunities, row.Moves = nil, nil, nil
		do(t, j, row)
	}
}

// chanceAsOf is an opportunity as far as it had come before a day; one that was not offered yet is none.
func chanceAsOf(l headLine, day notes.Date) (notes.Opportunity, bool) {
	o := notes.Opportunity{Kind: notes.OpportunityKind(l.parts[0]), Text: l.parts[1], Date: notes.Date(l.parts[3])}
	for i, d := range strings.Split(l.parts[2], ",") {
		d, _, _ = strings.Cut(strings.TrimSpace(d), " ") // "2026-03-02 offered" says the same
		if d != "" && notes.Date(d) < day && i < len(notes.OpportunityStates) {
			o.State, o.Since = notes.OpportunityStates[i], notes.Date(d)
		}
	}
	return o, o.State != ""
}
