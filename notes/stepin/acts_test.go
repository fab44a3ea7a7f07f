package stepin

import (
	"errors"
	"reflect"
	"testing"

	"handback/notes"
)

func stepForm() Form {
	return Form{
		What: "Rollout", Goal: 5, Tag: "platform", Help: notes.HelpDecide, Reason: "It was meant for 3 Nov.", End: "2026-12-15",
		ExitSign: "two quiet weeks", Sentence: "I'd like to decide this one.",
	}
}

func areaAt(levels ...notes.DatedLevel) []notes.Area {
	return []notes.Area{{ID: 1, Person: 2, Tag: "platform", Levels: levels}}
}

func TestBeginningChangesTheLevelForItsTime(t *testing.T) {
	taken := func(l notes.Level) []notes.Row {
		return []notes.Row{notes.AreaLevel{Person: 2, Tag: "platform", DatedLevel: notes.DatedLevel{From: stepToday, Level: l}}}
	}
	for _, c := range []struct {
		name  string
		help  notes.Help
		areas []notes.Area
		tag   string
		want  []notes.Row
	}{
		{"decide", notes.HelpDecide, areaAt(notes.DatedLevel{From: "2026-01-01", Level: notes.Delegate}), "platform", taken(notes.Consult)},
		{"agree", notes.HelpAgree, areaAt(notes.DatedLevel{From: "2026-01-01", Level: notes.Delegate}), "platform", taken(notes.Agree)},
		{"agree where it is shared", notes.HelpAgree, areaAt(notes.DatedLevel{From: "2026-01-01", Level: notes.Agree}), "platform", nil},
		{"decide where it is mine", notes.HelpDecide, areaAt(notes.DatedLevel{From: "2026-01-01", Level: notes.Tell}), "platform", nil},
		{"an area without a level", notes.HelpDecide, areaAt(), "platform", nil},
		{"no area", notes.HelpDecide, nil, "platform", nil},
		{"no tag", notes.HelpDecide, areaAt(notes.DatedLevel{From: "2026-01-01", Level: notes.Delegate}), "", nil},
		{"a level of days to come", notes.HelpDecide, areaAt(notes.DatedLevel{From: "2027-01-01", Level: notes.Delegate}), "platform", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := stepForm()
			f.Help, f.Tag = c.help, c.tag
			got, err := f.Begin(2, c.areas, stepToday)
			if err != nil {
				t.Fatal(err)
			}
			if rows := got.Rows[1:]; len(rows) != len(c.want) || len(rows) > 0 && !reflect.DeepEqual(rows, c.want) {
				t.Errorf("got %v, want %v", rows, c.want)
			}
		})
	}
}

func TestAFormThatLacksSomethingSaysWhat(t *testing.T) {
	for field, spoil := range map[string]func(*Form){
		FieldWhat:     func(f *Form) { f.What = " " },
		FieldReason:   func(f *Form) { f.Reason = "" },
		FieldExitSign: func(f *Form) { f.ExitSign = "\n" },
		FieldSentence: func(f *Form) { f.Sentence = "" },
		FieldEnd:      func(f *Form) { f.End = "2026-11-30" },
		"Help":        func(f *Form) { f.Help = notes.HelpAdvise },
	} {
		t.Run(field, func(t *testing.T) {
			f := stepForm()
			spoil(&f)
			_, err := f.Begin(2, nil, stepToday)
			var invalid notes.Invalid
			if !errors.As(err, &invalid) || invalid.Field != field {
				t.Errorf("%s: %v", field, err)
			}
		})
	}
	for _, end := range []string{"", "soon"} {
		f := stepForm()
		f.End = end
		if _, err := f.Begin(2, nil, stepToday); err == nil {
			t.Errorf("the end %q is taken", end)
		}
	}
}

func TestACrisisTakesOneLineAndIsAskedAboutTheNextDay(t *testing.T) {
	c, err := Crisis("The data centre burns", []notes.PersonID{2, 3}, stepToday)
	if err != nil {
		t.Fatal(err)
	}
	s := c.Rows[0].(notes.SteppingIn)
	if !s.InForce(stepToday) || s.Ends != "2026-12-08" || AsksRest(s, stepToday) || !AsksRest(s, "2026-12-02") {
		t.Errorf("got %+v", s)
	}
	f := FormOf(s)
	f.ExitSign = "the alarms are quiet for a day"
	rest, err := f.Rest(s, nil, "2026-12-02")
	if err != nil {
		t.Fatal(err)
	}
	if s = rest.Rows[0].(notes.SteppingIn); AsksRest(s, "2026-12-02") || s.Reason == "" || s.Sentence == "" {
		t.Errorf("got %+v", s)
	}
	if _, err := Crisis("", []notes.PersonID{2}, stepToday); err == nil {
		t.Error("a crisis without a line")
	}
	if _, err := Crisis("Fire", nil, stepToday); err == nil {
		t.Error("a crisis of nobody")
	}
}

