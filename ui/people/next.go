package people

import (
	"errors"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/people"
)

// saved is the person as a change of the form saves them.
func (e *editor) saved(c notes.Change) notes.Person {
	now := e.person
	for _, row := range c.Rows {
		if p, is := row.(notes.Person); is && p.ID == e.person.ID {
			now = p
		}
	}
	return now
}

// nextText is the day of the next one-on-one as the form begins with it: what the rhythm keeps to, or what is planned.
func (e *editor) nextText() string {
	if text := people.NextIn(e.person, e.host.Today()); text != "" {
		return text
	}
	planned, err := e.planned()
	if err != nil {
		e.host.Show(err)
	}
	if planned == nil || planned.Date < e.host.Today() {
		return ""
	}
	return notes.TypeDate(planned.Date)
}

// planned is the first planned one-on-one with the person, nil where there is none.
func (e *editor) planned() (first *notes.NoteHead, err error) {
	heads, err := e.host.Journal().NotesOf(e.person.ID, 0)
	for _, h := range heads {
		if h.Kind == notes.PlannedNote && (first == nil || h.Date < first.Date) {
			first = &h
		}
	}
	return first, err
}

// planNext is the change, and after it the plan of the one-on-one whose day was typed as the next one: it moves what is
// planned, or plans it.
func (e *editor) planNext(c notes.Change, now notes.Person) (notes.Change, error) {
	if e.person.Kind == notes.KindMe {
		return c, nil
	}
	day := e.typed.Planned(now, e.host.Today())
	if day == "" || e.next.Text() == e.nextText() {
		return c, nil
	}
	planned, err := e.planned()
	if err != nil {
		return c, err
	}
	var plan notes.Change
	if planned == nil {
		plan, err = brief.PlanOneOnOne(now, day, now.Rhythm.At, e.host.Now())
	} else {
		plan, err = e.moveTo(*planned, day)
	}
	var wrong notes.Invalid
	if errors.As(err, &wrong) {
		return c, notes.Invalid{Field: people.FieldNext, Why: wrong.Why}
	}
	return c.Then(plan), err
}

func (e *editor) moveTo(planned notes.NoteHead, day notes.Date) (notes.Change, error) {
	note, err := e.host.Journal().Note(planned.ID)
	if err != nil {
		return notes.Change{}, err
	}
	e.moved = notes.RedateNote(note, e.host.Context(note.Person, note.Date), e.host.Context(note.Person, day))
	return brief.MoveOneOnOne(planned, day, planned.At, e.host.Now(), e.moved.Edits)
}
