package notes

import (
	"strings"
	"unicode/utf8"
)

// who is what stands between a label and its colon.
type who struct {
	me, we  bool
	ids     []PersonID // in order, each once
	forThem bool       // the names came after `me for`: they do not act along with me
}

func (w *who) add(v who) {
	w.me = w.me || v.me
	w.we = w.we || v.we
	for _, id := range v.ids {
		w.ids = appendOnce(w.ids, id)
	}
}

// somebody reports whether anybody is named.
func (w who) somebody() bool { return w.me || w.we || len(w.ids) > 0 }

func appendOnce[T comparable](list []T, v T) []T {
	for _, have := range list {
		if have == v {
			return list
		}
	}
	return append(list, v)
}

// readWho reads WHO at byte at of line and returns the byte after it. Where leadFor is true and the label takes it, `for`
// or `to` stands before it.
func (in Context) readWho(line string, at int, l Label, leadFor bool) (w who, end int, ok bool) {
	if leadFor {
		if !l.kind().For {
			return who{}, 0, false
		}
		return in.readForAt(line, at)
	}
	if w, end, ok = in.readList(line, at, true); !ok || len(w.ids) > 0 || !l.kind().For {
		return w, end, ok
	}
	if v, e, ok := in.readFor(line, end); ok {
		w.ids, w.forThem = v.ids, true
		return w, e, true
	}
	return w, end, true
}

// readFor reads ` for NAMES` after me or we.
func (in Context) readFor(line string, at int) (who, int, bool) {
	n := blanks(line[at:])
	if n == 0 {
		return who{}, 0, false
	}
	w, end, ok := in.readForAt(line, at+n)
	return w, end, ok && !w.me && !w.we
}

func (in Context) readForAt(line string, at int) (who, int, bool) {
	n := wordAt(line[at:], "for")
	if n == 0 {
		n = wordAt(line[at:], "to")
	}
	if n == 0 {
		return who{}, 0, false
	}
	at += n
	b := blanks(line[at:])
	if b == 0 {
		return who{}, 0, false
	}
	return in.readList(line, at+b, true)
}

// readList reads names joined by `,`, `&`, `+` or `and`. Brackets may stand round one or several, but not in each other.
func (in Context) readList(line string, at int, brackets bool) (w who, end int, ok bool) {
	for {
		v, e, ok := in.readMention(line, at, brackets)
		if !ok {
			return who{}, 0, false
		}
		w.add(v)
		next, joined := joiner(line, e)
		if !joined {
			return w, e, true
		}
		at = next
	}
}

// joiner steps over what joins two names, at byte at of line, blanks round it included.
func joiner(line string, at int) (int, bool) {
	p := at + blanks(line[at:])
	if p >= len(line) {
		return 0, false
	}
	comma := line[p] == ','
	switch {
	case comma || line[p] == '&' || line[p] == '+':
		p++
	case p > at && wordAt(line[p:], "and") > 0:
		p += len("and")
	default:
		return 0, false
	}
	p += blanks(line[p:])
	if comma {
		if n := wordAt(line[p:], "and"); n > 0 {
			p += n
			p += blanks(line[p:])
		}
	}
	return p, true
}

func (in Context) readMention(line string, at int, brackets bool) (who, int, bool) {
	if at >= len(line) {
		return who{}, 0, false
	}
	switch open := line[at]; {
	case open == '@':
		return in.readName(line, at+1)
	case brackets && (open == '(' || open == '['):
		p := at + 1 + blanks(line[at+1:])
		w, end, ok := in.readList(line, p, false)
		if !ok {
			return who{}, 0, false
		}
		end += blanks(line[end:])
		if end >= len(line) || line[end] != map[byte]byte{'(': ')', '[': ']'}[open] {
			return who{}, 0, false
		}
		return w, end + 1, true
	}
	return in.readName(line, at)
}

// readName reads the longest name of one person at byte at of line, or me, I, we, us.
func (in Context) readName(line string, at int) (who, int, bool) {
	first := at
	for first < len(line) && line[first] > ' ' && line[first] < utf8.RuneSelf && !endsName(rune(line[first])) {
		first++
	}
	plain := first == len(line) || line[first] < utf8.RuneSelf // the word has ended there
	if plain && first-at > len("them") && !in.Names.mayBegin(line[at:first]) {
		return who{}, 0, false
	}
	var room [8]int
	ends := in.nameEnds(room[:0], line, at)
	for i := len(ends) - 1; i >= 0; i-- {
		if w, ok := in.person(line[at:ends[i]]); ok {
			return w, ends[i], true
		}
	}
	return who{}, 0, false
}

