package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// scanner cuts a line into tokens.
type scanner struct {
	text string
	in   naming
	toks []token
}

// scan cuts text from begin into tokens; what stands in double quotes is dropped, and so is what stands in single ones
// that open after a blank and close before one.
func scan(text string, begin int, p notes.Person, toks []token) []token {
	s := scanner{text: text, in: namesOf(p), toks: toks}
	for at := begin; at < len(text); {
		at = s.next(at)
	}
	s.toks = withoutAsides(s.toks)
	guessVerbs(s.toks)
	begins := open().begins
	for i := range s.toks {
		s.toks[i].begins, s.toks[i].bit = begins.of[s.toks[i].word], wordBit(s.toks[i].word)
	}
	return s.toks
}

// next takes in what stands at at, and is where it ends.
func (s *scanner) next(at int) int {
	if word, size := shortAt(s.text, at); size > 0 {
		s.toks = append(s.toks, newToken(word, at, at+size, false, &s.in))
		return at + size
	}
	if size := arrow(s.text, at); size > 0 {
		s.mark(at, size, '–')
		return at + size
	}
	r, n := utf8.DecodeRuneInString(s.text[at:])
	if isWord(r) {
		end := wordEnd(s.text, at)
		s.word(at, end)
		return end
	}
	if isApostrophe(r) || isQuote(r) {
		end := s.quoted(at, n, r)
		if end == 0 {
			return at + n
		}
		s.toks = append(s.toks, token{word: "«»", start: at, end: end, verb: s.quotedVerb(at + n)})
		return end
	}
	if r != '.' || !stopEndsNothing(s.text, at, s.toks) {
		s.mark(at, n, r)
	}
	return at + n
}

// quotedVerb is the verb in its plain form that a quotation begins with at at: an order, where it is mine. Nil for none.
func (s *scanner) quotedVerb(at int) *verb {
	if v, f := verbOf(nextWord(s.text, at)); f&base != 0 {
		return v
	}
	return nil
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' }

func isQuote(r rune) bool { return r == '"' || r == '“' || r == '„' || r == '«' }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' || r == '@' }

// wordEnd is where the word ends that begins at at; apostrophes, hyphens, colons of times and dots of versions are in it.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if isWord(r) || unicode.IsMark(r) || r == '_' {
			at += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+n:])
		prev, _ := utf8.DecodeLastRuneInString(text[:at])
		if !isWord(next) || !joins(prev, r, next) {
			return at
		}
		at += n
	}
	return at
}

// quoted is where the quotation ends that r opens at at, 0 where it opens none.
func (s *scanner) quoted(at, n int, r rune) int {
	switch {
	case !isApostrophe(r):
		return quoteEnd(s.text, at+n, r)
	case opensQuote(s.text, at, n):
		return singleEnd(s.text, at+n)
	}
	return 0
}

// joins reports whether a mark joins what stands before and after it to one word.
func joins(before, mark, after rune) bool {
	switch mark {
	case '-':
		return true
	case '/':
		return unicode.IsLetter(after)
	case ':', '.', ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return isApostrophe(mark)
}

func opensQuote(text string, at, n int) bool {
	next, _ := utf8.DecodeRuneInString(text[at+n:])
	prev, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsLetter(next) && (at == 0 || unicode.IsSpace(prev) || prev == '(' || prev == ':')
}

func singleEnd(text string, from int) int {
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isApostrophe(r) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if i+n == len(text) || !isWord(next) {
				return i + n
			}
		}
		i += n
	}
	return 0
}

func quoteEnd(text string, from int, open rune) int {
	closers := "\"”“"
	if open == '«' {
		closers = "»"
	}
	if i := strings.IndexAny(text[from:], closers); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[from+i:])
		return from + i + n
	}
	return 0
}

// mark keeps the marks that end a clause or a sentence.
func (s *scanner) mark(at, n int, r rune) {
	switch r {
	case '.', '!', '?', ';', ':', ',', '(', ')', '—', '–', '…':
	case '-': // only between blanks
		if at == 0 || s.text[at-1] != ' ' || at+1 < len(s.text) && s.text[at+1] != ' ' {
			return
		}
		r = '–'
	default:
		return
	}
	if len(s.toks) > 0 || r == '?' {
		s.toks = append(s.toks, token{word: string(r), start: at, end: at + n, mark: true})
	}
}

// plain is a word in lower case with straight apostrophes.
func plain(raw string) string {
	s := strings.ToLower(raw)
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '`' {
			return strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'").Replace(s)
		}
	}
	return s
}

func nextWord(text string, at int) string {
	for at < len(text) && (text[at] == ' ' || text[at] == '-') {
		at++
	}
	if at == len(text) {
		return ""
	}
	return plain(text[at:wordEnd(text, at)])
}
