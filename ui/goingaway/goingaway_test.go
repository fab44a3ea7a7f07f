package goingaway_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/carrying"
	"handback/ui/goingaway"
	"handback/ui/room"
	"handback/ui/roomtest"
)

type destroyer struct {
	fails error
	times int
}

func (d *destroyer) DestroyJournal() error {
	d.times++
	return d.fails
}

func enter(h *roomtest.Host) *destroyer {
	h.T.Helper()
	d := &destroyer{}
	h.Enter(goingaway.New(h, d), room.Place{Screen: room.GoingAway})
	return d
}

func TestEachStepLeadsToItsRoomAndIsTicked(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	const kept = "/somewhere/Handback notes"
	if _, err := h.J.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: notes.SettingKeptFolder, Value: kept}}}); err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	carrying.LetOut(h, out)
	enter(h)
	h.Sees(kept, out, "You exported your journal, or saved a copy of it, here:", "Leaving the company", "Ana hasn't read it yet.", "SSDs and disk snapshots", "Your computer's own backups")
	h.Tap("goingaway.pack.2")
	if at := h.Places[len(h.Places)-1]; at.Screen != room.Handover || at.Person != ana {
		t.Errorf("it goes to %+v", at)
	}
	h.Tap("goingaway.mine")
	if at := h.Places[len(h.Places)-1]; at.Screen != room.TheirFile || at.Person != h.Me().ID {
		t.Errorf("it goes to %+v", at)
	}
	h.Tap("goingaway.done.packs")
	h.Sees("done 23 Nov")
	h.Tap("goingaway.undone.packs")
	h.SeesNot("done 23 Nov")
	h.TakeBack()
	h.Sees("done 23 Nov")
}

func TestTheJournalIsDeletedOnlyByItsName(t *testing.T) {
	h := roomtest.Open(t)
	roomtest.Person(t, h.J, "Ana Ruiz")
	d := enter(h)
	file := filepath.Base(h.J.(interface{ Path() string }).Path())
	h.Tap("goingaway.delete")
	h.Sees("3 earlier steps aren't done yet.", file)
	for _, typed := range []string{"", "journal"} {
		h.Fill("goingaway/file", typed)
		h.Tap("dialog/confirm")
		h.Sees("That isn't the name.")
	}
	if d.times > 0 {
		t.Fatal("it is deleted under another name")
	}
	h.Fill("goingaway/file", file)
	d.fails = errors.New("the disk is gone")
	h.Tap("dialog/confirm")
	h.Sees("The disk is gone")
	d.fails = nil
	h.Tap("dialog/confirm")
	if d.times != 2 || h.Has("goingaway/file") {
		t.Errorf("it was asked for %d times, and the dialog is open: %v", d.times, h.Has("goingaway/file"))
	}
}

func TestAnEmptyJournalAndOneThatCanOnlyBeRead(t *testing.T) {
	h := roomtest.Open(t)
	enter(h)
	h.Sees("there's nothing to hand over")
	h.Seal()
	h.Reload()
	h.Sees("This journal is read-only, so it can't be deleted here.")
	for _, key := range h.Keys() {
		if strings.HasPrefix(key, "goingaway.done") || key == "goingaway.delete" {
			t.Errorf("there is %s", key)
		}
	}
}

func TestWhatIsMineIsSavedAsAnArchive(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	roomtest.Do(t, h.J, notes.NewNote{Person: h.Me().ID, Kind: notes.JournalNote, Date: h.Today(), Body: "a walk\nabout Ana\n"})
	roomtest.Do(t, h.J, notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: h.Today(), Body: "todo: one\n"})
	enter(h)
	folder := filepath.Join(t.TempDir(), "mine")
	h.Tap("goingaway.archive")
	h.Sees("Lines that name other people stay here.", "Anyone who can open this folder can read it")
	h.Fill("archive.folder", folder)
	h.Tap("dialog/confirm")
	h.Sees("1 note of yours is in this folder", folder, "1 line stays here")
	files, err := filepath.Glob(filepath.Join(folder, "Notes", "*", "*.md"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q, %v", files, err)
	}
	if data, err := os.ReadFile(files[0]); err != nil || !strings.HasSuffix(string(data), "---\na walk\n") {
		t.Errorf("%q, %v", data, err)
	}
}
