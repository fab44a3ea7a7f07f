package notes

import (
	"slices"
	"strings"
	"testing"
)

const stepToday = Date("2026-12-01")

var stepAna = Person{ID: 2, UID: "ana", Name: "Ana Ruiz", Kind: KindReport, State: StateHere}

func stepIn(person PersonID, day Date) Context {
	return Context{Date: day, Person: person, Me: 1, Names: NewNames([]Person{
		{ID: 1, Name: "Mo", Kind: KindMe}, stepAna, {ID: 3, Name: "Ben Ode", Kind: KindReport},
	})}
}

func stepFacts() PromptFacts {
	f := PromptFacts{Held: []Date{"2026-11-24", "2026-11-10", "2026-10-27", "2026-10-13"}}
	f.Person, f.Today = stepAna, stepToday
	return f
}

func filedOn(label Label, text string, day Date) Filed {
	return Filed{
		Item:   Item{Label: label, Text: text, Raw: string(label) + ": " + text, Actor: Them, People: []PersonID{2}, Tags: TagsIn(text)},
		Person: 2, Note: 7, NoteUID: "note", NoteDate: day, NoteKind: HeldNote, NotePerson: 2,
	}
}

func goalDue(target Date, moves ...Date) Goal {
	g := Goal{ID: 5, UID: "goal", Person: 2, Title: "Rollout", Tag: "platform", Target: target, State: GoalOpen}
	for _, on := range moves {
		g.Moves = append(g.Moves, TargetMove{On: on, From: on, To: on.AddDays(20)})
	}
	return g
}

