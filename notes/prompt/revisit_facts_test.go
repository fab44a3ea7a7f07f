package prompt

import "handback/notes"

// unseenMore adds to an unseen journal the occasions of the kinds that came later.
func unseenMore(f *notes.PromptFacts, text func() string, past func(int) notes.Date, _ bool) {
	for _, who := range []notes.Actor{notes.Them, notes.Me, notes.We} {
		f.Revisit = append(f.Revisit, due(line(notes.Decided, who, text()+" #elsewhere", past(60)), past(0)))
	}
}

// moreDue gives the kinds that came later a lasting reason.
func moreDue(f *notes.PromptFacts) {
	f.Revisit = []notes.Filed{due(line(notes.Decided, notes.Them, "no releases on a Friday", ago(60)), ago(5))}
}

// more is what a working day may bring of the kinds that came later.
func (l *life) more() {
	f := &l.f
	if l.chance(60) {
		f.Revisit = append(f.Revisit, due(l.line(notes.Decided, notes.Them, "no releases on a Friday"), f.Today.AddDays(30)))
	}
	f.Revisit = l.drop(f.Revisit, 90)
}
