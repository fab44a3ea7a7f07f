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
	before       bool // it says `before`: the whole gives way to `by` and an ISO date
	state        span // the whole `(STATE …)`
	whoAt        span // the names at the end, with what divides them from the text
	who          who
	held         bool // a name stands there that may be two people
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
	in    Context
	owner bool // names at the end of the text are its owners
}

// peel reads the tail of s, which has no blanks at its ends.
func peel(s string, r rules) tail {
	p := peeling{tail: tail{escape: -1}, rules: r, s: s, end: len(s)}
	for {
		p.end, p.kept = stepOverTags(s, p.end, p.kept)
		if !p.peelState() && !p.peelDue() && !p.peelOwner() {
			break
		}
	}
	p.escape = escapePlace(s, p.end, p.kept, !p.state.empty(), !p.due.empty(), r)
	return p.tail
}

// peeling is a tail while it is read, from the end of s.
type peeling struct {
	tail
	rules
	s    string
	end  int  // what follows it is read
	kept bool // tags stay there, so that all before them may be peeled
}

// leaves reports whether some text stays where all from byte at is peeled.
func (p *peeling) leaves(at int) bool { return p.kept || !isBlank(p.s[:at]) }

func (p *peeling) peelState() bool {
	if !p.state.empty() {
		return false
	}
	at, said, ok := stateAt(p.s, p.end, p.rules)
	if !ok || !p.leaves(at) {
		return false
	}
	p.state, p.said = span{at, p.end}, said
	p.end = trimmedEnd(p.s[:at])
	return true
}

func (p *peeling) peelDue() bool {
	if !p.due.empty() || !p.kind.Due {
		return false
	}
	d, ok := dueAt(p.s, p.end, p.rules)
	if !ok || !p.leaves(d.whole.from) {
		return false
	}
	p.due, p.dueDate, p.dueOn, p.before = d.whole, d.date, d.on, d.before
	p.end = trimmedEnd(p.s[:d.whole.from])
	return true
}

