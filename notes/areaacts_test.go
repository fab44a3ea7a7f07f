package notes

import (
	"errors"
	"testing"
)

const areaToday = Date("2026-11-23")

func levels(pairs ...DatedLevel) Area {
	return Area{ID: 1, Person: 2, Tag: "platform", Levels: pairs}
}

func TestACallIsDatedTodayUnlessAFinerLevelOfItIsInForce(t *testing.T) {
	for name, c := range map[string]struct {
		now  Level
		call Call
		want Level // NoLevel: nothing changes
	}{
		"mine":             {NoLevel, Mine, Consult},
		"shared":           {NoLevel, Shared, Agree},
		"theirs":           {Consult, Theirs, Advise},
		"a finer one stay": {Delegate, Theirs, NoLevel},
		"tell is mine":     {Tell, Mine, NoLevel},
		"back to mine":     {Delegate, Mine, Consult},
		"no call":          {Consult, NoCall, NoLevel},
	} {
		a := levels()
		if c.now != NoLevel {
			a = levels(DatedLevel{"2026-01-05", c.now})
		}
		change := SetCall(a, c.call, areaToday)
		if c.want == NoLevel {
			if !change.IsZero() {
				t.Errorf("%s: %+v", name, change)
			}
			continue
		}
		want := AreaLevel{Person: 2, Tag: "platform", DatedLevel: DatedLevel{areaToday, c.want}}
		if len(change.Rows) != 1 || change.Rows[0] != Row(want) {
			t.Errorf("%s: %+v", name, change.Rows)
		}
	}
}

func TestSinceIsTheDayFromWhichALevelHoldsWithoutABreak(t *testing.T) {
	for name, c := range map[string]struct {
		levels []DatedLevel
		want   Date
	}{
		"none":           {nil, ""},
		"one":            {[]DatedLevel{{"2026-01-05", Agree}}, "2026-01-05"},
		"said again":     {[]DatedLevel{{"2026-01-05", Agree}, {"2026-03-05", Agree}}, "2026-01-05"},
		"changed":        {[]DatedLevel{{"2026-01-05", Agree}, {"2026-03-05", Advise}}, "2026-03-05"},
		"there and back": {[]DatedLevel{{"2026-01-05", Agree}, {"2026-02-05", Tell}, {"2026-03-05", Agree}}, "2026-03-05"},
		"only to come":   {[]DatedLevel{{"2027-01-05", Agree}}, ""},
	} {
		if got := levels(c.levels...).Since(areaToday); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestATagThatIsNoneOrTakenIsRefusedWithWhatToDo(t *testing.T) {
	areas := []Area{levels(), {ID: 2, Person: 2, Tag: "hiring"}}
	for _, typed := range []string{"", "#", "two words", "9lives", "#Hiring", "hiring "} {
		_, err := NewArea{Tag: typed}.Change(2, areas, areaToday)
		var invalid Invalid
		if !errors.As(err, &invalid) || invalid.Field != FieldTag {
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
	goals := []Goal{
		{ID: 1, Tag: "platform", State: GoalOpen}, {ID: 2, Tag: "platform", State: GoalDropped}, {ID: 3, Tag: "talks", State: GoalOpen, Title: "Talks"},
	}
	stepIns := []SteppingIn{
		{ID: 1, Tag: "platform", People: []PersonID{2}}, {ID: 2, Tag: "platform", People: []PersonID{2}, HandedBack: "2026-10-01"},
	}
	c, err := RenameArea(levels(), "infra", []Area{levels()}, goals, stepIns)
	if err != nil || len(c.Rows) != 3 || c.Rows[2].(SteppingIn).ID != 1 || c.Rows[2].(SteppingIn).Tag != "infra" || c.Rows[0].(Area).Tag != "infra" || c.Rows[1].(Goal).ID != 1 || c.Rows[1].(Goal).Tag != "infra" {
		t.Errorf("%+v, %v", c.Rows, err)
	}
	if _, err := RenameArea(levels(), "talks", []Area{levels()}, goals, nil); err == nil {
		t.Error("the tag of another goal was taken")
	}
}

func TestTheMapHasEveryAreaAndEveryGoalThatWantsALevel(t *testing.T) {
	areas := []Area{levels(DatedLevel{"2026-01-05", Consult}), {ID: 2, Tag: "hiring"}, {ID: 3, Tag: "done", Levels: []DatedLevel{{"2026-01-05", Agree}}}}
	goals := []Goal{
		{ID: 1, Tag: "platform", Wanted: Advise, State: GoalOpen},
		{ID: 2, Tag: "talks", Wanted: Delegate, State: GoalOpen},
		{ID: 3, Tag: "hiring", Wanted: Advise, State: GoalReached},
		{ID: 4, Tag: "reading", State: GoalOpen},
		{ID: 5, State: GoalOpen, Wanted: Tell},
		{ID: 6, Tag: "done", State: GoalOpen, Wanted: Agree},
	}
	var got []string
	for _, row := range AreaMap(areas, goals, areaToday) {
		got = append(got, row.Area.Tag+": "+row.Say())
	}
	want := []string{"platform: Consult → Advise", "hiring: no level yet", "done: Agree, as wanted", "talks: no level yet → Delegate"}
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
	areas := []Area{{ID: 1, Tag: "infra", Former: []string{"platform", "ops"}}, {ID: 2, Tag: "ops"}}
	for tag, want := range map[string]AreaID{"infra": 1, "platform": 1, "ops": 2, "none": 0, "": 0} {
		if got := AreaNamed(areas, tag).ID; got != want {
			t.Errorf("#%s: area %d, want %d", tag, got, want)
		}
	}
	renamed := platform
	renamed.Tag, renamed.Former = "infra", []string{"platform"}
	in := SteppingIn{People: []PersonID{2}, Tag: "infra", Help: HelpDecide, Began: mirrorToday.AddDays(-6)}
	m := LeadBalance([]Filed{call(5, Me, "platform"), call(9, Me, "platform")}, []Area{renamed}, nil, []SteppingIn{in}, mirrorToday)
	if m.Agreed != 1 || m.InStepIn != 1 || m.Ledger[1].Area != "infra" || m.Ledger[1].Says != ledgerNearerYou {
		t.Errorf("%+v", m)
	}
}
