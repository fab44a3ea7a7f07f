package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/stepin"
	"handback/ui/widgets"
)

// command is one thing the window can do. The one table of them feeds the menu, the quick switcher, the list of
// shortcuts and the entries, which pass on each shortcut that is not their own.
type command struct {
	id   string
	name string // "" for what only rooms run: it is in no list
	keys []desktop.CustomShortcut
	when func() bool // whether it can be done now; nil is always. A shortcut checks it too.
	run  func()
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault // Cmd on macOS
	alt   = fyne.KeyModifierAlt
	shift = fyne.KeyModifierShift
)

func key(mod fyne.KeyModifier, name fyne.KeyName) []desktop.CustomShortcut {
	return []desktop.CustomShortcut{{KeyName: name, Modifier: mod}}
}

// commandTable lists all commands, in the order of the menu.
func (s *Shell) commandTable() []command {
	open := func() bool { return s.journal != nil && !s.inMeeting() && !s.turned() }
	back := func() bool { return s.journal != nil && !s.inMeeting() && s.canMove(-1) }
	report := func() bool {
		return s.journal != nil && !s.turned() && s.Person(s.Place().Person).Kind == notes.KindReport
	}
	person := func() bool { return open() && report() }
	writable := func() bool { return open() && !s.readOnly() }
	to := func(screen room.Screen) func() { return func() { s.Go(room.Place{Screen: screen}) } }
	tab := func(screen room.Screen) func() {
		return func() { s.Go(room.Place{Screen: screen, Person: s.Place().Person}) }
	}
	return []command{
		{"go.today", "Today", key(alt, fyne.KeyD), open, to(room.Today)},
		{"go.team", "Team", key(alt, fyne.KeyT), open, to(room.Team)},
		{"go.journal", "My journal", key(alt, fyne.KeyJ), open, func() { s.Go(room.Place{Screen: room.Notes, Person: s.Me().ID}) }},
		{"go.prep", "Prep", key(alt, fyne.Key1), person, tab(room.Prep)},
		{"go.notes", "Notes", key(alt, fyne.Key2), person, tab(room.Notes)},
		{"go.growth", "Growth", key(alt, fyne.Key3), person, tab(room.Growth)},
		{"go.praise", "Praise", key(alt, fyne.Key4), person, tab(room.Praise)},
		{"go.decisions", "Decisions", key(alt, fyne.Key5), person, tab(room.Decisions)},
		{"go.theirs", "Their page", key(alt, fyne.Key6), report, s.showTheirPage},
		{"go.previous", "Previous person", key(alt, fyne.KeyUp), open, func() { s.stepPerson(-1) }},
		{"go.next", "Next person", key(alt, fyne.KeyDown), open, func() { s.stepPerson(1) }},
		{"go.back", "Back", key(alt, fyne.KeyLeft), back, func() { s.move(-1) }},
		{"go.forward", "Forward", key(alt, fyne.KeyRight), func() bool { return open() && s.canMove(1) }, func() { s.move(1) }},
		{"note.new", "New note", key(ctrl, fyne.KeyN), writable, s.newNote},
		{"print", "Print", key(ctrl, fyne.KeyP), func() bool { return open() && s.printer() != nil }, func() { s.printer().Print() }},
		{"meeting.start", "Start one-on-one", key(ctrl|shift, fyne.KeyO), func() bool { return writable() && person() && s.Person(s.Place().Person).State != notes.StateLeft }, s.startMeeting},
		{"meeting.close", "Close one-on-one", key(ctrl|shift, fyne.KeyO), s.inMeeting, s.closeMeeting},
		{"person.add", "Add a report", key(ctrl|shift, fyne.KeyN), writable, s.addPeople},
		{"stepin.crisis", "It is a crisis …", key(ctrl|shift, fyne.KeyE), writable, func() { stepin.Crisis(s, s.Place().Person) }},
		{"person.edit", "Edit this person", nil, func() bool { return writable() && s.Place().Person != 0 }, func() { people.ShowEdit(s, s.Place().Person) }},
		{"switcher", "Jump to …", key(ctrl, fyne.KeyK), open, s.showSwitcher},
		{"search.here", "Find in this person's notes", key(ctrl, fyne.KeyF), open, func() { s.Go(room.Place{Screen: room.Search, Person: s.Place().Person}) }},
		{"search.all", "Search everything", key(ctrl|shift, fyne.KeyF), open, to(room.Search)},
		{"undo", "Undo what was just done", key(ctrl, fyne.KeyZ), func() bool { return s.undo != nil }, s.undoLast},
		{"go.trash", "Trash", nil, open, to(room.Trash)},
		{"go.settings", "Settings", key(ctrl, fyne.KeyComma), open, to(room.Settings)},
		{"help", "Labels and help", []desktop.CustomShortcut{{KeyName: fyne.KeyF1}}, nil, s.showHelp},
		{"shortcuts", "All shortcuts", key(ctrl, fyne.KeySlash), nil, s.showShortcuts},
		{"go.about", "About Handback", nil, open, to(room.About)},
		{"look.apply", "", nil, nil, s.lookChanged},
		{"quit", "Quit", key(ctrl, fyne.KeyQ), nil, s.quit},
	}
}

