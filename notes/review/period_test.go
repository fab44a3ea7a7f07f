package review

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

const today = notes.Date("2026-11-23")

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		name     string
		kind     Kind
		today    notes.Date
		from, to notes.Date
		last     notes.Date
		says     string
	}{
		{"this half, the second", ThisHalf, "2026-11-23", "2026-07-01", "2026-12-31", "2026-11-23", "1 Jul – 31 Dec"},
		{"this half, on its first day", ThisHalf, "2026-07-01", "2026-07-01", "2026-12-31", "2026-07-01", "1 Jul – 31 Dec"},
		{"this half, on the last day of the first", ThisHalf, "2026-06-30", "2026-01-01", "2026-06-30", "2026-06-30", "1 Jan – 30 Jun"},
		{"last half", LastHalf, "2026-11-23", "2026-01-01", "2026-06-30", "2026-06-30", "1 Jan – 30 Jun"},
		{"last half, over the year's end", LastHalf, "2026-01-02", "2025-07-01", "2025-12-31", "2025-12-31", "1 Jul – 31 Dec 2025"},
		{"this year", ThisYear, "2026-11-23", "2026-01-01", "2026-12-31", "2026-11-23", "1 Jan – 31 Dec"},
		{"last year", LastYear, "2026-11-23", "2025-01-01", "2025-12-31", "2025-12-31", "1 Jan – 31 Dec 2025"},
		{"since", Since, "2026-11-23", "2025-09-01", "", "2026-11-23", "since 1 Sep 2025"},
		{"from to", FromTo, "2026-11-23", "2025-09-01", "2026-02-28", "2026-02-28", "1 Sep 2025 – 28 Feb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := PeriodOf(c.kind, "2025-09-01", "2026-02-28", c.today)
			if p.From != c.from || p.To != c.to || p.Last(c.today) != c.last || p.Say(c.today) != c.says || p.Check(c.today) != nil {
				t.Errorf("%+v, last %s, %q, %v", p, p.Last(c.today), p.Say(c.today), p.Check(c.today))
			}
			if again := ReadKey(p.Key(), c.today); again != p {
				t.Errorf("%q is read as %+v", p.Key(), again)
			}
		})
	}
}

func TestAPeriodThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		kind           Kind
		field, why     string
	}{
		{"ends before it begins", "4 May", "1 May", FromTo, FieldTo, "before the first"},
		{"ends in the year before", "4 May", "2025-06-30", FromTo, FieldTo, "before the first"},
		{"no first day", "", "3 May", FromTo, FieldFrom, "Enter the first day"},
		{"no last day", "4 May", " ", FromTo, FieldTo, "Enter the last day"},
		{"no date", "soonish", "3 May", FromTo, FieldFrom, "isn't a date"},
		{"no last date", "3 May", "whenever", FromTo, FieldTo, "isn't a date"},
		{"has not begun", "2027-01-01", "", Since, FieldFrom, "hasn't begun"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadPeriod(c.kind, c.from, c.to, today)
			var invalid notes.Invalid
			if !errors.As(err, &invalid) || invalid.Field != c.field || !strings.Contains(invalid.Why, c.why) {
				t.Errorf("%v", err)
			}
		})
	}
	if p, err := ReadPeriod(FromTo, "4 May", "4 May", today); err != nil || p.From != "2026-05-04" || p.To != p.From {
		t.Errorf("a single day: %+v, %v", p, err)
	}
	if p, err := ReadPeriod(Since, "1 Dec", "", today); err != nil || p.From != "2025-12-01" || p.To != "" {
		t.Errorf("a day to come is the one of last year: %+v, %v", p, err)
	}
}

func TestAKeyThatSaysNothingIsThisHalfYear(t *testing.T) {
	for _, key := range []string{"", "next-year", "since", "since:", "from-to:2026-01-01:", "from-to:x:y", "::"} {
		t.Run(key, func(t *testing.T) {
			if p := ReadKey(key, today); p.From != "2026-07-01" || p.To != "2026-12-31" {
				t.Errorf("%+v", p)
			}
		})
	}
}

