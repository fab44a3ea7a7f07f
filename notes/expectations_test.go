package notes

import "testing"

func TestJoiningAsksWhatToCountOn(t *testing.T) {
	const today = Date("2026-12-01")
	for _, c := range []struct {
		name string
		p    Person
		have []Expectation
		want bool
	}{
		{"new in the team", Person{Kind: KindReport, State: StateNew, Since: "2025-01-01"}, nil, true},
		{"joined lately", Person{Kind: KindReport, State: StateHere, Since: "2026-10-02"}, nil, true},
		{"here for long", Person{Kind: KindReport, State: StateHere, Since: "2026-10-01"}, nil, false},
		{"no day known", Person{Kind: KindReport, State: StateHere}, nil, false},
		{"to come, the clock set back", Person{Kind: KindReport, State: StateHere, Since: "2027-10-01"}, nil, false},
		{"agreed", Person{Kind: KindReport, State: StateNew}, []Expectation{{Text: "an answer"}}, false},
		{"away", Person{Kind: KindReport, State: StateAway, Since: "2026-11-20"}, nil, false},
		{"left", Person{Kind: KindReport, State: StateLeft, Since: "2026-11-20"}, nil, false},
		{"no report", Person{Kind: KindOther, State: StateNew}, nil, false},
	} {
		if got := AsksCounts(c.p, c.have, today); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
