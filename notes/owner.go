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
		return in.namesOneOfTwo(line, from) || !h.done && !h.ticked && in.handsOver(line[from:])
	}
	if isPlainWord(line[from:end]) || h.named && w.we && len(w.ids) == 0 { // "AI: we should …" is of the machine
		return false
	}
	if n := willDoAt(line[end:]); n > 0 {
		h.who, h.whoAt, h.innerWho, h.textBegin = w, span{from, end}, true, end+n
		return false
	}
	return !w.me && !w.we && doesAt(line[end:])
}

// namesOneOfTwo reports whether a name of several people stands at byte at of line as the owner of what follows.
func (in Context) namesOneOfTwo(line string, at int) bool {
	_, end := in.ambiguousAt(line, at)
	return end > 0 && (colonSize(line[end+blanks(line[end:]):]) > 0 || willDoAt(line[end:]) > 0)
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
	var room [8]int
	ends := in.nameEnds(room[:0], line, at)
	for i := len(ends) - 1; i >= 0; i-- {
		if name := line[at:ends[i]]; len(in.Names.Find(name, in.Person)) > 1 && !isPlainWord(name) {
			return name, ends[i]
		}
	}
	return "", 0
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

// willDoAt returns where what is to be done begins after " to ", " will " and the like at the start of s; 0 where it does
// not say so. What is not done but happens ("to be honest"), and a place ("to London"), does not count.
func willDoAt(s string) int {
	b := blanks(s)
	if b == len(s) || b == 0 && s[0] != '\'' && !strings.HasPrefix(s, "’") {
		return 0
	}
	for _, p := range willDos {
		n := willDoEnd(s, b, p)
		if n == 0 {
			continue
		}
		if gap := blanks(s[n:]); gap > 0 && isDeed(s[n+gap:], s) {
			return n + gap
		}
	}
	return 0
}

// willDoEnd is where one of willDos ends that s begins with behind b blanks; 0 where it does not. What begins with an
// apostrophe stands right behind the name.
func willDoEnd(s string, b int, p string) int {
	switch glued := p[0] == '\'' || p[0] >= utf8.RuneSelf; {
	case glued && b == 0 && len(s) > len(p) && strings.EqualFold(s[:len(p)], p):
		return len(p)
	case !glued && b > 0:
		if n := wordAt(s[b:], p); n > 0 {
			return b + n
		}
	}
	return 0
}

// isDeed reports whether s begins with a verb: a word in small letters, or of a line in capitals.
func isDeed(s, whole string) bool {
	word := firstWord(s)
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(r) || unicode.IsUpper(r) && !(len(word) > 1 && whole == strings.ToUpper(whole)) {
		return false
	}
	return !noDeeds.has(word)
}

func firstWord(s string) string {
	if n := strings.IndexFunc(s, func(r rune) bool { return !IsWordRune(r) && r != '\'' && r != '’' && !isHyphen(r) }); n >= 0 {
		return s[:n]
	}
	return s
}

// doesAt reports whether s, after a name, goes on with what that person does.
func doesAt(s string) bool {
	b := blanks(s)
	return b > 0 && does.has(firstWord(s[b:]))
}

// handsOver reports whether a text says to give or tell the note's person something, which that person will not do.
func (in Context) handsOver(text string) bool {
	if in.Person == in.Me {
		return false
	}
	verb := firstWord(text)
	if !handing.has(verb) {
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
	after := firstWord(next[blanks(next):])
	if strings.EqualFold(object, "them") {
		return false // may be anybody
	}
	return after == "" || afterObject.has(after)
}

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
	if !hasOwnerSign(s[low:end]) {
		return who{}, span{}, false
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

// hasOwnerSign reports whether an arrow or a dash may stand in s.
func hasOwnerSign(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '>', "→"[0]: // the byte that the arrows and the long dashes begin with
			return true
		case '-':
			if i > 0 && s[i-1] == ' ' {
				return true
			}
		}
	}
	return false
}

func spanIf(at span, w who) span {
	if w.somebody() {
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
func isPlainWord(name string) bool { return plainNames.words[name] }
