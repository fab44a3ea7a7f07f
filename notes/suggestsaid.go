package notes

import (
	"strings"
	"unicode"
)

// said offers what lines say plainly without a label.
func (in Context) said(line string, o opening) (string, Label) {
	rest := line[o.after:trimmedEnd(line)]
	l, text := in.otherWord(rest)
	if l == "" {
		l, text = in.tagged(rest)
	}
	if l == "" && in.asksDeed(rest, line[:o.after]) {
		l, text = Todo, rest
	}
	if l == "" {
		l, text = plainlySaid(rest)
	}
	if l == "" {
		return "", ""
	}
	return line[:o.after] + in.wordFor(l) + ": " + text, l
}

// otherWord reads a word of another language for a label, and what stands behind its colon.
func (in Context) otherWord(s string) (Label, string) {
	at, size := indexColon(s[:min(len(s), 4*longestWord)])
	if at <= 0 || at > longestWord {
		return "", ""
	}
	word := strings.ToLower(strings.TrimSpace(s[:at]))
	if in.Words != nil && in.Words.off[word] {
		return "", ""
	}
	return foreignLabels[word], strings.TrimSpace(s[at+size:])
}

// asksDeed reports whether s begins with what is to be done, and ends in a day by which, or follows an arrow.
func (in Context) asksDeed(s, before string) bool {
	return imperatives.has(firstWord(s)) && (in.hasDue(s) || strings.ContainsAny(before, "→➡👉📌>"))
}

// plainlySaid reads the beginnings that say what a line is.
func plainlySaid(s string) (Label, string) {
	for _, b := range beginnings {
		rest, ok := cutBegin(s, b.begin)
		switch {
		case !ok:
		case b.keep || !strings.HasSuffix(b.begin, " "):
			return b.label, s
		default:
			return b.label, rest
		}
	}
	return "", ""
}

// tagged reads a label that is written as a tag: "#todo send it", "send it #action".
func (in Context) tagged(s string) (Label, string) {
	for _, at := range []int{0, strings.LastIndex(s, " #") + 1} {
		n := tagAt(s[at:])
		if n == 0 || at > 0 && at+n != len(s) {
			continue
		}
		if w, size, ok := in.labelAt(s[at+1:]); ok && size == n-1 && !w.named {
			if text := strings.TrimSpace(s[:at] + s[at+n:]); text != "" {
				return w.kind.Label, text
			}
		}
	}
	return "", ""
}

// handed offers praise of somebody who is thanked by name. Of somebody unknown nothing is offered: the note's person would
// be praised for it.
func (in Context) handed(line string, o opening) (string, Label) {
	s, ok := afterThanks(line[o.after:trimmedEnd(line)])
	if !ok {
		return "", ""
	}
	name, end := in.someone(s)
	if end == 0 {
		return "", ""
	}
	text := strings.TrimLeftFunc(s[end:], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	word := firstWord(text)
	switch why := strings.ToLower(word); {
	case whyWords.has(why) && why != "con":
		text = strings.TrimSpace(text[len(word):])
	case !whyWords.has(why) && !strings.ContainsAny(s[end:min(len(s), end+2)], "-–—,:"):
		return "", ""
	}
	return line[:o.after] + in.wordFor(Praise) + " " + name + ": " + text, Praise
}

// afterThanks is what stands behind the words that thank somebody at the start of s.
func afterThanks(s string) (string, bool) {
	for _, begin := range handings {
		if rest, ok := cutBegin(s, begin); ok {
			return rest, true
		}
	}
	return "", false
}
