package storage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// maxWords is how many words of a search count; the rest of a pasted page would only make it slower.
const maxWords = 16

// term is one thing to look for: the words between two blanks ("e-mail" is two) or two quotes, which have to follow each
// other. Of the last one only the beginning is known where the user may still be typing it.
type term struct {
	folds []string // the words, folded
	begun bool
}

// termsOf reads what the user typed. Any text is allowed; what holds no letter or digit is left out. A quote that is not
// closed goes to the end: it is still being typed.
func termsOf(text string) []term {
	var terms []term
	count := 0
	for _, piece := range notes.QueryPieces(strings.ToValidUTF8(text, " ")) {
		words := wordsIn(piece.Text)
		if len(words) > 0 {
			terms = append(terms, newTerm(words))
		}
		if count += len(words); count >= maxWords {
			return terms
		}
	}
	last, _ := lastRune(text)
	if len(terms) > 0 && isLetter(last) {
		terms[len(terms)-1].begun = true
	}
	return terms
}

func newTerm(words []string) term {
	t := term{folds: make([]string, len(words))}
	for i, w := range words {
		t.folds[i] = foldWord(w)
	}
	return t
}

func lastRune(text string) (last rune, any bool) {
	for _, r := range text {
		last, any = r, true
	}
	return last, any
}

// mostAsked is for how many words the index is asked: a quoted page need not be known by all of its words.
const mostAsked = 2 * maxWords

// bodyMatch is the FTS5 expression that finds every note in which the terms can match. Each word is quoted, so nothing
// in it is read as an operator.
func bodyMatch(terms []term) string {
	var words []string
	for _, t := range terms {
		for i, w := range t.folds {
			if len(words) == mostAsked {
				break
			}
			q := quoted(w)
			if t.begun && i == len(t.folds)-1 {
				q += " *"
			}
			words = append(words, q)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return "body : (" + strings.Join(words, " AND ") + ")"
}

// quoted is a word as FTS5 takes it, whatever is in it.
func quoted(word string) string { return `"` + strings.ReplaceAll(word, `"`, `""`) + `"` }

// match joins what is looked for in the body with the who-words that limit it.
func match(body string, who []string) string {
	if len(who) == 0 {
		return body
	}
	words := make([]string, 0, len(who))
	for _, w := range who {
		words = append(words, quoted(w))
	}
	limited := "who : (" + strings.Join(words, " AND ") + ")"
	if body == "" {
		return limited
	}
	return body + " AND " + limited
}

// indexedPrefix is the length of the longest beginnings of words of which the index keeps a list of their own.
const indexedPrefix = 3

// widerTerms are terms that match wherever the given ones do, of whose last word, which is returned folded, they say only as
// much as the index keeps a list of. A longer beginning makes it join the lists of all words that begin so, which takes
// long where they are many. false where the terms are such already.
func widerTerms(terms []term) (wider []term, lastWord string, ok bool) {
	if len(terms) == 0 || !terms[len(terms)-1].begun {
		return nil, "", false
	}
	last := terms[len(terms)-1]
	n := len(last.folds) - 1
	// Beginnings are counted in characters, and a word that folds to other letters may be known by more than one.
	if word := last.folds[n]; len(word) <= indexedPrefix || !allASCII(word) {
		return nil, "", false
	}
	word := last.folds[n]
	last.folds = append(slices.Clone(last.folds[:n]), word[:indexedPrefix])
	return append(slices.Clone(terms[:len(terms)-1]), last), word, true
}

func allASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// blankQuery reports whether nothing was typed.
func blankQuery(text string) bool { return strings.TrimFunc(text, unicode.IsSpace) == "" }
