package storage

import (
	"strings"
	"testing"

	"handback/notes"
)

// filedUnder are the texts of the open items about a person, joined.
func filedUnder(t *testing.T, j *Journal, id notes.PersonID) string {
	t.Helper()
	items, err := j.c.filed("WHERE i.person_id = ? ORDER BY i.note_id, i.line", id)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range items {
		all = append(all, f.Text)
	}
	return strings.Join(all, ", ")
}

func TestAChangeOfNamesReadsTheNotesAgain(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(
		t,
		j,
		ana,
		notes.HeldNote,
		"2026-11-20",
		"todo Søren: a\ntodo Soren: b\ntodo Benedikt: c\ntodo Bene: d\ntodo Anne-Marie: e\ntodo O’Neil: f\ntodo 🦊: g\n",
	)
	has := func(id notes.PersonID, want string) {
		t.Helper()
		if got := filedUnder(t, j, id); got != want {
			t.Errorf("%q is filed, not %q", got, want)
		}
		if err := j.CheckIndex(); err != nil {
			t.Error(err)
		}
	}
	has(addPerson(t, j, "Søren Holm"), "a, b")
	has(addPerson(t, j, "Anne-Marie"), "e")
	has(addPerson(t, j, "O'Neil"), "f")
	has(addPerson(t, j, "🦊 Fox"), "g")
	ben := addPerson(t, j, "Benedikt")
	has(ben, "c")
	p := must[notes.Person](t)(j.Person(ben))
	p.Aliases = []string{"Bene", "benedikt", " Bene "}
	done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{p}}))
	has(ben, "c, d")
	if p = must[notes.Person](t)(j.Person(ben)); len(p.Aliases) != 1 || p.Aliases[0] != "Bene" {
		t.Errorf("aliases %q", p.Aliases)
	}
	if _, err := j.Apply(done.Undo); err != nil {
		t.Fatal(err)
	}
	has(ben, "c")
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ben)})
	has(ben, "")
	do(t, j, notes.Restore{Kind: notes.KindPerson, ID: int64(ben)})
	has(ben, "c")
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ben)})
	has(ben, "")
}

func TestDeletingAPersonHidesTheirNotes(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: one\ntodo Ben: two\n")
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	if _, err := j.Note(id); err == nil {
		t.Error("the note is still shown")
	}
	if got := filedUnder(t, j, ben); got != "" {
		t.Errorf("%q is still filed from it", got)
	}
	if hits, _, err := j.Search(notes.Query{Text: "one"}); err != nil || len(hits) != 0 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
	if bin := must[[]notes.Trashed](t)(j.Trash()); len(bin) != 1 || bin[0].Text != "Ana" {
		t.Errorf("trash: %+v", bin)
	}
	addPerson(t, j, "Ana") // the name is free meanwhile
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Restore{Kind: notes.KindPerson, ID: int64(ana)}}}); err == nil {
		t.Error("two people have one name")
	}
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
	if bin := must[[]notes.Trashed](t)(j.Trash()); len(bin) != 0 {
		t.Errorf("trash: %+v", bin)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestATrashedNoteComesBackAsItWas(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: one\n")
	before := dump(t, j)
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(id)})
	if _, err := j.SaveBody(id, 1, "typed on"); err == nil {
		t.Error("a note in the trash was saved")
	}
	if bin := must[[]notes.Trashed](t)(j.Trash()); len(bin) != 1 || bin[0].Text != "one" || bin[0].Person != ana {
		t.Errorf("trash: %+v", bin)
	}
	do(t, j, notes.Restore{Kind: notes.KindNote, ID: int64(id)})
	if after := dump(t, j); after != before {
		t.Errorf("restored, it is\n%s\nand was\n%s", after, before)
	}
}

func TestANameThatMeansSomebodyElseIsRefusedByTheTransaction(t *testing.T) {
	j, _ := newJournal(t)
	bill, grace := addPerson(t, j, "Bill Tarrant"), addPerson(t, j, "Grace Lund")
	addNote(t, j, grace, notes.HeldNote, "2026-11-20", "praise Bill: stayed calm\n")
	refused := func(p notes.Person) {
		t.Helper()
		_, err := j.Apply(notes.Change{Rows: []notes.Row{p}})
		if err == nil || !strings.Contains(err.Error(), "Bill Tarrant is already called") {
			t.Errorf("%+v: %v", p, err)
		}
		if got := filedUnder(t, j, bill); got != "stayed calm" {
			t.Errorf("Bill's lines are %q", got)
		}
	}
	p, err := j.c.person(grace)
	if err != nil {
		t.Fatal(err)
	}
	p.Aliases = []string{"Bill"}
	refused(p)
	p.Aliases, p.Name = nil, "Bill"
	refused(p)
	refused(notes.Person{Name: "Bill"})
	refused(notes.Person{Name: "Kim Wu", Aliases: []string{"bill"}})
}

// A nickname from before somebody came who is so called in full stays whose it is, whatever else is changed of them.
func TestANicknameStaysWhoseItIs(t *testing.T) {
	j, _ := newJournal(t)
	nair := addPerson(t, j, "Priya Nair")
	put := func(change func(p *notes.Person)) notes.Change {
		t.Helper()
		p, err := j.c.person(nair)
		if err != nil {
			t.Fatal(err)
		}
		change(&p)
		done, err := j.Apply(notes.Change{Rows: []notes.Row{p}})
		if err != nil {
			t.Fatal(err)
		}
		return done.Undo
	}
	put(func(p *notes.Person) { p.Aliases = []string{"Pia"} })
	other := addPerson(t, j, "Pia Lopez")
	addNote(t, j, other, notes.HeldNote, "2026-11-20", "todo Pia Lopez: a\n")
	put(func(p *notes.Person) { p.Role = "Platform" })
	undo := put(func(p *notes.Person) { p.Aliases = nil })
	if _, err := j.Apply(undo); err != nil {
		t.Errorf("undo does not give it back: %v", err)
	}
	third := addPerson(t, j, "Kim Wu")
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.MergePeople{From: nair, Into: third}}}); err != nil {
		t.Errorf("it does not go with her entry: %v", err)
	}
}
