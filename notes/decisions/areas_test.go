package decisions

import (
	"errors"
	"testing"

	"handback/notes"
	"handback/notes/growth"
)

const areaToday = notes.Date("2026-11-23")

func levels(pairs ...notes.DatedLevel) notes.Area {
	return notes.Area{ID: 1, Person: 2, Tag: "platform", Levels: pairs}
}

func TestACallIsDatedTodayUnlessAFinerLevelOfItIsInForce(t *testing.T) {
	for name, c := range map[string]struct {
		now  notes.Level
		call notes.Call
		want notes.Level // NoLevel: nothing changes
	}{
		"mine":             {notes.NoLevel, notes.Mine, notes.Consult},
		"shared":           {notes.NoLevel, notes.Shared, notes.Agree},
		"theirs":           {notes.Consult, notes.Theirs, notes.Advise},
		"a finer one stay": {notes.Delegate, notes.Theirs, notes.NoLevel},
		"tell is mine":     {notes.Tell, notes.Mine, notes.NoLevel},
		"back to mine":     {notes.Delegate, notes.Mine, notes.Consult},
		"no call":          {notes.Consult, notes.NoCall, notes.NoLevel},
	} {
		t.Run(name, func(t *testing.T) {
			a := levels()
			if c.now != notes.NoLevel {
				a = levels(notes.DatedLevel{From: "2026-01-05", Level: c.now})
			}
			change := SetCall(a, c.call, areaToday)
			if c.want == notes.NoLevel {
				if !change.IsZero() {
					t.Errorf("%s: %+v", name, change)
				}
				return
			}
			want := notes.AreaLevel{Person: 2, Tag: "platform", DatedLevel: notes.DatedLevel{From: areaToday, Level: c.want}}
			if len(change.Rows) != 1 || change.Rows[0] != notes.Row(want) {
				t.Errorf("%s: %+v", name, change.Rows)
			}
		})
	}
}

