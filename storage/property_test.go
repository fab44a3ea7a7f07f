package storage

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

// actor draws random changes that make sense in the journal as it stands.
type actor struct {
	*rapid.T
	j     *Journal
	clock *clock
	dir   string
	even  bool // every change as often
}

var someLines = []string{
	"todo: draft the plan #lead",
	"todo me: talk to HR by 2026-12-01",
	"todo Ben: call Ana",
	"decided we: use Kafka",
	"praise Ana and Ben: calm",
	"- [ ] write it up",
	"prose about Ana",
	"",
	"private: he is tired",
	"topic: holidays",
	"Idee für Zoë: mehr Zeit",
	"praise Zoe: früh gesagt (said)",
	"need: a desk",
	"idea Annie: fewer meetings #lead",
	"\\todo: not this",
	"stuck: the build 😀",
}

func (a actor) body() string {
	lines := rapid.SliceOfN(rapid.SampledFrom(someLines), 0, 6).Draw(a.T, "lines")
	end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(a.T, "end")
	return strings.Join(lines, end) + rapid.SampledFrom([]string{"", end}).Draw(a.T, "last end")
}

func (a actor) day() notes.Date {
	return notes.Date("2026-11-01").AddDays(rapid.IntRange(0, 60).Draw(a.T, "day"))
}

func (a actor) name() string {
	return rapid.SampledFrom([]string{"Ana", "Ben", "Zoë", "Ana Lopez", "Søren", "Annie", "O'Neil", "Anne-Marie"}).Draw(a.T, "name")
}

func pick[V any](a actor, what string, from []V) (v V, ok bool) {
	if len(from) == 0 {
		return v, false
	}
	return rapid.SampledFrom(from).Draw(a.T, what), true
}

func (a actor) ids(table, where string) []int64 {
	ids, err := list(a.j.c, "SELECT id FROM "+table+" WHERE "+where+" ORDER BY id", nil, scalar[int64])
	if err != nil {
		a.Fatal(err)
	}
	return ids
}

// change draws a change of one to three parts.
func (a actor) change() notes.Change {
	var c notes.Change
	for range rapid.IntRange(1, 3).Draw(a.T, "parts") {
		switch a.oneOf(3, "kind") {
		case 0:
			if e, ok := a.lineEdit(); ok {
				c.Edits = append(c.Edits, e)
			}
		case 1:
			if p, ok := pick(a, "person", a.ids("person", "deleted_at IS NULL")); ok {
				kind := rapid.SampledFrom([]notes.NoteKind{notes.PlannedNote, notes.JournalNote}).Draw(a.T, "note kind")
				c.Appends = append(
					c.Appends,
					notes.Append{Person: notes.PersonID(p), Kind: kind, Date: a.day(), Text: rapid.SampledFrom(someLines[:7]).Draw(a.T, "text")},
				)
			}
		case 2:
			if row := a.row(); row != nil {
				c.Rows = append(c.Rows, row)
			}
		}
	}
	return c
}

func (a actor) lineEdit() (e notes.LineEdit, ok bool) {
	id, ok := pick(a, "note", a.ids("note", "search_id IS NOT NULL"))
	if !ok {
		return e, false
	}
	n, err := a.j.Note(notes.NoteID(id))
	if err != nil {
		a.Fatal(err)
	}
	lines := strings.Split(strings.ReplaceAll(strings.TrimSuffix(n.Body, "\n"), "\r\n", "\n"), "\n")
	e = notes.LineEdit{Note: n.ID, Line: rapid.IntRange(1, len(lines)).Draw(a.T, "line"), New: rapid.SampledFrom(someLines).Draw(a.T, "new")}
	e.Old = strings.TrimSuffix(lines[e.Line-1], "\r")
	e.Op = rapid.SampledFrom([]notes.EditOp{notes.ReplaceLine, notes.InsertLine, notes.DeleteLine}).Draw(a.T, "op")
	switch {
	case e.Op == notes.InsertLine:
		e.Old = ""
	case e.Op == notes.DeleteLine:
		e.New = ""
	}
	return e, ok
}

