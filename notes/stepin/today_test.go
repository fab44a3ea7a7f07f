package stepin

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestWhatIsLedFromInFrontStandsOnToday(t *testing.T) {
	people := []notes.Person{
		{ID: 2, Name: "Ana Ruiz", State: notes.StateHere},
		{ID: 3, Name: "Ben Kofi", State: notes.StateAway},
		{ID: 4, Name: "Chidi Okafor", State: notes.StateHere},
		{ID: 5, Name: "Gus Lind", State: notes.StateLeft},
	}
	on := func(what string, began, ends, back notes.Date, who ...notes.PersonID) notes.SteppingIn {
		return notes.SteppingIn{What: what, People: who, Help: notes.HelpDecide, Began: began, Ends: ends, HandedBack: back}
	}
	crisis := on("Outage", "2026-11-30", "2026-12-07", "", 2, 5, 3, 4)
	crisis.Crisis = true
	shown := ShowLeading([]notes.SteppingIn{
		on("Rollout", "2026-11-20", "2026-12-15", "", 2), crisis, on("Tender", "2026-11-01", "2026-11-15", "", 4),
		on("Over", "2026-11-01", "2026-11-15", "2026-11-14", 2), on("Left", "2026-11-20", "2026-12-15", "", 5),
		on("To come", "2026-12-20", "2026-12-25", "", 2),
	}, people, "2026-12-01")
	var got []string
	for _, l := range shown {
		got = append(got, l.Who+": "+l.Says)
	}
	want := []string{
		"Chidi: You said you'd lead until 15 Nov: “Tender”",
		"Ana: You're leading until 15 Dec: “Rollout”",
		"Ana, Ben and Chidi: You're leading through this crisis until 7 Dec: “Outage”",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
