package widgets

import "strings"

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
	if line >= 0 && line < len(ed.lines) {
		ed.Replace(ed.lines[line], ed.lineEnd(line), with)
	}
}

// InsertLine puts a line before another one, or with the number of lines at the end.
func (ed *Editor) InsertLine(line int, text string) {
	switch {
	case line < 0 || line > len(ed.lines):
	case line < len(ed.lines):
		ed.Replace(ed.lines[line], ed.lines[line], text+"\n")
	default:
		end := ed.lineEnd(len(ed.lines) - 1)
		ed.Replace(end, end, "\n"+text)
	}
}

// DeleteLine takes a line away with its line break.
func (ed *Editor) DeleteLine(line int) {
	switch last := len(ed.lines) - 1; {
	case line < 0 || line > last:
	case line < last:
		ed.Replace(ed.lines[line], ed.lines[line+1], "")
	default:
		ed.Replace(max(0, ed.lines[line]-1), ed.lineEnd(line), "")
	}
}

// Lines is the number of lines.
func (ed *Editor) Lines() int { return len(ed.lines) }

const indentation = "    "

// indent moves the lines that are selected, or the caret's, in or out.
func (ed *Editor) indent(in bool) {
	start, end := ed.entry.selection()
	caret := ed.entry.Caret()
	first, last := ed.lineAt(start), ed.lineAt(end)
	for line := first; line <= last; line++ {
		at := ed.lines[line]
		if in {
			ed.Replace(at, at, indentation)
			if caret == at { // at the start of a line it goes along
				ed.SetCaret(caret + len(indentation))
			}
			continue
		}
		text := string([]rune(ed.entry.Text)[at:ed.lineEnd(line)])
		blanks := len(text) - len(strings.TrimLeft(text, " "))
		ed.Replace(at, at+min(blanks, len(indentation)), "")
	}
}
