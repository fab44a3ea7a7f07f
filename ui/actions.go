package ui

import (
	"errors"
	"strings"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/firstrun"
	"handback/ui/help"
	"handback/ui/note"
	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/switcher"
)

// newNote makes a note about the person in view (about me where none is) and opens it. One of today that is open and
// still blank is as good as new.
func (s *Shell) newNote() {
	who := s.writesAbout()
	if n, open := s.draft.Note(); open && n.Person == who && n.Kind == notes.JournalNote && n.Date == s.Today() &&
		strings.TrimSpace(s.draft.Body()) == "" {
		s.writeIn(who, n.ID)
		return
	}
	s.makeNote(who, brief.NewJournalNote(who, s.Now()))
}

// todaysNote opens the newest of today's notes about the person in view, and makes one where there is none.
func (s *Shell) todaysNote() {
	who := s.writesAbout()
	heads, err := s.journal.NotesOf(who, 0)
	if err != nil {
		s.Show(err)
		return
	}
	id, change := brief.JournalNoteFor(who, heads, s.Now())
	if id == 0 {
		s.makeNote(who, change)
		return
	}
	s.writeIn(who, id)
}

// writesAbout is whom a new note is about: the person in view, otherwise the manager.
func (s *Shell) writesAbout() notes.PersonID {
	if who := s.Place().Person; who != 0 {
		return who
	}
	return s.Me().ID
}

func (s *Shell) makeNote(who notes.PersonID, change notes.Change) {
	if applied, err := s.Apply(change, ""); err == nil && len(applied.Made) > 0 {
		s.writeIn(who, applied.Made[0])
	}
}

// writeIn opens a note with the caret in it.
func (s *Shell) writeIn(who notes.PersonID, id notes.NoteID) {
	s.Go(room.Place{Screen: room.Notes, Person: who, Note: id})
	s.focusRoom()
}

// startMeeting holds the one-on-one of the person in view: the planned note, or a new one, becomes held and opens in
// the meeting view.
func (s *Shell) startMeeting() {
	who := s.Person(s.Place().Person)
	if err := s.draft.Flush(); err != nil { // what is written in the planned note just now gets its dates too
		s.Show(err)
		return
	}
	var head *notes.NoteHead
	var redate notes.Redated
	planned, err := s.journal.PlannedNote(who.ID)
	switch {
	case err == nil:
		head = &planned.NoteHead
		redate = s.redate(planned, s.Today())
	case !errors.Is(err, notes.ErrNotFound):
		s.Show(err)
		return
	}
	heldToday, err := s.journal.HeldDates(who.ID, s.Today())
	if err != nil {
		s.Show(err)
		return
	}
	lastHeld := notes.Date("")
	if n := len(heldToday); n > 0 {
		lastHeld = heldToday[n-1]
	}
	change := brief.StartOneOnOne(head, who, lastHeld, s.Now(), redate.Edits)
	if !makesNote(change) {
		begin, err := s.beginning(who, planned)
		if err != nil {
			s.Show(err)
			return
		}
		change = begin.Then(change)
	}
	applied, err := s.Apply(change, "")
	if err != nil {
		return
	}
	if moved := redate.Say(s.Today()); moved != "" {
		s.Say(moved)
	}
	id := planned.ID
	if len(applied.Made) > 0 {
		id = applied.Made[0]
	}
	s.Go(room.Place{Screen: room.Meeting, Person: who.ID, Note: id})
}

// redate is what becomes of the lines of a note that gets another day.
func (s *Shell) redate(n notes.Note, day notes.Date) notes.Redated {
	return notes.RedateNote(n, s.Context(n.Person, n.Date), s.Context(n.Person, day))
}

func (s *Shell) addPeople() { people.ShowAdd(s) }

// leaveSample leads from the sample team to the user's own journal, or to the first run where there is none.
func (s *Shell) leaveSample() {
	if s.Journals.Exists(s.Journals.Default()) {
		s.Show(s.open(s.Journals.Default(), false))
		return
	}
	if err := s.closeJournal(); err != nil {
		s.Show(err)
		return
	}
	s.firstRun()
}

// begin is what the first run can do.
type begin struct{ s *Shell }

