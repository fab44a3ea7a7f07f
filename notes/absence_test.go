package notes

import "testing"

func TestAnAbsenceIsKeptFromTheDayItWasSaid(t *testing.T) {
	here := Person{Kind: KindReport, State: StateHere}
	away := here.GoAway("2026-12-01", "2026-11-10")
	for name, c := range map[string]struct {
		p    Person
		want string
	}{
		"away until a day":            {away, "2026-11-10/2026-11-30"},
		"away for longer":             {away.GoAway("2026-12-20", "2026-11-25"), "2026-11-10/2026-12-19"},
		"back early":                  {away.ComeBack(StateHere, "2026-11-21"), "2026-11-10/2026-11-20"},
		"back as was said":            {away.ComeBack(StateHere, "2026-12-03"), "2026-11-10/2026-11-30"},
		"said by mistake":             {away.ComeBack(StateHere, "2026-11-10"), ""},
		"away without an end":         {here.GoAway("", "2026-11-10"), "2026-11-10/2026-11-10"},
		"back from it":                {here.GoAway("", "2026-11-10").ComeBack(StateHere, "2026-11-20"), "2026-11-10/2026-11-19"},
		"an end becomes known":        {here.GoAway("", "2026-11-10").GoAway("2026-12-01", "2026-11-12"), "2026-11-10/2026-11-30"},
		"a second time":               {away.GoAway("2027-01-10", "2026-12-20"), "2026-11-10/2026-11-30 2026-12-20/2027-01-09"},
		"away since nobody knows":     {Person{State: StateAway, Until: "2026-12-01"}.GoAway("2026-12-05", "2026-11-20"), ""},
		"back, only the end is known": {Person{State: StateAway, Until: "2026-12-01"}.ComeBack(StateHere, "2026-12-02"), "2026-11-30/2026-11-30"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.p.Absences.String(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTheLastAbsenceIsLongAndOver(t *testing.T) {
	of := func(days string) Person { return Person{State: StateHere, Absences: ReadDaysOff(days)} }
	for name, c := range map[string]struct {
		p    Person
		want Span
	}{
		"eight days":             {of("2026-11-01/2026-11-08"), Span{"2026-11-01", "2026-11-08"}},
		"seven days":             {of("2026-11-01/2026-11-07"), Span{}},
		"it lasts until today":   {of("2026-11-01/2026-11-20"), Span{}},
		"yesterday was the last": {of("2026-11-01/2026-11-19"), Span{"2026-11-01", "2026-11-19"}},
		"a day off after it":     {of("2026-10-01/2026-10-20 2026-11-10/2026-11-10"), Span{"2026-10-01", "2026-10-20"}},
		"only the end is known":  {Person{State: StateAway, Until: "2026-11-10"}, Span{"", "2026-11-09"}},
		"away still":             {Person{State: StateAway, Until: "2026-11-21"}, Span{}},
		"never away":             {of(""), Span{}},
	} {
		t.Run(name, func(t *testing.T) {
			if got, ok := c.p.LastAbsence("2026-11-20"); got != c.want || ok != (c.want.To != "") {
				t.Errorf("%+v, %v", got, ok)
			}
		})
	}
}
