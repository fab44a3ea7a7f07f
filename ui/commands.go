package ui

import (
	"runtime"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/handover"
	"handback/ui/help"
	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/stepin"
	"handback/ui/typeback"
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

// keys are several ways to one command: not every keyboard has a key for "/".
func keys(ways ...[]desktop.CustomShortcut) []desktop.CustomShortcut { return slices.Concat(ways...) }

// group is a part of the table of commands. One that has a name is a menu of its own, which opens from a line of the menu; the
// others are lines of the menu itself. A line stands between the parts of either.
type group struct {
	name  string
	parts [][]command
}

// commandTable lists all commands by the groups of the menu, in its order. Those that go to a screen stand in the table of
// screens.
func (s *Shell) commandTable() []group {
	back := func() bool { return s.journal != nil && !s.inMeeting() && s.canMove(-1) }
	forward := func() bool { return s.free() && s.canMove(1) }
	return append(append(s.dailyCommands(), []group{
		{voice.T("Go to"), [][]command{s.goTo(menuTop), s.goTo(menuPerson), {
			{"go.previous", voice.T("Go to the previous person"), key(alt, fyne.KeyUp), s.free, func() { s.stepPerson(-1) }},
			{"go.next", voice.T("Go to the next person"), key(alt, fyne.KeyDown), s.free, func() { s.stepPerson(1) }},
			{"go.back", voice.T("Back"), key(alt, fyne.KeyLeft), back, func() { s.move(-1) }},
			{"go.forward", voice.T("Forward"), key(alt, fyne.KeyRight), forward, func() { s.move(1) }},
		}, s.partCommands()}},
		{voice.T("Find"), [][]command{append([]command{
			{"switcher", voice.T("Jump to …"), key(ctrl, fyne.KeyK), s.searchable, s.showSwitcher},
		}, s.goTo(menuSearch)...), s.findCommands()}},
		{voice.T("People"), s.peopleCommands()},
		{voice.T("Journal"), s.journalCommands()},
		{voice.T("Help and about"), [][]command{append([]command{
			{"help", voice.T("Help"), []desktop.CustomShortcut{{KeyName: fyne.KeyF1}}, nil, s.showHelp},
			{"labels", voice.T("Show all labels"), nil, nil, func() { help.ShowLabels(s) }},
			{"shortcuts", voice.T("Show all shortcuts"), keys(key(ctrl, fyne.KeySlash), key(ctrl, fyne.KeyF1)), nil, s.showShortcuts},
		}, s.goTo(menuAbout)...)}},
	}...), group{parts: [][]command{append(s.goTo(menuSettings), []command{
		{lockID, voice.T("Lock now"), key(ctrl|shift, fyne.KeyL), func() bool { return s.mayLock() || s.becomesProtected() }, s.lock},
		{blankID, voice.T("Blank the screen"), key(ctrl|shift, fyne.KeyL), func() bool { return s.journal != nil && !s.protected }, s.blank},
		{"look.apply", "", nil, nil, s.lookChanged},
		{quitID, voice.T("Quit"), key(ctrl, fyne.KeyQ), nil, s.quit},
	}...)}})
}

func (s *Shell) mayWriteHere() bool { return s.free() && !s.readOnly() }

// dailyCommands are what one does all day: they are lines of the menu itself.
func (s *Shell) dailyCommands() []group {
	here := func() bool {
		return s.mayWriteHere() && s.atReport() && s.Person(s.Place().Person).State != notes.StateLeft
	}
	printable := func() bool { return s.free() && s.printer() != nil }
	return []group{{parts: [][]command{{
		{"note.new", voice.T("New note"), key(ctrl, fyne.KeyN), s.mayWriteHere, s.newNote},
		{"note.today", voice.T("Open today's note"), key(alt, fyne.KeyN), s.mayWriteHere, s.todaysNote},
		{"line.write", voice.T("Write a line"), nil, func() bool { return s.Lines != nil }, s.writeLine},
	}, {
		{"meeting.start", voice.T("Start one-on-one"), key(ctrl|shift, fyne.KeyO), here, s.startMeeting},
		{"meeting.close", voice.T("Close one-on-one"), key(ctrl|shift, fyne.KeyO), s.inMeeting, s.closeMeeting},
		{"typeback", voice.T("Type up your paper notes …"), nil, here, func() { typeback.Show(s, s.Place().Person, 0) }},
		{"print", voice.T("Print"), key(ctrl, fyne.KeyP), printable, func() { s.printer().Print() }},
	}, {
		{"undo", voice.T("Undo"), key(ctrl, fyne.KeyZ), s.canUndo, s.undoLast},
		{"redo", voice.T("Redo"), append(key(ctrl, fyne.KeyY), key(ctrl|shift, fyne.KeyZ)...), s.canRedo, s.redoLast},
	}}}}
}

// peopleCommands are about the person in view, and about everybody.
func (s *Shell) peopleCommands() [][]command {
	person := func() bool { return s.mayWriteHere() && s.Place().Person != 0 }
	atSomebody := func() bool { return s.free() && s.Person(s.Place().Person).ID != 0 && s.Place().Person != s.Me().ID }
	return [][]command{{
		{"person.edit", voice.T("Edit person"), nil, person, func() { people.ShowEdit(s, s.Place().Person) }},
		{"person.handover", voice.T("Handover pack"), nil, s.freeAtReport, func() { handover.Show(s, s.Place().Person) }},
		{"person.file", voice.T("Their file"), nil, atSomebody, func() { s.Go(room.Place{Screen: room.TheirFile, Person: s.Place().Person}) }},
	}, {
		{"person.add", voice.T("Add a direct report"), key(ctrl|shift, fyne.KeyN), s.mayWriteHere, s.addPeople},
		{"stepin.crisis", voice.T("Step in during a crisis …"), key(ctrl|shift, fyne.KeyE), s.mayWriteHere, func() {
			stepin.Crisis(s, s.Place().Person)
		}},
	}}
}

// journalCommands are about the journal as a whole.
func (s *Shell) journalCommands() [][]command {
	return [][]command{append([]command{
		{"backup.now", voice.T("Back up now"), nil, s.mayWriteHere, s.backUpNow},
		{"journal.copy", voice.T("Save a copy of your journal …"), nil, func() bool { return s.journal != nil }, s.saveCopy},
	}, s.goTo(menuJournal)...), s.protectCommands(), s.goTo(menuLeaving)}
}

// Run implements room.Host.
func (s *Shell) Run(id string) {
	if s.waits(id) {
		return
	}
	for _, c := range s.commands {
		if c.id != id {
			continue
		}
		if c.can() {
			s.do(c)
		} else if s.readOnly() {
			why, _ := s.journal.ReadOnly()
			s.Say(why) // so that no button is dead
		}
		return
	}
}

// can reports whether a command can be done now.
func (s *Shell) can(id string) bool {
	return slices.ContainsFunc(s.commands, func(c command) bool { return c.id == id && c.can() })
}

func (c command) can() bool { return c.when == nil || c.when() }

// shortcut runs the command that a shortcut belongs to and reports whether there is one that can be done now.
// Under dialogs and menus that lie over the window all rest but those that blank it and close it, as its own button does:
// what stands in a dialog is kept. One that rests leaves the keyboard and the caret where they are.
func (s *Shell) shortcut(sc fyne.Shortcut) bool {
	s.touch()
	pressed, ok := sc.(*desktop.CustomShortcut)
	if !ok {
		return false
	}
	under := widgets.OverlayShown(s.win.Canvas())
	for _, c := range s.commands {
		if under && c.id != blankID && c.id != quitID && c.id != lockID {
			continue
		}
		for _, k := range c.keys {
			if k.KeyName == pressed.KeyName && k.Modifier == pressed.Modifier && c.can() {
				s.do(c)
				return true
			}
		}
	}
	s.deaf(pressed)
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
	// Fyne gives Ctrl+Z and Ctrl+Y types of their own. An entry that has the keyboard keeps them for its text.
	for sc, k := range map[fyne.Shortcut]fyne.KeyName{&fyne.ShortcutUndo{}: fyne.KeyZ, &fyne.ShortcutRedo{}: fyne.KeyY} {
		pressed := &desktop.CustomShortcut{KeyName: k, Modifier: ctrl}
		s.win.Canvas().AddShortcut(sc, func(fyne.Shortcut) { s.shortcut(pressed) })
	}
	s.win.Canvas().SetOnTypedKey(s.typedKey)
	widgets.WatchKeys(s.win.Canvas())
	s.win.Canvas().SetOnTypedRune(s.typedRune)
}

// quitID is the command that closes the window.
const quitID = "quit"

// typedRune is for what is typed where nothing has the keyboard. The room has it, or the field that one enters it to type
// into; else it begins to look for something. In a meeting it is nobody's: see deaf. Nor is it where a passphrase is asked for, or
// was: a search would show it, and keep it.
func (s *Shell) typedRune(r rune) {
	s.touch()
	if widgets.OverlayShown(s.win.Canvas()) || s.room != nil && widgets.TypesSecret(s.win.Canvas(), s.room.Content()) {
		return
	}
	if to, ok := s.room.(room.Typer); ok {
		to.Typed(r)
		return
	}
	switch _, enters := s.room.(room.Focuser); {
	case s.inMeeting() || unicode.IsSpace(r):
		return
	case enters:
		s.focusRoom()
	default:
		s.Run("switcher")
	}
	if to := s.win.Canvas().Focused(); to != nil {
		to.TypedRune(r)
	}
}

// typedKey is for keys without a modifier that no widget took.
func (s *Shell) typedKey(e *fyne.KeyEvent) {
	s.touch()
	if widgets.HandleOverlayKey(s.win.Canvas(), e) {
		return
	}
	if e.Name == fyne.KeyEscape {
		s.escape()
		return
	}
	if mod := held(); mod != 0 && s.shortcut(&desktop.CustomShortcut{KeyName: e.Name, Modifier: mod}) {
		return
	}
	if s.shortcut(&desktop.CustomShortcut{KeyName: e.Name}) || widgets.OverlayShown(s.win.Canvas()) {
		return
	}
	s.moveInPart(e.Name)
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
	}{{ctrl, voice.T("Ctrl+"), "⌘"}, {alt, voice.T("Alt+"), "⌥"}, {shift, voice.T("Shift+"), "⇧"}} {
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