func TestSignals(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(*PromptFacts)
		want []string // facts, joined
	}{
		{"nothing", func(*PromptFacts) {}, nil},
		{"a date today", func(f *PromptFacts) { f.Goals = []Goal{goalDue(stepToday)} }, nil},
		{"a date that passed", func(f *PromptFacts) { f.Goals = []Goal{goalDue("2026-11-30")} }, []string{"It was meant for 30 Nov; that day is past."}},
		{"no date", func(f *PromptFacts) { f.Goals = []Goal{goalDue("")} }, nil},
		{"moved once", func(f *PromptFacts) { f.Goals = []Goal{goalDue("2027-01-30", "2026-10-03")} }, nil},
		{"moved twice", func(f *PromptFacts) { f.Goals = []Goal{goalDue("2027-01-30", "2026-10-03", "2026-11-12")} }, []string{"Its date was moved on 3 Oct and 12 Nov."}},
		{"moved in days to come, the clock set back", func(f *PromptFacts) { f.Goals = []Goal{goalDue("2027-12-30", "2027-10-03", "2027-11-12")} }, nil},
		{"a goal that is reached", func(f *PromptFacts) {
			g := goalDue("2026-11-03")
			g.State = GoalReached
			f.Goals = []Goal{g}
		}, nil},
		{"stuck through two", func(f *PromptFacts) { f.Stuck = []Filed{filedOn(Stuck, "the vendor", "2026-11-10")} }, nil},
		{"stuck through three", func(f *PromptFacts) { f.Stuck = []Filed{filedOn(Stuck, "the vendor", "2026-10-27")} }, []string{"Stuck since 27 Oct, open through 3 one-on-ones: 27 Oct, 10 Nov and 24 Nov."}},
		{"stuck between one-on-ones", func(f *PromptFacts) { f.Stuck = []Filed{filedOn(Stuck, "the vendor", "2026-10-20")} }, []string{"Stuck since 20 Oct, open through 3 one-on-ones: 27 Oct, 10 Nov and 24 Nov."}},
		{"the same noted again", func(f *PromptFacts) {
			f.Stuck = []Filed{filedOn(Stuck, "The vendor.", "2026-11-24"), filedOn(Stuck, "the vendor #platform", "2026-10-13")}
		}, []string{"Stuck since 13 Oct, open through 4 one-on-ones: the last on 27 Oct, 10 Nov and 24 Nov."}},
		{"a topic", func(f *PromptFacts) { f.Agenda = []Filed{filedOn(Topic, "the rota", "2026-10-27")} }, []string{"On the agenda since 27 Oct, open through 3 one-on-ones: 27 Oct, 10 Nov and 24 Nov."}},
		{"a question of mine", func(f *PromptFacts) { f.Agenda = []Filed{filedOn(Ask, "the rota?", "2026-10-13")} }, nil},
		{"an idea", func(f *PromptFacts) { f.Ideas = []Filed{filedOn(Idea, "a rota", "2026-10-27")} }, []string{"An idea without an answer since 27 Oct, open through 3 one-on-ones: 27 Oct, 10 Nov and 24 Nov."}},
		{"an idea on trial", func(f *PromptFacts) {
			i := filedOn(Idea, "a rota", "2026-10-13")
			i.State = Trying
			f.Ideas = []Filed{i}
		}, nil},
		{"agreed and happened", func(f *PromptFacts) {
			g := goalDue("2026-11-03")
			g.StepInIf, g.StepInAgreed = "the date moves a second time", "2026-09-25"
			f.Goals = []Goal{g}
			f.Lately = []Note{{NoteHead: NoteHead{ID: 9, UID: "j", Person: 2, Kind: JournalNote, Date: "2026-11-29"}, Body: "x\nstep in: The date moves a second time #platform\n"}}
		}, []string{"You agreed on 25 Sep to step in if this happens: the date moves a second time. You noted on 29 Nov that it has."}},
		{"agreed, and another line", func(f *PromptFacts) {
			g := goalDue("")
			g.StepInIf = "the date moves a second time"
			f.Goals = []Goal{g}
			f.Lately = []Note{{NoteHead: NoteHead{ID: 9, Person: 2, Date: "2026-11-29"}, Body: "step in: she asked for it\nprivate step in: the date moves a second time\n"}}
		}, nil},
		{"away", func(f *PromptFacts) {
			f.Person.State = StateAway
			f.Goals = []Goal{goalDue("2026-11-03")}
		}, nil},
		{"left", func(f *PromptFacts) {
			f.Person.State = StateLeft
			f.Goals = []Goal{goalDue("2026-11-03")}
		}, nil},
		{"one in force", func(f *PromptFacts) {
			f.Goals, f.StepIns = []Goal{goalDue("2026-11-03")}, []SteppingIn{{People: []PersonID{2}, Began: "2026-11-30"}}
		}, nil},
		{"one handed back", func(f *PromptFacts) {
			f.Goals, f.StepIns = []Goal{goalDue("2026-11-03")}, []SteppingIn{{People: []PersonID{2}, Began: "2026-10-30", HandedBack: "2026-11-05"}}
		}, []string{"It was meant for 3 Nov; that day is past."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := stepFacts()
			c.fill(&f)
			var got []string
			for _, s := range StepInSignals(f, nil, stepIn) {
				got = append(got, strings.Join(s.Facts, " "))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestASignalThatIsNotNeededComesBackAfterThreeWeeksOrWithANewFact(t *testing.T) {
	f := stepFacts()
	f.Goals = []Goal{goalDue("2026-11-20", "2026-10-03", "2026-11-12")}
	s := StepInSignals(f, nil, stepIn)[0]
	said := []Verdict{s.NotNeeded(stepToday).Rows[0].(Verdict)}
	if got := StepInSignals(f, said, stepIn); len(got) != 0 {
		t.Errorf("it is shown: %v", got)
	}
	moved := f
	moved.Goals = []Goal{goalDue("2026-11-30", "2026-10-03", "2026-11-12", "2026-11-21")}
	if got := StepInSignals(moved, said, stepIn); len(got) != 1 {
		t.Errorf("a new fact makes %d signals", len(got))
	}
	f.Today = stepToday.AddDays(22)
	if got := StepInSignals(f, said, stepIn); len(got) != 1 {
		t.Errorf("after three weeks there are %d", len(got))
	}
}

func TestWhatWasAgreedIsNotedAsALineThatIsASignal(t *testing.T) {
	f := stepFacts()
	g := goalDue("")
	g.StepInIf = "two releases slip: both of them (with a note)"
	f.Goals = []Goal{g}
	c, err := HasHappened(g, stepIn(2, stepToday), stepToday)
	if err != nil {
		t.Fatal(err)
	}
	f.Lately = []Note{{NoteHead: NoteHead{ID: 9, UID: "j", Person: 2, Kind: JournalNote, Date: stepToday}, Body: c.Appends[0].Text}}
	if got := StepInSignals(f, nil, stepIn); len(got) != 1 || got[0].Goal != g.ID {
		t.Errorf("%q gives %v", c.Appends[0].Text, got)
	}
}
