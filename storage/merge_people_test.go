package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

func TestEveryColumnThatNamesSomebodyIsMerged(t *testing.T) {
	j, _ := newJournal(t)
	tables := must[[]string](t)(list(j.c, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1", nil, scalar[string]))
	seen := 0
	for _, table := range tables {
		columns := must[[]string](t)(list(j.c, `SELECT "from" FROM pragma_foreign_key_list('`+table+`') WHERE "table" = 'person'`, nil, scalar[string]))
		if slices.Contains(derived, table) || table == "alias" {
			continue
		}
		for _, column := range columns {
			seen++
			if !slices.ContainsFunc(columnsOfPeople, func(c columnOfPeople) bool { return c.table == table && c.column == column }) {
				t.Errorf("%s.%s names somebody and is not merged", table, column)
			}
		}
	}
	if seen < len(columnsOfPeople) {
		t.Errorf("%d columns name somebody", seen)
	}
}

// twoEntries are a person noted twice, with something of every kind about each, and a note about somebody else that
// names both.
func twoEntries(t *testing.T, j *Journal) (from, into notes.PersonID) {
	t.Helper()
	into, from, ben := addPerson(t, j, "Priya Shah"), addPerson(t, j, "Pia Nair"), addPerson(t, j, "Ben")
	company := do(t, j, notes.CompanyGoal{Title: "Grow"})[0]
	for i, id := range []notes.PersonID{into, from} {
		addNote(t, j, id, notes.HeldNote, notes.Date("2026-11-20").AddDays(i), "todo: draft the plan #lead\npraise: calm\nidea: #old less\n")
		addNote(t, j, id, notes.PlannedNote, notes.Date("2026-12-01").AddDays(i), "topic: holidays\n")
		day := notes.Date("2026-11-02").AddDays(i)
		s := stepIn(id)
		do(t, j,
			notes.Goal{Person: id, Title: "Lead", Tag: "lead", State: notes.GoalOpen}, notes.Step{Text: "a step"},
			notes.AreaLevel{Person: id, Tag: "hiring", DatedLevel: notes.DatedLevel{From: "2026-11-01", Level: notes.Level(i + 2)}},
			notes.AreaLevel{Person: id, Tag: "hiring", DatedLevel: notes.DatedLevel{From: day, Level: notes.Level(i + 3)}},
			notes.CompanyTalk{Company: notes.CompanyGoalID(company), Person: id, On: "2026-11-10", Words: []string{"why", "how"}[i]},
			notes.PromptMute{Person: id, Kind: "praise", Muted: i == 1},
			notes.PromptEvent{Person: id, Kind: "praise", Key: "k", Shown: day, Outcome: notes.InView},
			notes.Expectation{Person: id, Text: "an answer"}, s)
		p := must[notes.Person](t)(j.Person(id))
		p.Absences = notes.DaysOff{{From: day, To: day.AddDays(10)}}
		p.QuietUntil = day.AddDays(40)
		p.Joined = day.AddDays(-3 * i)
		do(t, j, p)
	}
	both := stepIn(into)
	both.People = []notes.PersonID{from, into}
	do(t, j, both, notes.CompanyGoal{Title: "Led", Leader: from})
	areas := must[[]notes.Area](t)(j.Areas(from))
	areas[0].Limits = "up to 5 days"
	do(t, j, areas[0], notes.AreaLevel{Person: from, Tag: "only hers", DatedLevel: notes.DatedLevel{From: "2026-11-01", Level: 3}})
	addNote(t, j, ben, notes.HeldNote, "2026-11-22", "todo Pia: a\ntodo Pia Nair: b\ntodo Priya: c\npraise Pia and Priya: d\n")
	return from, into
}

func TestTwoEntriesOfOnePersonAreMergedAndTakenApart(t *testing.T) {
	j, _ := newJournal(t)
	from, into := twoEntries(t, j)
	before := dump(t, j)
	done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.MergePeople{From: from, Into: into}}}))
	merged := dump(t, j)

	p := must[notes.Person](t)(j.Person(into))
	if p.Name != "Priya Shah" || strings.Join(p.Aliases, ", ") != "Pia Nair, Pia" {
		t.Errorf("the names are %q, %q", p.Name, p.Aliases)
	}
	if !slices.Equal(p.Absences, notes.DaysOff{{From: "2026-11-02", To: "2026-11-13"}}) {
		t.Errorf("the absences are %v", p.Absences)
	}
	if p.QuietUntil != "2026-12-13" {
		t.Errorf("quiet until %s", p.QuietUntil)
	}
	if p.Joined != "2026-10-31" {
		t.Errorf("joined %s", p.Joined)
	}
	want := "draft the plan #lead, holidays, draft the plan #lead, holidays, a, b, c"
	if got := openTodos(t, j, into); got != want {
		t.Errorf("filed is %q, not %q", got, want)
	}
	areas := must[[]notes.Area](t)(j.Areas(into))
	if len(areas) != 2 || areas[0].Limits != "up to 5 days" || len(areas[0].Levels) != 3 || areas[0].Levels[0].Level != 2 {
		t.Errorf("areas %+v", areas)
	}
	talks := must[[]notes.CompanyGoal](t)(j.CompanyGoals())
	if len(talks[0].Talks) != 1 || talks[0].Talks[0].Words != "why / how" || talks[1].Leader != into {
		t.Errorf("talks %+v", talks)
	}
	if mutes := must[[]notes.PromptMute](t)(j.Mutes()); len(mutes) != 1 || mutes[0].Person != into {
		t.Errorf("mutes %+v", mutes)
	}
	if goals := must[[]notes.Goal](t)(j.Goals(into)); len(goals) != 2 || len(goals[1].Steps) != 1 {
		t.Errorf("goals %+v", goals)
	}
	for _, s := range must[[]notes.SteppingIn](t)(j.StepIns(0)) {
		if len(s.People) != 1 || s.People[0] != into {
			t.Errorf("a step-in is about %v", s.People)
		}
	}
	soundIndex(t, j)

	redo := must[notes.Applied](t)(j.Apply(done.Undo))
	if after := dump(t, j); after != before {
		t.Errorf("taken apart, it is\n%s\nand was\n%s", after, before)
	}
	soundIndex(t, j)
	must[notes.Applied](t)(j.Apply(redo.Undo))
	if again := dump(t, j); again != merged {
		t.Errorf("merged again, it is\n%s\nand was\n%s", again, merged)
	}
}

