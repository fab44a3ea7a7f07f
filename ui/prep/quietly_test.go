package prep

import (
	"testing"

	"handback/notes"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// anaQuiet is Prep of somebody about whom questions are held back until 9 Dec.
func anaQuiet(t *testing.T) (*roomtest.Host, notes.Person) {
	t.Helper()
	h := team(t)
	p := named(t, h, "Ana")
	p.QuietUntil = "2026-12-09"
	roomtest.Do(t, h.J, p)
	return h, p
}

func TestPrepSaysUntilWhenItKeepsQuietAndLiftsIt(t *testing.T) {
	h, p := anaQuiet(t)
	prepOf(t, h, "Ana")
	h.Sees("Questions paused until 9 Dec")
	h.Tap("quiet")
	h.Tap(startsWith(t, h, "menu/Turn questions back on"))
	h.SeesNot("Questions paused until")
	if h.Person(p.ID).QuietUntil != "" {
		t.Errorf("quiet until %s", h.Person(p.ID).QuietUntil)
	}
	h.TakeBack()
	h.Sees("Questions paused until 9 Dec")
	h.Tap("quiet")
	h.Tap(startsWith(t, h, "menu/Change date"))
	h.Fill("quiet.day", "12 Dec")
	h.Tap(widgets.DialogConfirm)
	h.Sees("Questions paused until 12 Dec")
}

func TestPrepOfAJournalToReadSaysItAlone(t *testing.T) {
	h, _ := anaQuiet(t)
	h.Seal()
	prepOf(t, h, "Ana")
	h.Sees("Questions paused until 9 Dec")
	if h.Has("quiet") {
		t.Error("it can be lifted")
	}
}

// A line that nobody answered shows the day on which its silence ends by itself, and is lifted the same way.
func TestPrepShowsASilenceThatNobodyAnswered(t *testing.T) {
	h := team(t)
	p := named(t, h, "Ana")
	roomtest.Do(t, h.J, notes.NewNote{Person: p.ID, Kind: notes.JournalNote, Date: h.Today().AddDays(-10), Body: "her father died\n"})
	prepOf(t, h, "Ana")
	h.Sees("Questions paused until 5 Dec")
	h.SeesNot("father")
	h.Tap("quiet")
	h.Tap(startsWith(t, h, "menu/Turn questions back on"))
	h.SeesNot("Questions paused until")
}
