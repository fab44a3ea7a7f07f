package brief

import (
	"testing"

	"handback/notes"
)

func TestAPlannedNoteThatIsHeldLaterSaysWhichDatesChanged(t *testing.T) {
	on := func(who notes.PersonID, day notes.Date) notes.Context { return notes.Context{Person: who, Date: day} }
	planned := &notes.Note{NoteHead: notes.NoteHead{Person: 2, Kind: notes.PlannedNote, Date: "2026-12-03"}, Body: "todo: x by 20 Nov\n"}
	late := DayOf{Planned: planned, Day: "2026-12-31", On: on}
	if got, want := late.Redated().Say("2026-12-31"), "One line is now due Sat 20 Nov 2027."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	late.Held = planned
	if got := late.Redated().Say("2026-12-31"); got != "" {
		t.Errorf("the planned note stays planned, and it is said: %q", got)
	}
}
