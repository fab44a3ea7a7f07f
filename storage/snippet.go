package storage

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// span of bytes in a text.
type span struct{ from, to int }

// markedText is a body and where in it terms match.
type markedText struct {
	body    string
	starts  []int // of each line, once findLines has found them
	matches []hitSpan
	read    int  // how much of the body was looked through for matches
	parts   bool // the matches inside of words are among them
}

// findLines comes before everything that is asked about lines.
func (t *markedText) findLines() {
	t.starts = make([]int, 1, 1+strings.Count(t.body, "\n"))
	for at := 0; ; {
		next := strings.IndexByte(t.body[at:], '\n')
		if next < 0 {
			return
		}
		at += next + 1
		t.starts = append(t.starts, at)
	}
}

func (t markedText) lines() int { return len(t.starts) }

// lineAt is the number of the line that holds byte at, counted from 1.
func (t markedText) lineAt(at int) int {
	return sort.Search(len(t.starts), func(i int) bool { return t.starts[i] > at })
}

// line is the bytes of a line without its end.
func (t markedText) line(n int) span {
	s := span{t.starts[n-1], len(t.body)}
	if n < len(t.starts) {
		s.to = t.starts[n] - 1
	}
	if s.to > s.from && t.body[s.to-1] == '\r' {
		s.to--
	}
	return s
}

// said is what a line says.
func (t markedText) said(n int) string {
	s := t.line(n)
	return t.body[s.from:s.to]
}

func (t markedText) blank(n int) bool { return strings.TrimSpace(t.said(n)) == "" }

// termsSaid are the terms that a line says, as words or the beginnings of words and inside of them.
type termsSaid struct{ words, inside termSet }

// saying goes through the lines that hold a match, in order, with the terms that they say.
func (t markedText) saying() iter.Seq2[int, termsSaid] {
	return func(yield func(int, termsSaid) bool) {
		for at := 0; at < len(t.matches); {
			line := t.lineAt(t.matches[at].from)
			to := t.line(line).to
			said := termsSaid{}
			for ; at < len(t.matches) && t.matches[at].from < to; at++ {
				if m := t.matches[at]; m.part {
					said.inside |= 1 << m.term
				} else {
					said.words |= 1 << m.term
				}
			}
			if !yield(line, said) {
				return
			}
		}
	}
}

// matchesIn are the matches of a line; those inside of words only of terms that it says no other way.
func (t markedText) matchesIn(whole span) []hitSpan {
	all := t.allIn(whole)
	inWords, parts := termSet(0), false
	for _, m := range all {
		if parts = parts || m.part; !m.part {
			inWords |= 1 << m.term
		}
	}
	if inWords == 0 || !parts {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(m hitSpan) bool { return m.part && inWords&(1<<m.term) != 0 })
}

func (t markedText) allIn(whole span) []hitSpan {
	from := sort.Search(len(t.matches), func(i int) bool { return t.matches[i].from >= whole.from })
	to := from
	for to < len(t.matches) && t.matches[to].from < whole.to {
		to++
	}
	return t.matches[from:to]
}

// inOneLine reports whether a line that may be shown says all of the terms.
func (t markedText) inOneLine(all termSet, may func(int) bool) bool {
	if t.starts == nil {
		t.findLines()
	}
	for line, said := range t.saying() {
		if said.words|said.inside == all && (may == nil || may(line)) {
			return true
		}
	}
	return false
}

// How much of a long line is shown before and after its first match, in bytes.
const (
	showBefore = 60
	showAfter  = 140
)

// snippet is the text of a line round its first match. It holds no other line, which might not be for everybody's eyes.
func (t markedText) snippet(n int) []notes.SnippetRun {
	whole := t.line(n)
	first, matches := whole.from, t.matchesIn(whole)
	if len(matches) > 0 {
		first = matches[0].from
	}
	cut := span{t.wordAfter(whole, first-showBefore), t.wordBefore(whole, first+showAfter)}
	if cut.to <= first {
		cut.to = whole.to // one word longer than everything that is shown
	}
	if cut.from > first {
		cut.from = first
	}
	return t.runs(whole, cut, matches)
}

func (t markedText) runs(whole, cut span, matches []hitSpan) []notes.SnippetRun {
	runs := make([]notes.SnippetRun, 0, 2*len(matches)+3)
	add := func(text string, match bool) {
		if text == "" {
			return
		}
		if n := len(runs); n > 0 && runs[n-1].Match == match {
			runs[n-1].Text += text
			return
		}
		runs = append(runs, notes.SnippetRun{Text: text, Match: match})
	}
	if cut.from > whole.from {
		add("…", false)
	}
	at := cut.from
	for _, m := range matches {
		if m.from < at || m.from >= cut.to {
			continue
		}
		add(t.body[at:m.from], false)
		at = min(m.to, cut.to)
		add(t.body[m.from:at], true)
	}
	add(t.body[at:cut.to], false)
	if cut.to < whole.to {
		add("…", false)
	}
	return runs
}

// wordAfter is the start of the first word from byte at on.
func (t markedText) wordAfter(whole span, at int) int {
	if at <= whole.from {
		return whole.from
	}
	for at < whole.to && !utf8.RuneStart(t.body[at]) {
		at++
	}
	blank := strings.IndexFunc(t.body[at:whole.to], unicode.IsSpace)
	if blank < 0 {
		return at
	}
	return at + blank + 1
}

// wordBefore is the end of the last word before byte at.
func (t markedText) wordBefore(whole span, at int) int {
	if at >= whole.to {
		return whole.to
	}
	for at > whole.from && !utf8.RuneStart(t.body[at]) {
		at--
	}
	if blank := strings.LastIndexFunc(t.body[whole.from:at], unicode.IsSpace); blank >= 0 {
		return whole.from + blank
	}
	return at
}
