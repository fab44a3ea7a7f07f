package growth

import (
	"reflect"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/notestest"
)

const formDay = notes.Date("2026-12-01") // a Tuesday

func TestAGoalsFormSaysWhichFieldCannotBeTaken(t *testing.T) {
	others := []notes.Goal{{ID: 7, Title: "Lead platform", Tag: "platform"}}
	whole := GoalForm{Title: "Speak at a meetup", Start: "2026-11-01", Target: "2027-03-31"}
	for _, c := range []struct {
		name string
		edit func(*GoalForm)
		want string
	}{
		{"all well", func(*GoalForm) {}, ""},
		{"no title", func(f *GoalForm) { f.Title = " \n " }, notes.FieldTitle},
		{"an impossible start", func(f *GoalForm) { f.Start = "2026-02-30" }, FieldStart},
		{"an impossible target", func(f *GoalForm) { f.Target = "31 Feb" }, FieldTarget},
		{"no day at all", func(f *GoalForm) { f.Target = "soon" }, FieldTarget},
		{"a target before its start", func(f *GoalForm) { f.Start, f.Target = "2027-01-10", "2027-01-09" }, FieldTarget},
		{"a target on its start", func(f *GoalForm) { f.Start, f.Target = "2027-01-10", "2027-01-10" }, ""},
		{"a target that is past", func(f *GoalForm) { f.Target = "2026-11-30" }, FieldTarget},
		{"a target today", func(f *GoalForm) { f.Target = "2026-12-01" }, ""},
		{"a title of a megabyte", func(f *GoalForm) { f.Title = strings.Repeat("x", 1<<20) }, notes.FieldTitle},
		{"a title of emoji", func(f *GoalForm) { f.Title = strings.Repeat("🌱", 200) }, ""},
		{"a reason of a megabyte", func(f *GoalForm) { f.Why = strings.Repeat("x", 1<<20) }, notes.FieldWhy},
		{"limits of a megabyte", func(f *GoalForm) { f.Limits = strings.Repeat("x", 1<<20) }, FieldLimits},
		{"control characters alone", func(f *GoalForm) { f.Title = "\x00\x1b\t\u0085" }, notes.FieldTitle},
		{"no dates", func(f *GoalForm) { f.Start, f.Target = "", " " }, ""},
		{"a tag of two words", func(f *GoalForm) { f.Tag = "#to speak" }, FieldTag},
		{"a tag that begins with a digit", func(f *GoalForm) { f.Tag = "#2nd" }, FieldTag},
		{"the tag of another goal", func(f *GoalForm) { f.Tag = "#Platform" }, FieldTag},
		{"a tag with an accent", func(f *GoalForm) { f.Tag = "élan" }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := whole
			c.edit(&f)
			_, err := f.Change(notes.Goal{Person: 2}, others, nil, formDay)
			if got := notestest.Field(err); got != c.want || (err == nil) != (c.want == "") {
				t.Errorf("%s: field %q (%v), want %q", c.name, got, err, c.want)
			}
		})
	}
}

func TestATargetThatIsPastMayStay(t *testing.T) {
	g := notes.Goal{ID: 3, Person: 2, Title: "Lead", Target: "2026-10-01"}
	f := GoalFormOf(g, nil, formDay)
	f.Title = "Lead platform"
	if _, err := f.Change(g, []notes.Goal{g}, nil, formDay); err != nil {
		t.Error(err)
	}
}

