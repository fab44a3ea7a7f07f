package room

import (
	"handback/notes"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// ReadOnly reports whether the journal can only be read. A room then offers nothing that writes.
func ReadOnly(host Host) bool {
	_, only := host.Journal().ReadOnly()
	return only
}

// PlaceOf is where a filed line stands: its note, at the line.
func PlaceOf(f notes.Filed) Place {
	return Place{Screen: Notes, Person: f.NotePerson, Note: f.Note, Line: f.Line}
}

// PlaceOfHit is where a line was found: in its note, at it.
func PlaceOfHit(h notes.Hit, line notes.HitLine) Place {
	return Place{Screen: Notes, Person: h.Person, Note: h.ID, Line: line.Line}
}

// PlaceOfGoal is where a goal of a person is shown.
func PlaceOfGoal(person notes.PersonID, goal notes.GoalID) Place {
	return Place{Screen: Growth, Person: person, Goal: goal}
}

// ContextIn is how lines of a note are read.
func ContextIn(host Host, n notes.NoteHead) notes.Context {
	in := host.Context(n.Person, n.Date)
	in.Imported = n.Imported
	return in
}

// ContextOf is how a filed line is read where it stands.
func ContextOf(host Host, f notes.Filed) notes.Context { return host.Context(f.NotePerson, f.NoteDate) }

// Rewrite commits the rewriting of one line; err is why there is none. What went wrong has been shown when it returns.
func Rewrite(host Host, edit notes.LineEdit, err error, say string) error {
	if err != nil {
		host.Show(err)
		return widgets.Said(err)
	}
	_, err = host.Apply(notes.Change{Edits: []notes.LineEdit{edit}}, say)
	return err
}

// Tick closes a filed line in the way that its label knows, or opens it again. What went wrong has been shown when it
// returns.
func Tick(host Host, f notes.Filed, closed bool) error {
	in := ContextOf(host, f)
	if !closed {
		edit, err := notes.Untick(f, in)
		return Rewrite(host, edit, err, voice.T("Reopened"))
	}
	edit, err := notes.Tick(f, in, host.Today())
	return Rewrite(host, edit, err, voice.T("Done"))
}

// NewTick is the box that ticks a filed line; closed is whether it is ticked now. It is off where the journal can only
// be read, and goes back to what the journal holds where the line could not be rewritten.
func NewTick(host Host, key string, f notes.Filed, closed bool) *widgets.Checkbox {
	var box *widgets.Checkbox
	box = widgets.NewCheckbox(key, "", closed, func(on bool) {
		if Tick(host, f, on) != nil {
			box.Set(closed)
		}
	})
	if ReadOnly(host) {
		box.Disable()
	}
	return TickTip(box, closed)
}

// TickTip is the tooltip of a box without a word that closes a line; closed is whether it is ticked.
func TickTip(box *widgets.Checkbox, closed bool) *widgets.Checkbox {
	if closed {
		return widgets.WithTip(box, voice.T("Reopen"), "")
	}
	return widgets.WithTip(box, voice.T("Mark as done"), "")
}

// LastHeld is the day of a person's last held one-on-one, "" before the first.
func LastHeld(host Host, who notes.PersonID) (notes.Date, error) {
	held, err := host.Journal().HeldDates(who, "")
	if err != nil || len(held) == 0 {
		return "", err
	}
	return held[len(held)-1], nil
}