func (p *peeling) peelOwner() bool {
	if !p.owner || !p.whoAt.empty() {
		return false
	}
	w, at, held := p.in.ownerAtEnd(p.s, p.end)
	p.held = p.held || held
	if at.empty() || isBlank(p.s[:at.from]) {
		return false
	}
	p.who, p.whoAt = w, at
	p.end = trimmedEnd(p.s[:at.from])
	return true
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
	if d, ok := dueIn(s, end, r, false); ok && leaves(d.whole.from) {
		return d.slash
	}
	if slashes > 0 {
		if d, ok := dueAt(bracket, len(bracket), r); ok && leaves(d.whole.from) {
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

func isBlank(s string) bool { return s == "" || blanks(s) == len(s) }

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
	if strings.IndexByte(s, '#') < 0 {
		return
	}
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
	if strings.IndexByte(text, '#') < 0 {
		return nil
	}
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
	whole, date span // date is what an ISO date takes the place of: DATE, and of `before DATE` the whole
	meant
	before bool // it says `before`
	bare   bool // no word stands before it that says that it is due
	slash  int  // where backslashes before `by` begin; the place of `by` where there are none
}

// dueAt reads the `by DATE` that ends s[:end].
func dueAt(s string, end int, r rules) (dueFound, bool) {
	d, ok := dueIn(s, end, r, false)
	return d, ok && (d.slash == len(s) || s[d.slash] != '\\')
}

// dueIn is dueAt that takes backslashes before `by` as well, and with offer also what only looks like a date.
func dueIn(s string, end int, r rules, offer bool) (dueFound, bool) {
	if !hasLead(s[max(0, end-4*longestDate):end]) {
		return dueFound{}, false
	}
	for behind := 0; behind < 4; behind++ {
		bare := len(strings.TrimRight(s[:end], "!.,; "))
		if bare < end && s[bare] == '.' { // of `28.11.`
			if d, ok := dueBefore(s, bare+1, end, r, offer); ok {
				return d, true
			}
		}
		if d, ok := dueBefore(s, bare, end, r, offer); ok {
			return d, true
		}
		next, ok := stepOverAddress(s, end, r)
		if !ok {
			break
		}
		end = next
	}
	return dueFound{}, false
}

// stepOverAddress moves end to before the `please` or the name that s[:end] ends with, and the comma before it.
func stepOverAddress(s string, end int, r rules) (int, bool) {
	end = len(strings.TrimRight(s[:end], "!.,; "))
	low := max(0, end-2*longestDate)
	at := end
	for words := 1; words <= 3 && at > low; words++ {
		from := low + strings.LastIndexFunc(s[low:at], unicode.IsSpace)
		if from < low {
			return 0, false
		}
		_, n := utf8.DecodeRuneInString(s[from:])
		if word := s[from+n : end]; words == 1 && pleases.has(word) || r.isName(word) {
			return trimmedEnd(s[:from]), true
		}
		at = trimmedEnd(s[:from])
	}
	return 0, false
}

// isName reports whether a word, written with a capital, is the name of somebody.
func (r rules) isName(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(first) && len(word) <= 4*longestName && len(r.in.Names.Find(word, r.in.Person)) > 0
}

// dueBefore reads the `by DATE` whose DATE ends at byte stop of s; all of it ends at byte end.
func dueBefore(s string, stop, end int, r rules, offer bool) (dueFound, bool) {
	if stop > 0 && s[stop-1] == ')' {
		low := max(0, stop-4*longestDate)
		open := strings.LastIndexByte(s[low:stop], '(')
		if open < 0 {
			return dueFound{}, false
		}
		from := low + open + 1
		at := from + blanks(s[from:])
		d, ok := dueFrom(s, at, len(strings.TrimRight(s[:stop-1], "! ")), r, offer)
		d.whole = span{from - 1, end}
		return d, ok && beginsWord(s, from-1)
	}
	low := max(0, stop-4*longestDate)
	for words, at := 0, stop; words < 9 && at > low; words++ {
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
		if d, ok := dueFrom(s, from, stop, r, offer); ok {
			d.whole.to = end
			return d, true
		}
		at = trimmedEnd(s[:from])
	}
	return dueFound{}, false
}

// dueLeads are the words before a DATE. After those with a colon one may stand.
var dueLeads = []struct {
	word  string
	colon bool
}{{"by", false}, {"due", true}, {"until", false}, {"till", false}, {"before", false}, {"deadline", true}, {"bis", false}}

// hasLead reports whether one of dueLeads may stand in s.
func hasLead(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		switch lowerByte(s[i]) {
		case 'b':
			if c := lowerByte(s[i+1]); c == 'y' || c == 'e' || c == 'i' {
				return true
			}
		case 'd':
			if c := lowerByte(s[i+1]); c == 'u' || c == 'e' {
				return true
			}
		case 'i': // of till, until
			if lowerByte(s[i+1]) == 'l' {
				return true
			}
		case calendarSign[0]:
			return true
		}
	}
	return false
}

// calendarSign stands before a date in other programs.
const calendarSign = "📅"

// leadAt reads the word before a DATE at byte at of s and returns its end, blanks included, and whether it is one that
// Format never writes and that takes a dash before it along.
func leadAt(s string, at, end int) (date int, word string, apart, ok bool) {
	if strings.HasPrefix(s[at:end], calendarSign) {
		at += len(calendarSign)
		at += space(s[at:end])
		for strings.HasPrefix(s[at:end], "\ufe0f") {
			at += len("\ufe0f")
		}
		return at + blanks(s[at:end]), calendarSign, true, true
	}
	if at >= end {
		return 0, "", false, false
	}
	first := lowerByte(s[at])
	for _, lead := range dueLeads {
		if lead.word[0] != first {
			continue
		}
		n := wordAt(s[at:end], lead.word)
		if n == 0 {
			continue
		}
		to := at + n
		colon := 0
		if lead.colon {
			colon = colonSize(s[to:end])
		}
		to += colon
		b := blanks(s[to:end])
		return to + b, lead.word, colon > 0, b > 0
	}
	return 0, "", false, false
}

// leadAt is leadAt for a label: what comes back on a day says so with "by" alone.
func (r rules) leadAt(s string, at, end int) (date int, word string, apart, ok bool) {
	date, word, apart, ok = leadAt(s, at, end)
	return date, word, apart, ok && (word == "by" || !r.kind.Again)
}

// dueFrom reads `by DATE` that takes the whole of s[at:end], backslashes before `by` allowed.
func dueFrom(s string, at, end int, r rules, offer bool) (dueFound, bool) {
	if at >= end {
		return dueFound{}, false
	}
	word := at
	for word < end && s[word] == '\\' {
		word++
	}
	from, lead, apart, ok := r.leadAt(s, word, end)
	if !ok || from >= end {
		return dueFound{}, false
	}
	d := dueFound{whole: span{at, end}, date: span{from, end}, slash: at, before: lead == "before", meant: readMeant(s[from:end], r.rel)}
	if offer && !d.looks {
		d.meant = readRoughly(s[from:end], r.rel)
	}
	if d.before {
		d.date.from = word
		d.on = d.on.AddDays(-1)
		for i := range d.choices {
			d.choices[i] = d.choices[i].AddDays(-1)
		}
	}
	if apart {
		d.whole.from = beforeDash(s, at)
	}
	return d, d.on != "" && d.on.Valid() || offer && d.looks
}

// beforeDash is where a dash between blanks begins that stands before byte at of s; at where none does.
func beforeDash(s string, at int) int {
	before := s[:trimmedEnd(s[:at])]
	for _, dash := range [...]string{" -", " –", " —"} {
		if text, ok := strings.CutSuffix(before, dash); ok {
			end := trimmedEnd(text)
			return end + blanks(s[end:])
		}
	}
	return at
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