func TestANewGoalIsWrittenWithItsChildrenAndItsArea(t *testing.T) {
	f := GoalForm{
		Title: "  Lead   platform ", Next: "Runs the review", Chance: "January rollout", Kind: notes.Stretch,
		Now: notes.Consult, Wanted: notes.Advise, Limits: "budget holds", Start: "2026-11-01", StepInIf: "the date moves twice",
	}
	c, err := f.Change(notes.Goal{Person: 2}, nil, nil, formDay)
	if err != nil {
		t.Fatal(err)
	}
	want := []notes.Row{
		notes.Goal{
			Person: 2, Title: "Lead platform", Tag: "lead-platform", Wanted: notes.Advise, Start: "2026-11-01",
			StepInIf: "the date moves twice", StepInAgreed: formDay, State: notes.GoalOpen,
		},
		notes.Step{Text: "Runs the review", Owner: notes.Them, Order: 1},
		notes.Opportunity{Kind: notes.Stretch, Text: "January rollout", State: notes.Offered, Since: formDay, Order: 1},
		notes.Area{Person: 2, Tag: "lead-platform", Limits: "budget holds"},
		notes.AreaLevel{Person: 2, Tag: "lead-platform", DatedLevel: notes.DatedLevel{From: formDay, Level: notes.Consult}},
	}
	if !reflect.DeepEqual(c.Rows, want) {
		t.Errorf("got  %+v\nwant %+v", c.Rows, want)
	}
}

func TestAnAreaThatIsThereIsLeftAloneUnlessTheFormChangedIt(t *testing.T) {
	areas := []notes.Area{
		{ID: 1, Tag: "queue", Limits: "no night calls", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Consult}}},
		{ID: 2, Tag: "platform", Limits: "budget holds", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Advise}}},
	}
	g := notes.Goal{ID: 3, Person: 2, Title: "Lead", Tag: "queue", State: notes.GoalOpen}
	for _, c := range []struct {
		name string
		edit func(*GoalForm)
		want []notes.Row
	}{
		{"nothing", func(*GoalForm) {}, nil},
		{"another tag with its own area", func(f *GoalForm) { f.Tag = "platform" }, nil},
		{
			"another tag without an area takes level and limits along", func(f *GoalForm) { f.Tag = "new" },
			[]notes.Row{notes.Area{Person: 2, Tag: "new", Limits: "no night calls"}, notes.LevelNow(2, "new", notes.Consult, formDay)},
		},
		{
			"a level", func(f *GoalForm) { f.Now = notes.Agree }, []notes.Row{notes.LevelNow(2, "queue", notes.Agree, formDay)},
		},
		{"no level takes none away", func(f *GoalForm) { f.Now = notes.NoLevel }, nil},
		{
			"other limits", func(f *GoalForm) { f.Limits = "" },
			[]notes.Row{notes.Area{ID: 1, Person: 2, Tag: "queue", Levels: areas[0].Levels}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := GoalFormOf(g, areas, formDay)
			c.edit(&f)
			change, err := f.Change(g, []notes.Goal{g}, areas, formDay)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			if got := change.Rows[1:]; len(got) != len(c.want) || len(got) > 0 && !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
			}
		})
	}
}

func TestWhatWasAgreedAboutSteppingInKeepsItsDay(t *testing.T) {
	g := notes.Goal{ID: 3, Person: 2, Title: "Lead", StepInIf: "the date moves", StepInAgreed: "2026-09-25"}
	for _, c := range []struct {
		stepIn string
		want   notes.Date
	}{
		{"the date moves", "2026-09-25"},
		{"the date moves twice", formDay},
		{"", ""},
	} {
		t.Run(c.stepIn, func(t *testing.T) {
			f := GoalFormOf(g, nil, formDay)
			f.StepInIf = c.stepIn
			change, err := f.Change(g, nil, nil, formDay)
			if err != nil {
				t.Fatal(err)
			}
			if got := change.Rows[0].(notes.Goal).StepInAgreed; got != c.want {
				t.Errorf("%q agreed %s, want %s", c.stepIn, got, c.want)
			}
		})
	}
}

