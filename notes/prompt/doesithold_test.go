package prompt

import (
	"testing"

	"handback/notes"
)

func TestWhatWasHandedBackIsAskedAboutAfterTwoWeeks(t *testing.T) {
	stepIn := func(days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.StepIns = []notes.SteppingIn{{
				People: []notes.PersonID{ana}, What: "the tender", Tag: "tender", Began: ago(60), Ends: ago(46), HandedBack: ago(days),
			}}
		}
	}
	app := func(days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			jotted(f, ago(days), "- ask: "+notes.HandSentence(line(notes.Todo, notes.Me, "size the queue #platform", ago(days)))+" (answered)")
		}
	}
	area := func(days int, levels ...notes.Level) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			a := notes.Area{Tag: "desk", Limits: "none"}
			for i, l := range levels {
				a.Levels = append(a.Levels, notes.DatedLevel{From: ago(days + 40*(len(levels)-1-i)), Level: l})
			}
			f.Areas = append(f.Areas, a)
		}
	}
	off := func(with func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			with(f)
			f.Person.Off = notes.DaysOff{{From: ago(5), To: ago(5)}}
		}
	}
	runDue(t, doesItHold, []dueCase{
		{"a step-in, 13 days ago", stepIn(13), ""},
		{"on the agenda, and it did not come up", func(f *notes.PromptFacts) {
			jotted(f, ago(16), "- ask: "+notes.HandSentence(line(notes.Todo, notes.Me, "size the queue", ago(16))))
		}, ""},
		{"a step-in, 14 days ago", stepIn(14), holdsStepIn},
		{"a step-in, 14 days ago, one of them off", off(stepIn(14)), ""},
		{"a step-in, 35 days ago", stepIn(35), holdsStepIn},
		{"a step-in, 36 days ago", stepIn(36), ""},
		{"a step-in in force", stepIn(-1), ""},
		{"a step-in, and I lead there again", func(f *notes.PromptFacts) {
			stepIn(20)(f)
			f.StepIns = append(f.StepIns, notes.SteppingIn{What: "once more", Tag: "tender", Began: ago(3), Ends: ago(-9), Help: notes.HelpAgree})
		}, ""},
		{"by the app's sentence, 13 days ago", app(13), ""},
		{"by the app's sentence, 14 days ago", app(14), holdsHanded},
		{"by the app's sentence, and done", func(f *notes.PromptFacts) {
			app(20)(f)
			f.DoneLately = []notes.Filed{closed(line(notes.Todo, notes.Them, "size the queue #platform", ago(20)), notes.Done, ago(2))}
		}, ""},
		{"a level, 14 days ago", area(14, notes.Consult, notes.Delegate), holdsArea},
		{"a level, 13 days ago", area(13, notes.Consult, notes.Delegate), ""},
		{"the first level agreed", area(14, notes.Delegate), ""},
		{"a higher level of what was theirs", area(14, notes.Advise, notes.Delegate), ""},
		{"a level that is shared", area(14, notes.Consult, notes.Agree), ""},
		{"taken back since", area(2, notes.Agree, notes.Delegate, notes.Consult), ""},
	})
}

func TestHandedBackInTheManagersWords(t *testing.T) {
	for text, want := range map[string]bool{
		"Handed the rota back to her":                 true,
		"I've handed the stock list over to Ana":      true,
		"Handed over the rota":                        false, // to nobody who is known
		"Today I handed the keys back, with a list":   true,
		"Handed her the rota":                         true,
		"The rota is hers again":                      true,
		"The rota is Ana's now":                       true,
		"Handed the keys over to the landlord":        false,
		"Handed the rota back to Ben":                 false,
		"She handed the slides back":                  false,
		"Handed back":                                 true,
		"Handed her a coffee":                         false,
		"She is theirs now, said Ben":                 false,
		"I should have handed it back":                false,
		"private: handed the rota back to her":        false,
		"decided me: handed the rota back to her":     false,
		"The next one is hers now that the desk is":   true,
		"The weekend was again full":                  false,
		"I almost handed the rota over to her mother": false,
	} {
		t.Run(text, func(t *testing.T) {
			f := calm()
			jotted(&f, ago(16), text)
			if got := doesItHold.due(f); (len(got) > 0) != want {
				t.Errorf("%+v, want %v", got, want)
			}
		})
	}
}

// TestWhatIsPastDoesNotHold: of a decision the next one like it is theirs, and a crisis never was.
func TestWhatIsPastDoesNotHold(t *testing.T) {
	f := calm()
	jotted(&f, ago(16), "ask: "+notes.HandSentence(line(notes.Decided, notes.Me, "use Kafka", ago(20)))+" (answered)")
	f.StepIns = []notes.SteppingIn{{
		People: []notes.PersonID{ana}, What: "Customer data leaked", Crisis: true, Began: ago(40), Ends: ago(20), HandedBack: ago(16),
	}}
	if got := doesItHold.due(f); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestTheReasonSaysWhatWasHandedBack(t *testing.T) {
	for _, c := range []struct {
		name string
		with func(*notes.PromptFacts)
		want string
	}{
		{"the app's sentence", func(f *notes.PromptFacts) {
			jotted(f, ago(14), "ask: "+notes.HandSentence(line(notes.Todo, notes.Me, "use Kafka #platform", ago(20)))+" (answered)")
		}, "because you handed this back on 9 Nov: “Use Kafka”"},
		{"words", func(f *notes.PromptFacts) { jotted(f, ago(14), "- Handed the rota back to her") }, "because you noted this on 9 Nov: “Handed the rota back to her”"},
		{"a level", func(f *notes.PromptFacts) {
			f.Areas[0].Levels = append(f.Areas[0].Levels, notes.DatedLevel{From: ago(14), Level: notes.Advise})
			f.Areas[0].Limits = "none"
		}, "because you agreed on Advise for #platform on 9 Nov"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &world{f: calm()}
			c.with(&w.f)
			p := w.show(t)
			if p.Kind != DoesItHold || p.Reason != c.want {
				t.Fatalf("%+v, want %q", p, c.want)
			}
			w.store(leave(p, w.f, notes.Asked))
			w.f.Today = today.AddDays(16)
			for _, p := range Choose(w.f) {
				if p.Kind == DoesItHold {
					t.Errorf("asked, and asked again: %+v", p)
				}
			}
		})
	}
}
