package widgets

import (
	"sort"
	"strings"
)

// emphasise puts what is selected, or the word at the caret, in bold or italics; what is so already is set back. It is
// one act of writing. Each line is marked for itself, and only where MaySet allows it.
func (ed *Editor) emphasise(marks int) {
	if ed.reader.shown || ed.entry.Disabled() {
		return
	}
	ed.entry.pin()
	start, end := ed.entry.selection()
	backwards, nothing := ed.entry.Caret() == start, start == end
	caret := start
	if nothing {
		if start, end = ed.wordToSet(caret); start == end {
			ed.emptyMarks(caret, strings.Repeat("*", marks))
			return
		}
	}
	edits := ed.emphasisEdits(ed.setPieces(start, end, marks), marks)
	switch from, to := follow(start, edits), followBefore(end, edits); {
	case nothing:
		to = min(follow(caret, edits), to)
		ed.rewriteTo(edits, to, to)
	case backwards:
		ed.rewriteTo(edits, to, from)
	default:
		ed.rewriteTo(edits, from, to)
	}
}

// wordToSet is the word that the caret stands in or at, or what is in bold or italics there.
func (ed *Editor) wordToSet(caret int) (start, end int) {
	text := []rune(ed.entry.Text)
	start, end = wordAround(text, caret)
	if start < end && kindOfRune(text[start]) == runeWord {
		return start, end
	}
	line := ed.lineAt(caret)
	at := ed.lines[line]
	for _, s := range emphasesIn(ed.lineRunes(line)) {
		if at+s.start <= caret && caret <= at+s.end {
			return at + s.start + s.marks, at + s.end - s.marks
		}
	}
	return caret, caret
}

// emptyMarks puts marks on both sides of the caret, or takes the empty ones away that stand there.
func (ed *Editor) emptyMarks(caret int, mark string) {
	text := []rune(ed.entry.Text)
	n := len(mark)
	if caret >= n && caret+n <= len(text) && string(text[caret-n:caret]) == mark && string(text[caret:caret+n]) == mark {
		ed.rewriteTo([]edit{{at: caret - n, drop: 2 * n}}, caret-n, caret-n)
		return
	}
	line := ed.lineAt(caret)
	if begins, _ := listStartOf(ed.lineRunes(line)); caret-ed.lines[line] < begins.end {
		return
	}
	caret = max(caret, ed.lines[line]+headingStart(ed.lineRunes(line)))
	ed.rewriteTo([]edit{{at: caret, with: mark + mark}}, caret+n, caret+n)
}

// headingStart is where the words of a heading begin, 0 in a line that is none.
func headingStart(line []rune) int {
	at := 0
	for at < len(line) && line[at] == '#' {
		at++
	}
	if at == 0 || at > 6 || at == len(line) || line[at] != ' ' {
		return 0
	}
	for at < len(line) && line[at] == ' ' {
		at++
	}
	return at
}

// setPiece is what is to be set of one line.
type setPiece struct {
	line, start, end int // of the line's runes
	set              bool
}

// setPieces are the pieces of the lines that a span stands on.
func (ed *Editor) setPieces(start, end, marks int) (pieces []setPiece) {
	for line := ed.lineAt(start); line < len(ed.lines) && ed.lines[line] < end; line++ {
		text := ed.lineRunes(line)
		begins, _ := listStartOf(text)
		p := setPiece{line: line, start: max(begins.end, start-ed.lines[line]), end: min(len(text), end-ed.lines[line])}
		p.trim(text)
		for _, s := range emphasesIn(text) {
			p.set = p.set || s.has(marks) && p.start < p.end && s.start <= p.start && p.end <= s.end
		}
		if !p.set && p.start < p.end && ed.MaySet != nil {
			p.start, p.end = ed.MaySet(string(text), p.start, p.end, strings.Repeat("*", marks))
			p.trim(text)
		}
		if p.start < p.end {
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// trim takes the blanks at its ends off a piece.
func (p *setPiece) trim(line []rune) {
	for p.start < p.end && isBlankRune(line[p.start]) {
		p.start++
	}
	for p.end > p.start && isBlankRune(line[p.end-1]) {
		p.end--
	}
}

// emphasisEdits set the pieces that are not set yet, or where all are, set them back.
func (ed *Editor) emphasisEdits(pieces []setPiece, marks int) (edits []edit) {
	all := true
	for _, p := range pieces {
		all = all && p.set
	}
	for _, p := range pieces {
		if all || !p.set {
			edits = append(edits, ed.pieceEdits(p, marks)...)
		}
	}
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].at < edits[j].at })
	return edits
}

// pieceEdits take away the marks of what a piece meets, and where the piece is to be set, mark both together.
func (ed *Editor) pieceEdits(p setPiece, marks int) (edits []edit) {
	base := ed.lines[p.line]
	start, end := p.start, p.end
	for _, s := range emphasesIn(ed.lineRunes(p.line)) {
		if s.has(marks) && s.start < p.end && p.start < s.end {
			edits = append(edits, edit{at: base + s.start, drop: marks}, edit{at: base + s.end - marks, drop: marks})
			start, end = min(start, s.start), max(end, s.end)
		}
	}
	if p.set {
		return edits
	}
	mark := strings.Repeat("*", marks)
	return append([]edit{{at: base + start, with: mark}, {at: base + end, with: mark}}, edits...)
}

// followBefore is where an offset stands after edits: before what was put just there.
func followBefore(offset int, edits []edit) int {
	for i, e := range edits {
		if e.at >= offset {
			return follow(offset, edits[:i])
		}
	}
	return follow(offset, edits)
}
