package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// sleep lets the computer sleep: time goes by, but not for the timers.
func (w *window) sleep(d time.Duration) {
	w.clock.now = w.clock.now.Add(d)
	for _, t := range w.clock.timers {
		t.at = t.at.Add(d)
	}
}

// comesToFront is what the toolkit calls where another window was in front.
func (w *window) comesToFront() {
	w.t.Helper()
	front, ok := w.App.Lifecycle().(interface{ OnEnteredForeground() func() })
	if !ok || front.OnEnteredForeground() == nil {
		w.t.Fatal("nobody looks when the window comes to the front")
	}
	front.OnEnteredForeground()()
	w.settle()
}

// planFor plans a one-on-one with Ana, and says what the window shows of it and of the day on Today.
func (w *window) planFor(day notes.Date, at, zone string) {
	w.t.Helper()
	w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: w.who("Ana").ID, Kind: notes.PlannedNote, Date: day, At: at, Zone: zone,
	}}})
	w.visit(room.Place{Screen: room.Today})
}

func (w *window) shows(what string) {
	w.t.Helper()
	if got := w.everything(); !strings.Contains(got, what) {
		w.t.Errorf("%q is not in view: %q", what, got)
	}
}

func (w *window) at(zone string, year int, month time.Month, day, hour, minute int) {
	w.t.Helper()
	loc, err := time.LoadLocation(zone)
	if err != nil {
		w.t.Fatal(err)
	}
	w.clock.now = time.Date(year, month, day, hour, minute, 0, 0, loc)
	w.clock.timers = nil
	w.followDay()
	w.changed()
	w.settle()
}

func TestTodayFollowsTheDay(t *testing.T) {
	const zone = "Europe/Berlin"
	cases := map[string]struct {
		begin   [5]int // in Berlin
		planned notes.Date
		pass    func(*window)
		before  []string
		after   []string
		dots    int // one-on-ones of the day that the sidebar counts, afterwards
	}{
		"over midnight": {
			[5]int{2025, 12, 2, 23, 58},
			"2025-12-03", func(w *window) { w.pass(2 * time.Minute) },
			[]string{"Tuesday 2 December", "tomorrow 14:00"},
			[]string{"Wednesday 3 December", "today 14:00"},
			1,
		},
		"over the midnight after clocks went back": {
			[5]int{2025, 10, 26, 0, 30},
			"2025-10-27", func(w *window) { w.pass(24*time.Hour + 30*time.Minute) },
			[]string{"Sunday 26 October", "tomorrow 14:00"},
			[]string{"Monday 27 October", "today 14:00"},
			1,
		},
		"over the midnight after clocks went forward": {
			[5]int{2026, 3, 29, 0, 30},
			"2026-03-30", func(w *window) { w.pass(22*time.Hour + 30*time.Minute) },
			[]string{"Sunday 29 March", "tomorrow 14:00"},
			[]string{"Monday 30 March", "today 14:00"},
			1,
		},
		"after three days asleep": {
			[5]int{2025, 12, 2, 17, 0},
			"2025-12-05", func(w *window) { w.sleep(72 * time.Hour); w.pass(lookEvery) },
			[]string{"Tuesday 2 December", "Fri 5 Dec 14:00"},
			[]string{"Friday 5 December", "today 14:00"},
			1,
		},
		"after three days asleep, brought to the front": {
			[5]int{2025, 12, 2, 17, 0},
			"2025-12-05", func(w *window) { w.sleep(72 * time.Hour); w.comesToFront() },
			[]string{"Tuesday 2 December", "Fri 5 Dec 14:00"},
			[]string{"Friday 5 December", "today 14:00"},
			1,
		},
		"after the clock was set back": {
			[5]int{2025, 12, 2, 9, 0},
			"2025-12-02", func(w *window) { w.sleep(-24 * time.Hour); w.comesToFront() },
			[]string{"Tuesday 2 December", "today 14:00"},
			[]string{"Monday 1 December", "tomorrow 14:00"},
			0,
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			w.at(zone, c.begin[0], time.Month(c.begin[1]), c.begin[2], c.begin[3], c.begin[4])
			w.planFor(c.planned, "14:00", "")
			for _, what := range c.before {
				w.shows(what)
			}
			c.pass(w)
			for _, what := range c.after {
				w.shows(what)
			}
			if got := w.frame.drawn.side.today; got != c.dots {
				t.Errorf("the sidebar counts %d one-on-ones today", got)
			}
		})
	}
}

func TestTodayFollowsAFlight(t *testing.T) {
	w := newWindow(t)
	w.at("Europe/Berlin", 2025, 12, 2, 22, 0)
	w.planFor("2025-12-03", "01:00", "Europe/Berlin")
	w.shows("tomorrow 1:00")
	w.LookAtZone = func() { w.clock.now = w.clock.now.In(time.FixedZone("America/New_York", -5*60*60)) }
	w.comesToFront()
	w.shows("today 19:00")
}

