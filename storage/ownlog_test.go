package storage

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// killedAt copies the files of an open journal as they are to another folder, as if its program had been killed now.
func killedAt(t *testing.T, j *Journal) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), FileName)
	for _, end := range []string{"", "-wal", "-shm"} {
		if data, err := os.ReadFile(j.Path() + end); err == nil {
			if err := os.WriteFile(path+end, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return path
}

// textsByID are the texts of a journal's notes by their ids.
func textsByID(t *testing.T, j *Journal) map[notes.NoteID]string {
	t.Helper()
	found := map[notes.NoteID]string{}
	err := j.c.each("SELECT id, body FROM note", nil, func(s scanner) (bool, error) {
		var id notes.NoteID
		var body string
		err := s.Scan(&id, &body)
		found[id] = body
		return true, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func kindsOf(j *Journal) (kinds []notes.FoundKind) {
	for _, f := range j.Found() {
		kinds = append(kinds, f.Kind)
	}
	return kinds
}

// openedAt opens the journal at path until the test ends.
func openedAt(t *testing.T, path string) *Journal {
	t.Helper()
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now}))
	t.Cleanup(func() { _ = j.Close() })
	return j
}

// TestAJournalPutIntoPlaceKeepsItsText puts another journal, and an earlier copy of the same, where one was killed.
func TestAJournalPutIntoPlaceKeepsItsText(t *testing.T) {
	plainOnly(t)
	for name, made := range map[string]func(t *testing.T, killed *Journal, ana notes.PersonID) string{
		"another journal": func(t *testing.T, _ *Journal, _ notes.PersonID) string {
			other, _ := newJournal(t)
			ben := addPerson(t, other, "Ben")
			for i := range 30 {
				addNote(t, other, ben, notes.HeldNote, notes.Date("2026-01-01").AddDays(i), strings.Repeat("todo: of the other\n", 40))
			}
			if err := other.Close(); err != nil {
				t.Fatal(err)
			}
			return other.Path()
		},
		"a new one": func(t *testing.T, _ *Journal, _ notes.PersonID) string {
			other, _ := newJournal(t)
			if err := other.Close(); err != nil {
				t.Fatal(err)
			}
			return other.Path()
		},
		"a twin, to whose pages the log fits": func(t *testing.T, _ *Journal, _ notes.PersonID) string {
			other, _ := newJournal(t)
			ana := addPerson(t, other, "Ana")
			for i := range 20 {
				addNote(t, other, ana, notes.HeldNote, notes.Date("2026-02-01").AddDays(i), strings.Repeat("todo: of the other\n", 40))
			}
			if err := other.Close(); err != nil {
				t.Fatal(err)
			}
			return other.Path()
		},
		"one that was killed too, without its log": func(t *testing.T, _ *Journal, _ notes.PersonID) string {
			other, _ := newJournal(t)
			addPerson(t, other, "Ben")
			return killedAt(t, other)
		},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := addPerson(t, j, "Ana")
			for i := range 20 {
				addNote(t, j, ana, notes.HeldNote, notes.Date("2026-02-01").AddDays(i), strings.Repeat("todo: of the first\n", 40))
			}
			other := made(t, j, ana)
			path := killedAt(t, j)
			log := must[[]byte](t)(os.ReadFile(path + "-wal"))
			whole := must[[]byte](t)(os.ReadFile(other))
			if err := os.Rename(other, path); err != nil {
				t.Fatal(err)
			}
			opened := openedAt(t, path)
			for _, body := range textsByID(t, opened) {
				if strings.Contains(body, "of the first") {
					t.Fatal("it says what another journal's log says")
				}
			}
			if got := fmt.Sprint(kindsOf(opened)); got != "[other log]" {
				t.Errorf("found is %s", got)
			}
			if kept := must[[]byte](t)(os.ReadFile(opened.SetAside())); !bytes.Equal(kept, log) {
				t.Error("the log isn't kept")
			}
			if now := must[[]byte](t)(os.ReadFile(path)); len(now) < len(whole) {
				t.Error("the file has lost pages")
			}
		})
	}
}

