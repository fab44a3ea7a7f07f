package roomtest

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// keyed is what carries a key, as the parts of package widgets do.
type keyed interface{ FocusKey() string }

// objects are all that is drawn and not hidden: in what lies on top of the window, or in the window itself.
func (h *Host) objects() []fyne.CanvasObject {
	h.settle()
	root := h.window.Canvas().Content()
	if top := h.window.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	return test.LaidOutObjects(root)
}

// Find is what carries the key; nil where nothing in view does. Where a part has the key of what it holds, as a Fold
// has its head's, it is the one that can be tapped.
func (h *Host) Find(key string) fyne.CanvasObject {
	var found fyne.CanvasObject
	for _, o := range h.objects() {
		if k, ok := o.(keyed); !ok || k.FocusKey() != key || !o.Visible() {
			continue
		}
		if _, taps := o.(fyne.Tappable); taps {
			return o
		}
		if found == nil {
			found = o
		}
	}
	return found
}

// Has reports whether anything in view carries the key.
func (h *Host) Has(key string) bool { return h.Find(key) != nil }

func (h *Host) must(key string) fyne.CanvasObject {
	h.T.Helper()
	o := h.Find(key)
	if o == nil {
		h.T.Fatalf("nothing in view is called %q; there are %q", key, h.Keys())
	}
	return o
}

// Keys are the keys of all that is in view.
func (h *Host) Keys() []string {
	var keys []string
	for _, o := range h.objects() {
		if k, ok := o.(keyed); ok && k.FocusKey() != "" {
			keys = append(keys, k.FocusKey())
		}
	}
	return keys
}

// Tap taps what carries the key, as a mouse does: it takes the focus first.
func (h *Host) Tap(key string) {
	h.T.Helper()
	o := h.must(key)
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		h.T.Fatalf("%q is off", key)
	}
	if m, ok := o.(desktop.Mouseable); ok {
		m.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	t, ok := o.(fyne.Tappable)
	if !ok {
		h.T.Fatalf("%q cannot be tapped", key)
	}
	t.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2, 2)})
	h.settle()
}

// Focus gives the keyboard to what carries the key.
func (h *Host) Focus(key string) {
	h.T.Helper()
	o, ok := h.must(key).(fyne.Focusable)
	if !ok {
		h.T.Fatalf("%q takes no keys", key)
	}
	h.window.Canvas().Focus(o)
	h.settle()
}

// Type types into what carries the key.
func (h *Host) Type(key, text string) {
	h.T.Helper()
	h.Focus(key)
	test.Type(h.window.Canvas().Focused(), text)
	h.settle()
}

// Fill replaces what stands in the field that carries the key.
func (h *Host) Fill(key, text string) {
	h.T.Helper()
	h.Focus(key)
	e, ok := h.window.Canvas().Focused().(interface{ SetText(string) })
	if !ok {
		h.T.Fatalf("%q is no field", key)
	}
	e.SetText(text)
	h.settle()
}

// Write types at the end of the note editor, with Return between the lines.
func (h *Host) Write(text string) {
	h.T.Helper()
	h.window.Canvas().Focus(h.Editor().Focusable())
	h.Editor().SetCaret(utf8.RuneCountInString(h.Editor().Text()))
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			h.Press(fyne.KeyReturn)
		}
		test.Type(h.window.Canvas().Focused(), line)
	}
	h.settle()
}

// Paste pastes into what carries the key, at its caret.
func (h *Host) Paste(key, text string) {
	h.T.Helper()
	h.Focus(key)
	s, ok := h.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		h.T.Fatalf("%q takes no shortcuts", key)
	}
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	h.settle()
}

// Press presses a key where the keyboard is, or in the window.
func (h *Host) Press(name fyne.KeyName) {
	h.T.Helper()
	defer h.settle()
	event := &fyne.KeyEvent{Name: name}
	if f := h.window.Canvas().Focused(); f != nil {
		f.TypedKey(event)
		return
	}
	h.window.Canvas().OnTypedKey()(event)
}

// Focused is the key of what has the keyboard, "" where nothing does.
func (h *Host) Focused() string {
	if k, ok := h.window.Canvas().Focused().(keyed); ok {
		return k.FocusKey()
	}
	return ""
}

// Text is all text in view, as it is read: pieces of a line with a blank between.
func (h *Host) Text() string { return textOf(h.objects()) }

// TextIn is the text of what carries the key.
func (h *Host) TextIn(key string) string {
	h.T.Helper()
	return textOf(test.LaidOutObjects(h.must(key)))
}

func textOf(objects []fyne.CanvasObject) string {
	var said []string
	for _, o := range objects {
		switch o := o.(type) {
		case *canvas.Text:
			said = append(said, strings.TrimSpace(o.Text))
		case *widget.Entry:
			said = append(said, o.Text)
		}
	}
	return strings.Join(said, " ")
}

// Sees fails the test where one of the texts is not in view.
func (h *Host) Sees(texts ...string) {
	h.T.Helper()
	in := h.Text()
	for _, s := range texts {
		if !strings.Contains(in, s) {
			h.T.Errorf("%q is not in view; there is: %s", s, in)
		}
	}
}

// SeesNot fails the test where one of the texts is in view.
func (h *Host) SeesNot(texts ...string) {
	h.T.Helper()
	in := h.Text()
	for _, s := range texts {
		if strings.Contains(in, s) {
			h.T.Errorf("%q is in view: %s", s, in)
		}
	}
}