// TestNothingIsDrawnWhileNothingChanges looks at the clock for a day, from which the window must have no work.
func TestNothingIsDrawnWhileNothingChanges(t *testing.T) {
	w := newWindow(t)
	w.at("Europe/Berlin", 2025, 12, 2, 0, 1)
	w.visit(room.Place{Screen: room.Today})
	drawn := w.page()
	w.pass(23 * time.Hour)
	w.comesToFront()
	if w.page() != drawn {
		t.Error("the room was drawn anew though neither day nor zone changed")
	}
	if n := w.planned(lookEvery); n != 1 {
		t.Errorf("%d timers look at the clock", n)
	}
	w.pass(2 * time.Hour)
	if w.page() == drawn {
		t.Error("midnight has drawn nothing")
	}
}

func TestADraftStaysAsItIsOverMidnight(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "todo: a\n")
	w.win.Canvas().Focus(w.editor.Focusable())
	w.editor.SetCaret(len([]rune(w.editor.Text())))
	w.typeText("half a w")
	w.at("Europe/Berlin", 2025, 12, 2, 23, 59)
	caret, text, focus := w.editor.Caret(), w.editor.Text(), w.win.Canvas().Focused()
	w.pass(5 * time.Minute)
	if w.Today() != "2025-12-03" || w.editor.Text() != text || w.editor.Caret() != caret || w.win.Canvas().Focused() != focus {
		t.Errorf("on %s the editor has %q, the caret at %d, the keyboard is at %v", w.Today(), w.editor.Text(), w.editor.Caret(), focus)
	}
	w.typeText("ord")
	w.editor.Undo()
	if err := w.draft.Flush(); err != nil {
		t.Fatal(err)
	}
	if n, open := w.draft.Note(); !open || n.ID != id || n.Date != "2025-12-02" {
		t.Errorf("the draft is %+v", n.NoteHead)
	}
	if got := w.stored(id); !strings.HasPrefix(got, "todo: a\n") {
		t.Errorf("stored %q", got)
	}
}

func TestAMeetingGoesOnOverMidnight(t *testing.T) {
	w, id := meet(t, meetingBody)
	w.editor.SetCaret(len([]rune(w.editor.Text())))
	w.typeText("decided Ana: the mill house")
	w.at("Europe/Berlin", 2025, 12, 2, 23, 59)
	text := w.editor.Text()
	w.pass(5 * time.Minute)
	if w.Place().Screen != room.Meeting || w.editor.Text() != text || strings.Contains(w.everything(), "pay round") {
		t.Errorf("at %v with %q", w.Place(), w.editor.Text())
	}
	w.shows("Tue 2 Dec") // the meeting's own day
	if err := w.draft.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := w.stored(id), meetingBody+"decided Ana: the mill house"; got != want {
		t.Errorf("stored %q, want %q", got, want)
	}
}

func TestACoveredWindowFollowsOnceItIsUncovered(t *testing.T) {
	w := newWindow(t)
	w.at("Europe/Berlin", 2025, 12, 2, 23, 59)
	w.visit(room.Place{Screen: room.Today})
	w.blankKey()
	w.pass(5 * time.Minute)
	if w.covered == nil || !w.stale {
		t.Fatal("the window is not covered, or nothing waits")
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.settle()
	w.shows("Wednesday 3 December")
}

func TestTheSystemsZoneIsFollowed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "zoneinfo", "localtime")
	set := func(zone string) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(zones(t), zone))
		if err != nil {
			t.Skip("this system has no time zones")
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set("Europe/Berlin")
	c := newSystemClock(func() time.Time { return tuesday }, file)
	c.Look()
	if got := c.Now(); got != tuesday {
		t.Errorf("nothing changed, and it is %v", got)
	}
	for zone, want := range map[string]string{"America/New_York": "04:30", "Asia/Kolkata": "15:00"} {
		set(zone)
		c.Look()
		if got := notes.TimeOf(c.Now()); got != want || !c.Now().Equal(tuesday) {
			t.Errorf("in %s it is %s, not %s", zone, got, want)
		}
	}
	if err := os.WriteFile(file, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	was := c.Now()
	c.Look()
	if got := c.Now(); got != was {
		t.Errorf("a file that is being written makes it %v", got)
	}
}

func TestAZoneOfTheProgramsOwnIsKept(t *testing.T) {
	for tz, want := range map[string]string{"Europe/Berlin": "", "": "", ":/etc/localtime": zoneFile, "/etc/localtime": zoneFile} {
		t.Run(tz, func(t *testing.T) {
			c := NewSystemClock(func() time.Time { return tuesday }, func(string) (string, bool) { return tz, true })
			if c.file != want {
				t.Errorf("looks at %q", c.file)
			}
		})
	}
	c := NewSystemClock(func() time.Time { return tuesday }, func(string) (string, bool) { return "", false })
	if c.file != zoneFile {
		t.Errorf("without TZ it looks at %q", c.file)
	}
}

// page is what Today drew last: another object after each drawing.
func (w *window) page() fyne.CanvasObject { return w.room.Content().(*fyne.Container).Objects[0] }

// zones is where the system keeps its time zones.
func zones(t *testing.T) string {
	t.Helper()
	for _, dir := range []string{"/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ"} {
		if _, err := os.Stat(filepath.Join(dir, "Europe", "Berlin")); err == nil {
			return dir
		}
	}
	return ""
}
