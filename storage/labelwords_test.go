package storage

import (
	"path/filepath"
	"testing"

	"handback/notes"
)

// putWords is the change that a form of a label's words makes.
func putWords(t *testing.T, j *Journal, l notes.Label, own string, off ...string) notes.Change {
	t.Helper()
	f := notes.WordsFormOf(must[*notes.LabelWords](t)(j.c.labelWords()), l)
	f.Own = own
	for _, word := range l.BuiltIn() {
		f.Off[word] = false
	}
	for _, word := range off {
		f.Off[word] = true
	}
	return must[notes.Change](t)(f.Change(must[*notes.LabelWords](t)(j.c.labelWords()), must[[]notes.Person](t)(j.People())))
}

func TestLinesAreFiledByTheManagersWordsFromThenOn(t *testing.T) {
	c := newClock()
	path := filepath.Join(t.TempDir(), FileName)
	open := func() *Journal {
		return must[*Journal](t)(Open(path, Options{Now: c.now, Create: true}))
	}
	j := open()
	ana := addPerson(t, j, "Ana")
	note := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "Aufgabe: Zahlen\ntodo: send it\nÀ faire: la liste\n- [ ] Aufgabe: im Kasten\nprose\n")
	other := addNote(t, j, ana, notes.JournalNote, "2026-11-21", "Aufgabe: noch eine\n")
	count := func(want int) {
		t.Helper()
		if got := len(must[notes.Facts](t)(j.Facts(ana, c.now())).TheyOwn); got != want {
			t.Errorf("%d lines are filed, not %d", got, want)
		}
		if err := j.CheckIndex(); err != nil {
			t.Error(err)
		}
		rows := dump(t, j)
		if err := j.Rebuild(); err != nil {
			t.Fatal(err)
		}
		if now := dump(t, j); now != rows {
			t.Errorf("read anew the journal is\n%s\nand was\n%s", now, rows)
		}
	}
	count(2)
	done := must[notes.Applied](t)(j.Apply(putWords(t, j, notes.Todo, "Aufgabe, à faire", "todo")))
	count(4)
	addNote(t, j, ana, notes.JournalNote, "2026-11-22", "Aufgabe: neu geschrieben\n")
	count(5)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = open()
	defer func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	}()
	count(5)
	if w := must[notes.Facts](t)(j.Facts(ana, c.now())).Words; w.For(notes.Todo) != "Aufgabe" {
		t.Errorf("once it is opened again a todo is written %q", w.For(notes.Todo))
	}
	must[int64](t)(j.SaveBody(other, must[notes.Note](t)(j.Note(other)).Rev, "Aufgabe: geändert\ntodo: ring the bank\n"))
	count(5)
	if _, err := j.Apply(done.Undo); err != nil {
		t.Fatal(err)
	}
	count(3)
	if body := must[notes.Note](t)(j.Note(note)).Body; body != "Aufgabe: Zahlen\ntodo: send it\nÀ faire: la liste\n- [ ] Aufgabe: im Kasten\nprose\n" {
		t.Errorf("the note says %q", body)
	}
}

func TestWhatWordsWouldRefileIsCountedAndNothingIsWritten(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	ben := addPerson(t, j, "Ben")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "Aufgabe: a\ntodo: b\ntodo Ana and Ben: c\n- [ ] todo: d\nidea: e\nprivate: Aufgabe\n")
	addNote(t, j, ben, notes.HeldNote, "2026-11-21", "```\nAufgabe: in a fence\n```\naufgabe Ana: f\nAufgaben: g\ntask: h\n")
	gone := addNote(t, j, ben, notes.JournalNote, "2026-11-21", "Aufgabe: in the trash\n")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(gone)})
	before := dump(t, j)
	for name, c := range map[string]struct {
		own  string
		off  []string
		want notes.Refiled
	}{
		"nothing":            {"", nil, notes.Refiled{}}, // the zero Change
		"a word added":       {"Aufgabe", nil, notes.Refiled{Filed: 2}},
		"a word nobody says": {"tâche", nil, notes.Refiled{}},
		"a word off":         {"", []string{"todo"}, notes.Refiled{Unfiled: 2, Changed: 1}},
		"two words off":      {"", []string{"todo", "task"}, notes.Refiled{Unfiled: 3, Changed: 1}},
		"one for the other":  {"Aufgabe", []string{"todo"}, notes.Refiled{Filed: 2, Unfiled: 2, Changed: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			change := putWords(t, j, notes.Todo, c.own, c.off...)
			if got := must[notes.Refiled](t)(j.WouldRefile(change)); got != c.want {
				t.Errorf("%+v, not %+v", got, c.want)
			}
			if after := dump(t, j); after != before {
				t.Errorf("the journal is\n%s\nand was\n%s", after, before)
			}
			if err := j.CheckIndex(); err != nil {
				t.Error(err)
			}
		})
	}
	if _, err := j.Apply(putWords(t, j, notes.Todo, "Aufgabe")); err != nil {
		t.Fatal(err)
	}
	do(t, j, notes.Restore{Kind: notes.KindNote, ID: int64(gone)})
	if items := must[notes.Facts](t)(j.Facts(ben, j.now())).TheyOwn; len(items) != 3 {
		t.Errorf("what came back from the trash is read so: %+v", items)
	}
	if got := must[notes.Refiled](t)(j.WouldRefile(putWords(t, j, notes.Todo, ""))); got != (notes.Refiled{Unfiled: 3}) {
		t.Errorf("to take the word away again would be %+v", got)
	}
}
