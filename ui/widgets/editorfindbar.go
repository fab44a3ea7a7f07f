package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes/voice"
	"handback/ui/look"
)

// findBar stands over a text in which something is looked for: what is looked for and how often it was found, the ways to
// the next place and the one before, and below, once asked for, what is to stand there instead.
type findBar struct {
	find        *finder
	root        *fyne.Container
	query, with *Entry
	count       *canvas.Text
	line, below *fyne.Container
	next, last  *Button
	swap        *Button // shows what is below
	one, all    *Button
}

// mostFound is how many characters are looked for, or put somewhere, at most.
const mostFound = 1000

func newFinder(ed *Editor) *finder { return &finder{ed: ed, at: -1} }

func newFindBar(f *finder) *findBar {
	b := &findBar{find: f, query: NewEntry("find.text"), with: NewEntry("find.with"), count: Small("")}
	b.query.SetPlaceHolder(voice.T("Find in this note"))
	b.with.SetPlaceHolder(voice.T("Replace with"))
	b.query.OnChanged = f.typed
	b.last = WithTip(NewButton("find.previous", Quiet, "up", "", func() { f.step(true) }), voice.T("Previous match"), voice.T("Shift+F3"))
	b.next = WithTip(NewButton("find.next", Quiet, "down", "", func() { f.step(false) }), voice.T("Next match"), voice.T("F3"))
	b.swap = WithTip(NewButton("find.swap", Quiet, "pen", "", func() { b.showReplace(!b.below.Visible()) }), voice.T("Replace"), "")
	done := WithTip(NewButton("find.close", Quiet, "x", "", f.ed.CloseFind), voice.T("Close"), voice.T("Esc"))
	b.one = NewButton("find.one", Outlined, "", voice.T("Replace"), func() { f.replace(b.with.Text) })
	b.all = NewButton("find.all", Outlined, "", voice.T("Replace all"), func() { f.replaceAll(b.with.Text) })
	b.line = HMiddle(2, Grow(findField(b.query, Icon("search", 15, look.C().Muted), b.count)), GapWide(4), b.last, b.next, b.swap, done)
	b.below = HMiddle(6, Grow(findField(b.with, Icon("pen", 15, look.C().Muted))), b.one, b.all)
	b.root = VStack(6, b.line, b.below)
	b.keys(b.query, f.step)
	b.keys(b.with, func(bool) { f.replace(b.with.Text) })
	b.query.OnTab = func() bool { return b.below.Visible() && !b.query.shift }
	b.below.Hide()
	b.root.Hide()
	return b
}

// findField is a box round an entry, with what stands before it and behind it.
func findField(e *Entry, icon fyne.CanvasObject, behind ...fyne.CanvasObject) fyne.CanvasObject {
	p := look.C()
	frame := Outline(p.Surface, p.ButtonLine, 6)
	e.Most = mostFound
	e.OnFocus = func(focused bool) {
		frame.StrokeColor = look.C().ButtonLine
		if focused {
			frame.StrokeColor = look.C().Primary
		}
		frame.Refresh()
	}
	line := append([]fyne.CanvasObject{icon, Grow(Bare(e))}, behind...)
	return Over(frame, Pad(0, 10, 0, 10, LineHeight(34, HMiddle(8, line...))))
}

// keys are those of a field of the bar: Return acts, with Shift backwards, and Esc closes the bar.
func (b *findBar) keys(e *Entry, act func(backwards bool)) {
	ed := b.find.ed
	e.OnEscape = ed.CloseFind
	e.OnShortcut = func(s fyne.Shortcut) bool { return ed.OnShortcut != nil && ed.OnShortcut(s) }
	e.OnKey = func(event *fyne.KeyEvent) bool {
		switch event.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			act(e.shift)
		case fyne.KeyTab:
			canvasOf(e).Focus(b.with) // the buttons between them are a Shift+Tab away
		case fyne.KeyUp, fyne.KeyDown: // of no use in one line: they lead to what stands above and below
			passOn(e, event)
		default:
			return false
		}
		return true
	}
}

func (b *findBar) focusQuery() {
	at := canvasOf(b.find.ed) // the bar may not be drawn yet
	if at == nil {
		return
	}
	at.Focus(b.query)
	b.query.selectSpan(0, len([]rune(b.query.Text)))
}

func (b *findBar) setQuery(query string) {
	if b.query.Text != query {
		b.query.SetText(query)
	}
}

// clear forgets what was typed.
func (b *findBar) clear() {
	b.setQuery("")
	if b.with.Text != "" {
		b.with.SetText("")
	}
	b.showReplace(false)
}

// showReplace shows what is to stand there instead, or hides it.
func (b *findBar) showReplace(on bool) {
	on = on && b.find.replaces()
	if on != b.below.Visible() {
		b.below.Hidden = !on
		b.find.ed.BaseWidget.Refresh()
	}
	if at := canvasOf(b.find.ed); on && at != nil {
		at.Focus(b.with)
		b.with.selectSpan(0, len([]rune(b.with.Text)))
	}
}

// say says how often something was found, and turns off what leads nowhere.
func (b *findBar) say() {
	f := b.find
	n := len(f.places)
	said := f.said
	switch {
	case said != "" || f.query == "":
	case n == 0:
		said = voice.T("No matches")
	case f.at < 0:
		said = voice.N(n, "{n} match", "{n} matches")
	case f.ed.part.on:
		said = voice.T("{n} of {all} in this part", "n", f.at+1, "all", n)
	default:
		said = voice.T("{n} of {all}", "n", f.at+1, "all", n)
	}
	b.next.SetEnabled(n > 0)
	b.last.SetEnabled(n > 0)
	b.swap.SetEnabled(f.replaces())
	b.one.SetEnabled(n > 0)
	b.all.SetEnabled(n > 0)
	if said != b.count.Text {
		b.count.Text = said
		b.line.Refresh()
	}
}
