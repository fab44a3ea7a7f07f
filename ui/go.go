package ui

import (
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Place implements room.Host.
func (s *Shell) Place() room.Place { return s.trail.here() }

// Go implements room.Host.
func (s *Shell) Go(p room.Place) {
	if s.holds(p, func() { s.Go(p) }) {
		return
	}
	whole := p.Part == note.Whole
	if p = s.folding(p); whole {
		p.Part = ""
	}
	arrive := func() {
		if whole {
			s.guard = 0
		}
		s.trail.visit(p)
	}
	if s.show(p, arrive) {
		s.keepPlace()
	}
}

// show brings the place into view and reports whether it did; arrive is called in between, once the old room has let
// go. A room of the same screen and person that can move there stays as it is, and any room does where there is no such
// screen.
func (s *Shell) show(p room.Place, arrive func()) (shown bool) {
	widgets.AtOnce(func() { shown = s.showNow(p, arrive) })
	return shown
}

func (s *Shell) showNow(p room.Place, arrive func()) bool {
	if _, err := screenOf(p.Screen); err != nil {
		s.Show(err)
		return false
	}
	here := s.Place()
	if m, ok := s.room.(room.Mover); ok && here.Screen == p.Screen && here.Person == p.Person {
		moved, err := m.Move(p)
		if err != nil {
			s.Show(err)
			return false
		}
		if moved {
			arrive()
			s.frame.redraw()
			s.focusRoom()
			return true
		}
	}
	if !s.leave() {
		return false
	}
	arrive()
	s.enter(p)
	return true
}

// leave lets the room in view finish; it reports false where it must stay.
func (s *Shell) leave() bool {
	if l, ok := s.room.(room.Leaver); ok {
		if err := l.Leave(); err != nil {
			s.Show(err)
			return false
		}
	}
	if err := s.draft.Close(); err != nil {
		s.Show(err)
		return false
	}
	return true
}

// enter makes the room of a place and shows it.
func (s *Shell) enter(p room.Place) {
	to, err := screenOf(p.Screen)
	if err != nil {
		s.Show(err)
		return
	}
	s.unfocusRoom()
	if p.Screen != s.entered.Screen || p.Person != s.entered.Person { // made anew in another theme it is still about the same
		widgets.EndSecret(s.win.Canvas())
	}
	s.entered = p
	if p.Screen == room.Meeting {
		s.guard = p.Person
	}
	if to.looksOn(p) { // what was said before may name somebody else
		s.forgetUndo()
		s.frame.unsay()
		widgets.ForgetSelected()
		s.closeLine() // what was begun there stays, out of view
	}
	if s.room = s.roomOf(p); s.room == nil {
		s.room = to.make(s, p)
	}
	s.frame.show(s.room.Content())
	s.Show(s.room.Reload())
	s.frame.redrawBanner() // which note is open is known only now
	s.focusRoom()
	if !to.looksOn(p) {
		s.sayHeld()
	}
}

// unfocusRoom takes the keyboard from what goes with the room in view. What stands beside every room, and led here by a key, keeps it: the
// next key goes on from there, where it would begin at the top of the window.
func (s *Shell) unfocusRoom() {
	at := s.win.Canvas()
	beside := widgets.HasFocus(at, s.frame.side) || widgets.HasFocus(at, s.frame.top)
	if !beside || s.frame.bare() || !widgets.Ringed(at.Focused()) {
		at.Unfocus()
	}
}

// focusRoom puts the keyboard where the room in view wants it.
func (s *Shell) focusRoom() {
	if f, ok := s.room.(room.Focuser); ok {
		if w := f.Focus(); w != nil {
			s.win.Canvas().Focus(w)
		}
	}
}

// again makes the room in view anew, e.g. in another theme. What one looked at stays in view, and the keyboard where it was.
func (s *Shell) again() {
	if s.room == nil {
		return
	}
	resume := resumeOf(s.room)
	if !s.leave() {
		return
	}
	at := s.win.Canvas()
	back := widgets.HoldFocus(at)
	widgets.Keep(at, s.frame.root, func() {
		caret := s.Editor().Caret()
		s.editor = nil // its fonts are those of the look before
		s.frame.rebuild()
		s.enter(s.folding(s.Place()))
		if _, open := s.draft.Note(); open {
			s.editor.SetCaret(caret)
		}
		resume(s.room)
	})
	back()
	if has, ok := at.Focused().(fyne.CanvasObject); ok && !widgets.OverlayShown(at) {
		widgets.RevealIn(at, has) // of another size it is elsewhere
	}
}

// resumeOf is how a room that is shown anew goes on with what was chosen in this one.
func resumeOf(r room.Room) func(room.Room) {
	if r, ok := r.(room.Resumer); ok {
		if resume := r.Resume(); resume != nil {
			return resume
		}
	}
	return func(room.Room) {}
}

func (s *Shell) canMove(by int) bool {
	_, ok := s.trail.peek(by)
	return ok
}

// move goes back (-1) or forward (1).
func (s *Shell) move(by int) {
	p, ok := s.trail.peek(by)
	if !ok || s.holds(p, func() { s.move(by) }) {
		return
	}
	if s.show(s.folding(p), func() { s.trail.move(by) }) {
		s.keepPlace()
	}
}

// stepPerson goes to the same screen of the person above (-1) or below (1) in the sidebar.
func (s *Shell) stepPerson(by int) {
	here := s.Place()
	n := len(s.roster)
	if n == 0 {
		return
	}
	at := -1
	for i, r := range s.roster {
		if r.Person.ID == here.Person {
			at = i
		}
	}
	switch {
	case at < 0 && by > 0:
		at = 0
	case at < 0:
		at = n - 1
	default:
		at = (at + by + n) % n
	}
	s.Go(room.Place{Screen: tabFor(notes.KindReport, here.Screen), Person: s.roster[at].Person.ID})
}

// escape leaves what lies on top: the bar of find over a note, or what the screen in view says. A meeting goes back to the
// person's notes, search back to where it was opened.
func (s *Shell) escape() {
	if s.noteOpen() && s.editor.Finding() {
		s.editor.CloseFind()
		return
	}
	if e, ok := s.room.(room.Escaper); ok && e.Escape() {
		return
	}
	switch here := s.Place(); s.here().esc {
	case escNotes:
		s.Go(room.Place{Screen: room.Notes, Person: here.Person, Note: here.Note})
	case escBack:
		s.move(-1)
	case escTheirs:
		if s.looksOn() {
			s.move(-1)
		}
	default:
		s.forgetUndo()
	}
}

const (
	settingPlace = notes.SettingPlace
	settingSize  = "window.size"
)

// placeAfter is how long the window must stay where it is before that is kept: a click waits for no disk.
const placeAfter = time.Second

// keepPlace keeps where the window is, in the journal, so that the next start shows it again.
func (s *Shell) keepPlace() {
	if s.journal == nil || s.readOnly() || s.looksOn() {
		return
	}
	p := s.Place()
	if p.Screen == room.Notes {
		p.Part = ""
	}
	if s.unkept == nil {
		s.Clock.After(placeAfter, func() { _ = s.putPlace() }) // nobody asked for it; a full disk is said where a text needs it
	}
	s.unkept = &p
}

// putPlace writes the place that is to be kept.
func (s *Shell) putPlace() error {
	p := s.unkept
	s.unkept = nil
	if p == nil || s.journal == nil {
		return nil
	}
	text, err := json.Marshal(p)
	if err == nil {
		_, err = s.journal.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settingPlace, Value: string(text)}}})
	}
	return err
}

