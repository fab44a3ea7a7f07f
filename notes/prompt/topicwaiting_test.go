package prompt

import (
	"testing"

	"handback/notes"
)

func TestATopicWaitsThroughThreeOneOnOnes(t *testing.T) {
	agenda := func(l notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Agenda = []notes.Filed{l} }
	}
	topic := func(label notes.Label, actor notes.Actor, n int) notes.Filed {
		return line(label, actor, "the desk by the window", ago(n))
	}
	runDue(t, topicWaiting, []dueCase{
		{"noted at the third last one-on-one", agenda(topic(notes.Topic, notes.Them, 31)), ""},
		{"noted the day before it", agenda(topic(notes.Topic, notes.Them, 32)), topicOpen},
		{"a question of theirs", agenda(topic(notes.Ask, notes.Them, 32)), topicOpen},
		{"a topic of mine", agenda(topic(notes.Topic, notes.Me, 32)), ""},
		{"a topic of both", agenda(topic(notes.Topic, notes.We, 32)), ""},
		{"talked about since", agenda(closed(topic(notes.Topic, notes.Them, 32), notes.Done, ago(3))), ""},
		{"two one-on-ones held in all", func(f *notes.PromptFacts) {
			f.Agenda, f.Held = []notes.Filed{topic(notes.Topic, notes.Them, 80)}, f.Held[:2]
		}, ""},
	})
}

func TestATopicThatWasSeenToWaitsForThreeMore(t *testing.T) {
	w := &world{f: calm()}
	w.f.Agenda = []notes.Filed{line(notes.Topic, notes.Them, "the desk by the window", ago(40))}
	p := w.show(t)
	want := "because Ana's topic stayed open through your one-on-ones on 23 Oct, 6 Nov, 20 Nov: “The desk by the window”"
	if p.Kind != TopicWaiting || p.Reason != want {
		t.Fatalf("%+v, want %q", p, want)
	}
	w.store(Done(p, w.f))
	for n, want := range []bool{false, false, false, true} {
		if got := len(topicWaiting.due(w.f)) > 0; got != want {
			t.Errorf("%d one-on-ones later due: %v, want %v", n, got, want)
		}
		w.f.Today = w.f.Today.AddDays(14)
		w.holdOneOnOne(false)
	}
}
