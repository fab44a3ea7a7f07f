package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// takeIn brings notes and shows them, and returns the import and how to take it back.
func takeIn(t testing.TB, j *Journal, brought ...notes.Brought) (notes.ImportID, notes.Change) {
	t.Helper()
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	must[[]notes.Standing](t)(j.Bring(id, brought))
	return id, take(t, j, id)
}

func take(t testing.TB, j *Journal, id notes.ImportID) notes.Change {
	t.Helper()
	done, err := j.Apply(notes.Change{Rows: []notes.Row{notes.TakeImport{Import: id}}})
	if err != nil {
		t.Fatal(err)
	}
	return done.Undo
}

func apply(t testing.TB, j *Journal, c notes.Change) notes.Change {
	t.Helper()
	done, err := j.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return done.Undo
}

func TestNothingOfAnImportIsSeenBeforeItIsTaken(t *testing.T) {
	j, c := newJournal(t)
	fillWithEverything(t, j, c)
	before := seenOf(t, j)
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	eve := must[[]notes.PersonID](t)(j.BringPeople(id, []notes.Person{{Kind: notes.KindReport, Name: "Eve Stone"}}))[0]
	must[[]notes.Standing](t)(j.Bring(id, []notes.Brought{
		{Origin: "o1", Person: eve, Date: "2025-03-01", Body: "todo: zebra with Ana"}, {Origin: "o2", Person: 2, Date: "2025-03-02", Body: "zebra"},
	}))
	same(t, "what is seen while it is brought in", seenOf(t, j), before)
	soundIndex(t, j)
	undo := take(t, j, id)
	if hits, _, err := j.Search(notes.Query{Text: "zebra"}); err != nil || len(hits) != 2 {
		t.Errorf("%d notes are found, %v", len(hits), err)
	}
	redo := apply(t, j, undo)
	same(t, "what is seen once it is taken back", seenOf(t, j), before)
	soundIndex(t, j)
	apply(t, j, redo)
	if hits, _, err := j.Search(notes.Query{Text: "zebra"}); err != nil || len(hits) != 2 {
		t.Errorf("taken again, %d notes are found, %v", len(hits), err)
	}
	soundIndex(t, j)
}

// seenOf is what every screen reads, a line for each reading.
func seenOf(t testing.TB, j *Journal) []string { return allRead(t, j, heldAllTheSame) }

func TestWhatWasNotTakenIsGoneAtTheNextOpening(t *testing.T) {
	path := closedJournal(t)
	j := must[*Journal](t)(openAt(path, false))
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	who := must[[]notes.PersonID](t)(j.BringPeople(id, []notes.Person{{Name: "Eve Stone"}}))[0]
	must[[]notes.Standing](t)(j.Bring(id, []notes.Brought{{Origin: "o1", Person: who, Date: "2025-03-01", Body: "zebra"}}))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = must[*Journal](t)(openAt(path, false))
	defer func() { try(t, j.Close()) }()
	for _, table := range []string{"import", "note WHERE body = 'zebra'", "person WHERE name = 'Eve Stone'"} {
		var n int
		if err := j.c.row("SELECT count(*) FROM "+table, nil, &n); err != nil || n != 0 {
			t.Errorf("%d rows of %s are left, %v", n, table, err)
		}
	}
}

func TestWhatIsDroppedLeavesNothing(t *testing.T) {
	j, _ := newJournal(t)
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	who := must[[]notes.PersonID](t)(j.BringPeople(id, []notes.Person{{Name: "Eve Stone"}}))[0]
	must[[]notes.Standing](t)(j.Bring(id, []notes.Brought{{Origin: "o1", Person: who, Date: "2025-03-01", Body: "zebra"}}))
	try(t, j.DropImport(id))
	var n int
	if err := j.c.row("SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM import) + (SELECT count(*) FROM person) - 1", nil, &n); err != nil || n != 0 {
		t.Errorf("%d rows are left, %v", n, err)
	}
	if _, err := j.Bring(id, nil); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("it can be gone on with: %v", err)
	}
}

