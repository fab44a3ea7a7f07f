package notes

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

const peopleDay = Date("2026-11-23") // a Monday

var formTeam = []Person{
	{ID: 1, Kind: KindMe, Name: "Robin", Order: 0},
	{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Aliases: []string{"Anita"}, State: StateHere, Order: 1},
	{ID: 3, Kind: KindReport, Name: "Ben Kofi", State: StateHere, Order: 2},
	{ID: 4, Kind: KindReport, Name: "Chidi Okafor", State: StateHere, Order: 2},
	{ID: 5, Kind: KindReport, Name: "Zoe", State: StateLeft, LeftOn: "2026-01-31", Order: 9},
}

func TestPersonFormIsWhatItWasFilledWith(t *testing.T) {
	for _, p := range []Person{
		{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Pronoun: She, State: StateHere},
		{ID: 2, Kind: KindOther, Name: "Ana Ruiz", Aliases: []string{"Anita", "AR"}, Role: "Platform", Pronoun: They, State: StateNew},
		{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Pronoun: He, State: StateAway, Until: "2026-12-24"},
		{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Pronoun: They, State: StateAway},
		{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Pronoun: They, State: StateLeft, LeftOn: "2025-03-31"},
		{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Pronoun: They, State: StateHere, Rhythm: Rhythm{Every: 5, Unit: Weeks}},
		{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Pronoun: They, State: StateHere, Rhythm: Rhythm{
			Every: 2, Unit: Months, Fixed: true, Weekday: time.Sunday, At: "09:30", Zone: "Europe/Zurich",
		}},
		{ID: 1, Kind: KindMe, Name: "Robin", Aliases: []string{"Rob"}, Pronoun: She},
	} {
		got, err := FormOf(p).Fill(p, formTeam, peopleDay)
		if err != nil || !reflect.DeepEqual(got, p) {
			t.Errorf("%+v became %+v, %v", p, got, err)
		}
	}
}

func TestPersonFormReads(t *testing.T) {
	base := FormOf(formTeam[1])
	for _, c := range []struct {
		name   string
		change func(*PersonForm)
		want   func(Person) bool
	}{
		{"blanks to spare", func(f *PersonForm) { f.Name = "  Ana   Ruiz " }, func(p Person) bool { return p.Name == "Ana Ruiz" }},
		{"aliases on lines, twice, and the name itself", func(f *PersonForm) { f.Aliases = "Anita\nANITA, ana ruiz,, AR" }, func(p Person) bool { return reflect.DeepEqual(p.Aliases, []string{"Anita", "AR"}) }},
		{"left today", func(f *PersonForm) { f.State, f.LeftOn = StateLeft, " " }, func(p Person) bool { return p.LeftOn == peopleDay }},
		{"left last Friday", func(f *PersonForm) { f.State, f.LeftOn = StateLeft, "Fri" }, func(p Person) bool { return p.LeftOn == "2026-11-20" }},
		{"back in two weeks", func(f *PersonForm) { f.State, f.Until = StateAway, "in 2 weeks" }, func(p Person) bool { return p.Until == "2026-12-07" }},
		{"here again", func(f *PersonForm) { f.Until, f.LeftOn = "3 Dec", "nonsense" }, func(p Person) bool { return p.Until == "" && p.LeftOn == "" }},
		{"a time in few letters", func(f *PersonForm) { f.Every, f.Day, f.At = "2", "Tuesday", "9.30" }, func(p Person) bool { return p.Rhythm.At == "09:30" && p.Rhythm.Weekday == time.Tuesday }},
		{"an hour", func(f *PersonForm) { f.Every, f.Day, f.At = "2", "Tuesday", "14" }, func(p Person) bool { return p.Rhythm.At == "14:00" }},
		{"no fixed day, no time", func(f *PersonForm) { f.Every, f.At = "3", "25:00" }, func(p Person) bool { return p.Rhythm == Rhythm{Every: 3, Unit: Weeks} }},
		{"no rhythm", func(f *PersonForm) { f.Every, f.Day, f.At = "0", "Tuesday", "x" }, func(p Person) bool { return p.Rhythm == Rhythm{} }},
		{"a long role", func(f *PersonForm) { f.Role = strings.Repeat("é", 500) }, func(p Person) bool { return len([]rune(p.Role)) == maxRole }},
	} {
		f := base
		c.change(&f)
		p, err := f.Fill(formTeam[1], formTeam, peopleDay)
		if err != nil || !c.want(p) {
			t.Errorf("%s: %+v, %v", c.name, p, err)
		}
	}
}

