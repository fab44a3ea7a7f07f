package brief

import (
	"testing"

	"handback/notes"
)

func TestJoiningAsksWhatToCountOn(t *testing.T) {
	const today = notes.Date("2026-12-01")
	for _, c := range []struct {
		name string
		p    notes.Person
		have []notes.Expectation
		want bool
	}{
		{"new in the team", notes.Person{Kind: notes.KindReport, State: notes.StateNew, Since: "2025-01-01"}, nil, true},
		{"joined lately", notes.Person{Kind: notes.KindReport, State: notes.StateHere, Since: "2026-10-02"}, nil, true},
		{"added lately, joined long ago", notes.Person{Kind: notes.KindReport, Since: "2026-11-20", Joined: "2026-10-01"}, nil, false},
		{"added before they joined", notes.Person{Kind: notes.KindReport, Since: "2026-09-01", Joined: "2026-10-02"}, nil, true},
		{"here for long", notes.Person{Kind: notes.KindReport, State: notes.StateHere, Since: "2026-10-01"}, nil, false},
		{"no day known", notes.Person{Kind: notes.KindReport, State: notes.StateHere}, nil, false},
		{"to come, the clock set back", notes.Person{Kind: notes.KindReport, State: notes.StateHere, Since: "2027-10-01"}, nil, false},
		{"agreed", notes.Person{Kind: notes.KindReport, State: notes.StateNew}, []notes.Expectation{{Text: "an answer"}}, false},
		{"away", notes.Person{Kind: notes.KindReport, State: notes.StateAway, Since: "2026-11-20"}, nil, false},
		{"left", notes.Person{Kind: notes.KindReport, State: notes.StateLeft, Since: "2026-11-20"}, nil, false},
		{"no report", notes.Person{Kind: notes.KindOther, State: notes.StateNew}, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := AsksCounts(c.p, c.have, today); got != c.want {
				t.Errorf("%s: %v", c.name, got)
			}
		})
	}
}
