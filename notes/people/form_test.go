package people

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

const peopleDay = notes.Date("2026-11-23") // a Monday

var formTeam = []notes.Person{
	{ID: 1, Kind: notes.KindMe, Name: "Robin", Order: 0},
	{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Aliases: []string{"Anita"}, State: notes.StateHere, Order: 1},
	{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere, Order: 2},
	{ID: 4, Kind: notes.KindReport, Name: "Chidi Okafor", State: notes.StateHere, Order: 2},
	{ID: 5, Kind: notes.KindReport, Name: "Zoe", State: notes.StateLeft, LeftOn: "2026-01-31", Order: 9},
}

func TestPersonFormIsWhatItWasFilledWith(t *testing.T) {
	for _, p := range []notes.Person{
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.She, State: notes.StateHere},
		{ID: 2, Kind: notes.KindOther, Name: "Ana Ruiz", Aliases: []string{"Anita", "AR"}, Role: "Platform", Pronoun: notes.They, State: notes.StateNew},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.He, State: notes.StateAway, Until: "2026-12-24"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.They, State: notes.StateAway},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.They, State: notes.StateHere, LeftOn: "2026-12-24"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.They, State: notes.StateLeft, LeftOn: "2025-03-31"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.They, State: notes.StateHere, Rhythm: notes.Rhythm{Every: 5, Unit: notes.Weeks}},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.They, State: notes.StateHere, Rhythm: notes.Rhythm{
			Every: 2, Unit: notes.Months, Fixed: true, Weekday: time.Sunday, At: "09:30", Zone: "Europe/Zurich",
		}},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.They, State: notes.StateNew, Joined: "2026-10-12"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.They, State: notes.StateHere, Joined: "2023-05-04"},
		{ID: 1, Kind: notes.KindMe, Name: "Robin", Aliases: []string{"Rob"}, Pronoun: notes.She},
	} {
		t.Run(fmt.Sprint(p.ID), func(t *testing.T) {
			got, err := FormOf(p).Fill(p, formTeam, peopleDay)
			if err != nil || !reflect.DeepEqual(got, p) {
				t.Errorf("%+v became %+v, %v", p, got, err)
			}
		})
	}
}

