package notes

import (
	"slices"
	"strings"
)

// Projection is a note as the meeting view shows it: without its private blocks and without labelled lines that name
// somebody else. What is shown can be edited and put back; what is not shown keeps its text and its place. What a line
// is was decided when the projection was made: a line stays in view while it is typed, whatever it becomes, until Fold
// takes it out of view. A Projection never changes; Apply, Edit and Fold return the next one.
type Projection struct {
	lines  []string // of the body, with the CR before an LF
	hidden []bool
	folded []bool // hidden by Fold: written in this view, so that undo may bring it back
}

// Project hides what the note's person should not see beside the manager.
func Project(body string, in Context) Projection {
	s := newSheet(body)
	p := Projection{lines: strings.Split(body, "\n"), hidden: s.hidden, folded: make([]bool, len(s.hidden))}
	for i, line := range s.lines {
		if !p.hidden[i] && (slices.ContainsFunc(piecesOf(line), in.namesOthers) || in.namedOthers(line)) {
			p.hidden[i] = true
		}
	}
	return p
}

// namesOthers reports whether a labelled line names somebody besides the note's person and me, even where nothing can be
// filed from it yet.
func (in Context) namesOthers(line string) bool {
	if h, ok := in.readHeading(line); ok {
		for _, id := range h.who.ids {
			if id != in.Person && id != in.Me {
				return true
			}
		}
		return h.labelAt.empty() && h.whoAt.empty() && in.manyCalled(line[h.after:])
	}
	name, ok := in.unreadName(line)
	return ok && len(in.Names.Find(name, in.Person)) > 0
}

// namedOthers reports whether a line was about somebody besides the note's person and me before an update.
func (in Context) namedOthers(line string) bool {
	return slices.ContainsFunc(in.Earlier[line], func(it *Item) bool {
		return it != nil && slices.ContainsFunc(it.People, func(id PersonID) bool { return id != in.Person && id != in.Me })
	})
}

// manyCalled reports whether text begins with a name that several people have, and a colon.
func (in Context) manyCalled(text string) bool {
	end := strings.IndexAny(text, nameForbids)
	return end > 0 && colonSize(text[end:]) > 0 && len(in.Names.Find(text[:end], in.Person)) > 1
}

// Text is what is shown.
func (p Projection) Text() string { return strings.Join(p.visible(), "\n") }

// Body is the whole text.
func (p Projection) Body() string { return strings.Join(p.lines, "\n") }

// Folded is how many lines that hold something are left out.
func (p Projection) Folded() int { return len(p.FoldedLines()) }

// FoldedLines are the lines that hold something and are left out.
func (p Projection) FoldedLines() []string {
	var lines []string
	for i, line := range p.lines {
		if p.hidden[i] && !isBlank(line) {
			lines = append(lines, line)
		}
	}
	return lines
}

func (p Projection) visible() []string {
	var lines []string
	for i, line := range p.lines {
		if !p.hidden[i] {
			lines = append(lines, line)
		}
	}
	return lines
}

