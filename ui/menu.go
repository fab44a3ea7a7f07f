package ui

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/widgets"
)

// menu is the table of commands as the window's ☰ menu, with a line between its groups.
func (s *Shell) menu() []widgets.MenuItem {
	var items []widgets.MenuItem
	for _, group := range s.groups {
		first := true
		for _, c := range group {
			if c.name != "" && c.can() {
				items = append(items, widgets.MenuItem{Text: c.name, Shortcut: s.keysOf(c.id), Divided: first, OnTap: c.run})
				first = false
			}
		}
	}
	return items
}

// nativeMenu puts the table of commands into the menu bar of macOS. Elsewhere a menu bar would be drawn in the window.
func (s *Shell) nativeMenu() {
	if runtime.GOOS != "darwin" {
		return
	}
	var items []*fyne.MenuItem
	for _, c := range s.commands {
		if c.name == "" {
			continue
		}
		if len(items) > 0 && s.beginsGroup(c) {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(c.name, func() { s.runFromMenuBar(c.id) })
		if len(c.keys) > 0 {
			k := c.keys[0]
			item.Shortcut = &k
		}
		item.IsQuit = c.id == "quit"
		items = append(items, item)
	}
	s.win.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu(voice.T("Handback"), items...)))
}

// beginsGroup reports whether a command is the first of its group in the menu.
func (s *Shell) beginsGroup(c command) bool {
	return slices.ContainsFunc(s.groups, func(group []command) bool { return len(group) > 0 && group[0].id == c.id })
}

// runFromMenuBar runs a command whose shortcut the menu bar takes even from an entry that has the keyboard: there undo and
// redo are the text's.
func (s *Shell) runFromMenuBar(id string) {
	texts := map[string]fyne.Shortcut{"undo": &fyne.ShortcutUndo{}, "redo": &fyne.ShortcutRedo{}}
	if entry, ok := s.win.Canvas().Focused().(interface {
		fyne.Shortcutable
		SelectedText() string
	}); ok && texts[id] != nil {
		entry.TypedShortcut(texts[id])
		return
	}
	s.Run(id)
}
