package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/storage/sealed"
)

// ownJournal is a plain journal with Ana in it, closed.
func ownJournal(t *testing.T) (path string, c *clock) {
	t.Helper()
	plainOnly(t)
	c = newClock()
	path = filepath.Join(t.TempDir(), FileName)
	j, err := Open(path, Options{Now: c.now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	addPerson(t, j, "Ana Ruiz")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if path, err = place(path, false); err != nil {
		t.Fatal(err)
	}
	return path, c
}

// allLines are the lines of all notes of a journal, with the first name of whom they are about.
func allLines(t *testing.T, j *Journal) (all []string) {
	t.Helper()
	people, err := j.People()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		heads, err := j.NotesOf(p.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range heads {
			n, err := j.Note(h.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range strings.Split(strings.TrimSpace(n.Body), "\n") {
				all = append(all, p.First()+"|"+l)
			}
		}
	}
	slices.Sort(all)
	return all
}

// reopened opens the journal and tells its lines and whether anything waits beside it.
func reopened(t *testing.T, path string, c *clock) (lines []string, waits bool) {
	t.Helper()
	j, err := Open(path, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	lines = allLines(t, j)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return lines, exists(path + inboxEnd)
}

func keepLine(t *testing.T, path, before, line string, c *clock) string {
	t.Helper()
	id, err := KeepLine(path, before, line, c.now())
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestAKeptLineIsFiledAtTheNextOpening(t *testing.T) {
	path, c := ownJournal(t)
	id := keepLine(t, path, "", "Ana: pra", c)
	keepLine(t, path, id, "Ana: praise: calm in a call", c)
	keepLine(t, path, "", "call legal", c)
	if st, err := os.Stat(path + inboxEnd); err != nil || st.Mode().Perm() != 0o700 {
		t.Fatal(st, err)
	}
	lines, waits := reopened(t, path, c)
	if want := []string{"Ana|praise: calm in a call", "Me|call legal"}; !slices.Equal(lines, want) || waits {
		t.Errorf("%q, waits %v", lines, waits)
	}
	if lines, _ = reopened(t, path, c); len(lines) != 2 {
		t.Errorf("filed again: %q", lines)
	}
}

func TestADroppedLineIsNotFiled(t *testing.T) {
	path, c := ownJournal(t)
	id := keepLine(t, path, "", "never mind", c)
	if id = keepLine(t, path, id, "", c); id != "" {
		t.Error(id)
	}
	if lines, _ := reopened(t, path, c); len(lines) > 0 {
		t.Errorf("%q", lines)
	}
}

// TestALineIsKeptBesideAJournalInUse keeps one while another program has the journal, files what waits, and lets the one wait that is
// being typed.
func TestALineIsKeptBesideAJournalInUse(t *testing.T) {
	path, c := ownJournal(t)
	j, err := Open(path, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	keepLine(t, path, "", "Ana: topic: the holiday rota", c)
	typing := keepLine(t, path, "", "half a li", c)
	change, filed, drop, err := j.Waiting(typing)
	if err != nil || filed != 1 {
		t.Fatal(filed, err)
	}
	if _, err := j.Apply(change); err != nil {
		t.Fatal(err)
	}
	// The program ends here now and then, before the line is deleted: it isn't filed twice.
	if change, filed, _, err := j.Waiting(typing); err != nil || filed != 0 || !change.IsZero() {
		t.Error("filed again", filed, err)
	}
	if err := drop(); err != nil {
		t.Fatal(err)
	}
	if lines := allLines(t, j); !slices.Equal(lines, []string{"Ana|topic: the holiday rota"}) {
		t.Errorf("%q", lines)
	}
	// What was typed on after its beginning was filed elsewhere is filed too.
	if _, err := j.FileLines(); err != nil {
		t.Fatal(err)
	}
	keepLine(t, path, typing, "half a line and the rest", c)
	if _, err := j.FileLines(); err != nil {
		t.Fatal(err)
	}
	if lines := allLines(t, j); !slices.Contains(lines, "Me|half a line and the rest") {
		t.Errorf("the rest is lost: %q", lines)
	}
}

func TestALineThatCantBeReadStays(t *testing.T) {
	path, c := ownJournal(t)
	keepLine(t, path, "", "one", c)
	odd := filepath.Join(path+inboxEnd, "by hand"+plainLineEnd)
	if err := os.WriteFile(odd, []byte("two"), 0o600); err != nil {
		t.Fatal(err)
	}
	j, err := Open(path, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if filed, damaged := j.Captured(); filed != 1 || damaged != 1 || !exists(odd) {
		t.Error(filed, damaged, exists(odd))
	}
}

func TestALineThatCantBeKeptIsRefused(t *testing.T) {
	path, c := ownJournal(t)
	if _, err := KeepLine(path, "before", strings.Repeat("x", mostPlainLine+1), c.now()); !errors.As(err, new(notes.Invalid)) {
		t.Error(err)
	}
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	if err := os.Chmod(filepath.Dir(path), 0o500); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(filepath.Dir(path), 0o700) }()
	id, err := KeepLine(path, "before", "a line", c.now())
	if id != "before" || !errors.Is(err, notes.ErrNoAccess) {
		t.Errorf("%q, %v", id, err)
	}
}

func TestLinesBesideAProtectedJournalAreSealed(t *testing.T) {
	path, _, now := lockedJournal(t)
	var invalid notes.Invalid
	_, err := KeepLine(path, "", "Ana: too early", now())
	if !errors.As(err, &invalid) || !strings.Contains(err.Error(), sealed.RecipientName) {
		t.Errorf("for whom it is to be sealed isn't known yet: %v", err)
	}
	if err := unlocked(t, path, now).Close(); err != nil {
		t.Fatal(err)
	}
	id, err := KeepLine(path, "", "Ana: the secret rol", now())
	if err == nil {
		_, err = KeepLine(path, id, "Ana: the secret rollout", now())
	}
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(path, sealed.InboxName, "*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if data, err := os.ReadFile(files[0]); err != nil || strings.Contains(string(data), "secret") {
		t.Fatal("it can be read", err)
	}
	if exists(path + inboxEnd) {
		t.Error("a plain line is beside it")
	}
	j := unlocked(t, path, now)
	if lines := allLines(t, j); !slices.Equal(lines, []string{"Ana|the secret rollout"}) {
		t.Errorf("%q", lines)
	}
}

// TestPlainLinesGoAlong protects a journal with a line beside it, and moves and destroys one.
func TestPlainLinesGoAlong(t *testing.T) {
	t.Run("into a protected one", func(t *testing.T) {
		path, c := ownJournal(t)
		keepLine(t, path, "", "Ana: calm", c)
		k, err := sealed.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Protect(path, k, quickKey(k), c.now, nil); err != nil {
			t.Fatal(err)
		}
		if exists(path + inboxEnd) {
			t.Error("a plain line stays")
		}
		// A small window that was open meanwhile keeps its line where the journal was.
		if _, err := keepPlain(path+inboxEnd, "", "late", c.now()); err != nil {
			t.Fatal(err)
		}
		j := unlocked(t, path, c.now)
		if lines := allLines(t, j); !slices.Equal(lines, []string{"Ana|calm", "Me|late"}) || exists(path+inboxEnd) {
			t.Errorf("%q, waits %v", lines, exists(path+inboxEnd))
		}
	})
	t.Run("to another folder", func(t *testing.T) {
		path, c := ownJournal(t)
		keepLine(t, path, "", "Ana: calm", c)
		at, err := PlacesIn(t.TempDir()).Move(path, t.TempDir(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if lines, _ := reopened(t, at, c); !slices.Equal(lines, []string{"Ana|calm"}) || exists(path+inboxEnd) {
			t.Errorf("%q, left %v", lines, exists(path+inboxEnd))
		}
	})
	t.Run("when all is deleted", func(t *testing.T) {
		path, c := ownJournal(t)
		keepLine(t, path, "", "Ana: calm", c)
		if _, err := Destroy(path); err != nil || exists(path+inboxEnd) {
			t.Error(err)
		}
	})
}
