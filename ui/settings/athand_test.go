package settings

import (
	"os"
	"strings"
	"testing"

	"handback/notes/reminders"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// handyHost is a host with a computer.
type handyHost struct {
	*roomtest.Host
	c *ownComputer
}

func (h *handyHost) AtHand() Computer { return h.c }

type ownComputer struct{ tray, hosted, login bool }

func (c *ownComputer) Tray() bool               { return c.tray }
func (c *ownComputer) SetTray(on bool) error    { c.tray = on; return nil }
func (c *ownComputer) AtLogin() (bool, error)   { return c.login, nil }
func (c *ownComputer) SetAtLogin(on bool) error { c.login = on; return nil }
func (c *ownComputer) HasTray() bool            { return c.hosted }

func TestRemindersAreChosen(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	h.Sees("Your calendar reminds you best", "It names nobody")
	wants := func() string {
		t.Helper()
		text, err := h.Journal().Setting(reminders.KeyWants)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if wants() != "" {
		t.Fatal("they are on unasked")
	}
	h.Tap("settings.remind.morning")
	if got := reminders.Read(wants()); got != (reminders.Wants{Morning: true}) {
		t.Errorf("%+v", got)
	}
	h.Tap("settings.remind.morning")
	if got := reminders.Read(wants()); got.Any() {
		t.Errorf("%+v", got)
	}
}

func TestTheTrayAndTheLoginAreChosen(t *testing.T) {
	h := &handyHost{Host: roomtest.Open(t), c: &ownComputer{}}
	at := room.Place{Screen: room.Settings, Part: PartAtHand}
	h.Enter(New(h, at), at)
	if h.c.tray || h.c.login {
		t.Fatal("on unasked")
	}
	h.Tap("settings.login")
	h.Tap("settings.tray")
	if !h.c.tray || !h.c.login {
		t.Errorf("%+v", h.c)
	}
	h.Sees("Your desktop shows no tray")
	h.c.hosted = true
	h.Reload()
	h.Sees("closing the window keeps Handback running")
}

// TestAKeyForALineCanBeHadOnEachSystem holds that each system is told of what there is: a command, or what the installer for Windows
// puts into the Start menu.
func TestAKeyForALineCanBeHadOnEachSystem(t *testing.T) {
	for system, want := range map[string]string{"linux": captureCommand, "darwin": captureCommand, "windows": captureEntry()} {
		if got := howToCapture(system); !strings.Contains(got, want) {
			t.Errorf("%s: %s", system, got)
		}
	}
	installer, err := os.ReadFile("../../packaging/windows/installer.nsi")
	if err != nil {
		t.Fatal(err)
	}
	if made := strings.ReplaceAll(string(installer), "${APP}", "Handback"); !strings.Contains(made, `!define LINE "`+captureEntry()+`"`) {
		t.Errorf("the installer makes no “%s”", captureEntry())
	}
}
