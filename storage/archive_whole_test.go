package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// TestStepInsNameTheirPeople goes both ways: out, by hand, in.
func TestStepInsNameTheirPeople(t *testing.T) {
	j, clock := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Lima"), addPerson(t, j, "Ben")
	other := addPerson(t, j, "Benno")
	if err := j.c.script("UPDATE person SET name = 'Ben' WHERE name = 'Benno'"); err != nil { // somebody else of the same name
		t.Fatal(err)
	}
	do(t, j, notes.SteppingIn{Crisis: true, What: "The outage", People: []notes.PersonID{ben, ana}, Began: "2026-11-20", Ends: "2026-11-27"})
	folder := filepath.Join(t.TempDir(), "out")
	exportTo(t, j, folder)
	file := filepath.Join(folder, "Step-ins", "The outage.md")
	text := string(must[[]byte](t)(os.ReadFile(file)))
	if !strings.Contains(text, "people:\n  - \"[[Ben") || !strings.Contains(text, "\n  - \"[[Ana Lima]]\"\n---\n") {
		t.Errorf("it says\n%s", text)
	}
	if base := string(must[[]byte](t)(os.ReadFile(filepath.Join(folder, "Step-ins.base")))); !strings.Contains(base, "- people\n") {
		t.Errorf("the table shows\n%s", base)
	}
	about := func(j *Journal) string {
		var names []string
		for _, s := range must[[]notes.SteppingIn](t)(j.StepIns(0)) {
			for _, id := range s.People {
				p := must[notes.Person](t)(j.Person(id))
				names = append(names, p.Name+" "+p.UID)
			}
		}
		return strings.Join(names, ", ")
	}
	uid := func(id notes.PersonID) string { return must[notes.Person](t)(j.Person(id)).UID }
	t.Run("in again", func(t *testing.T) {
		fresh, _ := newJournal(t)
		importFrom(t, fresh, folder)
		if got, want := about(fresh), about(j); got != want {
			t.Errorf("it is about %s, not %s", got, want)
		}
	})
	names := must[[]os.DirEntry](t)(os.ReadDir(filepath.Join(folder, "People")))
	stem := ""
	for _, e := range names {
		data := string(must[[]byte](t)(os.ReadFile(filepath.Join(folder, "People", e.Name()))))
		if strings.Contains(data, uid(other)) {
			stem = strings.TrimSuffix(e.Name(), ".md")
		}
	}
	t.Run("changed by hand", func(t *testing.T) {
		head, rest, _ := strings.Cut(text, "people:\n")
		_, tail, _ := strings.Cut(rest, "---\n")
		writeFile(t, file, head+"people:\n  - \"[[Ana Lima]]\"\n  - \"[["+stem+"|Ben]]\"\n---\n"+tail)
		for range 2 {
			importFrom(t, j, folder)
			if got, want := about(j), "Ana Lima "+uid(ana)+", Ben "+uid(other); got != want {
				t.Errorf("it is about %s, not %s", got, want)
			}
		}
		clock.pass(time.Minute)
		s := must[[]notes.SteppingIn](t)(j.StepIns(0))[0]
		s.People = []notes.PersonID{ben}
		do(t, j, s)
		importFrom(t, j, folder)
		if got, want := about(j), "Ben "+uid(ben); got != want {
			t.Errorf("what was changed here since is %s, not %s", got, want)
		}
	})
	t.Run("written by hand", func(t *testing.T) {
		hand := t.TempDir()
		writeFile(t, filepath.Join(hand, "Step-ins", "a.md"), "---\nwhat: The move\nbegan: 2026-11-01\npeople: [Zoe Park, \"[[Ana]]\"]\n---\nwhy\n")
		fresh, _ := newJournal(t)
		who := addPerson(t, fresh, "Ana Lima", "Ana")
		importFrom(t, fresh, hand)
		if got := about(fresh); !strings.HasPrefix(got, "Zoe Park ") || !strings.HasSuffix(got, must[notes.Person](t)(fresh.Person(who)).UID) {
			t.Errorf("it is about %s", got)
		}
	})
}

// readOtherwise makes lines of a note read as before an update.
func readOtherwise(t fataler, j *Journal, id notes.NoteID, line string, was ...*notes.Item) {
	t.Helper()
	if err := j.write(func(t *tx) error {
		if err := t.putEarlier(id, line, was); err != nil {
			return err
		}
		return t.refile(id)
	}); err != nil {
		t.Fatal(err)
	}
}

