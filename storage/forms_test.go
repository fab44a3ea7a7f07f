package storage

import (
	"testing"

	"handback/notes"
)

func TestFormsGoWithWhoIsDeletedForGood(t *testing.T) {
	for name, c := range map[string]struct {
		kind notes.Kind
		want string
	}{
		"a person": {notes.KindPerson, ""},
		"a note":   {notes.KindNote, "typed about Ana"},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := addPerson(t, j, "Ana")
			id := int64(ana)
			if c.kind == notes.KindNote {
				id = int64(addNote(t, j, ana, notes.HeldNote, "2026-11-20", "words\n"))
			}
			do(t, j, notes.PutSetting{Key: notes.SettingForms, Value: "typed about Ana"})
			do(t, j, notes.Purge{Kind: c.kind, ID: id})
			if got := must[string](t)(j.Setting(notes.SettingForms)); got != c.want {
				t.Errorf("kept: %q", got)
			}
		})
	}
}
