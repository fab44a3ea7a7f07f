package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// committed offers what somebody says they will do: "Ben will send the poll", "I owe her an answer", "me: ask Dana".
func (in Context) committed(line string, o opening) (string, Label) {
	at := o.after
	if w := firstWord(line[at:]); linkWords.has(w) {
		at += len(w) + blanks(line[at+len(w):])
	}
	who, text := in.promised(line[at:trimmedEnd(line)], strings.ContainsAny(line[:o.after], "→>➡"))
	if who == "" {
		return "", ""
	}
	return line[:o.after] + in.wordFor(Todo) + " " + who + ": " + text, Todo
}

// promised is who says, or is said, to do something, as WHO writes them, and what. An arrow before s says that it is to be
// done.
func (in Context) promised(s string, arrow bool) (who, text string) {
	if in.mine(s) {
		return "me", withoutMe(s)
	}
	if n := in.theirs(s); n > 0 {
		return in.Names.Short(in.Person, in.Person), s[n:]
	}
	if text, name, ok := in.toOwner(s); ok {
		return name, text
	}
	name, end := in.someone(s)
	if end == 0 {
		return "", ""
	}
	if n := in.willDo(s, end, arrow); n > 0 {
		return name, strings.TrimSpace(s[n:])
	}
	return "", ""
}

// withoutMe is a promise of mine without what says that it is mine.
func withoutMe(s string) string {
	if _, after := firstPersonAt(s); after > 0 {
		return s[after:]
	}
	if n := wordAt(s, "me"); n > 0 {
		n += blanks(s[n:])
		return strings.TrimSpace(s[n+colonSize(s[n:]):])
	}
	return s
}

// toOwner reads `send the slides → Ben`.
func (in Context) toOwner(s string) (text, name string, ok bool) {
	low := max(0, len(s)-4*longestName)
	if !hasOwnerSign(s[low:]) {
		return "", "", false
	}
	i := low + max(strings.LastIndex(s[low:], "→"), strings.LastIndex(s[low:], "->"), strings.LastIndex(s[low:], "=>"))
	if i <= 0 || i < low {
		return "", "", false
	}
	sign := "→"
	if s[i] == '-' || s[i] == '=' {
		sign = "->"
	}
	name = strings.TrimSpace(s[i+len(sign):])
	w, end, found := in.readList(name, 0, false)
	text = strings.TrimSpace(s[:i])
	return text, name, found && end == len(name) && (w.me || len(w.ids) > 0) && text != ""
}

// someone reads a name at the start of s: known, of several people, or nearly right. End is 0 where there is none.
func (in Context) someone(s string) (name string, end int) {
	bare := strings.TrimPrefix(s, "@")
	cut := len(s) - len(bare)
	if w, end, ok := in.readList(s, 0, true); ok && !w.me && !w.we {
		if n := firstWord(bare); cut == 0 && isPlainWord(n) && !strings.HasPrefix(s[len(n):], "'") {
			return n, end
		}
		return s[:end], end
	}
	if name, end := in.ambiguousAt(s, cut); end > 0 {
		return name, end
	}
	word := beforeApostrophe(firstWord(bare))
	if end = cut + len(word); word == "" || end == len(s) {
		return "", 0
	}
	if name := in.somebodyLike(word); name != "" {
		return name, end
	}
	return "", 0
}

// somebodyLike is how a word that is a name, or nearly one, is written; "" where it is none, or mine.
func (in Context) somebodyLike(word string) string {
	if in.Names.mayBegin(word) {
		if ids := in.Names.Find(word, in.Person); len(ids) > 1 || len(ids) == 1 && ids[0] != in.Me {
			return word
		}
	}
	if id, ok := in.Names.near(word); ok {
		return in.Names.Short(id, in.Person)
	}
	return ""
}

// beforeApostrophe is a word without `'s` and the like.
func beforeApostrophe(word string) string {
	if i := strings.IndexAny(word, "'’"); i >= 0 {
		return word[:i]
	}
	return word
}

// willDo returns where what is to be done begins in s, after a name that ends at byte end; 0 where nothing is. An arrow
// before the name says that something is.
func (in Context) willDo(s string, end int, arrow bool) int {
	rest := s[end:]
	if n := willDoAt(rest); n > 0 {
		return end + n
	}
	b := blanks(rest)
	at := end + b
	if r, size := utf8.DecodeRuneInString(s[at:]); size > 0 && strings.ContainsRune("—–-,:：", r) {
		return requestAfter(s, at+size, r)
	}
	if b == 0 {
		return 0
	}
	if n := pleaseAt(s[at:]); n > 0 && at+n < len(s) {
		return at + n
	}
	if in.saysDeed(s, at, arrow) {
		return at
	}
	return 0
}

