package storage

import (
	"fmt"
	"path/filepath"
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

// TestOfThreeThatChangedOneLine lets three journals change one line of a note, and pass on what they have in each order. Which text
// stands doesn't go by the order, what each changed alone is there, and what stands no more is among the versions of all three.
func TestOfThreeThatChangedOneLine(t *testing.T) {
	stands := ""
	for _, order := range [][3]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		p := newPair(t, "one\ntwo\nthree\nfour\n")
		c, cc := newJournal(t)
		importFrom(t, c, p.folderA)
		cc.pass(3 * time.Hour)
		all := []*Journal{p.a, p.b, c}
		save(t, p.a, onlyNote(t, p.a).ID, "one a\ntwo\nthree\nfour a\n")
		save(t, p.b, onlyNote(t, p.b).ID, "one b\ntwo\nthree b\nfour\n")
		save(t, c, onlyNote(t, c).ID, "one c\ntwo c\nthree\nfour\n")
		dir, named := t.TempDir(), 0
		for range 3 {
			for _, from := range order {
				folder := filepath.Join(dir, fmt.Sprint(from))
				exportTo(t, all[from], folder)
				for to := range all {
					if to != from {
						named += len(importFrom(t, all[to], folder).Conflicts)
					}
				}
			}
		}
		if named == 0 {
			t.Errorf("%v: nobody was told", order)
		}
		for i, j := range all {
			n := onlyNote(t, j)
			if stands == "" {
				stands = n.Body
			}
			if n.Body != stands || n.Body != "one c\ntwo c\nthree b\nfour a\n" {
				t.Errorf("%v: journal %d says %q", order, i, n.Body)
			}
			said := n.Body
			for _, v := range must[[]notes.Revision](t)(j.Revisions(n.ID)) {
				said += v.Body
			}
			for _, was := range []string{"one a", "one b", "one c"} {
				if !strings.Contains(said, was) {
					t.Errorf("%v: journal %d has lost %q", order, i, was)
				}
			}
		}
	}
}

// TestOfThreeOneDeletedTheNote holds that the last of a deletion and a change counts on all of three, whatever the order.
func TestOfThreeOneDeletedTheNote(t *testing.T) {
	for _, deletedLast := range []bool{true, false} {
		for _, order := range [][3]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
			p := newPair(t, "one\ntwo\n")
			c, cc := newJournal(t)
			importFrom(t, c, p.folderA)
			cc.pass(3 * time.Hour)
			deletes, writes := c, p.b // c's clock is ahead
			if !deletedLast {
				deletes, writes = p.b, c
			}
			all := []*Journal{p.a, p.b, c}
			n := onlyNote(t, writes)
			do(t, deletes, notes.Delete{Kind: notes.KindNote, ID: int64(onlyNote(t, deletes).ID)})
			save(t, writes, n.ID, "one\ntwo, and more\n")
			dir := t.TempDir()
			for range 3 {
				for i, from := range order { // on to the next alone
					folder := filepath.Join(dir, fmt.Sprint(from))
					exportTo(t, all[from], folder)
					importFrom(t, all[order[(i+1)%3]], folder)
				}
			}
			for i, j := range all {
				got := must[string](t)(one(j.c, "SELECT (deleted_at IS NOT NULL) || ' ' || body FROM note", scalar[string]))
				if want := map[bool]string{true: "1 one\ntwo, and more\n", false: "0 one\ntwo, and more\n"}[deletedLast]; got != want {
					t.Errorf("%v, deleted last: %v: journal %d has %q, not %q", order, deletedLast, i, got, want)
				}
			}
		}
	}
}