func (a actor) row() notes.Row {
	person, _ := pick(a, "person", a.ids("person", "deleted_at IS NULL"))
	note, anyNote := pick(a, "note", append([]int64{0}, a.ids("note", "search_id IS NOT NULL")...))
	goal, anyGoal := pick(
		a,
		"goal",
		append([]int64{0}, a.ids("goal", "deleted_at IS NULL AND person_id IN (SELECT id FROM person WHERE deleted_at IS NULL)")...),
	)
	anyNote, anyGoal = anyNote && note != 0, anyGoal && goal != 0
	text := rapid.SampledFrom([]string{"one", "two", "three"}).Draw(a.T, "text")
	switch a.oneOf(28, "row") {
	case 0:
		return notes.Person{Kind: notes.KindReport, Name: a.name()}
	case 1:
		p, err := a.j.Person(notes.PersonID(person))
		if err != nil {
			a.Fatal(err)
		}
		p.Name, p.Aliases, p.Order = a.name(), []string{a.name()}, p.Order+1
		return p
	case 2:
		return notes.NewNote{Person: notes.PersonID(person), Kind: notes.HeldNote, Date: a.day(), Body: a.body()}
	case 3:
		if anyNote {
			return notes.NoteMeta{ID: notes.NoteID(note), Kind: notes.PlannedNote, Date: a.day(), At: "09:30"}
		}
	case 4:
		if anyNote {
			return notes.Delete{Kind: notes.KindNote, ID: note}
		}
	case 5:
		if id, ok := pick(a, "trashed", a.ids("note", "deleted_at IS NOT NULL")); ok {
			return notes.Restore{Kind: notes.KindNote, ID: id}
		}
	case 6:
		return notes.Delete{Kind: notes.KindPerson, ID: person}
	case 7:
		if id, ok := pick(a, "gone", a.ids("person", "deleted_at IS NOT NULL")); ok {
			return notes.Restore{Kind: notes.KindPerson, ID: id}
		}
	case 8:
		return notes.Goal{Person: notes.PersonID(person), Title: text, Tag: "lead", Target: a.day()}
	case 9:
		if anyGoal {
			g, err := a.j.Goal(notes.GoalID(goal))
			if err != nil {
				a.Fatal(err)
			}
			g.Title, g.Target = text, a.day()
			return g
		}
	case 10:
		if anyGoal {
			return notes.Step{Goal: notes.GoalID(goal), Text: text}
		}
	case 11:
		if anyGoal {
			return notes.Delete{Kind: notes.KindGoal, ID: goal}
		}
	case 12:
		return notes.AreaLevel{
			Person:     notes.PersonID(person),
			Tag:        text,
			DatedLevel: notes.DatedLevel{From: a.day(), Level: notes.Level(rapid.IntRange(0, 7).Draw(a.T, "level"))},
		}
	case 13:
		return notes.PutSetting{Key: text, Value: rapid.SampledFrom([]string{"", "a", "b"}).Draw(a.T, "value")}
	case 14:
		return notes.PromptMute{Person: notes.PersonID(person), Kind: "praise", Muted: rapid.Bool().Draw(a.T, "muted")}
	case 15:
		return notes.PromptEvent{Person: notes.PersonID(person), Kind: "praise", Key: text, Shown: a.day(), Outcome: notes.InView}
	case 20, 21, 22, 23:
		return a.agreedRow(notes.PersonID(person), goal, text)
	case 24, 25, 26, 27:
		return a.keptRow(notes.PersonID(person), text)
	}
	return a.leadingRow(notes.PersonID(person), text)
}

