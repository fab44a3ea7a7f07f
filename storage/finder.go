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
	may   [256]uint8 // a byte with which a word may begin that matches, and after what: bits of sign
	then  [256]uint8 // 1 for a byte that may follow there
	room  []hitSpan  // for the matches of one text, used again for the next
	plain [][]byte   // what the terms begin with, nil where it is not all of plain letters
	scan  scan
	// enough is after how many matches a text need not be read on behind the line of the first; 0 where all count.
	enough int
	inside bool // what a term is found in may be a part of a word
}

// termSet is which of the terms of a search are said, one bit each.
type termSet uint32

func newFinder(terms []term) *finder {
	return &finder{
		terms: terms, all: 1<<len(terms) - 1, may: firstBytes(terms), then: secondBytes(terms), plain: plainWords(terms),
	}
}

// hitSpan is where in a text a term matches.
type hitSpan struct {
	span
	term  int
	whole bool // of a word of which only the beginning was asked for: it is all of it
	part  bool // it stands inside a word
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
	if f.inside {
		f.room, t.parts = f.withParts(f.room, t.body), true
	}
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
	switch {
	case len(f.terms) == 0 || i >= end:
		return found, end
	case f.plain == nil || !f.scan.read(text):
		return f.addIn(found, text, span{i, end}, end, enough)
	}
	f.scan.begin(f.plain, i)
	odd := f.scan.odd
	for {
		odd = behind(odd, i)
		at := f.scan.at(f.plain, i)
		switch {
		case len(odd) > 0 && odd[0].from <= at && odd[0].from < end:
			found, end = f.addIn(found, text, span{max(i, odd[0].from), odd[0].to}, end, enough)
			i = odd[0].to
		case at >= end:
			return found, end
		default:
			if at == 0 || !asciiLetters[text[at-1]] {
				found = f.at(found, text, at)
				end = readUntil(found, text, at, end, enough)
			}
			i = at + 1
		}
		if i >= end {
			return found, end
		}
	}
}

// addIn goes through a part of a text letter by letter. Of all of it that is read which ends at end, or sooner where what is
// found is enough: then it returns that.
func (f *finder) addIn(found []hitSpan, text string, part span, end, enough int) (all []hitSpan, read int) {
	before := byte(' ')
	if part.from > 0 {
		before = text[part.from-1]
	}
	for i := part.from; i < min(part.to, end); i++ {
		// This is asked of every byte: two conditions would be twice as slow as one.
		if f.may[text[i]]&sign[before] != 0 && f.mayGoOn(text, i+1) && wordBegins(text, i) {
			found = f.at(found, text, i)
			end = readUntil(found, text, i, end, enough)
		}
		before = text[i]
	}
	return found, end
}

// readUntil is up to where a text that is read to end has to be read behind byte i: not behind the line of the first match where
// that is enough.
func readUntil(found []hitSpan, text string, i, end, enough int) int {
	if enough > 0 && len(found) >= enough && end == len(text) {
		return max(i+1, lineEnd(text, found[0].from))
	}
	return end
}

// lineEnd is where the line ends that holds byte at.
func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

func (f *finder) mayGoOn(text string, i int) bool { return i == len(text) || f.then[text[i]] != 0 }

const (
	afterSign   = 1 << iota // after no letter, or part of a character that may be none
	afterLetter             // characters that stand alone begin there, too
)

// sign is what a byte lets a word begin after it.
var sign = func() (is [256]uint8) {
	for c, letter := range asciiLetters {
		is[c] = afterSign
		if letter {
			is[c] = afterLetter
		}
	}
	return is
}()

// at adds the terms that match from the word that begins at byte i on.
func (f *finder) at(found []hitSpan, text string, i int) []hitSpan {
	w, _ := nextWord(text, i)
	for n, t := range f.terms {
		if s, whole, ok := t.at(text, w); ok {
			found = append(found, hitSpan{span: s, term: n, whole: whole})
			for i := len(found) - 1; i > 0 && found[i].from < found[i-1].from; i-- { // signs before the word
				found[i], found[i-1] = found[i-1], found[i]
			}
		}
	}
	return found
}

// wordBegins reports whether a word begins at byte i.
func wordBegins(body string, i int) bool {
	dot := false // it may belong to a character before it
	if body[i] >= utf8.RuneSelf {
		if !utf8.RuneStart(body[i]) {
			return false
		}
		r, _ := utf8.DecodeRuneInString(body[i:])
		if dot = belongsBefore(r); !dot && standsAlone(r) {
			return true
		}
		if !isLetter(r) && !standsAlone(r) {
			return false
		}
	}
	return startsWord(body, i, dot)
}

// startsWord reports whether what ends before byte i lets a word begin there; dot says that what begins may belong to it.
func startsWord(body string, i int, dot bool) bool {
	for i > 0 && body[i-1] >= utf8.RuneSelf {
		r, size := utf8.DecodeLastRuneInString(body[:i])
		switch {
		case belongsBefore(r):
			if !text.InWord(r) && !afterAlone(body[:i-size]) { // a mark that ends a word
				return !isLetter(r) && !standsAlone(r)
			}
		case standsAlone(r):
			return !dot
		default:
			return !isLetter(r)
		}
		i -= size
	}
	return i == 0 || !asciiLetters[body[i-1]]
}

// afterAlone reports whether before ends with a character that stands alone and what belongs to it.
func afterAlone(before string) bool {
	for before != "" {
		r, size := utf8.DecodeLastRuneInString(before)
		if !belongsBefore(r) {
			return standsAlone(r)
		}
		before = before[:len(before)-size]
	}
	return false
}

// firstBytes has a 1 for each byte with which a word may begin that matches one of the terms. Nearly every word fails at
// this, before anything is folded; letters beyond ASCII may always fold to the one that is looked for.
func firstBytes(terms []term) (may [256]uint8) {
	for c := utf8.RuneSelf; c < len(may); c++ {
		may[c] = afterSign | afterLetter
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
		switch {
		case asciiLetters[c]:
			may[c] = afterSign
		case c >= utf8.RuneSelf:
			may[c] = afterSign | afterLetter
		}
	}
	return may
}

// at reports whether the term matches from the word w of a text on, and where it ends. Its words have to follow each other
// in one line: of another one nothing is to be told where that is hidden. Each of them matches words that are joined by
// hyphens as well.
func (t term) at(text string, w span) (s span, whole, ok bool) {
	s = w
	last := len(t.folds) - 1
	for i, want := range t.folds {
		if i > 0 {
			if w, ok = nextInLine(text, s.to); !ok || t.tight[i] && w.from != s.to {
				return s, false, false
			}
		}
		if !strings.HasSuffix(text[:w.from], t.before[i]) {
			return s, false, false
		}
		if s.to, whole, ok = t.word(text, w, want, t.begun && i == last && t.after[i] == ""); !ok {
			return s, false, false
		}
		if !strings.HasPrefix(text[s.to:], t.after[i]) {
			return s, false, false
		}
	}
	return span{s.from - len(t.before[0]), s.to + len(t.after[last])}, whole, true
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
