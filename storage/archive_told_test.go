package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// bothChange lets both sides of a pair change what one of them made, and merges b into a, or a into b.
func bothChange(t *testing.T, made notes.Row, change func(j *Journal, says string) notes.Row) (told string) {
	t.Helper()
	p := newPair(t, "todo: one\n")
	do(t, p.a, made)
	exportTo(t, p.a, p.folderA)
	importFrom(t, p.b, p.folderA)
	p.ca.pass(10 * time.Hour)
	p.cb.pass(20 * time.Hour)
	do(t, p.a, change(p.a, "from a"))
	do(t, p.b, change(p.b, "from b"))
	exportTo(t, p.b, p.other)
	first := importFrom(t, p.a, p.other)
	if again := importFrom(t, p.a, p.other); len(again.Told) > 0 {
		t.Errorf("told again: %q", again.Told)
	}
	return strings.Join(first.Told, "\n")
}

func TestWhatBothSidesChangedIsNamed(t *testing.T) {
	ana := notes.PersonID(2)
	for name, tt := range map[string]struct {
		made   notes.Row
		change func(j *Journal, says string) notes.Row
	}{
		"why of a goal": {notes.Goal{Person: ana, Title: "lead", Why: "x", Target: "2026-12-01"}, func(j *Journal, says string) notes.Row {
			g := must[notes.Goal](t)(j.Goal(1))
			g.Why = says
			return g
		}},
		"a template": {notes.Template{Name: "usual", Body: "x"}, func(j *Journal, says string) notes.Row {
			all := must[[]notes.Template](t)(j.Templates())
			one := all[len(all)-1]
			for _, p := range all {
				if p.Name == "usual" {
					one = p
				}
			}
			one.Body = says
			return one
		}},
		"an own review": {notes.OwnReview{Person: ana, From: "2026-07-01", To: "2026-12-31", Text: "x"}, func(_ *Journal, says string) notes.Row {
			return notes.OwnReview{Person: ana, From: "2026-07-01", To: "2026-12-31", Text: says}
		}},
		"a reason": {stepIn(ana), func(j *Journal, says string) notes.Row {
			s := must[[]notes.SteppingIn](t)(j.StepIns(ana))[0]
			s.Reason = says
			return s
		}},
		"a setting, such as a pack": {notes.PutSetting{Key: "days off", Value: "x"}, func(_ *Journal, says string) notes.Row {
			return notes.PutSetting{Key: "days off", Value: says}
		}},
		"a role": {notes.PutSetting{Key: "x", Value: "y"}, func(j *Journal, says string) notes.Row {
			p := must[notes.Person](t)(j.Person(personCalled(t, j, "Ana Lima")))
			p.Role = says
			return p
		}},
	} {
		t.Run(name, func(t *testing.T) {
			if told := bothChange(t, tt.made, tt.change); !strings.Contains(told, "from a") || strings.Contains(told, "from b") {
				t.Errorf("it tells %q", told)
			}
		})
	}
	t.Run("one side alone", func(t *testing.T) {
		told := bothChange(t, notes.Goal{Person: ana, Title: "lead", Why: "x", Target: "2026-12-01"}, func(j *Journal, says string) notes.Row {
			if says == "from a" {
				return notes.PutSetting{Key: "x", Value: says}
			}
			g := must[notes.Goal](t)(j.Goal(1))
			g.Why = says
			return g
		})
		if told != "" {
			t.Errorf("it tells %q", told)
		}
	})
}

func personCalled(t *testing.T, j *Journal, name string) notes.PersonID {
	t.Helper()
	return must[notes.PersonID](t)(one(j.c, "SELECT id FROM person WHERE name = ?", scalar[notes.PersonID], name))
}