// TestAKilledJournalTakesItsOwnLog kills at every moment of the first writes, and later; nothing is told then, since nothing
// is in doubt.
func TestAKilledJournalTakesItsOwnLog(t *testing.T) {
	plainOnly(t)
	j, clock := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "rev 1\n")
	for i := range 12 {
		path := j.Path()
		body := fmt.Sprintf("rev %d\n", i)
		note := must[notes.Note](t)(j.Note(id))
		if note.Body != body {
			must[int64](t)(j.SaveBody(id, note.Rev, body))
		}
		if i%3 == 0 {
			if err := j.Idle(); err != nil {
				t.Fatal(err)
			}
		}
		clock.pass(time.Hour)
		copied := killedAt(t, j)
		passesForTheFile(t, copied)
		if i%2 == 0 { // the next opening begins with its own log
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
			for _, end := range []string{"", "-wal", "-shm"} {
				if err := removed(path + end); err != nil {
					t.Fatal(err)
				}
				if err := os.Rename(copied+end, path+end); err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
			}
			j = openedAt(t, path)
			if kinds := kindsOf(j); len(kinds) > 0 {
				t.Errorf("round %d: found is %v", i, kinds)
			}
		}
		if got := textsByID(t, j)[id]; got != body {
			t.Fatalf("round %d: it says %q", i, got)
		}
	}
}

// passesForTheFile has the copy of a journal's file pass for the file itself: the disk gave it another number.
func passesForTheFile(t *testing.T, copied string) {
	t.Helper()
	c, err := openConn(readable(copied, true))
	if err != nil {
		t.Fatal(err)
	}
	had, err := c.ownLog()
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
	if err != nil || had.inode == "" {
		return
	}
	st := must[os.FileInfo](t)(os.Stat(copied))
	data := must[[]byte](t)(os.ReadFile(copied))
	is := inodeOf(st)
	if len(is) != len(had.inode) {
		t.Skip("the disk's numbers of files are of different lengths")
	}
	at := bytes.Index(data, []byte(had.before+had.inode))
	if at < 0 {
		t.Fatalf("what the file says of its log isn't in it: %+v", had)
	}
	copy(data[at+len(had.before):], is)
	if err := os.WriteFile(copied, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestACopyWithTheLogOfTheFile is in doubt: both are kept, and the log is taken.
func TestACopyWithTheLogOfTheFile(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: in the log\n")
	path := killedAt(t, j)
	before := must[[]byte](t)(os.ReadFile(path))
	log := must[[]byte](t)(os.ReadFile(path + "-wal"))
	opened := openedAt(t, path)
	if len(textsByID(t, opened)) != 1 {
		t.Error("what was saved isn't there")
	}
	found := opened.Found()
	if len(found) != 1 || found[0].Kind != notes.FoundDoubtfulLog {
		t.Fatalf("found is %+v", found)
	}
	if !bytes.Equal(must[[]byte](t)(os.ReadFile(found[0].Path)), before) ||
		!bytes.Equal(must[[]byte](t)(os.ReadFile(found[0].Path+"-wal")), log) {
		t.Error("the copies aren't what the files were")
	}
	copies := must[[]string](t)(opened.Copies())
	if !slices.Contains(copies, found[0].Path) || !slices.Contains(copies, found[0].Path+"-wal") {
		t.Errorf("who deletes somebody for good is told only of %v", copies)
	}
}

// savesInTheLog is a killed journal with many saves in its log, and the texts that it should have.
func savesInTheLog(t *testing.T) (path, body string, id notes.NoteID) {
	t.Helper()
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id = addNote(t, j, ana, notes.HeldNote, "2026-11-20", "begun\n")
	note := must[notes.Note](t)(j.Note(id))
	for i := range 30 {
		body = fmt.Sprintf("todo: rev %d\n%s", i, strings.Repeat("and a line\n", i))
		note.Rev = must[int64](t)(j.SaveBody(id, note.Rev, body))
	}
	return killedAt(t, j), body, id
}

// TestABrokenLogIsTold flips a byte of each frame of a log, and of its head, and cuts it: what it loses is told, with the
// files as they were.
func TestABrokenLogIsTold(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t)
	path, body, id := savesInTheLog(t)
	file := must[[]byte](t)(os.ReadFile(path))
	log := must[[]byte](t)(os.ReadFile(path + "-wal"))
	shared := must[[]byte](t)(os.ReadFile(path + "-shm"))
	type damage struct {
		name string
		do   func(log []byte) []byte
	}
	damages := []damage{
		{"cut in the middle", func(log []byte) []byte { return log[:len(log)/2] }},
		{"the last page cut", func(log []byte) []byte { return log[:len(log)-10] }},
	}
	const frame = frameHeadSize + pageSize
	for at := 0; at+frame < len(log); at += frame/3*5 + 7 {
		damages = append(damages, damage{fmt.Sprintf("byte %d", at), func(log []byte) []byte {
			log[at] ^= 0x10
			return log
		}})
	}
	if len(damages) < 12 {
		t.Fatalf("only %d damages", len(damages))
	}
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), FileName)
			damaged := d.do(bytes.Clone(log))
			for end, data := range map[string][]byte{"": file, "-wal": damaged, "-shm": shared} {
				if err := os.WriteFile(path+end, data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			j := openedAt(t, path)
			whole := textsByID(t, j)[id] == body
			broken := false
			for _, f := range j.Found() {
				broken = broken || f.Kind == notes.FoundBrokenLog && f.Count > 0
				if f.Path != "" && f.Kind != notes.FoundOtherLog && !bytes.Equal(must[[]byte](t)(os.ReadFile(f.Path+"-wal")), damaged) {
					t.Error("the log isn't kept as it was")
				}
			}
			if !whole && !broken {
				t.Errorf("changes are missing without a word: %v", kindsOf(j))
			}
		})
	}
}

