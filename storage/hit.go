package storage

import (
	"slices"
	"strings"

	"handback/notes"
)

// looksAtLines reports whether a note that matches is a hit only where certain lines of it do.
func (s search) looksAtLines(f found) bool { return s.Shared || s.looksAtItems() || s.foreign(f) }

// looksAtItems reports whether only items are looked for.
func (s search) looksAtItems() bool { return s.Label != "" || s.Tag != "" }

// foreign reports whether a note is another person's than the one looked for: of it only what is about them counts.
func (s search) foreign(f found) bool { return s.Person != 0 && f.Person != s.Person }

// hit is what is shown of a note.
type hit struct {
	notes.Hit
	mayBeFiled bool // an item may be filed from its line
}

// hit is what is shown of a note; false where the lines that may be shown do not match.
func (s search) hit(f found) (h hit, ok bool, err error) {
	h.NoteHead = f.NoteHead
	var filed []notes.Filed
	if s.looksAtLines(f) {
		if filed, err = s.c.filed("WHERE i.note_id = ? ORDER BY i.line, i.person_id", f.ID); err != nil {
			return h, false, err
		}
	}
	f.text.findLines()
	if h.Line, ok = s.lineOf(f, s.mayShow(f, filed)); !ok {
		return h, false, nil
	}
	h.Snippet = f.text.snippet(h.Line)
	h.mayBeFiled = mayBeFiled(f.text.said(h.Line))
	if i := slices.IndexFunc(filed, func(x notes.Filed) bool { return x.Line == h.Line }); i >= 0 {
		h.Item = &filed[i].Item
	}
	return h, true, nil
}

// mayBeFiled is false for most lines from which nothing is filed: a label ends at a colon or a dash, and what has none
// begins with a box.
func mayBeFiled(line string) bool {
	return strings.Contains(line, ":") || strings.Contains(line, "：") || strings.Contains(line, "-") || strings.Contains(line, "[") ||
		strings.Contains(line, "–") || strings.Contains(line, "—")
}

// mayShow tells of each line, counted from 1, whether it may be shown and looked at.
func (s search) mayShow(f found, filed []notes.Filed) func(line int) bool {
	if !s.looksAtLines(f) {
		return func(int) bool { return true }
	}
	var hidden []bool
	if s.Shared {
		if s.foreign(f) {
			return func(int) bool { return false }
		}
		hidden = notes.Hidden(f.text.body)
	}
	filtered := s.foreign(f) || s.looksAtItems()
	return func(line int) bool {
		if s.Shared && (line > len(hidden) || hidden[line-1] || s.namesOthers(filed, line)) {
			return false
		}
		return !filtered || slices.ContainsFunc(filed, func(x notes.Filed) bool { return x.Line == line && s.asksFor(x) })
	}
}

// namesOthers reports whether a line is about anybody but the person who is looked for.
func (s search) namesOthers(filed []notes.Filed, line int) bool {
	return slices.ContainsFunc(filed, func(x notes.Filed) bool { return x.Line == line && x.Person != s.Person })
}

// asksFor reports whether an item is one of those that the query is limited to.
func (s search) asksFor(x notes.Filed) bool {
	return (s.Person == 0 || x.Person == s.Person) && (s.Label == "" || x.Label == s.Label) &&
		(s.Tag == "" || slices.Contains(x.Tags, plainTag(s.Tag)))
}

// lineOf is the line to show of a note: the first that says every term, or else any. Every term has to stand in a line
// that may be shown, so that a hit never tells what a hidden line holds; with a label or tag all in the same line.
func (s search) lineOf(f found, may func(int) bool) (int, bool) {
	if len(s.find.terms) == 0 {
		return s.firstLine(f, may)
	}
	first, said := 0, termSet(0)
	for _, line := range f.text.matched() {
		if !may(line) {
			continue
		}
		in := f.text.termsIn(line)
		if in == s.find.all {
			return line, true
		}
		if first == 0 {
			first = line
		}
		said |= in
	}
	return first, said == s.find.all && !s.looksAtItems()
}

// firstLine is what is shown of a note where a filter alone found it.
func (s search) firstLine(f found, may func(int) bool) (int, bool) {
	for line := 1; line <= f.text.lines(); line++ {
		if may(line) && !f.text.blank(line) {
			return line, true
		}
	}
	return 1, !s.looksAtLines(f) // an empty note is found by its day alone
}
