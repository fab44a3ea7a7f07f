package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	shortForms    = pairs("short forms")
	contractions  = pairs("contractions")
	teamWords     = words("team")
	notTheTeam    = words("not the team")
	oftenMistyped = words("often mistyped")
)

// word adds a word, or the two that a contraction stands for.
func (s *scanner) word(at, end int) {
	raw := s.text[at:end]
	word := plain(raw)
	if long, ok := shortForms.of(word); ok {
		word = long
	}
	first, _ := utf8.DecodeRuneInString(raw)
	capital := unicode.IsUpper(first)
	if two, ok := contractions.of(word); ok {
		a, b, _ := strings.Cut(two, " ")
		s.two(a, b, at, end, capital)
		return
	}
	if will := s.without(word, end); will != "" {
		s.two("i", will, at, end, true)
		return
	}
	if base, ok := strings.CutSuffix(word, "'s"); ok {
		s.toks = append(s.toks, newToken(base, at, end, capital, &s.in), token{word: "'s", start: at, end: end})
		return
	}
	if base, ok := strings.CutSuffix(word, "s'"); ok {
		word = base + "s"
	}
	t := newToken(word, at, end, capital, &s.in)
	if t.who == whoNone && capital && isInitial(raw, nextWord(s.text, end), s.toks, &s.in) {
		t.who, t.role, t.verb, t.form = whoR, nameRole, nil, 0
	}
	s.add(t)
}

// two adds the words of a contraction.
func (s *scanner) two(a, b string, at, end int, capital bool) {
	s.toks = append(s.toks, newToken(a, at, end, capital, &s.in), newToken(b, at, end, false, &s.in))
}

// without is what follows I in a contraction without its apostrophe that is a word of its own: "Ill draft it", "id rather".
func (s *scanner) without(word string, end int) string {
	if word != "ill" && word != "id" {
		return ""
	}
	next := nextWord(s.text, end)
	wish := next == "rather" || next == "like" || next == "prefer"
	switch {
	case word == "id" && wish:
		return "would"
	case word == "ill" && (wish || isBaseVerb(next)):
		return "will"
	}
	return ""
}

// add adds a word: a name that goes on makes one with that before it, and so does "the team".
func (s *scanner) add(t token) {
	if n := len(s.toks); n > 0 {
		last := &s.toks[n-1]
		if t.who == whoR && joinsName(*last, t, t.start) {
			last.end = t.end
			return
		}
		if last.word == "the" && teamWords.has(t.word) && !notTheTeam.has(nextWord(s.text, t.end)) {
			*last = token{word: "team", start: last.start, end: t.end, who: whoR, role: asSubject | asObject}
			return
		}
	}
	s.toks = append(s.toks, t)
}

// untyped is the verb that word was meant to be, or "". The first letter is right, and no letter stands for another, since
// then "bold" would be "told".
func untyped(word string) string {
	if len(word) < 3 {
		return ""
	}
	for _, want := range oftenMistyped.all() {
		if word[0] == want[0] && slipped(word, want) {
			return want
		}
	}
	return ""
}

// slipped reports whether word is want with one letter more or less, or with two neighbours swapped.
func slipped(word, want string) bool {
	short, long := word, want
	if len(short) > len(long) {
		short, long = long, short
	}
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	switch len(long) - len(short) {
	case 1:
		return short[i:] == long[i+1:]
	case 0:
		return i+1 < len(long) && word[i] == want[i+1] && word[i+1] == want[i] && word[i+2:] == want[i+2:]
	}
	return false
}
