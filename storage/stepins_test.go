package storage

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// stepIn is one about ana that began a fortnight before the clock of the tests.
func stepIn(people ...notes.PersonID) notes.SteppingIn {
	return notes.SteppingIn{
		People: people, What: "the tender", Tag: "tender", Before: notes.Advise, Help: notes.HelpDecide,
		Reason: "it is due on Friday", Began: "2026-11-09", Ends: "2026-11-23", ExitSign: "the offer is out",
		Sentence: "I'll decide this one; the next is yours.",
	}
}

func TestAStepInIsKeptWhole(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	want := stepIn(ben, ana)
	want.Crisis, want.ExitSeen, want.HandedBack = true, "2026-11-20", "2026-11-21"
	want.DidWell, want.Learned, want.Extended, want.ExtendedWhy = "kept calm", "ask earlier", "2026-11-15", "legal is slow"
	want.Goal = notes.GoalID(do(t, j, notes.Goal{Person: ana, Title: "Lead tenders"})[0])
	want.ID = notes.StepInID(do(t, j, want)[0])
	for _, of := range []notes.PersonID{0, ana, ben} {
		got := must[[]notes.SteppingIn](t)(j.StepIns(of))
		if len(got) != 1 {
			t.Fatalf("%d step-ins about %d", len(got), of)
		}
		if want.UID = got[0].UID; !reflect.DeepEqual(got[0], want) || want.UID == "" {
			t.Errorf("got  %+v\nwant %+v", got[0], want)
		}
	}
}

func TestStepInsInForceComeFirst(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for _, s := range []struct {
		what        string
		began, back notes.Date
	}{{"old", "2026-01-01", "2026-02-01"}, {"first", "2026-03-01", ""}, {"over", "2026-05-01", "2026-06-01"}, {"second", "2026-04-01", ""}} {
		t.Run(s.what, func(t *testing.T) {
			v := stepIn(ana)
			v.What, v.Began, v.HandedBack = s.what, s.began, s.back
			do(t, j, v)
		})
	}
	var said []string
	for _, s := range must[[]notes.SteppingIn](t)(j.StepIns(ana)) {
		said = append(said, s.What)
	}
	if got := strings.Join(said, " "); got != "second first over old" {
		t.Errorf("in the order %s", got)
	}
}

func TestAStepInIsRefusedWithASentence(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for _, c := range []struct {
		name, field string
		with        func(*notes.SteppingIn)
	}{
		{"nobody", "Who", func(s *notes.SteppingIn) { s.People = nil }},
		{"nothing", "What", func(s *notes.SteppingIn) { s.What = " \t" }},
		{"no beginning", "Began", func(s *notes.SteppingIn) { s.Began = "" }},
		{"no day", "End", func(s *notes.SteppingIn) { s.Ends = "2026-02-30" }},
		{"ends before it begins", "End", func(s *notes.SteppingIn) { s.Ends = "2026-11-08" }},
		{"handed back before it begins", "Handed back on", func(s *notes.SteppingIn) { s.HandedBack = "2026-11-08" }},
		{"longer without a reason", "Reason", func(s *notes.SteppingIn) { s.Extended = "2026-11-20" }},
		{"an unknown help", "Help", func(s *notes.SteppingIn) { s.Help = "shout" }},
		{"no such level", "Level", func(s *notes.SteppingIn) { s.Before = 8 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := stepIn(ana)
			c.with(&s)
			refused(t, j, c.name, c.field, s)
		})
	}
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{stepIn(ana + 9)}}); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("about nobody there is: %v", err)
	}
	if n := len(must[[]notes.SteppingIn](t)(j.StepIns(0))); n != 0 {
		t.Errorf("%d step-ins were kept", n)
	}
}

func refused(t *testing.T, j *Journal, name, field string, row notes.Row) {
	t.Helper()
	_, err := j.Apply(notes.Change{Rows: []notes.Row{row}})
	var in notes.Invalid
	if !errors.As(err, &in) || in.Field != field || len(in.Why) < 20 || !strings.HasSuffix(in.Why, ".") {
		t.Errorf("%s: %#v", name, err)
	}
}

