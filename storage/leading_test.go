package storage

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// said is what lines say, in their order.
func said(lines []notes.Filed) string {
	var out []string
	for _, f := range lines {
		out = append(out, f.Text)
	}
	return strings.Join(out, ", ")
}

func wantSaid(t *testing.T, what, want string) func([]notes.Filed, error) {
	t.Helper()
	return func(lines []notes.Filed, err error) {
		t.Helper()
		if got := said(lines); err != nil || got != want {
			t.Errorf("%s: %q, want %q, %v", what, got, want, err)
		}
	}
}

func TestDecisionsAreReadWithTheKindOfTheirNote(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben")
	addNote(t, j, ana, notes.HeldNote, "2026-08-01", "decided Ana: too old")
	addNote(t, j, ana, notes.HeldNote, "2026-11-02", "decided Ana: first #a\ndecided: nobody yet\nprivate: decided me: never\nprose decided")
	addNote(t, j, ana, notes.PlannedNote, "2026-11-30", "decided me: planned")
	addNote(t, j, ben, notes.JournalNote, "2026-11-05", "decided Ana: with Ben's\ndecided Ben: his own")
	lost := addNote(t, j, ana, notes.HeldNote, "2026-11-06", "decided me: lost")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(lost)})

	lines := must[[]notes.Filed](t)(j.Decisions(ana, "2026-09-01"))
	wantSaid(t, "since September", "planned, with Ben's, nobody yet, first #a")(lines, nil)
	if lines[0].NoteKind != notes.PlannedNote || lines[1].NoteKind != notes.JournalNote || lines[3].NoteKind != notes.HeldNote {
		t.Errorf("kinds: %+v", lines)
	}
	if lines[2].Actor != notes.Unsaid || lines[3].Actor != notes.Them {
		t.Errorf("actors: %+v", lines)
	}

	p := must[notes.Person](t)(j.Person(ana))
	p.Name = "Anna Ruiz"
	do(t, j, p) // the lines that say Ana name nobody any more until she has the alias
	wantSaid(t, "renamed", "planned, nobody yet")(j.Decisions(ana, "2026-09-01"))
	p.Aliases = []string{"Ana"}
	do(t, j, p)
	wantSaid(t, "with the alias", "planned, with Ben's, nobody yet, first #a")(j.Decisions(ana, "2026-09-01"))
}

func TestOpenActionsAreMineWhoeverTheyAreAbout(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	addNote(
		t,
		j,
		ana,
		notes.HeldNote,
		"2026-11-02",
		"todo me: second\ntodo: hers\ntodo we: ours\nneed: dated by 2026-11-30\nneed: undated\ntodo me: over (done)",
	)
	addNote(t, j, ben, notes.PlannedNote, "2026-11-01", "todo me: first")
	gone := addPerson(t, j, "Gone")
	addNote(t, j, gone, notes.HeldNote, "2026-11-03", "todo me: about the deleted")
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(gone)})
	left := must[notes.Person](t)(j.Person(ben))
	left.State, left.LeftOn = notes.StateLeft, "2026-11-20"
	do(t, j, left)
	wantSaid(t, "open", "first, second, dated")(j.OpenActions())
}

func TestIdeasAndAsksOfEverybody(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	addNote(t, j, ana, notes.HeldNote, "2026-10-01", "idea: old (declined)\nask: old?")
	addNote(t, j, ana, notes.HeldNote, "2026-11-02", "idea: a wiki (adopted)\nask: stop what?\nidea Ana, Ben: swap")
	addNote(t, j, ben, notes.PlannedNote, "2026-11-25", "ask: stop what?\nidea: shorter mails")
	ideas := func(what, want string, wantMore bool, answered int) {
		t.Helper()
		lines, more, err := j.Ideas("2026-11-01", answered)
		wantSaid(t, what, want)(lines, err)
		if more != wantMore {
			t.Errorf("%s: more %v", what, more)
		}
	}
	ideas("ideas", "shorter mails, swap, swap, a wiki", false, 1)
	ideas("none of the answered", "shorter mails, swap, swap", true, 0)
	addNote(t, j, ben, notes.HeldNote, "2026-11-03", "idea Ana, Ben: longer weeks (declined)")
	ideas("a line is not cut between its people", "shorter mails, longer weeks, longer weeks, swap, swap", true, 1)
	wantSaid(t, "Ana's", "longer weeks, swap, a wiki")(j.IdeasOf(ana, "2026-11-01"))
	wantSaid(t, "asks", "stop what?, stop what?")(j.Asks("2026-11-01"))
	wantSaid(t, "all asks", "stop what?, stop what?, old?")(j.Asks(""))
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ben)})
	ideas("without Ben", "a wiki", false, 9)
	addNote(t, j, ana, notes.HeldNote, "2024-10-01", "idea: long waiting\nidea: long on trial (trying)\nidea: long done (adopted)")
	ideas("what has no answer yet, however old", "a wiki, long on trial, long waiting", false, 9)
	wantSaid(t, "hers, however old", "a wiki, long on trial, long waiting")(j.IdeasOf(ana, "2026-11-01"))
}