func TestSinceIsTheDayFromWhichALevelHoldsWithoutABreak(t *testing.T) {
	for name, c := range map[string]struct {
		levels []notes.DatedLevel
		want   notes.Date
	}{
		"none":           {nil, ""},
		"one":            {[]notes.DatedLevel{{From: "2026-01-05", Level: notes.Agree}}, "2026-01-05"},
		"said again":     {[]notes.DatedLevel{{From: "2026-01-05", Level: notes.Agree}, {From: "2026-03-05", Level: notes.Agree}}, "2026-01-05"},
		"changed":        {[]notes.DatedLevel{{From: "2026-01-05", Level: notes.Agree}, {From: "2026-03-05", Level: notes.Advise}}, "2026-03-05"},
		"there and back": {[]notes.DatedLevel{{From: "2026-01-05", Level: notes.Agree}, {From: "2026-02-05", Level: notes.Tell}, {From: "2026-03-05", Level: notes.Agree}}, "2026-03-05"},
		"only to come":   {[]notes.DatedLevel{{From: "2027-01-05", Level: notes.Agree}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := levels(c.levels...).Since(areaToday); got != c.want {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		})
	}
}

func TestATagThatIsNoneOrTakenIsRefusedWithWhatToDo(t *testing.T) {
	areas := []notes.Area{levels(), {ID: 2, Person: 2, Tag: "hiring"}}
	for _, typed := range []string{"", "#", "two words", "9lives", "#Hiring", "hiring "} {
		_, err := NewArea{Tag: typed}.Change(2, areas, areaToday)
		var invalid notes.Invalid
		if !errors.As(err, &invalid) || invalid.Field != growth.FieldTag {
			t.Errorf("new %q: %v", typed, err)
		}
		if _, err := RenameArea(areas[0], typed, areas, nil, nil); !errors.As(err, &invalid) {
			t.Errorf("rename to %q: %v", typed, err)
		}
	}
	if c, err := RenameArea(areas[0], "#Platform", areas, nil, nil); err != nil || !c.IsZero() {
		t.Errorf("its own tag: %+v, %v", c, err)
	}
}

func TestOpenGoalsAndStepInsGoWithARenamedArea(t *testing.T) {
	goals := []notes.Goal{
		{
			ID:    1,
			Tag:   "platform",
			State: notes.GoalOpen,
		},
		{ID: 2, Tag: "platform", State: notes.GoalDropped},
		{ID: 3, Tag: "talks", State: notes.GoalOpen, Title: "Talks"},
	}
	stepIns := []notes.SteppingIn{
		{ID: 1, Tag: "platform", People: []notes.PersonID{2}}, {ID: 2, Tag: "platform", People: []notes.PersonID{2}, HandedBack: "2026-10-01"},
	}
	c, err := RenameArea(levels(), "infra", []notes.Area{levels()}, goals, stepIns)
	if err != nil || len(c.Rows) != 3 || c.Rows[2].(notes.SteppingIn).ID != 1 || c.Rows[2].(notes.SteppingIn).Tag != "infra" ||
		c.Rows[0].(notes.Area).Tag != "infra" ||
		c.Rows[1].(notes.Goal).ID != 1 ||
		c.Rows[1].(notes.Goal).Tag != "infra" {
		t.Errorf("%+v, %v", c.Rows, err)
	}
	if _, err := RenameArea(levels(), "talks", []notes.Area{levels()}, goals, nil); err == nil {
		t.Error("the tag of another goal was taken")
	}
}

func TestTheMapHasEveryAreaAndEveryGoalThatWantsALevel(t *testing.T) {
	areas := []notes.Area{
		levels(notes.DatedLevel{From: "2026-01-05", Level: notes.Consult}),
		{ID: 2, Tag: "hiring"},
		{ID: 3, Tag: "done", Levels: []notes.DatedLevel{{From: "2026-01-05", Level: notes.Agree}}},
	}
	goals := []notes.Goal{
		{ID: 1, Tag: "platform", Wanted: notes.Advise, State: notes.GoalOpen},
		{ID: 2, Tag: "talks", Wanted: notes.Delegate, State: notes.GoalOpen},
		{ID: 3, Tag: "hiring", Wanted: notes.Advise, State: notes.GoalReached},
		{ID: 4, Tag: "reading", State: notes.GoalOpen},
		{ID: 5, State: notes.GoalOpen, Wanted: notes.Tell},
		{ID: 6, Tag: "done", State: notes.GoalOpen, Wanted: notes.Agree},
	}
	var got []string
	for _, row := range ShowAreas(areas, goals, areaToday) {
		got = append(got, row.Area.Tag+": "+row.Say())
	}
	want := []string{"platform: Consult → Advise", "hiring: no level yet", "done: Agree, as planned", "talks: no level yet → Delegate"}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d: %q, want %q", i, got[i], want[i])
		}
	}
}

func TestAnAreaIsFoundByATagThatItHad(t *testing.T) {
	areas := []notes.Area{{ID: 1, Tag: "infra", Former: []string{"platform", "ops"}}, {ID: 2, Tag: "ops"}}
	for tag, want := range map[string]notes.AreaID{"infra": 1, "platform": 1, "ops": 2, "none": 0, "": 0} {
		t.Run(tag, func(t *testing.T) {
			if got := notes.AreaNamed(areas, tag).ID; got != want {
				t.Errorf("#%s: area %d, want %d", tag, got, want)
			}
		})
	}
	renamed := platform
	renamed.Tag, renamed.Former = "infra", []string{"platform"}
	in := notes.SteppingIn{People: []notes.PersonID{2}, Tag: "infra", Help: notes.HelpDecide, Began: mirrorToday.AddDays(-6)}
	m := ShowMirror(
		[]notes.Filed{call(5, notes.Me, "platform"), call(9, notes.Me, "platform")},
		[]notes.Area{renamed},
		nil,
		[]notes.SteppingIn{in},
		mirrorToday,
	)
	if m.Agreed != 1 || m.InStepIn != 1 || m.Ledger[1].Area != "infra" || m.Ledger[1].Says != "you decided more than you'd agreed to" {
		t.Errorf("%+v", m)
	}
}
