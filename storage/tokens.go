package storage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// The index is asked for tokens: mostly folded words. What it would not read as a word it is given written in letters that
// nobody uses (Unicode's private ones), so that it can be asked for as any other word:
//   - signs beside a word, which tell C++ from C and #123 from 123: the last sign before it with the word, and the word with the
//     signs after it;
//   - characters that stand alone, each with the one after it, and the last of a row by itself: so that any part of a row is
//     found, one character as the beginning of a token and more by their pairs.

// literal reports whether a sign beside a word is looked for as it was typed. Others, as quotes and stops, are read over.
func literal(r rune) bool {
	if r < utf8.RuneSelf {
		return literalByte(byte(r))
	}
	return r == '°' || r == '§' || r == '№' || unicode.In(r, unicode.Sc, unicode.Sm)
}

func literalByte(c byte) bool {
	switch c {
	case '+', '#', '/', '@', '&', '%', '$', '\\', '^':
		return true
	}
	return false
}

// signsBefore are the signs right before byte at that are looked for as typed.
func signsBefore(body string, at int) string {
	from := at
	for from > 0 {
		if c := body[from-1]; c < utf8.RuneSelf && !literalByte(c) {
			break
		}
		r, size := utf8.DecodeLastRuneInString(body[:from])
		if !literal(r) {
			break
		}
		from -= size
	}
	return body[from:at]
}

// signsAfter are those right after byte at.
func signsAfter(body string, at int) string {
	to := at
	for to < len(body) {
		if c := body[to]; c < utf8.RuneSelf && !literalByte(c) {
			break
		}
		r, size := utf8.DecodeRuneInString(body[to:])
		if !literal(r) {
			break
		}
		to += size
	}
	return body[at:to]
}

// The index's private letters: inLetters writes other characters with 0x800 of them from firstSign on; keys come behind
// them. That two characters are written alike only makes the index find more than there is, as what it finds is looked
// at in the text.
const (
	firstSign = 0xe000
	signs     = 0x800
)

// inLetters writes a token so that the index reads it as one word.
func inLetters(token string) string {
	return strings.Map(func(r rune) rune {
		if isLetter(r) {
			return r
		}
		return firstSign + r%signs
	}, token)
}

// beforeToken is the token of a word with the sign before it.
func beforeToken(signs, folded string) string {
	_, size := utf8.DecodeLastRuneInString(signs)
	return inLetters(signs[len(signs)-size:] + folded)
}

// afterToken is the token of a word with the signs after it.
func afterToken(folded, signs string) string { return inLetters(folded + signs) }

// moreTokens calls add with the tokens of the word w of a body that the index does not make of it by itself.
func moreTokens(body string, w span, add func(token string)) {
	word := body[w.from:w.to]
	alone := aloneWord(word)
	if alone {
		folded := foldAlone(word)
		if next, ok := nextWord(body, w.to); ok && next.from == w.to && aloneWord(body[next.from:next.to]) {
			add(inLetters(folded + foldAlone(body[next.from:next.to])))
		} else {
			add(inLetters(folded))
		}
	} else {
		if !foldedByIndex(word) || besideApostrophe(body, w) || besideAlone(body, w) {
			add(foldWord(word))
		}
		if joined, _, ok := compound(body, w); ok {
			add(joined)
		}
	}
	if before := signsBefore(body, w.from); before != "" {
		add(beforeToken(before, foldWord(word)))
	}
	if after := signsAfter(body, w.to); after != "" {
		add(afterToken(foldWord(word), after))
	}
}

// besideAlone reports whether a character that stands alone is written right beside a word: the index takes both for one.
func besideAlone(body string, w span) bool {
	if w.to < len(body) && body[w.to] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(body[w.to:]); standsAlone(r) {
			return true
		}
	}
	if w.from > 0 && body[w.from-1] >= utf8.RuneSelf {
		r, _ := utf8.DecodeLastRuneInString(body[:w.from])
		return standsAlone(r) || belongsBefore(r)
	}
	return false
}

// lineTokens calls add with every token of a line.
func lineTokens(line string, add func(token string)) {
	for w, ok := nextWord(line, 0); ok; w, ok = nextWord(line, w.to) {
		if word := line[w.from:w.to]; !aloneWord(word) {
			add(foldWord(word))
		}
		moreTokens(line, w, add)
	}
}

// The index of pairs holds the tokens of a note's title and filed lines as well, each behind a key, so that a label and a word in
// one line are found at once. A key is a private letter; lines with different tags may share one, which makes the index find
// more than there is.
const (
	titleKey  = firstSign + signs
	labelKeys = titleKey + 1
	labelRoom = 0xf0
	tagKeys   = titleKey + 0x100
	keyRoom   = 0x200
)

func labelKey(l notes.Label) string { return keyOf(labelKeys, labelRoom, string(l)) }

func tagKey(tag string) string { return keyOf(tagKeys, keyRoom, tag) }

// keyOf is one of the keys of a kind. Which is part of the file.
func keyOf(first rune, room uint32, name string) string {
	return string(first + rune(sumOf(name)%room))
}

// sumOf is a number made of texts, as FNV-1a makes it of all of their bytes. It is part of the file.
func sumOf(texts ...string) uint32 {
	sum := uint32(2166136261)
	for _, text := range texts {
		for i := range len(text) {
			sum = (sum ^ uint32(text[i])) * 16777619
		}
	}
	return sum
}
