package notes

import (
	"strings"
	"testing"
)

func TestANameThatMeansSomebodyElseIsNotGivenAway(t *testing.T) {
	people := []Person{
		{ID: 1, Kind: KindMe, Name: "Robin Vale"},
		{ID: 2, Name: "Bill Tarrant"},
		{ID: 3, Name: "Grace Lund", Aliases: []string{"Gigi"}},
		{ID: 4, Name: "Ana Ruiz", Aliases: []string{"Ana"}},
		{ID: 5, Name: "Ana Kim"},
		{ID: 6, Name: "José Álvarez"},
		{ID: 7, Name: "Priya Nair", Aliases: []string{"Pia"}},
		{ID: 8, Name: "Pia Lopez"},
	}
	grace, renamed := people[2], people[2]
	renamed.Name = "Bill"
	for what, c := range map[string]struct {
		name string
		of   Person
		has  string // who has it; "" where it is free
	}{
		"a nickname that is a first name":      {"Bill", grace, "Bill Tarrant"},
		"in another case":                      {"BILL", grace, "Bill Tarrant"},
		"a nickname":                           {"Gigi", people[1], "Grace Lund"},
		"a first name without its accent":      {"Jose", grace, "José Álvarez"},
		"the manager's":                        {"Robin", grace, "Robin Vale"},
		"a new whole name that is a first one": {"Bill", Person{Name: "Bill"}, "Bill Tarrant"},
		"a rename to it":                       {"Bill", renamed, "Bill Tarrant"},
		"a namesake":                           {"Bill Hughes", Person{Name: "Bill Hughes"}, ""},
		"her own first name":                   {"Grace", grace, ""},
		"a first name that two share":          {"Ana", people[4], "Ana Ruiz"},
		"another spelling as a whole name":     {"Jose Alvarez", Person{Name: "Jose Alvarez"}, ""},
		"what she had before":                  {"Pia", people[6], ""},
		"free":                                 {"GL", grace, ""},
	} {
		t.Run(what, func(t *testing.T) {
			err := CheckName(c.name, c.of, people)
			if c.has == "" && err != nil || c.has != "" && (err == nil || !strings.Contains(err.Error(), c.has+" is already called")) {
				t.Errorf("%q: %v, want it to be of %q", c.name, err, c.has)
			}
		})
	}
}
