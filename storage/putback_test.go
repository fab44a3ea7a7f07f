package storage

import (
	"testing"

	"handback/notes"
)

// TestEachUndoFindsItsRowAfterTheOnesBehindIt takes changes back one after the other: what an undo puts back is what the one before it
// takes away.
func TestEachUndoFindsItsRowAfterTheOnesBehindIt(t *testing.T) {
	const line = "todo: draft the plan"
	for name, c := range map[string]struct {
		table string
		first func(uid string) notes.Row
		again func(id int64) notes.Change
	}{
		"a dismissal follows its line": {"dismissal", func(uid string) notes.Row {
			return notes.Dismissal{Kind: notes.DismissedLine, NoteUID: uid, Text: notes.NormaliseLine(line)}
		}, func(int64) notes.Change {
			return notes.Change{Edits: []notes.LineEdit{{Op: notes.ReplaceLine, Note: 1, Line: 1, Old: line, New: "topic: holidays"}}}
		}},
		"a dismissal": {"dismissal", func(uid string) notes.Row {
			return notes.Dismissal{Kind: notes.DismissedLine, NoteUID: uid, Text: "x"}
		}, func(id int64) notes.Change { return removal(notes.Dismissal{ID: id}) }},
		"a verdict": {"verdict", func(uid string) notes.Row {
			return notes.Verdict{NoteUID: uid, Line: line, Verdict: notes.NotYetVerdict}
		}, func(id int64) notes.Change { return removal(notes.Verdict{ID: id}) }},
		"a prompt": {"prompt_event", func(string) notes.Row {
			return notes.PromptEvent{Person: 2, Kind: "praise", Key: "k", Text: "x", Shown: "2026-11-20"}
		}, func(id int64) notes.Change { return removal(notes.PromptEvent{ID: id}) }},
		"a saved search": {"saved_search", func(string) notes.Row {
			return notes.SavedSearch{Name: "plans", Query: "plan"}
		}, func(id int64) notes.Change { return removal(notes.SavedSearch{ID: id}) }},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			do(t, j, notes.Person{Kind: notes.KindReport, Name: "Ana"}, notes.NewNote{Person: 2, Kind: notes.HeldNote, Date: "2026-11-20", Body: line})
			uid := must[string](t)(one(j.c, "SELECT uid FROM note", scalar[string]))
			before := dump(t, j)
			put := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{c.first(uid)}}))
			// one behind it, so that the id isn't the next free one
			behind := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{other(c.first(uid))}}))
			changed := must[notes.Applied](t)(j.Apply(c.again(put.IDs[0])))
			for _, undo := range []notes.Change{changed.Undo, behind.Undo, put.Undo} {
				if _, err := j.Apply(undo); err != nil {
					t.Fatalf("%+v: %v", undo, err)
				}
			}
			if got := dump(t, j); got != before {
				t.Errorf("taken back it isn't what it was:\n%s", linesThatDiffer(got, before))
			}
		})
	}
}

// TestWhatIsPutBackWritesOverNothing gives it another id where its own was taken meanwhile.
func TestWhatIsPutBackWritesOverNothing(t *testing.T) {
	j, _ := newJournal(t)
	first := do(t, j, notes.Verdict{NoteUID: "n", Line: "a", Verdict: notes.NotYetVerdict, Why: "theirs"})[0]
	gone := must[notes.Applied](t)(j.Apply(removal(notes.Verdict{ID: first})))
	must[notes.Applied](t)(j.Apply(gone.Undo))
	do(t, j, notes.Verdict{ID: first, NoteUID: "n", Line: "b", Verdict: notes.NotYetVerdict, Why: "another by now"})
	must[notes.Applied](t)(j.Apply(gone.Undo))
	whys := must[[]string](t)(list(j.c, "SELECT why FROM verdict ORDER BY why", nil, scalar[string]))
	same(t, "what is there", whys, []string{"another by now", "theirs"})
}

func removal(row notes.Row) notes.Change {
	return notes.Change{Rows: []notes.Row{notes.Remove{Row: row}}}
}

// other is a row like it that stands beside it.
func other(row notes.Row) notes.Row {
	switch r := row.(type) {
	case notes.Dismissal:
		r.Text = "another"
		return r
	case notes.Verdict:
		r.Line = "another"
		return r
	case notes.PromptEvent:
		r.Key = "another"
		return r
	case notes.SavedSearch:
		r.Name = "another"
		return r
	}
	return row
}
