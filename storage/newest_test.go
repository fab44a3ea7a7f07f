package storage

import (
	"fmt"
	"testing"

	"handback/notes"
)

func TestDoneUnderReadsPraiseAndCallsOfEverybodyByTag(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	addNote(t, j, ana, notes.HeldNote, "2025-11-01", "praise: too old #platform")
	addNote(t, j, ana, notes.HeldNote, "2026-11-02", "praise: one #platform\ntodo: none of these #platform\ndecided Ana: another #cake")
	addNote(t, j, ben, notes.JournalNote, "2026-11-05", "decided Ben: two #lead #platform\npraise Ana: three #lead")
	lost := addNote(t, j, ana, notes.HeldNote, "2026-11-06", "praise: lost #platform")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(lost)})

	both := []string{"platform", "lead"}
	wantSaid(t, "both tags", "three #lead, two #lead #platform, one #platform")(j.DoneUnder(both, "2026-01-01", 9))
	wantSaid(t, "later", "three #lead, two #lead #platform")(j.DoneUnder(both, "2026-11-05", 9))
	wantSaid(t, "no tags", "")(j.DoneUnder(nil, "", 9))
	addNote(t, j, ana, notes.HeldNote, "2026-11-09", "praise: four #platform\npraise: five #platform")
	wantSaid(t, "one of each", "five #platform, three #lead, two #lead #platform")(j.DoneUnder(both, "2026-01-01", 1))
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ben)})
	wantSaid(t, "Ben's notes are in the trash with him", "five #platform, four #platform, one #platform")(j.DoneUnder(both, "2026-01-01", 9))
}

func TestOlderPraiseIsWhatWasNotSaidAndWhetherThereIsMore(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	more := func(want string, wantMore bool, before notes.Date) {
		t.Helper()
		unsaid, more, err := j.OlderPraise(ana, before)
		wantSaid(t, "before "+string(before), want)(unsaid, err)
		if more != wantMore {
			t.Errorf("more before %s: %v", before, more)
		}
	}
	more("", false, "2026-01-01")
	addNote(t, j, ana, notes.HeldNote, "2024-03-01", "praise: a\nfeedback: b\ntodo: c")
	more("b, a", false, "2026-01-01")
	addNote(t, j, ana, notes.HeldNote, "2024-02-01", "praise: d (said)\nfeedback: e")
	more("b, a, e", true, "2026-01-01")
	more("e", true, "2024-03-01")
	more("", false, "2024-02-01")
}

func TestNotesOfTakesPlannedOnesFirstAndNoMoreThanAskedFor(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for _, day := range []notes.Date{"2026-11-02", "2026-11-16", "2026-11-09"} {
		addNote(t, j, ana, notes.HeldNote, day, "held")
	}
	addNote(t, j, ana, notes.JournalNote, "2026-12-24", "journal")
	addNote(t, j, ana, notes.PlannedNote, "2026-11-30", "planned")
	for most, want := range map[int]string{
		0: "2026-11-30 2026-12-24 2026-11-16 2026-11-09 2026-11-02 ", 1: "2026-11-30 ", 3: "2026-11-30 2026-12-24 2026-11-16 ",
	} {
		t.Run(fmt.Sprint(most), func(t *testing.T) {
			got := ""
			for _, h := range must[[]notes.NoteHead](t)(j.NotesOf(ana, most)) {
				got += fmt.Sprintf("%s ", h.Date)
			}
			if got != want {
				t.Errorf("at most %d: %q, want %q", most, got, want)
			}
		})
	}
}
