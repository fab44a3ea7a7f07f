package notes

import (
	"testing"
	"time"
)

func TestSideLine(t *testing.T) {
	now := time.Date(2025, 12, 2, 9, 0, 0, 0, time.UTC) // a Tuesday
	planned := func(d Date) *NoteHead { return &NoteHead{Kind: PlannedNote, Date: d} }
	here := Person{Kind: KindReport, State: StateHere}
	for name, c := range map[string]struct {
		line RosterLine
		want SidebarLine
	}{
		"nothing yet":              {RosterLine{Person: here}, SidebarLine{}},
		"today":                    {RosterLine{Person: here, Planned: planned("2025-12-02")}, SidebarLine{"today", true, true}},
		"this week":                {RosterLine{Person: here, Planned: planned("2025-12-04")}, SidebarLine{"Thu", false, false}},
		"planned day is past":      {RosterLine{Person: here, Planned: planned("2025-11-20"), LastHeld: "2025-10-28"}, SidebarLine{"5 wks", false, false}},
		"a promise past its date":  {RosterLine{Person: here, Overdue: true, LastHeld: "2025-10-28"}, SidebarLine{"5 wks", true, false}},
		"away, though planned":     {RosterLine{Person: Person{Kind: KindReport, State: StateAway, Until: "2025-12-15"}, Planned: planned("2025-12-02")}, SidebarLine{"away", false, false}},
		"back from being away":     {RosterLine{Person: Person{Kind: KindReport, State: StateAway, Until: "2025-12-02"}, Planned: planned("2025-12-02")}, SidebarLine{"today", true, true}},
		"in another zone tomorrow": {RosterLine{Person: here, Planned: &NoteHead{Date: "2025-12-03", At: "08:00", Zone: "Asia/Tokyo"}}, SidebarLine{"today", true, true}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := SideLine(c.line, now); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