func TestAStepInIsExtendedOnceWithAReason(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	s := stepIn(ana)
	s.ID = notes.StepInID(do(t, j, s)[0])
	s.Ends = "2026-11-30"
	refused(t, j, "longer without a word", "Reason", s)
	s.Extended, s.ExtendedWhy = "2026-11-23", "legal is slow"
	do(t, j, s)
	s.Ends = "2026-12-07"
	refused(t, j, "a second time on the same day", "End", s)
	s.Extended = "2026-11-24"
	refused(t, j, "a second time", "End", s)
	s.Ends, s.Extended = "", "2026-11-23"
	refused(t, j, "without an end", "End", s)

	s.Ends = "2026-11-25" // shorter is fine, and taken back too
	done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{s}}))
	redo := must[notes.Applied](t)(j.Apply(done.Undo)).Undo
	if got := must[[]notes.SteppingIn](t)(j.StepIns(ana))[0]; got.Ends != "2026-11-30" {
		t.Errorf("undone, it ends on %s", got.Ends)
	}
	must[notes.Applied](t)(j.Apply(redo))
	if got := must[[]notes.SteppingIn](t)(j.StepIns(ana))[0]; got.Ends != "2026-11-25" {
		t.Errorf("redone, it ends on %s", got.Ends)
	}
}

func TestTheEndIsFreeWhileAStepInIsSetUp(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	s := stepIn(ana)
	s.Began, s.Ends = notes.DateOf(c.now()), "2026-12-07"
	s.ID = notes.StepInID(do(t, j, s)[0])
	s.Ends = "2026-12-20"
	do(t, j, s)

	crisis := notes.SteppingIn{People: []notes.PersonID{ana}, Crisis: true, What: "outage", Began: "2026-11-22", Ends: "2026-11-29"}
	crisis.ID = notes.StepInID(do(t, j, crisis)[0])
	crisis.Help, crisis.Reason, crisis.Ends = notes.HelpDecide, "all is down", "2026-12-03"
	do(t, j, crisis)
	crisis.Ends = "2026-12-04"
	refused(t, j, "once it is set up", "Reason", crisis)
}

func TestTakingBackRowsOfLeading(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	s := stepIn(ana, ben)
	e := notes.Expectation{Person: ana, Theirs: true, Text: "say early when it slips", Agreed: "2026-01-05"}
	p := notes.PromptEvent{
		Person:  ana,
		Kind:    "support",
		Key:     "s1",
		Text:    "What do you need?",
		Reason:  "r",
		Shown:   "2026-11-01",
		Outcome: notes.Asked,
	}
	s.ID = notes.StepInID(do(t, j, s)[0])
	e.ID = do(t, j, e)[0]
	p.ID = do(t, j, p)[0]
	area := notes.AreaLevel{Person: ana, Tag: "tender", DatedLevel: notes.DatedLevel{From: "2026-11-09", Level: notes.Consult}}
	do(t, j, area)
	before := leadingOf(t, j, ana, ben)

	back := s
	back.HandedBack, back.DidWell, back.People = "2026-11-23", "kept calm", []notes.PersonID{ben}
	e2 := e
	e2.Text, e2.Order = "say it the same day", 2
	area.From, area.Level = "2026-11-23", notes.Advise
	for _, rows := range [][]notes.Row{
		{back, area},
		{e2},
		{notes.PromptOutcomeOf{ID: p.ID, Outcome: notes.TheyDecided, On: "2026-11-20"}},
		{notes.Delete{Kind: notes.KindStepIn, ID: int64(s.ID)}},
		{notes.Delete{Kind: notes.KindExpectation, ID: e.ID}},
		{notes.Expectation{Person: ben, Text: "an hour a week"}, stepIn(ben)},
		{notes.Verdict{NoteUID: "n", Line: "todo me: x", Verdict: "mine to keep", Why: "it is pay"}},
		{notes.PromptOutcomeOf{ID: p.ID, Outcome: notes.IDecided, On: "2026-11-20"}, notes.Remove{Row: notes.Verdict{ID: 1}}},
		{notes.Delete{Kind: notes.KindPerson, ID: int64(ana)}},
	} {
		if _, is := rows[len(rows)-1].(notes.Remove); is {
			do(t, j, notes.Verdict{NoteUID: "n", Line: "todo me: y", Verdict: "not yet", Until: "2027-01-01"})
			before = leadingOf(t, j, ana, ben)
			rows[len(rows)-1] = notes.Remove{Row: notes.Verdict{ID: must[[]notes.Verdict](t)(j.Verdicts("2026-11-23"))[0].ID}}
		}
		done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: rows}))
		if after := leadingOf(t, j, ana, ben); reflect.DeepEqual(after, before) {
			t.Errorf("%+v changes nothing", rows)
		}
		must[notes.Applied](t)(j.Apply(done.Undo))
		if after := leadingOf(t, j, ana, ben); !reflect.DeepEqual(after, before) {
			t.Errorf("%+v taken back:\n%+v\nwas\n%+v", rows, after, before)
		}
	}
}