// Start implements firstrun.Begin: the user's own journal, with their name and their people.
func (b begin) Start(myName string, team []notes.Person) error {
	if err := b.s.open(b.s.Journals.Default(), true); err != nil {
		return err
	}
	if b.s.journal == nil {
		return nil // there is one already, and it asks for its passphrase
	}
	if err := b.fill(myName, team); err != nil { // shown: the first run is out of view by now
		return err
	}
	b.s.Go(room.Place{Screen: room.Today})
	return nil
}

func (b begin) fill(myName string, team []notes.Person) error {
	me := b.s.Me()
	me.Name = myName
	rows := []notes.Row{me}
	for _, p := range team {
		rows = append(rows, p)
	}
	_, err := b.s.Apply(notes.Change{Rows: rows}, "")
	return err
}

// Typed implements firstrun.Begin.
func (b begin) Typed() *firstrun.Typed { return &b.s.firstTyped }

// Protectable implements firstrun.Begin.
func (b begin) Protectable() bool {
	return b.s.Vault != nil && !b.s.Journals.Exists(b.s.Journals.Default())
}

// Protect implements firstrun.Begin. The names come into the journal once it is protected, so that no plain file ever has them.
func (b begin) Protect(myName string, team []notes.Person, then room.Place) {
	b.s.begun = &beginning{fill: func() error { return b.fill(myName, team) }, then: then}
	b.s.Go(room.Place{Screen: room.Protect})
}

// Sample implements firstrun.Begin.
func (b begin) Sample() error { return b.s.openSample() }

// Open implements firstrun.Begin.
func (b begin) Open(path string) error { return b.s.open(path, false) }

// Backups implements firstrun.Begin.
func (b begin) Backups() int {
	all, err := b.s.Journals.Backups(b.s.Journals.Default())
	if err != nil {
		return 0 // the page of backups says so
	}
	return len(all)
}

// Restore implements firstrun.Begin.
func (b begin) Restore() { b.s.showBackups(b.s.Journals.Default()) }

// showSwitcher opens the quick switcher over the window; while somebody may look on, the search that is safe then.
func (s *Shell) showSwitcher() {
	if s.guard != 0 {
		note.Find(s, s.guard)
		return
	}
	switcher.Show(s, s.allOfSwitcher(), func(typed string) (found []switcher.Command) {
		for _, w := range help.Ways(s, s.helped(), typed) {
			found = append(found, switcher.Command{Name: w.Question, Icon: "info", Detail: w.Says, Act: w.Do})
		}
		return found
	})
}

// allOfSwitcher are the commands of the switcher, and the parts of Settings.
func (s *Shell) allOfSwitcher() []switcher.Command {
	list := s.switcherList()
	for _, p := range settings.Parts() {
		if p.Part == settings.PartProtect && s.Vault == nil {
			continue
		}
		list = append(list, switcher.Command{Name: p.Name(), Icon: "gear", Detail: voice.T("Settings"), Act: func() {
			s.Go(room.Place{Screen: room.Settings, Part: p.Part})
		}})
	}
	return list
}

// helped is what the help knows of the commands.
func (s *Shell) helped() help.Commands { return help.Commands{Can: s.can, Keys: s.keysOf} }

func (s *Shell) showHelp() { help.Show(s, s.helped()) }

// showShortcuts lists every command that has a shortcut.
func (s *Shell) showShortcuts() {
	var list []help.Shortcut
	for _, c := range s.commands {
		if len(c.keys) > 0 {
			list = append(list, help.Shortcut{Name: c.name, Keys: s.keysOf(c.id)})
		}
	}
	help.ShowShortcuts(s, list)
}

// KeysOf implements room.Host.
func (s *Shell) KeysOf(command string) string { return s.keysOf(command) }

// keysOf is the shortcut of a command as shown; "" where it has none.
func (s *Shell) keysOf(id string) string {
	for _, c := range s.commands {
		if c.id == id {
			names := make([]string, len(c.keys))
			for i, k := range c.keys {
				names[i] = keyName(k)
			}
			return strings.Join(names, ", ")
		}
	}
	return ""
}

// closeMeeting closes the one-on-one in view.
func (s *Shell) closeMeeting() {
	if m, ok := s.room.(interface{ Close() }); ok {
		m.Close()
	}
}

// printer is the room in view where it can be put on paper, else nil.
func (s *Shell) printer() room.Printer {
	p, _ := s.room.(room.Printer)
	return p
}
