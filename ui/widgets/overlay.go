package widgets

import "fyne.io/fyne/v2"

// overlayKeys is an overlay that takes keys which the focused widget in it has
// no use for: Esc and Enter.
type overlayKeys interface {
	overlayKey(event *fyne.KeyEvent) bool
}

// HandleOverlayKey offers a key to the dialog or menu on top of a canvas and
// tells whether it took it. The window's own key handler calls it first.
func HandleOverlayKey(at fyne.Canvas, event *fyne.KeyEvent) bool {
	ByKeys()
	top, ok := at.Overlays().Top().(overlayKeys)
	return ok && top.overlayKey(event)
}

// OverlayShown tells whether a dialog or menu lies over the window: the shell's
// commands rest meanwhile.
func OverlayShown(at fyne.Canvas) bool { return at.Overlays().Top() != nil }
