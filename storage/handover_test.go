package storage

import (
	"testing"

	"handback/notes"
)

func TestAHandOverPackGoesWithThePersonWhoIsDeletedForGood(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	key := func(id notes.PersonID) string {
		return notes.SettingHandover + must[notes.Person](t)(j.Person(id)).UID
	}
	anas, bens := key(ana), key(ben)
	do(t, j, notes.PutSetting{Key: anas, Value: "about Ana"}, notes.PutSetting{Key: bens, Value: "about Ben"})
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	if got := must[string](t)(j.Setting(anas)); got != "about Ana" {
		t.Errorf("in the trash there is %q", got)
	}
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
	if got := must[string](t)(j.Setting(anas)); got != "" {
		t.Errorf("of somebody deleted for good there is %q", got)
	}
	if got := must[string](t)(j.Setting(bens)); got != "about Ben" {
		t.Errorf("of Ben there is %q", got)
	}
}
