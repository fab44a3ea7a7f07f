package widgets

import (
	"sort"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// sync brings everything round the entry up to date with it, and does nothing
// where nothing changed: an editor at rest draws no frame.
func (ed *Editor) sync() {
	if ed.busy || ed.scroll == nil || ed.reader.shown || ed.scroll.Size().IsZero() {
		return
	}
	ed.busy = true
	defer func() { ed.busy = false }()
	ed.fit()
	caret, before := ed.entry.Caret(), ed.seen
	if caret != before.caret || ed.version != before.version || before.inView && before.view != ed.scroll.Size() {
		ed.follow()
	}
	if caret != ed.led.caret {
		ed.unlead()
	}
	ed.find.look()
	now := seen{
		version: ed.version, marking: ed.marking, caret: caret, size: ed.content.Size(), offset: ed.scroll.Offset(),
		focused: ed.Focused(), selected: utf8.RuneCountInString(ed.entry.SelectedText()),
		led: ed.led.on, found: ed.find.count, view: ed.scroll.Size(), inView: ed.caretInView(),
	}
	if now == before {
		return
	}
	if now.version != before.version || now.marking != before.marking {
		ed.markNow()
	}
	ed.seen = now
	ed.paint.draw()
	ed.completion.move()
	if caret != before.caret && ed.OnCursor != nil {
		ed.OnCursor()
	}
}

func (ed *Editor) markNow() {
	ed.marks = nil
	if ed.Marks != nil {
		ed.marks = ed.Marks(ed.entry.Text)
		sort.SliceStable(ed.marks, func(i, j int) bool { return ed.marks[i].Line < ed.marks[j].Line })
	}
}

// MarkAgain asks Marks anew, where what it says depends on more than the text.
func (ed *Editor) MarkAgain() {
	ed.marking++
	ed.sync()
}

// fit makes the entry as tall as its text and at least as tall as what is seen.
func (ed *Editor) fit() {
	view := ed.scroll.Size()
	want := fyne.NewSize(view.Width, fyne.Max(view.Height, ed.textHeight()))
	if ed.content.Size() != want {
		ed.scroll.relayout()
	}
}

// caretInView tells whether the caret's row is seen whole.
func (ed *Editor) caretInView() bool {
	top, offset := ed.rowTop(ed.entry.CursorRow), ed.scroll.Offset()
	return top >= offset && top+ed.lineHeight <= offset+ed.scroll.Size().Height
}

// follow scrolls as little as brings the caret's row into view.
func (ed *Editor) follow() {
	top := ed.rowTop(ed.entry.CursorRow)
	view, offset := ed.scroll.Size().Height, ed.scroll.Offset()
	switch {
	case top-ed.lineHeight < offset:
		offset = fyne.Max(0, top-ed.lineHeight)
	case top+2*ed.lineHeight > offset+view:
		offset = top + 2*ed.lineHeight - view
	default:
		return
	}
	ed.scroll.ScrollTo(offset)
}

// lineStarts appends the offset at which each line begins.
func lineStarts(text string, starts []int) []int {
	starts = append(starts, 0)
	offset := 0
	for _, r := range text {
		offset++
		if r == '\n' {
			starts = append(starts, offset)
		}
	}
	return starts
}

// lineAt is the line that holds an offset.
func (ed *Editor) lineAt(offset int) int {
	return sort.Search(len(ed.lines), func(i int) bool { return ed.lines[i] > offset }) - 1
}

// lineEnd is the offset after a line's last rune, before its line break.
func (ed *Editor) lineEnd(line int) int {
	if line+1 < len(ed.lines) {
		return ed.lines[line+1] - 1
	}
	return utf8.RuneCountInString(ed.whole())
}
