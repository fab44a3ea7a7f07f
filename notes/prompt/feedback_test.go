package prompt

import (
	"testing"

	"handback/notes"
)

func TestFeedbackIsDueTheDayAfter(t *testing.T) {
	written := func(l notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Unsaid = []notes.Filed{l} }
	}
	on := func(n int) notes.Filed {
		return line(notes.Feedback, notes.Them, "spoke over the others — two left — we lost an hour", ago(n))
	}
	forMe := on(5)
	forMe.Actor = notes.Me
	runDue(t, feedback, []dueCase{
		{"written today", written(on(0)), ""},
		{"written yesterday", written(on(1)), feedbackNotSaid},
		{"written long ago", written(on(200)), feedbackNotSaid},
		{"said since", written(closed(on(5), notes.Said, ago(1))), ""},
		{"given to me", written(forMe), ""},
		{"praise", written(line(notes.Praise, notes.Them, "ran the review", ago(5))), ""},
	})
}

func TestFeedbackThatWasSeenToIsNotAskedAboutAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer func(Prompt, notes.PromptFacts) notes.Change
		again  bool
	}{{"done", Done, false}, {"another", Another, true}} {
		t.Run(c.name, func(t *testing.T) {
			w := &world{f: calm()}
			w.f.Unsaid = []notes.Filed{line(notes.Feedback, notes.Them, "spoke over the others", ago(5))}
			p := w.show(t)
			if p.Kind != Feedback || p.ForThem || len(p.Because) != 1 {
				t.Fatalf("%+v", p)
			}
			want := "because you wrote this feedback on 18 Nov and haven't marked it as said: “Spoke over the others”"
			if p.Reason != want {
				t.Errorf("%q, want %q", p.Reason, want)
			}
			w.store(c.answer(p, w.f))
			w.f.Today = today.AddDays(30)
			if got := len(feedback.due(w.f)) > 0; got != c.again {
				t.Errorf("due again: %v", got)
			}
		})
	}
}