func TestPersonFormReads(t *testing.T) {
	base, ana := FormOf(formTeam[1]), formTeam[1]
	ana.Since = "2026-11-23"
	for _, c := range []struct {
		name   string
		change func(*Form)
		want   func(notes.Person) bool
	}{
		{"blanks to spare", func(f *Form) { f.Name = "  Ana   Ruiz " }, func(p notes.Person) bool { return p.Name == "Ana Ruiz" }},
		{"aliases on lines, twice, and the name itself", func(f *Form) { f.Aliases = "Anita\nANITA, ana ruiz,, AR" }, func(p notes.Person) bool { return reflect.DeepEqual(p.Aliases, []string{"Anita", "AR"}) }},
		{"left today", func(f *Form) { f.State, f.LeftOn = notes.StateLeft, " " }, func(p notes.Person) bool { return p.LeftOn == peopleDay }},
		{"left before they were added", func(f *Form) { f.State, f.LeftOn = notes.StateLeft, "1 nov" }, func(p notes.Person) bool { return p.LeftOn == "2026-11-01" && p.Since == "" }},
		{"notice given", func(f *Form) { f.State, f.Last = Leaving, "31 dec" }, func(p notes.Person) bool { return p.LeftOn == "2026-12-31" && p.State == notes.StateHere && p.Around() }},
		{"left, and the day is still to come", func(f *Form) { f.State, f.LeftOn = notes.StateLeft, "2026-12-31" }, func(p notes.Person) bool { return p.LeftOn == "2026-12-31" && p.State == notes.StateHere }},
		{"new since October", func(f *Form) { f.State, f.Joined = notes.StateNew, "12 oct" }, func(p notes.Person) bool { return p.Joined == "2026-10-12" && p.State == notes.StateNew }},
		{"new from next month on", func(f *Form) { f.State, f.Joined = notes.StateNew, "1 dec" }, func(p notes.Person) bool { return p.Joined == "2026-12-01" }},
		{"new, and nobody says since when", func(f *Form) { f.State = notes.StateNew }, func(p notes.Person) bool { return p.Joined == "" }},
		{"left last Friday", func(f *Form) { f.State, f.LeftOn = notes.StateLeft, "Fri" }, func(p notes.Person) bool { return p.LeftOn == "2026-11-20" }},
		{"back in two weeks", func(f *Form) { f.State, f.Until = notes.StateAway, "in 2 weeks" }, func(p notes.Person) bool { return p.Until == "2026-12-07" }},
		{"here again", func(f *Form) { f.Until, f.LeftOn = "3 Dec", "nonsense" }, func(p notes.Person) bool { return p.Until == "" && p.LeftOn == "" }},
		{"a time in few letters", func(f *Form) { f.Every, f.Day, f.At = "2", "Tuesday", "9.30" }, func(p notes.Person) bool { return p.Rhythm.At == "09:30" && p.Rhythm.Weekday == time.Tuesday }},
		{"an hour", func(f *Form) { f.Every, f.Day, f.At = "2", "Tuesday", "14" }, func(p notes.Person) bool { return p.Rhythm.At == "14:00" }},
		{"no fixed day, no time", func(f *Form) { f.Every, f.At = "3", "25:00" }, func(p notes.Person) bool { return p.Rhythm == notes.Rhythm{Every: 3, Unit: notes.Weeks} }},
		{"no rhythm", func(f *Form) { f.Every, f.Day, f.At = "", "Tuesday", "x" }, func(p notes.Person) bool { return p.Rhythm == notes.Rhythm{} }},
		{"a long role", func(f *Form) { f.Role = strings.Repeat("é", 500) }, func(p notes.Person) bool { return len([]rune(p.Role)) == maxRole }},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := base
			c.change(&f)
			p, err := f.Fill(ana, formTeam, peopleDay)
			if err != nil || !c.want(p) {
				t.Errorf("%s: %+v, %v", c.name, p, err)
			}
		})
	}
}

func TestPersonFormRefuses(t *testing.T) {
	base := FormOf(formTeam[1])
	for _, c := range []struct {
		name   string
		change func(*Form)
		field  string
	}{
		{"no name", func(f *Form) { f.Name = " \t" }, FieldName},
		{"somebody else's name", func(f *Form) { f.Name = "BEN KOFI" }, FieldName},
		{"a name that ends a line's WHO", func(f *Form) { f.Name = "Ana: Ruiz" }, FieldName},
		{"a word of the grammar", func(f *Form) { f.Name = "We" }, FieldName},
		{"a name without end", func(f *Form) { f.Name = strings.Repeat("Ana ", 400) }, FieldName},
		{"somebody else's name as an alias", func(f *Form) { f.Aliases = "AR, Ben Kofi" }, FieldAliases},
		{"somebody else's first name as an alias", func(f *Form) { f.Aliases = "Ben" }, FieldAliases},
		{"somebody else's first name as the whole name", func(f *Form) { f.Name = "Ben" }, FieldName},
		{"an alias that cannot be read", func(f *Form) { f.Aliases = "A+R" }, FieldAliases},
		{"joined on no such day", func(f *Form) { f.State, f.Joined = notes.StateNew, "31 Feb" }, FieldJoined},
		{"left before they joined", func(f *Form) { f.State, f.LeftOn, f.Joined = notes.StateLeft, "1 nov", "10 nov" }, FieldLeftOn},
		{"no such day", func(f *Form) { f.State, f.Until = notes.StateAway, "31 Feb" }, FieldUntil},
		{"back before today", func(f *Form) { f.State, f.Until = notes.StateAway, "2026-11-23" }, FieldUntil},
		{"back on a day that was", func(f *Form) { f.State, f.Until = notes.StateAway, "12 Nov" }, FieldUntil},
		{"leaving on no day", func(f *Form) { f.State = Leaving }, FieldLast},
		{"leaving on a day that was", func(f *Form) { f.State, f.Last = Leaving, "20 nov" }, FieldLast},
		{"no time between two", func(f *Form) { f.Every = "0" }, FieldEvery},
		{"no months between two", func(f *Form) { f.Every, f.Unit, f.Next = "0", notes.Months, "yesterday" }, FieldEvery},
		{"a next one that was", func(f *Form) { f.Every, f.Unit, f.Next = "1", notes.Months, "yesterday" }, FieldNext},
		{"a next one on no day", func(f *Form) { f.Every, f.Unit, f.Next = "1", notes.Months, "31 Feb" }, FieldNext},
		{"no number", func(f *Form) { f.Every = "often" }, FieldEvery},
		{"too long", func(f *Form) { f.Every = "53" }, FieldEvery},
		{"less than nothing", func(f *Form) { f.Every = "-1" }, FieldEvery},
		{"no such time", func(f *Form) { f.Every, f.Day, f.At = "1", "Monday", "25:10" }, FieldTime},
		{"no such zone", func(f *Form) { f.Every, f.Zone = "1", "Atlantis" }, FieldZone},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := base
			c.change(&f)
			_, err := f.Fill(formTeam[1], formTeam, peopleDay)
			var wrong notes.Invalid
			if !errors.As(err, &wrong) || wrong.Field != c.field || wrong.Why == "" {
				t.Errorf("%s: %#v, want a sentence at %s", c.name, err, c.field)
			}
		})
	}
}

