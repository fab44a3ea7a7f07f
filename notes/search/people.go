package search

import (
	"handback/notes"
	"handback/notes/voice"
)

// PersonHit is somebody whom a search found by name.
type PersonHit struct {
	Person notes.Person
	Text   []notes.SnippetRun // the name, with what matched told apart
	Known  string             // the nickname that matched where the name does not, "" otherwise
}

// FindPeople are the people, the manager left out, one of whose names holds a word beginning with each word of text, and what
// stands in quotes as it is said there; at most limit of them, in the order of people.
func FindPeople(people []notes.Person, text string, limit int) []PersonHit {
	wanted, words := wantedIn(text)
	if len(words) == 0 || len(words) > maxFuzzyQuery {
		return nil
	}
	var hits []PersonHit
	for _, p := range people {
		if len(hits) == limit {
			break
		}
		if p.Kind == notes.KindMe {
			continue
		}
		if holdsAll(p.Name, wanted) {
			hits = append(hits, PersonHit{Person: p, Text: markWords(p.Name, words)})
			continue
		}
		for _, alias := range p.Aliases {
			if holdsAll(alias, wanted) {
				hits = append(hits, PersonHit{Person: p, Text: []notes.SnippetRun{{Text: p.Name}}, Known: alias})
				break
			}
		}
	}
	return hits
}

// Where is what stands over a hit, in pieces.
func (h PersonHit) Where() []string {
	said := []string{voice.T("Person")}
	if h.Known != "" {
		said = append(said, "“"+h.Known+"”")
	}
	if h.Person.Role != "" {
		said = append(said, h.Person.Role)
	}
	return said
}
