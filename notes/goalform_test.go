package notes

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

const formDay = Date("2026-12-01") // a Tuesday

func field(err error) string {
	var invalid Invalid
	if errors.As(err, &invalid) {
		return invalid.Field
	}
	return ""
}

func TestAGoalsFormSaysWhichFieldCannotBeTaken(t *testing.T) {
	others := []Goal{{ID: 7, Title: "Lead platform", Tag: "platform"}}
	whole := GoalForm{Title: "Speak at a meetup", Start: "2026-11-01", Target: "2027-03-31"}
	for _, c := range []struct {
		name string
		edit func(*GoalForm)
		want string
	}{
		{"all well", func(*GoalForm) {}, ""},
		{"no title", func(f *GoalForm) { f.Title = " \n " }, FieldTitle},
		{"an impossible start", func(f *GoalForm) { f.Start = "2026-02-30" }, FieldStart},
		{"an impossible target", func(f *GoalForm) { f.Target = "31 Feb" }, FieldTarget},
		{"no day at all", func(f *GoalForm) { f.Target = "soon" }, FieldTarget},
		{"a target before its start", func(f *GoalForm) { f.Start, f.Target = "2027-01-10", "2027-01-09" }, FieldTarget},
		{"a target on its start", func(f *GoalForm) { f.Start, f.Target = "2027-01-10", "2027-01-10" }, ""},
		{"a target that is past", func(f *GoalForm) { f.Target = "2026-11-30" }, FieldTarget},
		{"a target today", func(f *GoalForm) { f.Target = "2026-12-01" }, ""},
		{"a title of a megabyte", func(f *GoalForm) { f.Title = strings.Repeat("x", 1<<20) }, FieldTitle},
		{"a title of emoji", func(f *GoalForm) { f.Title = strings.Repeat("🌱", 200) }, ""},
		{"a reason of a megabyte", func(f *GoalForm) { f.Why = strings.Repeat("x", 1<<20) }, FieldWhy},
		{"limits of a megabyte", func(f *GoalForm) { f.Limits = strings.Repeat("x", 1<<20) }, FieldLimits},
		{"control characters alone", func(f *GoalForm) { f.Title = "\x00\x1b\t\u0085" }, FieldTitle},
		{"no dates", func(f *GoalForm) { f.Start, f.Target = "", " " }, ""},
		{"a tag of two words", func(f *GoalForm) { f.Tag = "#to speak" }, FieldTag},
		{"a tag that begins with a digit", func(f *GoalForm) { f.Tag = "#2nd" }, FieldTag},
		{"the tag of another goal", func(f *GoalForm) { f.Tag = "#Platform" }, FieldTag},
		{"a tag with an accent", func(f *GoalForm) { f.Tag = "élan" }, ""},
	} {
		f := whole
		c.edit(&f)
		_, err := f.Change(Goal{Person: 2}, others, nil, formDay)
		if got := field(err); got != c.want || (err == nil) != (c.want == "") {
			t.Errorf("%s: field %q (%v), want %q", c.name, got, err, c.want)
		}
	}
}

func TestATargetThatIsPastMayStay(t *testing.T) {
	g := Goal{ID: 3, Person: 2, Title: "Lead", Target: "2026-10-01"}
	f := FormOfGoal(g, nil, formDay)
	f.Title = "Lead platform"
	if _, err := f.Change(g, []Goal{g}, nil, formDay); err != nil {
		t.Error(err)
	}
}

func TestANewGoalIsWrittenWithItsChildrenAndItsArea(t *testing.T) {
	f := GoalForm{
		Title: "  Lead   platform ", Next: "Runs the review", Chance: "January rollout", Kind: Stretch,
		Now: Consult, Wanted: Advise, Limits: "budget holds", Start: "2026-11-01", StepInIf: "the date moves twice",
	}
	c, err := f.Change(Goal{Person: 2}, nil, nil, formDay)
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		Goal{
			Person: 2, Title: "Lead platform", Tag: "lead-platform", Wanted: Advise, Start: "2026-11-01",
			StepInIf: "the date moves twice", StepInAgreed: formDay, State: GoalOpen,
		},
		Step{Text: "Runs the review", Owner: Them, Order: 1},
		Opportunity{Kind: Stretch, Text: "January rollout", State: Offered, Order: 1},
		Area{Person: 2, Tag: "lead-platform", Limits: "budget holds"},
		AreaLevel{Person: 2, Tag: "lead-platform", DatedLevel: DatedLevel{From: formDay, Level: Consult}},
	}
	if !reflect.DeepEqual(c.Rows, want) {
		t.Errorf("got  %+v\nwant %+v", c.Rows, want)
	}
}

