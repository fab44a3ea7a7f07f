package storage

import (
	"slices"
	"strings"

	"handback/notes"
)

// candidate is a note that is a hit, before it is shown.
type candidate struct {
	found
	filed  *filedLines         // where lines of it are looked at
	may    func(line int) bool // which lines may be shown, counted from 1; nil where all may
	points float64
}

// looksAtSome reports whether there are notes that match and are hits only where certain lines of them do.
func (s search) looksAtSome() bool {
	return s.Shared || s.looksAtItems() || s.without != nil || s.leavesOutLines()
}

// looksAtLines reports whether a note that matches is a hit only where certain lines of it do.
func (s search) looksAtLines(f found) bool {
	return s.Shared || s.looksAtItems() || s.leavesOutLines() || s.foreign(f)
}

// looksAtItems reports whether only items are looked for.
func (s search) looksAtItems() bool { return s.Label != "" || len(s.tags) > 0 }

// leavesOutLines reports whether some items are left out.
func (s search) leavesOutLines() bool { return len(s.Not.Labels)+len(s.Not.Tags)+len(s.Not.People) > 0 }

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

// matching is what the index is asked for the query.
func (s search) matching(c conjunction) string { return match(s.Query, c, s.certain()) }

// certain is what a note must not say wherever it stands.
func (s search) certain() conjunction {
	if s.without == nil || s.Person != 0 || s.looksAtItems() || s.leavesOutLines() {
		return nil
	}
	return certain(s.without.terms)
}

// considered are those of some notes that match which may be hits, with what is filed from them read.
func (s search) considered(some []found) ([]candidate, error) {
	all := make([]candidate, 0, len(some))
	for _, f := range some {
		if c := (candidate{found: f}); s.consider(&c) {
			all = append(all, c)
		}
	}
	return all, s.readFiled(all)
}

// consider is false for a note that certainly is no hit.
func (s search) consider(c *candidate) bool {
	if s.taken[c.ID] || slices.Contains(s.Not.People, c.Person) {
		return false
	}
	looks := s.looksAtLines(c.found)
	if !looks && s.without == nil {
		return true
	}
	s.find.markRest(&c.text)
	c.text.findLines()
	if looks {
		c.filed = &filedLines{search: s, of: &c.found}
	}
	return !s.looksAtItems() || s.mayBeItem(c)
}

// judge reports whether a note that matches is a hit: whether the lines that may be shown say everything, and nothing that is
// to be left out.
func (s search) judge(c *candidate) (ok bool, err error) {
	if c.filed == nil && s.without == nil {
		return true, nil
	}
	if c.filed != nil {
		c.may = s.mayShow(*c)
	}
	ok = s.without == nil || s.leaveOut(c)
	if ok {
		lines, level := s.linesOf(*c)
		ok = len(lines) > 0 && level <= s.worst()
	}
	if c.filed != nil {
		err = c.filed.err
	}
	return ok && err == nil, err
}

// mayBeItem is false for most notes of which no filed line says everything.
func (s search) mayBeItem(c *candidate) bool {
	if len(s.find.terms) == 0 {
		return true
	}
	for line, said := range c.text.saying() {
		if said.words|said.inside == s.find.all && mayBeFiled(c.text.said(line)) {
			return true
		}
	}
	return false
}

// worst is how well a note has to say everything.
func (s search) worst() level {
	if s.find.inside {
		return insideOnes
	}
	return asWords
}

// leaveOut takes the lines that say what must not be said from those that may be shown, or where it is the notes that count
// reports false for one that has such a line.
func (s search) leaveOut(c *candidate) bool {
	said := map[int]bool{}
	for _, m := range s.without.in(c.text.body) {
		if line := c.text.lineAt(m.from); c.may == nil || c.may(line) {
			said[line] = true
		}
	}
	if len(said) == 0 {
		return true
	}
	if may := c.may; s.looksAtItems() {
		c.may = func(line int) bool { return !said[line] && may(line) }
		return true
	}
	return false
}

// show is what is shown of a hit.
func (s search) show(c candidate) (h notes.Hit) {
	h.NoteHead = c.NoteHead
	s.taken[c.ID] = true
	s.find.markRest(&c.text)
	if !c.text.parts {
		c.text.parts, c.text.matches = true, s.find.withParts(c.text.matches, c.text.body)
	}
	if c.text.starts == nil {
		c.text.findLines()
	}
	lines, _ := s.linesOf(c)
	// One line that is folded away takes as much room as the line.
	if most := s.linesWanted(c.ID); len(lines) > most+1 || s.Lines > 0 && len(lines) > most {
		lines, h.More = lines[:most], len(lines)-most
	}
	h.Lines = make([]notes.HitLine, len(lines))
	for i, line := range lines {
		h.Lines[i] = notes.HitLine{Line: line, Snippet: c.text.snippet(line)}
		if c.filed != nil && c.filed.read {
			if items := c.filed.line(c.text, line); len(items) > 0 {
				h.Lines[i].Item = &items[0].Item
			}
		} else if mayBeFiled(c.text.said(line)) {
			*s.filed = append(*s.filed, mayBeFiledLine{c.ID, c.text.body, &h.Lines[i]})
		}
	}
	return h
}

