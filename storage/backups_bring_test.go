package storage

import (
	"fmt"
	"slices"
	"testing"

	"handback/notes"
)

// uidIn is the uid of a row.
func uidIn(t testing.TB, j *Journal, table string, id int64) string {
	t.Helper()
	j.mu.Lock()
	defer j.mu.Unlock()
	return must[string](t)(one(j.c, "SELECT uid FROM "+table+" WHERE id = ?", scalar[string], id))
}

// bodies are the texts of the notes about a person, in the order of their days.
func bodies(t testing.TB, j *Journal, p notes.PersonID) (out []string) {
	t.Helper()
	for _, h := range must[[]notes.NoteHead](t)(j.NotesOf(p, 0)) {
		out = append(out, must[notes.Note](t)(j.Note(h.ID)).Body)
	}
	slices.Sort(out)
	return out
}

func bring(t testing.TB, j *Journal, b notes.BringBack) (notes.Applied, int64) {
	t.Helper()
	done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{b}}))
	if err := j.CheckIndex(); err != nil {
		t.Errorf("the index: %v", err)
	}
	return done, done.IDs[0]
}

func TestANoteIsBroughtBack(t *testing.T) {
	plainOnly(t)
	for _, c := range []struct {
		name   string
		change func(t *testing.T, j *Journal, note notes.NoteID)
		undone []string // what is there once it is taken back
	}{
		{"changed", func(t *testing.T, j *Journal, note notes.NoteID) { must[int64](t)(j.SaveBody(note, 1, "overwritten")) }, []string{"overwritten"}},
		{"in the trash", func(t *testing.T, j *Journal, note notes.NoteID) {
			do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(note)})
		}, nil},
		{"deleted for good", func(t *testing.T, j *Journal, note notes.NoteID) {
			do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(note)})
		}, nil},
		{"as it was", func(*testing.T, *Journal, notes.NoteID) {}, []string{"todo: draft the plan"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := addPerson(t, j, "Ana Ruiz")
			note := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: draft the plan")
			uid := uidIn(t, j, "note", int64(note))
			made := backUp(t, j).Made
			c.change(t, j, note)
			done, id := bring(t, j, notes.BringBack{Backup: made.Path, Note: uid})
			if got := bodies(t, j, ana); !slices.Equal(got, []string{"todo: draft the plan"}) {
				t.Errorf("brought back: %q", got)
			}
			if filed := must[[]notes.Filed](t)(j.FiledFrom(notes.NoteID(id))); len(filed) != 1 || filed[0].Text != "draft the plan" {
				t.Errorf("filed from it: %+v", filed)
			}
			if hits, _, err := j.Search(notes.Query{Text: "draft"}); err != nil || len(hits) != 1 {
				t.Errorf("found: %v, %v", hits, err)
			}
			if len(c.undone) == 1 && c.undone[0] == "overwritten" {
				if kept := must[[]notes.Revision](t)(j.Revisions(note)); len(kept) == 0 || !slices.ContainsFunc(kept, func(r notes.Revision) bool {
					return r.Body == "overwritten"
				}) {
					t.Errorf("what was there isn't kept: %+v", kept)
				}
			}
			back := must[notes.Applied](t)(j.Apply(done.Undo))
			if got := bodies(t, j, ana); !slices.Equal(got, c.undone) {
				t.Errorf("taken back: %q, want %q", got, c.undone)
			}
			must[notes.Applied](t)(j.Apply(back.Undo))
			if got := bodies(t, j, ana); !slices.Equal(got, []string{"todo: draft the plan"}) {
				t.Errorf("done again: %q", got)
			}
		})
	}
}