func TestATagIsMadeFromATitle(t *testing.T) {
	taken := []notes.Goal{{Tag: "lead-platform"}, {Tag: "lead-platform-2"}}
	for title, want := range map[string]string{
		"Speak at a meetup":      "speak-meetup",
		"Become a better writer": "better-writer",
		"Lead the platform":      "lead-platform-3",
		"Führung übernehmen":     "führung-übernehmen",
		"2026: own the on-call":  "on-call",
		"!!!":                    "goal",
		"Own it":                 "it",
	} {
		t.Run(title, func(t *testing.T) {
			got := SuggestTag(title, taken)
			if got != want {
				t.Errorf("%q gives %q, want %q", title, got, want)
			}
			if read, ok := ReadTag("#" + got); !ok || read != got {
				t.Errorf("%q is no tag", got)
			}
		})
	}
}

func TestTheFormBehindTheLadder(t *testing.T) {
	areas := []notes.Area{
		{ID: 1, Person: 2, Tag: "queue", Limits: "no night calls", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Consult}}},
	}
	tagged := notes.Goal{ID: 3, Person: 2, Title: "Lead queue", Tag: "queue", Wanted: notes.Advise}
	bare := notes.Goal{ID: 4, Person: 2, Title: "Lead platform"}
	wanted, named := tagged, bare
	wanted.Wanted, named.Tag = notes.Delegate, "lead-platform"
	for _, c := range []struct {
		name string
		goal notes.Goal
		form AreaForm
		want []notes.Row
	}{
		{"nothing changed", tagged, AreaForm{notes.Consult, notes.Advise, "no night calls"}, nil},
		{"the level now", tagged, AreaForm{notes.Agree, notes.Advise, "no night calls"}, []notes.Row{notes.LevelNow(2, "queue", notes.Agree, formDay)}},
		{"the level wanted", tagged, AreaForm{notes.Consult, notes.Delegate, "no night calls"}, []notes.Row{wanted}},
		{
			"limits", tagged,
			AreaForm{notes.Consult, notes.Advise, " two people know "},
			[]notes.Row{notes.Area{ID: 1, Person: 2, Tag: "queue", Limits: "two people know", Levels: areas[0].Levels}},
		},
		{"a goal without a tag", bare, AreaForm{notes.Tell, notes.NoLevel, ""}, []notes.Row{named, notes.LevelNow(2, "lead-platform", notes.Tell, formDay)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			change, err := c.form.Change(c.goal, []notes.Goal{tagged, bare}, areas, formDay)
			if err != nil {
				t.Fatal(err)
			}
			got := change.Rows
			if len(got) != len(c.want) || len(got) > 0 && !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
			}
		})
	}
}