// TestWhatTheAppForbidsIsToldAfterMerging lets two journals do together what neither would let the manager do.
func TestWhatTheAppForbidsIsToldAfterMerging(t *testing.T) {
	for name, tt := range map[string]struct {
		a, b func(t *testing.T, j *Journal)
		want string
	}{
		"one name twice": {
			func(t *testing.T, j *Journal) { addPerson(t, j, "Ben Ito") },
			func(t *testing.T, j *Journal) { addPerson(t, j, "Ben Ito") }, "Two people are called “Ben Ito” now",
		},
		"a nickname of two": {
			func(t *testing.T, j *Journal) { addPerson(t, j, "Alma Roe", "Al") },
			func(t *testing.T, j *Journal) { addPerson(t, j, "Albert Poe", "Al") }, "Two people are called “Al” now",
		},
		"planned twice": {
			func(t *testing.T, j *Journal) {
				addNote(t, j, personCalled(t, j, "Ana Lima"), notes.PlannedNote, "2026-12-01", "topic: a\n")
			},
			func(t *testing.T, j *Journal) {
				addNote(t, j, personCalled(t, j, "Ana Lima"), notes.PlannedNote, "2026-12-02", "topic: b\n")
			}, "Ana Lima has 2 planned",
		},
		"in the trash, and newer": {
			func(t *testing.T, j *Journal) { save(t, j, onlyNote(t, j).ID, "todo: newer\n") },
			func(t *testing.T, j *Journal) {
				do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(personCalled(t, j, "Ana Lima"))})
			}, "Ana Lima is in the trash now",
		},
		"nothing": {func(*testing.T, *Journal) {}, func(t *testing.T, j *Journal) { addPerson(t, j, "Cleo Day") }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, "todo: one\n")
			p.ca.pass(10 * time.Hour)
			tt.b(t, p.b)
			tt.a(t, p.a)
			exportTo(t, p.b, p.other)
			told := strings.Join(importFrom(t, p.a, p.other).Told, "\n")
			if tt.want == "" && told != "" || !strings.Contains(told, tt.want) {
				t.Errorf("it tells %q", told)
			}
		})
	}
}

// TestACopyThatAProgramLeftIsAConflict puts a second file of a note beside the first, as programs do that sync a folder.
func TestACopyThatAProgramLeftIsAConflict(t *testing.T) {
	for name, call := range map[string]string{"Dropbox": " (conflicted copy)", "iCloud": " 2", "Syncthing": ".sync-conflict-20261120-101010-ABCDEFG"} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, "todo: one\nprose\n")
			file := filepath.Join(p.folderA, filepath.FromSlash(noteFile))
			data := string(must[[]byte](t)(os.ReadFile(file)))
			writeFile(t, strings.TrimSuffix(file, ".md")+call+".md", strings.Replace(data, "prose", "prose of another", 1))
			person := string(must[[]byte](t)(os.ReadFile(filepath.Join(p.folderA, "People", "Ana Lima.md"))))
			writeFile(t, filepath.Join(p.folderA, "People", "Ana Lima"+call+".md"), strings.Replace(person, "name: Ana Lima", "name: Anna", 1))
			fresh, _ := newJournal(t)
			for _, j := range []*Journal{p.b, fresh} {
				done := importFrom(t, j, p.folderA)
				n := onlyNote(t, j)
				if n.Body != "todo: one\nprose\n" || len(done.Conflicts) != 1 || done.Conflicts[0].Lost != "prose of another" {
					t.Errorf("it is %q, and says %+v", n.Body, done)
				}
				kept := false
				for _, r := range must[[]notes.Revision](t)(j.Revisions(n.ID)) {
					kept = kept || strings.Contains(r.Body, "prose of another")
				}
				if !kept {
					t.Error("the copy's text is no earlier version")
				}
				if told := strings.Join(done.Told, "\n"); !strings.Contains(told, "Ana Lima"+call) || personCalled(t, j, "Ana Lima") == 0 {
					t.Errorf("it tells %q", told)
				}
			}
		})
	}
}
