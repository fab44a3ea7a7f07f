package ui

import (
	"runtime"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/widgets"
)

// menu is the table of commands as the window's ☰ menu: what one does all day, and a line for each group of the rest, which opens
// its own. Only what can be done now is in it.
func (s *Shell) menu() []widgets.MenuItem {
	var items []widgets.MenuItem
	named := false
	for _, g := range s.groups {
		lines := s.linesOf(g)
		switch {
		case len(lines) == 0:
			continue
		case g.name == "":
			lines[0].Divided = true
		case len(lines) > 1:
			lines = []widgets.MenuItem{{Text: g.name, Sub: lines}}
			fallthrough
		default:
			lines[0].Divided = !named
		}
		named = g.name != ""
		items = append(items, lines...)
	}
	return items
}

// linesOf are the commands of a group that can be done now.
func (s *Shell) linesOf(g group) (lines []widgets.MenuItem) {
	for _, part := range g.parts {
		first := true
		for _, c := range part {
			if c.name != "" && c.can() {
				lines = append(lines, widgets.MenuItem{Text: c.name, Shortcut: s.keysOf(c.id), Divided: first, OnTap: c.run})
				first = false
			}
		}
	}
	return lines
}

// nativeMenu puts the table of commands into the menu bar of macOS: each group that has a name is a menu of it. Elsewhere a menu
// bar would be drawn in the window.
func (s *Shell) nativeMenu() {
	if runtime.GOOS == "darwin" {
		s.win.SetMainMenu(s.menuBar())
	}
}

func (s *Shell) menuBar() *fyne.MainMenu {
	own := fyne.NewMenu(voice.T("Handback"))
	menus := []*fyne.Menu{own}
	for _, g := range s.groups {
		to := own
		if g.name != "" {
			to = fyne.NewMenu(g.name)
			menus = append(menus, to)
		}
		for _, part := range g.parts {
			if len(to.Items) > 0 {
				to.Items = append(to.Items, fyne.NewMenuItemSeparator())
			}
			for _, c := range part {
				if c.name != "" {
					to.Items = append(to.Items, s.barItem(c))
				}
			}
		}
	}
	return fyne.NewMainMenu(menus...)
}

func (s *Shell) barItem(c command) *fyne.MenuItem {
	item := fyne.NewMenuItem(c.name, func() { s.runFromMenuBar(c.id) })
	if len(c.keys) > 0 {
		k := c.keys[0]
		item.Shortcut = &k
	}
	item.IsQuit = c.id == quitID
	return item
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
