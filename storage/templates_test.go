package storage

import (
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

func TestANewOneOnOneBeginsWithThePersonsTemplate(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	all := must[[]notes.Template](t)(j.Templates())
	if len(all) != len(notes.FirstTemplates) {
		t.Fatalf("%d templates come along", len(all))
	}
	id := notes.TemplateID(do(t, j, notes.Template{Name: "Mine", Body: "# How are you?\nWhat is new?"})[0])
	p := personOf(t, j, ana)
	p.Template = id
	do(t, j, p)
	if got := personOf(t, j, ana).Template; got != id {
		t.Fatalf("the person's template is %d", got)
	}
	made := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: "2026-12-01", Template: id},
	}}))
	n := must[notes.Note](t)(j.Note(made.Made[0]))
	if n.Body != "# How are you?\nWhat is new?" || n.Begun != n.Body || n.Title != "" || n.Open != 0 {
		t.Fatalf("%+v", n)
	}
	rev := must[int64](t)(j.SaveBody(n.ID, n.Rev, n.Body+"\n"))
	if v := must[[]notes.Revision](t)(j.Revisions(n.ID)); len(v) != 0 {
		t.Errorf("a version of the template alone is kept: %+v", v)
	}
	must[int64](t)(j.SaveBody(n.ID, rev, n.Body+"\nAll is well.\ntodo: plan\n"))
	n = must[notes.Note](t)(j.Note(n.ID))
	if n.Title != "All is well." || n.Open != 1 {
		t.Errorf("written on: %+v", n)
	}
}

func TestAnEmptyNoteMadeForALineGoesThoughItHoldsATemplate(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	for body, stays := range map[string]bool{"# A\nWhat?\n": false, "# A\n\n": false, "# A\nWhat?\nThis.\n": true} {
		t.Run(body, func(t *testing.T) {
			n := notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: "2026-12-01", Body: body, Begun: "# A\nWhat?\n"}
			id := notes.NoteID(do(t, j, n)[0])
			do(t, j, notes.DeleteBlank{Note: id})
			if _, err := j.Note(id); (err == nil) != stays {
				t.Errorf("%v", err)
			}
		})
	}
}

func personOf(t *testing.T, j *Journal, id notes.PersonID) notes.Person {
	t.Helper()
	for _, p := range must[[]notes.Person](t)(j.People()) {
		if p.ID == id {
			return p
		}
	}
	t.Fatal("the person is gone")
	return notes.Person{}
}

func TestARemovedTemplateComesBackWithUndo(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	first := must[[]notes.Template](t)(j.Templates())[0]
	p := personOf(t, j, ana)
	p.Template = first.ID
	do(t, j, p)
	gone := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.Remove{Row: first}}}))
	if all := must[[]notes.Template](t)(j.Templates()); len(all) != 2 {
		t.Fatalf("%+v", all)
	}
	id := do(t, j, notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: "2026-12-01", Template: first.ID})[0]
	if n := must[notes.Note](t)(j.Note(notes.NoteID(id))); n.Body != "" {
		t.Errorf("a note begins with a template that was removed: %q", n.Body)
	}
	must[notes.Applied](t)(j.Apply(gone.Undo))
	if all := must[[]notes.Template](t)(j.Templates()); len(all) != 3 || all[0] != first {
		t.Errorf("%+v", all)
	}
	if personOf(t, j, ana).Template != first.ID {
		t.Error("the person has lost it")
	}
	first.Body = "Other words?"
	changed := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{first}}))
	must[notes.Applied](t)(j.Apply(changed.Undo))
	if all := must[[]notes.Template](t)(j.Templates()); all[0].Body != notes.FirstTemplates[0].Body {
		t.Errorf("undone: %+v", all[0])
	}
}

func TestADismissalOutlivesTheJournalAndUndoTakesItBack(t *testing.T) {
	c := newClock()
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(Open(path, Options{Now: c.now, Create: true}))
	ana := addPerson(t, j, "Ana Ruiz")
	id := notes.NoteID(do(t, j, notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: "2026-12-01", Body: "Ana to draft it"})[0])
	n := must[notes.Note](t)(j.Note(id))
	h := notes.Suggestion{Line: 1, Old: "Ana to draft it"}
	line, spelling := h.Dismissal(n.UID), notes.Dismissal{Kind: notes.DismissedSpelling, Text: "legal"}
	applied := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{line, spelling, line}}))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = must[*Journal](t)(Open(path, Options{Now: c.now}))
	t.Cleanup(func() { _ = j.Close() })
	all := must[[]notes.Dismissal](t)(j.Dismissals(n.UID))
	if len(all) != 2 || !notes.Dismissed(all, n.UID)(h) {
		t.Fatalf("opened again: %+v", all)
	}
	if other := must[[]notes.Dismissal](t)(j.Dismissals("another")); len(other) != 1 || other[0].Text != "legal" {
		t.Errorf("another note: %+v", other)
	}
	must[notes.Applied](t)(j.Apply(applied.Undo))
	if all := must[[]notes.Dismissal](t)(j.Dismissals(n.UID)); len(all) != 0 {
		t.Errorf("undone: %+v", all)
	}
	do(t, j, line, notes.Delete{Kind: notes.KindNote, ID: int64(id)}, notes.Purge{Kind: notes.KindNote, ID: int64(id)})
	if all := must[[]notes.Dismissal](t)(j.Dismissals(n.UID)); len(all) != 0 {
		t.Errorf("a note deleted for good leaves its line: %+v", strings.TrimSpace(all[0].Text))
	}
}

func TestADismissalFollowsItsLineWhereItIsRewritten(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	id := addNote(t, j, ana, notes.JournalNote, "2026-12-01", "Ana to draft it by Friday")
	n := must[notes.Note](t)(j.Note(id))
	do(t, j, notes.Suggestion{Line: 1, Old: n.Body}.Dismissal(n.UID))
	const now = "Ana to draft it by 2026-12-04"
	applied := must[notes.Applied](t)(j.Apply(notes.Change{Edits: []notes.LineEdit{{Note: id, Line: 1, Old: n.Body, New: now}}}))
	dismissed := func(line string) bool {
		return notes.Dismissed(must[[]notes.Dismissal](t)(j.Dismissals(n.UID)), n.UID)(notes.Suggestion{Line: 1, Old: line})
	}
	if !dismissed(now) || dismissed(n.Body) {
		t.Error("the dismissal stays with the old words")
	}
	must[notes.Applied](t)(j.Apply(applied.Undo))
	if dismissed(now) || !dismissed(n.Body) {
		t.Error("undone, the dismissal stays with the new words")
	}
}
