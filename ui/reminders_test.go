package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
	"handback/notes/reminders"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/settings"
)

// desktopApp is an app whose notifications and tray a test sees.
type desktopApp struct {
	fyne.App
	said []string
	menu *fyne.Menu
	icon fyne.Resource
}

func (a *desktopApp) SendNotification(n *fyne.Notification) { a.said = append(a.said, n.Content) }
func (a *desktopApp) SetSystemTrayMenu(m *fyne.Menu)        { a.menu = m }
func (a *desktopApp) SetSystemTrayIcon(r fyne.Resource)     { a.icon = r }
func (a *desktopApp) SetSystemTrayWindow(fyne.Window)       {}

var _ desktop.App = (*desktopApp)(nil)

// remindedWindow wants to be reminded of a one-on-one with Ana at 10:00 and one with Ben at 11:00; it is 9:30.
func remindedWindow(t *testing.T) (*window, *desktopApp) {
	t.Helper()
	w := newWindow(t)
	app := &desktopApp{App: w.App}
	w.App = app
	w.remindsOf(t, reminders.Wants{Before: 10, Morning: true})
	return w, app
}

func (w *window) remindsOf(t *testing.T, wants reminders.Wants) {
	t.Helper()
	for first, at := range map[string]string{"Ana": "10:00", "Ben": "11:00"} {
		w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
			Person: w.who(first).ID, Kind: notes.PlannedNote, Date: w.Today(), At: at, Body: "topic: the secret rollout\n",
		}}})
	}
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: reminders.KeyWants, Value: wants.String()}}})
}

func TestOneIsReminded(t *testing.T) {
	w, app := remindedWindow(t)
	w.pass(time.Minute)
	if want := []string{"You have 2 one-on-ones today."}; !slices.Equal(app.said, want) {
		t.Fatalf("%q", app.said)
	}
	w.pass(19*time.Minute + 30*time.Second) // 9:50:30
	w.pass(2 * time.Hour)
	if len(app.said) != 3 {
		t.Errorf("%q", app.said)
	}
	for _, said := range app.said {
		if strings.Contains(said, "Ana") || strings.Contains(said, "Ben") || strings.Contains(said, "secret") {
			t.Errorf("it says %q", said)
		}
	}
}

