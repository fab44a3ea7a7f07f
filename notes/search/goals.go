package search

import (
	"strings"
	"unicode"

	"handback/notes"
)

// GoalHit is a goal, or a step of one, that a search found.
type GoalHit struct {
	Goal notes.Goal
	Step bool               // it is a step's text
	Text []notes.SnippetRun // what was found, with what matched told apart
}

// FindGoals are the goals, and the open steps of goals, that hold a word beginning with each word of text; at most
// limit of them, in the order of goals. A text without letters and digits finds none.
func FindGoals(goals []notes.Goal, text string, limit int) []GoalHit {
	words := strings.FieldsFunc(text, func(r rune) bool { return !wordRune(r) && !unicode.IsMark(r) })
	if len(words) == 0 || len(words) > maxFuzzyQuery {
		return nil
	}
	var hits []GoalHit
	for _, g := range goals {
		if holdsBeginnings(g.Title, words) {
			hits = append(hits, GoalHit{Goal: g, Text: markMatches(g.Title, words)})
		}
		for _, s := range g.Steps {
			if s.Done == "" && holdsBeginnings(s.Text, words) {
				hits = append(hits, GoalHit{Goal: g, Step: true, Text: markMatches(s.Text, words)})
			}
		}
		if len(hits) >= limit {
			return hits[:limit]
		}
	}
	return hits
}

// holdsBeginnings reports whether each of the words begins a word of text, without regard to case and accents.
func holdsBeginnings(text string, words []string) bool {
	in := strings.FieldsFunc(notes.Fold(text), func(r rune) bool { return !wordRune(r) })
	for _, w := range words {
		if !beginsOne(in, notes.Fold(w)) {
			return false
		}
	}
	return true
}

func beginsOne(words []string, beginning string) bool {
	for _, w := range words {
		if strings.HasPrefix(w, beginning) {
			return true
		}
	}
	return false
}

// Where is the second line of a hit, in pieces: whose goal, and of a step the goal.
func (h GoalHit) Where(person notes.Person) []string {
	said := "goal"
	if h.Step {
		said += " " + h.Goal.Title
	}
	if h.Goal.State != notes.GoalOpen && h.Goal.State != "" {
		said += ", " + string(h.Goal.State)
	}
	return []string{person.Name, said}
}
