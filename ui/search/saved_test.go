package search

import (
	"errors"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// save saves what stands in the field under a name, and returns it.
func save(t *testing.T, h *roomtest.Host, name string) notes.SavedSearch {
	t.Helper()
	h.Tap("search.save")
	h.Fill("saved.name", name)
	h.Tap("dialog/confirm")
	all, err := h.J.SavedSearches()
	if err != nil || len(all) == 0 {
		t.Fatalf("%v, %v", all, err)
	}
	return all[len(all)-1]
}

func TestASearchIsSavedRunRenamedAndDeleted(t *testing.T) {
	h, _ := enter(t, room.Place{})
	if h.Has("search.save") {
		t.Error("nothing can be saved")
	}
	h.Fill("search.text", "person:ana rollout")
	s := save(t, h, "Ana's rollout")
	if h.Has("search.save") {
		t.Error("it can be saved twice")
	}
	if h.Focused() != "search.text" {
		t.Errorf("once it is saved the keyboard is at %q", h.Focused())
	}
	h.Fill("search.text", "")
	h.Sees("Saved searches", "Ana's rollout", "person:ana rollout")
	h.Tap(savedKey(s, ""))
	h.Sees("2 lines in 2 notes")
	if text(h) != "person:ana rollout" || h.Focused() != "search.text" {
		t.Errorf("the field says %q, the keyboard is at %q", text(h), h.Focused())
	}
	h.Fill("search.text", "")
	h.Tap(savedKey(s, "/more"))
	h.Tap("menu/Rename search")
	h.Fill("saved.name", "The rollout")
	h.Tap("dialog/confirm")
	h.Sees("The rollout")
	h.SeesNot("Ana's rollout")
	h.TakeBack()
	h.Sees("Ana's rollout")
	h.Tap(savedKey(s, "/more"))
	h.Tap("menu/Delete search")
	h.SeesNot("Saved searches")
	if got := h.Said[len(h.Said)-1]; got != "Deleted “Ana's rollout”" {
		t.Errorf("said %q", got)
	}
	h.TakeBack()
	h.Sees("Saved searches", "Ana's rollout")
}

func TestANameThatCannotBeTakenIsSaidAtTheField(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "rollout"})
	save(t, h, "Rollouts")
	h.Fill("search.text", "support")
	h.Tap("search.save")
	h.Tap("dialog/confirm")
	h.Sees("Give the search a name.")
	h.Fill("saved.name", "ROLLOUTS")
	h.Tap("dialog/confirm")
	h.Sees("A search is already called “Rollouts”.")
	h.Fill("saved.name", "Support")
	h.FailWrites(errors.New("the disk is full"))
	h.Tap("dialog/confirm")
	h.Sees("disk is full")
	h.FailWrites(nil)
	h.Tap("dialog/confirm")
	if all, err := h.J.SavedSearches(); err != nil || len(all) != 2 {
		t.Errorf("saved are %v, %v", all, err)
	}
}

func TestWhatIsWrongIsNotSaved(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "person:zoe"})
	if h.Has("search.save") {
		t.Error("a search that finds nothing ever can be saved")
	}
}

func TestAJournalThatIsOnlyReadOffersNoSaving(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "rollout"})
	s := save(t, h, "Rollouts")
	h.Seal()
	h.Fill("search.text", "")
	h.Reload()
	h.Sees("Rollouts")
	if h.Has(savedKey(s, "/more")) {
		t.Error("it can be changed")
	}
	h.Fill("search.text", "support")
	if h.Has("search.save") {
		t.Error("a search can be saved")
	}
}