func TestGoalsAndAreasOfThoseWhoAreHere(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben, lars, gone := addPerson(t, j, "Ana"), addPerson(t, j, "Ben"), addPerson(t, j, "Lars"), addPerson(t, j, "Gone")
	for i, p := range []notes.PersonID{ben, ana, lars, gone} {
		do(t, j, notes.Goal{Person: p, Title: fmt.Sprint("goal ", p)}, notes.Step{Text: "step", Owner: notes.Them},
			notes.Goal{Person: p, Title: "reached", State: notes.GoalReached, Closed: "2026-11-01"},
			notes.AreaLevel{Person: p, Tag: fmt.Sprint("tag", i), DatedLevel: notes.DatedLevel{From: "2026-01-01", Level: notes.Sell}})
	}
	p := must[notes.Person](t)(j.Person(lars))
	p.State, p.LeftOn = notes.StateLeft, "2026-11-01"
	do(t, j, p, notes.Delete{Kind: notes.KindPerson, ID: int64(gone)})
	goals, areas := must[[]notes.Goal](t)(j.AllGoals()), must[[]notes.Area](t)(j.AllAreas())
	if len(goals) != 2 || goals[0].Person != ana || len(goals[0].Steps) != 1 || goals[1].Person != ben {
		t.Errorf("goals %+v", goals)
	}
	if len(areas) != 2 || areas[0].Person != ana || len(areas[0].Levels) != 1 || areas[1].Person != ben {
		t.Errorf("areas %+v", areas)
	}
}