// leadingOf is everything that the rows of leading say, without local ids of rows that have no trash.
func leadingOf(t *testing.T, j *Journal, people ...notes.PersonID) []any {
	t.Helper()
	all := []any{must[[]notes.SteppingIn](t)(j.StepIns(0)), must[[]notes.Area](t)(j.AllAreas()), must[[]notes.Goal](t)(j.AllGoals())}
	for _, id := range people {
		all = append(all, must[[]notes.SteppingIn](t)(j.StepIns(id)), must[[]notes.Expectation](t)(j.Expectations(id)))
		if p, err := j.Person(id); err == nil {
			all = append(all, must[[]notes.PromptEvent](t)(j.PromptHistory(p.ID)))
		}
	}
	verdicts := must[[]notes.Verdict](t)(j.Verdicts("2026-11-23"))
	for i := range verdicts {
		verdicts[i].ID = 0
	}
	return append(all, verdicts)
}

func TestAStepInOutlivesItsGoalAndItsPeople(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	s := stepIn(ana, ben)
	s.Goal = notes.GoalID(do(t, j, notes.Goal{Person: ana, Title: "Lead tenders", Tag: "tender"})[0])
	s.ID = notes.StepInID(do(t, j, s)[0])
	goal, person := int64(s.Goal), int64(ana)

	do(t, j, notes.Delete{Kind: notes.KindGoal, ID: goal}, notes.Delete{Kind: notes.KindPerson, ID: person})
	got := must[[]notes.SteppingIn](t)(j.StepIns(0))[0]
	if got.Goal != 0 || !slices.Equal(got.People, []notes.PersonID{ben}) {
		t.Errorf("with its goal and Ana in the trash: %+v", got)
	}
	if about := must[[]notes.SteppingIn](t)(j.StepIns(ana)); len(about) != 0 {
		t.Errorf("about Ana in the trash: %+v", about)
	}
	got.Learned = "ask earlier"
	do(t, j, got)
	do(t, j, notes.Restore{Kind: notes.KindPerson, ID: person}, notes.Restore{Kind: notes.KindGoal, ID: goal})
	got = must[[]notes.SteppingIn](t)(j.StepIns(ana))[0]
	if got.Goal != s.Goal || got.Learned == "" || len(got.People) != 2 {
		t.Errorf("with both back: %+v", got)
	}

	do(t, j, notes.Purge{Kind: notes.KindGoal, ID: goal}, notes.Purge{Kind: notes.KindPerson, ID: person})
	got = must[[]notes.SteppingIn](t)(j.StepIns(ben))[0]
	if got.Goal != 0 || !slices.Equal(got.People, []notes.PersonID{ben}) {
		t.Errorf("with both gone for good: %+v", got)
	}
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ben)})
	var left int
	if err := j.c.row(
		"SELECT (SELECT count(*) FROM stepping_in) + (SELECT count(*) FROM stepping_in_person)",
		nil,
		&left,
	); err != nil ||
		left != 0 {
		t.Errorf("%d rows are left, %v", left, err)
	}
	if err := j.c.row("SELECT count(*) FROM tombstone WHERE uid = ?", []any{got.UID}, &left); err != nil || left != 1 {
		t.Errorf("%d tombstones, %v", left, err)
	}
}