// TestOneIsNotRemindedTwice closes the window between two reminders of one meeting, and wakes the computer.
func TestOneIsNotRemindedTwice(t *testing.T) {
	w, app := remindedWindow(t)
	w.pass(21 * time.Minute)
	before := len(app.said)
	if before != 2 {
		t.Fatalf("%q", app.said)
	}
	path := w.journal.Path()
	if err := w.open(path, false); err != nil {
		t.Logf("the same one: %v", err)
	}
	if err := w.closeJournal(); err != nil {
		t.Fatal(err)
	}
	if err := w.open(path, false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.pass(5 * time.Minute)
	if len(app.said) != before {
		t.Errorf("%q", app.said)
	}
}

func TestAMeetingIsSilent(t *testing.T) {
	w, app := remindedWindow(t)
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.startMeeting()
	w.settle()
	w.pass(85 * time.Minute) // 10:55
	if len(app.said) > 0 {
		t.Fatalf("%q", app.said)
	}
	w.closesMeeting()
	w.pass(2 * time.Minute)
	if len(app.said) != 1 {
		t.Errorf("after the meeting: %q", app.said)
	}
}

// closesMeeting ends the one-on-one, and asks for everything again: nobody looks on any more.
func (w *window) closesMeeting() {
	w.t.Helper()
	w.Run("meeting.close")
	w.settle()
	w.closeOverlays()
	w.guard = 0
	w.visit(room.Place{Screen: room.Today})
	if w.lookedOn() {
		w.t.Fatal("somebody still looks on in ", w.Place())
	}
}

func TestALockIsSilent(t *testing.T) {
	w, _, _ := protectedWindow(t)
	app := &desktopApp{App: w.App}
	w.App = app
	w.remindsOf(t, reminders.Wants{Before: 10, Morning: true})
	w.lock()
	w.settle()
	w.pass(2 * time.Hour)
	if len(app.said) > 0 {
		t.Errorf("%q", app.said)
	}
}

func TestNobodyIsRemindedUnasked(t *testing.T) {
	w := newWindow(t)
	app := &desktopApp{App: w.App}
	w.App = app
	w.remindsOf(t, reminders.Wants{})
	w.pass(3 * time.Hour)
	if len(app.said) > 0 {
		t.Errorf("%q", app.said)
	}
}

// ownComputer is a computer of a test's.
type ownComputer struct {
	tray, hosted, login bool
	theme, scale        string
}

func (c *ownComputer) Tray() bool            { return c.tray }
func (c *ownComputer) SetTray(on bool) error { c.tray = on; return nil }

func (c *ownComputer) Look() (theme, scale string) { return c.theme, c.scale }

func (c *ownComputer) SetLook(theme, scale string) error {
	c.theme, c.scale = theme, scale
	return nil
}

func (c *ownComputer) AtLogin() (bool, error)   { return c.login, nil }
func (c *ownComputer) SetAtLogin(on bool) error { c.login = on; return nil }
func (c *ownComputer) HasTray() bool            { return c.hosted }
func (c *ownComputer) LineKey() settings.LineKey {
	return settings.LineKey{Command: "handback -capture"}
}

func trayWindow(t *testing.T) (*window, *desktopApp, *ownComputer) {
	t.Helper()
	w := newWindow(t)
	app, c := &desktopApp{App: w.App}, &ownComputer{tray: true, hosted: true}
	w.App, w.Computer = app, c
	w.remindsOf(t, reminders.Wants{})
	w.startTray()
	return w, app, c
}

func items(m *fyne.Menu) string {
	var all []string
	for _, i := range m.Items {
		all = append(all, i.Label)
	}
	return strings.Join(all, "|")
}

func TestTheTrayNamesNobody(t *testing.T) {
	w, app, _ := trayWindow(t)
	if got := items(app.menu); got != "Next one-on-one: today, 10:00||Write a line|Open Handback||Quit" {
		t.Errorf("%s", got)
	}
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.startMeeting()
	w.settle()
	if got := items(app.menu); strings.Contains(got, "Next") || strings.Contains(got, "Ben") {
		t.Errorf("in a meeting: %s", got)
	}
}

// TestTheTraysIconIsNotEmpty holds that the icon gets its picture once it is in the tray: what Fyne gives it before may be lost.
func TestTheTraysIconIsNotEmpty(t *testing.T) {
	w, app, _ := trayWindow(t)
	if app.icon != nil {
		t.Fatal("it got a picture before it was there")
	}
	w.pass(trayNamedAfter)
	if app.icon != look.AppIcon {
		t.Errorf("its picture is %v", app.icon)
	}
}

func TestThereIsNoTrayUnasked(t *testing.T) {
	w := newWindow(t)
	app := &desktopApp{App: w.App}
	w.App, w.Computer = app, &ownComputer{hosted: true}
	w.startTray()
	w.frame.redraw()
	if app.menu != nil {
		t.Error(items(app.menu))
	}
}

func TestClosingKeepsItInTheTray(t *testing.T) {
	w, _, c := trayWindow(t)
	w.closeWindow()
	w.settle()
	if w.stopped || w.journal == nil {
		t.Fatal("it ended")
	}
	c.hosted = false // e.g. the extension was switched off: nobody could open it again
	w.closeWindow()
	w.settle()
	if !w.stopped {
		t.Error("it goes on where nobody sees it")
	}
}

// TestALoginStartsInTheTray starts hidden on a desktop that has a tray, and on one that has none.
func TestALoginStartsInTheTray(t *testing.T) {
	for _, hosted := range []bool{true, false} {
		w := emptyWindow(t, t.TempDir())
		app, c := &desktopApp{App: w.App}, &ownComputer{tray: true, hosted: hosted}
		w.App, w.Computer, w.Hidden = app, c, true
		shown := &shownWindow{Window: w.win}
		w.win = shown
		if err := w.Start("", false); err != nil {
			t.Fatal(err)
		}
		w.settle()
		if shown.times > 0 {
			t.Error("it shows at once")
		}
		w.pass(time.Minute)
		if (shown.times > 0) == hosted {
			t.Errorf("tray %v, shown %d times", hosted, shown.times)
		}
	}
}

type shownWindow struct {
	fyne.Window
	times int
}

func (s *shownWindow) Show() { s.times++; s.Window.Show() }
