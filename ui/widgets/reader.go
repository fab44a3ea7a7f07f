package widgets

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
)

// LongText is the number of characters from which an Editor opens a text for
// reading: Fyne's entry lays all of it out again at each key.
const LongText = 20_000

// partLength is about how many characters the reader shows at a time.
const partLength = 8_000

// reader shows a text that is too long to edit with ease: paragraphs, a part at
// a time, and a button to edit it anyway.
type reader struct {
	ed     *Editor
	shown  bool
	text   string
	parts  []string
	part   int
	before *string // what stood there before all this was pasted
	scroll *Scroll
}

func newReader(ed *Editor) *reader {
	return &reader{ed: ed, scroll: NewScroll("", VStack(0))}
}

func (r *reader) open(text string) {
	r.shown, r.text, r.parts, r.part = true, text, divide(text), 0
	r.ed.textChanged()
	r.build()
	r.ed.BaseWidget.Refresh()
}

// replace shows another text at the part where one reads.
func (r *reader) replace(text string) {
	r.text, r.parts = text, divide(text)
	r.part = min(r.part, len(r.parts)-1)
	r.ed.textChanged()
	r.build()
}

func (r *reader) close() {
	if r.shown {
		*r = reader{ed: r.ed, scroll: r.scroll}
		r.ed.BaseWidget.Refresh()
	}
}

func (r *reader) build() {
	key := r.ed.entry.Key + "/reader/"
	warning := fmt.Sprintf("This note has %d characters. It is shown for reading: typing in so long a text is slow.", len([]rune(r.text)))
	buttons := []fyne.CanvasObject{NewButton(key+"edit", Outlined, "pen", "Edit anyway", r.edit)}
	if r.before != nil {
		buttons = append(buttons, NewButton(key+"back", Outlined, "back", "Take the pasted text back", r.takeBack))
	}
	lines := []fyne.CanvasObject{SoftCard(NewPara(14, Plain(warning)), HStack(8, append(buttons, Grow())...)), Gap(8)}
	for _, paragraph := range strings.Split(r.parts[r.part], "\n") {
		lines = append(lines, NewPara(15, Plain(paragraph)).Lead(24))
	}
	if len(r.parts) > 1 {
		earlier := NewButton(key+"earlier", Outlined, "left", "Earlier", func() { r.turn(-1) })
		later := NewButton(key+"later", Outlined, "", "Go on", func() { r.turn(1) })
		earlier.SetEnabled(r.part > 0)
		later.SetEnabled(r.part < len(r.parts)-1)
		place := Small(fmt.Sprintf("part %d of %d", r.part+1, len(r.parts)))
		lines = append(lines, Gap(8), HStack(12, earlier, later, place, Grow()))
	}
	r.scroll.SetContent(Pad(8, 16, 24, gutter+entryInset, VStack(0, lines...)))
}

func (r *reader) turn(by int) {
	r.part += by
	Keep(canvasOf(r.scroll), r.scroll, r.build)
	r.scroll.ScrollTo(0)
}

func (r *reader) edit() {
	text := r.text
	r.close()
	r.ed.load(text)
	r.ed.FocusHere()
}

func (r *reader) takeBack() {
	text := *r.before
	r.close()
	r.ed.load(text)
	r.ed.tell()
	r.ed.FocusHere()
}

// pasteLarge takes a paste that makes the text too long to edit, and tells
// whether it was one: the text is kept, shown for reading.
func (ed *Editor) pasteLarge(pasted string) bool {
	if len([]rune(pasted)) <= LongText {
		return false
	}
	before := ed.entry.Text
	start, end := ed.entry.selection()
	runes := []rune(before)
	ed.reader.before = &before
	ed.reader.open(string(runes[:start]) + pasted + string(runes[end:]))
	ed.tell()
	return true
}

// divide cuts a text into parts at line breaks, a line of its own that is too
// long anywhere; joined with line breaks or nothing they are not the text again:
// they are only shown.
func divide(text string) []string {
	var parts []string
	var part strings.Builder
	for _, line := range strings.Split(text, "\n") {
		for _, piece := range chunks(line) {
			if part.Len() > 0 && part.Len()+len(piece) > partLength {
				parts = append(parts, part.String())
				part.Reset()
			}
			if part.Len() > 0 {
				part.WriteByte('\n')
			}
			part.WriteString(piece)
		}
	}
	return append(parts, part.String())
}

func chunks(line string) []string {
	runes := []rune(line)
	var pieces []string
	for len(runes) > partLength {
		pieces = append(pieces, string(runes[:partLength]))
		runes = runes[partLength:]
	}
	return append(pieces, string(runes))
}
