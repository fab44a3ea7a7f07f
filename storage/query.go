package storage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWords is how many words of a search count; the rest of a pasted page would only make it slower.
const maxWords = 16

// term is one thing to look for: the words between two blanks, which have to follow each other ("e-mail" is two). Of
// the last one only the beginning is known where the user may still be typing it.
type term struct {
	words []string // as typed
	folds []string // the same, folded
	begun bool
}

// termsOf reads what the user typed. Any text is allowed; what holds no letter or digit is left out.
func termsOf(text string) []term {
	var terms []term
	count := 0
	for _, typed := range strings.Fields(strings.ToValidUTF8(text, " ")) {
		words := wordsIn(typed)
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
	t := term{words: words, folds: make([]string, len(words))}
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

// bodyMatch is the FTS5 expression that finds every note in which the terms can match. Each word is quoted, so nothing
// in it is read as an operator.
func bodyMatch(terms []term) string {
	var words []string
	for _, t := range terms {
		for i, w := range t.words {
			q := quoted(w)
			if t.begun && i == len(t.words)-1 {
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
	for i, w := range who {
		who[i] = quoted(w)
	}
	limited := "who : (" + strings.Join(who, " AND ") + ")"
	if body == "" {
		return limited
	}
	return body + " AND " + limited
}

// hitSpan is where in a text a term matches.
type hitSpan struct {
	span
	term  int
	whole bool // of a word of which only the beginning was asked for: it is all of it
}

// matches finds every place where a term matches, in the order of the text.
func matches(text string, terms []term) []hitSpan {
	if len(terms) == 0 {
		return nil
	}
	var found []hitSpan
	may := firstBytes(terms)
	for w, ok := nextWord(text, 0); ok; w, ok = nextWord(text, w.to) {
		if !may[text[w.from]] {
			continue
		}
		for i, t := range terms {
			if s, whole, ok := t.at(text, w); ok {
				found = append(found, hitSpan{s, i, whole})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b hitSpan) int { return a.from - b.from })
	return found
}

// firstBytes are the bytes with which a word may begin that matches one of the terms. Nearly every word fails at this,
// before anything is folded; letters beyond ASCII may always fold to the one that is looked for.
func firstBytes(terms []term) (may [256]bool) {
	for c := utf8.RuneSelf; c < len(may); c++ {
		may[c] = true
	}
	for _, t := range terms {
		c := t.folds[0][0]
		if c >= utf8.RuneSelf {
			for i := range may {
				may[i] = true
			}
			return may
		}
		may[c] = true
		if c >= 'a' && c <= 'z' {
			may[c-'a'+'A'] = true
		}
	}
	return may
}

// at reports whether the term matches from the word w of a text on, and where it ends.
func (t term) at(text string, w span) (s span, whole, ok bool) {
	s = w
	for i, want := range t.folds {
		if i > 0 {
			if w, ok = nextWord(text, w.to); !ok {
				return s, false, false
			}
		}
		if t.begun && i == len(t.folds)-1 {
			whole, ok = begins(text[w.from:w.to], want)
		} else {
			whole, ok = true, same(text[w.from:w.to], want)
		}
		if !ok {
			return s, false, false
		}
		s.to = w.to
	}
	return s, whole, true
}

func same(word, folded string) bool {
	whole, ok := begins(word, folded)
	return ok && whole
}

// begins reports whether a word begins with what is folded, and whether it is all of it.
func begins(word, folded string) (whole, ok bool) {
	word = foldWord(word)
	return len(word) == len(folded), strings.HasPrefix(word, folded)
}

// blankQuery reports whether nothing was typed.
func blankQuery(text string) bool { return strings.TrimFunc(text, unicode.IsSpace) == "" }