func TestTheSameSourceReadAgain(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	of := func(origin, body string) notes.Brought {
		return notes.Brought{Origin: origin, Person: ana, Date: "2025-03-01", Body: body}
	}
	takeIn(t, j, of("same", "a"), of("changed", "b"), of("mine", "c"), of("gone", "d"), of("both", "e"))
	c.pass(time.Hour)
	by := map[string]notes.NoteHead{}
	for _, h := range must[[]notes.NoteHead](t)(j.NotesOf(ana, 0)) {
		by[h.Title] = h
		if !h.Imported {
			t.Errorf("%q isn't said to be imported", h.Title)
		}
	}
	for _, body := range []string{"c", "e"} {
		must[int64](t)(j.SaveBody(by[body].ID, 1, body+" and mine"))
	}
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(by["d"].ID)})

	again := []notes.Brought{
		of("same", "a"), of("changed", "b2"), of("mine", "c"), of("gone", "d"), of("both", "e2"), of("new", "f"), of("elsewhere", "a"),
	}
	want := []notes.Standing{
		notes.BroughtSame, notes.BroughtChanged, notes.BroughtSame, notes.BroughtDeleted, notes.BroughtKept, notes.BroughtNew,
		notes.BroughtSame,
	}
	got := must[[]notes.Standing](t)(j.Stand(again))
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("they stand %v, not %v", got, want)
	}
	before := bodiesOf(t, j, ana)
	_, undo := takeIn(t, j, again...)
	if got, want := bodiesOf(t, j, ana), "a; b2; c and mine; e and mine; f"; got != want {
		t.Errorf("there are %s, not %s", got, want)
	}
	apply(t, j, undo)
	if got := bodiesOf(t, j, ana); got != before {
		t.Errorf("taken back there are %s, not %s", got, before)
	}
	soundIndex(t, j)
	trashed := must[[]notes.Trashed](t)(j.Trash())
	if len(trashed) != 1 || trashed[0].Text != "d" {
		t.Errorf("in the trash are %v", trashed)
	}
}

func bodiesOf(t testing.TB, j *Journal, who notes.PersonID) string {
	t.Helper()
	bodies := must[[]string](t)(list(j.c, "SELECT body FROM note WHERE person_id = ? AND deleted_at IS NULL ORDER BY body", []any{who},
		scalar[string]))
	return strings.Join(bodies, "; ")
}

func TestWhatTheManagerChangedStaysWhenAnImportIsTakenBack(t *testing.T) {
	j, c := newJournal(t)
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	people := must[[]notes.PersonID](t)(j.BringPeople(id, []notes.Person{{Name: "Eve Stone"}, {Name: "Finn Berg"}, {Name: "Gus Hall"}}))
	var brought []notes.Brought
	for i, who := range people {
		brought = append(brought, notes.Brought{Origin: fmt.Sprint("o", i), Person: who, Date: "2025-03-01", Body: fmt.Sprint("note ", i)})
	}
	must[[]notes.Standing](t)(j.Bring(id, brought))
	undo := take(t, j, id)
	c.pass(time.Hour)
	eves := must[[]notes.NoteHead](t)(j.NotesOf(people[0], 0))
	must[int64](t)(j.SaveBody(eves[0].ID, 1, "note 0, and mine"))
	addNote(t, j, people[1], notes.JournalNote, "2026-11-20", "mine about Finn")
	if m := must[[]notes.Import](t)(j.Imports()); len(m) != 1 || m[0].Notes != 3 || m[0].Changed != 1 || m[0].People != 3 ||
		m[0].Program != "Obsidian" || m[0].Source != "Vault" || m[0].From != "2025-03-01" {
		t.Errorf("imports: %+v", m)
	}
	c.pass(time.Hour)
	redo := apply(t, j, undo)
	var names []string
	for _, p := range must[[]notes.Person](t)(j.People()) {
		names = append(names, p.Name)
	}
	if got := strings.Join(names, ", "); got != "Me, Eve Stone, Finn Berg" {
		t.Errorf("there are %s", got)
	}
	if a, b := bodiesOf(t, j, people[0]), bodiesOf(t, j, people[1]); a != "note 0, and mine" || b != "mine about Finn" {
		t.Errorf("there are %q and %q", a, b)
	}
	if m := must[[]notes.Import](t)(j.Imports()); len(m) != 0 {
		t.Errorf("still listed: %+v", m)
	}
	if trashed := must[[]notes.Trashed](t)(j.Trash()); len(trashed) != 0 {
		t.Errorf("in the trash are %v", trashed)
	}
	apply(t, j, redo)
	if got := bodiesOf(t, j, people[2]); got != "note 2" {
		t.Errorf("taken again there is %q", got)
	}
	soundIndex(t, j)
}