// Run implements room.Host.
func (s *Shell) Run(id string) {
	for _, c := range s.commands {
		if c.id != id {
			continue
		}
		if c.can() {
			c.run()
		} else if s.readOnly() {
			why, _ := s.journal.ReadOnly()
			s.Say(why) // so that no button is dead
		}
		return
	}
}

func (c command) can() bool { return c.when == nil || c.when() }

// shortcut runs the command that a shortcut belongs to and reports whether there is one that can be done now.
// Dialogs and menus that lie over the window keep their keys to themselves.
func (s *Shell) shortcut(sc fyne.Shortcut) bool {
	pressed, ok := sc.(*desktop.CustomShortcut)
	if !ok || s.win.Canvas().Overlays().Top() != nil {
		return false
	}
	for _, c := range s.commands {
		for _, k := range c.keys {
			if k.KeyName == pressed.KeyName && k.Modifier == pressed.Modifier && c.can() {
				c.run()
				return true
			}
		}
	}
	return false
}

// bindShortcuts makes the table's shortcuts work wherever no entry has the keyboard.
func (s *Shell) bindShortcuts() {
	for _, c := range s.commands {
		for _, k := range c.keys {
			if k.Modifier != 0 {
				sc := k
				s.win.Canvas().AddShortcut(&sc, func(fyne.Shortcut) { s.shortcut(&sc) })
			}
		}
	}
	// Fyne gives Ctrl+Z a type of its own.
	s.win.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.Run("undo") })
	s.win.Canvas().SetOnTypedKey(s.typedKey)
}

// typedKey is for keys without a modifier that no widget took.
func (s *Shell) typedKey(e *fyne.KeyEvent) {
	if widgets.HandleOverlayKey(s.win.Canvas(), e) {
		return
	}
	if e.Name == fyne.KeyEscape {
		s.escape()
		return
	}
	s.shortcut(&desktop.CustomShortcut{KeyName: e.Name})
}

// keyName is a shortcut as shown: "Ctrl+Shift+F", "⌘⇧F" on macOS.
func keyName(k desktop.CustomShortcut) string {
	name := map[fyne.KeyName]string{
		fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→",
		fyne.KeyComma: ",", fyne.KeySlash: "/",
	}[k.KeyName]
	if name == "" {
		name = string(k.KeyName)
	}
	mac := runtime.GOOS == "darwin"
	var b strings.Builder
	for _, m := range []struct {
		mod       fyne.KeyModifier
		word, sym string
	}{{ctrl, "Ctrl+", "⌘"}, {alt, "Alt+", "⌥"}, {shift, "Shift+", "⇧"}} {
		if k.Modifier&m.mod == 0 {
			continue
		}
		if mac {
			b.WriteString(m.sym)
		} else {
			b.WriteString(m.word)
		}
	}
	return b.String() + name
}
