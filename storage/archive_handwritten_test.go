package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// handWritten is a folder of one note that somebody wrote, and a journal that took it.
type handWritten struct {
	j      *Journal
	c      *clock
	folder string
	at     time.Time // of the file
}

func newHandWritten(t *testing.T, body string) *handWritten {
	t.Helper()
	h := &handWritten{folder: t.TempDir()}
	h.j, h.c = newJournal(t)
	h.at = h.c.now().Add(-time.Hour)
	h.write(t, body)
	importFrom(t, h.j, h.folder)
	h.c.pass(time.Hour)
	return h
}

// write writes the file, some time after it was written last.
func (h *handWritten) write(t *testing.T, body string) {
	t.Helper()
	file := filepath.Join(h.folder, "one.md")
	writeFile(t, file, "---\nperson: Ana Lima\ndate: 2026-11-20\n---\n"+body)
	h.at = h.at.Add(3 * time.Hour)
	if err := os.Chtimes(file, h.at, h.at); err != nil {
		t.Fatal(err)
	}
}

func TestALineEditedInAHandWrittenFileTakesThePlaceOfTheOldOne(t *testing.T) {
	for name, tt := range map[string]struct{ first, app, file, want string }{
		"edited":                {"todo: one\n", "", "todo: one and more\n", "todo: one and more\n"},
		"taken out":             {"todo: one\ntodo: two\n", "", "todo: two\n", "todo: two\n"},
		"and in the app":        {"todo: one\nprose\n", "todo: one (done)\nprose\n", "todo: one\nprose by hand\n", "todo: one (done)\nprose by hand\n"},
		"taken out, and in app": {"todo: one\na\nb\nc\n", "todo: one (done)\na\nb\nc\n", "todo: one\na\nb\n", "todo: one (done)\na\nb\n"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHandWritten(t, tt.first)
			if tt.app != "" {
				save(t, h.j, onlyNote(t, h.j).ID, tt.app)
			}
			h.c.pass(24 * time.Hour)
			h.write(t, tt.file)
			importFrom(t, h.j, h.folder)
			if n := onlyNote(t, h.j); n.Body != tt.want {
				t.Errorf("it is %q", n.Body)
			}
			h.c.pass(24 * time.Hour)
			h.write(t, tt.file+"and a third\n")
			importFrom(t, h.j, h.folder)
			if n := onlyNote(t, h.j); n.Body != tt.want+"and a third\n" {
				t.Errorf("edited again it is %q", n.Body)
			}
		})
	}
}

func TestAFileThatIsOnlyTouchedChangesNothing(t *testing.T) {
	h := newHandWritten(t, "todo: one\n")
	do(t, h.j, notes.NoteMeta{ID: onlyNote(t, h.j).ID, Kind: notes.HeldNote, Date: "2026-11-22"})
	h.c.pass(time.Hour)
	h.at = h.c.now().Add(time.Hour)
	h.write(t, "todo: one\n")
	importFrom(t, h.j, h.folder)
	if n := onlyNote(t, h.j); n.Date != "2026-11-22" {
		t.Errorf("its day is %s", n.Date)
	}
}

func TestWhoIsNamedByHandStaysWhoTheyAre(t *testing.T) {
	person := func(t *testing.T, j *Journal) notes.PersonID {
		t.Helper()
		return must[notes.PersonID](t)(one(j.c, "SELECT id FROM person WHERE name = 'Ana Lima'", scalar[notes.PersonID]))
	}
	for name, tt := range map[string]struct {
		does          func(t *testing.T, j *Journal)
		people, notes int
		skipped       string
	}{
		"renamed": {func(t *testing.T, j *Journal) {
			p := must[notes.Person](t)(j.Person(person(t, j)))
			p.Name = "Anabel Lima"
			do(t, j, p)
		}, 1, 1, ""},
		"in the trash": {func(t *testing.T, j *Journal) {
			do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(person(t, j))})
		}, 1, 1, ""},
		"erased": {func(t *testing.T, j *Journal) { do(t, j, notes.Erase{Person: person(t, j)}) }, 0, 0, "was deleted for good"},
		"deleted for good": {func(t *testing.T, j *Journal) {
			do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(person(t, j))})
		}, 0, 0, "was deleted for good"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHandWritten(t, "todo: one\n")
			tt.does(t, h.j)
			for i, body := range []string{"todo: one\n", "todo: two\n", "todo: three\n"} {
				h.c.pass(24 * time.Hour)
				h.write(t, body)
				done := importFrom(t, h.j, h.folder)
				var says []string
				for _, s := range done.Skipped {
					says = append(says, s.File+": "+s.Why)
				}
				if got := strings.Join(says, "|"); i > 0 && (tt.skipped == "") != (got == "") || i > 0 && !strings.Contains(got, tt.skipped) {
					t.Errorf("skipped is %q", got)
				}
			}
			people := must[int](t)(one(h.j.c, "SELECT count(*) FROM person WHERE kind <> 'me'", scalar[int]))
			all := must[int](t)(one(h.j.c, "SELECT count(*) FROM note", scalar[int]))
			if people != tt.people || all != tt.notes {
				t.Errorf("%d people and %d notes", people, all)
			}
		})
	}
}

