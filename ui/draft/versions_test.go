package draft

import (
	"errors"
	"slices"
	"testing"
	"time"

	"handback/notes"
)

func TestANoteThatIsLeftIsKeptAmongItsVersions(t *testing.T) {
	for name, c := range map[string]struct {
		before func(b *bench)
		want   []string
	}{
		"after typing":            {func(b *bench) { b.page.typeEnd("two") }, []string{"one\ntwo"}},
		"after typing and a save": {func(b *bench) { b.page.typeEnd("two"); b.pass(time.Minute) }, []string{"one\ntwo"}},
		"after a tick from elsewhere": {func(b *bench) {
			edit := notes.LineEdit{Note: 7, Line: 1, Old: "one", New: "one (done 2025-12-02)"}
			b.shelf.note.Body, b.shelf.note.Rev = "one (done 2025-12-02)\n", 2
			if err := b.Replay([]notes.LineEdit{edit}, map[notes.NoteID]int64{7: 2}); err != nil {
				panic(err)
			}
		}, []string{"one (done 2025-12-02)\n"}},
		"with nothing changed":   {func(*bench) {}, nil},
		"with nothing to save":   {func(b *bench) { b.page.typeEnd("x"); b.page.text = "one\n"; b.page.tell() }, nil},
		"with an older one kept": {func(b *bench) { b.page.typeEnd("two"); b.pass(time.Minute); b.page.typeEnd("!") }, []string{"one\ntwo!"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, "one\n")
			c.before(b)
			for range 2 {
				if err := b.Close(); err != nil {
					t.Fatal(err)
				}
			}
			if !slices.Equal(b.shelf.kept, c.want) {
				t.Errorf("kept %q", b.shelf.kept)
			}
		})
	}
}

func TestAVersionThatCannotBeKeptIsNoReasonToStay(t *testing.T) {
	b := newBench(t, "one\n")
	b.page.typeEnd("two")
	b.pass(time.Second)
	b.shelf.fail = notes.ErrFull
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, open := b.Note(); open || len(b.unkept) != 1 || !errors.Is(b.unkept[0], notes.ErrFull) {
		t.Errorf("open %v, told %v", open, b.unkept)
	}
}

// TestWhatWasWrittenElsewhereIsNeverOverwritten lets another window write to the open note, and something unrelated be read
// again, before one types on.
func TestWhatWasWrittenElsewhereIsNeverOverwritten(t *testing.T) {
	for name, unsaved := range map[string]string{"with nothing typed yet": "", "with typing that is not saved": "typing "} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, "todo: a\nb\n")
			if unsaved != "" {
				b.page.typeEnd(unsaved)
			}
			b.shelf.note.Body, b.shelf.note.Rev, b.shelf.note.Date = "todo: a (done 2025-12-02)\nb\n", 2, "2025-12-03"
			if err := b.Refreshed(); err != nil {
				t.Fatal(err)
			}
			if n, _ := b.Note(); n.Date != "2025-12-03" {
				t.Errorf("its day is %s", n.Date)
			}
			b.page.typeEnd("on")
			b.pass(time.Second)
			if want := "todo: a (done 2025-12-02)\nb\n" + unsaved + "on"; b.shelf.note.Body != want || b.page.text != want {
				t.Errorf("saved %q, shown %q", b.shelf.note.Body, b.page.text)
			}
		})
	}
}
