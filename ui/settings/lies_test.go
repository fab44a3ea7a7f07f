package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/archive"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// placed is a journal that lies where the test says.
type placed struct {
	notes.Journal
	where  notes.Whereabouts
	copies []notes.ConflictCopy
	merged []string
	fails  error
}

func (p *placed) Path() string                                  { return "/home/ana/Sync/journal.handback" }
func (p *placed) Rebuild() error                                { return nil }
func (p *placed) WhereItLies() notes.Whereabouts                { return p.where }
func (p *placed) ConflictCopies() ([]notes.ConflictCopy, error) { return p.copies, nil }

func (p *placed) MergeCopy(path string, _ archive.Progress) (archive.Imported, notes.Merged, error) {
	if p.fails != nil {
		return archive.Imported{}, notes.Merged{}, p.fails
	}
	p.merged = append(p.merged, path)
	p.copies = nil
	return archive.Imported{New: 2, Changed: 1, Conflicts: []archive.Conflict{{Person: "Ana", Date: "2026-11-20", Lost: "todo: lost words"}}},
		notes.Merged{Before: "/home/ana/Sync/journal.before-merge-2026-11-23.handback", Aside: "/home/ana/Sync/journal.merged-2026-11-23.handback"}, nil
}

func enterPlaced(t *testing.T, p *placed) *roomtest.Host {
	t.Helper()
	h := roomtest.Open(t)
	p.Journal = h.J
	h.J = p
	h.Enter(New(h, room.Place{Screen: room.Settings}), room.Place{Screen: room.Settings})
	return h
}

// shellLike is a host that can protect journals and move them.
type shellLike struct {
	*roomtest.Host
	protected, possible bool
	folders             []string
	fails               error
}

func (s *shellLike) Protection() (bool, bool) { return s.protected, s.possible }
func (s *shellLike) CanMove() bool            { return true }

func (s *shellLike) MoveJournal(folder string) error {
	s.folders = append(s.folders, folder)
	return s.fails
}

func enterShellLike(t *testing.T, p *placed, s *shellLike) *shellLike {
	t.Helper()
	s.Host = roomtest.Open(t)
	p.Journal = s.J
	s.J = p
	s.Enter(New(s, room.Place{Screen: room.Settings}), room.Place{Screen: room.Settings})
	return s
}

func TestTheJournalIsMovedToAFolder(t *testing.T) {
	h := enterShellLike(t, &placed{}, &shellLike{})
	h.Tap("settings.move")
	h.Sees("Move your journal", "read back and compared", "/home/ana/Sync")
	h.Fill("archive.folder", "somewhere")
	h.Tap("dialog/confirm")
	h.Sees("Enter the full path of a folder.")
	folder := filepath.Join(t.TempDir(), "there")
	h.Fill("archive.folder", folder)
	h.Tap("dialog/confirm")
	if len(h.folders) != 1 || h.folders[0] != folder {
		t.Errorf("moved to %q", h.folders)
	}
}

// TestAFileIsNoFolderToMoveTo holds that the dialog stays, with what was typed in view.
func TestAFileIsNoFolderToMoveTo(t *testing.T) {
	h := enterShellLike(t, &placed{}, &shellLike{})
	file := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	h.Tap("settings.move")
	h.Fill("archive.folder", file)
	h.Tap("dialog/confirm")
	h.Sees("Move your journal", "notes.txt is a file. Choose a folder.")
	if len(h.folders) != 0 {
		t.Errorf("moved to %q", h.folders)
	}
}

func TestASyncedFolderIsWarnedOf(t *testing.T) {
	p := &placed{where: notes.Whereabouts{Sync: "Syncthing", Mark: "/home/ana/Sync/.stfolder"}}
	if h := enterPlaced(t, p); h.Has("settings.protect.synced") {
		t.Error("a journal is to be protected that can't be")
	}
	if h := enterShellLike(t, p, &shellLike{protected: true, possible: true}); h.Has("settings.protect.synced") {
		t.Error("a protected journal is to be protected")
	} else {
		h.Sees("Syncthing syncs this folder", "Nobody can read your protected journal")
	}
	h := enterShellLike(t, p, &shellLike{possible: true})
	h.Sees("/home/ana/Sync/journal.handback", "Syncthing syncs this folder", "protect it with a passphrase")
	h.Tap("settings.protect.synced")
	if len(h.Ran) != 1 || h.Ran[0] != protectCommand {
		t.Errorf("ran %q", h.Ran)
	}
}

func TestANetworkDiskIsWarnedOf(t *testing.T) {
	h := enterPlaced(t, &placed{where: notes.Whereabouts{Network: true}})
	h.Sees("This folder is on another computer")
}

func TestAnOrdinaryFolderIsNotWarnedOf(t *testing.T) {
	h := enterPlaced(t, &placed{})
	for _, word := range []string{"syncs this folder", "on another computer", "of your journal in the same folder"} {
		t.Run(word, func(t *testing.T) {
			if strings.Contains(h.Text(), word) {
				t.Errorf("it says so")
			}
		})
	}
}

func TestAConflictCopyIsToldAndMerged(t *testing.T) {
	p := &placed{}
	h := roomtest.Open(t)
	p.copies = []notes.ConflictCopy{
		{Path: "/home/ana/Sync/journal (Ana's conflicted copy).handback", By: "Dropbox", Saved: h.Clock, Notes: 12, People: 1},
		{Path: "/home/ana/Sync/journal (2).handback", Saved: h.Clock, Wrong: "The file is empty."},
	}
	h = enterPlaced(t, p)
	h.Sees("There are 2 more copies of your journal in the same folder", "journal (Ana's conflicted copy).handback", "from Dropbox", "12 notes, 1 person", "The file is empty.")
	h.Tap("settings.merge.0")
	if len(p.merged) != 1 || !strings.HasSuffix(p.merged[0], "conflicted copy).handback") {
		t.Errorf("merged %q", p.merged)
	}
	h.Sees("Combined. New notes: 2. Changed: 1.", "todo: lost words", "journal.before-merge-2026-11-23.handback", "journal.merged-2026-11-23.handback")
}

func TestAMergeThatFailsIsSaid(t *testing.T) {
	p := &placed{fails: errors.New("it can't be read"), copies: []notes.ConflictCopy{{Path: "/x/journal (1).handback", Notes: 1}}}
	h := enterPlaced(t, p)
	h.Tap("settings.merge.0")
	if len(h.Shown) != 1 || h.Shown[0].Error() != "it can't be read" {
		t.Errorf("shown %v", h.Shown)
	}
}

// TestARealCopyIsMergedFromSettings goes through storage too.
func TestARealCopyIsMergedFromSettings(t *testing.T) {
	h := enter(t, "Ana Lima")
	saver := h.J.(interface {
		SaveCopy(path string) (string, error)
		Path() string
	})
	at, err := saver.SaveCopy(filepath.Join(filepath.Dir(saver.Path()), "journal.sync-conflict-20261126-120102-K7QZ3AB.handback"))
	if err != nil {
		t.Fatal(err)
	}
	h.Reload()
	h.Sees("There's a second copy of your journal in the same folder", "from Syncthing")
	h.Tap("settings.merge.0")
	h.Sees("Combined. New notes: 0. Changed: 0.")
	if _, err := os.Stat(at); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the copy is still there: %v", err)
	}
	h.Tap("dialog/cancel")
	if strings.Contains(h.Text(), "of your journal in the same folder") {
		t.Error("it is still told")
	}
}