func TestMeter(t *testing.T) {
	year := Period{ThisYear, "2026-01-01", "2026-12-31"}
	last := Period{LastHalf, "2026-01-01", "2026-06-30"}
	for _, c := range []struct {
		name   string
		period Period
		who    notes.Person
		days   string
		want   string
	}{
		{"nothing", year, notes.Person{}, "", ""},
		{
			"most of it lately", year,
			notes.Person{},
			"01-10 02-10 06-10 07-10 08-10 09-10 10-20 10-21 10-22 10-23 10-24 10-25 10-26 10-27 10-28 11-01 11-02 11-03",
			"67% of this is from the last six weeks. Nothing from March to May.",
		},
		{"all of it lately", Period{FromTo, "2026-08-31", "2026-11-30"}, notes.Person{}, "10-13 11-23", "All of this is from the last six weeks. Nothing from September."},
		{"the first recent day", year, notes.Person{}, "10-13", "All of this is from the last six weeks. Nothing from January to September, or November."},
		{"the last day that is not", year, notes.Person{}, "10-12", "None of this is from the last six weeks. Nothing from January to September, or November."},
		{
			"in a period that is over", last,
			notes.Person{},
			"01-03 02-03 03-03 04-03 05-30 06-30",
			"33% of this is from the period's last six weeks.",
		},
		{"none, in one that is over", last, notes.Person{}, "01-03 02-03 03-03 04-03", "None of this is from the period's last six weeks. Nothing from May to June."},
		{"a short one says no share", Period{Since, "2026-09-15", ""}, notes.Person{}, "09-20", "Nothing from October to November."},
		{"of 12 weeks", Period{Since, "2026-09-01", ""}, notes.Person{}, "09-20 10-01 11-01", "33% of this is from the last six weeks."},
		{"a day less", Period{Since, "2026-09-02", ""}, notes.Person{}, "09-20 10-01 11-01", ""},
		{"joined half way", year, notes.Person{Joined: "2026-08-10"}, "08-11 11-01", "50% of this is from the last six weeks. Nothing from September to October."},
		{"joined at a month's end", year, notes.Person{Joined: "2026-08-19"}, "11-01", "All of this is from the last six weeks. Nothing from September to October."},
		{"left half way", year, notes.Person{Name: "Ana", LeftOn: "2026-03-31"}, "01-11", "None of this is from Ana's last six weeks here. Nothing from February to March."},
		{"left half way, some of it lately", year, notes.Person{Name: "Ana", LeftOn: "2026-03-31"}, "01-11 02-02 03-03 03-04", "50% of this is from Ana's last six weeks here."},
		{"left half way, all of it lately", year, notes.Person{Name: "Ana", LeftOn: "2026-03-31"}, "02-18", "All of this is from Ana's last six weeks here. Nothing from January, or March."},
		{"left before twelve weeks", last, notes.Person{Name: "Ana", LeftOn: "2026-03-10"}, "01-11 02-20", ""},
		{"leaves later", year, notes.Person{LeftOn: "2026-12-20"}, "10-12", "None of this is from the last six weeks. Nothing from January to September, or November."},
		{"left after a period that is over", last, notes.Person{LeftOn: "2026-09-20"}, "01-03 02-03 03-03 04-03 05-30 06-30", "33% of this is from the period's last six weeks."},
		{"joined four weeks ago", year, notes.Person{Joined: "2026-10-26"}, "11-01", ""},
		{
			"away for long", year,
			notes.Person{Absences: notes.DaysOff{{From: "2026-02-10", To: "2026-05-25"}}, Joined: "2026-01-01"},
			"01-11 06-01 07-01 08-01 09-01 10-31", "17% of this is from the last six weeks. Nothing from November.",
		},
		{
			"away for part of a month", last,
			notes.Person{Absences: notes.DaysOff{{From: "2026-02-15", To: "2026-03-10"}}},
			"01-11 04-01 05-01 06-01", "25% of this is from the period's last six weeks. Nothing from February to March.",
		},
		{
			"every other month", year,
			notes.Person{},
			"02-01 04-01 06-01 08-01 10-01",
			"None of this is from the last six weeks. Nothing from January, March, May, July, and 2 more months.",
		},
		{"left before", last, notes.Person{LeftOn: "2025-12-01"}, "01-11", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var days []notes.Date
			for _, d := range strings.Fields(c.days) {
				days = append(days, notes.Date("2026-"+d))
			}
			if got := strings.Join(Meter(days, c.period, c.who, today), " "); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	t.Run("over years", func(t *testing.T) {
		p := Period{Since, "2025-10-01", ""}
		got := strings.Join(Meter([]notes.Date{"2025-10-03", "2026-03-01", "2026-11-22"}, p, notes.Person{}, today), " ")
		if got != "33% of this is from the last six weeks. Nothing from November 2025 to February 2026, or April to October 2026." {
			t.Errorf("%q", got)
		}
	})
}

func TestTheMeterNeverRoundsToAllOrNone(t *testing.T) {
	for _, c := range []struct {
		part, all int
		want      string
	}{{1, 5000, "1%"}, {4999, 5000, "99%"}, {71, 100, "71%"}, {1, 2, "50%"}, {2, 3, "67%"}} {
		if got := percent(c.part, c.all); got != c.want {
			t.Errorf("%d of %d is %s", c.part, c.all, got)
		}
	}
}

// TestTheMeterNamesNoMonthThatHasALine holds it over random days.
func TestTheMeterNamesNoMonthThatHasALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Period{Kind: FromTo, From: "2026-01-01", To: "2026-12-31"}
		var days []notes.Date
		for range rapid.IntRange(1, 12).Draw(t, "lines") {
			days = append(days, p.From.AddDays(rapid.IntRange(0, 326).Draw(t, "day")))
		}
		says := strings.Join(Meter(days, p, notes.Person{}, today), " ")
		for _, d := range days {
			if m := d.Time().Month().String(); strings.Contains(says, m+",") || strings.Contains(says, m+".") || strings.Contains(says, m+" to") {
				t.Errorf("%s has a line, and %q", m, says)
			}
		}
	})
}

func TestWhoWasNotThere(t *testing.T) {
	p := Period{LastHalf, "2026-01-01", "2026-06-30"}
	for _, c := range []struct {
		name string
		who  notes.Person
		want string
	}{
		{"all the time", notes.Person{Name: "Ana", Joined: "2026-01-01", LeftOn: "2026-06-30"}, ""},
		{"joined within", notes.Person{Name: "Ana", Joined: "2026-02-01"}, "Ana joined on 1 Feb."},
		{"joined after", notes.Person{Name: "Ana", Joined: "2026-07-01"}, "Ana joined on 1 Jul, after this period."},
		{"left within", notes.Person{Name: "Ana", LeftOn: "2026-05-01"}, "Ana's last day was 1 May."},
		{"left before", notes.Person{Name: "Ana", LeftOn: "2025-12-31"}, "Ana left on 31 Dec 2025, before this period."},
		{
			"away",
			notes.Person{Name: "Ana", Absences: notes.DaysOff{{From: "2026-03-02", To: "2026-05-01"}, {From: "2026-06-01", To: "2026-06-05"}}},
			"Ana was away 2 Mar – 1 May.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(Was(p, c.who, today), " "); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
