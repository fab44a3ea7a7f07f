package widgets

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
)

// showMenu opens the menu of a text where it was asked for.
func (ed *Editor) showMenu(at fyne.Position) {
	clipboard := fyne.CurrentApp().Clipboard()
	nothing := ed.entry.SelectedText() == ""
	typed := func(s fyne.Shortcut) func() { return func() { ed.entry.TypedShortcut(s) } }
	var items []MenuItem
	if caret := ed.entry.Caret(); ed.OnLink != nil && ed.linkAt(caret) != nil {
		items = append(items, MenuItem{Text: voice.T("Open link"), Shortcut: shortcutText("Enter"), OnTap: func() { ed.openLink(caret) }})
	}
	ShowMenuAt(canvasOf(ed.entry), at, append(items,
		MenuItem{Text: voice.T("Undo"), Shortcut: shortcutText("Z"), OnTap: ed.Undo},
		MenuItem{Text: voice.T("Redo"), Shortcut: shortcutText("Y"), OnTap: ed.Redo},
		MenuItem{
			Text:     voice.T("Cut"),
			Shortcut: shortcutText("X"),
			Off:      nothing,
			OnTap:    typed(&fyne.ShortcutCut{Clipboard: clipboard}),
		},
		MenuItem{
			Text:     voice.T("Copy"),
			Shortcut: shortcutText("C"),
			Off:      nothing,
			OnTap:    typed(&fyne.ShortcutCopy{Clipboard: clipboard}),
		},
		MenuItem{Text: voice.T("Paste"), Shortcut: shortcutText("V"), OnTap: typed(&fyne.ShortcutPaste{Clipboard: clipboard})},
		MenuItem{Text: voice.T("Bold"), Shortcut: shortcutText("B"), OnTap: func() { ed.emphasise(boldMarks) }},
		MenuItem{Text: voice.T("Italic"), Shortcut: shortcutText("I"), OnTap: func() { ed.emphasise(italicMarks) }},
		MenuItem{Text: voice.T("Select all"), Shortcut: shortcutText("A"), OnTap: typed(&fyne.ShortcutSelectAll{})},
	)...)
}

func shortcutText(key string) string {
	if onMac {
		return "⌘" + key
	}
	return voice.T("Ctrl+") + key
}