func TestExpectationsStandInTheirOrder(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	want := []notes.Expectation{
		{Person: ana, Text: "an hour a week", Order: 1},
		{Person: ana, Theirs: true, Text: "say it early", Agreed: "2026-01-05", Order: 2},
	}
	ids := do(t, j, want[1], want[0], notes.Expectation{Person: ben, Text: "other"})
	got := must[[]notes.Expectation](t)(j.Expectations(ana))
	for i := range want {
		want[i].ID, want[i].UID = ids[1-i], got[i].UID
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	refused(t, j, "nothing", "Text", notes.Expectation{Person: ana})
	refused(t, j, "no day", "Agreed on", notes.Expectation{Person: ana, Text: "x", Agreed: "soon"})
	got[0].Person = ben
	refused(t, j, "another person", "Person", got[0])
}

func TestWhatCameOfAPrompt(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	var ids []int64
	for _, day := range []notes.Date{"2024-01-01", "2024-01-02", "2026-11-01"} {
		ids = append(
			ids,
			do(t, j, notes.PromptEvent{Person: ana, Kind: "ideas", Key: string(day), Text: "?", Reason: "r", Shown: day, Outcome: notes.Asked})...)
	}
	do(t, j, notes.PromptOutcomeOf{ID: ids[0], Outcome: notes.TheyDecided, On: "2024-01-08"})
	h := must[[]notes.PromptEvent](t)(j.PromptHistory(ana))
	if len(h) != 3 || h[0].ID != ids[2] || h[2].Came != notes.TheyDecided || h[2].CameOn != "2024-01-08" {
		t.Errorf("%+v", h)
	}
	refused(t, j, "no such outcome", "Outcome", notes.PromptOutcomeOf{ID: ids[0], Outcome: "who knows", On: "2024-01-08"})
	refused(t, j, "no day", "Date", notes.PromptOutcomeOf{ID: ids[0], Outcome: notes.IDecided})
	f := must[notes.PromptFacts](t)(j.PromptFacts(ana, benchNow))
	if len(f.History) != 2 || f.History[0].Came == "" || f.History[1].Shown != "2026-11-01" {
		t.Errorf("the engine is told %+v", f.History)
	}
}

func TestVerdictsInForce(t *testing.T) {
	j, _ := newJournal(t)
	do(t, j,
		notes.Verdict{NoteUID: "n", Line: "todo me: a", Verdict: "not yet", Until: "2026-11-22"},
		notes.Verdict{NoteUID: "n", Line: "todo me: b", Verdict: "not yet", Until: "2026-11-23"},
		notes.Verdict{NoteUID: "n", Line: "Todo me:  B", Verdict: "mine to keep", Why: "it is about pay"},
		notes.Verdict{NoteUID: "m", Line: "todo me: b", Verdict: "not yet", Until: "2026-12-24"})
	got := must[[]notes.Verdict](t)(j.Verdicts("2026-11-23"))
	if len(got) != 2 || got[0].Why != "it is about pay" || got[0].Line != "todo me: b" || got[1].NoteUID != "m" {
		t.Errorf("%+v", got)
	}
}

func TestQuiet(t *testing.T) {
	j, c := newJournal(t)
	zoe, ana := addPerson(t, j, "zoe"), addPerson(t, j, "Élise")
	away := addPerson(t, j, "Away")
	p := must[notes.Person](t)(j.Person(away))
	p.State = notes.StateAway
	do(t, j, p, notes.Person{Kind: notes.KindOther, Name: "Peer"})
	for _, goal := range []notes.Goal{{Person: ana, Title: "Lead", Tag: "lead"}} {
		do(t, j, goal)
	}
	for _, l := range []notes.DatedLevel{{From: "2026-01-01", Level: notes.Agree}, {From: "2026-03-01", Level: notes.Sell}, {From: "2026-10-20", Level: notes.Inquire}, {From: "2027-01-01", Level: notes.Delegate}} {
		do(t, j, notes.AreaLevel{Person: ana, Tag: "lead", DatedLevel: l})
	}
	addNote(
		t,
		j,
		ana,
		notes.HeldNote,
		"2026-10-01",
		"praise: one (said)\ndecided Élise: hers\nneed: time\nidea: wiki (trying 2026-10-05)\ntodo: plan #lead",
	)
	addNote(t, j, ana, notes.HeldNote, "2026-11-01", "decided me: mine\nidea: open\nask: what do you need? (answered)\nprivate: praise: no")
	addNote(t, j, ana, notes.PlannedNote, "2026-11-22", "praise: planned\nneed: planned\ntodo: planned #lead")
	addNote(t, j, ana, notes.JournalNote, "2027-11-01", "praise: from a clock that ran ahead\nneed: then\nidea: b (adopted)\ntodo: x #lead")

	got := must[[]notes.QuietRow](t)(j.Quiet(c.now()))
	want := []notes.QuietRow{
		{
			Person:       ana,
			Praised:      "2026-10-01",
			HandedOver:   "2026-10-20",
			IdeaTakenUp:  "2026-10-05",
			GrowthTalked: "2026-10-01",
			AskedNeed:    "2026-11-01",
		},
		{Person: zoe},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	c.at = c.at.AddDate(-1, 0, 0) // a clock set back a year: what is noted later does not count
	if got := must[[]notes.QuietRow](t)(j.Quiet(c.now())); !reflect.DeepEqual(got, []notes.QuietRow{{Person: ana}, {Person: zoe}}) {
		t.Errorf("a year before: %+v", got)
	}
}

func TestWhatTheEngineIsTold(t *testing.T) {
	j, c := newJournal(t)
	ana, ben, cleo := addPerson(t, j, "Ana"), addPerson(t, j, "Ben"), addPerson(t, j, "Cleo")
	do(t, j, notes.Goal{Person: ana, Title: "Lead", Tag: "rollout"})
	company := notes.CompanyGoal{Title: "Ship weekly"}
	company.ID = notes.CompanyGoalID(do(t, j, company)[0])
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", "asked me what to do\ndecided me: the vendor")
	addNote(t, j, ana, notes.HeldNote, "2026-10-01", "too long ago")
	addNote(
		t,
		j,
		ben,
		notes.HeldNote,
		"2026-05-01",
		"praise: ran it #rollout\ndecided Ben: when #rollout\npraise: third #rollout\ntodo: x #rollout",
	)
	addNote(t, j, ben, notes.PlannedNote, "2026-11-26", "praise: planned #rollout")
	addNote(t, j, cleo, notes.HeldNote, "2026-06-01", "praise: hers #rollout\npraise: other #else")
	old := stepIn(ana)
	old.What, old.Began, old.Ends, old.HandedBack = "old", "2025-01-01", "2025-01-10", "2025-01-10"
	do(t, j, old, stepIn(ana), stepIn(ben))

	f := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now()))
	if len(f.Lately) != 1 || !strings.HasPrefix(f.Lately[0].Body, "asked me") {
		t.Errorf("lately %+v", f.Lately)
	}
	wantSaid(t, "decisions", "the vendor")(f.Decisions, nil)
	wantSaid(t, "strengths", "hers #rollout, third #rollout, when #rollout")(f.Strengths, nil)
	if len(f.StepIns) != 1 || f.StepIns[0].What != "the tender" || len(f.Team) != 2 || f.Team[0].ID != ben {
		t.Errorf("step-ins %+v, team %+v", f.StepIns, f.Team)
	}
	if len(f.CompanyChanged) != 0 {
		t.Errorf("changed: %v", f.CompanyChanged)
	}
	company.Why = "to learn"
	undo := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{company}})).Undo
	if f = must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())); f.CompanyChanged[company.ID] != "2026-11-23" {
		t.Errorf("changed: %v", f.CompanyChanged)
	}
	must[notes.Applied](t)(j.Apply(undo))
	company.Order = 4
	do(t, j, company, notes.CompanyGoal{ID: company.ID, Title: company.Title, Order: 2})
	if f = must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())); len(f.CompanyChanged) != 0 {
		t.Errorf("taken back: %v", f.CompanyChanged)
	}
}

