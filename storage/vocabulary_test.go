package storage

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func wordsKept(t *testing.T, j *Journal) []string {
	t.Helper()
	return must[[]string](t)(list(j.c, "SELECT word FROM word ORDER BY word", nil, scalar[string]))
}

func finds(t *testing.T, j *Journal, typed string) bool {
	t.Helper()
	hits, _, err := j.Search(notes.Query{Text: typed})
	if err != nil {
		t.Fatal(err)
	}
	return len(hits) > 0
}

// TestWordsWaitAndAreFound ends the use of a journal before the words of its notes were taken.
func TestWordsWaitAndAreFound(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.JournalNote, "2026-01-01", "the onboarding of Kafka")
	if kept := wordsKept(t, j); len(kept) > 0 {
		t.Errorf("%q are taken in the save", kept)
	}
	if !finds(t, j, "boarding") || !finds(t, j, `"onboarding of"`) {
		t.Error("what waits is not found")
	}
	path := j.Path()
	if err := j.close(); err != nil { // as it is left by a kill
		t.Fatal(err)
	}
	j = must[*Journal](t)(Open(path, Options{Now: c.now}))
	defer j.Close() //nolint:errcheck // the test has said what it found
	if !finds(t, j, "boarding") {
		t.Error("what waited is not found")
	}
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if kept := wordsKept(t, j); !slices.Equal(kept, []string{"kafka", "of", "onboarding", "the"}) || !finds(t, j, "boarding") || !finds(t, j, `"onboarding of"`) {
		t.Errorf("%q are taken", kept)
	}
	n := must[notes.Note](t)(j.Note(id))
	if _, err := j.SaveBody(id, n.Rev, "a keyboard of Kafka"); err != nil {
		t.Fatal(err)
	}
	for _, idle := range []bool{false, true} {
		if idle {
			if err := j.Idle(); err != nil {
				t.Fatal(err)
			}
		}
		if finds(t, j, "nboar") || !finds(t, j, "eyboar") || finds(t, j, `"onboarding of"`) || !finds(t, j, `"keyboard of"`) {
			t.Errorf("idle %v: the text before is found, or the one of now is not", idle)
		}
	}
	if kept := wordsKept(t, j); !slices.Equal(kept, []string{"a", "kafka", "keyboard", "of"}) {
		t.Errorf("%q are left", kept)
	}
}

// TestNoWordIsLeftOfWhatIsDeletedForGood looks for it in every table and in the bytes of the file.
func TestNoWordIsLeftOfWhatIsDeletedForGood(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.JournalNote, "2026-01-02", strings.Repeat("other words stay here\n", 50))
	id := addNote(t, j, ana, notes.JournalNote, "2026-01-01", "todo: the xylophoneword of zithersecret #quarrytag\nprivate: 秘密会議")
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(id)})
	if finds(t, j, "ylophone") {
		t.Error("it is found in the trash")
	}
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(id)})
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if kept := wordsKept(t, j); slices.Contains(kept, "xylophoneword") {
		t.Errorf("%q are left", kept)
	}
	var left int
	if err := j.c.row("SELECT count(*) FROM search_pair_docsize", nil, &left); err != nil || left != 1 {
		t.Errorf("the pairs of %d notes are left, %v", left, err)
	}
	data := must[[]byte](t)(os.ReadFile(j.Path()))
	for _, word := range []string{"xylophone", "zithersecret", "quarrytag", "秘密", "会議"} {
		if bytes.Contains(data, []byte(word)) {
			t.Errorf("%q is in the file", word)
		}
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestTheCheckOfTheIndexSeesMissingWordsAndPairs(t *testing.T) {
	for name, harm := range map[string]string{"words": "DELETE FROM word", "pairs": "DELETE FROM search_pair WHERE rowid > 0"} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			addNote(t, j, addPerson(t, j, "Ana"), notes.JournalNote, "2026-01-01", "some words")
			if err := errors.Join(j.Idle(), j.CheckIndex()); err != nil {
				t.Fatal(err)
			}
			if err := j.c.script(harm); err != nil {
				t.Fatal(err)
			}
			if err := j.CheckIndex(); !errors.Is(err, notes.ErrDamaged) {
				t.Errorf("the check says %v", err)
			}
			if err := errors.Join(j.Rebuild(), j.CheckIndex()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestBeginningsAndInsides(t *testing.T) {
	v := &vocabulary{
		words: "ab\nabc\nb\nxab\n", added: "abd\nzabz\n", fresh: map[notes.NoteID]freshWords{1: {words: "abe\nabc\nyab\n"}},
	}
	begin, many := v.beginning("ab", 9)
	if !slices.Equal(begin, []string{"ab", "abc", "abd", "abe", "abc"}) && !slices.Equal(begin, []string{"ab", "abc", "abd", "abe"}) || many {
		t.Errorf("%q, %v", begin, many)
	}
	inside, many := v.inside("ab", 9)
	slices.Sort(inside)
	if !slices.Equal(inside, []string{"xab", "yab", "zabz"}) || many {
		t.Errorf("%q, %v", inside, many)
	}
	for _, part := range []string{"a", "b", "zz", "xab", "\U0010ffff"} {
		t.Run(part, func(t *testing.T) {
			for _, w := range must2(v.beginning(part, 99)) {
				if !strings.HasPrefix(w, part) {
					t.Errorf("%q does not begin with %q", w, part)
				}
			}
		})
	}
	if _, many := v.beginning("ab", 2); !many {
		t.Error("five are not more than two")
	}
}

func must2(words []string, _ bool) []string { return words }
