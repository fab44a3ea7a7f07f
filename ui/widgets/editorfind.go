package widgets

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes/text"
	"handback/notes/voice"
	"handback/ui/look"
)

// finder finds within what an editor shows, and puts other text in the place of what it found. It knows the text that
// stands here alone: what a projection leaves out is nothing that it could find. Of a long text that is edited in parts it
// looks through the part; of one that is open for reading through all of it.
type finder struct {
	ed     *Editor
	shown  bool
	bar    *findBar // nil before it was opened
	query  string
	places []text.Place // in what stands in the entry, or in the reader
	of     string       // the text that they are of, and what was looked for in it
	sought string
	at     int    // which of them one stands on; -1 for none
	from   int    // where the search for what is being typed begins
	count  int    // rises with each change of what is marked
	said   string // what was replaced last, until something else is done
}

// Find opens the bar over the text in which one looks for something; what is selected on one line is looked for. Where the
// bar is open already the keyboard goes there.
func (ed *Editor) Find() {
	f := ed.find
	if picked := ed.SelectedText(); picked != "" && !strings.Contains(picked, "\n") && !ed.reader.shown {
		ed.entry.pin()
		start, _ := ed.entry.selection()
		ed.entry.SetCaret(start) // from there it is the first that is found
		f.query = picked
	}
	f.open()
	f.bar.focusQuery()
}

// FindAndReplace opens the bar with a field for what is to stand there instead. One types there at once where it is known
// what is looked for.
func (ed *Editor) FindAndReplace() {
	ed.Find()
	ed.find.bar.showReplace(true)
	if ed.find.query == "" {
		ed.find.bar.focusQuery()
	}
}

// FindNext goes to the next place that was found, or to the one before; where the bar is closed it looks for what it looked
// for last.
func (ed *Editor) FindNext(backwards bool) {
	f := ed.find
	switch {
	case f.query == "":
		ed.Find()
		return
	case !f.shown:
		f.open()
	}
	f.step(backwards)
}

// Finding tells whether the bar is open.
func (ed *Editor) Finding() bool { return ed.find.shown }

// CloseFind closes the bar. The caret stays behind what was found.
func (ed *Editor) CloseFind() {
	if !ed.find.shown {
		return
	}
	ed.find.close()
	ed.FocusHere()
}

// Found are how many places were found and which of them one stands on, counted from 1; 0 is none.
func (ed *Editor) Found() (at, all int) { return ed.find.at + 1, len(ed.find.places) }

// forget closes the bar and forgets what was looked for: the next text may be for other eyes.
func (f *finder) forget() {
	if f.shown {
		f.close()
	}
	f.query, f.from, f.said = "", 0, ""
	if f.bar != nil {
		f.bar.clear()
	}
}

func (f *finder) open() {
	if f.bar == nil {
		f.bar = newFindBar(f)
	}
	if !f.shown {
		f.shown = true
		f.bar.showReplace(false)
		f.bar.root.Show()
	}
	f.said = ""
	f.bar.setQuery(f.query)
	f.look()
	if f.from = f.caret(); f.at >= 0 {
		f.from = f.places[f.at].Start
	}
	f.ed.BaseWidget.Refresh()
	f.toFirst()
	f.redraw()
}

func (f *finder) close() {
	f.shown, f.places, f.of, f.sought, f.at = false, nil, "", "", -1
	f.count++
	f.bar.root.Hide()
	f.redraw()
	f.ed.BaseWidget.Refresh()
}

// text is what is looked through.
func (f *finder) text() string {
	if f.ed.reader.shown {
		return f.ed.reader.text
	}
	return f.ed.spare.without(f.ed.entry.Text)
}

// caret is where one stands in it.
func (f *finder) caret() int {
	if f.ed.reader.shown {
		return f.from
	}
	return f.ed.entry.Caret()
}

// typed looks for another text, from where the last one was found.
func (f *finder) typed(query string) {
	if query == f.query {
		return
	}
	f.query = query
	f.look()
	f.toFirst()
	f.redraw()
}

// look brings what was found up to date with the text, and with the caret.
func (f *finder) look() {
	if !f.shown {
		return
	}
	at := f.at
	now := f.text()
	changed := now != f.of || f.query != f.sought
	if changed {
		f.places, f.of, f.sought, f.said = text.Places(now, f.query), now, f.query, ""
		f.at = -1
	}
	if !f.ed.reader.shown {
		f.at = f.placeAt(f.ed.entry.Caret())
	}
	if changed || f.at != at {
		f.count++
		f.bar.say()
	}
}

// placeAt is the place that ends at the caret, -1 where none does.
func (f *finder) placeAt(caret int) int {
	i := sort.Search(len(f.places), func(i int) bool { return f.places[i].End >= caret })
	if i < len(f.places) && f.places[i].End == caret {
		return i
	}
	return -1
}

// toFirst goes to the first place from where the search began; past the last one it begins again.
func (f *finder) toFirst() {
	if len(f.places) == 0 {
		return
	}
	i := sort.Search(len(f.places), func(i int) bool { return f.places[i].Start >= f.from })
	f.show(i % len(f.places))
}

