package storage

import (
	"testing"

	"handback/notes"
)

func TestFormsGoWithWhatIsDeletedForGood(t *testing.T) {
	for name, kind := range map[string]notes.Kind{"a person": notes.KindPerson, "a note": notes.KindNote} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := addPerson(t, j, "Ana")
			id := int64(ana)
			if kind == notes.KindNote {
				id = int64(addNote(t, j, ana, notes.HeldNote, "2026-11-20", "words\n"))
			}
			do(t, j, notes.PutSetting{Key: notes.SettingForms, Value: "typed about Ana"})
			do(t, j, notes.Purge{Kind: kind, ID: id})
			if got := must[string](t)(j.Setting(notes.SettingForms)); got != "" {
				t.Errorf("kept: %q", got)
			}
		})
	}
}
