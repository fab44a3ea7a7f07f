package storage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"handback/notes/text"
)

// finder finds terms in texts.
type finder struct {
	terms []term
	all   termSet
	may   [256]uint8 // 1 for a byte with which a word may begin that matches
	then  [256]uint8 // 1 for a byte that may follow there
	room  []hitSpan  // for the matches of one text, used again for the next
	// enough is after how many matches a text need not be read on behind the line of the first; 0 where all count.
	enough int
}

// termSet is which of the terms of a search are said, one bit each.
type termSet uint32

func newFinder(terms []term) *finder {
	return &finder{terms: terms, all: 1<<len(terms) - 1, may: firstBytes(terms), then: secondBytes(terms)}
}

// hitSpan is where in a text a term matches.
type hitSpan struct {
	span
	term  int
	whole bool // of a word of which only the beginning was asked for: it is all of it
}

// saidIn are the terms that match somewhere.
func saidIn(matches []hitSpan) (said termSet) {
	for _, m := range matches {
		said |= 1 << m.term
	}
	return said
}

// mark reports whether a text says every term, and marks the matches in it if so.
func (f *finder) mark(t *markedText) bool {
	f.room, t.read = f.add(f.room[:0], t.body, 0, f.enough)
	if saidIn(f.room) != f.all {
		return false
	}
	t.matches = slices.Clone(f.room)
	return true
}

// markRest marks the matches behind those that were enough for mark.
func (f *finder) markRest(t *markedText) {
	t.matches, t.read = f.add(t.matches, t.body, t.read, 0)
}

// in finds every place where a term matches, in the order of the text.
func (f *finder) in(text string) []hitSpan {
	found, _ := f.add(nil, text, 0, 0)
	return found
}

// add adds what in finds from byte i on; where it is enough, nothing behind the line of the first. It returns up to where
// it read, too.
func (f *finder) add(found []hitSpan, text string, i, enough int) (all []hitSpan, read int) {
	end := len(text)
	if len(f.terms) == 0 {
		return found, end
	}
	before := byte(' ')
	if i > 0 {
		before = text[i-1]
	}
	for ; i < end; i++ {
		// This is asked of every byte: two conditions would be twice as slow as one.
		if f.may[text[i]]&sign[before] != 0 && f.mayGoOn(text, i+1) && wordBegins(text, i) {
			found = f.at(found, text, i)
			if enough > 0 && len(found) >= enough && end == len(text) {
				end = max(i+1, lineEnd(text, found[0].from))
			}
		}
		before = text[i]
	}
	return found, end
}

// lineEnd is where the line ends that holds byte at.
func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

func (f *finder) mayGoOn(text string, i int) bool { return i == len(text) || f.then[text[i]] != 0 }

// sign is 1 for a byte after which a word may begin: no letter, or part of a character that may be none.
var sign = func() (is [256]uint8) {
	for c, letter := range asciiLetters {
		if !letter {
			is[c] = 1
		}
	}
	return is
}()

// at adds the terms that match from the word that begins at byte i on.
func (f *finder) at(found []hitSpan, text string, i int) []hitSpan {
	w, _ := nextWord(text, i)
	for n, t := range f.terms {
		if s, whole, ok := t.at(text, w); ok {
			found = append(found, hitSpan{s, n, whole})
		}
	}
	return found
}

// wordBegins reports whether a word begins at byte i, before which no ASCII letter stands.
func wordBegins(body string, i int) bool {
	if body[i] >= utf8.RuneSelf {
		if !utf8.RuneStart(body[i]) {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(body[i:]); !isLetter(r) {
			return false
		}
	}
	for i > 0 && body[i-1] >= utf8.RuneSelf {
		r, size := utf8.DecodeLastRuneInString(body[:i])
		if !text.InWord(r) {
			return !isLetter(r)
		}
		i -= size
	}
	return i == 0 || !asciiLetters[body[i-1]]
}

// firstBytes has a 1 for each byte with which a word may begin that matches one of the terms. Nearly every word fails at
// this, before anything is folded; letters beyond ASCII may always fold to the one that is looked for.
func firstBytes(terms []term) (may [256]uint8) {
	for c := utf8.RuneSelf; c < len(may); c++ {
		may[c] = 1
	}
	for _, t := range terms {
		c := t.folds[0][0]
		if c >= utf8.RuneSelf {
			return anyLetter()
		}
		setLetter(&may, c)
	}
	return may
}

// secondBytes has a 1 for each byte that may follow the first of a word that matches one of the terms.
func secondBytes(terms []term) (may [256]uint8) {
	for _, t := range terms {
		fold := t.folds[0]
		if len(fold) < 2 || fold[0] >= utf8.RuneSelf || fold[1] >= utf8.RuneSelf {
			return anyByte()
		}
		setLetter(&may, fold[1])
	}
	for c := utf8.RuneSelf; c < len(may); c++ {
		may[c] = 1
	}
	may['-'] = 1 // what is joined is found without its hyphen
	return may
}

// setLetter sets the byte of a folded letter, and of its capital.
func setLetter(may *[256]uint8, c byte) {
	may[c] = 1
	if c >= 'a' && c <= 'z' {
		may[c-'a'+'A'] = 1
	}
}

func anyByte() (may [256]uint8) {
	for c := range may {
		may[c] = 1
	}
	return may
}

// anyLetter has a 1 for each byte with which a word may begin.
func anyLetter() (may [256]uint8) {
	for c := range may {
		if asciiLetters[c] || c >= utf8.RuneSelf {
			may[c] = 1
		}
	}
	return may
}

// at reports whether the term matches from the word w of a text on, and where it ends. Its words have to follow each other
// in one line: of another one nothing is to be told where that is hidden. Each of them matches words that are joined by
// hyphens as well.
func (t term) at(text string, w span) (s span, whole, ok bool) {
	s = w
	for i, want := range t.folds {
		if i > 0 {
			if w, ok = nextInLine(text, s.to); !ok {
				return s, false, false
			}
		}
		if s.to, whole, ok = t.word(text, w, want, t.begun && i == len(t.folds)-1); !ok {
			return s, false, false
		}
	}
	return s, whole, true
}

// word reports whether the word w of a text, or those that are joined to it by hyphens, are what is wanted, or begin so;
// to is the end.
func (t term) word(text string, w span, want string, begun bool) (to int, whole, ok bool) {
	if whole, ok = begins(text[w.from:w.to], want); ok && (whole || begun) {
		return w.to, whole, true
	}
	if hyphenSize(text[w.to:]) == 0 {
		return w.to, false, false
	}
	joined, end, ok := compound(text, w)
	if !ok || !strings.HasPrefix(joined, want) {
		return w.to, false, false
	}
	whole = len(joined) == len(want)
	return end, whole, whole || begun
}

// nextInLine is the next word from byte at on, where it stands in the same line.
func nextInLine(text string, at int) (span, bool) {
	w, ok := nextWord(text, at)
	return w, ok && !strings.Contains(text[at:w.from], "\n")
}

// begins reports whether a word begins with what is folded, and whether it is all of it.
func begins(word, folded string) (whole, ok bool) {
	word = foldWord(word)
	return len(word) == len(folded), strings.HasPrefix(word, folded)
}
