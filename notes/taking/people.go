package taking

import (
	"strings"

	"handback/notes"
)

// What says whom a name means.
type What int

// The choices for a name.
const (
	Skip      What = iota // its notes stay out
	Existing              // Person
	NewReport             // a new report of that name
	NewOther              // a new person who isn't a report
)

// Choice is whom a name means.
type Choice struct {
	What   What
	Person notes.PersonID
}

// guess is whom a name means where nobody says otherwise: somebody who is known by it, a new report, and of notes that name
// nobody the manager.
func guess(name string, people []notes.Person) Choice {
	if notes.Tidy(name) == "" {
		for _, p := range people {
			if p.Kind == notes.KindMe {
				return Choice{Existing, p.ID}
			}
		}
		return Choice{}
	}
	if ids := notes.NewNames(people).Find(name, 0); len(ids) == 1 {
		return Choice{Existing, ids[0]}
	}
	if last, first, ok := strings.Cut(name, ","); ok { // as spreadsheets have it
		if ids := notes.NewNames(people).Find(strings.TrimSpace(first)+" "+strings.TrimSpace(last), 0); len(ids) == 1 {
			return Choice{Existing, ids[0]}
		}
	}
	if notes.CheckName(name, notes.Person{}, people) != nil {
		return Choice{} // it can't be the name of anybody new: the manager says who is meant
	}
	return Choice{What: NewReport}
}