func TestAPersonIsBroughtBackWithAllThatIsTheirs(t *testing.T) {
	plainOnly(t)
	for _, c := range []struct {
		name   string
		change func(t *testing.T, j *Journal, ana notes.PersonID)
		undone int // people there are once it is taken back
	}{
		{"deleted for good", func(t *testing.T, j *Journal, ana notes.PersonID) {
			do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
		}, 2},
		{"in the trash", func(t *testing.T, j *Journal, ana notes.PersonID) {
			do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
		}, 2},
		{"there, with much deleted", func(t *testing.T, j *Journal, ana notes.PersonID) {
			goals := must[[]notes.Goal](t)(j.Goals(ana))
			heads := must[[]notes.NoteHead](t)(j.NotesOf(ana, 0))
			do(t, j, notes.Purge{Kind: notes.KindGoal, ID: int64(goals[0].ID)}, notes.Purge{Kind: notes.KindNote, ID: int64(heads[0].ID)},
				notes.Delete{Kind: notes.KindNote, ID: int64(heads[1].ID)})
		}, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana, ben := addPerson(t, j, "Ana Ruiz", "Anita"), addPerson(t, j, "Ben Kofi")
			for i := range 4 {
				addNote(t, j, ana, notes.JournalNote, "2026-11-20", fmt.Sprintf("number %d", i))
			}
			other := addNote(t, j, ben, notes.JournalNote, "2026-11-20", "todo Anita: call legal")
			goal := do(t, j, notes.Goal{Person: ana, Title: "Lead platform", Tag: "platform"}, notes.Step{Text: "run the review"})[0]
			do(t, j, notes.Area{Person: ana, Tag: "hiring"})
			before := must[[]notes.Goal](t)(j.Goals(ana))
			uid := uidIn(t, j, "person", int64(ana))
			made := backUp(t, j).Made
			c.change(t, j, ana)
			must[int64](t)(j.SaveBody(other, 1, "todo Anita: call legal today"))
			done, id := bring(t, j, notes.BringBack{Backup: made.Path, Person: uid})
			p := must[notes.Person](t)(j.Person(notes.PersonID(id)))
			if p.Name != "Ana Ruiz" || !slices.Equal(p.Aliases, []string{"Anita"}) {
				t.Errorf("it is %+v", p)
			}
			if got := bodies(t, j, p.ID); !slices.Equal(got, []string{"number 0", "number 1", "number 2", "number 3"}) {
				t.Errorf("notes: %q", got)
			}
			goals := must[[]notes.Goal](t)(j.Goals(p.ID))
			if len(goals) != 1 || goals[0].Title != before[0].Title || len(goals[0].Steps) != 1 {
				t.Errorf("goals: %+v of %d", goals, goal)
			}
			if areas := must[[]notes.Area](t)(j.Areas(p.ID)); len(areas) != 1 {
				t.Errorf("areas: %+v", areas)
			}
			filed := must[[]notes.Filed](t)(j.FiledFrom(other))
			if len(filed) != 1 || filed[0].Person != p.ID || filed[0].Text != "call legal today" {
				t.Errorf("the line elsewhere: %+v", filed)
			}
			must[notes.Applied](t)(j.Apply(done.Undo))
			if people := must[[]notes.Person](t)(j.People()); len(people) != c.undone {
				t.Errorf("taken back: %+v", people)
			}
			if err := j.CheckIndex(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestWhoHasTheNameNowIsNotMixedUp(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	uid := uidIn(t, j, "person", int64(ana))
	made := backUp(t, j).Made
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
	addPerson(t, j, "Ana Ruiz")
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.BringBack{Backup: made.Path, Person: uid}}}); err == nil {
		t.Error("there are two of one name now")
	}
	if people := must[[]notes.Person](t)(j.People()); len(people) != 2 {
		t.Errorf("%+v", people)
	}
}

func TestWhatIsNotInABackupIsToldSo(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	addPerson(t, j, "Ana Ruiz")
	made := backUp(t, j).Made
	for _, b := range []notes.BringBack{{Backup: made.Path, Note: "none"}, {Backup: made.Path, Person: "none"}} {
		if _, err := j.Apply(notes.Change{Rows: []notes.Row{b}}); err == nil || err.Error() != notInBackup.Why {
			t.Errorf("%v", err)
		}
	}
}
