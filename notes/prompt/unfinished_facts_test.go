package prompt

import (
	"pgregory.net/rapid"

	"handback/notes"
)

// passing are kinds whose reason goes by with the days: they may be overtaken.
var passing = map[notes.PromptKind]bool{Overload: true, Reward: true}

// lyingDue gives the kinds about what was begun and left lying a lasting reason.
func lyingDue(f *notes.PromptFacts) {
	f.Unsaid = append(f.Unsaid, line(notes.Feedback, notes.Them, "spoke over the others in the review", ago(10)))
	f.Agenda = append(f.Agenda, line(notes.Topic, notes.Them, "the desk by the window", ago(60)))
	missed(f, notes.CalledOffByMe, ago(9))
	f.Goals = append(f.Goals, notes.Goal{ID: 77, Title: "Write the handbook", Start: ago(200), Target: ago(30), State: notes.GoalOpen})
}

// stayDue gives them a new reason where the old one has become old.
func stayDue(f *notes.PromptFacts) {
	missed(f, notes.CalledOffByMe, f.Today.AddDays(-1))
}

// unseenLying adds to the facts of an unseen journal what those kinds speak about.
func unseenLying(f *notes.PromptFacts, text func() string, past func(int) notes.Date) {
	f.Unsaid = append(f.Unsaid, line(notes.Feedback, notes.Them, text()+" — "+text(), past(1)))
	f.Agenda = append(f.Agenda, line(notes.Topic, notes.Them, text(), past(46)), line(notes.Ask, notes.Them, text(), past(46)))
	f.Goals = append(f.Goals, notes.Goal{ID: 77, Title: text(), Tag: "handbook", Start: past(200), Target: past(30), State: notes.GoalOpen})
	missed(f, notes.CalledOffByMe, past(20))
	missed(f, notes.CalledOffByMe, ago(2))
}

// lying is what a day may bring of them.
func (w *world) lying(t *rapid.T) {
	f := &w.f
	switch rapid.IntRange(0, 2).Draw(t, "more") {
	case 0:
		f.Unsaid = append(f.Unsaid, line(notes.Feedback, notes.Them, texts.Draw(t, "text"), f.Today))
	case 1:
		f.Agenda = append(f.Agenda, line(notes.Topic, notes.Them, texts.Draw(t, "text"), f.Today))
	case 2:
		missed(f, notes.CalledOffByMe, f.Today)
	}
}

func (l *life) lying() {
	f := &l.f
	if l.chance(60) {
		f.Unsaid = append(f.Unsaid, l.line(notes.Feedback, notes.Them, "spoke over the others"))
	}
	if l.chance(30) {
		f.Agenda = append(f.Agenda, l.line(notes.Topic, notes.Them, "the desk by the window"))
	}
	f.Agenda = l.drop(f.Agenda, 40)
	if l.chance(60) {
		missed(f, notes.CalledOffByMe, f.Today)
	}
}
