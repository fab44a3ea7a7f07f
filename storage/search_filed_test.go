package storage

import (
	"fmt"
	"reflect"
	"testing"

	"handback/notes"
)

// TestALineIsFoundWithItsItem holds the items of lines that were found to what is read of their notes, where they are more than are
// read at once, and lines are of several people, have several tags or stand behind letters of more bytes.
func TestALineIsFoundWithItsItem(t *testing.T) {
	j, ana, ben := searchable(t)
	var rows []notes.Row
	for i := range 3 * filedAtOnce {
		rows = append(rows, notes.NewNote{
			Person: ana, Kind: notes.HeldNote, Date: notes.Date("2025-01-01").AddDays(i), Body: fmt.Sprintf(
				"Zoë and the quarry\npraise: quarry %d #slate #stone\ntodo Ben, Ana: quarry walk %d #stone by 2026-03-0%d\r\n"+
					"idea: quarry (adopted: yes)\nplain-quarry", i, i, 1+i%9),
		})
	}
	do(t, j, rows...)
	for _, q := range []notes.Query{
		{Text: "quarry"},
		{Text: "quarry", Label: notes.Todo},
		{Text: "quarry", Tags: []string{"stone"}},
		{Text: "quarry", Tags: []string{"stone", "slate"}},
		{Label: notes.Idea},
		{Person: ben, Label: notes.Todo},
		{Tags: []string{"slate"}, Person: ana},
		{Text: "quarry", Person: ana, Shared: true},
		{Text: "quarry", Not: notes.Without{Labels: []notes.Label{notes.Praise}}},
		{Text: "quarry", Not: notes.Without{Text: "walk"}, Label: notes.Praise},
	} {
		for _, q.Newest = range []bool{false, true} {
			q.Limit, q.Lines = 60, 10
			t.Run(fmt.Sprintf("%+v", q), func(t *testing.T) { itemsAreThoseOfTheNotes(t, j, q) })
		}
	}
}

func itemsAreThoseOfTheNotes(t *testing.T, j *Journal, q notes.Query) {
	t.Helper()
	hits, _, err := j.Search(q)
	if err != nil || len(hits) != q.Limit {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	filed := 0
	for _, h := range hits {
		items := must[[]notes.Filed](t)(j.c.filed("WHERE i.note_id = ? ORDER BY i.line, i.person_id", h.ID))
		of := map[int]*notes.Item{}
		for i := len(items) - 1; i >= 0; i-- {
			of[items[i].Line] = &items[i].Item
		}
		for _, l := range h.Lines {
			if !reflect.DeepEqual(l.Item, of[l.Line]) {
				t.Fatalf("line %d of note %d: %+v, not %+v", l.Line, h.ID, l.Item, of[l.Line])
			}
			if l.Item != nil {
				filed++
			}
		}
	}
	if filed < len(hits) {
		t.Errorf("%d lines with an item in %d notes", filed, len(hits))
	}
}