// leadingRow is a row of stepping in, of what is counted on, or of what came of a prompt.
func (a actor) leadingRow(person notes.PersonID, text string) notes.Row {
	switch rapid.IntRange(0, 8).Draw(a.T, "leading row") {
	case 0:
		s := stepIn(person)
		s.What = text
		return s
	case 1:
		all, err := a.j.StepIns(person)
		if err != nil {
			a.Fatal(err)
		}
		if s, ok := pick(a, "step-in", all); ok {
			s.Learned, s.Ends, s.HandedBack = text, a.day(), rapid.SampledFrom([]notes.Date{"", "2026-11-30"}).Draw(a.T, "handed back")
			s.Extended, s.ExtendedWhy = "2026-11-23", text
			return s
		}
	case 2:
		if id, ok := pick(a, "shown step-in", a.ids("stepping_in", "deleted_at IS NULL")); ok {
			return notes.Delete{Kind: notes.KindStepIn, ID: id}
		}
	case 3:
		return notes.Expectation{Person: person, Text: text, Theirs: rapid.Bool().Draw(a.T, "theirs")}
	case 5, 6:
		if into, ok := pick(a, "the same person", a.ids("person", "deleted_at IS NULL")); ok {
			return notes.MergePeople{From: person, Into: notes.PersonID(into)}
		}
	case 7:
		return notes.OwnReview{Person: person, From: "2026-07-01", To: "2026-12-31", Text: rapid.SampledFrom([]string{"", text}).Draw(a.T, "own")}
	case 8:
		return notes.ReviewEdit{Person: person, NoteUID: text, Line: "todo: x", Out: rapid.Bool().Draw(a.T, "out")}
	case 4:
		if id, ok := pick(a, "prompt", a.ids("prompt_event", "1")); ok {
			return notes.PromptOutcomeOf{ID: id, Outcome: notes.TheyDecided, On: a.day()}
		}
	}
	return nil
}

func newActor(t *rapid.T, dir string, n *int) actor {
	*n++
	c := newClock()
	j, err := madeOfKind(filepath.Join(dir, fmt.Sprint(*n), FileName), c.now)
	if err != nil {
		t.Fatal(err)
	}
	a := actor{T: t, j: j, clock: c, dir: dir}
	a.apply(notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindReport, Name: "Ana"},
		notes.NewNote{Person: 2, Kind: notes.HeldNote, Date: "2026-11-20", Body: strings.Join(someLines, "\n")},
	}})
	return a
}

// apply returns what was done; false where the change was refused, which leaves everything as it was.
func (a actor) apply(c notes.Change) (notes.Applied, bool) {
	before := dump(a, a.j)
	done, err := a.j.Apply(c)
	var invalid notes.Invalid
	switch {
	case errors.As(err, &invalid), errors.Is(err, notes.ErrConflict), errors.Is(err, notes.ErrNotFound):
		if after := dump(a, a.j); after != before {
			a.Fatalf("%+v was refused (%v) and changed the journal all the same", c, err)
		}
		return done, false
	case err != nil:
		a.Fatalf("%+v: %v", c, err)
	}
	return done, true
}

func TestUndoTakesEverythingBack(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		a := newActor(rt, dir, &n)
		defer a.j.Close() //nolint:errcheck // the file goes
		var states []string
		var undos []notes.Change
		for range rapid.IntRange(1, 6).Draw(rt, "changes") {
			before := dump(a, a.j)
			if done, ok := a.apply(a.change()); ok {
				states, undos = append(states, before), append(undos, done.Undo)
			}
		}
		for i := len(undos) - 1; i >= 0; i-- {
			now := dump(a, a.j)
			redo, ok := a.apply(undos[i])
			if !ok {
				rt.Fatalf("cannot undo with %+v", undos[i])
			}
			if got := dump(a, a.j); got != states[i] {
				rt.Fatalf("undone, it isn't what it was:\n%s", linesThatDiffer(got, states[i]))
			}
			again, ok := a.apply(redo.Undo)
			if !ok || dump(a, a.j) != now {
				rt.Fatalf("doing it again with %+v (%v) gives\n%s\nand was\n%s", redo.Undo, ok, dump(a, a.j), now)
			}
			if _, ok := a.apply(again.Undo); !ok {
				rt.Fatal("cannot undo a second time")
			}
		}
	})
}

func TestTheIndexIsWhatRebuildingMakes(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		a := newActor(rt, dir, &n)
		defer a.j.Close() //nolint:errcheck // the file goes
		for range rapid.IntRange(1, 8).Draw(rt, "changes") {
			a.apply(a.change())
		}
		if err := a.j.CheckIndex(); err != nil {
			rt.Fatal(err)
		}
		before := dump(a, a.j)
		if err := a.j.Rebuild(); err != nil {
			rt.Fatal(err)
		}
		if after := dump(a, a.j); after != before {
			rt.Fatalf("rebuilt, it isn’t what it was:\n%s", linesThatDiffer(after, before))
		}
		if err := a.j.CheckIndex(); err != nil {
			rt.Fatal(err)
		}
	})
}