func TestAnAreaThatIsThereIsLeftAloneUnlessTheFormChangedIt(t *testing.T) {
	areas := []Area{
		{ID: 1, Tag: "queue", Limits: "no night calls", Levels: []DatedLevel{{"2026-01-01", Consult}}},
		{ID: 2, Tag: "platform", Limits: "budget holds", Levels: []DatedLevel{{"2026-01-01", Advise}}},
	}
	g := Goal{ID: 3, Person: 2, Title: "Lead", Tag: "queue", State: GoalOpen}
	for _, c := range []struct {
		name string
		edit func(*GoalForm)
		want []Row
	}{
		{"nothing", func(*GoalForm) {}, nil},
		{"another tag with its own area", func(f *GoalForm) { f.Tag = "platform" }, nil},
		{
			"another tag without an area takes level and limits along", func(f *GoalForm) { f.Tag = "new" },
			[]Row{Area{Person: 2, Tag: "new", Limits: "no night calls"}, levelNow(2, "new", Consult, formDay)},
		},
		{
			"a level", func(f *GoalForm) { f.Now = Agree }, []Row{levelNow(2, "queue", Agree, formDay)},
		},
		{"no level takes none away", func(f *GoalForm) { f.Now = NoLevel }, nil},
		{
			"other limits", func(f *GoalForm) { f.Limits = "" },
			[]Row{Area{ID: 1, Person: 2, Tag: "queue", Levels: areas[0].Levels}},
		},
	} {
		f := FormOfGoal(g, areas, formDay)
		c.edit(&f)
		change, err := f.Change(g, []Goal{g}, areas, formDay)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := change.Rows[1:]; len(got) != len(c.want) || len(got) > 0 && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestWhatWasAgreedAboutSteppingInKeepsItsDay(t *testing.T) {
	g := Goal{ID: 3, Person: 2, Title: "Lead", StepInIf: "the date moves", StepInAgreed: "2026-09-25"}
	for _, c := range []struct {
		stepIn string
		want   Date
	}{
		{"the date moves", "2026-09-25"},
		{"the date moves twice", formDay},
		{"", ""},
	} {
		f := FormOfGoal(g, nil, formDay)
		f.StepInIf = c.stepIn
		change, err := f.Change(g, nil, nil, formDay)
		if err != nil {
			t.Fatal(err)
		}
		if got := change.Rows[0].(Goal).StepInAgreed; got != c.want {
			t.Errorf("%q agreed %s, want %s", c.stepIn, got, c.want)
		}
	}
}

func TestATagIsMadeFromATitle(t *testing.T) {
	taken := []Goal{{Tag: "lead-platform"}, {Tag: "lead-platform-2"}}
	for title, want := range map[string]string{
		"Speak at a meetup":      "speak-meetup",
		"Become a better writer": "better-writer",
		"Lead the platform":      "lead-platform-3",
		"Führung übernehmen":     "führung-übernehmen",
		"2026: own the on-call":  "on-call",
		"!!!":                    "goal",
		"Own it":                 "it",
	} {
		got := SuggestTag(title, taken)
		if got != want {
			t.Errorf("%q gives %q, want %q", title, got, want)
		}
		if read, ok := ReadTag("#" + got); !ok || read != got {
			t.Errorf("%q is no tag", got)
		}
	}
}

func TestTheFormBehindTheLadder(t *testing.T) {
	areas := []Area{{ID: 1, Person: 2, Tag: "queue", Limits: "no night calls", Levels: []DatedLevel{{"2026-01-01", Consult}}}}
	tagged := Goal{ID: 3, Person: 2, Title: "Lead queue", Tag: "queue", Wanted: Advise}
	bare := Goal{ID: 4, Person: 2, Title: "Lead platform"}
	wanted, named := tagged, bare
	wanted.Wanted, named.Tag = Delegate, "lead-platform"
	for _, c := range []struct {
		name string
		goal Goal
		form AreaForm
		want []Row
	}{
		{"nothing changed", tagged, AreaForm{Consult, Advise, "no night calls"}, nil},
		{"the level now", tagged, AreaForm{Agree, Advise, "no night calls"}, []Row{levelNow(2, "queue", Agree, formDay)}},
		{"the level wanted", tagged, AreaForm{Consult, Delegate, "no night calls"}, []Row{wanted}},
		{
			"limits", tagged,
			AreaForm{Consult, Advise, " two people know "},
			[]Row{Area{ID: 1, Person: 2, Tag: "queue", Limits: "two people know", Levels: areas[0].Levels}},
		},
		{"a goal without a tag", bare, AreaForm{Tell, NoLevel, ""}, []Row{named, levelNow(2, "lead-platform", Tell, formDay)}},
	} {
		change, err := c.form.Change(c.goal, []Goal{tagged, bare}, areas, formDay)
		if err != nil {
			t.Fatal(err)
		}
		got := change.Rows
		if len(got) != len(c.want) || len(got) > 0 && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestStepsAndOpportunities(t *testing.T) {
	g := Goal{ID: 3, Steps: []Step{{Order: 4}, {Order: 2}}, Opportunities: []Opportunity{{Order: 1}}}
	if _, err := WriteStep(g, Step{}, "  ", "", formDay); field(err) != FieldNext {
		t.Errorf("a step without text: %v", err)
	}
	if _, err := WriteStep(g, Step{}, strings.Repeat("x", 1001), "", formDay); field(err) != FieldNext {
		t.Errorf("a step that is too long: %v", err)
	}
	if _, err := WriteStep(g, Step{}, "Draft it", "31 Feb", formDay); field(err) != FieldDue {
		t.Errorf("a step with an impossible day: %v", err)
	}
	c, err := WriteStep(g, Step{}, "Draft\nit", "2026-12-11", formDay)
	if want := (Step{Goal: 3, Text: "Draft it", Owner: Them, Due: "2026-12-11", Order: 5}); err != nil || c.Rows[0] != want {
		t.Errorf("%+v %v, want %+v", c.Rows, err, want)
	}
	if _, err := WriteOpportunity(g, Opportunity{Kind: Coaching}, "", "", formDay); field(err) != FieldChance {
		t.Errorf("an opportunity without text: %v", err)
	}
	if _, err := WriteOpportunity(g, Opportunity{Kind: Coaching}, "Four hours", "31 Feb", formDay); field(err) != FieldOn {
		t.Errorf("an opportunity on an impossible day: %v", err)
	}
	c, err = WriteOpportunity(g, Opportunity{Kind: Coaching}, "Four hours", "4 Jan", formDay)
	want := Opportunity{Goal: 3, Kind: Coaching, Text: "Four hours", State: Offered, Date: "2027-01-04", Order: 2}
	if err != nil || c.Rows[0] != want {
		t.Errorf("%+v %v, want %+v", c.Rows, err, want)
	}
	if got := SayOpportunity(want, formDay); got != "coaching, 4 Jan 2027" {
		t.Error(got)
	}
	if got := SayOpportunity(Opportunity{Kind: Workshop}, formDay); got != "workshop" {
		t.Error(got)
	}
	if got := TickStep(Step{ID: 1}, formDay).Rows[0].(Step); got.Done != formDay || TickStep(got, formDay).Rows[0] != (Step{ID: 1}) {
		t.Errorf("ticked %+v", got)
	}
	if got := HandStep(Step{Owner: Them}).Rows[0].(Step); got.Owner != Me || HandStep(got).Rows[0].(Step).Owner != Them {
		t.Errorf("handed %+v", got)
	}
	if got := SetOpportunity(want, Booked).Rows[0].(Opportunity); got.State != Booked || got.Date != want.Date {
		t.Errorf("booked %+v", got)
	}
}

func TestOnlyMessagesThatSayWhatToDo(t *testing.T) {
	_, err := (GoalForm{Title: "x", Target: "31 Feb"}).Change(Goal{}, nil, nil, formDay)
	if err == nil || !strings.Contains(err.Error(), "Write it like") {
		t.Errorf("%v", err)
	}
}
