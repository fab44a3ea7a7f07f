package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"handback/notes"
	"handback/notes/archive"
)

// folderText is every file of a folder, by path.
func folderText(t fataler, root string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(root, path)
		all = append(all, fmt.Sprintf("== %s\n%s\n", filepath.ToSlash(rel), data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(all)
	return strings.Join(all, "")
}

func exportTo(t fataler, j *Journal, folder string) archive.Exported {
	t.Helper()
	done, err := j.ExportArchive(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func importFrom(t fataler, j *Journal, folder string) archive.Imported {
	t.Helper()
	done, err := j.ImportArchive(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func freshJournal(t fataler, dir string, n *int, now func() time.Time) *Journal {
	t.Helper()
	*n++
	j, err := Open(filepath.Join(dir, fmt.Sprint(*n), FileName), Options{Now: now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func (a actor) folder(n *int) string {
	*n++
	return filepath.Join(a.dir, fmt.Sprint("folder", *n))
}

// purgeSome deletes something for good now and then.
func (a actor) purgeSome() {
	switch rapid.IntRange(0, 9).Draw(a.T, "purge") {
	case 0:
		if id, ok := pick(a, "purged note", a.ids("note", "1")); ok {
			a.apply(notes.Change{Rows: []notes.Row{notes.Purge{Kind: notes.KindNote, ID: id}}})
		}
	case 1:
		if id, ok := pick(a, "purged goal", a.ids("goal", "1")); ok {
			a.apply(notes.Change{Rows: []notes.Row{notes.Purge{Kind: notes.KindGoal, ID: id}}})
		}
	case 2:
		kind := rapid.SampledFrom(otherKinds).Draw(a.T, "purged kind")
		if id, ok := pick(a, "purged", a.ids(kindTable[kind], "1")); ok {
			a.apply(notes.Change{Rows: []notes.Row{notes.Purge{Kind: kind, ID: id}}})
		}
	case 3:
		if id, ok := pick(a, "purged person", a.ids("person", "kind <> 'me'")); ok {
			a.apply(notes.Change{Rows: []notes.Row{notes.Purge{Kind: notes.KindPerson, ID: id}}})
		}
	}
}

func (a actor) changes(most int) {
	a.goesOn(rapid.IntRange(1, most).Draw(a.T, "changes"))
}

func (a actor) goesOn(times int) {
	for range times {
		a.clock.pass(time.Duration(rapid.IntRange(1, 500).Draw(a.T, "seconds"))*time.Second + 2*time.Millisecond)
		a.apply(a.change())
		a.purgeSome()
		a.nowAndThen()
	}
}

// nowAndThen lets a month pass, in which versions are let go, and has a line read as before an update, or by the grammar of now.
func (a actor) nowAndThen() {
	switch rapid.IntRange(0, 8).Draw(a.T, "now and then") {
	case 3:
		a.takesNotes()
	case 0:
		a.clock.pass(40 * 24 * time.Hour)
		if err := a.j.Idle(); err != nil {
			a.Fatal(err)
		}
	case 1:
		id, ok := pick(a, "note read otherwise", a.ids("note", "search_id IS NOT NULL AND body <> '' AND id NOT IN (SELECT note_id FROM earlier)"))
		who, any := pick(a, "whom it was about", a.ids("person", "deleted_at IS NULL"))
		if !ok || !any {
			return
		}
		n, err := a.j.Note(notes.NoteID(id))
		if err != nil {
			a.Fatal(err)
		}
		line, _, _ := strings.Cut(strings.ReplaceAll(n.Body, "\r", ""), "\n")
		readOtherwise(a, a.j, n.ID, line, &notes.Item{Label: notes.Todo, Text: "as before", People: []notes.PersonID{notes.PersonID(who)}})
	case 2:
		if again, err := a.j.Rereadings(); err != nil {
			a.Fatal(err)
		} else if len(again) > 0 {
			a.apply(notes.Change{Rows: []notes.Row{notes.TakeNewReading{Note: again[0].Note, Line: again[0].Raw}}})
		}
	}
}

func TestAnArchiveBecomesTheSameJournal(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, some(80, func(rt *rapid.T) {
		a := newActor(rt, dir, &n)
		defer a.j.Close() //nolint:errcheck // the file goes
		a.changes(8)
		first, second := a.folder(&n), a.folder(&n)
		exportTo(rt, a.j, first)
		text := folderText(rt, first)
		if again := exportTo(rt, a.j, first); again.Written+again.Removed != 0 || folderText(rt, first) != text {
			rt.Fatalf("an unchanged journal changed %d files", again.Written+again.Removed)
		}
		other := freshJournal(rt, dir, &n, func() time.Time { return a.clock.now().Add(24 * time.Hour) })
		defer other.Close() //nolint:errcheck // the file goes
		if done := importFrom(rt, other, first); len(done.Skipped) > 0 || len(done.Conflicts) > 0 {
			rt.Fatalf("%+v", done)
		}
		exportTo(rt, other, second)
		if got := folderText(rt, second); got != text {
			rt.Fatalf("the other journal gives otherwise:\n%s", linesThatDiffer(got, text))
		}
		if got, want := shownIn(rt, other), shownIn(rt, a.j); got != want {
			rt.Fatalf("the other journal shows otherwise:\n%s", linesThatDiffer(got, want))
		}
		if err := other.CheckIndex(); err != nil {
			rt.Fatal(err)
		}
	}))
}

// shownIn is what is filed from the notes of a journal, without its ids.
func shownIn(t fataler, j *Journal) string {
	t.Helper()
	rows, err := list(j.c, `SELECT concat_ws('|', n.uid, n.title, n.open, i.line, p.uid, i.label, i.text, i.tags, i.due, i.state) FROM note n
		LEFT JOIN item i ON i.note_id = n.id LEFT JOIN person p ON p.id = i.person_id
		WHERE n.search_id IS NOT NULL ORDER BY n.uid, i.line, p.uid`, nil, scalar[string])
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(rows, "\n")
}

var _ = errors.New

// TestAQuietDayChangesNoArchive lets a day pass with what a quiet moment keeps of it, and nothing that anybody did.
func TestAQuietDayChangesNoArchive(t *testing.T) {
	j, clock := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "todo: a line\n")
	folder := filepath.Join(t.TempDir(), "archive")
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	exportTo(t, j, folder)
	for range 3 {
		clock.pass(24 * time.Hour)
		if err := j.Idle(); err != nil {
			t.Fatal(err)
		}
		if again := exportTo(t, j, folder); again.Written+again.Removed != 0 {
			t.Fatalf("%d files changed", again.Written+again.Removed)
		}
	}
}
