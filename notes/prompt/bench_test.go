package prompt

import (
	goreflect "reflect"
	"strings"
	"testing"

	"handback/notes"
)

// full are the facts of a busy person: every list is as long as storage lets it be.
func full() notes.PromptFacts {
	f := unseen(3, false)
	f.StepIns = nil
	for i := range 60 {
		f.Held = append(f.Held, ago(60+14*i))
	}
	for i := range 60 {
		f.Decisions = append(f.Decisions, line(notes.Decided, notes.Them, "skip the release #platform", ago(5+3*i)))
		f.History = append(f.History, notes.PromptEvent{
			ID: int64(i + 1), Person: ana, Kind: kinds[i%len(kinds)].name, Key: bank().all[i].key, Text: bank().all[i].text,
			Shown: ago(400 - 6*i), Left: ago(398 - 6*i), Outcome: notes.ActedOn,
		})
	}
	body := strings.Repeat(`She walked me through the plan for the week.
The rollout is behind the tender, and the tender waits for legal.
todo Ana: write to the two vendors by Friday #platform
Two of the juniors were in the room, and both of them spoke first.
praise: ran the review — let the juniors speak first — two fixes came from them
`, 4)
	for i := range 12 {
		f.Lately = append(f.Lately, notes.Note{
			NoteHead: notes.NoteHead{UID: "n", Person: ana, Kind: notes.JournalNote, Date: ago(i)}, Body: body,
		})
	}
	for range 15 {
		f.Others = append(f.Others, "Maria Gonzales", "Maria")
	}
	return f
}

// BenchmarkChoose measures what the brief waits for; the bar is 1 ms.
func BenchmarkChoose(b *testing.B) {
	f := full()
	if len(Choose(f)) == 0 {
		b.Fatal("nothing is asked")
	}
	b.ResetTimer()
	for range b.N {
		Choose(f)
	}
}

// BenchmarkReadQuestions measures what the first prompt pays once; the start of the program pays nothing.
func BenchmarkReadQuestions(b *testing.B) {
	for range b.N {
		mustRead(questionFile)
	}
}

// TestChooseLeavesTheFactsAsTheyAre: they are shared with whoever else asks for them.
func TestChooseLeavesTheFactsAsTheyAre(t *testing.T) {
	f, same := full(), full()
	Choose(f)
	HeldBack(f)
	if !goreflect.DeepEqual(f, same) {
		t.Error("what was read from the journal was changed")
	}
}
