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
		"today":                    {notes.RosterLine{Person: here, Planned: planned("2025-12-02")}, SidebarLine{Tail: "today", Dot: true, Today: true}},
		"this week":                {notes.RosterLine{Person: here, Planned: planned("2025-12-04")}, SidebarLine{Tail: "Thu", Dot: false, Today: false}},
		"planned day is past":      {notes.RosterLine{Person: here, Planned: planned("2025-11-20"), LastHeld: "2025-10-28"}, SidebarLine{Tail: "5 wks", Dot: false, Today: false}},
		"a promise past its date":  {notes.RosterLine{Person: here, Overdue: true, LastHeld: "2025-10-28"}, SidebarLine{Tail: "5 wks", Dot: true, Today: false}},
		"away, though planned":     {notes.RosterLine{Person: notes.Person{Kind: notes.KindReport, State: notes.StateAway, Until: "2025-12-15"}, Planned: planned("2025-12-02")}, SidebarLine{Tail: "away", Dot: false, Today: false}},
		"back from being away":     {notes.RosterLine{Person: notes.Person{Kind: notes.KindReport, State: notes.StateAway, Until: "2025-12-02"}, Planned: planned("2025-12-02")}, SidebarLine{Tail: "today", Dot: true, Today: true}},
		"in another zone tomorrow": {notes.RosterLine{Person: here, Planned: &notes.NoteHead{Date: "2025-12-03", At: "08:00", Zone: "Asia/Tokyo"}}, SidebarLine{Tail: "today", Dot: true, Today: true}},
	} {
		t.Run(name, func(t *testing.T) {
			got := ShowSidebar(c.line, now)
			got.Day = "" // below
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestTheSidebarKnowsTheDayBehindItsFewLetters(t *testing.T) {
	now := time.Date(2025, 12, 2, 9, 0, 0, 0, time.UTC)
	here := notes.Person{Kind: notes.KindReport, State: notes.StateHere}
	for name, c := range map[string]struct {
		line notes.RosterLine
		want notes.Date
	}{
		"to come":     {notes.RosterLine{Person: here, Planned: &notes.NoteHead{Kind: notes.PlannedNote, Date: "2025-12-04"}}, "2025-12-04"},
		"weeks ago":   {notes.RosterLine{Person: here, LastHeld: "2025-10-28"}, "2025-10-28"},
		"held today":  {notes.RosterLine{Person: here, LastHeld: "2025-12-02"}, "2025-12-02"},
		"nothing yet": {notes.RosterLine{Person: here}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ShowSidebar(c.line, now).Day; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
