package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/storage/sealed"
)

func openAt(path string, create bool) (*Journal, error) {
	opt := Options{Now: newClock().now, Create: create}
	var err error
	if text := os.Getenv(changerKeyEnv); text != "" { // in another process
		opt.Key, err = sealed.ReadKey(path, notes.Secret{Recovery: text})
	} else if *protectedFlag {
		opt.Key, err = testKey()
	}
	if err != nil {
		return nil, err
	}
	return Open(path, opt)
}

// closedJournal is the path of a journal with one note that nobody has open.
func closedJournal(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	j, err := openAt(path, true)
	if err != nil {
		t.Fatal(err)
	}
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", strings.Repeat("todo: one of many lines\n", 2000))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAJournalIsForTheUserAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", FileName)
	j, err := openAt(path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close() //nolint:errcheck // nothing was written
	for name, want := range map[string]os.FileMode{filepath.Dir(path): 0o700, path: 0o600, path + "-wal": 0o600, path + ".lock": 0o600} {
		t.Run(name, func(t *testing.T) {
			st, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			if st.Mode().Perm() != want {
				t.Errorf("%s has mode %o, not %o", name, st.Mode().Perm(), want)
			}
		})
	}
	if exists(path + ".new") {
		t.Error("the file that was filled is still there")
	}
}

func TestSettingsOfTheConnection(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	for name, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "fullfsync": "1", "checkpoint_fullfsync": "1", "foreign_keys": "1",
		"trusted_schema": "0", "cell_size_check": "1", "secure_delete": "1", "temp_store": "2", "busy_timeout": "5000",
		"wal_autocheckpoint": "0", "journal_size_limit": "8000000", "cache_size": "-48000", "page_size": "8192", "query_only": "0",
		"application_id": fmt.Sprint(applicationID), "user_version": fmt.Sprint(presentSchema(t)), "auto_vacuum": "2",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := one(j.c, "PRAGMA "+name, func(s scanner) (string, error) { return fmt.Sprint(s.(row)[0]), nil })
			if err != nil {
				t.Fatal(err)
			}
			if got != want {
				t.Errorf("%s is %s, not %s", name, got, want)
			}
		})
	}
}

func TestWhatIsNoJournalIsLeftAsItIs(t *testing.T) {
	whole, err := os.ReadFile(closedJournal(t))
	if err != nil {
		t.Fatal(err)
	}
	foreign := bytes.Clone(whole)
	copy(foreign[atApplicationID:], "\x00\x00\x00\x00")
	torn := bytes.Clone(whole)
	copy(torn[8192:], bytes.Repeat([]byte{0xa5}, 5*8192))
	for name, c := range map[string]struct {
		content []byte
		want    error
	}{
		"a text":              {[]byte(strings.Repeat("Dear diary, ", 50)), notes.ErrNotOurs},
		"a short text":        {[]byte("x"), notes.ErrNotOurs},
		"an empty file":       {nil, notes.ErrDamaged},
		"another's database":  {foreign, notes.ErrNotOurs},
		"a journal cut short": {whole[:len(whole)/2], notes.ErrDamaged},
		"a journal torn":      {torn, notes.ErrDamaged},
		"a header alone":      {whole[:headerSize], notes.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "it.db")
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, create := range []bool{false, true} {
				_, err := openAt(path, create)
				if !errors.Is(err, c.want) {
					t.Fatalf("%v, not %v", err, c.want)
				}
				saysWhatToDo(t, err, path)
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, c.content) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}

// saysWhatToDo holds that an error is a sentence for the user and names the place.
func saysWhatToDo(t *testing.T, err error, place string) {
	t.Helper()
	if text := err.Error(); !strings.Contains(text, place) || !strings.HasSuffix(text, ".") || strings.Contains(text, "SQL logic") {
		t.Errorf("this is no sentence that helps: %s", text)
	}
}

func TestADamagedJournalKeepsItsLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	j, err := openAt(path, true)
	if err != nil {
		t.Fatal(err)
	}
	addPerson(t, j, "Ana")
	log, err := os.ReadFile(path + "-wal")
	if err != nil || len(log) == 0 {
		t.Fatal("no log to test with")
	}
	torn, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	copy(torn[8192:], bytes.Repeat([]byte{0xa5}, 12*8192))
	copied := filepath.Join(t.TempDir(), FileName)
	for end, content := range map[string][]byte{"": torn, "-wal": log} {
		t.Run(end, func(t *testing.T) {
			if err := os.WriteFile(copied+end, content, 0o600); err != nil {
				t.Fatal(err)
			}
		})
	}
	if _, err := openAt(copied, false); !errors.Is(err, notes.ErrDamaged) {
		t.Fatalf("%v", err)
	}
	for end, content := range map[string][]byte{"": torn, "-wal": log} {
		t.Run(end, func(t *testing.T) {
			if after, err := os.ReadFile(copied + end); err != nil || !bytes.Equal(after, content) {
				t.Errorf("the file *%s was changed (%v)", end, err)
			}
		})
	}
}