func TestPersonFormRefuses(t *testing.T) {
	base := FormOf(formTeam[1])
	for _, c := range []struct {
		name   string
		change func(*PersonForm)
		field  string
	}{
		{"no name", func(f *PersonForm) { f.Name = " \t" }, FieldName},
		{"somebody else's name", func(f *PersonForm) { f.Name = "BEN KOFI" }, FieldName},
		{"a name that ends a line's WHO", func(f *PersonForm) { f.Name = "Ana: Ruiz" }, FieldName},
		{"a word of the grammar", func(f *PersonForm) { f.Name = "We" }, FieldName},
		{"a name without end", func(f *PersonForm) { f.Name = strings.Repeat("Ana ", 400) }, FieldName},
		{"somebody else's name as an alias", func(f *PersonForm) { f.Aliases = "AR, Ben Kofi" }, FieldAliases},
		{"an alias that cannot be read", func(f *PersonForm) { f.Aliases = "A+R" }, FieldAliases},
		{"no such day", func(f *PersonForm) { f.State, f.Until = StateAway, "31 Feb" }, FieldUntil},
		{"back before today", func(f *PersonForm) { f.State, f.Until = StateAway, "2026-11-23" }, FieldUntil},
		{"left in the days to come", func(f *PersonForm) { f.State, f.LeftOn = StateLeft, "2026-12-31" }, FieldLeftOn},
		{"no number", func(f *PersonForm) { f.Every = "often" }, FieldEvery},
		{"too long", func(f *PersonForm) { f.Every = "53" }, FieldEvery},
		{"less than nothing", func(f *PersonForm) { f.Every = "-1" }, FieldEvery},
		{"no such time", func(f *PersonForm) { f.Every, f.Day, f.At = "1", "Monday", "25:10" }, FieldTime},
		{"no such zone", func(f *PersonForm) { f.Every, f.Zone = "1", "Zurich" }, FieldZone},
	} {
		f := base
		c.change(&f)
		_, err := f.Fill(formTeam[1], formTeam, peopleDay)
		var wrong Invalid
		if !errors.As(err, &wrong) || wrong.Field != c.field || wrong.Why == "" {
			t.Errorf("%s: %#v, want a sentence at %s", c.name, err, c.field)
		}
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
		{"Ben Kofi\nBen", "[Ben Kofi], Ben"},
		{"me\nAna: x", "[me], [Ana: x]"},
		{strings.Repeat("x", 500), "[" + strings.Repeat("x", 160) + "]"},
	} {
		var said []string
		for _, n := range Newcomers(c.typed, formTeam) {
			if n.Why != "" {
				n.Name = "[" + n.Name + "]"
			}
			said = append(said, n.Name)
		}
		if got := strings.Join(said, ", "); got != c.want {
			t.Errorf("%q: %s, want %s", c.typed, got, c.want)
		}
	}
	many := Newcomers(strings.Repeat("a\n", 100_000), nil)
	if len(many) > maxNewcomers {
		t.Errorf("%d people at once", len(many))
	}
}

func TestNewReports(t *testing.T) {
	every := Rhythm{Every: 1, Unit: Weeks}
	got := NewReports(Newcomers("Dana\nBen Kofi\nElif", formTeam), every, formTeam, peopleDay)
	want := []Person{
		{Kind: KindReport, Name: "Dana", Pronoun: They, State: StateHere, Since: peopleDay, Rhythm: every, Order: 10},
		{Kind: KindReport, Name: "Elif", Pronoun: They, State: StateHere, Since: peopleDay, Rhythm: every, Order: 11},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if c := AddPeople(got, nil); len(c.Rows) != 2 {
		t.Errorf("%+v", c)
	}
}

func TestMovePerson(t *testing.T) {
	for _, c := range []struct {
		name string
		id   PersonID
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
		change, ok := MovePerson(formTeam, c.id, c.by)
		var said []string
		for _, r := range change.Rows {
			p := r.(Person)
			said = append(said, p.Name+" "+string(rune('0'+p.Order)))
		}
		if got := strings.Join(said, ", "); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q (%v), want %q", c.name, got, ok, c.want)
		}
	}
}

func TestAboutPerson(t *testing.T) {
	for _, c := range []struct {
		person Person
		want   string
	}{
		{Person{Kind: KindReport, State: StateHere}, "no rhythm yet"},
		{Person{Kind: KindReport, Role: "Platform", State: StateNew, Rhythm: Rhythm{Every: 2, Unit: Weeks}}, "Platform, new, one-on-one about every 2 weeks"},
		{Person{Kind: KindOther, State: StateAway, Until: "2026-12-24"}, "not a report, away until 24 Dec"},
		{Person{Kind: KindReport, State: StateAway}, "away"},
		{Person{Kind: KindReport, State: StateLeft, LeftOn: "2025-03-31"}, "left 31 Mar 2025"},
	} {
		if got := strings.Join(AboutPerson(c.person, peopleDay), ", "); got != c.want {
			t.Errorf("%+v: %q, want %q", c.person, got, c.want)
		}
	}
}
