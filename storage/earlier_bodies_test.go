package storage

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
)

// TestBodiesOfBeforeAnUpdateAreDecidedWhole files bodies as the first grammar did (notes/testdata/earlier), updates, keeps
// what can be kept and accepts the rest.
func TestBodiesOfBeforeAnUpdateAreDecidedWhole(t *testing.T) {
	aloneUnderRace(t)
	j, _ := newJournal(t)
	fillWithOlderBodies(t, j)
	filed, counted := whatIsFiled(t, j.c), counts(t, j.c)
	try(t, j.readByThisGrammar())
	same(t, "filed", whatIsFiled(t, j.c), filed)
	same(t, "counted", counts(t, j.c), counted)
	wait := rereadings(t, j)
	if len(wait) < 300 {
		t.Errorf("only %d lines are to decide", len(wait))
	}
	keep, rest := notes.Change{}, notes.Change{}
	bodies := map[notes.NoteID]string{}
	for _, r := range wait {
		rec := must[record](t)(j.c.record(r.Note))
		if body, begun := bodies[r.Note]; begun {
			rec.Body = body
		}
		one, body, ok := notes.KeepReading(rec.Body, must[notes.Context](t)(j.context(&rec)), r)
		if !ok {
			rest.Rows = append(rest.Rows, notes.TakeNewReading{Note: r.Note, Line: r.Raw})
			continue
		}
		bodies[r.Note] = body
		keep = keep.Then(one)
	}
	must[notes.Applied](t)(j.Apply(keep))
	same(t, "kept", whatIsFiled(t, j.c), filed)
	if left := rereadings(t, j); len(left) != len(rest.Rows) || len(left)*100 > len(wait) {
		t.Errorf("%d of %d lines wait still, %d cannot be kept", len(left), len(wait), len(rest.Rows))
	}
	must[notes.Applied](t)(j.Apply(rest))
	decided := whatIsFiled(t, j.c)
	try(t, j.script("DELETE FROM earlier"))
	try(t, j.Rebuild())
	same(t, "rebuilt", whatIsFiled(t, j.c), decided)
	try(t, j.CheckIndex())
}

// script runs SQL as if another program had, and forgets what was read of it.
func (j *Journal) script(sql string) error {
	j.earlier = nil
	return j.c.script(sql)
}

// fillWithOlderBodies makes the people of the grammar's table and a note of each body, filed by the first grammar.
func fillWithOlderBodies(t *testing.T, j *Journal) {
	t.Helper()
	do(t, j, notes.Person{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"})
	for _, p := range []notes.Person{
		{Name: "Ana Ruiz"},
		{Name: "Ben Okoro", Aliases: []string{"Benny"}},
		{Name: "Chidi Eze"},
		{Name: "Zoë Brandt"},
		{Name: "O'Neil Grant"},
		{Name: "Mary-Jane Fox"},
		{Name: "To Lan"},
		{Name: "Lars Holm", State: notes.StateLeft, LeftOn: "2026-01-01"},
		{Kind: notes.KindOther, Name: "李雷"},
		{Kind: notes.KindOther, Name: "محمد"},
	} {
		if p.Kind == "" {
			p.Kind = notes.KindReport
		}
		do(t, j, p)
	}
	of := map[string]notes.PersonID{"": 2, "in Chidi's note": 4, "in my own note": 1}
	f := must[*os.File](t)(os.Open(filepath.Join("..", "notes", "testdata", "earlier", "grammar-1.jsonl")))
	defer f.Close() //nolint:errcheck // it was only read
	for s := bufio.NewScanner(f); s.Scan(); {
		var b struct {
			Note, Body string
			Date       notes.Date
			Items      []notes.Item
		}
		try(t, json.Unmarshal(s.Bytes(), &b))
		who, known := of[b.Note]
		if !known {
			continue
		}
		fileAsBefore(t, j, addNote(t, j, who, notes.JournalNote, b.Date, b.Body), b.Items)
	}
	try(t, j.script("UPDATE reading SET grammar = 1"))
}

// fileAsBefore puts the rows of an older program in the place of ours.
func fileAsBefore(t *testing.T, j *Journal, id notes.NoteID, items []notes.Item) {
	t.Helper()
	r := must[record](t)(j.c.record(id))
	hidden := notes.Hidden(r.Body)
	var filed []notes.Item
	for _, it := range items {
		if !hidden[it.Line-1] {
			filed = append(filed, it)
		}
	}
	try(t, j.write(func(t *tx) error {
		if _, err := t.exec("UPDATE note SET open = ? WHERE id = ?", openIn(filed), id); err != nil {
			return err
		}
		return t.replaceItems(id, itemRows(&r, filed))
	}))
}
