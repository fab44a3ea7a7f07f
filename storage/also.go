package storage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/text"
)

// The index keeps a body as it is, and unicode61 folds less than notes.Fold does: it knows no ł, ø, ß or ﬁ, and keeps the
// accents of other scripts than the Latin one. So behind the body it is given the words that it would not find, folded,
// joined what has a hyphen in it ("oncall" for on-call), and words with their signs and characters that stand alone (see
// moreTokens). Few notes have many; they stand in the row, so that the index can
// be checked against it, and made again, by SQLite alone.

// indexed is what the index is given of a note.
func indexed(body, also string) string {
	if also == "" {
		return body
	}
	return body + "\n" + also
}

// alsoOf are the words that the index is given besides a body, each once, one blank between them.
func alsoOf(body string) string {
	if !mayNeedMore(body) {
		return ""
	}
	var more []string
	seen := map[string]bool{}
	add := func(word string) {
		if word != "" && !seen[word] {
			seen[word] = true
			more = append(more, word)
		}
	}
	for w, ok := nextWord(body, 0); ok; w, ok = nextWord(body, w.to) {
		moreTokens(body, w, add)
	}
	return strings.Join(more, " ")
}

// mayNeedMore is false for nearly all bodies for which alsoOf is empty.
func mayNeedMore(body string) bool {
	for i := 0; i < len(body); i++ {
		c := body[i]
		if asciiLetters[c] || c == ' ' {
			continue
		}
		between := func(is func(byte) bool) (before, after bool) {
			return i > 0 && is(body[i-1]), i+1 < len(body) && is(body[i+1])
		}
		switch {
		case c >= utf8.RuneSelf:
			if r, _ := utf8.DecodeRuneInString(body[i:]); needsMore(r) {
				return true
			}
		case c == '-':
			if before, after := between(mayJoin); before && after {
				return true
			}
		case literalByte(c):
			if before, after := between(mayBeSigned); before || after {
				return true
			}
		}
	}
	return false
}

// needsMore reports whether of a word with r in or beside it more is to be indexed.
func needsMore(r rune) bool {
	return isLetter(r) || text.InWord(r) || isHyphen(r) || r == letterApostrophe || standsAlone(r) || literal(r)
}

// mayBeSigned reports whether a sign beside c may stand beside a word.
func mayBeSigned(c byte) bool { return c >= utf8.RuneSelf || asciiLetters[c] || literalByte(c) }

func mayJoin(c byte) bool { return c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// foldedByIndex reports whether unicode61 makes of a word what notes.Fold does.
func foldedByIndex(word string) bool {
	for _, r := range word {
		if r >= utf8.RuneSelf && !runeFoldedByIndex(r) {
			return false
		}
	}
	return true
}

func runeFoldedByIndex(r rune) bool {
	folded := foldWord(string(r))
	switch {
	case unicode.Is(accents, r):
		return folded == ""
	case r == 'Ǡ' || r == 'ǡ': // of the accented letters of plain ones, the only one that unicode61 keeps as it is
		return false
	case len(folded) == 1: // Latin
		return folded == strings.ToLower(string(withoutAccent(r)))
	case folded == string(r):
		return true
	case r >= 'Α' && r <= 'Ω', r >= 'А' && r <= 'Я':
		return folded == string(unicode.ToLower(r))
	}
	return false
}

// besideApostrophe reports whether the apostrophe that Unicode takes for a letter stands beside a word.
func besideApostrophe(body string, w span) bool {
	return strings.HasPrefix(body[w.to:], string(letterApostrophe)) || strings.HasSuffix(body[:w.from], string(letterApostrophe))
}

// mostJoined is how many words are joined; more are no compound.
const mostJoined = 4

// compound is what the words of letters joined by hyphens say that begin with w, folded and without the hyphens, and the
// end of the last one; false where w is alone, or not the first.
func compound(body string, w span) (joined string, end int, ok bool) {
	if !mayBeJoined(body[w.from:w.to]) || hyphenBefore(body, w.from) {
		return "", 0, false
	}
	count := 1
	for {
		at := w.to + hyphenSize(body[w.to:])
		next, more := nextWord(body, at)
		if at == w.to || !more || next.from != at {
			break
		}
		if count++; count > mostJoined || !mayBeJoined(body[next.from:next.to]) {
			return "", 0, false
		}
		if joined == "" {
			joined = foldWord(body[w.from:w.to])
		}
		joined += foldWord(body[next.from:next.to])
		w = next
	}
	return joined, w.to, count > 1
}

// hyphenBefore reports whether a hyphen stands before byte at, and a word before that.
func hyphenBefore(body string, at int) bool {
	r, size := utf8.DecodeLastRuneInString(body[:at])
	if !isHyphen(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(body[:at-size])
	return isLetter(before) || text.InWord(before)
}

func hyphenSize(s string) int {
	if r, size := utf8.DecodeRuneInString(s); isHyphen(r) {
		return size
	}
	return 0
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// mayBeJoined reports whether a word is of letters, and does not stand alone.
func mayBeJoined(word string) bool {
	if aloneWord(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= '0' && c <= '9' {
			return false
		}
	}
	return true
}