// openTodos are the texts of the open todos and topics about a person.
func openTodos(t *testing.T, j *Journal, id notes.PersonID) string {
	t.Helper()
	items := must[[]notes.Filed](t)(j.c.filed("WHERE i.person_id = ? AND i.label IN ('todo', 'topic') ORDER BY i.note_id, i.line", id))
	var all []string
	for _, f := range items {
		all = append(all, f.Text)
	}
	return strings.Join(all, ", ")
}

// soundIndex fails where rebuilding the index would change anything.
func soundIndex(t *testing.T, j *Journal) {
	t.Helper()
	before := dump(t, j)
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
	if err := j.Rebuild(); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, j); after != before {
		t.Errorf("rebuilt, it is\n%s\nand was\n%s", after, before)
	}
}

func TestWhoCannotBeMerged(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for name, m := range map[string]notes.MergePeople{
		"with me":       {From: ana, Into: 1},
		"me":            {From: 1, Into: ana},
		"with herself":  {From: ana, Into: ana},
		"with nobody":   {From: ana, Into: 99},
		"nobody at all": {From: 99, Into: ana},
	} {
		t.Run(name, func(t *testing.T) {
			before := dump(t, j)
			if _, err := j.Apply(notes.Change{Rows: []notes.Row{m}}); err == nil {
				t.Error("it was done")
			}
			if after := dump(t, j); after != before {
				t.Error("it changed the journal")
			}
		})
	}
}

func TestAnyMergeIsTakenApartExactly(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		a := newActor(rt, dir, &n)
		defer a.j.Close() //nolint:errcheck // the file goes
		for _, name := range []string{"Ben", "Ana Lopez", "Zoë B."} {
			a.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: name}}})
		}
		for range rapid.IntRange(2, 12).Draw(rt, "changes") {
			a.apply(a.change())
		}
		others := a.ids("person", "deleted_at IS NULL AND kind <> 'me'")
		if len(others) < 2 {
			return
		}
		two := rapid.Permutation(others).Draw(rt, "two")
		before := dump(a, a.j)
		done, ok := a.apply(notes.Change{Rows: []notes.Row{
			notes.MergePeople{From: notes.PersonID(two[0]), Into: notes.PersonID(two[1])},
		}})
		if !ok {
			rt.Fatalf("%v could not be merged", two[:2])
		}
		for _, c := range columnsOfPeople {
			if left := a.ids(c.table, c.column+" = "+fmt.Sprint(two[0])); len(left) > 0 && c.but == "" {
				rt.Fatalf("%s %v stay with who goes", c.table, left)
			}
		}
		merged := dump(a, a.j)
		if err := a.j.Rebuild(); err != nil {
			rt.Fatal(err)
		}
		if rebuilt := dump(a, a.j); rebuilt != merged {
			rt.Fatalf("rebuilt, it is\n%s\nand was\n%s", rebuilt, merged)
		}
		if _, ok := a.apply(done.Undo); !ok || dump(a, a.j) != before {
			rt.Fatalf("taken apart (%v), it is\n%s\nand was\n%s", ok, dump(a, a.j), before)
		}
	})
}

// TestWhoLeftAndCameBackIsMerged: the entry of the second time has a day of joining after the first one's last day.
func TestWhoLeftAndCameBackIsMerged(t *testing.T) {
	for _, c := range []struct {
		name         string
		joined, want notes.Date
	}{
		{"joined again after they left", "2025-03-01", ""},
		{"joined before they left", "2020-03-01", "2020-03-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, _ := newJournal(t)
			into, from := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ana R")
			old, again := must[notes.Person](t)(j.Person(into)), must[notes.Person](t)(j.Person(from))
			old.State, old.LeftOn, old.Since = notes.StateLeft, "2023-06-30", "2020-01-01"
			again.Joined = c.joined
			do(t, j, old)
			do(t, j, again)
			do(t, j, notes.MergePeople{From: from, Into: into})
			if got := must[notes.Person](t)(j.Person(into)).Joined; got != c.want {
				t.Errorf("joined %q, want %q", got, c.want)
			}
		})
	}
}
