package room

import "handback/notes"

// ReadOnly reports whether the journal can only be read. A room then offers nothing that writes.
func ReadOnly(host Host) bool {
	_, only := host.Journal().ReadOnly()
	return only
}

// PlaceOf is where a filed line stands: its note, at the line.
func PlaceOf(f notes.Filed) Place {
	return Place{Screen: Notes, Person: f.NotePerson, Note: f.Note, Line: f.Line}
}

// PlaceOfHit is where a note was found: at the line that matched.
func PlaceOfHit(h notes.Hit) Place {
	return Place{Screen: Notes, Person: h.Person, Note: h.ID, Line: h.Line}
}

// PlaceOfGoal is where a goal of a person is shown.
func PlaceOfGoal(person notes.PersonID, goal notes.GoalID) Place {
	return Place{Screen: Growth, Person: person, Goal: goal}
}

// ContextOf is how a filed line is read where it stands.
func ContextOf(host Host, f notes.Filed) notes.Context { return host.Context(f.NotePerson, f.NoteDate) }

// LastHeld is the day of a person's last held one-on-one, "" before the first.
func LastHeld(host Host, who notes.PersonID) (notes.Date, error) {
	held, err := host.Journal().HeldDates(who, "")
	if err != nil || len(held) == 0 {
		return "", err
	}
	return held[len(held)-1], nil
}
