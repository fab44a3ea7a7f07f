package prompt

import "handback/notes"

// settledOn is the last day on which the manager asked a question of a kind, or did what it asked for, "" where that was
// never so. Passing over settles nothing. Only the events that about accepts are looked at.
func settledOn(name notes.PromptKind, f notes.PromptFacts, about func(notes.PromptEvent) bool) notes.Date {
	last := notes.Date("")
	for _, e := range f.History {
		if e.Person == f.Person.ID && e.Kind == name && (e.Outcome == notes.Asked || e.Outcome == notes.ActedOn) && about(e) {
			last = max(last, e.Left)
		}
	}
	return last
}

// anyEvent accepts all of them.
func anyEvent(notes.PromptEvent) bool { return true }

// fromLine accepts the events that came from a line.
func fromLine(l notes.Filed) func(notes.PromptEvent) bool {
	return func(e notes.PromptEvent) bool { return e.Line == l.Raw && e.NoteUID == l.NoteUID }
}
