// Package roomtest is the shell as a room's test needs it: a window of Fyne's test driver, a journal, a clock that
// stands, and a record of what the room asked for.
package roomtest

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/room"
)

// Size is the room's share of a window of 1280×800: without the sidebar and the bar above.
var Size = fyne.NewSize(1047, 752)

// Host is a room.Host. Everything that has no field here panics when it is used.
type Host struct {
	room.Host

	J     notes.Journal
	Clock time.Time
	W     fyne.Window

	Went  []room.Place // where the room went, in order
	Said  []string     // what was said after changes and otherwise, in order
	Shown []error      // errors shown to the user
	Ran   []string     // commands
	Undo  notes.Change // takes the last change back

	in room.Room
}

// New makes a host in light colours.
func New(t *testing.T, journal notes.Journal, now time.Time) *Host {
	t.Helper()
	app := test.NewTempApp(t)
	look.Use(look.ModeLight, 0, 1)
	app.Settings().SetTheme(look.Theme{})
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(Size)
	return &Host{J: journal, Clock: now, W: w}
}

// Enter shows a room as the shell does.
func (h *Host) Enter(t *testing.T, r room.Room) {
	t.Helper()
	h.in = r
	h.W.SetContent(r.Content())
	h.W.Resize(Size)
	if err := r.Reload(); err != nil {
		t.Fatalf("the room cannot read: %v", err)
	}
	if f, ok := r.(room.Focuser); ok {
		if w := f.Focus(); w != nil {
			h.W.Canvas().Focus(w)
		}
	}
}

// Apply commits the change and reloads the room.
func (h *Host) Apply(c notes.Change, say string) (notes.Applied, error) {
	applied, err := h.J.Apply(c)
	if err != nil {
		h.Shown = append(h.Shown, err)
		return notes.Applied{}, err
	}
	if say != "" {
		h.Said = append(h.Said, say)
		h.Undo = applied.Undo
	}
	h.Show(h.in.Reload())
	return applied, nil
}

// Show records an error.
func (h *Host) Show(err error) {
	if err != nil {
		h.Shown = append(h.Shown, err)
	}
}

// Say records a sentence.
func (h *Host) Say(s string) { h.Said = append(h.Said, s) }

// Go records a place; the room stays.
func (h *Host) Go(p room.Place) { h.Went = append(h.Went, p) }

// Run records a command.
func (h *Host) Run(id string) { h.Ran = append(h.Ran, id) }

// Journal is J.
func (h *Host) Journal() notes.Journal { return h.J }

// Now is the clock.
func (h *Host) Now() time.Time { return h.Clock }

// Today is the clock's day.
func (h *Host) Today() notes.Date { return notes.DateOf(h.Clock) }

// Window is W.
func (h *Host) Window() fyne.Window { return h.W }

// People are those of the journal; none where it cannot be read.
func (h *Host) People() []notes.Person {
	people, err := h.J.People()
	h.Show(err)
	return people
}

// Person is one of People.
func (h *Host) Person(id notes.PersonID) notes.Person {
	for _, p := range h.People() {
		if p.ID == id {
			return p
		}
	}
	return notes.Person{}
}

// Me is the manager.
func (h *Host) Me() notes.Person {
	for _, p := range h.People() {
		if p.Kind == notes.KindMe {
			return p
		}
	}
	return notes.Person{}
}

// Context is how lines of a note are read.
func (h *Host) Context(person notes.PersonID, date notes.Date) notes.Context {
	return notes.Context{Date: date, Person: person, Me: h.Me().ID, Names: notes.NewNames(h.People())}
}