func TestAFileNamesPeopleAsALineDoes(t *testing.T) {
	for name, tt := range map[string]struct{ says, want, skipped string }{
		"a first name":    {"Zoë", "Zoë Lima", ""},
		"written plainly": {"zoe lima", "Zoë Lima", ""},
		"decomposed":      {"Zoe\u0308 Lima", "Zoë Lima", ""},
		"a nickname":      {"Zo", "Zoë Lima", ""},
		"somebody new":    {"Ben Ito", "Ben Ito", ""},
		"no name":         {`"we: x #y"`, "", "one.md"},
		"more than one":   {"Ana", "", "more than one person"},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			addPerson(t, j, "Zoë Lima", "Zo")
			addPerson(t, j, "Ana Bell")
			addPerson(t, j, "Ana Cole")
			folder := t.TempDir()
			writeFile(t, filepath.Join(folder, "one.md"), "---\nperson: "+tt.says+"\ndate: 2026-11-20\n---\nx\n")
			done := importFrom(t, j, folder)
			if tt.skipped != "" {
				if len(done.Skipped) != 1 || !strings.Contains(done.Skipped[0].File+" "+done.Skipped[0].Why, tt.skipped) {
					t.Errorf("it says %+v", done)
				}
				return
			}
			p := must[notes.Person](t)(j.Person(onlyNote(t, j).Person))
			if p.Name != tt.want || len(done.Skipped) > 0 {
				t.Errorf("it is of %q, and says %+v", p.Name, done)
			}
			if people := must[[]notes.Person](t)(j.People()); tt.want == "Zoë Lima" && len(people) != 4 {
				t.Errorf("there are %d people", len(people))
			}
		})
	}
}

// TestAPageOfSomebodyWhoIsThereMakesNoSecondOne holds that a file about a person, of a vault that knows no uid, is who the journal has
// of that name or nickname: nothing of theirs changes, and what links to the file goes to them.
func TestAPageOfSomebodyWhoIsThereMakesNoSecondOne(t *testing.T) {
	for name, file := range map[string]string{"the name": "Ana Lima", "in small letters": "ana lima", "a nickname": "Annie"} {
		t.Run(name, func(t *testing.T) {
			j, c := newJournal(t)
			ana := do(t, j, notes.Person{Name: "Ana Lima", Aliases: []string{"Annie"}, Kind: notes.KindReport, Role: "Lead"})[0]
			c.pass(time.Hour)
			folder := t.TempDir()
			writeFile(t, filepath.Join(folder, "People", file+".md"), "---\nrole: Staff engineer\n---\nLikes tea.\n")
			writeFile(t, filepath.Join(folder, "one.md"), "---\nperson: \"[["+file+"]]\"\ndate: 2026-03-12\n---\ntalked\n")
			writeFile(t, filepath.Join(folder, "People", "Ben Ito.md"), "---\nrole: Tester\n---\n")
			done := importFrom(t, j, folder)
			people := must[int](t)(one(j.c, "SELECT count(*) FROM person WHERE kind <> 'me'", scalar[int]))
			if n := onlyNote(t, j); people != 2 || int64(n.Person) != ana {
				t.Errorf("%d people, the note is about %d", people, n.Person)
			}
			if p := must[notes.Person](t)(j.Person(notes.PersonID(ana))); p.Role != "Lead" || p.Name != "Ana Lima" {
				t.Errorf("changed to %+v", p)
			}
			if len(done.Skipped) != 1 || !strings.HasSuffix(done.Skipped[0].File, file+".md") {
				t.Errorf("skipped %+v", done.Skipped)
			}
			c.pass(time.Hour)
			writeFile(t, filepath.Join(folder, "People", "Ben Ito.md"), "---\nrole: Lead tester\n---\n")
			again := importFrom(t, j, folder)
			if people := must[int](t)(one(j.c, "SELECT count(*) FROM person WHERE kind <> 'me'", scalar[int])); people != 2 || len(again.Skipped) != 1 {
				t.Errorf("again: %d people, skipped %+v", people, again.Skipped)
			}
		})
	}
}
