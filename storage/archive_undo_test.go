package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"handback/notes"
)

// TestAnArchiveIsTakenBack merges an archive into a journal that went another way, and takes it back.
func TestAnArchiveIsTakenBack(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		a, b := twoOf(rt, dir, &n)
		defer a.j.Close() //nolint:errcheck // the file goes
		defer b.j.Close() //nolint:errcheck // the file goes
		folder := b.folder(&n)
		exportTo(rt, b.j, folder)
		if rapid.Bool().Draw(rt, "into an empty one") {
			a = actor{T: rt, j: freshJournal(rt, dir, &n, a.clock.now), clock: a.clock, dir: dir}
			defer a.j.Close() //nolint:errcheck // the file goes
		}
		before, shown := archivedOf(rt, a, &n), shownIn(rt, a.j)
		done := importFrom(rt, a.j, folder)
		if _, err := a.j.Apply(notes.Change{Rows: []notes.Row{notes.TakeBackArchive{Archive: done.ID}}}); err != nil {
			rt.Fatal(err)
		}
		if now := archivedOf(rt, a, &n); now != before {
			rt.Fatalf("taken back, it isn't as it was:\n%s", linesThatDiffer(now, before))
		}
		if now := shownIn(rt, a.j); now != shown {
			rt.Fatalf("taken back, it shows something else:\n%s", linesThatDiffer(now, shown))
		}
		if err := a.j.CheckIndex(); err != nil {
			rt.Fatal(err)
		}
		if _, err := a.j.Apply(notes.Change{Rows: []notes.Row{notes.TakeBackArchive{Archive: done.ID}}}); err == nil {
			rt.Fatal("it is taken back twice")
		}
	})
}

// folderOfNotes is a folder of so many notes of several people, written by hand.
func folderOfNotes(t *testing.T, count int) string {
	t.Helper()
	folder := t.TempDir()
	for i := range count {
		writeFile(t, filepath.Join(folder, fmt.Sprintf("%d.md", i)),
			fmt.Sprintf("---\nperson: Person %c\ndate: 2026-%02d-%02d\n---\ntodo: thing %d\nabout Ana\n", 'A'+i%7, 1+i%11, 1+i%28, i))
	}
	return folder
}