// step goes to the next place, or the one before, from the caret on.
func (f *finder) step(backwards bool) {
	f.said = ""
	f.look()
	n := len(f.places)
	if n == 0 {
		f.bar.say()
		return
	}
	next := 0
	switch caret := f.caret(); {
	case f.at >= 0 && backwards:
		next = f.at - 1
	case f.at >= 0:
		next = f.at + 1
	case backwards:
		next = sort.Search(n, func(i int) bool { return f.places[i].End > caret }) - 1
	default:
		next = sort.Search(n, func(i int) bool { return f.places[i].Start >= caret })
	}
	f.show((next + n) % n)
}

// show goes to a place: the caret stands behind it, and it is scrolled to.
func (f *finder) show(i int) {
	p := f.places[i]
	f.at, f.from = i, p.Start
	f.count++
	if f.ed.reader.shown {
		f.ed.reader.leadTo(lineStartBefore(f.ed.reader.text, p.Start))
		f.bar.say()
		return
	}
	f.ed.SetCaret(f.ed.part.runes + p.End)
	f.follow()
	f.bar.say()
}

// follow scrolls to the place one stands on, also where the caret was there before.
func (f *finder) follow() {
	if f.at >= 0 && !f.ed.reader.shown && !f.ed.scroll.Size().IsZero() {
		f.ed.follow()
		f.ed.sync()
	}
}

// redraw marks what was found now.
func (f *finder) redraw() {
	if f.ed.reader.shown {
		f.ed.reader.remark()
	} else {
		f.ed.sync()
	}
	f.bar.say()
}

// replaces tells whether something can be put in the place of what was found: a text that is open for reading is not written.
func (f *finder) replaces() bool { return !f.ed.reader.shown && !f.ed.Fixed && !f.ed.entry.Disabled() }

// replace puts other text where one stands and goes on to the next place; where one stands on none it goes there first.
func (f *finder) replace(with string) {
	f.look()
	if !f.replaces() || len(f.places) == 0 {
		return
	}
	if f.at < 0 {
		f.step(false)
		return
	}
	p, head := f.places[f.at], f.ed.part.runes
	end := p.Start + len([]rune(with))
	f.ed.Replace(head+p.Start, head+p.End, with)
	f.ed.SetCaret(head + end)
	f.look()
	if n := len(f.places); n > 0 { // what was put there may hold what is looked for: it is passed over
		f.show(sort.Search(n, func(i int) bool { return f.places[i].Start >= end }) % n)
	}
	f.redraw()
}

// replaceAll puts other text in every place, as one act to undo.
func (f *finder) replaceAll(with string) {
	f.look()
	places := f.places
	if !f.replaces() || len(places) == 0 {
		return
	}
	old, put := []rune(f.text()), []rune(with)
	now := make([]rune, 0, len(old))
	at := 0
	for _, p := range places {
		now = append(append(now, old[at:p.Start]...), put...)
		at = p.End
	}
	now = append(now, old[at:]...)
	end := places[len(places)-1].End
	head := f.ed.part.runes
	f.ed.Replace(head, head+len(old), string(now))
	f.ed.SetCaret(head + end + len(now) - len(old))
	f.look()
	f.said = voice.T("{n} replaced", "n", len(places))
	f.redraw()
}

// lineStartBefore is how many runes stand before the line that holds an offset.
func lineStartBefore(s string, offset int) int {
	start, at := 0, 0
	for _, r := range s {
		if at == offset {
			break
		}
		at++
		if r == '\n' {
			start = at
		}
	}
	return start
}

// within are the places of a span of the text, with the index of the first.
func (f *finder) within(start, end int) ([]text.Place, int) {
	from := sort.Search(len(f.places), func(i int) bool { return f.places[i].End > start })
	to := from + sort.Search(len(f.places)-from, func(i int) bool { return f.places[from+i].Start >= end })
	return f.places[from:to], from
}

// found draws the ground of what was found on some lines; the place that one stands on has an edge, too.
func (p *painter) found(start, end int) {
	places, first := p.ed.find.within(start, end)
	colors := look.C()
	for i, place := range places {
		kind := drawBox
		if first+i == p.ed.find.at {
			kind = drawRing
		}
		for _, at := range p.pieces(place.Start, place.End) {
			x, width := p.span(at)
			y := p.ed.rowTop(at.row)
			ground := drawing{kind: kind, color: look.Mix(colors.Surface, colors.Idea, foundTint), radius: 3}
			p.put(p.under, ground, x-1, round(y+1), width+2, round(p.ed.lineHeight)-3)
		}
	}
}

// foundTint is how strong the ground of what was found is.
const foundTint = .26

// finds tells whether something was found in a piece: it stays plain then, or it would be covered.
func (p *painter) finds(at piece) bool {
	places, _ := p.ed.find.within(at.start, at.end)
	return len(places) > 0
}

// newRingBox is a box with an edge.
func newRingBox(d drawing) fyne.CanvasObject {
	box := Outline(d.color, look.C().Text, d.radius)
	box.StrokeWidth = 1.5
	return box
}
