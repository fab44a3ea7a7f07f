package notes

import (
	"strings"
	"unicode/utf8"

	"handback/notes/voice"
)

// SavedSearch is a search that the manager gave a name, as the search field's text says it. It is written as a Row, and taken
// away with Remove.
type SavedSearch struct {
	ID    int64
	UID   string // kept where given (undo); made where empty
	Name  string
	Query string
	Place int // in the list of them, from 1; 0 for a new one is the end
}

func (SavedSearch) row() {}

// longestSearchName is how many characters the name of a saved search may have.
const longestSearchName = 60

// Tidied is the search with its name and text as they are kept, or Invalid where one can't be. The others are those that
// are saved already.
func (s SavedSearch) Tidied(others []SavedSearch) (SavedSearch, error) {
	field := voice.T("Name")
	s.Name, s.Query = Tidy(s.Name), strings.TrimSpace(s.Query)
	switch {
	case s.Query == "":
		return s, Invalid{Field: voice.T("Search"), Why: voice.T("There's nothing to save yet. Search for something first.")}
	case s.Name == "":
		return s, Invalid{Field: field, Why: voice.T("Give the search a name.")}
	case utf8.RuneCountInString(s.Name) > longestSearchName:
		return s, Invalid{Field: field, Why: voice.T("That name is too long. Use at most {most} characters.", "most", longestSearchName)}
	}
	for _, o := range others {
		if o.ID != s.ID && Fold(o.Name) == Fold(s.Name) {
			return s, Invalid{Field: field, Why: voice.T("A search is already called “{name}”. Choose another name.", "name", o.Name)}
		}
	}
	return s, nil
}
