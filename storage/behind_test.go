package storage

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// behindOf are the notes that the search index is behind of, as the file has it; what is in memory has to be the same.
func behindOf(t *testing.T, j *Journal) (ids []notes.NoteID) {
	t.Helper()
	ids = must[[]notes.NoteID](t)(list(j.c, "SELECT note_id FROM unindexed ORDER BY note_id", nil, scalar[notes.NoteID]))
	for _, id := range ids {
		if !j.behind[id] {
			t.Errorf("that it is behind of %d is not known", id)
		}
	}
	if len(ids) != len(j.behind) {
		t.Errorf("it is behind of %v, and said to be of %v", ids, j.behind)
	}
	return ids
}

// typedIn is a journal in which a note has just been typed in, twice, and another one once.
func typedIn(t *testing.T) (j *Journal, typed notes.Note) {
	t.Helper()
	j, _ = newJournal(t)
	typed = typeIn(t, j)
	return j, typed
}

func typeIn(t *testing.T, j *Journal) notes.Note {
	t.Helper()
	ana := addPerson(t, j, "Ana")
	one := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "the barometer\ntodo me: the rota #plan\n")
	other := addNote(t, j, ana, notes.JournalNote, "2026-11-21", "thermometer\n")
	try(t, j.Idle())
	rev := int64(1)
	for _, body := range []string{"the hygro\ntodo me: the rota\n", "the hygrometer\ntodo me: the tarot #cards\n"} {
		rev = must[int64](t)(j.SaveBody(one, rev, body))
	}
	must[int64](t)(j.SaveBody(other, 1, "altimeter\n"))
	if got := behindOf(t, j); !slices.Equal(got, []notes.NoteID{one, other}) {
		t.Fatalf("it is behind of %v", got)
	}
	return must[notes.Note](t)(j.Note(one))
}

// findsWhatWasTyped holds what a search finds against what was typed.
func findsWhatWasTyped(t *testing.T, j *Journal) {
	t.Helper()
	for text, want := range map[string]bool{
		"barometer": false, "thermometer": false, "hygro": true, "hygrometer": true, "altimeter": true, "tarot": true, "rota": false,
		"ltimet": true, `"the hygrometer"`: true,
	} {
		if finds(t, j, text) != want {
			t.Errorf("%s: found %v", text, !want)
		}
	}
	for tag, want := range map[string]int{"cards": 1, "plan": 0} {
		if hits, _, err := j.Search(notes.Query{Tags: []string{tag}}); err != nil || len(hits) != want {
			t.Errorf("#%s: %d hits, %v", tag, len(hits), err)
		}
	}
	if left := behindOf(t, j); len(left) > 0 {
		t.Errorf("it is still behind of %v", left)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestASearchFindsWhatIsBeingTyped(t *testing.T) {
	j, _ := typedIn(t)
	findsWhatWasTyped(t, j)
}

func TestWhileOneTypesNoPieceIsAddedToTheSearchIndex(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "ground\n")
	try(t, j.Idle())
	pieces := func() int { return must[int](t)(one(j.c, "SELECT count(DISTINCT segid) FROM search_idx", scalar[int])) }
	before := pieces()
	for rev := range int64(20) {
		must[int64](t)(j.SaveBody(id, rev+1, strings.Repeat("ground ", int(rev+2))))
	}
	if got := pieces(); got != before {
		t.Errorf("%d pieces became %d", before, got)
	}
	try(t, j.catchUp())
	if got := pieces(); got != before+1 {
		t.Errorf("learning it made %d pieces of %d", got, before)
	}
}

// TestWhateverElseIsDoneTheSearchIndexLearnsFirst goes each way by which something is written, and those that read the whole file.
func TestWhateverElseIsDoneTheSearchIndexLearnsFirst(t *testing.T) {
	for name, act := range map[string]func(*testing.T, *Journal, notes.Note) error{
		"a line is changed": func(_ *testing.T, j *Journal, n notes.Note) error {
			edit := notes.LineEdit{Op: notes.ReplaceLine, Note: n.ID, Line: 2, Old: "todo me: the tarot #cards", New: "todo me: the tarot #cards (done)"}
			_, err := j.Apply(notes.Change{Edits: []notes.LineEdit{edit}})
			return err
		},
		"a line is added": func(_ *testing.T, j *Journal, n notes.Note) error {
			topic := notes.Append{Person: n.Person, Kind: notes.PlannedNote, Date: "2026-11-27", Text: "topic: x"}
			_, err := j.Apply(notes.Change{Appends: []notes.Append{topic}})
			return err
		},
		"somebody is renamed": func(_ *testing.T, j *Journal, n notes.Note) error {
			p, err := j.Person(n.Person)
			if err != nil {
				return err
			}
			p.Name = "Anna"
			_, err = j.Apply(notes.Change{Rows: []notes.Row{p}})
			return err
		},
		"a setting is kept": func(_ *testing.T, j *Journal, _ notes.Note) error {
			_, err := j.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "a", Value: "b"}}})
			return err
		},
		"a change is only tried": func(t *testing.T, j *Journal, n notes.Note) error {
			_, err := j.WouldUnfile(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "a", Value: "b"}}}, n.Person)
			if len(behindOf(t, j)) != 2 {
				t.Error("what was only tried is kept")
			}
			return err
		},
		"a quiet moment": func(_ *testing.T, j *Journal, _ notes.Note) error { return j.Idle() },
		"a check": func(t *testing.T, j *Journal, _ notes.Note) error {
			checkAll(t, j)
			return nil
		},
		"a check of the index": func(_ *testing.T, j *Journal, _ notes.Note) error {
			return j.CheckIndex()
		},
		"made anew": func(_ *testing.T, j *Journal, _ notes.Note) error { return j.Rebuild() },
	} {
		t.Run(name, func(t *testing.T) {
			j, n := typedIn(t)
			if err := act(t, j, n); err != nil {
				t.Fatal(err)
			}
			if name != "a change is only tried" && len(behindOf(t, j)) > 0 {
				t.Error("it is still behind")
			}
			if len(j.found) > 0 {
				t.Errorf("something is said to be wrong: %v", j.found)
			}
			findsWhatWasTyped(t, j)
		})
	}
}

