package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Begin has the keyboard where there is nothing yet to type into: the first that is typed, or pasted, makes what it goes
// to. It shows the caret that one expects there.
type Begin struct {
	widget.BaseWidget
	// OnShortcut gets each shortcut but paste, as an Entry's does.
	OnShortcut func(fyne.Shortcut) bool

	key   string
	make  func() fyne.Focusable // nil where nothing could be made
	caret *canvas.Rectangle
}

// NewBegin makes one; make makes what is typed into, gives it the keyboard and returns it.
func NewBegin(key string, make func() fyne.Focusable) *Begin {
	b := &Begin{key: key, make: make, caret: canvas.NewRectangle(color.Transparent)}
	b.ExtendBaseWidget(b)
	return b
}

// FocusKey is its identity for Keep.
func (b *Begin) FocusKey() string { return b.key }

// FocusGained shows the caret.
func (b *Begin) FocusGained() { b.show(true) }

// FocusLost hides it.
func (b *Begin) FocusLost() { b.show(false) }

func (b *Begin) show(on bool) {
	b.caret.FillColor = color.Transparent
	if on {
		b.caret.FillColor = look.C().Primary
	}
	b.caret.Refresh()
}

// TypedRune types it into what is made.
func (b *Begin) TypedRune(r rune) {
	if to := b.make(); to != nil {
		to.TypedRune(r)
	}
}

// TypedKey passes every key on: none of them is a word.
func (b *Begin) TypedKey(event *fyne.KeyEvent) { passOn(b, event) }

// TypedShortcut pastes into what is made, and passes on the rest.
func (b *Begin) TypedShortcut(shortcut fyne.Shortcut) {
	if _, ok := shortcut.(*fyne.ShortcutPaste); ok {
		if to, ok := b.make().(fyne.Shortcutable); ok {
			to.TypedShortcut(shortcut)
		}
		return
	}
	if b.OnShortcut != nil && b.OnShortcut(shortcut) {
		return
	}
	if window, ok := canvasOf(b).(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// MinSize is a line's height.
func (b *Begin) MinSize() fyne.Size { return fyne.NewSize(2, look.S(20)) }

// CreateRenderer belongs to Fyne.
func (b *Begin) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Free(fyne.NewSize(2, 20), func(size fyne.Size) {
		place(b.caret, 0, 0, 2, size.Height)
	}, b.caret))
}