func TestNewcomers(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  string // names that can be added; in [ ] those that cannot
	}{
		{"", ""},
		{" \n\n", ""},
		{"Dana Weiss\nElif Kaya", "Dana Weiss, Elif Kaya"},
		{"- Dana Weiss <dana@example.org>\r\n- Elif", "Dana Weiss, Elif"},
		{"Dana\ndana", "Dana, [dana]"},
		{"Ben Kofi\nBen", "[Ben Kofi], [Ben]"},
		{"Ben Lee\nDana, Elif Kaya,\nGus", "Ben Lee, Dana, Elif Kaya, Gus"},
		{"Ruiz, Dana", "Ruiz, Dana"},
		{strings.Repeat("Xaver Quince, ", 20) + "Dana Weiss", "Xaver Quince, Dana Weiss"},
		{"me\nAna: x", "[me], [Ana: x]"},
		{strings.Repeat("x", 500), "[" + strings.Repeat("x", 160) + "]"},
	} {
		t.Run(c.typed, func(t *testing.T) {
			var said []string
			for _, n := range ReadNewcomers(c.typed, formTeam) {
				if n.Why != "" {
					n.Name = "[" + n.Name + "]"
				}
				said = append(said, n.Name)
			}
			if got := strings.Join(said, ", "); got != c.want {
				t.Errorf("%q: %s, want %s", c.typed, got, c.want)
			}
		})
	}
	many := ReadNewcomers(strings.Repeat("a\n", 100_000), nil)
	if len(many) > maxNewcomers {
		t.Errorf("%d people at once", len(many))
	}
}

