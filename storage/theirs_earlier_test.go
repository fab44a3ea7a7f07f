package storage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

func TestEarlierVersionsOfOthersThatNameSomebody(t *testing.T) {
	rest := strings.Repeat("a longer line about the plan of the week\n", 20)
	j, clock := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz", "Annie"), addPerson(t, j, "Ben Okoro")
	note := addNote(t, j, ben, notes.HeldNote, "2026-11-02", "talked about Ana\nstays, says Annie\nplan\n"+rest)
	hers := addNote(t, j, ana, notes.HeldNote, "2026-11-03", "Ana said no\n")
	for _, text := range []string{"stays, says Annie\nRUIZ left\nplan\n" + rest, "stays, says Annie\nplan\n" + rest} {
		clock.pass(10 * time.Minute)
		save(t, j, note, text)
		save(t, j, hers, text)
	}
	trashed := addNote(t, j, ben, notes.JournalNote, "2026-11-04", "as Ana\n")
	clock.pass(10 * time.Minute)
	save(t, j, trashed, "x\n")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(trashed)})
	var got []string
	for _, m := range must[[]notes.Mention](t)(j.EarlierMentions(ana)) {
		got = append(got, fmt.Sprintf("%s.%s %d %d %s %v %s", m.Table, m.Column, m.Line, m.Whose, m.Date, m.Trashed, m.Text))
	}
	want := []string{
		fmt.Sprintf("revision.body 1 %d 2026-11-04 true as Ana", ben),
		fmt.Sprintf("revision.body 2 %d 2026-11-02 false RUIZ left", ben),
		fmt.Sprintf("revision.body 1 %d 2026-11-02 false talked about Ana", ben),
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("they are\n%s\nand not\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
