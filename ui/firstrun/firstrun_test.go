package firstrun

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// beginning notes what was begun; with an error it refuses.
type beginning struct {
	name   string
	people []notes.Person
	sample bool
	path   string
	err    error

	backups     int
	restored    int
	protectable bool
	then        room.Place // after Protect
	typed       Typed
}

func (b *beginning) Typed() *Typed { return &b.typed }

func (b *beginning) Protectable() bool { return b.protectable }

func (b *beginning) Protect(name string, people []notes.Person, then room.Place) {
	b.name, b.people, b.then = name, people, then
}

func (b *beginning) Backups() int { return b.backups }

func (b *beginning) Restore() { b.restored++ }

func (b *beginning) Start(name string, people []notes.Person) error {
	if b.err == nil {
		b.name, b.people = name, people
	}
	return b.err
}

func (b *beginning) Sample() error {
	b.sample = true
	return b.err
}

func (b *beginning) Open(path string) error {
	b.path = path
	return b.err
}

func TestBackupsOfAJournalThatIsGoneAreOffered(t *testing.T) {
	h, _ := enter(t)
	h.SeesNot("Restore a backup")
	b := &beginning{backups: 12}
	h.Enter(New(h, b), room.Place{Screen: room.FirstRun})
	h.Sees("12 backups of your journal are on this computer.")
	h.Tap("firstrun.restore")
	h.Tap("firstrun.open")
	h.Tap("firstrun.backup")
	if b.restored != 2 {
		t.Errorf("it leads there %d times", b.restored)
	}
}

func enter(t *testing.T) (*roomtest.Host, *beginning) {
	t.Helper()
	h, b := roomtest.New(t, nil), &beginning{}
	h.Enter(New(h, b), room.Place{Screen: room.FirstRun})
	return h, b
}

func TestThreeWaysToBegin(t *testing.T) {
	h, b := enter(t)
	h.Sees(
		"Start my journal",
		"Add your name and your people. It takes two minutes.",
		"Explore with a sample team",
		"Open a journal",
		"Nothing leaves this computer.",
	)
	if h.Focused() != "firstrun.start" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Tap("firstrun.sample")
	if !b.sample {
		t.Error("no sample team")
	}
}

func TestStartWithEightPeople(t *testing.T) {
	h, b := enter(t)
	h.Press(fyne.KeyReturn)
	h.Type("firstrun.name", "Robin Vale")
	h.Fill("people.names", "Ana Ruiz\nBen Kofi\nChidi Okafor\nDana Weiss\nElif Kaya\nFarid Haddad\nGus Lund\nHana Sato\n")
	h.Tap("firstrun.begin")
	if b.name != "Robin Vale" || len(b.people) != 8 || b.people[7].Name != "Hana Sato" || b.people[0].Since != "2026-11-23" {
		t.Errorf("began as %q with %+v", b.name, b.people)
	}
}

