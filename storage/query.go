package storage

import (
	"strings"
	"unicode"
)

// maxWords is how many words of a search count; the rest of a pasted page would only make it slower.
const maxWords = 16

// searchWords splits what the user typed at blanks and leaves out what holds no letter or digit. A word may hold
// punctuation: the index reads it as the words it is made of, one after the other.
func searchWords(text string) []string {
	text = strings.ToValidUTF8(text, " ")
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
	out := make([]string, 0, min(len(words), maxWords))
	for _, w := range words {
		if len(out) == maxWords {
			break
		}
		if strings.IndexFunc(w, isSearched) >= 0 {
			out = append(out, w)
		}
	}
	return out
}

// isSearched reports whether the index keeps r: unicode61's letters, digits and private characters.
func isSearched(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}

// quoted is a word as FTS5 takes it, whatever is in it.
func quoted(word string) string { return `"` + strings.ReplaceAll(word, `"`, `""`) + `"` }

// bodyMatch is the FTS5 expression for text in a body: every word, the last one as the beginning of a word unless a
// blank follows it. It is "" where there is nothing to look for.
func bodyMatch(text string) string {
	terms := bodyTerms(text)
	if len(terms) == 0 {
		return ""
	}
	return "body : (" + strings.Join(terms, " AND ") + ")"
}

func bodyTerms(text string) []string {
	words := searchWords(text)
	for i, w := range words {
		words[i] = quoted(w)
	}
	if n := len(words); n > 0 && n < maxWords && strings.TrimRightFunc(text, unicode.IsSpace) == text {
		words[n-1] += " *"
	}
	return words
}

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
