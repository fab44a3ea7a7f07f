package whosecall

import (
	"testing"

	"handback/notes"
)

// find is what the rules alone say of a line, with the way that fits, nil for none.
func find(line string, p notes.Person) (Hit, *way) {
	r, label := readerOf(line, p, nil)
	if r == nil {
		return Hit{}, nil
	}
	return r.byRules(label)
}

// TestRules runs the + and - lines of rules.txt. Of a way, a + line fires by it and a - line is silent. Of a guard or of
// phrases, the line is read otherwise without them: a - line would fire, a + line would not fire by what it fires by.
func TestRules(t *testing.T) {
	for _, w := range open().sections {
		t.Run(w.title, func(t *testing.T) {
			if len(w.examples) == 0 {
				t.Errorf("rules.txt, line %d: no line with + or -", w.section.line)
			}
			for _, e := range w.examples {
				t.Run(e.text, func(t *testing.T) { checkExample(t, w, e) })
			}
		})
	}
}

func checkExample(t *testing.T, w *way, e example) {
	_, by := find(e.text, ana)
	switch {
	case by != nil && !e.fires:
		t.Fatalf("rules.txt, line %d: it fires by [%s]", e.number, by.title)
	case by == nil && e.fires:
		t.Fatalf("rules.txt, line %d: it is silent", e.number)
	}
	if !w.helps() {
		if e.fires && by != w {
			t.Errorf("rules.txt, line %d: it fires by [%s]", e.number, by.title)
		}
		return
	}
	without(w, func() {
		if _, now := find(e.text, ana); now == by {
			t.Errorf("rules.txt, line %d: it is read the same without [%s]", e.number, w.title)
		}
	})
}

// helps reports whether a section is no way of its own: a guard, phrases, or what silences a rule.
func (w *way) helps() bool { return w.kind() == "guard" || w.kind() == "phrases" || w.silences }

// without runs what is done while a section has nothing to say.
func without(w *way, do func()) {
	was := *w
	w.rules, w.silences = nil, false
	w.before = append([]condition{{holds: func(*reader, fit) bool { return false }}}, w.before...)
	if w.kind() == "phrases" {
		phrasesWere := *w.says
		*w.says = phrases{line: phrasesWere.line, look: phrasesWere.look}
		defer func() { *w.says = phrasesWere }()
	}
	defer func() { *w = was }()
	do()
}
