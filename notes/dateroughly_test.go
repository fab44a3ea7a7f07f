package notes

import (
	"slices"
	"testing"
)

func TestWhatLooksLikeADateIsOfferedNotRead(t *testing.T) {
	for said, want := range map[string][]Date{
		"by this week":             {"2026-11-27"},
		"by early next week":       {"2026-11-30", "2026-12-01"},
		"by mid next week":         {"2026-12-02"},
		"by midweek":               {"2026-11-25"},
		"by the weekend":           {"2026-11-27", "2026-11-29"},
		"by month end":             {"2026-11-30"},
		"by next month end":        {"2026-12-31"},
		"by the start of December": {"2026-12-01", "2026-12-10"},
		"by early December":        {"2026-12-01", "2026-12-10"},
		"by next quarter":          {"2027-03-31"},
		"by start of next year":    {"2027-01-01"},
		"by next year":             {"2027-12-31"},
		"by 2027":                  {"2027-12-31"},
		"by H1":                    {"2027-06-30"},
		"by Dec 2026":              {"2026-12-31"},
		"by 2026-12":               {"2026-12-31"},
		"by the 4th of next month": {"2026-12-04"},
		"by Friday or Monday":      {"2026-11-27", "2026-11-30"},
		"by Fri-Mon":               {"2026-11-27", "2026-11-30"},
		"by next Monday or so":     {"2026-11-30"},
		"by two weeks":             {"2026-12-07"},
		"before Christmas":         {"2026-12-24"},
		"by Fridy":                 {"2026-11-27"},
		"by Wendesday":             {"2026-11-25"},
		"by tommorow":              {"2026-11-24"},

		"by hand": nil, "by week": nil, "until year end review": nil, "by jane": nil, "by 1850": nil, "by the start": nil,
		"before this": nil, "by marc or ben": nil, "by 2-3 %": nil, "by train": nil, "by mail": nil, "by sprint end": nil,
	} {
		t.Run(said, func(t *testing.T) {
			line := "todo: ship it " + said
			if it := Parse(line, hurriedNote)[0]; it.Due != "" || it.Text != "ship it "+said {
				t.Fatalf("%q is read as %+v", line, it)
			}
			var got []Date
			for _, s := range Suggestions(line, hurriedNote, 0) {
				for _, c := range s.Choices {
					got = append(got, Parse(c.New, hurriedNote)[0].Due)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q offers %q, want %q", line, got, want)
			}
		})
	}
	for said, want := range map[string]Date{
		"by first thing Monday": "2026-11-30", "by Monday first thing": "2026-11-30", "by 5pm Friday": "2026-11-27",
		"by noon tomorrow": "2026-11-24", "by Friday at 5 pm": "2026-11-27", "by lunch": "",
	} {
		t.Run(said, func(t *testing.T) {
			if it := Parse("todo: ship it "+said, hurriedNote)[0]; it.Due != want {
				t.Errorf("%q is due on %q, want %q", said, it.Due, want)
			}
		})
	}
}
