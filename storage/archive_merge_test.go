package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"handback/notes"
)

var counters = regexp.MustCompile(`(?m)^rev: \d+\n|"rev":\d+,|^== Handback/files.txt\n(?s:.*?)\n\n`)

// archivedOf is what a journal's archive says, but how often something was written.
func archivedOf(t fataler, a actor, n *int) string {
	t.Helper()
	folder := a.folder(n)
	exportTo(t, a.j, folder)
	return counters.ReplaceAllString(folderText(t, folder), "")
}

// linesThatDiffer are the lines that stand in one of two texts, each under its file.
func linesThatDiffer(a, b string) string {
	count := map[string]int{}
	under := func(text string, by int) {
		file := ""
		for _, line := range strings.Split(text, "\n") {
			if strings.HasPrefix(line, "== ") {
				file = line
			}
			count[file+": "+line] += by
		}
	}
	under(a, 1)
	under(b, -1)
	var out []string
	for line, n := range count {
		if n != 0 {
			out = append(out, fmt.Sprintf("%+d %s", n, line))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// twoOf are two journals that were one, and have gone on since.
func twoOf(rt *rapid.T, dir string, n *int) (a, b actor) {
	a = newActor(rt, dir, n)
	a.changes(4)
	common := a.folder(n)
	exportTo(rt, a.j, common)
	clock := &clock{a.clock.now().Add(time.Millisecond)}
	b = actor{T: rt, j: freshJournal(rt, dir, n, clock.now), clock: clock, dir: dir}
	importFrom(rt, b.j, common)
	a.changes(4)
	b.changes(4)
	return a, b
}

func TestMergingAsksForNoOrder(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, some(60, func(rt *rapid.T) {
		a, b := twoOf(rt, dir, &n)
		defer a.j.Close() //nolint:errcheck // the file goes
		defer b.j.Close() //nolint:errcheck // the file goes
		ofA, ofB := a.folder(&n), b.folder(&n)
		exportTo(rt, a.j, ofA)
		exportTo(rt, b.j, ofB)
		importFrom(rt, a.j, ofB)
		importFrom(rt, b.j, ofA)
		once := archivedOf(rt, a, &n)
		if other := archivedOf(rt, b, &n); other != once {
			rt.Fatalf("one way it isn't as the other way:\n%s", linesThatDiffer(once, other))
		}
		if got, want := shownIn(rt, b.j), shownIn(rt, a.j); got != want {
			rt.Fatalf("one way it doesn't show what it shows the other way:\n%s", linesThatDiffer(want, got))
		}
		for _, again := range []string{ofB, ofA} {
			done := importFrom(rt, a.j, again)
			if now := archivedOf(rt, a, &n); done.New+done.Changed+len(done.Conflicts) > 0 || now != once {
				rt.Fatalf("merging %s again changes it: %+v\n%s", again, done, linesThatDiffer(once, now))
			}
		}
		if err := a.j.CheckIndex(); err != nil {
			rt.Fatal(err)
		}
		before := dump(rt, a.j)
		if err := a.j.Rebuild(); err != nil {
			rt.Fatal(err)
		}
		if after := dump(rt, a.j); after != before {
			rt.Fatalf("rebuilt, it isn’t what it was:\n%s", linesThatDiffer(after, before))
		}
	}))
}

// pair are two journals of one note that have met.
type pair struct {
	a, b           *Journal
	ca, cb         *clock
	person         notes.PersonID
	note           notes.NoteID
	folderA, other string
}

func newPair(t *testing.T, body string) *pair {
	t.Helper()
	p := &pair{folderA: filepath.Join(t.TempDir(), "a"), other: filepath.Join(t.TempDir(), "b")}
	p.a, p.ca = newJournal(t)
	p.b, p.cb = newJournal(t)
	p.person = addPerson(t, p.a, "Ana Lima")
	p.note = addNote(t, p.a, p.person, notes.HeldNote, "2026-11-20", body)
	exportTo(t, p.a, p.folderA)
	importFrom(t, p.b, p.folderA)
	p.ca.pass(time.Hour)
	p.cb.pass(2 * time.Hour)
	return p
}

func save(t *testing.T, j *Journal, id notes.NoteID, body string) {
	t.Helper()
	n := must[notes.Note](t)(j.Note(id))
	must[int64](t)(j.SaveBody(id, n.Rev, body))
}

func onlyNote(t *testing.T, j *Journal) notes.Note {
	t.Helper()
	ids := must[[]notes.NoteID](t)(list(j.c, "SELECT id FROM note", nil, scalar[notes.NoteID]))
	if len(ids) != 1 {
		t.Fatalf("%d notes", len(ids))
	}
	return must[notes.Note](t)(j.Note(ids[0]))
}

func TestTextsAreJoinedByLine(t *testing.T) {
	for name, tt := range map[string]struct{ base, a, b, want, lost string }{
		"different lines": {"one\ntwo\nthree\n", "one!\ntwo\nthree\n", "one\ntwo\nthree!\n", "one!\ntwo\nthree!\n", ""},
		"the same line":   {"one\ntwo\nthree\n", "one a\ntwo\nthree\n", "one b\ntwo\nthree\n", "one b\ntwo\nthree\n", "one a"},
		"one side alone":  {"one\ntwo\n", "one\ntwo\nmore\n", "one\ntwo\n", "one\ntwo\nmore\n", ""},
		"added by both":   {"one\n", "one\nfrom a\n", "one\nfrom b\n", "one\nfrom b\nfrom a\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, tt.base)
			save(t, p.a, p.note, tt.a)
			if tt.b != tt.base {
				save(t, p.b, onlyNote(t, p.b).ID, tt.b)
			}
			exportTo(t, p.b, p.other)
			done := importFrom(t, p.a, p.other)
			n := onlyNote(t, p.a)
			if n.Body != tt.want {
				t.Errorf("it is %q", n.Body)
			}
			var lost []string
			for _, c := range done.Conflicts {
				if c.Person != "Ana Lima" || c.Date != "2026-11-20" || c.Note != n.ID {
					t.Errorf("it says %+v", c)
				}
				lost = append(lost, c.Lost)
			}
			if strings.Join(lost, "|") != tt.lost {
				t.Errorf("lost is %q", lost)
			}
			if tt.lost != "" {
				held := false
				for _, r := range must[[]notes.Revision](t)(p.a.Revisions(n.ID)) {
					held = held || r.Body == tt.a
				}
				if !held {
					t.Error("the other text is no earlier version")
				}
			}
		})
	}
}

func TestWhatIsNewerThanItsDeletionComesBack(t *testing.T) {
	for name, tt := range map[string]struct {
		edit bool
		want int
	}{"edited since": {true, 1}, "not edited": {false, 0}} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, "todo: one\n")
			do(t, p.a, notes.Purge{Kind: notes.KindPerson, ID: int64(p.person)})
			if tt.edit {
				save(t, p.b, onlyNote(t, p.b).ID, "todo: two\n")
			}
			exportTo(t, p.a, filepath.Join(t.TempDir(), "again"))
			exportTo(t, p.b, p.other)
			importFrom(t, p.a, p.other)
			count := must[int](t)(one(p.a.c, "SELECT count(*) FROM note WHERE search_id IS NOT NULL", scalar[int]))
			people := must[[]notes.Person](t)(p.a.People())
			if count != tt.want || len(people) != 1+tt.want {
				t.Errorf("%d notes and %d people", count, len(people))
			}
			if err := p.a.CheckIndex(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAFileChangedByHandCounts(t *testing.T) {
	p := newPair(t, "todo: one\nprose\n")
	file := filepath.Join(p.folderA, "Notes", "Ana Lima", "2026-11-20 Ana Lima.md")
	data := must[[]byte](t)(os.ReadFile(file))
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), "prose", "prose by hand", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Run("nothing else changed", func(t *testing.T) {
		importFrom(t, p.b, p.folderA)
		if n := onlyNote(t, p.b); n.Body != "todo: one\nprose by hand\n" {
			t.Errorf("it is %q", n.Body)
		}
		if done := importFrom(t, p.b, p.folderA); done.Changed > 0 {
			t.Error("and again it changes")
		}
	})
	t.Run("the note changed too", func(t *testing.T) {
		save(t, p.a, p.note, "todo: one (done)\nprose\n")
		importFrom(t, p.a, p.folderA)
		if n := onlyNote(t, p.a); n.Body != "todo: one (done)\nprose by hand\n" {
			t.Errorf("it is %q", n.Body)
		}
	})
}

// TestANoteThatWentWithItsPersonStaysDeleted: it was written again after it was deleted elsewhere, and before its person was.
func TestANoteThatWentWithItsPersonStaysDeleted(t *testing.T) {
	p := newPair(t, "note\n")
	note := addNote(t, p.a, addPerson(t, p.a, "Zoë Park"), notes.HeldNote, "2026-11-20", "about Zoë\n")
	exportTo(t, p.a, p.folderA)
	importFrom(t, p.b, p.folderA)
	p.cb.pass(time.Hour)
	do(t, p.b, notes.Purge{Kind: notes.KindNote, ID: must[int64](t)(one(p.b.c, "SELECT id FROM note WHERE body = 'about Zoë\n'", scalar[int64]))})
	p.ca.pass(3 * time.Hour)
	save(t, p.a, note, "about Zoë again\n")
	p.cb.pass(2 * time.Hour)
	do(t, p.b, notes.Purge{Kind: notes.KindPerson, ID: must[int64](t)(one(p.b.c, "SELECT id FROM person WHERE name = 'Zoë Park'", scalar[int64]))})
	exportTo(t, p.b, p.other)
	deleted := func() (uids []string) {
		importFrom(t, p.a, p.other)
		return must[[]string](t)(list(p.a.c, "SELECT kind || ' ' || uid FROM tombstone ORDER BY uid", nil, scalar[string]))
	}
	once := deleted()
	if again := deleted(); len(once) != 2 || !slices.Equal(once, again) {
		t.Errorf("deleted are %q, and merged again %q", once, again)
	}
	if n := must[int](t)(one(p.a.c, "SELECT count(*) FROM note WHERE body LIKE 'about Zoë%'", scalar[int])); n > 0 {
		t.Error("a note of somebody who was deleted after it is there")
	}
}
