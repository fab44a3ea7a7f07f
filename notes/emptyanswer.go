package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isEmptyAnswer reports whether a text only says that there is nothing: "none", "n/a", "-", "nothing this week".
func isEmptyAnswer(text string, l Label) bool {
	if len(text) > 80 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text)
	if punct := unicode.IsPunct(r); !punct && !noAnswers[unicode.ToLower(r)] {
		return false
	} else if punct && strings.IndexFunc(text, func(r rune) bool { return !unicode.IsPunct(r) || r == '\\' || r == '#' || r == '@' }) < 0 {
		return true
	}
	w := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '/' && r != '\'' && r != '’' })
	if len(w) == 0 || strings.IndexFunc(text, unicode.IsDigit) >= 0 || strings.ContainsAny(text, `\#@:?→`) {
		return false
	}
	switch {
	case w[0] == "no" && len(w) == 1, w[0] == "n" && len(w) == 2 && w[1] == "a":
		return true
	case w[0] == "no" && len(w) > 1 && isWordOf(l, w[1]):
		w = w[1:]
	case !emptyWords[w[0]]:
		return false
	}
	yet := false
	for _, word := range w[1:] {
		if yet = yet || word == "yet"; !yet && !emptyFill[word] {
			return false
		}
		if yet && !emptyFill[word] && !strings.Contains(text, ",") {
			return false
		}
	}
	return true
}

func isWordOf(l Label, word string) bool {
	for _, w := range l.kind().Words() {
		if w == word || w+"s" == word {
			return true
		}
	}
	return false
}