// TestADeletedNoteIsForgottenAsTheIndexHasIt deletes a note right after it was typed in: neither what it said nor what it
// says is found, and the index holds nothing of it.
func TestADeletedNoteIsForgottenAsTheIndexHasIt(t *testing.T) {
	j, n := typedIn(t)
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(n.ID)})
	for _, text := range []string{"barometer", "hygrometer", "tarot"} {
		if finds(t, j, text) {
			t.Errorf("%s is found", text)
		}
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

// TestWhatAKilledProgramLeftBehindIsLearnt opens what lay on the disk while a note was typed in.
func TestWhatAKilledProgramLeftBehindIsLearnt(t *testing.T) {
	plainOnly(t)
	j, _ := typedIn(t)
	killed := filepath.Join(t.TempDir(), FileName)
	for _, end := range []string{"", "-wal"} {
		try(t, copyFile(j.path+end, killed+end))
	}
	again := must[*Journal](t)(openAt(killed, false))
	defer func() { try(t, again.Close()) }()
	findsWhatWasTyped(t, again)
}

// TestAClosedJournalIsNotBehind: other programs may read it.
func TestAClosedJournalIsNotBehind(t *testing.T) {
	plainOnly(t)
	j, _ := typedIn(t)
	try(t, j.Close())
	c := must[*conn](t)(openConn(readable(j.path, true)))
	defer func() { try(t, c.close()) }()
	if stale := must[bool](t)(c.searchIsBehind()); stale {
		t.Error("it is")
	}
}

// TestABackupOfAJournalThatIsTypedInIsWhole brings back a note from one.
func TestABackupOfAJournalThatIsTypedInIsWhole(t *testing.T) {
	j, _ := typedIn(t)
	path, err := j.SaveCopy(filepath.Join(t.TempDir(), "copy.handback"))
	try(t, err)
	if IsProtected(path) {
		return // its key is the journal's
	}
	copied := must[*Journal](t)(openAt(path, false))
	defer func() { try(t, copied.Close()) }()
	findsWhatWasTyped(t, copied)
	if _, err := j.BackUp(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestASaveThatFailsLeavesTheSearchIndexAsFarBehindAsItWas takes back a transaction, and learns later all the same.
func TestASaveThatFailsLeavesTheSearchIndexAsFarBehindAsItWas(t *testing.T) {
	j, n := typedIn(t)
	if _, err := j.SaveBody(n.ID, n.Rev+5, "another"); err == nil {
		t.Fatal("it was saved")
	}
	third := addNoteBehind(t, j, n.Person)
	if got := behindOf(t, j); !slices.Equal(got, []notes.NoteID{third}) {
		t.Errorf("it is behind of %v", got)
	}
	findsWhatWasTyped(t, j)
}

// addNoteBehind adds a note, with which the index catches up, and types in it.
func addNoteBehind(t *testing.T, j *Journal, p notes.PersonID) notes.NoteID {
	t.Helper()
	id := addNote(t, j, p, notes.JournalNote, "2026-11-22", "seismometer\n")
	if left := behindOf(t, j); len(left) > 0 {
		t.Errorf("with another note it is still behind of %v", left)
	}
	must[int64](t)(j.SaveBody(id, 1, "gyroscope\n"))
	return id
}

// TestOfANoteThatIsGoneTheSearchIndexOnlyForgets takes rows away behind Handback's back, as damage does: nothing else that is written
// may fail for it, and no word of them stays.
func TestOfANoteThatIsGoneTheSearchIndexOnlyForgets(t *testing.T) {
	for name, how := range map[string]string{
		"the row is gone":         "DELETE FROM note WHERE id = ?",
		"it has no place anymore": "UPDATE note SET search_id = NULL WHERE id = ?",
	} {
		t.Run(name, func(t *testing.T) {
			j, n := typedIn(t)
			must[int64](t)(j.c.exec(how, n.ID))
			do(t, j, notes.PutSetting{Key: "a", Value: "b"})
			if left := behindOf(t, j); len(left) > 0 {
				t.Errorf("it is still behind of %v", left)
			}
			for _, text := range []string{"barometer", "hygrometer", "tarot"} {
				if finds(t, j, text) {
					t.Errorf("%s is found", text)
				}
			}
			if err := j.CheckIndex(); err != nil {
				t.Error(err)
			}
		})
	}
}
