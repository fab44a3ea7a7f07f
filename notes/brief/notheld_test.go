package brief

import (
	"testing"

	"handback/notes"
)

func TestWhatTheManagerCalledOffIsCountedAndNothingElse(t *testing.T) {
	held := notes.NoteHead{Kind: notes.HeldNote}
	missed := func(why string) notes.NoteHead { return notes.NoteHead{Kind: notes.MissedNote, CalledOff: why} }
	mine := missed(notes.CalledOffByMe)
	for name, c := range map[string]struct {
		last []notes.NoteHead
		want string
	}{
		"two of six":           {[]notes.NoteHead{mine, held, held, mine, held, held}, "You called off 2 of the last 6"},
		"one of three":         {[]notes.NoteHead{held, mine, held}, "You called off 1 of the last 3"},
		"too few to say":       {[]notes.NoteHead{mine, held}, ""},
		"none":                 {[]notes.NoteHead{held, held, held, held}, ""},
		"called off by others": {[]notes.NoteHead{missed(notes.CalledOffByThem), missed(notes.OffForIllness), missed(notes.OffForHoliday), missed("")}, ""},
		"the rest beside mine": {[]notes.NoteHead{missed(notes.CalledOffByThem), mine, missed(notes.OffForIllness), held}, "You called off 1 of the last 4"},
		"a held one that has it still from before": {[]notes.NoteHead{{Kind: notes.HeldNote, CalledOff: notes.CalledOffByMe}, held, held}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := SayCalledOff(c.last); got != c.want {
				t.Errorf("it says %q, want %q", got, c.want)
			}
		})
	}
}