func TestAnImportIsTakenOnce(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	id, _ := takeIn(t, j, notes.Brought{Origin: "o", Person: ana, Date: "2025-03-01", Body: "x"})
	for _, row := range []notes.Row{notes.TakeImport{Import: id}, notes.TakeBackImport{Import: 99}} {
		if _, err := j.Apply(notes.Change{Rows: []notes.Row{row}}); err == nil {
			t.Errorf("%T again is allowed", row)
		}
	}
	if _, err := j.Bring(id, nil); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("it can be added to: %v", err)
	}
}

func TestAnAppendNeverGoesIntoAnImportedNote(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	takeIn(t, j, notes.Brought{Origin: "o", Person: ana, Date: "2026-11-23", Body: "x"})
	done, err := j.Apply(notes.Change{Appends: []notes.Append{{Person: ana, Kind: notes.JournalNote, Date: "2026-11-23", Text: "todo: y"}}})
	if err != nil || len(done.Made) != 1 {
		t.Errorf("made %v, %v", done.Made, err)
	}
}

func TestLinesThatWouldBeOpen(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	ben := addPerson(t, j, "Ben Okoro")
	id, _ := takeIn(
		t, j,
		notes.Brought{Origin: "o1", Person: ana, Date: "2025-03-01", Body: "todo Ana, Ben: the rota\n- [x] todo: done\npraise: calm"},
		notes.Brought{Origin: "o2", Person: ben, Date: "2025-04-01", Body: "ask: what next?\ndecided: Kafka\nprose"},
	)
	var got []string
	for _, f := range must[[]notes.Filed](t)(j.WouldBeOpen(id, 10)) {
		got = append(got, f.Raw)
	}
	same(t, "lines", got, []string{"ask: what next?", "todo Ana, Ben: the rota", "praise: calm"})
	if got := must[[]notes.Filed](t)(j.WouldBeOpen(id, 1)); len(got) != 1 {
		t.Errorf("%d lines", len(got))
	}
}

// TestBoxesOfNobodyCanBeBroughtForward holds that none is missing: not those of which nothing was filed, and none twice.
func TestBoxesOfNobodyCanBeBroughtForward(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	id, _ := takeIn(
		t, j,
		notes.Brought{Origin: "o1", Person: ana, Date: "2025-03-01", Body: "- [ ] find her a mentee by 2025-03-20\n- [x] book the room\nprivate: pay"},
		notes.Brought{Origin: "o2", Person: ana, Date: "2025-04-01", Body: "- [ ] ask HR\ntodo: the rota\n- [ ] Jonas: finish it"},
		notes.Brought{Origin: "o3", Person: 1, Date: "2025-02-01", Body: "- [ ] call the office"},
	)
	raws := func() (got []string) {
		for _, f := range must[[]notes.Filed](t)(j.WouldBeOpen(id, 10)) {
			got = append(got, f.Raw)
		}
		return got
	}
	same(t, "lines", raws(), []string{
		"- [ ] ask HR", "todo: the rota", "- [ ] Jonas: finish it", "- [ ] find her a mentee by 2025-03-20", "- [ ] call the office",
	})
	if got := must[[]notes.Filed](t)(j.WouldBeOpen(id, 2)); len(got) != 2 || got[0].Actor != notes.Unsaid || got[1].Actor != notes.Them {
		t.Errorf("%+v", got)
	}
	for _, f := range must[notes.Past](t)(j.Past(ana)).Filed {
		if f.Label == notes.Todo && f.State == notes.Done {
			t.Errorf("Ana did %q", f.Raw)
		}
	}
	apply(t, j, notes.Change{Appends: []notes.Append{
		{Person: ana, Kind: notes.JournalNote, Date: "2026-11-23", Text: "todo me: Ask HR"},
		{Person: ana, Kind: notes.JournalNote, Date: "2026-11-23", Text: "todo: the rota by 2026-12-01"},
	}})
	same(t, "lines", raws(), []string{"- [ ] Jonas: finish it", "- [ ] find her a mentee by 2025-03-20", "- [ ] call the office"})
}