// lastPlace is where the window was when this journal was last open; Today where that is gone. The error, e.g. that this
// version has no such screen, is to be shown beside it.
func (s *Shell) lastPlace() (room.Place, error) {
	start := room.Place{Screen: room.Today}
	p := start
	text, err := s.journal.Setting(settingPlace)
	if err != nil || text == "" || json.Unmarshal([]byte(text), &p) != nil {
		return start, err
	}
	last, err := screenOf(p.Screen)
	if err != nil {
		return start, notes.Invalid{
			Why: voice.T("This version of Handback doesn't have the screen you last used, so it opened Today."),
		}
	}
	if !last.kept || last.looksOn(p) || !s.exists(p) {
		return start, nil
	}
	return s.folding(p), nil
}

// exists reports whether the person and the note of a kept place are still there.
func (s *Shell) exists(p room.Place) bool {
	if p.Person != 0 && s.Person(p.Person).ID == 0 {
		return false
	}
	if p.Note != 0 {
		if _, err := s.journal.Note(p.Note); err != nil {
			return false
		}
	}
	return true
}

// keepSize keeps the window's size in the journal.
func (s *Shell) keepSize() error {
	if s.journal == nil || s.readOnly() {
		return nil
	}
	size := s.win.Canvas().Size()
	text, err := json.Marshal([2]float32{size.Width, size.Height})
	if err != nil {
		return err
	}
	_, err = s.journal.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settingSize, Value: string(text)}}})
	return err
}

// lastSize is the size the window had, or the one it was drawn for.
func (s *Shell) lastSize() fyne.Size {
	var size [2]float32
	text, err := s.journal.Setting(settingSize)
	if err != nil || text == "" || json.Unmarshal([]byte(text), &size) != nil || size[0] < 600 || size[1] < 400 {
		return fyne.NewSize(1280, 800)
	}
	return fyne.NewSize(size[0], size[1])
}
