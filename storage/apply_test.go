package storage

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"handback/notes"
)

func TestAChangeIsAppliedWholeOrNotAtAll(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: one\ntodo: two\n")
	before := dump(t, j)
	for name, c := range map[string]notes.Change{
		"a line that is gone": {Edits: []notes.LineEdit{
			{Op: notes.ReplaceLine, Note: id, Line: 1, Old: "todo: one", New: "todo: one (done)"},
			{Op: notes.ReplaceLine, Note: id, Line: 2, Old: "todo: three", New: "x"},
		}},
		"a person twice": {
			Edits: []notes.LineEdit{{Op: notes.DeleteLine, Note: id, Line: 1, Old: "todo: one"}},
			Rows:  []notes.Row{notes.Person{Name: "ANA"}},
		},
		"later in the chain": {
			Rows: []notes.Row{notes.Person{Name: "Ben"}},
			Next: &notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindGoal, ID: 77}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := j.Apply(c); err == nil {
				t.Errorf("%s: no error", name)
			}
			if after := dump(t, j); after != before {
				t.Errorf("%s: the journal was changed", name)
			}
		})
	}
}

func TestATickFindsItsLineWhereOthersMovedIt(t *testing.T) {
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "new line\r\ntodo: one\r\n")
	done, err := j.Apply(notes.Change{Edits: []notes.LineEdit{
		{Op: notes.ReplaceLine, Note: id, Line: 1, Old: "todo: one", New: "todo: one (done 2026-11-23)"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if done.Edits[0].Line != 2 || done.Revs[id] != 2 {
		t.Errorf("%+v", done)
	}
	n := must[notes.Note](t)(j.Note(id))
	if n.Body != "new line\r\ntodo: one (done 2026-11-23)\r\n" || n.Open != 0 {
		t.Errorf("%q, %d open", n.Body, n.Open)
	}
}

func TestALineForTheNextOneOnOnePlansNone(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	ask := notes.Append{Person: ana, Kind: notes.PlannedNote, Date: "2026-11-23", Text: "ask: how was\nthe talk?"}
	first := must[notes.Applied](t)(j.Apply(notes.Change{Appends: []notes.Append{ask}}))
	if len(first.Made) != 1 || first.Edits[0].Op != notes.InsertLine || first.Edits[0].Line != 1 {
		t.Fatalf("%+v", first)
	}
	ask.Text = "topic: pay"
	second := must[notes.Applied](t)(j.Apply(notes.Change{Appends: []notes.Append{ask}}))
	if len(second.Made) != 0 || second.Edits[0].Line != 2 {
		t.Fatalf("%+v", second)
	}
	if _, err := j.PlannedNote(ana); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("a one-on-one was planned: %v", err)
	}
	n := must[notes.Note](t)(j.Note(first.Made[0]))
	if n.Body != "ask: how was the talk?\ntopic: pay" || n.Kind != notes.JournalNote || n.Date != "2026-11-23" {
		t.Errorf("%+v", n)
	}
	for _, undo := range []notes.Change{second.Undo, first.Undo} {
		if _, err := j.Apply(undo); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := j.Note(first.Made[0]); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("the note that was made for the line is still there: %v", err)
	}
	if bin := must[[]notes.Trashed](t)(j.Trash()); len(bin) != 0 {
		t.Errorf("an empty note is listed in the trash: %+v", bin)
	}
}

func TestALineForTheNextOneOnOneGoesOnThePlannedNote(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	ids := do(t, j, notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: "2026-12-04", Body: "plan\n"})
	done := must[notes.Applied](t)(j.Apply(notes.OnAgenda(ana, "ask: why?", "2026-11-23")))
	if n := must[notes.Note](t)(j.PlannedNote(ana)); len(done.Made) != 0 || n.ID != notes.NoteID(ids[0]) || n.Body != "plan\nask: why?\n" {
		t.Errorf("%+v, %+v", n, done)
	}
	facts := must[notes.Facts](t)(j.Facts(ana, time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)))
	if len(facts.Agenda) != 1 || facts.Agenda[0].Text != "why?" {
		t.Errorf("on the agenda: %+v", facts.Agenda)
	}
}

func TestUndoingAnAppendKeepsWhatWasTypedSince(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	done := must[notes.Applied](t)(j.Apply(notes.Change{Appends: []notes.Append{
		{Person: ana, Kind: notes.JournalNote, Date: "2026-11-23", Text: "praise: calm"},
	}}))
	if _, err := j.SaveBody(done.Made[0], done.Revs[done.Made[0]], "typed\npraise: calm"); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Apply(done.Undo); err != nil {
		t.Fatal(err)
	}
	if n := must[notes.Note](t)(j.Note(done.Made[0])); n.Body != "typed" {
		t.Errorf("%q", n.Body)
	}
}

