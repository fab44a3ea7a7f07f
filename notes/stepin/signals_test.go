package stepin

import (
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

const stepToday = notes.Date("2026-12-01")

var stepAna = notes.Person{ID: 2, UID: "ana", Name: "Ana Ruiz", Kind: notes.KindReport, State: notes.StateHere}

func stepIn(person notes.PersonID, day notes.Date) notes.Context {
	return notes.Context{Date: day, Person: person, Me: 1, Names: notes.NewNames([]notes.Person{
		{ID: 1, Name: "Mo", Kind: notes.KindMe}, stepAna, {ID: 3, Name: "Ben Ode", Kind: notes.KindReport},
	})}
}

func stepFacts() notes.PromptFacts {
	f := notes.PromptFacts{Held: []notes.Date{"2026-11-24", "2026-11-10", "2026-10-27", "2026-10-13"}}
	f.Person, f.Today = stepAna, stepToday
	return f
}

func filedOn(label notes.Label, text string, day notes.Date) notes.Filed {
	return notes.Filed{
		Item: notes.Item{
			Label:  label,
			Text:   text,
			Raw:    string(label) + ": " + text,
			Actor:  notes.Them,
			People: []notes.PersonID{2},
			Tags:   notes.TagsIn(text),
		},
		Person:     2,
		Note:       7,
		NoteUID:    "note",
		NoteDate:   day,
		NoteKind:   notes.HeldNote,
		NotePerson: 2,
	}
}

func goalDue(target notes.Date, moves ...notes.Date) notes.Goal {
	g := notes.Goal{ID: 5, UID: "goal", Person: 2, Title: "Rollout", Tag: "platform", Target: target, State: notes.GoalOpen}
	for _, on := range moves {
		g.Moves = append(g.Moves, notes.TargetMove{On: on, From: on, To: on.AddDays(20)})
	}
	return g
}

func TestSignals(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(*notes.PromptFacts)
		want []string // facts, joined
	}{
		{"nothing", func(*notes.PromptFacts) {}, nil},
		{"a date today", func(f *notes.PromptFacts) { f.Goals = []notes.Goal{goalDue(stepToday)} }, nil},
		{"a date that passed", func(f *notes.PromptFacts) { f.Goals = []notes.Goal{goalDue("2026-11-30")} }, []string{"It was due on 30 Nov."}},
		{"a date that passed while they were away", func(f *notes.PromptFacts) {
			f.Goals = []notes.Goal{goalDue("2026-11-26")}
			f.Person.Off = notes.DaysOff{{From: "2026-11-25", To: "2026-11-30"}}
		}, nil},
		{"a date that passed before they were away", func(f *notes.PromptFacts) {
			f.Goals = []notes.Goal{goalDue("2026-11-24")}
			f.Person.Off = notes.DaysOff{{From: "2026-11-25", To: "2026-11-30"}}
		}, []string{"It was due on 24 Nov."}},
		{"back after a long absence", func(f *notes.PromptFacts) {
			f.Goals = []notes.Goal{goalDue("2026-10-24")}
			f.Person.Absences = notes.DaysOff{{From: "2026-11-01", To: "2026-11-20"}}
		}, nil},
		{"three weeks after it", func(f *notes.PromptFacts) {
			f.Goals = []notes.Goal{goalDue("2026-10-24")}
			f.Person.Absences = notes.DaysOff{{From: "2026-10-25", To: "2026-11-09"}}
		}, []string{"It was due on 24 Oct."}},
		{"no date", func(f *notes.PromptFacts) { f.Goals = []notes.Goal{goalDue("")} }, nil},
		{"moved once", func(f *notes.PromptFacts) { f.Goals = []notes.Goal{goalDue("2027-01-30", "2026-10-03")} }, nil},
		{"moved twice", func(f *notes.PromptFacts) { f.Goals = []notes.Goal{goalDue("2027-01-30", "2026-10-03", "2026-11-12")} }, []string{"The date was moved on 3 Oct and 12 Nov."}},
		{"moved in days to come, the clock set back", func(f *notes.PromptFacts) { f.Goals = []notes.Goal{goalDue("2027-12-30", "2027-10-03", "2027-11-12")} }, nil},
		{"a goal that is reached", func(f *notes.PromptFacts) {
			g := goalDue("2026-11-03")
			g.State = notes.GoalReached
			f.Goals = []notes.Goal{g}
		}, nil},
		{"stuck through two", func(f *notes.PromptFacts) { f.Stuck = []notes.Filed{filedOn(notes.Stuck, "the vendor", "2026-11-10")} }, nil},
		{"stuck through three", func(f *notes.PromptFacts) { f.Stuck = []notes.Filed{filedOn(notes.Stuck, "the vendor", "2026-10-27")} }, []string{"Stuck since 27 Oct, still open after 3 one-on-ones: 27 Oct, 10 Nov and 24 Nov."}},
		{"stuck between one-on-ones", func(f *notes.PromptFacts) { f.Stuck = []notes.Filed{filedOn(notes.Stuck, "the vendor", "2026-10-20")} }, []string{"Stuck since 20 Oct, still open after 3 one-on-ones: 27 Oct, 10 Nov and 24 Nov."}},
		{"the same noted again", func(f *notes.PromptFacts) {
			f.Stuck = []notes.Filed{filedOn(notes.Stuck, "The vendor.", "2026-11-24"), filedOn(notes.Stuck, "the vendor #platform", "2026-10-13")}
		}, []string{"Stuck since 13 Oct, still open after 4 one-on-ones, most recently on 27 Oct, 10 Nov and 24 Nov."}},
		{"a topic", func(f *notes.PromptFacts) { f.Agenda = []notes.Filed{filedOn(notes.Topic, "the rota", "2026-10-27")} }, []string{"On the agenda since 27 Oct, still open after 3 one-on-ones: 27 Oct, 10 Nov and 24 Nov."}},
		{"a question of mine", func(f *notes.PromptFacts) { f.Agenda = []notes.Filed{filedOn(notes.Ask, "the rota?", "2026-10-13")} }, nil},
		{"an idea", func(f *notes.PromptFacts) { f.Ideas = []notes.Filed{filedOn(notes.Idea, "a rota", "2026-10-27")} }, nil},
		{"an idea on trial", func(f *notes.PromptFacts) {
			i := filedOn(notes.Idea, "a rota", "2026-10-13")
			i.State = notes.Trying
			f.Ideas = []notes.Filed{i}
		}, nil},
		{"agreed and happened", func(f *notes.PromptFacts) {
			g := goalDue("2026-11-03")
			g.StepInIf, g.StepInAgreed = "the date moves a second time", "2026-09-25"
			f.Goals = []notes.Goal{g}
			f.Lately = []notes.Note{{NoteHead: notes.NoteHead{ID: 9, UID: "j", Person: 2, Kind: notes.JournalNote, Date: "2026-11-29"}, Body: "x\nstep in: The date moves a second time #platform\n"}}
		}, []string{"You agreed on 25 Sep to step in if this happens: the date moves a second time. On 29 Nov, you noted that this happened."}},
		{"agreed, and another line", func(f *notes.PromptFacts) {
			g := goalDue("")
			g.StepInIf = "the date moves a second time"
			f.Goals = []notes.Goal{g}
			f.Lately = []notes.Note{{NoteHead: notes.NoteHead{ID: 9, Person: 2, Date: "2026-11-29"}, Body: "step in: she asked for it\nprivate step in: the date moves a second time\n"}}
		}, nil},
		{"away", func(f *notes.PromptFacts) {
			f.Person.State = notes.StateAway
			f.Goals = []notes.Goal{goalDue("2026-11-03")}
		}, nil},
		{"left", func(f *notes.PromptFacts) {
			f.Person.State = notes.StateLeft
			f.Goals = []notes.Goal{goalDue("2026-11-03")}
		}, nil},
		{"one in force", func(f *notes.PromptFacts) {
			f.Goals, f.StepIns = []notes.Goal{goalDue("2026-11-03")}, []notes.SteppingIn{{People: []notes.PersonID{2}, Began: "2026-11-30"}}
		}, nil},
		{"one handed back", func(f *notes.PromptFacts) {
			f.Goals, f.StepIns = []notes.Goal{goalDue("2026-11-03")}, []notes.SteppingIn{{People: []notes.PersonID{2}, Began: "2026-10-30", HandedBack: "2026-11-05"}}
		}, []string{"It was due on 3 Nov."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := stepFacts()
			c.fill(&f)
			var got []string
			for _, s := range ShowSignals(f, false, nil, stepIn) {
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
	f.Goals = []notes.Goal{goalDue("2026-11-20", "2026-10-03", "2026-11-12")}
	s := ShowSignals(f, false, nil, stepIn)[0]
	said := []notes.Verdict{s.NotNeeded(stepToday).Rows[0].(notes.Verdict)}
	if got := ShowSignals(f, false, said, stepIn); len(got) != 0 {
		t.Errorf("it is shown: %v", got)
	}
	moved := f
	moved.Goals = []notes.Goal{goalDue("2026-11-30", "2026-10-03", "2026-11-12", "2026-11-21")}
	if got := ShowSignals(moved, false, said, stepIn); len(got) != 1 {
		t.Errorf("a new fact makes %d signals", len(got))
	}
	f.Today = stepToday.AddDays(22)
	if got := ShowSignals(f, false, said, stepIn); len(got) != 1 {
		t.Errorf("after three weeks there are %d", len(got))
	}
}

func TestWhatWasAgreedIsNotedAsALineThatIsASignal(t *testing.T) {
	f := stepFacts()
	g := goalDue("")
	g.StepInIf = "two releases slip: both of them (with a note)"
	f.Goals = []notes.Goal{g}
	c, err := HasHappened(g, stepIn(2, stepToday), stepToday)
	if err != nil {
		t.Fatal(err)
	}
	f.Lately = []notes.Note{
		{NoteHead: notes.NoteHead{ID: 9, UID: "j", Person: 2, Kind: notes.JournalNote, Date: stepToday}, Body: c.Appends[0].Text},
	}
	if got := ShowSignals(f, false, nil, stepIn); len(got) != 1 || got[0].Goal != g.ID {
		t.Errorf("%q gives %v", c.Appends[0].Text, got)
	}
}

func TestEveryLabelThatStaysOpenIsASignalAsItsRowSays(t *testing.T) {
	for _, l := range notes.Labels {
		t.Run(string(l), func(t *testing.T) {
			f := stepFacts()
			f.Agenda = []notes.Filed{filedOn(l, "the vendor", "2026-10-20")}
			signals := ShowSignals(f, false, nil, stepIn)
			want := l.Kind().Signal
			if want == "" {
				if len(signals) > 0 {
					t.Errorf("%+v", signals)
				}
				return
			}
			if len(signals) != 1 || !strings.HasPrefix(signals[0].Facts[0], want+" since 20 Oct") {
				t.Errorf("%+v, not %q", signals, want)
			}
		})
	}
}

// While questions are held back only what was agreed beforehand, and has happened, is a signal.
func TestSignalsWhileQuestionsAreHeldBack(t *testing.T) {
	g := goalDue("2026-11-20")
	g.StepInIf = "no date by December"
	f := stepFacts()
	f.Goals = []notes.Goal{g}
	f.Stuck = []notes.Filed{filedOn(notes.Stuck, "the rota", "2026-10-20")}
	happened := notes.Note{
		NoteHead: notes.NoteHead{UID: "n", Person: 2, Kind: notes.JournalNote, Date: "2026-11-30"},
		Body:     "step in: no date by December\n",
	}
	for _, c := range []struct {
		name     string
		held     bool
		happened bool
		want     int
	}{
		{"not held back", false, false, 2}, {"held back", true, false, 0}, {"held back, and the agreed one happened", true, true, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := f
			if c.happened {
				f.Lately = []notes.Note{happened}
			}
			if got := ShowSignals(f, c.held, nil, stepIn); len(got) != c.want {
				t.Errorf("%d signals: %+v", len(got), got)
			}
		})
	}
}
