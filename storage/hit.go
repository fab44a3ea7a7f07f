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

// fewLines is how many lines of a note are shown where nothing else is asked for.
const fewLines = 3

// linesWanted is how many lines of a note are wanted, where it has more.
func (s search) linesWanted(id notes.NoteID) int {
	if n := s.Unfolded[id]; n > 0 {
		return n
	}
	if s.Lines > 0 {
		return s.Lines
	}
	return fewLines
}

// hit is what is shown of a note; false where the lines that may be shown do not match.
func (s search) hit(f found) (h notes.Hit, ok bool, err error) {
	h.NoteHead = f.NoteHead
	var filed []notes.Filed
	if s.looksAtLines(f) {
		if filed, err = s.c.filed("WHERE i.note_id = ? ORDER BY i.line, i.person_id", f.ID); err != nil {
			return h, false, err
		}
	}
	s.find.markRest(&f.text)
	f.text.findLines()
	lines, ok := s.linesOf(f, s.mayShow(f, filed))
	if !ok {
		return h, false, nil
	}
	// One line that is folded away takes as much room as the line.
	if most := s.linesWanted(f.ID); len(lines) > most+1 || s.Lines > 0 && len(lines) > most {
		lines, h.More = lines[:most], len(lines)-most
	}
	h.Lines = make([]notes.HitLine, len(lines))
	for i, line := range lines {
		h.Lines[i] = notes.HitLine{Line: line, Snippet: f.text.snippet(line)}
		if at := slices.IndexFunc(filed, func(x notes.Filed) bool { return x.Line == line }); at >= 0 {
			h.Lines[i].Item = &filed[at].Item
		} else if mayBeFiled(f.text.said(line)) {
			*s.filed = append(*s.filed, mayBeFiledLine{f.ID, &h.Lines[i]})
		}
	}
	return h, true, nil
}

// mayBeFiled is false for most lines from which nothing is filed: a label ends at a colon or a dash, and what has none
// begins with a box.
func mayBeFiled(line string) bool {
	return strings.Contains(line, ":") || strings.Contains(line, "：") || strings.Contains(line, "-") || strings.Contains(line, "[") ||
		strings.Contains(line, "–") || strings.Contains(line, "—") || strings.Contains(line, "☐") || strings.Contains(line, "☑")
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

// linesOf are the lines of a note that match: those that say every term, or where none does, all that say one. Every term
// has to stand in a line that may be shown, so that a hit never tells what a hidden line holds; with a label or tag all in
// the same line.
func (s search) linesOf(f found, may func(int) bool) (lines []int, ok bool) {
	if len(s.find.terms) == 0 {
		return s.linesWithoutTerms(f, may)
	}
	var some []int
	said := termSet(0)
	for line, in := range f.text.saying() {
		switch {
		case !may(line):
			continue
		case in == s.find.all:
			lines = append(lines, line)
		case len(lines) == 0:
			some = append(some, line)
		}
		said |= in
	}
	if len(lines) > 0 {
		return lines, true
	}
	return some, said == s.find.all && !s.looksAtItems()
}

// linesWithoutTerms are what is shown of a note that a filter alone found: the lines that it lets pass, or the first.
func (s search) linesWithoutTerms(f found, may func(int) bool) (lines []int, ok bool) {
	filtered := s.looksAtItems() || s.foreign(f)
	for line := 1; line <= f.text.lines(); line++ {
		if !may(line) || f.text.blank(line) {
			continue
		}
		if lines = append(lines, line); !filtered {
			return lines, true
		}
	}
	if len(lines) == 0 && !s.looksAtLines(f) {
		lines = []int{1} // an empty note is found by its day alone
	}
	return lines, len(lines) > 0
}
