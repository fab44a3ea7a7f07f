package note

import (
	"testing"
	"time"

	"handback/notes"
)

func TestAShortFirstLineIsTheTitleOfItsNote(t *testing.T) {
	for _, c := range []struct {
		name, title string
		want        bool
	}{
		{"a heading", "Call with the vendor", true},
		{"nothing written", "", false},
		{"a sentence", "She said that the rollout in the north went better than anybody expected", false},
		{"cut at a word", "She said that the rollout in the north went better …", false},
		{"48 characters", "Zürich, Łódź and Ørsted: which of them goes next", true},
		{"49 characters", "Zürich, Łódź and Ørsted: which of them goes next?", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := HasTitle(notes.NoteHead{Title: c.title}); got != c.want {
				t.Errorf("%q: %v", c.title, got)
			}
		})
	}
}

func TestADetailHasTheTimeOfItsNote(t *testing.T) {
	for _, c := range []struct {
		name string
		head notes.NoteHead
		want string
	}{
		{"a note of the journal", notes.NoteHead{Kind: notes.JournalNote, At: "14:05"}, "Note · 14:05 · 2 words"},
		{"one of before there were times", notes.NoteHead{Kind: notes.JournalNote}, "Note · 2 words"},
		{"held", notes.NoteHead{Kind: notes.HeldNote, At: "09:30"}, "One-on-one · held · 9:30 · 2 words"},
		{"planned", notes.NoteHead{Kind: notes.PlannedNote, At: "10:00", Date: "2026-11-26"}, "One-on-one · planned · 10:00 · in 2 days · 2 words"},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
			if got := Detail(notes.Note{NoteHead: c.head, Body: "two words"}, now, notes.Locale{}); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTheListOfNotesShowsWordsAndNoMarks(t *testing.T) {
	who := notes.Person{Name: "Ana Ruiz"}
	for title, want := range map[string]string{
		"**rollout** moved to January":         "Rollout moved to January",
		"read [the plan](https://a.example/b)": "Read the plan",
		"see the **long draft …":               "See the long draft …",
	} {
		if got := Gist(notes.NoteHead{Kind: notes.HeldNote, Title: title}, who); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
