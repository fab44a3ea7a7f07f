// Package roomtest lets a test use a room as a user does: it stands in for the shell around it, taps what carries a
// key, types, reads what is drawn, and moves the clock. It waits for nothing: what a room does later is done when the
// test says so.
package roomtest

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/draft"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Host is a shell for one room in a window that is not shown on any screen.
type Host struct {
	T     testing.TB
	J     notes.Journal
	Clock time.Time
	In    notes.Locale

	Places []room.Place // where the room went, in order
	Said   []string     // by Say, and beside "Undo"
	Shown  []error      // by Show and by changes that failed
	Ran    []string     // commands
	Undo   notes.Change // takes the last change back

	State    draft.State
	NotSaved []error // why the draft could not be saved, once until it could

	// Hold keeps work that goes to the background until Answer; otherwise it is done at once.
	Hold bool

	window fyne.Window
	opened *journal // by Open
	draft  *draft.Draft
	edited *widgets.Editor
	stale  bool // something has changed since the room read
	room   room.Room
	place  room.Place
	held   []work
	timers []*timer
}

type work struct {
	do   func() error
	done func(error)
}

type timer struct {
	at   time.Time
	do   func()
	live bool
}

// New makes a host with a journal, at 10:00 on Monday 23 November 2026 UTC, in a window of 1280 by 800.
func New(t testing.TB, journal notes.Journal) *Host {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{})
	h := &Host{T: t, J: journal, Clock: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)}
	h.draft = h.newDraft()
	h.window = app.NewWindow("Handback")
	t.Cleanup(h.window.Close)
	h.window.SetPadded(false)
	h.window.Resize(fyne.NewSize(1280, 800))
	h.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if !widgets.HandleOverlayKey(h.window.Canvas(), e) {
			h.Ran = append(h.Ran, "key "+string(e.Name))
		}
	})
	return h
}

// Enter shows a room, as the shell does: the one that was in view is left first.
func (h *Host) Enter(r room.Room, p room.Place) {
	h.T.Helper()
	h.Leave()
	h.room, h.place = r, p
	h.window.SetContent(r.Content())
	h.window.Resize(fyne.NewSize(1280, 800))
	h.Reload()
	if f, ok := r.(room.Focuser); ok {
		if w := f.Focus(); w != nil {
			h.window.Canvas().Focus(w)
		}
	}
}

// Reload lets the room read again.
func (h *Host) Reload() {
	h.T.Helper()
	h.stale = false
	if h.room == nil {
		return
	}
	if err := h.room.Reload(); err != nil {
		h.T.Fatalf("reload: %v", err)
	}
}

// Journal implements room.Host.
func (h *Host) Journal() notes.Journal { return h.J }

// Now implements room.Host.
func (h *Host) Now() time.Time { return h.Clock }

// Today implements room.Host.
func (h *Host) Today() notes.Date { return notes.DateOf(h.Clock) }

// Locale implements room.Host.
func (h *Host) Locale() notes.Locale { return h.In }

// People implements room.Host.
func (h *Host) People() []notes.Person {
	if h.J == nil {
		return nil
	}
	people, err := h.J.People()
	if err != nil {
		h.T.Errorf("people: %v", err)
	}
	return people
}

// Person implements room.Host.
func (h *Host) Person(id notes.PersonID) notes.Person {
	for _, p := range h.People() {
		if p.ID == id {
			return p
		}
	}
	return notes.Person{}
}

// Me implements room.Host.
func (h *Host) Me() notes.Person {
	for _, p := range h.People() {
		if p.Kind == notes.KindMe {
			return p
		}
	}
	return notes.Person{}
}

func (h *Host) words() *notes.LabelWords {
	if h.J == nil {
		return nil
	}
	text, err := h.J.Setting(notes.SettingLabelWords)
	if err != nil {
		h.T.Errorf("words: %v", err)
	}
	return notes.ReadLabelWords(text)
}

// Context implements room.Host.
func (h *Host) Context(person notes.PersonID, date notes.Date) notes.Context {
	in := notes.Context{Date: date, Person: person, Me: h.Me().ID, Names: notes.NewNames(h.People()), Words: h.words()}
	if h.J != nil {
		undecided, err := h.J.Undecided()
		if err != nil {
			h.T.Errorf("undecided: %v", err)
		}
		in.Earlier = undecided[notes.DayOf{Person: person, Date: date}]
	}
	return in
}

