package brief

import (
	"testing"
	"time"

	"handback/notes"
)

func TestSideLine(t *testing.T) {
	now := time.Date(2025, 12, 2, 9, 0, 0, 0, time.UTC) // a Tuesday
	planned := func(d notes.Date) *notes.NoteHead { return &notes.NoteHead{Kind: notes.PlannedNote, Date: d} }
	here := notes.Person{Kind: notes.KindReport, State: notes.StateHere}
	for name, c := range map[string]struct {
		line notes.RosterLine
		want SidebarLine
	}{
		"nothing yet":              {notes.RosterLine{Person: here}, SidebarLine{}},
		"today":                    {notes.RosterLine{Person: here, Planned: planned("2025-12-02")}, SidebarLine{"today", true, true}},
		"this week":                {notes.RosterLine{Person: here, Planned: planned("2025-12-04")}, SidebarLine{"Thu", false, false}},
		"planned day is past":      {notes.RosterLine{Person: here, Planned: planned("2025-11-20"), LastHeld: "2025-10-28"}, SidebarLine{"5 wks", false, false}},
		"a promise past its date":  {notes.RosterLine{Person: here, Overdue: true, LastHeld: "2025-10-28"}, SidebarLine{"5 wks", true, false}},
		"away, though planned":     {notes.RosterLine{Person: notes.Person{Kind: notes.KindReport, State: notes.StateAway, Until: "2025-12-15"}, Planned: planned("2025-12-02")}, SidebarLine{"away", false, false}},
		"back from being away":     {notes.RosterLine{Person: notes.Person{Kind: notes.KindReport, State: notes.StateAway, Until: "2025-12-02"}, Planned: planned("2025-12-02")}, SidebarLine{"today", true, true}},
		"in another zone tomorrow": {notes.RosterLine{Person: here, Planned: &notes.NoteHead{Date: "2025-12-03", At: "08:00", Zone: "Asia/Tokyo"}}, SidebarLine{"today", true, true}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ShowSidebar(c.line, now); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
