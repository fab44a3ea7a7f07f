package storage

import (
	"errors"
	"testing"

	"handback/notes"
)

func TestANewJournalHoldsTheManager(t *testing.T) {
	j, _ := newJournal(t)
	people := must[[]notes.Person](t)(j.People())
	if len(people) != 1 || people[0].Kind != notes.KindMe || people[0].Name != "Me" {
		t.Fatalf("people of a new journal: %+v", people)
	}
}

func TestSavingFilesTheNoteAndRaisesItsRev(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Lopez")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "")
	rev, err := j.SaveBody(id, 1, "todo: draft the plan #lead by 2026-12-01\npraise: calm in the outage\nprose\n")
	if err != nil || rev != 2 {
		t.Fatalf("rev %d, %v", rev, err)
	}
	items := must[[]notes.Filed](t)(j.FiledFrom(id))
	if len(items) != 2 || items[0].Label != notes.Todo || items[0].Due != "2026-12-01" || items[0].Person != ana ||
		items[1].Label != notes.Praise {
		t.Fatalf("filed: %+v", items)
	}
	n := must[notes.Note](t)(j.Note(id))
	if n.Rev != 2 || n.Open != 1 || n.Title != "draft the plan #lead" {
		t.Errorf("head %+v", n.NoteHead)
	}
	if _, err := j.SaveBody(id, 1, "other"); !errors.Is(err, notes.ErrConflict) {
		t.Errorf("a stale rev gives %v", err)
	}
	if rev, err := j.SaveBody(id, 2, n.Body); err != nil || rev != 2 {
		t.Errorf("the same text gives rev %d, %v", rev, err)
	}
}

func TestSearchFindsWhatWasSaved(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "Talked about the Kafka outage.\ntodo: write it up\n")
	for _, newest := range []bool{true, false} {
		hits, more, err := j.Search(notes.Query{Text: "kaf", Newest: newest})
		if err != nil || more || len(hits) != 1 || hits[0].Lines[0].Line != 1 {
			t.Fatalf("hits %+v, %v, %v", hits, more, err)
		}
		if len(hits[0].Lines[0].Snippet) != 3 || !hits[0].Lines[0].Snippet[1].Match || hits[0].Lines[0].Snippet[1].Text != "Kafka" {
			t.Errorf("snippet %+v", hits[0].Lines[0].Snippet)
		}
	}
}

func TestEachHeldOneOnOneOfADayIsOne(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	at := func(who notes.PersonID, kind notes.NoteKind, day notes.Date, hour string) notes.NoteID {
		c := notes.Change{Rows: []notes.Row{notes.NewNote{Person: who, Kind: kind, Date: day, At: hour, Body: "x"}}}
		return must[notes.Applied](t)(j.Apply(c)).Made[0]
	}
	late := at(ana, notes.HeldNote, "2026-11-20", "15:00")
	early := at(ana, notes.HeldNote, "2026-11-20", "09:00")
	before := at(ana, notes.HeldNote, "2026-11-13", "15:00")
	at(ana, notes.HeldNote, "2026-11-12", "15:00")
	at(ana, notes.JournalNote, "2026-11-20", "10:00")
	at(ben, notes.HeldNote, "2026-11-20", "10:00")
	gone := at(ana, notes.HeldNote, "2026-11-20", "16:00")
	must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindNote, ID: int64(gone)}}}))
	held := must[[]notes.NoteHead](t)(j.HeldNotes(ana, "2026-11-13"))
	if len(held) != 3 || held[0].ID != before || held[1].ID != early || held[2].ID != late || held[2].Date != "2026-11-20" {
		t.Errorf("held: %+v", held)
	}
}
