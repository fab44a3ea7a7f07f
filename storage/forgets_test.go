package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"handback/notes"
)

// erasedSaying is a journal in which a note that says words was deleted for good, with whatever repeated its lines.
func erasedSaying(t *testing.T, j *Journal, clock *clock) {
	t.Helper()
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: quarzword one\nfeedback: talk about zebraword\n")
	addNote(t, j, ana, notes.HeldNote, "2026-11-21", "todo: stays as it is\n")
	clock.pass(time.Hour)
	must[int64](t)(j.SaveBody(id, 1, "todo: quarzword two\n"))
	do(t, j,
		notes.PromptEvent{Person: ana, Kind: "a", Key: "1", Text: "About “Quarzword one”: what would help?", Shown: "2026-11-21", Outcome: notes.InView},
		notes.PromptEvent{
			Person: ana, Kind: "b", Key: "2", Text: "What would help?", Line: "talk about zebraword", Shown: "2026-11-21", Outcome: notes.InView,
		},
		notes.PromptEvent{Person: ana, Kind: "c", Key: "3", Text: "About “Stays as it is”: what is next?", Shown: "2026-11-21", Outcome: notes.InView},
		notes.PutSetting{Key: notes.SettingPlace, Value: `{"Screen":"search","Text":"quarzword"}`},
	)
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	must[int64](t)(j.SaveBody(id, 2, "todo: quarzword three\n")) // which the search index hasn't learnt
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(id)})
}

var erasedWords = []string{"quarzword", "Quarzword", "zebraword"}

func saysErased(t *testing.T, folder string) (word, file string) {
	t.Helper()
	for _, path := range must[[]string](t)(filepath.Glob(filepath.Join(folder, "*"))) {
		data := must[[]byte](t)(os.ReadFile(path))
		for _, w := range erasedWords {
			if bytes.Contains(data, []byte(w)) {
				return w, filepath.Base(path)
			}
		}
	}
	return "", ""
}

// TestWhatIsDeletedForGoodIsInNoFile looks for the words byte by byte once nothing happens, and where the program is killed before
// that, after the next start.
func TestWhatIsDeletedForGoodIsInNoFile(t *testing.T) {
	plainOnly(t)
	t.Run("once nothing happens", func(t *testing.T) {
		j, clock := newJournal(t)
		erasedSaying(t, j, clock)
		if err := j.Idle(); err != nil {
			t.Fatal(err)
		}
		if word, file := saysErased(t, filepath.Dir(j.Path())); word != "" {
			t.Errorf("%s says %s", file, word)
		}
		if left := must[int](t)(one(j.c, "SELECT count(*) FROM prompt_event", scalar[int])); left != 1 {
			t.Errorf("%d questions are left, not the one that is about another note", left)
		}
	})
	t.Run("killed before", func(t *testing.T) {
		j, clock := newJournal(t)
		erasedSaying(t, j, clock)
		path := killedAt(t, j)
		passesForTheFile(t, path)
		next := openedAt(t, path)
		if err := next.Idle(); err != nil {
			t.Fatal(err)
		}
		if word, file := saysErased(t, filepath.Dir(path)); word != "" {
			t.Errorf("%s says %s", file, word)
		}
		if mark := must[string](t)(next.Setting(erasedKey)); mark != "" {
			t.Error("it is done again at each start")
		}
	})
}

// TestCopiesOfKilledProgramsGo leaves the private copy of a journal that can only be read, as of a program that was killed, and
// one of a program that runs.
func TestCopiesOfKilledProgramsGo(t *testing.T) {
	plainOnly(t)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	from, _ := newJournal(t)
	addPerson(t, from, "Ana")
	killed := &Journal{path: killedAt(t, from)}
	copied := must[string](t)(killed.copyAside())
	running := &Journal{path: killed.path}
	used := must[string](t)(running.copyAside())
	sweepAside()
	if !exists(copied) || !exists(used) {
		t.Fatal("a copy that is in use was deleted")
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(copied), "more"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(temp, asidePrefix+"left") // its lock is nobody's any more
	if err := errors.Join(os.Mkdir(left, 0o700), os.WriteFile(filepath.Join(left, asideLock), nil, 0o600),
		copyFile(killed.path, filepath.Join(left, FileName))); err != nil {
		t.Fatal(err)
	}
	sweepAside()
	if exists(left) || !exists(used) {
		t.Errorf("the one that was left is there: %v, the one in use: %v", exists(left), exists(used))
	}
	if err := errors.Join(killed.clean(), running.clean()); err != nil {
		t.Fatal(err)
	}
	if more := must[[]string](t)(filepath.Glob(filepath.Join(temp, "*"))); len(more) > 0 {
		t.Errorf("left are %v", more)
	}
}
