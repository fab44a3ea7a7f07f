package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tail is what is peeled from the end of an item's text, as places in that text.
type tail struct {
	due, dueDate span // the whole `by DATE`, and its DATE
	dueOn        Date
	state        span // the whole `(STATE …)`
	said         saidState
	escape       int // of the one backslash that keeps the end from being peeled further; -1 where there is none
}

// saidState is what a state in brackets says.
type saidState struct {
	state  State
	on     Date // "" where no ISO date is said
	remark string
}

// rules is what the reading of a tail depends on.
type rules struct {
	kind  *LabelKind
	actor Actor
	rel   Date
}

// peel reads the tail of s, which has no blanks at its ends.
func peel(s string, r rules) tail {
	t := tail{escape: -1}
	end, kept := len(s), false
	for {
		end, kept = stepOverTags(s, end, kept)
		if t.state.empty() {
			if at, said, ok := stateAt(s, end, r); ok && (kept || !isBlank(s[:at])) {
				t.state, t.said = span{at, end}, said
				end = trimmedEnd(s[:at])
				continue
			}
		}
		if t.due.empty() && r.kind.Due {
			if d, ok := dueAt(s, end, r.rel); ok && (kept || !isBlank(s[:d.whole.from])) {
				t.due, t.dueDate, t.dueOn = d.whole, d.date, d.on
				end = trimmedEnd(s[:d.whole.from])
				continue
			}
		}
		break
	}
	t.escape = escapePlace(s, end, kept, !t.state.empty(), !t.due.empty(), r)
	return t
}

// escapePlace is the byte of s[:end] where one backslash stands, or belongs, that keeps its end from being read as a
// state or a date; -1 where none is needed. Backslashes that stand there already do not count as text.
func escapePlace(s string, end int, kept, haveState, haveDue bool, r rules) int {
	leaves := func(at int) bool { return kept || !isBlank(s[:at]) }
	bracket, slashes := lastBracket(s, end)
	if bracket != "" && !haveState {
		if at, _, ok := stateAt(bracket, len(bracket), r); ok && leaves(at) {
			return end - 1 - slashes
		}
	}
	if haveDue || !r.kind.Due {
		return -1
	}
	if d, ok := dueIn(s, end, r.rel); ok && leaves(d.whole.from) {
		return d.slash
	}
	if slashes > 0 {
		if d, ok := dueAt(bracket, len(bracket), r.rel); ok && leaves(d.whole.from) {
			return end - 1 - slashes
		}
	}
	return -1
}

// lastBracket is s without the backslashes before the bracket that ends it, and how many they are; "" where it ends in
// none.
func lastBracket(s string, end int) (bare string, slashes int) {
	if end == 0 || s[end-1] != ')' {
		return "", 0
	}
	slashes = trailingSlashes(s[:end-1])
	return s[:end-1-slashes] + ")", slashes
}

func isBlank(s string) bool { return blanks(s) == len(s) }