// BodyLine is the line of the body, counted from 1, that line n of the shown text is; 0 where there is none.
func (p Projection) BodyLine(n int) int {
	for i, hidden := range p.hidden {
		if !hidden {
			if n--; n == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// VisibleLine is the line of the shown text, counted from 1, that line n of the body is; false where it is not shown.
func (p Projection) VisibleLine(n int) (int, bool) {
	if n < 1 || n > len(p.lines) || p.hidden[n-1] {
		return 0, false
	}
	line := 0
	for _, hidden := range p.hidden[:n] {
		if !hidden {
			line++
		}
	}
	return line, true
}

// Apply puts an edited text back: it returns the body and the projection that shows the edited text. A hidden line
// stays before the line that it stood before, or after the one it stood after where that one is gone; and never just
// before a new line that is indented deeper, which would be taken for a part of a private block. Lines that Fold hid were
// written here, so that these go on where they stood: after the lines before them, with what is indented below.
func (p Projection) Apply(visible string) (string, Projection) {
	was := p.visible()
	if visible == strings.Join(was, "\n") {
		return p.Body(), p
	}
	now := strings.Split(visible, "\n")
	gaps, end := newGaps(was, now, p.depths(len(was)))
	next := Projection{}
	at, seen := 0, 0 // lines taken from now; shown lines passed in p
	show := func(to int) {
		for ; at < to; at++ {
			next.add(now[at], false, false)
		}
	}
	for i, line := range p.lines {
		if !p.hidden[i] {
			seen++
			continue
		}
		if seen == len(was) && p.folded[i] {
			show(end)
		} else {
			show(gaps[seen])
		}
		next.add(line, true, p.folded[i])
	}
	show(len(now))
	return next.Body(), next
}

// add appends a line.
func (p *Projection) add(line string, hidden, folded bool) {
	p.lines, p.hidden, p.folded = append(p.lines, line), append(p.hidden, hidden), append(p.folded, folded)
}

// depths says for each gap between n shown lines how deep the private block is that ends there; -1 where none does.
func (p Projection) depths(n int) []int {
	depths := make([]int, n+1)
	seen, depth := 0, -1
	for i, line := range p.lines {
		switch {
		case !p.hidden[i]:
			depths[seen], depth = depth, -1
			seen++
		case p.folded[i] && !blankLine(line) && (depth < 0 || depthOf(line) <= depth):
			depth = -1 // what is indented below a line that was folded as it was typed is no part of it
		default:
			depth = blockAfter(line, depth)
		}
	}
	depths[n] = depth
	return depths
}

// blockAfter is how deep the private block is that is open after a line, where one of this depth was open before it; -1
// where none is.
func blockAfter(line string, depth int) int {
	for _, piece := range piecesOf(line) {
		if blankLine(piece) || depth >= 0 && depthOf(piece) > depth {
			continue
		}
		if depth = -1; beginsPrivate(piece) {
			depth = depthOf(piece)
		}
	}
	return depth
}

// newGaps says for each gap between old lines (gap i stands before line i, the last one at the end) before which new
// line it stands now. end is where the last gap stands for lines that stay after what they stood after.
func newGaps(was, now []string, depths []int) (gaps []int, end int) {
	m := pairLines(was, now)
	fresh := newLines(m, len(now))
	inside := make([]int, len(was)+1) // for a gap within a change
	for _, h := range hunksOf(was, now, m) {
		for i := h.from; i <= h.to; i++ {
			inside[i] = h.at + min(i-h.from, len(h.lines))
		}
		if h.to-h.from == len(h.lines) { // lines were changed one for one
			for i := h.from; i < h.to; i++ {
				m[i] = h.at + i - h.from
			}
		}
	}
	gaps = make([]int, len(was)+1)
	for i := range gaps {
		switch {
		case i < len(was) && m[i] >= 0:
			gaps[i] = m[i]
		case i > 0 && m[i-1] >= 0:
			gaps[i] = m[i-1] + 1
		default:
			gaps[i] = inside[i]
		}
		if i > 0 {
			gaps[i] = max(gaps[i], gaps[i-1])
		}
		if i == len(was) {
			end, gaps[i] = gaps[i], len(now)
		}
		gaps[i] = pastDeeper(now, fresh, gaps[i], depths[i])
	}
	return gaps, end
}

// pairLines is matchLines where lines came, went or moved. Otherwise each is the line that it was, though it may say now what
// another one says: words were replaced all over, or that was undone.
func pairLines(was, now []string) []int {
	if len(was) != len(now) || linesMoved(was, now) {
		return matchLines(was, now)
	}
	m := make([]int, len(was))
	for i := range m {
		if m[i] = i; was[i] != now[i] {
			m[i] = -1
		}
	}
	return m
}

// linesMoved reports whether a line that stands once in either of two texts of as many lines stands elsewhere in the other.
func linesMoved(was, now []string) bool {
	times, again := map[string]int{}, map[string]int{}
	for i := range was {
		times[was[i]]++
		again[now[i]]++
	}
	for i, line := range was {
		if line != now[i] && times[line] == 1 && again[line] == 1 {
			return true
		}
	}
	return false
}

// newLines marks the lines, of n, that none was matched with.
func newLines(m []int, n int) []bool {
	fresh := slices.Repeat([]bool{true}, n)
	for _, j := range m {
		if j >= 0 {
			fresh[j] = false
		}
	}
	return fresh
}

// pastDeeper moves a gap past new lines that a private block of this depth would take in.
func pastDeeper(now []string, fresh []bool, gap, depth int) int {
	for k := gap; depth >= 0 && k < len(now) && fresh[k]; k++ {
		if blankLine(now[k]) {
			continue
		}
		if depthOf(now[k]) <= depth {
			break
		}
		gap = k + 1
	}
	return gap
}

// Edit applies an edit of the body, such as a tick on another screen. It returns the projection after it and the line
// of the body at which it took place. A line that comes in is shown unless it is private or names somebody else.
func (p Projection) Edit(e LineEdit, in Context) (Projection, int, error) {
	body, line, err := ApplyEdit(p.Body(), e)
	if err != nil {
		return p, 0, err
	}
	next := Projection{lines: strings.Split(body, "\n"), hidden: slices.Clone(p.hidden), folded: slices.Clone(p.folded)}
	switch i := line - 1; {
	case len(next.lines) > len(p.lines):
		next.hidden = slices.Insert(next.hidden, i, Project(body, in).hidden[i])
		next.folded = slices.Insert(next.folded, i, false)
	case len(next.lines) < len(p.lines):
		next.hidden = slices.Delete(next.hidden, i, i+1)
		next.folded = slices.Delete(next.folded, i, i+1)
	}
	return next, line, nil
}
