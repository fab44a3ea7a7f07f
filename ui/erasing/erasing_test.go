package erasing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/carrying"
	"handback/ui/erasing"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func team(t *testing.T) (h *roomtest.Host, ana, ben notes.PersonID) {
	t.Helper()
	h = roomtest.Open(t)
	ana, ben = roomtest.Person(t, h.J, "Ana Ruiz"), roomtest.Person(t, h.J, "Ben Ode")
	roomtest.Do(t, h.J,
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-16", Body: "todo: xylophone\n"},
		notes.NewNote{Person: ben, Kind: notes.HeldNote, Date: "2026-11-17", Body: "todo: ask Ana\nwith Ana again\nplain\n"},
		notes.Goal{Person: ben, Title: "Follow Ana", State: notes.GoalOpen},
	)
	return h, ana, ben
}

func enter(h *roomtest.Host, who notes.PersonID) {
	h.T.Helper()
	p := room.Place{Screen: room.Erasing, Person: who}
	h.Enter(erasing.New(h, p), p)
}

func TestEverythingAboutSomebodyIsDeleted(t *testing.T) {
	h, ana, ben := team(t)
	enter(h, ana)
	h.Sees("Delete everything about Ana Ruiz", "1 note", "3 lines to decide on.", "Ben Ode · in a note from", "What stays elsewhere")
	h.Tap("erasing.erase")
	if h.Has("erasing/name") {
		t.Fatal("it goes on before the lines are decided")
	}
	reword := ""
	for _, key := range h.Keys() {
		if strings.HasPrefix(key, "erasing.reword.note") && reword == "" {
			reword = key
		}
	}
	h.Tap(reword)
	h.Fill("erasing/line", "todo: ask the team")
	h.Tap("dialog/confirm")
	h.Sees("2 lines to decide on.")
	h.Tap("erasing.black")
	h.Sees("Nothing left to decide.", "with [name left out] again")
	h.Tap("erasing.erase")
	h.Fill("erasing/name", "Ana")
	h.Tap("dialog/confirm")
	h.Sees("That isn't the name.")
	h.Fill("erasing/name", "ana ruiz")
	h.Tap("dialog/confirm")
	if h.Person(ana).ID != 0 || !h.Undo.IsZero() {
		t.Errorf("%+v is there, %+v takes it back", h.Person(ana), h.Undo)
	}
	note, err := h.J.NotesOf(ben, 0)
	if err != nil {
		t.Fatal(err)
	}
	n, err := h.J.Note(note[0].ID)
	if err != nil || n.Body != "todo: ask the team\nwith [name left out] again\nplain\n" {
		t.Errorf("Ben's note says %q, %v", n.Body, err)
	}
	if said := h.Said[len(h.Said)-1]; said != "Everything about Ana Ruiz has been deleted" {
		t.Errorf("said is %q", h.Said)
	}
	if len(h.Shown) > 0 {
		t.Errorf("errors were shown: %v", h.Shown)
	}
}

func TestWhatStaysElsewhereIsNamed(t *testing.T) {
	h, ana, _ := team(t)
	path := h.J.(interface{ Path() string }).Path()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	older := strings.TrimSuffix(path, filepath.Ext(path)) + ".before-update-9" + filepath.Ext(path)
	if err := os.WriteFile(older, data, 0o600); err != nil {
		t.Fatal(err)
	}
	strange := filepath.Join(filepath.Dir(path), strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+" copy"+filepath.Ext(path))
	if err := os.WriteFile(strange, data, 0o600); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(t.TempDir(), "Handback notes")
	if _, err := h.J.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: notes.SettingKeptFolder, Value: kept}}}); err != nil {
		t.Fatal(err)
	}
	enter(h, ana)
	h.Sees("1 older copy of your journal may still have it. You can delete it in Backups.",
		"looks like a copy of it. Delete it yourself:", filepath.Base(strange), "Your computer's own backups", kept)
	h.SeesNot(filepath.Base(older))
	h.Tap("erasing.backups")
	if len(h.Ran) != 1 || h.Ran[0] != "go.backups" {
		t.Errorf("ran %q", h.Ran)
	}
}

func TestNothingIsDeletedWhereNothingCanBeWritten(t *testing.T) {
	for name, c := range map[string]error{"a full disk": notes.ErrFull, "no access": notes.ErrReadOnly} {
		t.Run(name, func(t *testing.T) {
			h, ana, _ := team(t)
			enter(h, ana)
			h.Tap("erasing.keep")
			h.Tap("erasing.erase")
			h.Fill("erasing/name", "Ana Ruiz")
			h.FailWrites(c)
			h.Tap("dialog/confirm")
			if h.Person(ana).ID == 0 || len(h.Shown) == 0 {
				t.Errorf("she is gone, or nothing was said: %v", h.Shown)
			}
		})
	}
	h, ana, _ := team(t)
	h.Seal()
	enter(h, ana)
	if h.Has("erasing.erase") || h.Has("erasing.keep") {
		t.Errorf("of a journal that can only be read there are %q", h.Keys())
	}
	h.Sees("This journal is read-only")
}

// TestWhoIsInTheTrashIsDeletedWithTheLinesThatNameThem holds that the way from the trash leads as far as that from their form.
func TestWhoIsInTheTrashIsDeletedWithTheLinesThatNameThem(t *testing.T) {
	h, ana, ben := team(t)
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	enter(h, ana)
	h.Sees("Delete everything about Ana Ruiz", "1 note", "3 lines to decide on.")
	if h.Has("erasing.file") {
		t.Error("it leads to the file of somebody who isn't there")
	}
	h.Tap("erasing.black")
	h.Tap("erasing.erase")
	h.Fill("erasing/name", "Ana Ruiz")
	h.Tap("dialog/confirm")
	if trashed, err := h.J.Trash(); err != nil || len(trashed) > 0 || len(h.Shown) > 0 {
		t.Errorf("in the trash are %v, %v; shown was %v", trashed, err, h.Shown)
	}
	note, err := h.J.NotesOf(ben, 0)
	if err != nil {
		t.Fatal(err)
	}
	n, err := h.J.Note(note[0].ID)
	if err != nil || strings.Contains(n.Body, "Ana") || !strings.Contains(n.Body, "[name left out]") {
		t.Errorf("Ben's note says %q, %v", n.Body, err)
	}
}

func TestWhereTheJournalWasWrittenToIsNamed(t *testing.T) {
	h, ana, _ := team(t)
	out, gone := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	carrying.LetOut(h, gone)
	carrying.LetOut(h, out)
	enter(h, ana)
	h.Sees(out)
	h.SeesNot(gone)
}
