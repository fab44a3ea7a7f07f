package whosecall

import (
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// lesson is a labelled line to learn from, or to see what was learnt.
type lesson struct {
	set, kind, line string
	fires           bool
	rule            string // that fits, "" for none
	cues            []int  // of lessons.names; one that is there twice, twice
}

// lessons are lines with their cues by number.
type lessons struct {
	number map[string]int
	names  []string
	lines  []lesson
}

// handCalls are the kinds of the sets that have both calls and neutral lines which should fire.
var handCalls = map[string]bool{
	"verdict": true, "reported": true, "rule": true, "work": true, "control": true, "prescribed": true, "order": true,
	"order of words": true, "upward": true,
}

// learntFrom are the sets that the weights are learnt from, by the hand that wrote them. The lines of rules.txt are besides.
var learntFrom = map[string][]string{
	"first":  {"dev", "dev2", "dev3", "dev4"},
	"halves": {"calls-dev", "neutral-dev"},
	"more":   {"more"},
	"hand1":  {"hand1"},
	"hand2":  {"hand2"},
}

// writers are the keys of learntFrom in their order.
var writers = []string{"first", "halves", "more", "hand1", "hand2"}

// readLessons reads sets, and the lines of rules.txt as the set "rules".
func readLessons(t testing.TB, sets ...string) *lessons {
	t.Helper()
	l := &lessons{number: map[string]int{}}
	for _, set := range sets {
		switch {
		case set == "rules":
			for _, w := range open().sections {
				for _, e := range w.examples {
					l.add(lesson{set: set, kind: w.title, line: e.text, fires: e.fires}, ana)
				}
			}
		case strings.HasPrefix(set, "hand") || set == "more":
			for _, u := range readUnseen(t, set+".tsv") {
				l.add(lesson{set: set, kind: u.kind, line: u.line, fires: handCalls[u.kind]}, unseenPeople[u.who])
			}
		case strings.HasPrefix(set, "calls-") || strings.HasPrefix(set, "neutral-"):
			for _, u := range readUnseen(t, set+".tsv") {
				l.add(lesson{set: set, kind: u.kind, line: u.line, fires: strings.HasPrefix(set, "calls-")}, unseenPeople[u.who])
			}
		default:
			for _, x := range readSet(t, set+".tsv") {
				l.add(lesson{set: set, kind: x.kind, line: x.line, fires: x.fires}, ana)
			}
		}
	}
	return l
}

// add takes in a line; one that is silent whatever it says, or that has a label, teaches nothing.
func (l *lessons) add(e lesson, p notes.Person) {
	r, label := readerOf(e.line, p, nil)
	if r == nil || label != labelNone {
		l.lines = append(l.lines, e)
		return
	}
	h, _ := r.byRules(label)
	e.rule = h.Rule
	s := r.stretches()
	c := newCues(r)
	for _, part := range s[:min(1, len(s))] {
		c.each(part, func(key []byte) {
			n, ok := l.number[string(key)]
			if !ok {
				n = len(l.names)
				l.number[string(key)] = n
				l.names = append(l.names, string(key))
			}
			e.cues = append(e.cues, n)
		})
	}
	l.lines = append(l.lines, e)
}

// of are the lines of sets, or of all but them, that teach something.
func (l *lessons) of(but bool, sets ...string) []*lesson {
	var some []*lesson
	for i := range l.lines {
		if e := &l.lines[i]; slices.Contains(sets, e.set) != but {
			some = append(some, e)
		}
	}
	return some
}
