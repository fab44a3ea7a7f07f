package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Hands tells when the keyboard or the pointer is used in a window, whatever is under it, and whether Caps Lock is on. The
// toolkit says neither: each widget hears of what is done to it alone. So its window's callbacks are wrapped, which is
// possible from where the window is painted. Without a real window, as in a test, it tells nothing.
type Hands struct {
	// Moved is called for each key, click, turn of the wheel and move of the pointer; it has to be quick.
	Moved func()

	caps bool
	on   bool
}

// CapsLock reports whether Caps Lock was on at the last key; false where that is not known.
func (h *Hands) CapsLock() bool { return h.caps }

// Point is to be an object of the window's content: it is one pixel without a colour, and begins to listen when it is first
// painted.
func (h *Hands) Point() fyne.CanvasObject {
	point := canvas.NewRasterWithPixels(func(_, _, _, _ int) color.Color {
		if !h.on && inRealWindow() {
			h.on = true
			h.listen(glfw.GetCurrentContext())
		}
		return color.Transparent
	})
	point.Resize(fyne.NewSize(1, 1))
	return point
}

// inRealWindow tells whether GLFW runs: it must be asked nothing before.
func inRealWindow() bool {
	return fmt.Sprintf("%T", fyne.CurrentApp().Driver()) == "*glfw.gLDriver"
}

// locks are the modifiers that are no part of a shortcut: the toolkit never sees them.
const locks = glfw.ModCapsLock | glfw.ModNumLock

func (h *Hands) listen(w *glfw.Window) {
	if w == nil {
		return
	}
	w.SetInputMode(glfw.LockKeyMods, glfw.True)
	keys := w.SetKeyCallback(nil)
	w.SetKeyCallback(func(w *glfw.Window, key glfw.Key, code int, action glfw.Action, mods glfw.ModifierKey) {
		h.caps = mods&glfw.ModCapsLock != 0
		h.Moved()
		if keys != nil {
			keys(w, key, code, action, mods&^locks)
		}
	})
	buttons := w.SetMouseButtonCallback(nil)
	w.SetMouseButtonCallback(func(w *glfw.Window, button glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
		h.Moved()
		if buttons != nil {
			buttons(w, button, action, mods&^locks)
		}
	})
	moves := w.SetCursorPosCallback(nil)
	w.SetCursorPosCallback(func(w *glfw.Window, x, y float64) {
		h.Moved()
		if moves != nil {
			moves(w, x, y)
		}
	})
	wheel := w.SetScrollCallback(nil)
	w.SetScrollCallback(func(w *glfw.Window, x, y float64) {
		h.Moved()
		if wheel != nil {
			wheel(w, x, y)
		}
	})
}
