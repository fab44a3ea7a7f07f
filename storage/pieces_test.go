package storage

import (
	"fmt"
	"testing"

	"handback/notes"
)

// TestManyPiecesFillNoIndex files more often than FTS5 takes pieces of an index, with no quiet moment in between, as a large archive
// does whose pieces are written while somebody types.
func TestManyPiecesFillNoIndex(t *testing.T) {
	t.Parallel() // it is long
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for n := range 2300 {
		if _, err := j.Apply(notes.Change{Rows: []notes.Row{
			notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-20", Body: fmt.Sprintf("word%d", n)},
		}}); err != nil {
			t.Fatalf("after %d: %v", n, err)
		}
		j.unread = 0 // a piece of long work isn't counted
		for range 3 {
			if n%40 == 0 && n <= 160 { // a few are joined
				must[bool](t)(j.mergePart(quietPages))
			}
		}
	}
	pieces := must[int](t)(one(j.c, "SELECT count(DISTINCT segid) FROM search_idx", scalar[int]))
	if pieces > 800 {
		t.Errorf("the index is in %d pieces", pieces)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}
