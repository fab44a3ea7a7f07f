package notes

import "testing"

const typedDay = Date("2026-12-01") // a Tuesday

func TestDaysAreReadAsAFormMeansThem(t *testing.T) {
	for _, c := range []struct {
		typed              string
		coming, past, near Date // read on Tuesday 1 December 2026; "" is refused
	}{
		{"2026-11-17", "2026-11-17", "2026-11-17", "2026-11-17"},
		{"today", "2026-12-01", "2026-12-01", "2026-12-01"},
		{"tomorrow", "2026-12-02", "2026-12-02", "2026-12-02"},
		{"in 3 days", "2026-12-04", "2026-12-04", "2026-12-04"},
		{"Fri", "2026-12-04", "2026-11-27", "2026-12-04"},
		{"friday", "2026-12-04", "2026-11-27", "2026-12-04"},
		{"next Fri", "2026-12-11", "2026-12-11", "2026-12-11"},
		{"17 Nov", "2027-11-17", "2026-11-17", "2026-11-17"},
		{"3 Oct", "2027-10-03", "2026-10-03", "2026-10-03"},
		{"3 Feb", "2027-02-03", "2026-02-03", "2027-02-03"},
		{"17 Nov 2027", "2027-11-17", "2027-11-17", "2027-11-17"},
		{"31 Feb", "", "", ""},
		{"soon", "", "", ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			coming, _ := ReadFormDate("x", c.typed, typedDay)
			past, _ := ReadPastDate("x", c.typed, typedDay)
			near, _ := ReadNearDate("x", c.typed, typedDay)
			if coming != c.coming || past != c.past || near != c.near {
				t.Errorf("%q: %q %q %q, want %q %q %q", c.typed, coming, past, near, c.coming, c.past, c.near)
			}
		})
	}
	if d, err := ReadPastDate("x", " Yesterday ", typedDay); err != nil || d != "2026-11-30" {
		t.Errorf("yesterday: %q %v", d, err)
	}
	if d, err := ReadFormDate("x", "  ", typedDay); err != nil || d != "" {
		t.Errorf("nothing typed: %q %v", d, err)
	}
	for _, d := range []Date{"2026-12-04", "2027-03-31", "2025-02-28"} {
		if got, ok := ReadDate(TypeDate(d), typedDay); !ok || got != d {
			t.Errorf("%s is typed %q and read %q", d, TypeDate(d), got)
		}
	}
}

func TestADayWithoutAYearThatJustWasIsNotNextYears(t *testing.T) {
	for typed, want := range map[string]Date{
		"17 Nov": "2026-11-17", "2 Oct": "2026-10-02", "1 Oct": "2027-10-01", "17 Nov 2027": "2027-11-17",
		"3 Feb": "2027-02-03", "in 3 days": "2026-12-04", "Mon": "2026-12-07", " Yesterday": "2026-11-30", "": "",
	} {
		t.Run(typed, func(t *testing.T) {
			if got, err := ReadComingDate("x", typed, typedDay); err != nil || got != want {
				t.Errorf("%q, %v, want %q", got, err, want)
			}
		})
	}
}

func TestAFormSaysTheYearThatItTook(t *testing.T) {
	for _, c := range []struct {
		typed string
		d     Date
		want  string
	}{
		{"20 Sep", "2027-09-20", "That's 20 Sep 2027."},
		{"Sep 20", "2027-09-20", "That's 20 Sep 2027."},
		{"20 Sep 2027", "2027-09-20", ""},
		{"2027-09-20", "2027-09-20", ""},
		{"4 Jan", "2027-01-04", ""}, // it is near
		{"20 Dec", "2026-12-20", ""},
		{"20 Dec", "2025-12-20", "That's 20 Dec 2025."},
		{"", "", ""},
	} {
		if got := SayYear(c.typed, c.d, typedDay); got != c.want {
			t.Errorf("%q, taken for %q: %q, want %q", c.typed, c.d, got, c.want)
		}
	}
}
