package settings

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/roomtest"
)

func TestAnArchiveGoesOutAndComesIn(t *testing.T) {
	h := enter(t, "Ana Lima")
	id := h.People()[0].ID
	if h.People()[0].Kind == notes.KindMe {
		id = h.People()[1].ID
	}
	roomtest.Do(t, h.J, notes.NewNote{Person: id, Kind: notes.HeldNote, Date: h.Today(), Body: "todo: one\n"})
	folder := filepath.Join(t.TempDir(), "out")
	h.Tap("settings.archive.export")
	h.Sees("Anyone who can open this folder can read it", "OneDrive and the like")
	h.Fill("archive.folder", "somewhere")
	h.Tap("dialog/confirm")
	h.Sees("Enter the full path of a folder.")
	h.Fill("archive.folder", folder)
	h.Tap("dialog/confirm")
	if len(h.Said) == 0 || h.Said[len(h.Said)-1] != "Exported 1 note to "+folder {
		t.Errorf("said %q", h.Said)
	}
	if out, err := h.J.Setting(notes.SettingLetOut); err != nil || out != folder {
		t.Errorf("it remembers %q, %v", out, err)
	}
	file := filepath.Join(folder, "Notes", "Ana Lima", string(h.Today())+" Ana Lima.md")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(data, "prose by hand\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "Notes", "list.md"), []byte("no properties"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.Tap("settings.archive.import")
	h.Fill("archive.folder", folder)
	h.Tap("dialog/confirm")
	h.Sees("Imported: 0 new notes, 1 changed", "1 file was left out", "list.md")
	h.Tap("dialog/cancel")
	heads, err := h.J.NotesOf(id, 0)
	if err != nil || len(heads) != 1 {
		t.Fatalf("%d notes, %v", len(heads), err)
	}
	if n, err := h.J.Note(heads[0].ID); err != nil || n.Body != "todo: one\nprose by hand\n" {
		t.Errorf("the note says %q, %v", n.Body, err)
	}
}

func TestAnArchiveIsTakenBack(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.md"), []byte("---\nperson: Zoe Park\ndate: 2026-11-20\n---\nx\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, back := range map[string]func(h *roomtest.Host){
		"by undo": func(h *roomtest.Host) { h.TakeBack() },
		"from the list": func(h *roomtest.Host) {
			h.Reload()
			h.Sees(filepath.Base(folder), "1 new note, 0 changed")
			h.Tap("settings.archive.back")
			h.Sees("1 note that came with it is removed.", "1 person added by the import is removed too", "Everything else in your journal stays")
			h.Tap("dialog/confirm")
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := enter(t, "Ana Lima")
			had := len(h.People())
			h.Tap("settings.archive.import")
			h.Fill("archive.folder", folder)
			h.Tap("dialog/confirm")
			if n := len(h.People()); n != had+1 {
				t.Fatalf("%d people", n)
			}
			back(h)
			h.Reload()
			if n := len(h.People()); n != had {
				t.Errorf("%d people are left", n)
			}
			if h.Has("settings.archive.back") {
				t.Error("it can be taken back again")
			}
		})
	}
}

func TestAFolderIsKeptAndNoMore(t *testing.T) {
	h := enter(t, "Ana Lima")
	folder := filepath.Join(t.TempDir(), "kept")
	h.Tap("settings.archive.keep")
	h.Sees("Anyone who can open this folder can read it")
	h.Fill("archive.folder", folder)
	h.Tap("dialog/confirm")
	if got, err := h.J.Setting(KeptFolder); err != nil || got != folder {
		t.Fatalf("kept is %q, %v", got, err)
	}
	if _, err := os.Stat(folder); err != nil {
		t.Errorf("it isn't there at once: %v", err)
	}
	h.Sees(folder)
	h.Focus("settings.archive.stop")
	h.Press(fyne.KeyReturn)
	if h.Focused() != "settings.archive.keep" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	if out, err := h.J.Setting(notes.SettingLetOut); err != nil || out != folder {
		t.Errorf("it remembers %q, %v", out, err)
	}
	if got, err := h.J.Setting(KeptFolder); err != nil || got != "" {
		t.Errorf("kept is still %q, %v", got, err)
	}
	h.TakeBack()
	if got, _ := h.J.Setting(KeptFolder); got != folder {
		t.Errorf("undo left %q", got)
	}
}

func TestAFolderThatWontDoIsSaidAtOnceAndNotKept(t *testing.T) {
	h := enter(t, "Ana Lima")
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	h.Focus("settings.archive.keep")
	h.Press(fyne.KeyReturn)
	h.Fill("archive.folder", filepath.Join(file, "below"))
	h.Press(fyne.KeyReturn)
	if got, err := h.J.Setting(KeptFolder); err != nil || got != "" || len(h.Shown) != 1 {
		t.Errorf("kept is %q, %v; shown was %v", got, err, h.Shown)
	}
	if h.Focused() != "settings.archive.keep" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Press(fyne.KeyReturn)
	h.Fill("archive.folder", filepath.Join(t.TempDir(), "kept"))
	h.Press(fyne.KeyReturn)
	if at := h.Focused(); at == "settings.archive.stop" || at == "" { // Enter once more would end it again
		t.Errorf("with a folder the keyboard is at %q", at)
	}
}
