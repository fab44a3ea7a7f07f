package notes

import (
	"errors"
	"reflect"
	"testing"
)

func stepForm() StepInForm {
	return StepInForm{
		What: "Rollout", Goal: 5, Tag: "platform", Help: HelpDecide, Reason: "It was meant for 3 Nov.", End: "2026-12-15",
		ExitSign: "two quiet weeks", Sentence: "I'd like to decide this one.",
	}
}

func areaAt(levels ...DatedLevel) []Area {
	return []Area{{ID: 1, Person: 2, Tag: "platform", Levels: levels}}
}

func TestBeginningChangesTheLevelForItsTime(t *testing.T) {
	taken := func(l Level) []Row {
		return []Row{AreaLevel{Person: 2, Tag: "platform", DatedLevel: DatedLevel{From: stepToday, Level: l}}}
	}
	for _, c := range []struct {
		name  string
		help  Help
		areas []Area
		tag   string
		want  []Row
	}{
		{"decide", HelpDecide, areaAt(DatedLevel{"2026-01-01", Delegate}), "platform", taken(Consult)},
		{"agree", HelpAgree, areaAt(DatedLevel{"2026-01-01", Delegate}), "platform", taken(Agree)},
		{"agree where it is shared", HelpAgree, areaAt(DatedLevel{"2026-01-01", Agree}), "platform", nil},
		{"decide where it is mine", HelpDecide, areaAt(DatedLevel{"2026-01-01", Tell}), "platform", nil},
		{"an area without a level", HelpDecide, areaAt(), "platform", nil},
		{"no area", HelpDecide, nil, "platform", nil},
		{"no tag", HelpDecide, areaAt(DatedLevel{"2026-01-01", Delegate}), "", nil},
		{"a level of days to come", HelpDecide, areaAt(DatedLevel{"2027-01-01", Delegate}), "platform", nil},
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
	for field, spoil := range map[string]func(*StepInForm){
		FieldWhat:     func(f *StepInForm) { f.What = " " },
		FieldReason:   func(f *StepInForm) { f.Reason = "" },
		FieldExitSign: func(f *StepInForm) { f.ExitSign = "\n" },
		FieldSentence: func(f *StepInForm) { f.Sentence = "" },
		FieldEnd:      func(f *StepInForm) { f.End = "2026-11-30" },
		"Help":        func(f *StepInForm) { f.Help = HelpAdvise },
	} {
		f := stepForm()
		spoil(&f)
		_, err := f.Begin(2, nil, stepToday)
		var invalid Invalid
		if !errors.As(err, &invalid) || invalid.Field != field {
			t.Errorf("%s: %v", field, err)
		}
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
	c, err := Crisis("The data centre burns", []PersonID{2, 3}, stepToday)
	if err != nil {
		t.Fatal(err)
	}
	s := c.Rows[0].(SteppingIn)
	if !s.InForce(stepToday) || s.Ends != "2026-12-08" || AsksRest(s, stepToday) || !AsksRest(s, "2026-12-02") {
		t.Errorf("got %+v", s)
	}
	f := FormOfStepIn(s)
	f.ExitSign = "the alarms are quiet for a day"
	rest, err := f.Rest(s, nil, "2026-12-02")
	if err != nil {
		t.Fatal(err)
	}
	if s = rest.Rows[0].(SteppingIn); AsksRest(s, "2026-12-02") || s.Reason == "" || s.Sentence == "" {
		t.Errorf("got %+v", s)
	}
	if _, err := Crisis("", []PersonID{2}, stepToday); err == nil {
		t.Error("a crisis without a line")
	}
	if _, err := Crisis("Fire", nil, stepToday); err == nil {
		t.Error("a crisis of nobody")
	}
}

func TestTheEndIsMovedOnceWithAReason(t *testing.T) {
	s := SteppingIn{People: []PersonID{2}, What: "Rollout", Help: HelpAgree, Began: "2026-11-10", Ends: "2026-11-24"}
	if _, err := Extend(s, "", "2026-12-08", stepToday); err == nil {
		t.Error("without a reason")
	}
	if _, err := Extend(s, "The vendor is late", "2026-12-01", stepToday); err == nil {
		t.Error("to today")
	}
	c, err := Extend(s, "The vendor is late", TypeDate(NextEnd(s, stepToday)), stepToday)
	if err != nil {
		t.Fatal(err)
	}
	s = c.Rows[0].(SteppingIn)
	if s.Ends != "2026-12-15" || s.Extended != stepToday || s.Overdue(stepToday) {
		t.Errorf("got %+v", s)
	}
	if _, err := Extend(s, "Once more", "2026-12-30", stepToday); !errors.Is(err, ErrExtendedOnce) {
		t.Errorf("a second time: %v", err)
	}
}

func TestHandingBackIsOneChange(t *testing.T) {
	s := SteppingIn{
		ID: 4, People: []PersonID{2}, What: "Rollout", Tag: "platform", Before: Delegate, Help: HelpDecide, Began: "2026-11-20",
	}
	areas := areaAt(DatedLevel{"2026-01-01", Delegate}, DatedLevel{"2026-11-20", Consult})
	mine := filedOn(Todo, "write the plan #platform", "2026-11-24")
	mine.Actor, mine.Raw, mine.Line = Me, "todo me: write the plan #platform", 3
	other := mine
	other.Tags = []string{"budget"}
	actions := ActionsOn(s, []Filed{mine, other}, nil)
	if len(actions) != 1 {
		t.Fatalf("%d actions are on it", len(actions))
	}
	r := Return{
		StepIn: s, Person: stepAna, People: []Person{stepAna}, Areas: areas, Actions: actions,
		DidWell: "kept the team informed", Debrief: Debrief(s),
	}
	agenda := func(p Person, line string) Change { return OnAgenda(p, "", line, stepToday.Time()) }
	c, err := r.Change(stepIn, agenda, stepToday)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Rows[0].(SteppingIn); got.HandedBack != stepToday || got.DidWell == "" || got.InForce(stepToday) {
		t.Errorf("the step-in is %+v", got)
	}
	if got := c.Rows[1].(AreaLevel); got.Level != Delegate || got.From != stepToday {
		t.Errorf("the level is %+v", got)
	}
	if got := c.Edits[0].New; got != "todo: write the plan #platform" {
		t.Errorf("the action is %q", got)
	}
	if c.Appends[0].Text != "praise: kept the team informed #platform" || c.Appends[0].Kind != JournalNote {
		t.Errorf("the praise is %+v", c.Appends[0])
	}
	if want := "ask: Looking back on “Rollout”: what helped, what got in your way, and what should I do differently next time?"; c.Appends[1].Text != want {
		t.Errorf("the debrief is %q", c.Appends[1].Text)
	}

	r.Areas = areaAt(DatedLevel{"2026-01-01", Delegate}, DatedLevel{"2026-11-20", Consult}, DatedLevel{"2026-11-28", Advise})
	r.People = []Person{{ID: 2, Name: "Ana Ruiz", State: StateLeft}}
	if c, err = r.Change(stepIn, agenda, stepToday); err != nil || len(c.Rows) != 1 || len(c.Appends) != 1 {
		t.Errorf("a level agreed meanwhile, and somebody who left: %+v, %v", c, err)
	}
	r.DidWell = " "
	if _, err := r.Change(stepIn, agenda, stepToday); err == nil {
		t.Error("nothing that went well")
	}
	r.DidWell, r.StepIn.Began = "kept calm", "2027-11-20"
	if c, err = r.Change(stepIn, agenda, stepToday); err != nil || c.Rows[0].(SteppingIn).HandedBack != "2027-11-20" {
		t.Errorf("the clock set back: %+v, %v", c, err)
	}
}

func TestASmallerHelpIsAQuestionOnTheAgenda(t *testing.T) {
	s := StepInSignal{Key: "k", UID: "u", What: "the vendor: (both) #platform", Tag: "platform"}
	for _, h := range Helps {
		if h.TakesOver() {
			continue
		}
		c, err := s.Answer(h, 2, stepIn(2, stepToday), func(line string) Change {
			return OnAgenda(stepAna, "", line, stepToday.Time())
		}, stepToday)
		if err != nil {
			t.Errorf("%s: %v", h, err)
			continue
		}
		if items := Parse(c.Appends[0].Text, stepIn(2, stepToday)); len(items) != 1 || items[0].Label != Ask || len(c.Rows) != 1 {
			t.Errorf("%s: %+v", h, c)
		}
	}
}
