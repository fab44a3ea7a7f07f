package widgets

import (
	"cmp"
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// painter draws the marks of an Editor for the rows that are seen: tints and
// icons behind the entry's text, over it the same words in their colours.
// What is drawn already is used again, so that a key costs what it changes.
type painter struct {
	ed          *Editor
	under, over *fyne.Container
	drawn       map[drawing][]fyne.CanvasObject // by what they are
	left        map[drawing][]fyne.CanvasObject // of the last time, not yet used again

	runes   []rune // the text, as of version
	version int
	literal []bool // lines in closed fences; nil where there are none
}

// drawing is what an object is, but for its place.
type drawing struct {
	text   string // or an icon's name
	kind   drawingKind
	color  color.NRGBA
	radius float32
	size   float32 // of a text; 0 is the editor's
}

type drawingKind int

const (
	drawBox drawingKind = iota
	drawText
	drawBold
	drawSlanted
	drawIcon
	drawRing
)

func newPainter(ed *Editor) *painter {
	return &painter{ed: ed, under: container.NewWithoutLayout(), over: container.NewWithoutLayout(), version: -1}
}

// clear forgets what is drawn: its colours are others now.
func (p *painter) clear() { p.drawn, p.left = nil, nil }

func (p *painter) draw() {
	p.left, p.drawn = p.drawn, map[drawing][]fyne.CanvasObject{}
	p.under.Objects, p.over.Objects = p.under.Objects[:0:0], p.over.Objects[:0:0]
	if p.version != p.ed.version {
		p.runes, p.version = []rune(p.ed.entry.Text), p.ed.version
		p.literal = fencedLines(p.ed.entry.Text)
	}
	p.led()
	top, bottom := p.visibleRows()
	from, to := p.ed.lineAt(p.ed.entry.rowStart(top)), p.ed.lineAt(p.ed.entry.rowStart(bottom))
	plain := -1
	if p.ed.seen.focused || p.ed.led.on {
		plain = p.ed.lineAt(p.ed.seen.caret)
	}
	marks := p.ed.marks[sort.Search(len(p.ed.marks), func(i int) bool { return p.ed.marks[i].Line >= from }):]
	for line := from; line <= to && line < len(p.ed.lines); line++ {
		var on []Mark
		for len(marks) > 0 && marks[0].Line == line {
			p.mark(marks[0], line == plain)
			on, marks = append(on, marks[0]), marks[1:]
		}
		p.inline(line, line == plain, on)
		p.found(p.ed.lines[line], p.ed.lineEnd(line))
	}
	p.left = nil
}

func (p *painter) visibleRows() (top, bottom int) {
	ed := p.ed
	offset, height := ed.scroll.Offset()-entryInset, ed.scroll.Size().Height
	last := ed.entry.rowCount() - 1
	top = min(last, max(0, int(offset/ed.lineHeight)-1))
	bottom = min(last, max(top, int((offset+height)/ed.lineHeight)+1))
	return top, bottom
}

// piece is the part of a span on one row.
type piece struct {
	row, rowStart, start, end int // offsets
}

// pieces divides a span of the text by the rows that it stands on.
func (p *painter) pieces(start, end int) (pieces []piece) {
	row, _ := p.ed.entry.rowColumn(start)
	for start < end {
		next := p.ed.entry.rowStart(row + 1)
		stop := end
		if next >= 0 && next < end {
			stop = next
		}
		if stop > start {
			pieces = append(pieces, piece{row, p.ed.entry.rowStart(row), start, stop})
		}
		start, row = stop, row+1
	}
	return pieces
}

func (p *painter) mark(mark Mark, plain bool) {
	line, end := p.ed.lines[mark.Line], p.ed.lineEnd(mark.Line)
	start, stop := min(end, line+mark.Start), min(end, line+mark.End)
	if mark.Icon != "" {
		row, _ := p.ed.entry.rowColumn(line)
		p.icon(mark.Icon, mark.Color, row)
	}
	switch mark.Kind {
	case MarkLabel:
		for _, piece := range p.pieces(start, stop) {
			p.label(piece, mark.Color, plain || p.selected(piece))
		}
	case MarkUnderline:
		for _, piece := range p.pieces(start, stop) {
			p.underline(piece, mark.Color)
		}
	case MarkHeading:
		p.heading(line, stop, end, plain)
	}
}

// selected tells whether what is selected, or what was found, touches a piece: then it stays plain,
// or it would cover the selection, which is seen where the text has the keyboard.
func (p *painter) selected(at piece) bool {
	if p.finds(at) {
		return true
	}
	if p.ed.seen.selected == 0 || !p.ed.seen.focused {
		return false
	}
	start, end := p.ed.entry.selection()
	return start < at.end && end > at.start
}

func (p *painter) label(at piece, c color.NRGBA, plain bool) {
	tint := look.C().Tint(c)
	x, width := p.span(at)
	y, height := p.ed.rowTop(at.row), p.ed.lineHeight
	p.put(p.under, drawing{kind: drawBox, color: tint, radius: 5}, x-4, round(y+1), width+5, round(height)-3)
	if plain {
		return
	}
	p.put(p.over, drawing{kind: drawBox, color: tint}, x, round(y+2), width, round(height)-5)
	p.words(p.text(at), c, x, y)
}

func (p *painter) underline(at piece, c color.NRGBA) {
	x, width := p.span(at)
	y := round(p.ed.rowTop(at.row) + p.ed.lineHeight - 4)
	p.put(p.under, drawing{kind: drawBox, color: look.Mix(look.C().Surface, c, .55)}, x, y, width, 1)
}

func (p *painter) icon(name string, c color.NRGBA, row int) {
	side := look.S(15)
	y := round(p.ed.rowTop(row) + (p.ed.lineHeight-side)/2)
	p.put(p.under, drawing{kind: drawIcon, text: name, color: c}, look.S(5), y, side, side)
}

func (p *painter) text(at piece) string { return string(p.runes[at.start:at.end]) }

// span is where a piece stands on its row and how wide it is.
func (p *painter) span(at piece) (x, width float32) {
	before := editorWidth(string(p.runes[at.rowStart:at.start]))
	return look.S(gutter) + entryInset + before, editorWidth(string(p.runes[at.rowStart:at.end])) - before
}

// editorWidth is how wide the entry draws a text.
func editorWidth(s string) float32 {
	if s == "" {
		return 0
	}
	return fyne.MeasureText(s, look.S(look.EditorTextSize), fyne.TextStyle{}).Width
}

// words puts a text over the entry's, on the same baseline.
func (p *painter) words(s string, c color.NRGBA, x, y float32) {
	if s == "" {
		return
	}
	p.wordsIn(drawing{kind: drawText, text: s, color: c}, x, y)
}

func (p *painter) wordsIn(d drawing, x, y float32) {
	o, s := p.take(d).(*canvas.Text), d.text
	driver := fyne.CurrentApp().Driver()
	size, base := driver.RenderedTextSize(s, o.TextSize, o.TextStyle, o.FontSource)
	_, editorBase := driver.RenderedTextSize("x", look.S(look.EditorTextSize), fyne.TextStyle{}, nil)
	place(o, x, y+editorBase-base, size.Width, size.Height)
	p.over.Objects = append(p.over.Objects, o)
}

func (p *painter) put(layer *fyne.Container, d drawing, x, y, width, height float32) {
	o := p.take(d)
	place(o, x, y, width, height)
	layer.Objects = append(layer.Objects, o)
}

// take uses an object again or makes it.
func (p *painter) take(d drawing) fyne.CanvasObject {
	var o fyne.CanvasObject
	if left := p.left[d]; len(left) > 0 {
		o, p.left[d] = left[len(left)-1], left[:len(left)-1]
	} else {
		o = d.make()
		o.Refresh()
	}
	p.drawn[d] = append(p.drawn[d], o)
	return o
}

func (d drawing) make() fyne.CanvasObject {
	switch d.kind {
	case drawText:
		t := canvas.NewText(d.text, d.color)
		t.TextSize = look.S(look.EditorTextSize)
		return t
	case drawBold:
		return TextIn(d.text, cmp.Or(d.size, look.EditorTextSize), d.color, look.SemiBold)
	case drawSlanted:
		return TextIn(d.text, cmp.Or(d.size, look.EditorTextSize), d.color, look.Italic)
	case drawRing:
		return newRingBox(d)
	case drawIcon:
		return newDrawing(look.IconStroke(d.text, d.color, 1.7))
	}
	return Box(d.color, d.radius)
}