func TestTheEndIsMovedOnceWithAReason(t *testing.T) {
	s := notes.SteppingIn{People: []notes.PersonID{2}, What: "Rollout", Help: notes.HelpAgree, Began: "2026-11-10", Ends: "2026-11-24"}
	if _, err := Extend(s, "", "2026-12-08", stepToday); err == nil {
		t.Error("without a reason")
	}
	if _, err := Extend(s, "The vendor is late", "2026-12-01", stepToday); err == nil {
		t.Error("to today")
	}
	c, err := Extend(s, "The vendor is late", notes.TypeDate(NextEnd(s, stepToday)), stepToday)
	if err != nil {
		t.Fatal(err)
	}
	s = c.Rows[0].(notes.SteppingIn)
	if s.Ends != "2026-12-15" || s.Extended != stepToday || s.Overdue(stepToday) {
		t.Errorf("got %+v", s)
	}
	if _, err := Extend(s, "Once more", "2026-12-30", stepToday); !errors.Is(err, ErrExtendedOnce) {
		t.Errorf("a second time: %v", err)
	}
}

func TestHandingBackIsOneChange(t *testing.T) {
	s := notes.SteppingIn{
		ID: 4, People: []notes.PersonID{2}, What: "Rollout", Tag: "platform", Before: notes.Delegate, Help: notes.HelpDecide, Began: "2026-11-20",
	}
	areas := areaAt(notes.DatedLevel{From: "2026-01-01", Level: notes.Delegate}, notes.DatedLevel{From: "2026-11-20", Level: notes.Consult})
	mine := filedOn(notes.Todo, "write the plan #platform", "2026-11-24")
	mine.Actor, mine.Raw, mine.Line = notes.Me, "todo me: write the plan #platform", 3
	other := mine
	other.Tags = []string{"budget"}
	actions := ActionsOn(s, []notes.Filed{mine, other}, nil)
	if len(actions) != 1 {
		t.Fatalf("%d actions are on it", len(actions))
	}
	r := Return{
		StepIn: s, Person: stepAna, People: []notes.Person{stepAna}, Areas: areas, Actions: actions,
		DidWell: "kept the team informed", Debrief: Debrief(s),
	}
	c, err := r.Change(stepIn, stepToday)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Rows[0].(notes.SteppingIn); got.HandedBack != stepToday || got.DidWell == "" || got.InForce(stepToday) {
		t.Errorf("the step-in is %+v", got)
	}
	if got := c.Rows[1].(notes.AreaLevel); got.Level != notes.Delegate || got.From != stepToday {
		t.Errorf("the level is %+v", got)
	}
	if got := c.Edits[0].New; got != "todo: write the plan #platform" {
		t.Errorf("the action is %q", got)
	}
	if c.Appends[0].Text != "praise: kept the team informed #platform" || c.Appends[0].Kind != notes.JournalNote {
		t.Errorf("the praise is %+v", c.Appends[0])
	}
	if want := "ask: Let's look back on this: “Rollout”. What helped, what got in your way, and what should I do differently next time?"; c.Appends[1].Text != want {
		t.Errorf("the debrief is %q", c.Appends[1].Text)
	}

	r.Areas = areaAt(
		notes.DatedLevel{From: "2026-01-01", Level: notes.Delegate},
		notes.DatedLevel{From: "2026-11-20", Level: notes.Consult},
		notes.DatedLevel{From: "2026-11-28", Level: notes.Advise},
	)
	r.People = []notes.Person{{ID: 2, Name: "Ana Ruiz", State: notes.StateLeft}}
	if c, err = r.Change(stepIn, stepToday); err != nil || len(c.Rows) != 1 || len(c.Appends) != 1 {
		t.Errorf("a level agreed meanwhile, and somebody who left: %+v, %v", c, err)
	}
	r.DidWell = " "
	if _, err := r.Change(stepIn, stepToday); err == nil {
		t.Error("nothing that went well")
	}
	r.DidWell, r.StepIn.Began = "kept calm", "2027-11-20"
	if c, err = r.Change(stepIn, stepToday); err != nil || c.Rows[0].(notes.SteppingIn).HandedBack != "2027-11-20" {
		t.Errorf("the clock set back: %+v, %v", c, err)
	}
}

func TestASmallerHelpIsAQuestionOnTheAgenda(t *testing.T) {
	s := Signal{Key: "k", UID: "u", What: "the vendor: (both) #platform", Tag: "platform"}
	for _, h := range notes.Helps {
		if h.TakesOver() {
			continue
		}
		c, err := s.Answer(h, 2, stepIn(2, stepToday), stepToday)
		if err != nil {
			t.Errorf("%s: %v", h, err)
			continue
		}
		if items := notes.Parse(c.Appends[0].Text, stepIn(2, stepToday)); len(items) != 1 || items[0].Label != notes.Ask || len(c.Rows) != 1 {
			t.Errorf("%s: %+v", h, c)
		}
	}
}