func TestAnArchiveThatIsCutOffIsGoneAtTheNextStart(t *testing.T) {
	plainOnly(t)
	folder := folderOfNotes(t, 350)
	j, clock := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one with Person A\n")
	before := archivedOf(t, actor{j: j, clock: clock, dir: t.TempDir()}, new(int))
	j.mu.waiting.Add(1) // somebody always waits, so that there are many pieces
	for _, at := range []int{1, 2, 3, 5, 9, 12} {
		t.Run(fmt.Sprint(at), func(t *testing.T) {
			copied := filepath.Join(t.TempDir(), FileName)
			told := 0
			stop := errors.New("stop")
			_, err := j.ImportArchive(folder, func(int, int) error {
				if told++; told < at {
					return nil
				}
				for _, end := range []string{"", "-wal"} { // what a machine that goes down leaves
					data := must[[]byte](t)(os.ReadFile(j.Path() + end))
					if err := os.WriteFile(copied+end, data, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				return stop
			})
			if !errors.Is(err, stop) {
				t.Fatalf("it says %v", err)
			}
			for name, k := range map[string]*Journal{
				"cancelled": j, "cut off": must[*Journal](t)(Open(copied, Options{Now: clock.now})),
			} {
				if now := archivedOf(t, actor{j: k, clock: clock, dir: t.TempDir()}, new(int)); now != before {
					t.Errorf("%s, it isn't as it was:\n%s", name, linesThatDiffer(now, before))
				}
				if n := must[int](t)(one(k.c, "SELECT (SELECT count(*) FROM archive_import) + (SELECT count(*) FROM archive_change)", scalar[int])); n > 0 {
					t.Errorf("%s, %d rows tell of it", name, n)
				}
				if err := k.CheckIndex(); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				if k != j {
					_ = k.Close()
				}
			}
		})
	}
}

// TestACancelledArchiveLeavesTheOneBeforeToBeTakenBack: nothing was changed, so that what could be taken back still can.
func TestACancelledArchiveLeavesTheOneBeforeToBeTakenBack(t *testing.T) {
	j, clock := newJournal(t)
	before := archivedOf(t, actor{j: j, clock: clock, dir: t.TempDir()}, new(int))
	first := t.TempDir()
	text := "---\nperson: Zoe Park\ndate: 2026-11-20\n---\ntodo: x\n"
	if err := os.WriteFile(filepath.Join(first, "a.md"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	done := importFrom(t, j, first)
	stop, told := errors.New("stop"), 0
	_, err := j.ImportArchive(folderOfNotes(t, 350), func(int, int) error {
		if told++; told < 5 {
			return nil
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatalf("it says %v", err)
	}
	if taken, err := j.ArchivesTaken(); err != nil || len(taken) != 1 || taken[0].ID != done.ID {
		t.Fatalf("%+v, %v", taken, err)
	}
	do(t, j, notes.TakeBackArchive{Archive: done.ID})
	if now := archivedOf(t, actor{j: j, clock: clock, dir: t.TempDir()}, new(int)); now != before {
		t.Errorf("it isn't as it was:\n%s", linesThatDiffer(now, before))
	}
}

// TestSomebodyNamedInALineComesBack takes back an archive that said that a person was deleted for good, whom a note of somebody else
// names in a line with a tag.
func TestSomebodyNamedInALineComesBack(t *testing.T) {
	p := newPair(t, "note\n")
	zoe := addPerson(t, p.a, "Zoë Park")
	exportTo(t, p.a, p.folderA)
	importFrom(t, p.b, p.folderA)
	addNote(t, p.a, 2, notes.HeldNote, "2026-11-20", "todo Zoë: draft the plan #lead\n")
	id := must[int64](t)(one(p.b.c, "SELECT id FROM person WHERE name = 'Zoë Park'", scalar[int64]))
	p.cb.pass(time.Hour)
	do(t, p.b, notes.Purge{Kind: notes.KindPerson, ID: id})
	exportTo(t, p.b, p.other)
	tags := func() int { return must[int](t)(one(p.a.c, "SELECT count(*) FROM item_tag", scalar[int])) }
	before := tags()
	done := importFrom(t, p.a, p.other)
	if n := tags(); n == before {
		t.Errorf("%d tags stay", n)
	}
	do(t, p.a, notes.TakeBackArchive{Archive: done.ID})
	if got := must[notes.Person](t)(p.a.Person(zoe)); got.Name != "Zoë Park" {
		t.Errorf("%q came back", got.Name)
	}
	if n := tags(); n != before {
		t.Errorf("%d tags, not %d", n, before)
	}
}

// TestWhatIsWrittenMeanwhileStays writes while an archive comes in, then takes the archive back.
func TestWhatIsWrittenMeanwhileStays(t *testing.T) {
	folder := folderOfNotes(t, 350)
	j, clock := newJournal(t)
	mine := addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one\n")
	told := 0
	var came notes.NoteID
	done, err := j.ImportArchive(folder, func(int, int) error {
		clock.pass(time.Minute)
		switch told++; told {
		case 3: // notes have come in
			save(t, j, mine, "todo: one\nmeanwhile\n")
			came = must[notes.NoteID](t)(one(j.c, "SELECT id FROM note WHERE body LIKE 'todo: thing%' LIMIT 1", scalar[notes.NoteID]))
			save(t, j, came, "mine now\n")
		case 4:
			addNote(t, j, 2, notes.HeldNote, "2026-11-21", "a note of its own\n")
		}
		return nil
	})
	if err != nil || told < 4 {
		t.Fatalf("%v, told %d times", err, told)
	}
	for name, does := range map[string]func(){
		"taken in": func() {},
		"taken back": func() {
			do(t, j, notes.TakeBackArchive{Archive: done.ID})
		},
	} {
		does()
		if body := must[notes.Note](t)(j.Note(mine)).Body; body != "todo: one\nmeanwhile\n" {
			t.Errorf("%s, it says %q", name, body)
		}
		if body := must[notes.Note](t)(j.Note(came)).Body; body != "mine now\n" {
			t.Errorf("%s, what came and was changed says %q", name, body)
		}
		if err := j.CheckIndex(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := must[int](t)(one(j.c, "SELECT count(*) FROM note", scalar[int])); n != 3 {
		t.Errorf("%d notes are left", n)
	}
	if people := must[[]notes.Person](t)(j.People()); len(people) != 3 {
		t.Errorf("%d people are left", len(people))
	}
}

// importsAtOnce is how much an import of 350 notes does in all, each put in and made to be found, and in one piece at most.
func importsAtOnce(t *testing.T, someWaits bool) (all, most int) {
	t.Helper()
	j, _ := newJournal(t)
	other, _ := newJournal(t)
	fresh := filepath.Join(t.TempDir(), "out")
	importFrom(t, other, folderOfNotes(t, 350))
	exportTo(t, other, fresh)
	j.afterPiece = func() {
		now := must[int](t)(one(j.c, "SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM note WHERE search_id IS NOT NULL)", scalar[int]))
		most, all = max(most, now-all), now
	}
	if someWaits {
		j.mu.waiting.Add(1)
	}
	importFrom(t, j, fresh)
	return all, most
}

// TestASaveWaitsForOnePieceOnly counts how much an import does at once.
func TestASaveWaitsForOnePieceOnly(t *testing.T) {
	if all, most := importsAtOnce(t, false); all != 700 || most > pieceRows {
		t.Errorf("%d things were done, %d at once", all, most)
	}
}

// TestWhoeverWaitsIsLetInAfterAFewRows has somebody wait for their turn all the time while an import goes on.
func TestWhoeverWaitsIsLetInAfterAFewRows(t *testing.T) {
	if all, most := importsAtOnce(t, true); all != 700 || most > pieceLeast {
		t.Errorf("%d things were done, %d at once", all, most)
	}
}

// TestTheSaveAfterAnImportMergesNothing: the pieces of the search index are joined in a quiet moment.
func TestTheSaveAfterAnImportMergesNothing(t *testing.T) {
	j, _ := newJournal(t)
	note := addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one\n")
	done := importFrom(t, j, folderOfNotes(t, 350))
	for _, after := range []string{"taken in", "taken back"} {
		if after == "taken back" {
			do(t, j, notes.TakeBackArchive{Archive: done.ID})
		}
		save(t, j, note, "todo: "+after+"\n")
		if j.unread == 0 {
			t.Errorf("%s, a save merged the index", after)
		}
		if err := j.Idle(); err != nil || j.unread != 0 {
			t.Errorf("%s, %d saves wait to be merged after a quiet moment, %v", after, j.unread, err)
		}
	}
}

func TestWhatIsDeletedForGoodTakesTheWayBackAlong(t *testing.T) {
	plainOnly(t)
	j, folder := exported(t)
	other, _ := newJournal(t)
	importFrom(t, other, folder)
	if n := len(must[[]int](t)(list(other.c, "SELECT 1 FROM archive_change", nil, scalar[int]))); n == 0 {
		t.Fatal("nothing is logged")
	}
	do(t, other, notes.Purge{Kind: notes.KindNote, ID: int64(onlyNote(t, other).ID)})
	if n := len(must[[]int](t)(list(other.c, "SELECT 1 FROM archive_change", nil, scalar[int]))); n > 0 {
		t.Errorf("%d rows of the log are left", n)
	}
	_ = j
	t.Run("and so does a month", func(t *testing.T) {
		third, clock := newJournal(t)
		importFrom(t, third, folder)
		if taken := len(must[[]int](t)(list(third.c, "SELECT 1 FROM archive_import", nil, scalar[int]))); taken != 1 {
			t.Fatalf("%d can be taken back", taken)
		}
		path := third.Path()
		if err := third.Close(); err != nil {
			t.Fatal(err)
		}
		clock.pass(archiveUndoFor + time.Hour)
		third = must[*Journal](t)(Open(path, Options{Now: clock.now}))
		defer third.Close() //nolint:errcheck // the file goes
		if taken := len(must[[]int](t)(list(third.c, "SELECT 1 FROM archive_import UNION ALL SELECT 1 FROM archive_change", nil, scalar[int]))); taken != 0 {
			t.Errorf("%d rows are left", taken)
		}
	})
}