func TestEarlierReadingsGoAlong(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Lima"), addPerson(t, j, "Ben Ito")
	note := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "prose, once\nother prose\n")
	was := &notes.Item{Label: notes.Todo, Actor: notes.Me, Text: "once", Due: "2026-12-01", Tags: []string{"x"}, People: []notes.PersonID{ben, ana}}
	readOtherwise(t, j, note, "prose, once", was)
	readOtherwise(t, j, note, "other prose", was)
	folder, second := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "again")
	exportTo(t, j, folder)
	other, oclock := newJournal(t)
	importFrom(t, other, folder)
	exportTo(t, other, second)
	if got, want := folderText(t, second), folderText(t, folder); got != want {
		t.Errorf("the other journal gives\n%s", linesThatDiffer(got, want))
	}
	if got, want := shownIn(t, other), shownIn(t, j); got != want || !strings.Contains(want, "2026-12-01") {
		t.Errorf("the other journal shows\n%s\nand not\n%s", got, want)
	}
	if n := len(must[[]notes.Rereading](t)(other.Rereadings())); n != 2 {
		t.Errorf("%d lines wait for an answer there", n)
	}
	t.Run("an answer goes along", func(t *testing.T) {
		oclock.pass(time.Hour)
		applied := must[notes.Applied](t)(other.Apply(notes.Change{Rows: []notes.Row{notes.TakeNewReading{Note: onlyNote(t, other).ID, Line: "prose, once"}}}))
		exportTo(t, other, second)
		for range 2 {
			importFrom(t, j, second)
			if left := must[[]notes.Rereading](t)(j.Rereadings()); len(left) != 1 || left[0].Raw != "other prose" {
				t.Errorf("%+v wait", left)
			}
			if got, want := shownIn(t, j), shownIn(t, other); got != want {
				t.Errorf("it shows\n%s\nand not\n%s", got, want)
			}
		}
		if _, err := other.Apply(applied.Undo); err != nil {
			t.Fatal(err)
		}
		exportTo(t, other, second)
		importFrom(t, j, second)
		if n := len(must[[]notes.Rereading](t)(j.Rereadings())); n != 2 {
			t.Errorf("an answer that was taken back leaves %d lines", n)
		}
	})
}

// TestWhatAPeerHadIsKept merges texts whose common version would have been let go by now.
func TestWhatAPeerHadIsKept(t *testing.T) {
	for name, gap := range map[string]time.Duration{"let go after a month": 40 * 24 * time.Hour, "never kept, within five minutes": 0} {
		t.Run(name, func(t *testing.T) {
			j, clock := newJournal(t)
			ana := addPerson(t, j, "Ana Lima")
			note := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "zero\n")
			clock.pass(10 * time.Minute)
			save(t, j, note, "a\none\nb\nc\nd\ne\n") // keeps the text before
			folder, back := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "back")
			exportTo(t, j, folder)
			other, oclock := newJournal(t)
			importFrom(t, other, folder)
			clock.pass(time.Minute)
			for _, text := range []string{"a\nb\nc\nd\ne\n", "a\nb\nc\nd\ne\nmine\n", "a\nb\nc\nd\ne\nmine too\n"} {
				clock.pass(time.Minute)
				save(t, j, note, text)
			}
			if gap > 0 {
				for range 3 {
					clock.pass(30 * time.Minute)
					save(t, j, note, "a\nb\nc\nd\ne\nmine\n"+clock.now().Format("15:04")+"\n")
				}
				clock.pass(gap)
				if err := j.Idle(); err != nil {
					t.Fatal(err)
				}
				save(t, j, note, "a\nb\nc\nd\ne\nmine too\n")
			}
			oclock.pass(gap + 10*time.Minute)
			save(t, other, onlyNote(t, other).ID, "a\none\nb\nc\ntheirs\nd\ne\n")
			exportTo(t, other, back)
			importFrom(t, j, back)
			// one was deleted here and not changed there: without the version of the exchange it would be back
			if got := onlyNote(t, j).Body; got != "a\nb\nc\ntheirs\nd\ne\nmine too\n" {
				t.Errorf("it is %q", got)
			}
		})
	}
}

func TestVersionsForPeersDoNotPileUp(t *testing.T) {
	j, clock := newJournal(t)
	note := addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "0\n")
	folder := filepath.Join(t.TempDir(), "kept")
	for i := range 30 {
		clock.pass(20 * time.Second)
		save(t, j, note, strings.Repeat("line\n", i+1))
		clock.pass(time.Second)
		exportTo(t, j, folder)
	}
	if n := len(must[[]notes.Revision](t)(j.Revisions(note))); n < 2 || n > 5 {
		t.Errorf("%d versions are kept of ten minutes", n)
	}
	clock.pass(time.Minute)
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(note)})
	if n := must[int](t)(one(j.c, "SELECT count(*) FROM peer_text", scalar[int])); n > 0 {
		t.Errorf("%d of a note that is gone", n)
	}
}