// TestNoDamageOfALogIsUnsaid flips bits of a log and cuts it, wherever chance says: a text that isn't the last one saved is one that
// was saved before, and it is told that changes are missing.
func TestNoDamageOfALogIsUnsaid(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t)
	t.Parallel()
	from, body, id := savesInTheLog(t)
	file := must[[]byte](t)(os.ReadFile(from))
	log := must[[]byte](t)(os.ReadFile(from + "-wal"))
	shared := must[[]byte](t)(os.ReadFile(from + "-shm"))
	whole, told, refused, unsaid := 0, 0, 0, 0
	for seed := range int64(*damages) {
		chance := rand.New(rand.NewSource(seed)) //nolint:gosec // which damage doesn't matter
		damaged := bytes.Clone(log)
		if at := chance.Intn(len(log)); seed%2 == 0 {
			damaged[at] ^= 1 << chance.Intn(8)
		} else {
			damaged = damaged[:at]
		}
		path := filepath.Join(t.TempDir(), FileName)
		for end, data := range map[string][]byte{"": file, "-wal": damaged, "-shm": shared} {
			if err := os.WriteFile(path+end, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		j, err := Open(path, Options{Now: newClock().now})
		if err != nil {
			refused++
			continue
		}
		broken := slices.Contains(kindsOf(j), notes.FoundBrokenLog)
		switch text := textsByID(t, j)[id]; {
		case text == body:
			whole++
		case broken:
			told++
		default:
			unsaid++
			t.Errorf("seed %d: it says %q, and nothing is told", seed, text)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	figure("damage of the log", fmt.Sprintf("%d flips and cuts of the log of a killed journal", *damages),
		fmt.Sprintf("%d with all there, %d with changes missing and told, %d refused, **%d unsaid**", whole, told, refused, unsaid))
	if told == 0 {
		t.Error("the damages reach nothing")
	}
}

// TestEachJournalsLogHasAMarkOfItsOwn compares those of several journals, also of those that were opened again.
func TestEachJournalsLogHasAMarkOfItsOwn(t *testing.T) {
	plainOnly(t)
	seen := map[string]bool{}
	for range 4 {
		j, _ := newJournal(t)
		for range 2 {
			addPerson(t, j, fmt.Sprint("Ana", len(seen)))
			o := must[ownLog](t)(j.c.ownLog())
			l := must[logState](t)(readLog(j.Path() + "-wal"))
			if seen[o.origin] || o.origin != l.origin || len(o.origin) < 4 {
				t.Errorf("its mark is %q, that of the log %q, and there were %v", o.origin, l.origin, seen)
			}
			seen[o.origin] = true
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
			j = openedAt(t, j.Path())
		}
	}
}

// TestAFirstPageTornByAPowerCutComesBack has zeros or noise where the file's first page was being written from the log.
func TestAFirstPageTornByAPowerCutComesBack(t *testing.T) {
	plainOnly(t)
	from, body, id := savesInTheLog(t)
	j := openedAt(t, from) // its log begins with the first page
	do(t, j, notes.PutSetting{Key: "a", Value: "b"})
	if err := j.c.script("PRAGMA user_version = " + strconv.Itoa(len(must[[]string](t)(migrations())))); err != nil { // writes the first page
		t.Fatal(err)
	}
	path := killedAt(t, j)
	for name, torn := range map[string]byte{"zeros": 0, "noise": 0xa5} {
		t.Run(name, func(t *testing.T) {
			copied := filepath.Join(t.TempDir(), FileName)
			file := must[[]byte](t)(os.ReadFile(path))
			for i := range file[:512] {
				file[i] = torn
			}
			for end, data := range map[string][]byte{"": file, "-wal": must[[]byte](t)(os.ReadFile(path + "-wal"))} {
				if err := os.WriteFile(copied+end, data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got := textsByID(t, openedAt(t, copied))[id]; got != body {
				t.Errorf("it says %q", got)
			}
		})
	}
}

// TestTheLogIsClaimedInAQuietMoment has the first save of a session wait for it only where it comes before any quiet moment.
func TestTheLogIsClaimedInAQuietMoment(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	path := j.Path()
	try(t, j.Close())
	j = openedAt(t, path)
	if j.claimed {
		t.Fatal("opening it writes")
	}
	must[bool](t)(j.IdleSome())
	if !j.claimed {
		t.Error("a quiet moment doesn't claim it")
	}
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "the only save")
	if kinds := kindsOf(openedAt(t, killedAt(t, j))); len(kinds) > 0 && slices.Contains(kinds, notes.FoundOtherLog) {
		t.Errorf("after a kill: %v", kinds)
	}
}

// TestTheFirstSaveWaitsForNobodyWhoReads: the first change of an opening says in the file whose log lies beside it, and a backup, a
// check or an export that reads meanwhile doesn't hold it up.
func TestTheFirstSaveWaitsForNobodyWhoReads(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	addPerson(t, j, "Ana Lima")
	try(t, j.Close())
	j = must[*Journal](t)(Open(j.Path(), Options{Now: newClock().now}))
	t.Cleanup(func() { try(t, j.Close()) })
	reader := must[*conn](t)(openConn(j.mode.beside()))
	defer reader.close() //nolint:errcheck // it only reads
	try(t, reader.script("BEGIN"))
	people := must[int](t)(one(reader, "SELECT count(*) FROM person", scalar[int]))
	try(t, j.c.script("PRAGMA busy_timeout = 3600000"))

	saved := make(chan error, 1)
	go func() {
		_, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere}}})
		saved <- err
	}()
	select {
	case err := <-saved:
		try(t, err)
	case <-time.After(time.Minute):
		t.Error("it waits")
		try(t, reader.script("COMMIT"))
		try(t, <-saved)
	}
	if now := must[int](t)(one(reader, "SELECT count(*) FROM person", scalar[int])); now != people {
		t.Errorf("the reader saw %d people, and %d now", people, now)
	}
}