// nameEnds adds to ends where a name that begins at byte at could end, nearest first: after each word, as far as no
// character comes that a name cannot hold, and no further than the longest name known.
func (in Context) nameEnds(ends []int, line string, at int) []int {
	words := 1
	if in.Names != nil {
		words = max(words, in.Names.words)
	}
	for p := at; p < len(line) && len(ends) < words; {
		stop := len(line)
		if n := strings.IndexFunc(line[p:], endsName); n >= 0 {
			stop = p + n
		}
		if stop == p {
			break
		}
		ends = append(ends, stop)
		p = stop + blanks(line[stop:])
	}
	return ends
}

// person is the one whom a name means in this note.
func (in Context) person(name string) (who, bool) {
	ids := in.Names.Find(name, in.Person)
	if len(ids) == 1 {
		if ids[0] == in.Me {
			return who{me: true}, true
		}
		return who{ids: ids}, true
	}
	if len(ids) == 0 && in.byPronoun(name) {
		return who{ids: []PersonID{in.Person}}, true
	}
	if len(ids) > 1 || len(name) > len("me") {
		return who{}, false
	}
	switch strings.ToLower(name) {
	case "me", "i":
		return who{me: true}, true
	case "we", "us":
		return who{we: true}, true
	}
	return who{}, false
}

// byPronoun is the note's person, where name is how they are spoken of as an object.
func (in Context) byPronoun(name string) bool {
	if in.Person == in.Me || len(name) > len("them") {
		return false
	}
	said := strings.ToLower(name)
	switch spoken := in.Names.pronounOf(in.Person); said {
	case "her", "him":
		return spoken == "" || spoken == They || spoken.Object() == said
	case "them":
		return spoken == "" || spoken == They
	}
	return false
}

// roles turns WHO into whom an item is about and who acts in it (docs/LABELS.md, Who).
func (in Context) roles(l Label, w who) ([]PersonID, Actor) {
	people := w.ids
	if w.we && len(w.ids) > 0 && !w.forThem && in.Person != in.Me {
		people = []PersonID{in.Person}
		for _, id := range w.ids {
			people = appendOnce(people, id)
		}
	}
	if len(people) == 0 {
		people = []PersonID{in.Person}
	}
	return people, in.actor(l, w)
}

func (in Context) actor(l Label, w who) Actor {
	owner := l.kind().Owner
	switch {
	case w.we, w.me && len(w.ids) > 0 && !w.forThem:
		return We
	case w.me, owner == Manager:
		return Me
	case len(w.ids) > 0:
		return Them
	case owner == NotSaid:
		return Unsaid
	case in.Person == in.Me:
		return Me
	}
	return Them
}

// colonAt steps over the colon after a label or WHO that ends at byte at, blanks round it and the end of the stars of bold
// or italic included. Where dash is true a dash between blanks counts as one. It reports whether the stars go on.
func colonAt(line string, at int, stars string, dash bool) (begin int, open, ok bool) {
	p := at + space(line[at:])
	if stars != "" && strings.HasPrefix(line[p:], stars) {
		at = p + len(stars)
		p = at + space(line[at:])
		stars = ""
	}
	if p >= len(line) {
		return 0, false, false
	}
	if n := colonSize(line[p:]); n > 0 {
		p += n
		if colonSize(line[p:]) > 0 {
			return 0, false, false // `label::` is another program's
		}
		if stars != "" && strings.HasPrefix(line[p:], stars) {
			return p + len(stars), false, true
		}
		return p, stars != "", true
	}
	if r, n := utf8.DecodeRuneInString(line[p:]); dash && stars == "" && p > at && (r == '-' || r == '–' || r == '—') {
		if b := blanks(line[p+n:]); b > 0 {
			return p + n, false, true
		}
	}
	return 0, false, false
}

// starsAt are the stars or lines of bold or italic at the start of s.
func starsAt(s string) string {
	for _, stars := range [...]string{"***", "**", "__", "*", "_"} {
		if strings.HasPrefix(s, stars) {
			return stars
		}
	}
	return ""
}