func TestCtrlEnterStartsFromBothFields(t *testing.T) {
	for _, key := range []string{"firstrun.name", "people.names"} {
		t.Run(key, func(t *testing.T) {
			h, b := enter(t)
			h.Tap("firstrun.start")
			h.Fill("firstrun.name", "Robin Vale")
			h.Fill("people.names", "Ana Ruiz\nBen Kofi")
			h.Find(key).(*widgets.Entry).TypedShortcut(
				&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
			if b.name != "Robin Vale" || len(b.people) != 2 {
				t.Errorf("began as %q with %+v", b.name, b.people)
			}
		})
	}
}

func TestStartSaysWhatIsWrong(t *testing.T) {
	h, b := enter(t)
	h.Tap("firstrun.start")
	h.Fill("people.names", "Ana\nAna\nBen: x")
	h.Tap("firstrun.begin")
	h.Sees("Enter a name.")
	h.Fill("firstrun.name", "Ben")
	h.Sees("Two people have this name", "Leave out the “:”")
	h.Tap("firstrun.begin")
	h.Sees("Some names can't be added yet.")
	if b.name != "" {
		t.Error("began all the same")
	}
	h.Fill("people.names", "ben")
	h.Sees("Ben is already called “Ben”.")
	h.Fill("people.names", "")
	h.Tap("firstrun.begin")
	if b.name != "Ben" || len(b.people) != 0 {
		t.Errorf("without people: %q, %+v", b.name, b.people)
	}
}

func TestStartThatFailsKeepsWhatWasTyped(t *testing.T) {
	h, b := enter(t)
	b.err = errors.New("the disk is full")
	h.Tap("firstrun.start")
	h.Fill("firstrun.name", "Robin")
	h.Fill("people.names", "Ana")
	h.Tap("firstrun.begin")
	h.Sees("The disk is full.", "Robin", "Ana")
	h.Tap("firstrun.back")
	h.Sees("Explore with a sample team")
}

// TestWhatWasTypedOutlivesThePage holds that neither a slip of the Esc key nor second thoughts about a passphrase cost a manager
// the names of eight people.
func TestWhatWasTypedOutlivesThePage(t *testing.T) {
	h, b := enter(t)
	b.protectable = true
	h.Enter(New(h, b), room.Place{Screen: room.FirstRun})
	h.Tap("firstrun.bring")
	h.Sees("Import my notes", "You don't have to add people yet")
	h.Fill("firstrun.name", "Robin Vale")
	h.Fill("people.names", "Ana Ruiz\nBen Kofi")
	h.Focus("people.rhythm")
	h.Press(fyne.KeyRight)
	h.Focus("people.names")
	h.Press(fyne.KeyEscape)
	h.Sees("Explore with a sample team")
	h.Tap("firstrun.open")
	h.Fill("firstrun.path", "/somewhere/my.handback")
	h.Tap("firstrun.back")
	h.Tap("firstrun.open")
	h.Sees("/somewhere/my.handback")
	h.Tap("firstrun.back")
	h.Tap("firstrun.start")
	h.Sees("Robin Vale", "Ana Ruiz", "Ben Kofi")
	h.Tap("firstrun.protect")
	h.Tap("firstrun.begin")
	if len(b.people) != 2 || b.people[1].Rhythm.Every == 0 {
		t.Fatalf("it begins with %+v", b.people)
	}
	h.Enter(New(h, b), room.Place{Screen: room.FirstRun}) // the passphrase was called off
	h.Sees("Start my journal", "Robin Vale", "Ana Ruiz", "Ben Kofi")
	h.Tap("firstrun.protect")
	h.Tap("firstrun.begin")
	if b.typed != (Typed{}) {
		t.Errorf("what was typed stays in memory: %+v", b.typed)
	}
}

func TestOpenAJournal(t *testing.T) {
	h, b := enter(t)
	h.Tap("firstrun.open")
	h.Tap("firstrun.go")
	h.Sees("Type the path to your journal")
	b.err = notes.ErrNotOurs
	h.Type("firstrun.path", "/tmp/two  blanks/x.db")
	h.Press(fyne.KeyReturn)
	if b.path != "/tmp/two  blanks/x.db" {
		t.Errorf("opened %q", b.path)
	}
	h.Sees("not a Handback journal")
	t.Setenv("HOME", "/home/robin")
	for typed, want := range map[string]string{"~/my.db": "/home/robin/my.db", "~": "/home/robin", "~robin/x": "~robin/x", " /x ": "/x"} {
		t.Run(typed, func(t *testing.T) {
			h.Fill("firstrun.path", typed)
			h.Press(fyne.KeyReturn)
			if b.path != want {
				t.Errorf("%q opened %q", typed, b.path)
			}
		})
	}
}

func TestEscLeavesTheChoiceOfAFile(t *testing.T) {
	h, b := enter(t)
	h.Tap("firstrun.open")
	h.Tap("firstrun.choose")
	if h.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("no files are shown")
	}
	h.Press(fyne.KeyEscape)
	if h.Window().Canvas().Overlays().Top() != nil || h.Focused() != "firstrun.path" || b.path != "" {
		t.Errorf("the keyboard is at %q, opened %q", h.Focused(), b.path)
	}
	h.Press(fyne.KeyEscape)
	h.Sees("Explore with a sample team")
}

func TestAJournalMayBeProtectedFromTheBeginning(t *testing.T) {
	for way, then := range map[string]room.Screen{"start": room.Today, "bring": room.Import} {
		t.Run(way, func(t *testing.T) {
			h, b := enter(t)
			b.protectable = true
			h.Tap("firstrun." + way)
			h.Fill("firstrun.name", "Robin Vale")
			h.Fill("people.names", "Ana Ruiz")
			h.Tap("firstrun.protect")
			h.Tap("firstrun.begin")
			if b.name != "Robin Vale" || len(b.people) != 1 || b.then.Screen != then {
				t.Errorf("%+v", b)
			}
		})
	}
	h, _ := enter(t)
	h.Tap("firstrun.start")
	if h.Has("firstrun.protect") {
		t.Error("it is offered where it can't be done")
	}
}
