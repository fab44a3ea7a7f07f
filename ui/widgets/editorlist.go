package widgets

import "strings"

// newLine does what Return does in a list, as one act of writing: the next line begins as this one does, and on a line
// with nothing written the list ends, a level at a time. It returns false where Return is a line break and no more.
//
// What Hidden hides stays hidden: of the ways to go on the first is taken that shows nothing of it.
func (ed *Editor) newLine() bool {
	ed.entry.pin()
	start, end := ed.entry.selection()
	line := ed.lineAt(start)
	text := ed.lineRunes(line)
	at := start - ed.lines[line]
	begins, ok := listStartOf(text)
	if !ok || at < begins.end {
		return false
	}
	if start == end && begins.empty(text) {
		return ed.endList(line, begins)
	}
	all := []rune(ed.entry.Text)
	for end < len(all) && all[end] == ' ' { // they would stand before what goes on
		end++
	}
	for _, next := range []string{begins.next(), begins.at(begins.indent + len(indentation))} {
		if ed.write(start, end, "\n"+next) {
			return true
		}
	}
	return false
}

// oneMarker leaves of two list markers in a row the second: who types "- " on a line that Return has begun with one means one.
func (ed *Editor) oneMarker() {
	caret := ed.entry.Caret()
	line := ed.lineAt(caret)
	text := ed.lineRunes(line)
	first, ok := listStartOf(text)
	if !ok || caret-ed.lines[line] != len(text) || first.end == len(text) {
		return
	}
	second, ok := listStartOf(text[first.end:])
	from := first.indent
	switch {
	case !ok || second.indent > 0 || first.end+second.end != len(text):
		return
	case second.marker == "" && !first.boxed:
		return
	case second.marker == "": // a box for a box
		from += len([]rune(first.marker + first.gap))
	}
	moves := []edit{{at: ed.lines[line] + from, drop: first.end - from}}
	if !ed.uncovers(moves, line, line) {
		ed.rewrite(moves, caret, caret)
	}
}

// endList takes what begins an empty line of a list away; below another line of the list it becomes that one's next.
func (ed *Editor) endList(line int, begins listStart) bool {
	from, to := ed.lines[line], ed.lineEnd(line)
	if parent, ok := ed.parentOf(line, begins); ok && ed.write(from, to, parent.next()) {
		return true
	}
	return ed.write(from, to, "")
}

// parentOf is how the line of the list begins that a deeper one stands below.
func (ed *Editor) parentOf(line int, of listStart) (listStart, bool) {
	for line--; line >= 0 && of.indent > 0; line-- {
		l, ok := listStartOf(ed.lineRunes(line))
		if !ok {
			break
		}
		if l.indent < of.indent {
			return l, true
		}
	}
	return listStart{}, false
}

// write puts text in the place of a span of the entry with the caret after it, unless it would show what is hidden, or
// hide more than the span.
func (ed *Editor) write(start, end int, text string) bool {
	old := []rune(ed.entry.Text)
	was, gone := ed.shows(ed.Text()), ed.shows(string(old[start:end]))
	now := ed.shows(ed.part.head + string(exchanged(old, start, end, []rune(text))) + ed.part.tail)
	if now > was || now < was-gone {
		return false
	}
	ed.run(func() { ed.entry.replaceSpan(stepOther, start, end, text) })
	return true
}

// shows is how much is written on the lines that Hidden does not hide.
func (ed *Editor) shows(text string) (runes int) {
	if ed.Hidden == nil {
		return 0
	}
	lines := strings.Split(text, "\n")
	for i, hidden := range ed.Hidden(text) {
		if hidden || i >= len(lines) {
			continue
		}
		line := []rune(lines[i])
		begins, _ := listStartOf(line)
		for _, r := range line[min(len(line), begins.end):] {
			if !isBlankRune(r) {
				runes++
			}
		}
	}
	return runes
}

const indentation = "    "

// indent moves the lines that are selected, or the caret's, in or out, as one act of writing. A line that Hidden hides and
// that is not moved itself stays hidden, or nothing is moved.
func (ed *Editor) indent(in bool) {
	if ed.reader.shown || ed.entry.Disabled() {
		return
	}
	ed.entry.pin()
	start, end := ed.entry.selection()
	anchor, caret := start, end
	if ed.entry.Caret() == start {
		anchor, caret = end, start
	}
	first, last := ed.lineAt(start), ed.lineAt(end)
	if last > first && ed.lines[last] == end { // selected up to its start only
		last--
	}
	var moves []edit
	for line := first; line <= last; line++ {
		at, text := edit{at: ed.lines[line]}, string(ed.lineRunes(line))
		blanks := len(text) - len(strings.TrimLeft(text, " "))
		switch {
		case !in:
			at.drop = min(blanks, len(indentation))
		case first == last || blanks < len(text):
			at.with = indentation
		}
		moves = append(moves, at)
	}
	if ed.uncovers(moves, first, last) {
		return
	}
	ed.rewrite(moves, anchor, caret)
}

// uncovers reports whether a change that keeps the number of lines shows one that Hidden hides, but for those that it
// is made on.
func (ed *Editor) uncovers(moves []edit, first, last int) bool {
	if ed.Hidden == nil {
		return false
	}
	before := ed.part.head + ed.entry.Text + ed.part.tail
	after := ed.part.head + edited(ed.entry.Text, moves) + ed.part.tail
	was, is := ed.Hidden(before), ed.Hidden(after)
	for i, hidden := range was {
		on := i >= ed.part.lines+first && i <= ed.part.lines+last
		if hidden && !on && i < len(is) && !is[i] {
			return true
		}
	}
	return false
}

// edit is one place of a change: from an offset on runes are dropped, and others stand there.
type edit struct {
	at, drop int
	with     string
}

// edited is a text after edits, which stand in the order of the text.
func edited(text string, edits []edit) string {
	old := []rune(text)
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(string(old[at:e.at]))
		b.WriteString(e.with)
		at = e.at + e.drop
	}
	b.WriteString(string(old[at:]))
	return b.String()
}

// follow is where an offset stands after edits: behind what was put just there.
func follow(offset int, edits []edit) int {
	by := 0
	for _, e := range edits {
		if offset < e.at {
			break
		}
		by += len([]rune(e.with)) - min(e.drop, offset-e.at)
	}
	return offset + by
}

// rewrite makes edits of the entry as one act of writing; what was selected stays selected.
func (ed *Editor) rewrite(edits []edit, anchor, caret int) {
	ed.rewriteTo(edits, follow(anchor, edits), follow(caret, edits))
}

// rewriteTo makes edits of the entry as one act of writing, and selects from anchor to caret.
func (ed *Editor) rewriteTo(edits []edit, anchor, caret int) {
	was := ed.entry.Text
	now := edited(was, edits)
	if now == was {
		return
	}
	ed.completion.close()
	ed.run(func() {
		start, end, newEnd := difference([]rune(was), []rune(now))
		ed.entry.replaceSpan(stepOther, start, end, string([]rune(now)[start:newEnd]))
		ed.entry.selectSpan(anchor, caret)
	})
}
