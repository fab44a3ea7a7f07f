package search

import (
	"slices"
	"strings"
	"unicode"

	"handback/notes"
	"handback/notes/voice"
)

// GoalHit is a goal, or a step of one, that a search found.
type GoalHit struct {
	Goal notes.Goal
	Step bool               // it is a step's text
	Text []notes.SnippetRun // what was found, with what matched told apart
}

// FindGoals are the goals, and the open steps of goals, that hold a word beginning with each word of text, and what stands
// in quotes as it is said there; at most limit of them, in the order of goals. A text without letters and digits finds
// none.
func FindGoals(goals []notes.Goal, text string, limit int) []GoalHit {
	wanted, words := wantedIn(text)
	if len(words) == 0 || len(words) > maxFuzzyQuery {
		return nil
	}
	var hits []GoalHit
	for _, g := range goals {
		if holdsAll(g.Title, wanted) {
			hits = append(hits, GoalHit{Goal: g, Text: markWords(g.Title, words)})
		}
		for _, s := range g.Steps {
			if s.Done == "" && holdsAll(s.Text, wanted) {
				hits = append(hits, GoalHit{Goal: g, Step: true, Text: markWords(s.Text, words)})
			}
		}
		if len(hits) >= limit {
			return hits[:limit]
		}
	}
	return hits
}

// wanted are folded words that have to follow each other; of the last one only the beginning may be known.
type wanted struct {
	words []string
	begun bool
}

// wantedIn is what is looked for, and its words as they are typed.
func wantedIn(text string) (all []wanted, words []string) {
	for _, piece := range notes.QueryPieces(text) {
		in := strings.FieldsFunc(piece.Text, func(r rune) bool { return !wordRune(r) && !unicode.IsMark(r) })
		words = append(words, in...)
		for i := range in {
			in[i] = notes.Fold(in[i])
		}
		switch {
		case piece.Quoted && len(in) > 0:
			all = append(all, wanted{in, piece.Open})
		default:
			for i := range in {
				all = append(all, wanted{in[i : i+1], true})
			}
		}
	}
	return all, words
}

// holdsAll reports whether all that is wanted stands in a text, without regard to case and accents.
func holdsAll(text string, all []wanted) bool {
	in := strings.FieldsFunc(notes.Fold(text), func(r rune) bool { return !wordRune(r) })
	for _, w := range all {
		if !w.within(in) {
			return false
		}
	}
	return true
}

func (w wanted) within(words []string) bool {
	last := len(w.words) - 1
	for at := 0; at+last < len(words); at++ {
		ends := words[at+last]
		if slices.Equal(words[at:at+last], w.words[:last]) && (ends == w.words[last] || w.begun && strings.HasPrefix(ends, w.words[last])) {
			return true
		}
	}
	return false
}

// Where is the second line of a hit, in pieces: whose goal, of a step the goal, and that it is closed.
func (h GoalHit) Where(person notes.Person) []string {
	said := []string{person.Name, voice.T("goal")}
	if h.Step {
		said[1] = voice.T("step of goal: {title}", "title", h.Goal.Title)
	}
	switch h.Goal.State {
	case notes.GoalReached:
		said = append(said, voice.T("reached"))
	case notes.GoalDropped:
		said = append(said, voice.T("dropped"))
	}
	return said
}