func TestATargetThatMovesIsRecorded(t *testing.T) {
	j, clock := newJournal(t)
	ana := addPerson(t, j, "Ana")
	ids := do(t, j, notes.Goal{Person: ana, Title: "Lead platform", Tag: "lead", Start: "2026-11-01", Target: "2026-12-01"},
		notes.Step{Text: "Shadow a release"}, notes.Opportunity{Kind: notes.Workshop, Text: "Talks"})
	g := must[notes.Goal](t)(j.Goal(notes.GoalID(ids[0])))
	if len(g.Steps) != 1 || g.Steps[0].Owner != notes.Them || len(g.Opportunities) != 1 || len(g.Moves) != 0 {
		t.Fatalf("%+v", g)
	}
	move := func(to notes.Date) notes.Applied {
		t.Helper()
		g.Target = to
		return must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{g}}))
	}
	done := move("2027-01-01")
	if g = must[notes.Goal](
		t,
	)(
		j.Goal(g.ID),
	); !reflect.DeepEqual(
		g.Moves,
		[]notes.TargetMove{{On: "2026-11-23", From: "2026-12-01", To: "2027-01-01"}},
	) {
		t.Errorf("%+v", g.Moves)
	}
	if _, err := j.Apply(done.Undo); err != nil {
		t.Fatal(err)
	}
	if g = must[notes.Goal](t)(j.Goal(g.ID)); len(g.Moves) != 0 || g.Target != "2026-12-01" {
		t.Errorf("undone: %+v", g)
	}
	move("2027-01-01")
	clock.pass(48 * time.Hour)
	move("2027-02-01")
	if g = must[notes.Goal](t)(j.Goal(g.ID)); len(g.Moves) != 2 || g.Moves[1].On != "2026-11-25" {
		t.Errorf("%+v", g.Moves)
	}
}

func TestWhatCannotBeIsRefusedWithASentence(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Lopez", "Annie")
	for name, row := range map[string]notes.Row{
		"no name":            notes.Person{Name: "  "},
		"a name twice":       notes.Person{Name: "ana  lopez"},
		"an alias as a name": notes.Person{Name: "annie"},
		"a reserved name":    notes.Person{Name: "we"},
		"a taken alias":      notes.Person{Name: "Ben", Aliases: []string{"ANNIE"}},
		"a colon in a name":  notes.Person{Name: "Ben: the second"},
		"no such day":        notes.Person{Name: "Ben", Since: "2026-02-30"},
		"left before here":   notes.Person{Name: "Ben", Since: "2026-02-20", LeftOn: "2026-01-01"},
		"a note without day": notes.NewNote{Person: ana, Kind: notes.HeldNote},
		"a note at 25:00":    notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-20", At: "25:00"},
		"a goal untitled":    notes.Goal{Person: ana},
		"a target too early": notes.Goal{Person: ana, Title: "x", Start: "2026-11-20", Target: "2026-11-19"},
		"an impossible due":  notes.Goal{Person: ana, Title: "x", Target: "2026-13-01"},
		"a level of eight":   notes.AreaLevel{Person: ana, Tag: "x", DatedLevel: notes.DatedLevel{From: "2026-11-20", Level: 8}},
		"deleting oneself":   notes.Delete{Kind: notes.KindPerson, ID: 1},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := j.Apply(notes.Change{Rows: []notes.Row{row}})
			var invalid notes.Invalid
			if !errors.As(err, &invalid) || invalid.Field == "" || invalid.Why == "" {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	for name, row := range map[string]notes.Row{
		"nobody's note":    notes.NewNote{Person: 99, Kind: notes.HeldNote, Date: "2026-11-20"},
		"a goal of nobody": notes.Goal{Person: 99, Title: "x"},
		"a step of none":   notes.Step{Text: "x"},
		"an unknown goal":  notes.Goal{ID: 99, Person: ana, Title: "x"},
		"an unknown trash": notes.Restore{Kind: notes.KindNote, ID: 99},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := j.Apply(notes.Change{Rows: []notes.Row{row}}); !errors.Is(err, notes.ErrNotFound) {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

func TestACommitThatFailsChangesNothingAndIsSaid(t *testing.T) {
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "before\n")
	before := dump(t, j)
	broken := errors.New("the disk went away")
	j.mode.durable = func(func() error) error { return broken }
	if _, err := j.SaveBody(id, 1, "after\n"); !errors.Is(err, broken) {
		t.Fatalf("%v", err)
	}
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Name: "Ben"}}}); !errors.Is(err, broken) {
		t.Fatalf("%v", err)
	}
	if after := dump(t, j); after != before {
		t.Error("the journal was changed")
	}
	j.mode.durable = nil
	if rev, err := j.SaveBody(id, 1, "todo Ben: after\n"); err != nil || rev != 2 {
		t.Fatalf("tried again: rev %d, %v", rev, err)
	}
	if items := must[[]notes.Filed](t)(j.FiledFrom(id)); len(items) != 0 {
		t.Errorf("a person who was never committed is known by name: %+v", items)
	}
}

func TestTheLastLineComesBackBelowAnEmptyOne(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "\ntodo: x")
	done := must[notes.Applied](t)(j.Apply(notes.Change{Edits: []notes.LineEdit{{Op: notes.DeleteLine, Note: id, Line: 2, Old: "todo: x"}}}))
	must[notes.Applied](t)(j.Apply(done.Undo))
	if n := must[notes.Note](t)(j.Note(id)); n.Body != "\ntodo: x" {
		t.Errorf("it is %q", n.Body)
	}
}