// mayBeFiled is false for most lines from which nothing is filed: a label ends at a colon or a dash, and what has none
// begins with a box.
func mayBeFiled(line string) bool {
	return strings.Contains(line, ":") || strings.Contains(line, "：") || strings.Contains(line, "-") || strings.Contains(line, "[") ||
		strings.Contains(line, "–") || strings.Contains(line, "—") || strings.Contains(line, "☐") || strings.Contains(line, "☑")
}

// mayShow tells of each line, counted from 1, whether it may be shown and looked at.
func (s search) mayShow(c candidate) func(line int) bool {
	text, filed := c.text, c.filed
	var hidden []bool
	if s.Shared {
		if s.foreign(c.found) {
			return func(int) bool { return false }
		}
		hidden = notes.HiddenFromThem(text.body)
	}
	filtered := s.foreign(c.found) || s.looksAtItems()
	return func(line int) bool {
		if s.Shared && (line > len(hidden) || hidden[line-1]) {
			return false
		}
		items := filed.line(text, line)
		switch {
		case filed.err != nil || s.Shared && slices.ContainsFunc(items, s.namesOther):
			return false
		case filtered && !slices.ContainsFunc(items, s.asksFor):
			return false
		}
		return !s.leavesOutLines() || !slices.ContainsFunc(items, s.leavesOut)
	}
}

// namesOther reports whether an item is about anybody but the person who is looked for.
func (s search) namesOther(x filedItem) bool { return x.person != s.Person }

// asksFor reports whether an item is one of those that the query is limited to.
func (s search) asksFor(x filedItem) bool {
	if s.Person != 0 && x.person != s.Person || s.Label != "" && x.Label != s.Label {
		return false
	}
	return !slices.ContainsFunc(s.tags, func(tag string) bool { return !slices.Contains(x.Tags, tag) })
}

// leavesOut reports whether an item is one of those that the query leaves out.
func (s search) leavesOut(x filedItem) bool {
	return slices.Contains(s.Not.Labels, x.Label) || slices.Contains(s.Not.People, x.person) ||
		slices.ContainsFunc(s.Not.Tags, func(tag string) bool { return slices.Contains(x.Tags, notes.Tag(tag)) })
}

// level is how well lines say everything that is looked for.
type level int

// Each term as a word or the beginning of one; some only inside words; not everything.
const (
	asWords level = iota
	insideOnes
	notAll
)

// linesOf are the lines of a note that match: those that say every term, as words before inside of words, or where none does,
// all that say one. Every term has to stand in a line that may be shown, so that a hit never tells what a hidden line holds;
// with a label or tag all in the same line.
func (s search) linesOf(c candidate) (lines []int, how level) {
	if len(s.find.terms) == 0 {
		return s.linesWithoutTerms(c), asWords
	}
	var all, allInside, some, someInside []int
	said, saidInside := termSet(0), termSet(0)
	for line, in := range c.text.saying() {
		if c.may != nil && !c.may(line) {
			continue
		}
		switch both := in.words | in.inside; {
		case in.words == s.find.all:
			all = append(all, line)
		case both == s.find.all:
			allInside = append(allInside, line)
		case in.words != 0:
			some = append(some, line)
		default:
			someInside = append(someInside, line)
		}
		said, saidInside = said|in.words, saidInside|in.inside
	}
	switch everything := said|saidInside == s.find.all; {
	case s.looksAtItems() && len(all)+len(allInside) == 0, !everything:
		return nil, notAll
	case s.looksAtItems() && len(all) == 0, said != s.find.all:
		how = insideOnes
	}
	switch {
	case len(all)+len(allInside) > 0:
		return append(all, allInside...), how
	case how == insideOnes:
		lines = append(some, someInside...)
		slices.Sort(lines)
		return lines, how
	}
	return some, how
}

// linesWithoutTerms are what is shown of a note that a filter alone found: the lines that it lets pass, or the first.
func (s search) linesWithoutTerms(c candidate) (lines []int) {
	filtered := s.looksAtItems() || s.foreign(c.found)
	for line := 1; line <= c.text.lines(); line++ {
		if c.may != nil && !c.may(line) || c.text.blank(line) {
			continue
		}
		if lines = append(lines, line); !filtered {
			return lines
		}
	}
	if len(lines) == 0 && c.may == nil {
		lines = []int{1} // an empty note is found by its day alone
	}
	return lines
}