func TestAPlaceWithoutAJournal(t *testing.T) {
	folder := t.TempDir()
	for _, path := range []string{folder, filepath.Join(folder, "none.db"), filepath.Join(folder, "no", "folder", "none.db")} {
		_, err := openAt(path, false)
		if !errors.Is(err, notes.ErrNoJournal) {
			t.Fatalf("%s: %v", path, err)
		}
		saysWhatToDo(t, err, folder)
	}
	if found, _ := os.ReadDir(folder); len(found) > 0 {
		t.Errorf("looking left %v", found)
	}
	if _, err := openAt("/dev/null", false); !errors.Is(err, notes.ErrNotOurs) {
		t.Errorf("a device gives %v", err)
	}
	path := closedJournal(t)
	j, err := openAt(filepath.Dir(path), false)
	if err != nil {
		t.Fatalf("a folder that holds a journal: %v", err)
	}
	if j.Path() != path {
		t.Errorf("opened %s", j.Path())
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

func TestAPathWithOddLetters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "50% of us? #1 & more ünïcode", "my journal;mode=memory.db")
	for range 2 {
		j, err := openAt(path, true)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if !exists(path) {
		t.Error("the journal went somewhere else")
	}
}

func TestASecondInstanceIsRefused(t *testing.T) {
	j, _ := newJournal(t)
	_, err := openAt(j.Path(), true)
	if !errors.Is(err, notes.ErrInUse) {
		t.Fatal(err)
	}
	saysWhatToDo(t, err, j.Path())
	addPerson(t, j, "Ana") // the first one goes on
}

func TestANewerJournalIsOpenForReadingOnly(t *testing.T) {
	path := closedJournal(t)
	setVersion(t, path, 99)
	j, err := openAt(path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close() //nolint:errcheck // nothing was written
	readsOnly(t, j)
}

func presentSchema(t *testing.T) int { return len(must[[]string](t)(migrations())) }

func setVersion(t *testing.T, path string, version int) {
	t.Helper()
	c, err := openConn(writable(path))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.script(fmt.Sprintf("PRAGMA user_version = %d", version)), c.close()); err != nil {
		t.Fatal(err)
	}
}

// readsOnly holds that a journal can be read and says why it cannot be written.
func readsOnly(t *testing.T, j *Journal) {
	t.Helper()
	why, is := j.ReadOnly()
	if !is || !strings.Contains(why, "can only read") {
		t.Fatalf("read only: %v, %q", is, why)
	}
	people := must[[]notes.Person](t)(j.People())
	if len(people) != 2 {
		t.Fatalf("%d people", len(people))
	}
	if hits, _, err := j.Search(notes.Query{Text: "many", Newest: true}); err != nil || len(hits) != 1 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{people[1]}}); !errors.Is(err, notes.ErrReadOnly) {
		t.Errorf("writing gives %v", err)
	}
	if err := j.Idle(); err != nil {
		t.Errorf("idle: %v", err)
	}
}

func TestAMigrationThatFailsLeavesTheOldSchema(t *testing.T) {
	j, _ := newJournal(t)
	steps, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	err = j.migrate(len(steps), append(steps, "CREATE TABLE more (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"))
	if err == nil {
		t.Fatal("a broken step went through")
	}
	var version, tables int
	if err := j.c.row("PRAGMA user_version", nil, &version); err != nil || version != len(steps) {
		t.Errorf("schema %d, %v", version, err)
	}
	if err := j.c.row("SELECT count(*) FROM sqlite_schema WHERE name = 'more'", nil, &tables); err != nil || tables != 0 {
		t.Errorf("half a step is left (%v)", err)
	}
}
