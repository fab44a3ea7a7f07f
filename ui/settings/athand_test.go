package settings

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

type ownComputer struct {
	tray, hosted, login bool
	key                 LineKey
}

func (c *ownComputer) Tray() bool               { return c.tray }
func (c *ownComputer) SetTray(on bool) error    { c.tray = on; return nil }
func (c *ownComputer) AtLogin() (bool, error)   { return c.login, nil }
func (c *ownComputer) SetAtLogin(on bool) error { c.login = on; return nil }
func (c *ownComputer) HasTray() bool            { return c.hosted }
func (c *ownComputer) LineKey() LineKey         { return c.key }

func TestRemindersAreChosen(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	h.Sees("Your calendar is the best place for reminders", "Reminders show no names")
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
	h.Sees("Your desktop has no tray")
	h.c.hosted = true
	h.Reload()
	h.Sees("closing the window keeps Handback running")
}

// TestAKeyForALineCanBeHadOnEachSystem holds that each system and desktop is told of what there is: the command that works there, or
// what the installer for Windows puts into the Start menu.
func TestAKeyForALineCanBeHadOnEachSystem(t *testing.T) {
	const command = `'/opt/my apps/handback' -capture`
	for _, c := range []struct {
		key  LineKey
		want string
	}{
		{LineKey{System: "windows", Command: command}, "shortcut to this command"},
		{LineKey{System: "darwin", Command: command}, "the Shortcuts app"},
		{LineKey{System: "linux", Command: command, Desktop: "ubuntu:GNOME"}, "GNOME's Settings"},
		{LineKey{System: "linux", Command: command, Desktop: "KDE"}, "KDE's System Settings"},
		{LineKey{System: "linux", Command: command, Desktop: "XFCE"}, "Xfce's Settings"},
		{LineKey{System: "linux", Command: command, Desktop: "sway"}, "bindsym $mod+j exec "},
		{LineKey{System: "linux", Command: command, Desktop: "i3"}, "your i3 settings file"},
		{LineKey{System: "linux", Command: command, Desktop: "X-Cinnamon"}, "your desktop's settings"},
		{LineKey{System: "freebsd", Command: command}, "your desktop's settings"},
	} {
		if got := howToBind(c.key); !strings.Contains(got, c.want) || !strings.HasSuffix(got, command) {
			t.Errorf("%+v: %s", c.key, got)
		}
	}
	if got := howToBind(LineKey{System: "windows", Command: command, Entry: true}); !strings.Contains(got, LineEntry()) {
		t.Error(got)
	}
	installer, err := os.ReadFile("../../packaging/windows/installer.nsi")
	if err != nil {
		t.Fatal(err)
	}
	if made := strings.ReplaceAll(string(installer), "${APP}", "Handback"); !strings.Contains(made, `!define LINE "`+LineEntry()+`"`) {
		t.Errorf("the installer makes no “%s”", LineEntry())
	}
}

// TestTheCommandForAKeyIsCopied copies it as it works on this computer, since nobody types a path.
func TestTheCommandForAKeyIsCopied(t *testing.T) {
	h := &handyHost{Host: roomtest.Open(t), c: &ownComputer{key: LineKey{System: "linux", Command: "/opt/handback -capture"}}}
	at := room.Place{Screen: room.Settings, Part: PartAtHand}
	h.Enter(New(h, at), at)
	h.Sees("/opt/handback -capture")
	h.Tap("settings.line.copy")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "/opt/handback -capture" {
		t.Errorf("%q is copied", got)
	}
}

// TestTheCalendarIsOfferedFirst holds that a calendar's own alarm comes before the reminders of a program that has to run for them.
func TestTheCalendarIsOfferedFirst(t *testing.T) {
	h := &handyHost{Host: roomtest.Open(t), c: &ownComputer{}}
	at := room.Place{Screen: room.Settings, Part: PartAtHand}
	h.Enter(New(h, at), at)
	keys := h.Keys()
	first := slices.Index(keys, "settings.remind.calendar")
	for _, later := range []string{"settings.remind.before", "settings.remind.morning", "settings.tray", "settings.login"} {
		if i := slices.Index(keys, later); first < 0 || i < first {
			t.Errorf("%s is at %d, and the calendar at %d of %q", later, i, first, keys)
		}
	}
}