func trailingSlashes(s string) int { return len(s) - len(strings.TrimRight(s, `\`)) }

// stepOverTags moves end to before the tags that s[:end] ends with. kept becomes true where there was one.
func stepOverTags(s string, end int, kept bool) (int, bool) {
	for {
		from := strings.LastIndexFunc(s[:end], unicode.IsSpace)
		if from >= 0 {
			_, n := utf8.DecodeRuneInString(s[from:])
			from += n
		} else {
			from = 0
		}
		if n := tagAt(s[from:end]); n == 0 || n != end-from {
			return end, kept
		}
		end, kept = trimmedEnd(s[:from]), true
	}
}

// tagAt returns the length of a tag at the start of s, 0 where there is none.
func tagAt(s string) int {
	if len(s) < 2 || s[0] != '#' {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(s[1:]); !unicode.IsLetter(r) {
		return 0
	}
	n := strings.IndexFunc(s[1:], func(r rune) bool { return !IsWordRune(r) && r != '-' })
	if n < 0 {
		return len(s)
	}
	return n + 1
}

// ValidTag reports whether a name, without '#', is one that a tag can have.
func ValidTag(name string) bool { return name != "" && tagAt("#"+name) == len(name)+1 }

// Tag is a tag as it is compared and stored: without '#', composed, in lower case.
func Tag(s string) string { return norm.NFC.String(strings.ToLower(strings.TrimPrefix(s, "#"))) }

// eachTag calls f for each place of s where a tag could stand: from is where its backslashes begin, hash its '#', end
// its end.
func eachTag(s string, f func(from, hash, end int)) {
	for at := 0; at < len(s); {
		at += blanks(s[at:])
		hash := at
		for hash < len(s) && s[hash] == '\\' {
			hash++
		}
		if n := tagAt(s[hash:]); n > 0 {
			f(at, hash, hash+n)
		}
		n := strings.IndexFunc(s[at:], unicode.IsSpace)
		if n < 0 {
			return
		}
		at += n
	}
}

// TagsIn lists the tags of an item's text as they are compared, each once.
func TagsIn(text string) []string {
	var tags []string
	seen := map[string]bool{}
	eachTag(text, func(from, hash, end int) {
		if tag := Tag(text[hash:end]); from == hash && !seen[tag] {
			seen[tag] = true
			tags = append(tags, tag)
		}
	})
	return tags
}

// stateAt reads the state that ends s[:end] and returns where its bracket opens.
func stateAt(s string, end int, r rules) (int, saidState, bool) {
	if end < 2 || s[end-1] != ')' || s[end-2] == '\\' || len(r.kind.statesOf(r.actor)) == 0 {
		return 0, saidState{}, false
	}
	if at, ok := openingOf(s, end-1); ok {
		said, ok := readState(s[at+1:end-1], r)
		return at, said, ok
	}
	for i := end - 1; i >= 0; i-- {
		if s[i] != '(' || (i > 0 && s[i-1] == '\\') {
			continue
		}
		if said, ok := readState(s[i+1:end-1], r); ok {
			return i, said, true
		}
	}
	return 0, saidState{}, false
}

// openingOf is where the bracket opens that the one at last closes. One behind a backslash is text.
func openingOf(s string, last int) (int, bool) {
	depth := 0
	for i := last; i >= 0; i-- {
		if i > 0 && s[i-1] == '\\' {
			continue
		}
		switch s[i] {
		case ')':
			depth++
		case '(':
			depth--
		}
		if depth == 0 {
			return i, true
		}
	}
	return 0, false
}

// readState reads what stands between the brackets of a state.
func readState(s string, r rules) (saidState, bool) {
	s = s[blanks(s):]
	n := strings.IndexFunc(s, func(r rune) bool { return !IsWordRune(r) })
	if n < 0 {
		n = len(s)
	}
	if n == 0 || n > 16 {
		return saidState{}, false
	}
	said := saidState{state: State(strings.ToLower(s[:n]))}
	if !r.kind.knows(r.actor, said.state) {
		return saidState{}, false
	}
	rest := s[n+blanks(s[n:]):]
	switch {
	case rest == "":
		return said, true
	case colonSize(rest) > 0:
		said.remark = readRemark(rest[colonSize(rest):])
		return said, true
	case n+len(rest) == len(s): // no blank after the word
		return saidState{}, false
	}
	day := rest[:min(len(rest), 2*longestDate)]
	i, size := indexColon(day)
	if i >= 0 {
		day = day[:i]
	} else if len(day) < len(rest) {
		return saidState{}, false
	}
	on, ok := ReadDate(day, r.rel)
	if !ok {
		return saidState{}, false
	}
	if Date(strings.TrimSpace(day)) != on {
		said.remark = readRemark(rest)
		return said, true
	}
	said.on = on
	if len(day) < len(rest) {
		said.remark = readRemark(rest[len(day)+size:])
	}
	return said, true
}

// readRemark is a remark as it is meant: one backslash before each bracket was put there by Format.
func readRemark(s string) string {
	s = strings.TrimSpace(withBlanks(s))
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && (s[i+1] == '(' || s[i+1] == ')') {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// dueFound is a date by which something is due.
type dueFound struct {
	whole, date span
	on          Date
	slash       int // where backslashes before `by` begin; the place of `by` where there are none
}

// dueAt reads the `by DATE` that ends s[:end].
func dueAt(s string, end int, rel Date) (dueFound, bool) {
	d, ok := dueIn(s, end, rel)
	return d, ok && (d.slash == len(s) || s[d.slash] != '\\')
}

// dueIn is dueAt that takes backslashes before `by` as well.
func dueIn(s string, end int, rel Date) (dueFound, bool) {
	stop := end
	if stop > 0 && s[stop-1] == '.' {
		stop--
	}
	if stop > 0 && s[stop-1] == ')' {
		low := max(0, stop-4*longestDate)
		open := strings.LastIndexByte(s[low:stop], '(')
		if open < 0 {
			return dueFound{}, false
		}
		from := low + open + 1
		at := from + blanks(s[from:])
		d, ok := dueFrom(s, at, trimmedEnd(s[:stop-1]), rel)
		d.whole = span{from - 1, end}
		return d, ok && beginsWord(s, from-1)
	}
	low := max(0, stop-4*longestDate)
	for words, at := 0, stop; words < 8 && at > low; words++ {
		from := low + strings.LastIndexFunc(s[low:at], unicode.IsSpace)
		if from >= low {
			_, n := utf8.DecodeRuneInString(s[from:])
			from += n
		} else {
			from = low
		}
		if from == low && low > 0 {
			break
		}
		if d, ok := dueFrom(s, from, stop, rel); ok {
			d.whole = span{from, end}
			return d, true
		}
		at = trimmedEnd(s[:from])
	}
	return dueFound{}, false
}

// dueFrom reads `by DATE` that takes the whole of s[at:end], backslashes before `by` allowed.
func dueFrom(s string, at, end int, rel Date) (dueFound, bool) {
	if at >= end {
		return dueFound{}, false
	}
	word := at
	for word < end && s[word] == '\\' {
		word++
	}
	n := wordAt(s[word:end], "by")
	if n == 0 {
		n = wordAt(s[word:end], "due")
	}
	if n == 0 {
		return dueFound{}, false
	}
	b := blanks(s[word+n : end])
	if b == 0 {
		return dueFound{}, false
	}
	date := span{word + n + b, end}
	on, ok := ReadDate(date.in(s), rel)
	return dueFound{date: date, on: on, slash: at}, ok
}

// beginsWord reports whether byte at of s is its first or follows a blank.
func beginsWord(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return at == 0 || unicode.IsSpace(r)
}

// withBlanks makes each line end of any kind, also a lone CR, a blank.
func withBlanks(s string) string {
	if strings.IndexByte(s, '\n') < 0 && !endsWithin(s) {
		return s
	}
	return lineEnds.Replace(s)
}

var lineEnds = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")
