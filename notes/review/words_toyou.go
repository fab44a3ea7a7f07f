package review

import (
	"slices"
	"strings"
	"unicode"

	"handback/notes"
)

// toYou is a text about the person as it is said to them: their name, and she or he where that is theirs, become you. Where
// they are called they, only what begins a sentence does: elsewhere it may be anybody.
func (w writer) toYou(text string) string {
	words := strings.Fields(text)
	begins := true
	for i, word := range words {
		core := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		lead, tail, _ := strings.Cut(word, core)
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if you, verb := w.you(core, tail, next, begins); you != "" && core != "" {
			if begins {
				you = notes.UpperFirst(you)
			}
			words[i] = lead + you + tail
			if verb && next != "" {
				words[i+1] = agreeing(next)
			}
		}
		begins = strings.ContainsAny(word[len(word)-1:], ".!?:")
	}
	return strings.Join(words, " ")
}

// you is what a word about the person becomes, "" where it stays; verb says that theirs follows.
func (w writer) you(word, tail, next string, begins bool) (you string, verb bool) {
	folded := notes.FoldName(strings.ReplaceAll(word, "’", "'"))
	first := notes.FoldName(w.pack.Person.FirstName())
	switch folded {
	case "":
		return "", false
	case first:
		return "you", begins && tail == ""
	case first + "'s":
		return "your", false
	case "her":
		if w.pack.Person.Pronoun == notes.She && (tail != "" || next == "" || slices.Contains(afterObject, notes.FoldName(next))) {
			return "you", false
		}
	}
	p := w.pack.Person.Pronoun
	if p != notes.She && p != notes.He {
		if !begins {
			return "", false
		}
		return yours[notes.They][folded], false
	}
	return yours[p][folded], folded == p.Subject()
}

// yours are the words about somebody, and what they are in what is said to them. Her may be you as well.
var yours = map[notes.Pronoun]map[string]string{
	notes.She:  {"she": "you", "she's": "you're", "herself": "yourself", "hers": "yours", "her": "your"},
	notes.He:   {"he": "you", "he's": "you're", "himself": "yourself", "him": "you", "his": "your"},
	notes.They: {"they": "you", "they're": "you're", "their": "your"},
}

// afterObject are words behind "her" where it is not of something.
var afterObject = strings.Fields(`to for with and or at in on by from after before again when that how what about if as so but the a
	an because while into through`)

// verbs are those that change with you; of others only the s at their end goes.
var verbs = map[string]string{
	"was": "were", "is": "are", "has": "have", "does": "do", "goes": "go", "wasn't": "weren't", "isn't": "aren't",
}

// noVerbs end like a verb and are none.
var noVerbs = strings.Fields("always perhaps sometimes besides afterwards yes")

// agreeing is the word behind "you".
func agreeing(word string) string {
	if v, ok := verbs[word]; ok {
		return v
	}
	if len(word) < 4 || !strings.HasSuffix(word, "s") || slices.Contains(noVerbs, word) || strings.ContainsAny(word[len(word)-2:], "u'’i") ||
		strings.HasSuffix(word, "ss") {
		return word
	}
	for _, end := range []string{"ches", "shes", "sses", "xes", "oes"} {
		if strings.HasSuffix(word, end) {
			return strings.TrimSuffix(word, "es")
		}
	}
	if stem, is := strings.CutSuffix(word, "ies"); is {
		return stem + "y"
	}
	return strings.TrimSuffix(word, "s")
}
