package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Who owns a todo that names nobody before its text may stand inside it: "Ben to check X", "@Ben check X", "I'll ask HR",
// "check X → Ben", "check X (Ben)". Only names that are known count; where the text leaves open whose it is, the line is
// held back and asked about.

// readOwner reads who owns a todo from the start of its text. It reports whether the line is to be held back.
func (in Context) readOwner(line string, h *heading) (held bool) {
	from := h.textBegin + blanks(line[h.textBegin:])
	if from >= len(line) {
		return false
	}
	switch line[from] {
	case '@', '[', '(':
		return in.readMarkedOwner(line, h, from)
	}
	if n, after := firstPersonAt(line[from:]); after > 0 {
		h.who, h.whoAt, h.innerWho, h.textBegin = who{me: true}, span{from, from + n}, true, from+after
		return false
	}
	w, end, ok := in.readList(line, from, false)
	if !ok {
		_, end := in.ambiguousAt(line, from)
		if end > 0 && (colonSize(line[end+blanks(line[end:]):]) > 0 || willDoAt(line[end:]) > 0) {
			return true
		}
		return !h.done && !h.ticked && in.handsOver(line[from:])
	}
	if isPlainWord(line[from:end]) {
		return false
	}
	if n := willDoAt(line[end:]); n > 0 {
		h.who, h.whoAt, h.innerWho, h.textBegin = w, span{from, end}, true, end+n
		return false
	}
	return !w.me && !w.we && doesAt(line[end:])
}

// readMarkedOwner reads `@Ben check X` and `[Ben] check X`.
func (in Context) readMarkedOwner(line string, h *heading, from int) (held bool) {
	w, end, ok := in.readList(line, from, true)
	if !ok {
		_, end := in.ambiguousAt(line, from+1)
		return end > 0
	}
	b := blanks(line[end:])
	if b == 0 || isBlank(line[end:]) || strings.IndexFunc(line[end:], IsWordRune) < 0 {
		return false
	}
	begin := end + b
	if n := willDoAt(line[end:]); n > 0 {
		begin = end + n
	}
	h.who, h.whoAt, h.innerWho, h.textBegin = w, span{from, end}, true, begin
	return false
}

// ambiguousAt is the name at byte at of line that several people have, and where it ends; 0 where there is none.
func (in Context) ambiguousAt(line string, at int) (string, int) {
	if in.Names == nil || !in.Names.shared {
		return "", 0
	}
	ends := in.nameEnds(line, at)
	for i := len(ends) - 1; i >= 0; i-- {
		if name := line[at:ends[i]]; len(in.Names.Find(name, in.Person)) > 1 && !isPlainWord(name) {
			return name, ends[i]
		}
	}
	return "", 0
}

// firstPersons are how I say that I will do something; the first word is me.
var firstPersons = []string{
	"i'll", "i’ll", "i will", "i need to", "i have to", "i must", "i should", "i'm going to", "i’m going to", "i am going to",
	"i promised to", "i said i'd", "i want to", "me to", "i to",
}

// firstPersonAt returns how long the word is that means me at the start of s, and where what I will do begins.
func firstPersonAt(s string) (word, after int) {
	if s == "" || s[0] != 'I' && s[0] != 'i' && s[0] != 'M' && s[0] != 'm' {
		return 0, 0
	}
	for _, p := range firstPersons {
		n := wordAt(s, p)
		if n == 0 {
			continue
		}
		b := blanks(s[n:])
		if r, _ := utf8.DecodeRuneInString(s[n+b:]); b > 0 && unicode.IsLetter(r) {
			word = strings.IndexAny(s, " '’\t")
			return word, n + b
		}
	}
	return 0, 0
}

// willDos are how somebody is said to do something, after their name.
var willDos = []string{
	"to", "will", "is going to", "are going to", "agreed to", "promised to", "offered to", "volunteered to", "is to", "are to",
	"has to", "needs to",
	"should", "going to", "'s going to", "’s going to", "'s gonna", "’s gonna", "is gonna", "'ll", "’ll",
}

// willDoAt returns where what is to be done begins after " to ", " will " and the like at the start of s; 0 where it does
// not say so. What is not done but happens ("to be honest"), and a place ("to London"), does not count.
func willDoAt(s string) int {
	b := blanks(s)
	if b == len(s) || b == 0 && s[0] != '\'' && !strings.HasPrefix(s, "’") {
		return 0
	}
	for _, p := range willDos {
		n := 0
		if glued := p[0] == '\'' || p[0] >= utf8.RuneSelf; glued && b == 0 && len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
			n = len(p)
		} else if !glued && b > 0 {
			n = wordAt(s[b:], p)
		}
		if n == 0 {
			continue
		}
		at := b + n
		gap := blanks(s[at:])
		if gap > 0 && isDeed(s[at+gap:], s) {
			return at + gap
		}
	}
	return 0
}

// noDeeds are words after "will" or "to" that begin nothing that somebody is to do.
var noDeeds = map[string]bool{
	"be": true, "have": true, "the": true, "a": true, "an": true, "my": true, "our": true, "his": true, "her": true, "their": true,
	"love": true, "like": true, "hate": true, "admit": true, "say": true, "see": true, "know": true, "miss": true, "need": true,
	"not": true, "never": true, "always": true, "remember": true, "enjoy": true, "probably": true, "become": true, "feel": true,
	"think": true, "hardly": true, "market": true, "date": true, "me": true, "us": true, "him": true, "them": true, "and": true,
	"struggle": true, "understand": true, "survive": true, "cope": true, "want": true, "forget": true, "wait": true, "believe": true,
}

