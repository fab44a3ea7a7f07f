package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// On Linux a click with the middle button pastes what was selected last, in whichever program. Fyne has nothing for it.
// GLFW, on which Fyne's windows stand, reads and sets X11's primary selection; of Wayland's it knows nothing: there it is
// what was selected last in this window, else the clipboard.

// selection is the system's primary selection.
type selection interface {
	get() string
	set(text string)
}

// primary is nil where a middle click does nothing.
var primary = systemSelection()

// MouseDown puts the caret; with the middle button it pastes there.
func (e *Entry) MouseDown(event *desktop.MouseEvent) {
	noPress()
	e.filled = false
	e.padDone()
	if event.Button != desktop.MouseButtonTertiary {
		e.Entry.MouseDown(event)
		e.beyond = beyond{}
		if event.Button == desktop.MouseButtonPrimary && !e.shift {
			e.selectLine()
		}
		return
	}
	if primary == nil || e.Disabled() {
		return
	}
	text := primary.get()
	there := *event
	there.Button = desktop.MouseButtonPrimary
	e.Entry.MouseDown(&there)
	if text != "" {
		e.self.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(text)})
	}
}

// MouseUp ends a selection.
func (e *Entry) MouseUp(event *desktop.MouseEvent) {
	e.Entry.MouseUp(event)
	e.selected()
	released(e.self, event)
}

// selected tells the system what is selected, but of no passphrase: every program may read it, dots or not.
func (e *Entry) selected() {
	if text := e.SelectedText(); text != "" && primary != nil && !e.secret {
		primary.set(text)
		ours = true
	}
}

// ours is true where something was selected in a window of ours since ForgetSelected.
var ours bool

// ForgetSelected takes away what a middle click would paste of a window of ours: somebody else may be at it from now on. What is
// selected in another program meanwhile is not pasted any more either: to ask which of them it is could wait for a program that hangs.
func ForgetSelected() {
	if primary != nil && ours {
		primary.set("")
	}
	ours = false
}
