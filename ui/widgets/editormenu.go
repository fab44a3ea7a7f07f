package widgets

import (
	"fyne.io/fyne/v2"
)

// showMenu opens the menu of a text where it was asked for.
func (ed *Editor) showMenu(at fyne.Position) {
	clipboard := fyne.CurrentApp().Clipboard()
	nothing := ed.entry.SelectedText() == ""
	typed := func(s fyne.Shortcut) func() { return func() { ed.entry.TypedShortcut(s) } }
	ShowMenuAt(canvasOf(ed.entry), at,
		MenuItem{Text: "Undo", Shortcut: shortcutText("Z"), OnTap: ed.Undo},
		MenuItem{Text: "Redo", Shortcut: shortcutText("Y"), OnTap: ed.Redo},
		MenuItem{Text: "Cut", Shortcut: shortcutText("X"), Off: nothing, OnTap: typed(&fyne.ShortcutCut{Clipboard: clipboard})},
		MenuItem{Text: "Copy", Shortcut: shortcutText("C"), Off: nothing, OnTap: typed(&fyne.ShortcutCopy{Clipboard: clipboard})},
		MenuItem{Text: "Paste", Shortcut: shortcutText("V"), OnTap: typed(&fyne.ShortcutPaste{Clipboard: clipboard})},
		MenuItem{Text: "Select all", Shortcut: shortcutText("A"), OnTap: typed(&fyne.ShortcutSelectAll{})},
	)
}

func shortcutText(key string) string {
	if onMac {
		return "⌘" + key
	}
	return "Ctrl+" + key
}