// isDeed reports whether s begins with a verb: a word in small letters, or of a line in capitals.
func isDeed(s, whole string) bool {
	word := firstWord(s)
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(r) || unicode.IsUpper(r) && !(len(word) > 1 && whole == strings.ToUpper(whole)) {
		return false
	}
	lower := strings.ToLower(word)
	_, weekday := readWeekday(lower)
	return !noDeeds[lower] && !weekday
}

func firstWord(s string) string {
	if n := strings.IndexFunc(s, func(r rune) bool { return !IsWordRune(r) && r != '\'' && r != '’' && !isHyphen(r) }); n >= 0 {
		return s[:n]
	}
	return s
}

// does are verbs of what a named person does in a todo that names nobody else: whose it is must be asked.
var does = words(`sends writes checks asks takes brings prepares drafts owns fixes books orders calls rings buys collects
	updates reviews tests finds gets makes sets shares tells talks handles organises organizes schedules plans presents runs does leads
	covers pays prints cleans picks follows closes signs files reports moves builds reads arranges contacts drives delivers emails mails`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// doesAt reports whether s, after a name, goes on with what that person does.
func doesAt(s string) bool {
	b := blanks(s)
	return b > 0 && does[firstWord(s[b:])]
}

// handsOver reports whether a text says to give or tell the note's person something, which that person will not do.
func (in Context) handsOver(text string) bool {
	if in.Person == in.Me {
		return false
	}
	verb := firstWord(text)
	if !handing[strings.ToLower(verb)] {
		return false
	}
	rest := text[len(verb):]
	rest = rest[blanks(rest):]
	object := firstWord(rest)
	if object == "" || !in.byPronoun(object) {
		return false
	}
	if strings.EqualFold(object, "him") {
		return true
	}
	next := rest[len(object):]
	after := strings.ToLower(firstWord(next[blanks(next):]))
	if strings.EqualFold(object, "them") {
		return false // may be anybody
	}
	return after == "" || afterObject[after]
}

var (
	handing = words(`give send tell ask show get bring let help offer remind pay lend introduce intro buy forward invite call text
		email mail answer thank book find put teach train coach write owe hand pass enrol enroll add promote nominate update ping`)
	// afterObject are words after "her" that show that she is meant, not something of hers.
	afterObject = words(`a an the my our some about to if whether that how what when where who why for on at with in into up down
		through back more another two three one again by before this these those access and out know`)
)

// ownerAtEnd reads `→ Ben`, `(Ben)`, `[Ben]` and ` - Ben` at the end of s[:end]. It reports whether a name stands there
// that several people have.
func (in Context) ownerAtEnd(s string, end int) (w who, at span, held bool) {
	low := max(0, end-4*longestName)
	if end == 0 {
		return who{}, span{}, false
	}
	if last := s[end-1]; last == ')' || last == ']' {
		open := low + strings.LastIndexByte(s[low:end], map[byte]byte{')': '(', ']': '['}[last])
		if open < low || !beginsWord(s, open) {
			return who{}, span{}, false
		}
		w, held := in.wholeList(s[open+1 : end-1])
		return w, spanIf(span{open, end}, w), held
	}
	from, names := -1, 0
	for _, sign := range [...]string{"→", "->", "=>", "➡️", "➡", " -", " –", " —"} {
		if i := strings.LastIndex(s[low:end], sign); i >= 0 && low+i > from {
			from, names = low+i, low+i+len(sign)
		}
	}
	if from < 0 {
		return who{}, span{}, false
	}
	dash := s[from] == ' '
	b := blanks(s[names:end])
	r, _ := utf8.DecodeRuneInString(s[names+b : end])
	if dash && (b == 0 || r != '@' && !unicode.IsUpper(r)) {
		return who{}, span{}, false
	}
	w, held = in.wholeList(s[names:end])
	return w, spanIf(span{from, end}, w), held
}

func spanIf(at span, w who) span {
	if w.me || w.we || len(w.ids) > 0 {
		return at
	}
	return span{}
}

// wholeList reads names that are all of s.
func (in Context) wholeList(s string) (w who, ambiguous bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return who{}, false
	}
	if w, end, ok := in.readList(s, 0, false); ok && end == len(s) {
		return w, false
	}
	_, end := in.ambiguousAt(s, len(s)-len(strings.TrimPrefix(s, "@")))
	return who{}, end == len(s) && end > 0
}

// isPlainWord reports whether a name is written in small letters and is an English word as well.
func isPlainWord(name string) bool { return plainNames[name] }

var plainNames = words(`will mark grace rose may april june august art bill bob chase dawn dean drew faith frank gene grant guy hope
	iris ivy jack jasmine joy lance mike max miles miller nick olive pat penny peg pierce ray rich rob robin ruby rusty sandy skip sky sue
	summer ted van victor violet wade ward art basil buddy carol chip chuck cliff dale dash don eve fay flora gill hazel heath holly
	jay jet lily major mercy norm paris page pearl reed reid rod sage scout sierra sunny tiffany trip trinity christian sonny to`)