func TestWhatSomebodyIsCalledMayStandInTheirName(t *testing.T) {
	for _, c := range []struct{ typed, name, further string }{
		{`William "Bill" Tarrant`, "Bill Tarrant", "William Tarrant, William"},
		{`William (Bill) Tarrant`, "Bill Tarrant", "William Tarrant, William"},
		{`William 'Bill' Tarrant`, "Bill Tarrant", "William Tarrant, William"},
		{`- William “Bill” Tarrant <bill@example.org>`, "Bill Tarrant", "William Tarrant, William"},
		{`Ana (Annie) Lopez`, "Annie Lopez", "Ana Lopez"}, // Ana is Ana Ruiz
		{`Shaun O'Neil d'Arc`, "Shaun O'Neil d'Arc", ""},
		{`Shaun 'O'Neil`, "Shaun 'O'Neil", ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			got := NewReports(ReadNewcomers(c.typed, formTeam), notes.Rhythm{}, formTeam, peopleDay)
			if len(got) != 1 || got[0].Name != c.name || strings.Join(got[0].Aliases, ", ") != c.further {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestNewReports(t *testing.T) {
	every := notes.Rhythm{Every: 1, Unit: notes.Weeks}
	got := NewReports(ReadNewcomers("Dana\nBen Kofi\nElif", formTeam), every, formTeam, peopleDay)
	want := []notes.Person{
		{Kind: notes.KindReport, Name: "Dana", Pronoun: notes.They, State: notes.StateHere, Since: peopleDay, Rhythm: every, Order: 10},
		{Kind: notes.KindReport, Name: "Elif", Pronoun: notes.They, State: notes.StateHere, Since: peopleDay, Rhythm: every, Order: 11},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if c := Add(got, nil); len(c.Rows) != 2 {
		t.Errorf("%+v", c)
	}
}

func TestMovePerson(t *testing.T) {
	for _, c := range []struct {
		name string
		id   notes.PersonID
		by   int
		want string // the rows written: name and place; "" where nobody can move
	}{
		{"down", 2, 1, "Ben Kofi 1, Ana Ruiz 2, Chidi Okafor 3"},
		{"up among equals", 4, -1, "Ben Kofi 3"},
		{"the first up", 2, -1, ""},
		{"the last down", 4, 1, ""},
		{"somebody who left", 5, -1, ""},
		{"me", 1, 1, ""},
		{"nobody", 99, 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			change, ok := Move(formTeam, c.id, c.by)
			var said []string
			for _, r := range change.Rows {
				p := r.(notes.Person)
				said = append(said, p.Name+" "+string(rune('0'+p.Order)))
			}
			if got := strings.Join(said, ", "); got != c.want || ok != (c.want != "") {
				t.Errorf("%s: %q (%v), want %q", c.name, got, ok, c.want)
			}
		})
	}
}

func TestAboutPerson(t *testing.T) {
	for _, c := range []struct {
		person notes.Person
		want   string
	}{
		{notes.Person{Kind: notes.KindReport, State: notes.StateHere}, "no regular one-on-one yet"},
		{notes.Person{Kind: notes.KindReport, Role: "Platform", State: notes.StateNew, Rhythm: notes.Rhythm{Every: 2, Unit: notes.Weeks}}, "Platform, new, one-on-one about every 2 weeks"},
		{notes.Person{Kind: notes.KindOther, State: notes.StateAway, Until: "2026-12-24"}, "not a direct report, away until 24 Dec"},
		{notes.Person{Kind: notes.KindReport, State: notes.StateAway}, "away"},
		{notes.Person{Kind: notes.KindReport, State: notes.StateHere, LeftOn: "2026-12-24"}, "leaves 24 Dec, no regular one-on-one yet"},
		{notes.Person{Kind: notes.KindReport, State: notes.StateLeft, LeftOn: "2025-03-31"}, "left 31 Mar 2025"},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := strings.Join(About(c.person, peopleDay), ", "); got != c.want {
				t.Errorf("%+v: %q, want %q", c.person, got, c.want)
			}
		})
	}
}

func TestOnlyWhoLeavesHasADayToDeleteTheirNotesBy(t *testing.T) {
	day := notes.Date("2026-11-23")
	left := notes.Person{ID: 2, Kind: notes.KindReport, Name: "Ana", State: notes.StateLeft, LeftOn: "2026-05-01", DeleteBy: "2026-11-01"}
	for name, c := range map[string]struct {
		change func(*Form)
		want   notes.Date
		fails  bool
	}{
		"it stays, also once it has come": {func(*Form) {}, "2026-11-01", false},
		"another day":                     {func(f *Form) { f.DeleteBy = "1 Mar 2027" }, "2027-03-01", false},
		"none":                            {func(f *Form) { f.DeleteBy = "" }, "", false},
		"a past day":                      {func(f *Form) { f.DeleteBy = "2 Nov 2026" }, "", true},
		"who comes back":                  {func(f *Form) { f.State = notes.StateHere }, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			f := FormOf(left)
			c.change(&f)
			p, err := f.Fill(left, nil, day)
			if p.DeleteBy != c.want || (err != nil) != c.fails {
				t.Errorf("%q, %v", p.DeleteBy, err)
			}
		})
	}
}
