package widgets

import (
	"net/url"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Editor is where a note is written: plain text, wrapped, scrolled, with its
// labels coloured as one types and their icons in the gutter. Positions are in
// runes of the text, lines are counted from 0.
//
// Its undo outlives everything but SetText; Keep and Open carry it from note to note. Make one and keep it.
type Editor struct {
	widget.BaseWidget
	// Marks says what to show in the text; it is called after each change.
	Marks func(text string) []Mark
	// MaySet narrows a span of a line, in runes, to what may stand in bold or italics without the line meaning something
	// else; an empty one where nothing may. May be nil.
	MaySet func(line string, start, end int, mark string) (from, to int)
	// Complete offers words for the line up to the caret, as one types; may be nil.
	Complete func(lineUpToCaret string) []Suggestion
	// Hidden says of each line of a text whether others must not see it: what the editor itself adds to a list shows
	// nothing of these; may be nil.
	Hidden func(text string) []bool
	// OnChanged is called after each change but SetText's.
	OnChanged func(text string)
	// OnCursor is called after the caret moved.
	OnCursor func()
	// OnRest is called after each operation, once OnChanged was told: the caret stands where it will, or Focused says
	// that it stands nowhere. What it changes is an operation of its own.
	OnRest func()
	// OnBlur is called when the editor lost the focus.
	OnBlur func()
	// OnEscape is called on Esc; without it Esc goes on to the window.
	OnEscape func()
	// After runs something later, so that a drag held outside scrolls on; may be nil.
	After func(d time.Duration, f func()) (stop func())
	// OnLink opens a link that is clicked with Ctrl; without it none is.
	OnLink func(*url.URL)
	// OnSplit makes several notes of one that is too long to edit; without it none is offered.
	OnSplit func()
	// Fixed is where what is written can't be saved: nothing is written, replaced or erased then, and OnFixed is called where somebody
	// tries.
	Fixed   bool
	OnFixed func()
	// Texts is where Keep and Open keep what can be undone; an editor that takes another's place takes it over.
	Texts *Texts
	// OnShortcut gets each shortcut that is not for typing; see Entry.
	OnShortcut func(fyne.Shortcut) bool
	// OnTravel is asked before Ctrl+Z (-1) and Ctrl+Y (1) turn an act of writing round, and reports whether something that was
	// done elsewhere since was turned round instead.
	OnTravel func(way int) bool

	entry      *noteEntry
	paint      *painter
	completion *completion
	reader     *reader
	find       *finder
	part       part
	pull       pull
	content    *fyne.Container // what is scrolled
	scroll     *Scroll

	lineHeight float32 // of the editor's face at the present scale
	lines      []int   // offset at which each line begins
	marks      []Mark
	led        ledTo
	spare      spareLine

	version int // rises with each change of the text
	marking int // rises where Marks has something new to say of the same text
	seen    seen
	busy    bool // an operation runs: draw after it
	silent  bool // changes are not to be told
	typed   bool // the keyboard is here
	travels int  // -1 where undo is what changes the text, 1 where redo is
	resting bool // OnRest runs
	strokes int  // see Strokes
}

// seen is what was drawn last.
type seen struct {
	version, caret int
	marking        int
	size           fyne.Size
	offset         float32
	focused        bool
	selected       int
	led            bool
	found          int
	view           fyne.Size
	inView         bool // the caret's row
}

// gutter is the width at the left for the icons of labels, before scaling.
const gutter = 26

// Where Fyne's entry begins its text, and how far it reaches beyond what is
// shown of it, so that its focus border is clipped away.
const entryInset, entryOverlap = 8, 6

// NewEditor makes an empty editor.
func NewEditor(key, placeholder string) *Editor {
	ed := &Editor{lines: []int{0}, Texts: NewTexts()}
	ed.completion = newCompletion(ed)
	ed.entry = newNoteEntry(ed)
	ed.entry.Key, ed.entry.PlaceHolder = key, placeholder
	ed.entry.OnChanged = ed.changed
	ed.entry.OnCursorChanged = func() {
		ed.sync()
		ed.rest()
	}
	ed.entry.OnFocus = func(focused bool) {
		if !focused && ed.OnBlur != nil {
			ed.OnBlur()
		}
	}
	ed.entry.OnEscape = ed.escape
	ed.entry.OnBlank = ed.oneMarker
	ed.entry.OnShortcut = func(s fyne.Shortcut) bool { return ed.OnShortcut != nil && ed.OnShortcut(s) }
	ed.paint = newPainter(ed)
	ed.reader = newReader(ed)
	ed.find = newFinder(ed)
	ed.build()
	ed.ExtendBaseWidget(ed)
	return ed
}

// SetPlaceholder changes what stands there while the note is empty.
func (ed *Editor) SetPlaceholder(text string) { ed.entry.SetPlaceHolder(text) }

// build puts the layers over each other: tints and icons, the entry, coloured
// words, suggestions, and the wheel, which the entry would swallow.
func (ed *Editor) build() {
	clip := container.NewClip(container.NewWithoutLayout(ed.entry))
	clip.ExtendBaseWidget(clip) // or its content gets no size before it is first drawn
	wheel := newWheel(ed)
	layers := []fyne.CanvasObject{ed.paint.under, clip, ed.paint.over, wheel, ed.completion.card}
	ed.content = container.New(&editorLayout{ed: ed, clip: clip, wheel: wheel}, layers...)
	ed.scroll = NewScroll("", ed.content)
	ed.scroll.OnScrolled, ed.scroll.unwritten = ed.sync, ed.unwritten
	ed.scroll.OnPut = func() { ed.window(clip) }
}

// Text is the note.
func (ed *Editor) Text() string {
	if ed.reader.shown {
		return ed.reader.text
	}
	return ed.part.head + ed.spare.without(ed.entry.Text) + ed.part.tail
}

// whole is the text that stands here, with the spare line: of a long text that is edited the part alone.
func (ed *Editor) whole() string {
	if ed.reader.shown {
		return ed.reader.text
	}
	return ed.entry.Text
}

// SetText loads a note: it clears undo and puts the caret at the start.
// OnChanged is not called.
func (ed *Editor) SetText(text string) {
	ed.completion.close()
	ed.find.forget()
	ed.spare = spareLine{}
	ed.reader.close()
	ed.closePart()
	if utf8.RuneCountInString(text) > LongText {
		ed.reader.open(text)
		return
	}
	ed.load(text)
}

func (ed *Editor) load(text string) {
	ed.silent = true
	ed.run(func() { ed.entry.load(text) })
	ed.silent = false
	ed.scroll.ScrollTo(0)
	ed.textChanged()
	ed.sync()
}

// Caret is how many runes are before the caret.
func (ed *Editor) Caret() int { return ed.part.runes + ed.entry.Caret() }

// SetCaret puts the caret after so many runes and scrolls to it.
func (ed *Editor) SetCaret(offset int) {
	if ed.reader.shown {
		ed.reader.show(offset)
		return
	}
	if ed.part.on {
		if offset < ed.part.runes || offset > ed.part.runes+utf8.RuneCountInString(ed.entry.Text) {
			text := ed.Text()
			ed.editPart(text, partAt(partsOf(text), byteOf(text, offset)))
		}
		offset -= ed.part.runes
	}
	ed.run(func() { ed.entry.SetCaret(offset) })
}

// Offset is how far the text is scrolled; ScrollTo scrolls there, as far as the text reaches.
func (ed *Editor) Offset() float32 { return ed.scroll.Offset() }

// ScrollTo is Offset's other half.
func (ed *Editor) ScrollTo(offset float32) {
	ed.scroll.relayout()
	ed.scroll.ScrollTo(offset)
}

// Line is the line in which the caret is.
func (ed *Editor) Line() int { return ed.part.lines + ed.lineAt(ed.entry.Caret()) }

// SelectedText is what is selected.
func (ed *Editor) SelectedText() string { return ed.entry.SelectedText() }

// Select selects a span of runes and scrolls to it: what a search found.
func (ed *Editor) Select(start, end int) {
	ed.SetCaret(start)
	if !ed.reader.shown {
		ed.run(func() { ed.entry.selectSpan(start-ed.part.runes, end-ed.part.runes) })
	}
}

// Focused tells whether one types here.
func (ed *Editor) Focused() bool {
	at := canvasOf(ed.entry)
	return at != nil && at.Focused() == fyne.Focusable(ed.entry)
}

// Focusable is what a canvas focuses: of a text that is open for reading what leads to editing it; nil where nothing does.
func (ed *Editor) Focusable() fyne.Focusable {
	if ed.reader.shown {
		return ed.reader.focusable()
	}
	return ed.entry
}

// FocusHere gives the editor the focus.
func (ed *Editor) FocusHere() {
	what, ok := ed.Focusable().(fyne.Widget)
	if !ok {
		return
	}
	if at := canvasOf(what); at != nil {
		at.Focus(what.(fyne.Focusable))
	}
}

// run does one operation and then draws once.
func (ed *Editor) run(operation func()) {
	if ed.busy {
		operation()
		return
	}
	ed.busy = true
	operation()
	ed.busy = false
	ed.sync()
	ed.rest()
}

// changed is told by the entry.
func (ed *Editor) changed(string) {
	ed.textChanged()
	ed.tell()
}

// escape closes the bar of Find, tells OnEscape, or the window.
func (ed *Editor) escape() {
	if ed.find.shown {
		ed.CloseFind()
		return
	}
	if ed.OnEscape != nil {
		ed.OnEscape()
		return
	}
	passOn(ed.entry, &fyne.KeyEvent{Name: fyne.KeyEscape})
}

func (ed *Editor) textChanged() {
	ed.version++
	ed.led = ledTo{}
	ed.spare.seen(ed.entry.Text, ed.entry.reached)
	ed.lines = lineStarts(ed.whole(), ed.lines[:0])
}

func (ed *Editor) tell() {
	if ed.OnChanged != nil && !ed.silent {
		ed.OnChanged(ed.Text())
	}
}

// shortcut does what the editor adds to an entry.
func (ed *Editor) shortcut(s *desktop.CustomShortcut) bool {
	shift := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch {
	case shift && s.KeyName == fyne.KeyZ:
		if !ed.elsewhere(1) {
			ed.Redo()
		}
	case s.KeyName == fyne.KeyRightBracket, s.KeyName == fyne.KeyM && !shift: // many keyboards have no brackets
		ed.indent(true)
	case s.KeyName == fyne.KeyLeftBracket, s.KeyName == fyne.KeyM:
		ed.indent(false)
	case s.KeyName == fyne.KeyB && !shift:
		ed.emphasise(boldMarks)
	case s.KeyName == fyne.KeyI && !shift:
		ed.emphasise(italicMarks)
	case s.KeyName == fyne.KeyReturn, s.KeyName == fyne.KeyEnter:
		return !shift && ed.openLink(ed.entry.Caret())
	default:
		return false
	}
	return true
}

// Refresh draws anew, after a change of colours or of what Marks says.
func (ed *Editor) Refresh() {
	ed.paint.clear()
	ed.seen = seen{version: -1}
	ed.version++
	ed.entry.Refresh()
	ed.BaseWidget.Refresh()
	ed.sync()
}

func (ed *Editor) children() []fyne.CanvasObject {
	if ed.reader.shown {
		return ed.withBar(ed.reader.scroll)
	}
	if ed.part.on {
		return ed.withBar(ed.part.bar, ed.entry)
	}
	return ed.withBar(ed.entry)
}

// withBar puts the bar of Find, where it is open, before what is drawn.
func (ed *Editor) withBar(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	if ed.find.shown {
		return append([]fyne.CanvasObject{ed.find.bar.root}, objects...)
	}
	return objects
}

// CreateRenderer belongs to Fyne.
func (ed *Editor) CreateRenderer() fyne.WidgetRenderer { return &editorRenderer{ed} }

type editorRenderer struct{ ed *Editor }

func (r *editorRenderer) Destroy()           {}
func (r *editorRenderer) Refresh()           { r.Layout(r.ed.Size()); canvas.Refresh(r.ed) }
func (r *editorRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 88) }

func (r *editorRenderer) Objects() []fyne.CanvasObject {
	if r.ed.reader.shown {
		return r.ed.withBar(r.ed.reader.scroll)
	}
	if r.ed.part.on {
		return r.ed.withBar(r.ed.scroll, r.ed.part.bar)
	}
	return r.ed.withBar(r.ed.scroll)
}

func (r *editorRenderer) Layout(size fyne.Size) {
	top := float32(0)
	under := func(bar fyne.CanvasObject) {
		height := up(HeightOf(bar, size.Width))
		place(bar, look.S(gutter)+entryInset, top, size.Width-look.S(gutter)-entryInset-16, height)
		top += height + 8
	}
	if r.ed.find.shown {
		under(r.ed.find.bar.root)
	}
	if r.ed.reader.shown {
		place(r.ed.reader.scroll, 0, top, size.Width, size.Height-top)
		r.ed.reader.reveal()
		return
	}
	if r.ed.part.on {
		under(r.ed.part.bar)
	}
	place(r.ed.scroll, 0, top, size.Width, size.Height-top)
	r.ed.sync()
}
