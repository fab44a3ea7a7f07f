package notes

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var winter = DaysOff{{"2026-12-20", "2027-01-03"}}

func TestDaysOffPauseWhatIsCounted(t *testing.T) {
	for name, c := range map[string]struct {
		day, today   Date
		since        int
		dueIsOverdue bool
	}{
		"before":                        {"2026-12-01", "2026-12-11", 10, true},
		"begun before, today off":       {"2026-12-18", "2026-12-24", 1, false},
		"begun before, first day back":  {"2026-12-18", "2027-01-04", 2, true},
		"begun while off, still off":    {"2026-12-24", "2027-01-02", 0, false},
		"begun while off, first day":    {"2026-12-24", "2027-01-04", 1, false},
		"begun while off, the next one": {"2026-12-24", "2027-01-05", 2, true},
		"after":                         {"2027-01-05", "2027-01-08", 3, true},
		"today":                         {"2026-12-01", "2026-12-01", 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := winter.Since(c.day, c.today); got != c.since {
				t.Errorf("%d days, not %d", got, c.since)
			}
			if got := winter.Overdue(c.day, c.today); got != c.dueIsOverdue {
				t.Errorf("overdue: %v", got)
			}
		})
	}
}

func TestTheNextOneOnOneIsNotOnADayOff(t *testing.T) {
	weekly := Rhythm{Every: 1, Unit: Weeks, Fixed: true, Weekday: time.Wednesday}
	for name, c := range map[string]struct {
		p           Person
		held, today Date
		want        Date
	}{
		"before it":           {Person{Rhythm: weekly}, "2026-12-02", "2026-12-05", "2026-12-09"},
		"it would fall in it": {Person{Rhythm: weekly}, "2026-12-16", "2026-12-17", "2027-01-06"},
		"in it":               {Person{Rhythm: weekly}, "2026-12-16", "2026-12-28", "2027-01-06"},
		"they are off longer": {Person{Rhythm: weekly, State: StateAway, Until: "2027-01-11"}, "2026-12-16", "2026-12-28", "2027-01-13"},
		"then I am off":       {Person{Rhythm: weekly, State: StateAway, Until: "2026-12-21"}, "2026-12-02", "2026-12-05", "2027-01-06"},
		"no fixed day":        {Person{Rhythm: Rhythm{Every: 2, Unit: Weeks}}, "2026-12-12", "2026-12-13", "2027-01-09"},
		"none held yet":       {Person{Rhythm: weekly}, "", "2026-12-21", "2027-01-06"},
	} {
		t.Run(name, func(t *testing.T) {
			c.p.Kind, c.p.Off = KindReport, winter
			if got, ok := c.p.NextOneOnOne(c.held, c.today); !ok || got != c.want {
				t.Errorf("next on %s, not %s", got, c.want)
			}
			if c.p.Active("2026-12-28") {
				t.Error("prompts and counts are not paused")
			}
		})
	}
}

func TestDaysOffAreKeptAsTheyAre(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var o DaysOff
		off := map[Date]bool{}
		for range rapid.IntRange(0, 6).Draw(rt, "spans") {
			from := Date("2026-12-01").AddDays(rapid.IntRange(0, 60).Draw(rt, "from"))
			s := Span{from, from.AddDays(rapid.IntRange(0, 10).Draw(rt, "days"))}
			o = o.With(s)
			for d := s.From; d <= s.To; d = d.AddDays(1) {
				off[d] = true
			}
		}
		if again := ReadDaysOff(o.String()); again.String() != o.String() {
			rt.Fatalf("%q is read as %q", o, again)
		}
		worked := 0
		for d := Date("2026-11-30"); d < "2027-02-20"; d = d.AddDays(1) {
			if o.Covers(d) != off[d] {
				rt.Fatalf("%s is off: %v in %q", d, o.Covers(d), o)
			}
			if d > "2026-11-30" && !off[d] {
				worked++
			}
			if got := o.Since("2026-11-30", d); got != worked {
				rt.Fatalf("%d days until %s, not %d, with %q", got, d, worked, o)
			}
		}
	})
}

func TestDaysOffAsTheyAreTyped(t *testing.T) {
	for name, c := range map[string]struct {
		from, to string
		want     Span
		field    string
	}{
		"over the year's end": {"20 Dec", "3 Jan", Span{"2026-12-20", "2027-01-03"}, ""},
		"one day":             {"Fri", "", Span{"2026-11-27", "2026-11-27"}, ""},
		"begun already":       {"20 Nov", "27 Nov", Span{"2026-11-20", "2026-11-27"}, ""},
		"nothing":             {"", "3 Jan", Span{}, FieldFirstDay},
		"no day":              {"30 Feb", "", Span{}, FieldFirstDay},
		"no last day":         {"20 Dec", "soon", Span{}, FieldLastDay},
		"the wrong way round": {"2026-12-20", "2026-12-01", Span{}, FieldLastDay},
		"without a year":      {"24 dec", "12 dec", Span{}, FieldLastDay},
		"long before it":      {"24 dec", "20 jun", Span{}, FieldLastDay},
		"with the year":       {"24 dec", "20 jun 2027", Span{"2026-12-24", "2027-06-20"}, ""},
		"a long summer":       {"1 jun 2027", "30 sep", Span{"2027-06-01", "2027-09-30"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := ReadSpan(c.from, c.to, "2026-11-25")
			var wrong Invalid
			if errors.As(err, &wrong) != (c.field != "") || wrong.Field != c.field || got != c.want {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

func TestALineInMyJournalOffersDaysOff(t *testing.T) {
	for line, want := range map[string]Span{
		"away 20 Dec - 3 Jan":              {"2026-12-20", "2027-01-03"},
		"- Holiday: 20 Dec to 3 Jan.":      {"2026-12-20", "2027-01-03"},
		"on vacation from 1 Dec – 4 Dec":   {"2026-12-01", "2026-12-04"},
		"off Fri":                          {"2026-11-27", "2026-11-27"},
		"days off: 2026-12-01 until 3 Dec": {"2026-12-01", "2026-12-03"},
		"holiday 4 Dec - 2026-12-01":       {},
		"away 24 Dec - 12 Dec":             {}, // and not until the next year's
		"away 1 Oct 2026 - 5 Oct 2026":     {}, // over
		"away 24 Dec - 31 Dec":             {"2026-12-24", "2026-12-31"},
		"off to a good start by Friday":    {},
		"Ana is away 20 Dec - 3 Jan":       {},
		"away with it":                     {},
		"awaydays 4 Dec":                   {},
		"":                                 {},
	} {
		t.Run(line, func(t *testing.T) {
			got, ok := FindDaysOff("Some prose\n"+line+"\n", "2026-11-25", "2026-11-25", nil)
			if got != want || ok != (want != Span{}) {
				t.Errorf("%+v, %v", got, ok)
			}
		})
	}
	if s, ok := FindDaysOff("away 24 Dec - 31 Dec\n", "2026-11-25", "2026-11-25", winter); ok {
		t.Errorf("they are known, and offered: %+v", s)
	}
}
