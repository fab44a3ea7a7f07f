package theirfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/theirfile"
)

const anasNote = `todo: draft the plan
private: she has an offer from elsewhere
praise: ran the review (said)
feedback: interrupted twice
todo Ana: a talk with Ben Ode
`

func enter(h *roomtest.Host, who notes.PersonID, part string) {
	h.T.Helper()
	p := room.Place{Screen: room.TheirFile, Person: who, Part: part}
	h.Enter(theirfile.New(h, p), p)
}

func team(t *testing.T) (h *roomtest.Host, ana, ben notes.PersonID) {
	t.Helper()
	h = roomtest.Open(t)
	ana, ben = roomtest.Person(t, h.J, "Ana Ruiz"), roomtest.Person(t, h.J, "Ben Ode")
	roomtest.Do(t, h.J,
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-16", Body: anasNote},
		notes.NewNote{Person: ben, Kind: notes.HeldNote, Date: "2026-11-17", Body: "asked about Ana's plan\n"},
		notes.PutSetting{Key: "saveas.format", Value: ".md"})
	return h, ana, ben
}

// saved saves the file and returns what it says.
func saved(h *roomtest.Host) string {
	h.T.Helper()
	h.Tap("theirfile.save")
	path := filepath.Join(h.T.TempDir(), "out.md")
	h.Fill("saveas/where", path)
	h.Tap("dialog/confirm")
	text, err := os.ReadFile(path)
	if err != nil {
		h.T.Fatal(err)
	}
	return string(text)
}

func TestWhatIsSharedHoldsNothingPrivate(t *testing.T) {
	h, ana, _ := team(t)
	enter(h, ana, "")
	h.Sees("draft the plan", "ran the review", "1 private line is left out.", "1 line of praise or feedback hasn't been said yet",
		"Lines that name someone else", "Ben Ode")
	text := saved(h)
	for _, never := range []string{"offer", "interrupted", "Ben"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in\n%s", never, text)
		}
	}
	if !strings.Contains(text, "draft the plan") {
		t.Errorf("saved is\n%s", text)
	}
}

func TestEverythingWaitsUntilThirdPartiesAreDecided(t *testing.T) {
	h, ana, _ := team(t)
	enter(h, ana, "held")
	h.Sees("offer from elsewhere", "interrupted twice", "asked about Ana's plan", "Decide what to do with 1 line before you save the file.")
	h.Tap("theirfile.save")
	if h.Has("saveas/where") {
		t.Fatal("it is let out before the line that names Ben was looked at")
	}
	var line string
	for _, key := range h.Keys() {
		if strings.HasPrefix(key, "theirfile.line.") {
			line = key
		}
	}
	h.Focus(line)
	h.Press("Right")
	h.Press("Right")
	h.Press("Return")
	h.Sees("Nothing left to decide.", "a talk with [name left out]")
	text := saved(h)
	if strings.Contains(text, "Ben") || !strings.Contains(text, "a talk with") || !strings.Contains(text, "offer from elsewhere") ||
		!strings.Contains(text, "in a note from") {
		t.Errorf("saved is\n%s", text)
	}
	h.Reload()
	h.Sees("Nothing left to decide.") // it is kept
	roomtest.Do(t, h.J, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
	if left, err := h.J.Setting("theirfile." + h.Person(ana).UID); left != "" || err != nil {
		t.Errorf("left is %q, %v", left, err)
	}
}

func TestAnEmptyFileSaysWhatItIsFor(t *testing.T) {
	h := roomtest.Open(t)
	kim := roomtest.Person(t, h.J, "Kim Sato")
	enter(h, kim, "")
	h.Sees("Nothing yet. What you write about Kim appears here.")
	enter(h, h.Me().ID, "")
	h.Sees("My own notes", "What you write in your own notes appears here.")
}

func TestMyOwnNotesLeaveOthersOut(t *testing.T) {
	h, _, _ := team(t)
	roomtest.Do(t, h.J, notes.NewNote{
		Person: h.Me().ID, Kind: notes.JournalNote, Date: "2026-11-10",
		Body: "private: I want a rest\nBen was tired\n",
	})
	enter(h, h.Me().ID, "")
	if text := saved(h); !strings.Contains(text, "I want a rest") || strings.Contains(text, "Ben") {
		t.Errorf("saved is\n%s", text)
	}
}
