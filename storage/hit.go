package storage

import (
	"slices"

	"handback/notes"
)

// looksAtLines reports whether a note that matches is a hit only where certain lines of it do.
func (s search) looksAtLines() bool {
	return s.Shared || s.Label != "" || s.Tag != "" || s.Person != 0
}

// hit is what is shown of a note; false where none of the lines that may be shown matches.
func (s search) hit(f found) (notes.Hit, bool, error) {
	h := notes.Hit{NoteHead: f.NoteHead}
	filed, err := s.c.filed("WHERE i.note_id = ? ORDER BY i.line, i.person_id", f.ID)
	if err != nil {
		return h, false, err
	}
	text := newMarkedText(f.body, f.marked)
	may := s.mayShow(f, filed, text)
	line, ok, err := s.lineOf(f, text, may)
	if err != nil || !ok {
		return h, false, err
	}
	h.Line = line
	h.Snippet = text.snippet(line)
	if i := slices.IndexFunc(filed, func(x notes.Filed) bool { return x.Line == line }); i >= 0 {
		h.Item = &filed[i].Item
	}
	return h, true, nil
}

// mayShow tells of each line, counted from 1, whether it may be shown and looked at.
func (s search) mayShow(f found, filed []notes.Filed, text markedText) func(line int) bool {
	about := func(line int, ok func(notes.Filed) bool) bool {
		return slices.ContainsFunc(filed, func(x notes.Filed) bool { return x.Line == line && ok(x) })
	}
	foreign := s.Person != 0 && f.Person != s.Person
	filtered := s.Label != "" || s.Tag != ""
	tag := plainTag(s.Tag)
	var hidden []bool
	if s.Shared {
		hidden = notes.Hidden(f.body)
	}
	return func(line int) bool {
		if s.Shared && (foreign || line > len(hidden) || hidden[line-1] || about(line, func(x notes.Filed) bool { return x.Person != s.Person })) {
			return false
		}
		if !foreign && !filtered {
			return true
		}
		return about(line, func(x notes.Filed) bool {
			return (s.Person == 0 || x.Person == s.Person) && (s.Label == "" || x.Label == s.Label) &&
				(tag == "" || slices.Contains(x.Tags, tag))
		})
	}
}

// lineOf is the line to show of a note. Where not every line may be shown, every word that was searched for has to stand
// in one that may: a hit must not tell that a hidden line holds a word.
func (s search) lineOf(f found, text markedText, may func(int) bool) (int, bool, error) {
	lines := text.matched()
	if len(lines) == 0 { // a filter alone
		for line := 1; line <= text.lines(); line++ {
			if may(line) && (s.looksAtLines() || !text.blank(line)) {
				return line, true, nil
			}
		}
		return 1, !s.looksAtLines(), nil
	}
	lines = slices.DeleteFunc(lines, func(line int) bool { return !may(line) })
	if len(lines) == 0 {
		return 0, false, nil
	}
	if !s.looksAtLines() {
		return lines[0], true, nil
	}
	return s.everyWord(f, lines, may)
}

// everyWord looks for each word by itself in the lines that may be shown; with a label or tag all in the same line.
func (s search) everyWord(f found, lines []int, may func(int) bool) (int, bool, error) {
	terms := bodyTerms(s.Text)
	if len(terms) == 1 {
		return lines[0], true, nil
	}
	together := lines
	for _, term := range terms {
		one, err := list(s.c, foundMatch+"AND s.rowid = ?2", []any{"body : " + term, f.place}, scanFound)
		if err != nil || len(one) == 0 {
			return 0, false, err
		}
		has := slices.DeleteFunc(newMarkedText(one[0].body, one[0].marked).matched(), func(line int) bool { return !may(line) })
		if len(has) == 0 {
			return 0, false, nil
		}
		together = slices.DeleteFunc(together, func(line int) bool { return !slices.Contains(has, line) })
	}
	if len(together) > 0 {
		return together[0], true, nil
	}
	return lines[0], s.Label == "" && s.Tag == "", nil
}
