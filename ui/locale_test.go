package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/room"
)

// windowIn is a window where the system is set to a locale.
func windowIn(t *testing.T, locale string) *window {
	t.Helper()
	w := newWindow(t)
	w.Config.Locale = notes.LocaleOf(locale)
	look.UseWeek(w.Config.Locale.FirstDay())
	t.Cleanup(func() { look.UseWeek(notes.Locale{}.FirstDay()) })
	return w
}

// TestTimesAreSaidAsTheSystemSays looks at every screen that shows a time.
func TestTimesAreSaidAsTheSystemSays(t *testing.T) {
	cases := map[string]struct{ said, other string }{
		"en_US.UTF-8": {"2:05 PM", "14:05"},
		"de_DE.UTF-8": {"14:05", "2:05 PM"},
	}
	for locale, c := range cases {
		t.Run(locale, func(t *testing.T) {
			w := windowIn(t, locale)
			ana := w.who("Ana")
			made := w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
				Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today().AddDays(1), At: "14:05", Body: "topic: a\n",
			}}})
			for _, screen := range []room.Screen{room.Today, room.Prep, room.Notes} {
				p := room.Place{Screen: screen, Person: ana.ID}
				if screen == room.Today {
					p.Person = 0
				}
				w.visit(p)
				if got := w.everything(); !strings.Contains(got, c.said) || strings.Contains(got, c.other) {
					t.Errorf("%s shows %q", screen, got)
				}
			}
			if n, err := w.journal.Note(made.Made[0]); err != nil || n.At != "14:05" {
				t.Errorf("kept as %q, %v", n.At, err)
			}
		})
	}
}

// TestATimeThatIsOfferedIsTakenBack moves a one-on-one without touching the time that the dialog begins with.
func TestATimeThatIsOfferedIsTakenBack(t *testing.T) {
	w := windowIn(t, "en_US.UTF-8")
	ana := w.who("Ana")
	made := w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today().AddDays(1), At: "14:05", Body: "topic: a\n",
	}}})
	w.visit(room.Place{Screen: room.Notes, Person: ana.ID, Note: made.Made[0]})
	w.tapKey("head.more")
	w.tapOverlay("menu/Reschedule …")
	if got := w.field("move.at").Text; got != "2:05 PM" {
		t.Errorf("the dialog begins with %q", got)
	}
	w.field("move.day").SetText("2025-12-09")
	w.tapOverlay("dialog/confirm")
	if n, err := w.journal.Note(made.Made[0]); err != nil || n.At != "14:05" || n.Date != "2025-12-09" {
		t.Errorf("moved to %s at %q, %v", n.Date, n.At, err)
	}
}

func TestTheEnvironmentSaysTheLocale(t *testing.T) {
	cases := map[string]struct {
		env  map[string]string
		said string
	}{
		"LC_ALL before all":        {map[string]string{"LC_ALL": "de_DE.UTF-8", "LC_TIME": "en_US.UTF-8", "LANG": "en_US.UTF-8"}, "14:05"},
		"LC_TIME before LANG":      {map[string]string{"LC_TIME": "en_GB.UTF-8", "LANG": "en_US.UTF-8"}, "14:05"},
		"LANG":                     {map[string]string{"LANG": "en_US.UTF-8"}, "2:05 PM"},
		"C says nothing, and wins": {map[string]string{"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, "14:05"},
		"nothing":                  {nil, "14:05"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := envLocale(func(key string) string { return c.env[key] }).SayTime("14:05"); got != c.said {
				t.Errorf("14:05 is said as %q", got)
			}
		})
	}
}

func TestTheShellTellsTheCalendarWhereWeeksBegin(t *testing.T) {
	for _, locale := range []string{"en_US", "ar_EG", "de_DE"} {
		t.Run(locale, func(t *testing.T) {
			in := notes.LocaleOf(locale)
			s := New(Config{App: test.NewTempApp(t), Clock: &manual{now: tuesday}, Locale: in})
			t.Cleanup(func() { look.UseWeek(notes.Locale{}.FirstDay()) })
			if look.FirstDay() != in.FirstDay() {
				t.Errorf("weeks begin on %s in %s's window", look.FirstDay(), s.win.Title())
			}
		})
	}
}