func TestFilesOfAFolder(t *testing.T) {
	j, _ := newJournal(t)
	outside := filepath.Join(t.TempDir(), "secret.md")
	try(t, os.WriteFile(outside, []byte("secret"), 0o600))
	root := filepath.Join(t.TempDir(), "Vault")
	try(t, os.MkdirAll(filepath.Join(root, "Ana"), 0o700))
	try(t, os.WriteFile(filepath.Join(root, "Ana", "a.md"), []byte("x"), 0o600))
	for name, to := range map[string]string{"link.md": outside, "up": filepath.Dir(outside), "again": root} {
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Skip("no links here")
		}
	}
	src := must[notes.Source](t)(j.Files(root))
	if src.Name != "Vault" || !src.Folder {
		t.Errorf("source %+v", src)
	}
	if got := strings.Join(filesIn(t, src), " "); got != "Ana/a.md" {
		t.Errorf("the files are %s", got)
	}
	for _, name := range []string{"link.md", "up/secret.md", "again/Ana/a.md", "../x", "/etc/passwd"} {
		if f, err := src.Tree.Open(name); err == nil {
			t.Errorf("%s can be read", name)
			try(t, f.Close())
		}
	}
}

func TestATakingThatIsStoppedLeavesAllAsItWas(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	before := seenOf(t, j)
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	must[[]notes.Standing](t)(j.Bring(id, []notes.Brought{{Origin: "o", Person: ana, Date: "2025-03-01", Body: "x"}}))
	stop := errors.New("stop")
	row := notes.TakeImport{Import: id, Ask: func(_, of int) error {
		if of != 1 {
			t.Errorf("of %d", of)
		}
		return stop
	}}
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{row}}); !errors.Is(err, stop) {
		t.Errorf("it ended with %v", err)
	}
	same(t, "what is seen", seenOf(t, j), before)
	try(t, j.DropImport(id))
	soundIndex(t, j)
}

func TestPeopleOfAnImportComeLastInTheSidebar(t *testing.T) {
	j, _ := newJournal(t)
	do(t, j, notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", Order: 3})
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	must[[]notes.PersonID](t)(j.BringPeople(id, []notes.Person{{Name: "Eve Stone"}}))
	take(t, j, id)
	people := must[[]notes.Person](t)(j.People())
	if last := people[len(people)-1].Name; last != "Eve Stone" {
		t.Errorf("the last one is %s", last)
	}
}

// Two readings of one source are taken back, the older one first: nothing of either is left in view.
func TestWhatWasTakenBackIsNotShownAgainByAnother(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	bring := func(body string) notes.ImportID {
		id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "vault"))
		try(t, second(j.Bring(id, []notes.Brought{{Origin: "Obsidian\nvault\na.md", Person: ana, Date: "2026-11-03", Body: body}})))
		must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.TakeImport{Import: id}}}))
		return id
	}
	first, later := bring("topic: as it was\n"), bring("topic: as it is\n")
	var undos []notes.Change
	for _, id := range []notes.ImportID{first, later} {
		undos = append(undos, must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.TakeBackImport{Import: id}}})).Undo)
	}
	shown := func() string {
		return strings.Join(must[[]string](t)(list(j.c, "SELECT n.body"+fromShown+" AND n.search_id IS NOT NULL ORDER BY n.id", nil, scalar[string])), "|")
	}
	if got := shown(); got != "" {
		t.Errorf("in view is %q", got)
	}
	for _, id := range must[[]int64](t)(list(j.c, "SELECT id FROM note WHERE import_id IS NOT NULL", nil, scalar[int64])) {
		if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Restore{Kind: notes.KindNote, ID: id}}}); !errors.Is(err, notes.ErrNotFound) {
			t.Errorf("note %d, which isn't in the trash, is taken out of it: %v", id, err)
		}
	}
	must[notes.Applied](t)(j.Apply(undos[0]))
	if got := shown(); got != "topic: as it was\n" {
		t.Errorf("with the first one again in view is %q", got)
	}
	must[notes.Applied](t)(j.Apply(undos[1]))
	if got := shown(); got != "topic: as it is\n" {
		t.Errorf("with both again in view is %q", got)
	}
}