// Go implements room.Host. The room in view stays, unless it moves there itself.
func (h *Host) Go(p room.Place) {
	h.Places = append(h.Places, p)
	if m, ok := h.room.(room.Mover); ok && p.Screen == h.place.Screen && p.Person == h.place.Person {
		moved, err := m.Move(p)
		h.Show(err)
		if !moved {
			return
		}
	}
	h.place = p
}

// Place implements room.Host.
func (h *Host) Place() room.Place { return h.place }

// Questions implements room.Host.
func (h *Host) Questions(f notes.PromptFacts) []prompt.Prompt { return prompt.Choose(f) }

// Record implements room.Host.
func (h *Host) Record(c notes.Change) error {
	_, err := h.J.Apply(c)
	h.Show(err)
	return widgets.Said(err)
}

// Apply implements room.Host.
func (h *Host) Apply(c notes.Change, say string) (notes.Applied, error) {
	applied, err := h.commit(c)
	if err != nil {
		h.Show(err)
		return notes.Applied{}, widgets.Said(err)
	}
	h.Undo = applied.Undo
	if _, all := room.Said(say); all != "" {
		h.Say(all)
	}
	return applied, nil
}

// ApplySlowly implements room.Host.
func (h *Host) ApplySlowly(c notes.Change, say string, done func(notes.Applied, error)) {
	var applied notes.Applied
	h.Background(func() (err error) {
		applied, err = h.commit(c)
		return err
	}, func(err error) {
		if err != nil {
			h.Show(err)
			done(notes.Applied{}, widgets.Said(err))
			return
		}
		h.Undo = applied.Undo
		if _, all := room.Said(say); all != "" {
			h.Say(all)
		}
		done(applied, nil)
	})
}

// Show implements room.Host.
func (h *Host) Show(err error) {
	if err == nil || widgets.WasSaid(err) {
		return
	}
	h.Shown = append(h.Shown, err)
	widgets.SayInDialog(h.window.Canvas(), widgets.Sentence(err))
}

// Say implements room.Host.
func (h *Host) Say(what string) { h.Said = append(h.Said, what) }

// Run implements room.Host.
func (h *Host) Run(command string) { h.Ran = append(h.Ran, command) }

// KeysOf implements room.Host: a room's test has no shortcuts.
func (h *Host) KeysOf(string) string { return "" }

// Window implements room.Host.
func (h *Host) Window() fyne.Window { return h.window }

// Draft implements room.Host.
func (h *Host) Draft() room.Draft { return h.draft }

// After implements room.Host.
func (h *Host) After(d time.Duration, f func()) (stop func()) {
	t := &timer{at: h.Clock.Add(d), do: f, live: true}
	h.timers = append(h.timers, t)
	return func() { t.live = false }
}

// Pass moves the clock on and does what was to be done by then, earliest first.
func (h *Host) Pass(d time.Duration) {
	until := h.Clock.Add(d)
	for {
		var next *timer
		for _, t := range h.timers {
			if t.live && !t.at.After(until) && (next == nil || t.at.Before(next.at)) {
				next = t
			}
		}
		if next == nil {
			break
		}
		next.live = false
		h.Clock = next.at
		next.do()
		h.settle()
	}
	h.Clock = until
}

// Background implements room.Host.
func (h *Host) Background(do func() error, done func(error)) {
	if h.Hold {
		h.held = append(h.held, work{do, done})
		return
	}
	done(do())
}

// Promptly implements room.Host.
func (h *Host) Promptly(do func() error, done func(error)) { h.Background(do, done) }

// Answer does the i-th of the works that were held.
func (h *Host) Answer(i int) {
	h.T.Helper()
	if i >= len(h.held) {
		h.T.Fatalf("only %d works were held", len(h.held))
	}
	w := h.held[i]
	w.done(w.do())
	h.settle()
}

// Editor implements room.Host.
func (h *Host) Editor() *widgets.Editor {
	if h.edited == nil {
		h.edited = widgets.NewEditor("note.editor", "")
	}
	return h.edited
}