func TestStepsAndOpportunities(t *testing.T) {
	g := notes.Goal{ID: 3, Steps: []notes.Step{{Order: 4}, {Order: 2}}, Opportunities: []notes.Opportunity{{Order: 1}}}
	if _, err := WriteStep(g, notes.Step{}, "  ", "", formDay); notestest.Field(err) != FieldNext {
		t.Errorf("a step without text: %v", err)
	}
	if _, err := WriteStep(g, notes.Step{}, strings.Repeat("x", 1001), "", formDay); notestest.Field(err) != FieldNext {
		t.Errorf("a step that is too long: %v", err)
	}
	if _, err := WriteStep(g, notes.Step{}, "Draft it", "31 Feb", formDay); notestest.Field(err) != FieldDue {
		t.Errorf("a step with an impossible day: %v", err)
	}
	c, err := WriteStep(g, notes.Step{}, "Draft\nit", "2026-12-11", formDay)
	if want := (notes.Step{Goal: 3, Text: "Draft it", Owner: notes.Them, Due: "2026-12-11", Order: 5}); err != nil || c.Rows[0] != want {
		t.Errorf("%+v %v, want %+v", c.Rows, err, want)
	}
	if _, err := WriteOpportunity(g, notes.Opportunity{Kind: notes.Coaching}, "", "", formDay); notestest.Field(err) != FieldChance {
		t.Errorf("an opportunity without text: %v", err)
	}
	if _, err := WriteOpportunity(
		g,
		notes.Opportunity{Kind: notes.Coaching},
		"Four hours",
		"31 Feb",
		formDay,
	); notestest.Field(
		err,
	) != FieldOn {
		t.Errorf("an opportunity on an impossible day: %v", err)
	}
	c, err = WriteOpportunity(g, notes.Opportunity{Kind: notes.Coaching}, "Four hours", "4 Jan", formDay)
	want := notes.Opportunity{Goal: 3, Kind: notes.Coaching, Text: "Four hours", State: notes.Offered, Date: "2027-01-04", Since: formDay, Order: 2}
	if err != nil || c.Rows[0] != want {
		t.Errorf("%+v %v, want %+v", c.Rows, err, want)
	}
	if got := SayOpportunity(want, formDay); got != "coaching, 4 Jan 2027" {
		t.Error(got)
	}
	if got := SayOpportunity(notes.Opportunity{Kind: notes.Workshop}, formDay); got != "workshop" {
		t.Error(got)
	}
	if got := TickStep(notes.Step{ID: 1}, formDay).Rows[0].(notes.Step); got.Done != formDay ||
		TickStep(got, formDay).Rows[0] != (notes.Step{ID: 1}) {
		t.Errorf("ticked %+v", got)
	}
	if got := HandStep(notes.Step{Owner: notes.Them}).Rows[0].(notes.Step); got.Owner != notes.Me ||
		HandStep(got).Rows[0].(notes.Step).Owner != notes.Them {
		t.Errorf("handed %+v", got)
	}
	later := formDay.AddDays(3)
	got := SetOpportunity(want, notes.Booked, later).Rows[0].(notes.Opportunity)
	if got.State != notes.Booked || got.Date != want.Date || got.Since != later {
		t.Errorf("booked %+v", got)
	}
	if again := SetOpportunity(got, notes.Booked, later.AddDays(9)).Rows[0]; again != got {
		t.Errorf("booked once more %+v", again)
	}
}

func TestOnlyMessagesThatSayWhatToDo(t *testing.T) {
	_, err := (GoalForm{Title: "x", Target: "31 Feb"}).Change(notes.Goal{}, nil, nil, formDay)
	if err == nil || !strings.Contains(err.Error(), "Write it like") {
		t.Errorf("%v", err)
	}
}

func TestADayInAStepsTextIsTheStepsDay(t *testing.T) {
	had := notes.Step{ID: 3, Goal: 1, Text: "Run it", Due: "2026-12-01", Owner: notes.Them}
	for _, c := range []struct {
		name      string
		step      notes.Step
		text, due string
		want      string // text | day, or the field that is refused
	}{
		{"in the text alone", notes.Step{}, "Run it by 4 Dec", "", "Run it|2026-12-04"},
		{"in both alike", notes.Step{}, "Run it by 4 Dec", "4 Dec", "Run it|2026-12-04"},
		{"in both otherwise", notes.Step{}, "Run it by 4 Dec", "5 Dec", FieldDue},
		{"newer than the field", had, "Run it by 4 Dec", notes.TypeDate(had.Due), "Run it|2026-12-04"},
		{"the field changed too", had, "Run it by 4 Dec", "5 Dec", FieldDue},
		{"in the field alone", had, "Run it", "5 Dec", "Run it|2026-12-05"},
		{"just passed, and not next year's", notes.Step{}, "Run it", "17 Nov", "Run it|2026-11-17"},
		{"nothing but a day", notes.Step{}, "by 4 Dec", "", "by 4 Dec|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			change, err := WriteStep(notes.Goal{ID: 1}, c.step, c.text, c.due, formDay)
			got := notestest.Field(err)
			if err == nil {
				s := change.Rows[0].(notes.Step)
				got = s.Text + "|" + string(s.Due)
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	c, err := GoalForm{Title: "Lead", Next: "Run it by 4 Dec"}.Change(notes.Goal{Person: 2}, nil, nil, formDay)
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := c.Rows[1].(notes.Step); !ok || s.Text != "Run it" || s.Due != "2026-12-04" {
		t.Errorf("with a new goal: %+v", c.Rows)
	}
}