// requestAfter returns where what somebody is asked to do begins behind a name and a sign that ends at byte at; 0 where
// nothing is. A comma alone asks nothing.
func requestAfter(s string, at int, sign rune) int {
	at += blanks(s[at:])
	if n := pleaseAt(s[at:]); n > 0 && at+n < len(s) {
		return at + n
	}
	if sign != ',' && imperatives.has(firstWord(s[at:])) {
		return at
	}
	return 0
}

// saysDeed reports whether s says at byte at, behind a name, what that person does or is to do.
func (in Context) saysDeed(s string, at int, arrow bool) bool {
	word := firstWord(s[at:])
	verb := strings.ToLower(word)
	switch {
	case s[0] == '@' && imperatives.has(verb):
		return true
	case does.has(verb) && (arrow || takesOver(s[at+len(word):]) || in.hasDue(s)):
		return true
	}
	return foreignDeed(s[at:])
}

// takesOver reports whether what follows a verb is something taken on.
func takesOver(s string) bool { return beginsAny(s[blanks(s):], takings) }

func (in Context) hasDue(s string) bool {
	_, ok := dueIn(s, len(s), in.rules(Todo, Them, false), true)
	return ok
}

// pleaseAt is the length of a please at the start of s, with the blanks after it.
func pleaseAt(s string) int {
	w := firstWord(s)
	if !askWords.has(w) {
		return 0
	}
	return len(w) + blanks(s[len(w):])
}

// foreignDeed reports whether s, after a name, says in German, Spanish or French what that person will do.
func foreignDeed(s string) bool {
	return beginsAny(s, foreignDeeds) || infinitiveAfter(s, foreignWills)
}

// beginsAny reports whether s begins with one of a list, which is in small letters.
func beginsAny(s string, list []string) bool {
	for _, begin := range list {
		if _, ok := cutBegin(s, begin); ok {
			return true
		}
	}
	return false
}

// cutBegin is s without begin, which is in small letters with straight apostrophes, where s begins with it in any.
func cutBegin(s, begin string) (string, bool) {
	if s == "" || s[0] < utf8.RuneSelf && lowerByte(s[0]) != begin[0] {
		return "", false
	}
	at := 0
	for _, want := range begin {
		r, n := utf8.DecodeRuneInString(s[at:])
		if r == '’' {
			r = '\''
		}
		if n == 0 || r != want && unicode.ToLower(r) != want {
			return "", false
		}
		at += n
	}
	return s[at:], true
}

// infinitiveAfter reports whether s begins with one of a list and goes on with a Spanish or French verb of doing.
func infinitiveAfter(s string, list []string) bool {
	for _, begin := range list {
		if rest, ok := cutBegin(s, begin); ok {
			return isInfinitive(strings.ToLower(firstWord(rest)))
		}
	}
	return false
}

// isInfinitive reports whether a word looks like a Spanish or French verb of doing.
func isInfinitive(verb string) bool {
	if len(verb) <= len("ser") || infinitivesOfBeing.has(verb) {
		return false
	}
	end := verb[len(verb)-2:]
	return end == "ar" || end == "er" || end == "ir" || end == "re"
}

// mine reports whether s says what I will do.
func (in Context) mine(s string) bool {
	if n := wordAt(s, "me"); n > 0 && colonSize(s[n+blanks(s[n:]):]) > 0 {
		return true
	}
	if _, after := firstPersonAt(s); after > 0 {
		return isDeed(s[after:], s) && !beginsAny(s, wishes)
	}
	if beginsAny(s, promises) || infinitiveAfter(s, foreignPromises) {
		return true
	}
	for _, begin := range duties {
		if rest, ok := cutBegin(s, begin); ok {
			verb := strings.ToLower(firstWord(rest))
			return handing.has(verb) && verb != "let" || verb == "check" || verb == "find"
		}
	}
	return false
}

// theirs returns where what the note's person will do begins, after she, he or they; 0 where s does not say so.
func (in Context) theirs(s string) int {
	if in.Person == in.Me {
		return 0
	}
	word := beforeApostrophe(firstWord(s))
	rest := s[len(word):]
	b := blanks(rest)
	switch strings.ToLower(word) {
	case "she", "he":
		if n := willDoAt(rest); n > 0 && wordAt(rest[b:], "should")+wordAt(rest[b:], "needs") == 0 {
			return len(word) + n
		}
	case "sie", "er", "elle", "il", "ella":
		if b > 0 && foreignDeed(rest[b:]) {
			return len(word) + b
		}
	}
	return 0
}
