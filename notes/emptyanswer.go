package notes

import (
	"strings"
	"unicode"
)

// longestAnswer is how many bytes an answer may have that says only that there is nothing.
const longestAnswer = 80

// isEmptyAnswer reports whether a text only says that there is nothing: "none", "n/a", "-", "nothing this week".
func isEmptyAnswer(text string, l Label) bool {
	if text == "" || len(text) > longestAnswer || unicode.IsLetter(rune(text[0])) && !noAnswers.mayBegin(text) {
		return false
	}
	return onlySigns(text) || noAnswers.has(answerWord(text)) && !saysMore(text) && saysNothing(text, l)
}

// saysNothing reports whether all words of a text together say that there is nothing.
func saysNothing(text string, l Label) bool {
	w := strings.FieldsFunc(strings.ToLower(text), notInAnswer)
	switch {
	case len(w) == 1 && w[0] == "no", len(w) == 2 && w[0] == "n" && w[1] == "a":
		return true
	case len(w) > 1 && w[0] == "no" && isWordOf(l, w[1]):
		w = w[1:]
	case !emptyWords.has(w[0]):
		return false
	}
	return onlyFills(w[1:], strings.Contains(text, ","))
}

// onlySigns reports whether a text holds nothing but punctuation that means nothing in a line.
func onlySigns(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.IsPunct(r) || r == '\\' || r == '#' || r == '@' }) < 0
}

// answerWord is the first word of a text, behind brackets and the like.
func answerWord(text string) string {
	text = strings.TrimLeftFunc(text, unicode.IsPunct)
	if n := strings.IndexFunc(text, notInAnswer); n >= 0 {
		return text[:n]
	}
	return text
}

func notInAnswer(r rune) bool { return !unicode.IsLetter(r) && r != '/' && r != '\'' && r != '’' }

// saysMore reports whether a text holds what no empty answer does.
func saysMore(text string) bool {
	return strings.ContainsAny(text, `\#@:?→`) || strings.IndexFunc(text, unicode.IsDigit) >= 0
}

// onlyFills reports whether words add nothing to an empty answer. After "yet" and a comma anything may follow.
func onlyFills(w []string, comma bool) bool {
	yet := false
	for _, word := range w {
		yet = yet || word == "yet"
		if !emptyFill.has(word) && !(yet && comma) {
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
