package widgets

// Replace puts other text in the place of a span, undoably, whether one types
// here at the moment or not. The caret stays at the words where it was. The
// smallest span that differs is what changes. OnChanged is called once.
func (ed *Editor) Replace(start, end int, with string) {
	old := []rune(ed.Text())
	start = max(0, min(start, len(old)))
	end = max(start, min(end, len(old)))
	put := []rune(with)
	from, to, putTo := difference(old[start:end], put)
	start, end, put = start+from, start+to, put[from:putTo]
	if start == end && len(put) == 0 {
		return
	}
	if ed.reader.shown {
		ed.reader.replace(string(old[:start]) + string(put) + string(old[end:]))
		ed.tell()
		return
	}
	if ed.replaceAround(old, start, end, put) {
		return
	}
	start, end = start-ed.part.runes, end-ed.part.runes
	ed.completion.close()
	caret := moved(ed.entry.Caret(), start, end, len(put))
	spare := ed.spare.shown
	ed.silent = true
	ed.run(func() {
		ed.entry.replaceSpan(stepOther, start, end, string(put))
		if spare {
			ed.spare.add(ed.entry.Text)
		}
		ed.entry.SetCaret(caret)
	})
	ed.silent = false
	ed.tell()
	ed.rest()
}

// Together makes all that act changes by Replace one act to undo and to do again.
func (ed *Editor) Together(act func()) {
	ed.entry.history.together = opening
	act()
	ed.entry.history.together = apart
}

// moved is where a caret belongs after start to end became so many runes.
func moved(caret, start, end, length int) int {
	switch {
	case caret <= start:
		return caret
	case caret >= end:
		return caret + length - (end - start)
	}
	return start + min(caret-start, length)
}

// ReplaceLine changes one line, undoably; with holds no line break.
func (ed *Editor) ReplaceLine(line int, with string) {
	if starts := ed.lineStarts(); line >= 0 && line < len(starts)-1 {
		ed.Replace(starts[line], starts[line+1]-1, with)
	}
}

// InsertLine puts a line before another one, or with the number of lines at the end.
func (ed *Editor) InsertLine(line int, text string) {
	starts := ed.lineStarts()
	switch last := len(starts) - 1; {
	case line < 0 || line > last:
	case line < last:
		ed.Replace(starts[line], starts[line], text+"\n")
	default:
		ed.Replace(starts[last]-1, starts[last]-1, "\n"+text)
	}
}

// DeleteLine takes a line away with its line break.
func (ed *Editor) DeleteLine(line int) {
	starts := ed.lineStarts()
	switch last := len(starts) - 2; {
	case line < 0 || line > last:
	case line < last:
		ed.Replace(starts[line], starts[line+1], "")
	default:
		ed.Replace(max(0, starts[line]-1), starts[line+1]-1, "")
	}
}

// Lines is the number of lines.
func (ed *Editor) Lines() int { return len(ed.lineStarts()) - 1 }

// lineStarts are the offsets at which the lines of the whole text begin, and where the one after the last would.
func (ed *Editor) lineStarts() []int { return lineStarts(ed.Text()+"\n", nil) }
