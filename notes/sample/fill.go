package sample

import "handback/notes"

// Journal is what Fill asks of a journal.
type Journal interface {
	People() ([]notes.Person, error)
	Apply(notes.Change) (notes.Applied, error)
}

// Fill writes the team into a new journal, with the journal's own Me as the manager. It stops at the first error.
func (s Sample) Fill(j Journal) error {
	people, err := j.People()
	if err != nil {
		return err
	}
	var me notes.PersonID
	for _, p := range people {
		if p.Kind == notes.KindMe {
			me = p.ID
		}
	}
	return s.Load(me, j.Apply)
}