// A clock that is set back changes no order of writes: updated_at rises with each of them.
func TestAClockSetBackAYear(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	s := stepIn(ana)
	s.ID = notes.StepInID(do(t, j, s)[0])
	e := notes.Expectation{Person: ana, Text: "an hour a week"}
	e.ID = do(t, j, e)[0]
	updated := func() (at [2]int64) {
		if err := j.c.row("SELECT (SELECT updated_at FROM stepping_in), (SELECT updated_at FROM expectation)", nil, &at[0], &at[1]); err != nil {
			t.Fatal(err)
		}
		return at
	}
	before := updated()
	c.pass(-365 * 24 * time.Hour)
	s.HandedBack, s.DidWell = "2026-11-23", "kept calm"
	e.Text = "two hours a week"
	do(t, j, s, e)
	if after := updated(); after[0] <= before[0] || after[1] <= before[1] {
		t.Errorf("written at %v, then at %v", before, after)
	}
	if got := must[[]notes.SteppingIn](t)(j.StepIns(ana)); len(got) != 1 || got[0].DidWell != "kept calm" {
		t.Errorf("%+v", got)
	}
	if got := must[[]notes.QuietRow](t)(j.Quiet(c.now())); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}

// A goal that goes to the trash, and then for good, leaves the lines, the prompts and the step-in that point to it.
func TestAGoalThatIsDeletedWhileMuchPointsToIt(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	goal := do(t, j, notes.Goal{Person: ana, Title: "Lead", Tag: "lead"})[0]
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "decided Ana: the plan #lead\npraise: it went well #lead")
	do(
		t,
		j,
		notes.PromptEvent{
			Person:  ana,
			Kind:    "stalled goal",
			Key:     "k",
			Text:    "What changed about Lead?",
			Reason:  "r",
			Shown:   "2026-11-21",
			Outcome: notes.InView,
		},
	)
	s := stepIn(ana)
	s.Goal = notes.GoalID(goal)
	do(t, j, s)
	check := func(when string, inForce, prompts int) {
		t.Helper()
		f := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now()))
		if len(f.Decisions) != 1 || len(f.History) != prompts || len(f.StepIns) != 1 || len(f.Goals) != inForce {
			t.Errorf("%s: %d decisions, %d prompts, %d step-ins, %d goals", when, len(f.Decisions), len(f.History), len(f.StepIns), len(f.Goals))
		}
		if (f.StepIns[0].Goal != 0) != (inForce == 1) || len(must[[]notes.Goal](t)(j.AllGoals())) != inForce {
			t.Errorf("%s: the step-in is about goal %d", when, f.StepIns[0].Goal)
		}
		if q := must[[]notes.QuietRow](t)(j.Quiet(c.now()))[0]; (q.GrowthTalked != "") != (inForce == 1) || q.Praised == "" {
			t.Errorf("%s: %+v", when, q)
		}
	}
	check("with the goal", 1, 1)
	do(t, j, notes.Delete{Kind: notes.KindGoal, ID: goal})
	check("in the trash", 0, 1)
	do(t, j, notes.Restore{Kind: notes.KindGoal, ID: goal})
	check("restored", 1, 1)
	do(t, j, notes.Purge{Kind: notes.KindGoal, ID: goal})
	check("gone for good", 0, 0) // a prompt that repeats its title goes with it
}
