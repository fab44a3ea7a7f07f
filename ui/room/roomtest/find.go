package roomtest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/ui/widgets"
)

// Text is all text of the room's tree, a line for each piece.
func Text(root fyne.CanvasObject) string {
	var b strings.Builder
	widgets.Walk(root, func(o fyne.CanvasObject) bool {
		if !o.Visible() {
			return true
		}
		switch o := o.(type) {
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		case interface{ Text() string }:
			b.WriteString(o.Text() + "\n")
		case interface{ String() string }:
			b.WriteString(o.String() + "\n")
		}
		return true
	})
	return b.String()
}

// Control is the control with a key; the test fails where there is none.
func (h *Host) Control(t *testing.T, key string) fyne.Focusable {
	t.Helper()
	if f := h.Find(key); f != nil {
		return f
	}
	t.Fatalf("there is no control %q; there is %q", key, h.Keys())
	return nil
}

// Find is the control with a key, nil where there is none.
func (h *Host) Find(key string) (found fyne.Focusable) {
	h.controls(func(k string, f fyne.Focusable) {
		if k == key && found == nil {
			found = f
		}
	})
	return found
}

// Keys are the keys of all controls, in the order of Tab.
func (h *Host) Keys() (keys []string) {
	h.controls(func(k string, _ fyne.Focusable) { keys = append(keys, k) })
	return keys
}

// First is the first key that begins with prefix and ends with suffix.
func (h *Host) First(t *testing.T, prefix, suffix string) string {
	t.Helper()
	for _, k := range h.Keys() {
		if strings.HasPrefix(k, prefix) && strings.HasSuffix(k, suffix) {
			return k
		}
	}
	t.Fatalf("there is no control %q … %q; there is %q", prefix, suffix, h.Keys())
	return ""
}

// Tap taps the control with a key.
func (h *Host) Tap(t *testing.T, key string) {
	t.Helper()
	test.Tap(h.Control(t, key).(fyne.Tappable))
}

// Press focuses the control with a key and presses Space.
func (h *Host) Press(t *testing.T, key string) {
	t.Helper()
	h.W.Canvas().Focus(h.Control(t, key))
	h.W.Canvas().Focused().TypedRune(' ')
}

// FocusKey is the key of what has the focus, "" for nothing.
func (h *Host) FocusKey() string {
	if k, ok := h.W.Canvas().Focused().(interface{ FocusKey() string }); ok {
		return k.FocusKey()
	}
	return ""
}

// controls visits what lies on top: a dialog or menu where one is shown, otherwise the room.
func (h *Host) controls(visit func(key string, f fyne.Focusable)) {
	root := h.W.Content()
	if top := h.W.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	widgets.Walk(root, func(o fyne.CanvasObject) bool {
		k, keyed := o.(interface{ FocusKey() string })
		f, can := o.(fyne.Focusable)
		if keyed && can && o.Visible() {
			visit(k.FocusKey(), f)
		}
		return true
	})
}
