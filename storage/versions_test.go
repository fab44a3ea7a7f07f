package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// writer writes a note as an editor does: a save at the end of each pause, and at least each second.
type writer struct {
	t     *testing.T
	j     *Journal
	clock *clock
	id    notes.NoteID
	rev   int64
	body  string
}

func newWriter(t *testing.T) *writer {
	j, clock := newJournal(t)
	return &writer{t: t, j: j, clock: clock, id: addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", ""), rev: 1}
}

// saves saves a text, a second after the one before.
func (w *writer) saves(body string) {
	w.t.Helper()
	w.clock.pass(time.Second)
	w.body = body
	w.rev = must[int64](w.t)(w.j.SaveBody(w.id, w.rev, body))
}

// backspaces takes n letters from the end, eight a second.
func (w *writer) backspaces(n int) {
	for n > 0 {
		w.saves(w.body[:len(w.body)-min(n, 8)])
		n -= 8
	}
}

func (w *writer) kept() (bodies []string) {
	w.t.Helper()
	for _, r := range must[[]notes.Revision](w.t)(w.j.Revisions(w.id)) {
		bodies = append(bodies, r.Body)
	}
	return bodies
}

const firstSentence, twoMore = "Ana wants to lead the platform work.\n", "She has asked for it twice.\nThe first step is the rollout plan.\n"

func TestWhatIsRemovedIsAmongTheEarlierVersions(t *testing.T) {
	whole := firstSentence + twoMore
	for name, remove := range map[string]func(w *writer){
		"all at once":          func(w *writer) { w.saves("") },
		"replaced by a letter": func(w *writer) { w.saves("x") },
		"two sentences":        func(w *writer) { w.saves(firstSentence) },
		"the one before":       func(w *writer) { w.saves(twoMore) },
		"letter by letter":     func(w *writer) { w.backspaces(len(whole)) },
		"some, then all": func(w *writer) {
			w.backspaces(6)
			w.saves(w.body + "draft.")
			w.saves("")
		},
		"and then left": func(w *writer) {
			w.saves("")
			do(w.t, w.j, notes.KeepRevision{Note: w.id})
		},
		"by an edit from elsewhere": func(w *writer) {
			edit := notes.LineEdit{Note: w.id, Line: 3, Old: "The first step is the rollout plan.", New: "x"}
			if _, err := w.j.Apply(notes.Change{Edits: []notes.LineEdit{edit}}); err != nil {
				w.t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWriter(t)
			w.saves(firstSentence)
			w.saves(whole)
			remove(w)
			kept := w.kept()
			if len(kept) == 0 || !strings.Contains(strings.Join(kept, "\x00"), strings.TrimSpace(whole)[:len(whole)-8]) {
				t.Errorf("kept %q", kept)
			}
			if len(kept) > 3 {
				t.Errorf("kept %d: %q", len(kept), kept)
			}
		})
	}
}

// A save that fails forgets nothing of what was removed before.
func TestAFailedSaveStillKeepsWhatIsRemoved(t *testing.T) {
	w := newWriter(t)
	w.saves(firstSentence)
	whole := firstSentence + twoMore
	w.saves(whole)
	w.backspaces(18)
	failed := errors.New("no room")
	w.j.mode.durable = func(func() error) error { return failed }
	if _, err := w.j.SaveBody(w.id, w.rev, w.body[:40]); !errors.Is(err, failed) {
		t.Fatal(err)
	}
	w.j.mode.durable = nil
	w.backspaces(60)
	if kept := w.kept(); len(kept) == 0 || kept[0] != whole {
		t.Errorf("kept %q", kept)
	}
}

func TestALeftNoteIsKeptOnce(t *testing.T) {
	w := newWriter(t)
	do(t, w.j, notes.KeepRevision{Note: w.id})
	if kept := w.kept(); len(kept) != 0 {
		t.Errorf("a blank note left %q", kept)
	}
	w.saves(firstSentence)
	for range 3 {
		do(t, w.j, notes.KeepRevision{Note: w.id})
	}
	if kept := w.kept(); len(kept) != 1 || kept[0] != firstSentence {
		t.Errorf("kept %q", kept)
	}
}

// An hour of ordinary typing, with its slips and second thoughts, leaves a version every five minutes and few more.
func TestVersionsDoNotPileUp(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t) // which versions go doesn't hang on the files
	t.Parallel() // it is long, and waits for the disk
	for seed := range uint64(2) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 7))
			w := newWriter(t)
			for range 1800 {
				w.clock.pass(time.Second)
				body := w.body
				for range 6 { // in two seconds
					switch n := rnd.IntN(100); {
					case n < 4 && len(body) > 3: // a slip
						body = body[:len(body)-3]
					case n < 20:
						body += " "
					default:
						body += string(rune('a' + rnd.IntN(26)))
					}
				}
				if last := strings.LastIndex(body, " "); rnd.IntN(60) == 0 && last > 0 { // a word is thought better of
					body = body[:last]
				}
				w.saves(body)
			}
			if kept := w.kept(); len(kept) < 11 || len(kept) > 40 {
				t.Errorf("%d versions of %d characters", len(kept), len(w.body))
			}
		})
	}
}

// TestNothingLargeIsLost writes and removes at random, and holds that whatever part of the text is gone is in a version.
func TestNothingLargeIsLost(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 3))
			w := newWriter(t)
			var sentences []string
			for n := range 40 {
				switch {
				case rnd.IntN(3) > 0 || w.body == "":
					s := fmt.Sprintf("sentence%d%s.\n", n, strings.Repeat(fmt.Sprintf(" word%d", n), 14))
					sentences = append(sentences, s)
					for at := 0; at < len(s); at += 16 { // typed at the end
						w.saves(w.body + s[at:min(at+16, len(s))])
					}
				case rnd.IntN(2) == 0:
					w.backspaces(min(len(w.body), 110+rnd.IntN(200)))
				default:
					cut := min(len(w.body), 110+rnd.IntN(300))
					from := rnd.IntN(len(w.body) - cut + 1)
					w.saves(w.body[:from] + w.body[from+cut:])
				}
			}
			everything := strings.Join(append(w.kept(), w.body), "\x00")
			for _, s := range sentences {
				if !strings.Contains(everything, s) {
					t.Errorf("%q is nowhere", s)
				}
			}
		})
	}
}
