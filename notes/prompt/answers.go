package prompt

import "handback/notes"

// What the manager does with a prompt becomes a Change. All of them take the facts from which the prompt was chosen.

// Shown is to be applied when a prompt comes into view, so that it stays until acted on. It also closes in the history
// what was in view before. It changes nothing where the prompt is in view already and nothing is to be closed.
func Shown(p Prompt, f notes.PromptFacts) notes.Change {
	rows := closeOthers(p, f)
	if _, stored := storedEvent(p, f); !stored {
		rows = append(rows, eventOf(p, f))
	}
	return notes.Change{Rows: rows}
}

// Ask puts the question on the person's agenda, as an `ask:` line of the manager's. A prompt for the manager alone has no
// Ask: the change is empty.
func Ask(p Prompt, f notes.PromptFacts) notes.Change {
	q, known := bank().byKey[p.Key]
	if p.Agenda == "" || !p.ForThem || !known || !q.forThem {
		return notes.Change{}
	}
	return leave(p, f, notes.Asked).Then(notes.OnAgenda(f.Person.ID, askLine(p.Agenda, f), f.Today))
}

// Done records that what the prompt asked for was done.
func Done(p Prompt, f notes.PromptFacts) notes.Change { return leave(p, f, notes.ActedOn) }

// Another records that the manager looked on to the next prompt.
func Another(p Prompt, f notes.PromptFacts) notes.Change { return leave(p, f, notes.Another) }

// Later hides the kind for this person: its cooldown is doubled and begins today.
func Later(p Prompt, f notes.PromptFacts) notes.Change {
	c := leave(p, f, notes.Later)
	m := muteOf(p.Kind, f)
	m.Doubled++
	c.Rows = append(c.Rows, m)
	return c
}

// NotForThem mutes the kind for this person until Unmute.
func NotForThem(p Prompt, f notes.PromptFacts) notes.Change {
	c := leave(p, f, notes.NotForThem)
	m := muteOf(p.Kind, f)
	m.Muted = true
	c.Rows = append(c.Rows, m)
	return c
}

// Unmute lets a kind speak again for a person, as often as it did before.
func Unmute(m notes.PromptMute) notes.Change {
	m.Muted = false
	return notes.Change{Rows: []notes.Row{m}}
}

// AfterHeld is to be applied when a one-on-one of a day is closed: what was in view then was passed over.
func AfterHeld(f notes.PromptFacts, day notes.Date) notes.Change {
	var c notes.Change
	for _, e := range f.History {
		if e.Person == f.Person.ID && e.Outcome == notes.InView && e.Shown <= day {
			e.Left, e.Outcome = day, notes.PassedOver
			c.Rows = append(c.Rows, e)
		}
	}
	return c
}

// leave closes a prompt's event today, and whatever else was left in view.
func leave(p Prompt, f notes.PromptFacts, outcome notes.PromptOutcome) notes.Change {
	e, stored := storedEvent(p, f)
	if !stored {
		e = eventOf(p, f)
	}
	e.Left, e.Outcome = f.Today, outcome
	return notes.Change{Rows: append(closeOthers(p, f), e)}
}

// closeOthers are the events stored as in view that are not p's, as they have to be stored: passed over at a held
// one-on-one, acted on because their reason is gone, or looked past.
func closeOthers(p Prompt, f notes.PromptFacts) []notes.Row {
	var rows []notes.Row
	for _, e := range f.History {
		if e.Person != f.Person.ID || e.Outcome != notes.InView || isOf(e, p, f) {
			continue
		}
		e.Left, e.Outcome = f.Today, notes.Another
		if held := passedOverOn(e, f); held != "" {
			e.Left, e.Outcome = held, notes.PassedOver
		} else if _, holds := occasionOf(e, f); !holds {
			e.Outcome = notes.ActedOn
		}
		rows = append(rows, e)
	}
	return rows
}

func storedEvent(p Prompt, f notes.PromptFacts) (notes.PromptEvent, bool) {
	for _, e := range f.History {
		if isOf(e, p, f) {
			return e, true
		}
	}
	return notes.PromptEvent{}, false
}

// isOf reports whether a stored event is the showing of p that lasts until now.
func isOf(e notes.PromptEvent, p Prompt, f notes.PromptFacts) bool {
	return e.Person == f.Person.ID && e.Outcome == notes.InView && e.Key == p.Key && e.Text == p.Text &&
		passedOverOn(e, f) == ""
}

func eventOf(p Prompt, f notes.PromptFacts) notes.PromptEvent {
	e := notes.PromptEvent{
		Person: f.Person.ID, Kind: p.Kind, Key: p.Key, ForThem: p.ForThem, Text: p.Text, Reason: p.Reason,
		Shown: f.Today, Outcome: notes.InView,
	}
	if len(p.Because) > 0 {
		e.NoteUID, e.Line = p.Because[0].NoteUID, p.Because[0].Raw
	}
	return e
}

func muteOf(name notes.PromptKind, f notes.PromptFacts) notes.PromptMute {
	for _, m := range f.Mutes {
		if m.Person == f.Person.ID && m.Kind == name {
			return m
		}
	}
	return notes.PromptMute{Person: f.Person.ID, Kind: name}
}

// askLine is the text as a line that files as an ask of the manager's in a note of the person.
func askLine(text string, f notes.PromptFacts) string {
	in := notes.Context{Date: f.Today, Person: f.Person.ID, Names: notes.NewNames([]notes.Person{f.Person}), Words: f.Words}
	it := notes.Item{Label: notes.Ask, Actor: notes.Me, People: []notes.PersonID{f.Person.ID}, Text: text}
	return notes.Format(it, in)
}
