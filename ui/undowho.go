package ui

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
)

// concerned is whom a change is about, as far as it tells: whose note it writes in, or whose row it puts. Where it doesn't,
// it is the person in view.
func (s *Shell) concerned(c notes.Change) notes.PersonID {
	for of := &c; of != nil; of = of.Next {
		for _, e := range of.Edits {
			if n, err := s.journal.Note(e.Note); err == nil {
				return n.Person
			}
		}
		for _, a := range of.Appends {
			return a.Person
		}
		for _, row := range of.Rows {
			if who := s.rowOf(row); who != 0 {
				return who
			}
		}
	}
	return s.Place().Person
}

// rowOf is whom a row is about, 0 where it doesn't tell.
func (s *Shell) rowOf(row notes.Row) notes.PersonID {
	switch row := row.(type) {
	case notes.NoteMeta:
		if n, err := s.journal.Note(row.ID); err == nil {
			return n.Person
		}
	case notes.NewNote:
		return row.Person
	case notes.Person:
		return row.ID
	case notes.Goal:
		return row.Person
	}
	return 0
}

// sayWhose is what is said of an act that is turned round, with whose it is where that is somebody else than is in view.
// Where somebody may look on, nobody else is named.
func (s *Shell) sayWhose(x act) string {
	at := s.Place()
	if x.who == 0 || x.who == at.Person || s.inMeeting() || s.guard != 0 {
		return x.say
	}
	if at.Person == 0 && x.at.Person == 0 && at.Screen == x.at.Screen { // where it was done, without a name
		return x.say
	}
	return whose(x.say, s.Person(x.who))
}

func whose(act string, p notes.Person) string {
	switch {
	case p.Kind == notes.KindMe:
		return voice.T("{act} (in your own notes)", "act", act)
	case p.Name == "", strings.Contains(act, p.First()): // "Moved Ana to trash"
		return act
	}
	return voice.T("{act} ({first})", "act", act, "first", p.First())
}

// doneAt is where an act was done and whom it is about.
type doneAt struct {
	at  room.Place
	who notes.PersonID
}
