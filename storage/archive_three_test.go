package storage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"handback/notes"
)

// mostRounds is how often three journals may pass their archives on in a circle before all of them have everything.
const mostRounds = 6

// TestThreeJournalsEndTheSame lets three journals that were one go on, and exchange archives in any order, with changes in between.
// Once nobody changes anything any more, all of them become the same, and stay so.
func TestThreeJournalsEndTheSame(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, some(10, func(rt *rapid.T) {
		a, b := twoOf(rt, dir, &n)
		c := actor{T: rt, clock: &clock{a.clock.now().Add(2 * time.Millisecond)}, dir: dir}
		c.j = freshJournal(rt, dir, &n, c.clock.now)
		all := []actor{a, b, c}
		for _, one := range all {
			defer one.j.Close() //nolint:errcheck // the file goes
		}
		pass := func(from, to int) {
			folder := all[from].folder(&n)
			exportTo(rt, all[from].j, folder)
			importFrom(rt, all[to].j, folder)
		}
		pass(0, 2)
		c.changes(3)
		for range rapid.IntRange(0, 4).Draw(rt, "passed on") {
			from := rapid.IntRange(0, 2).Draw(rt, "from")
			to := (from + rapid.IntRange(1, 2).Draw(rt, "to")) % 3
			pass(from, to)
			if rapid.Bool().Draw(rt, "and goes on") {
				all[to].changes(2)
			}
		}
		said := func() (says [3]string) {
			for i, one := range all {
				says[i] = archivedOf(rt, one, &n)
			}
			return says
		}
		first := rapid.IntRange(0, 2).Draw(rt, "first")
		by := rapid.IntRange(1, 2).Draw(rt, "which way")
		before := said()
		for round := 0; ; round++ {
			for at := range 3 {
				pass((first+at*by)%3, (first+at*by+by)%3)
			}
			now := said()
			if now == before && now[0] == now[1] && now[1] == now[2] {
				break
			}
			if round == mostRounds {
				rt.Fatalf("after %d rounds they aren’t the same:\n%s\n\n%s\n\nand change:\n%s", round, linesThatDiffer(now[0], now[1]),
					linesThatDiffer(now[1], now[2]), linesThatDiffer(before[0], now[0]))
			}
			before = now
		}
		for i, one := range all {
			if got, want := shownIn(rt, one.j), shownIn(rt, all[0].j); got != want {
				rt.Fatalf("journal %d shows otherwise:\n%s", i, linesThatDiffer(want, got))
			}
			if err := one.j.CheckIndex(); err != nil {
				rt.Fatal(fmt.Errorf("journal %d: %w", i, err))
			}
		}
	}))
}

// TestReadingsOfTwoUpdatesAreOne merges two journals that were updated before they met, and gave one reading two uids.
func TestReadingsOfTwoUpdatesAreOne(t *testing.T) {
	p := newPair(t, "prose, once\n")
	for i, j := range []*Journal{p.a, p.b} {
		ana := personCalled(t, j, "Ana Lima")
		readOtherwise(t, j, onlyNote(t, j).ID, "prose, once", &notes.Item{Label: notes.Todo, Text: "once", People: []notes.PersonID{ana}})
		if err := j.c.script(fmt.Sprintf(`UPDATE earlier SET uid = 'r%d', updated_at = 0;
			UPDATE earlier_person SET uid = 'p%d', updated_at = 0`, i, i)); err != nil {
			t.Fatal(err)
		}
	}
	exportTo(t, p.a, p.folderA)
	exportTo(t, p.b, p.other)
	importFrom(t, p.a, p.other)
	importFrom(t, p.b, p.folderA)
	if a, b := shownIn(t, p.a), shownIn(t, p.b); a != b || !strings.Contains(a, "once") {
		t.Errorf("one shows\n%s\nand the other\n%s", a, b)
	}
	text := func(j *Journal) string { return archivedOf(t, actor{j: j, dir: t.TempDir()}, new(int)) }
	if a, b := text(p.a), text(p.b); a != b {
		t.Errorf("they differ:\n%s", linesThatDiffer(a, b))
	}
}
