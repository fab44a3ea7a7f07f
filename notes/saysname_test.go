package notes

import "testing"

func TestWhoATextNamesAlone(t *testing.T) {
	people := []Person{{ID: 1, Kind: KindMe, Name: "Mo Lee"}, {ID: 2, Name: "Ana Ruiz"}, {ID: 3, Name: "Ana Berg"}, {ID: 4, Name: "Cy Ode"}}
	will, ana := Person{ID: 5, Name: "Will Park", Aliases: []string{"Parky"}}, people[1]
	for name, c := range map[string]struct {
		text string
		of   Person
		want bool
	}{
		"the whole name":               {"ask Will Park", will, true},
		"the first name":               {"ask Will's team", will, true},
		"a nickname, in any letters":   {"ask parky", will, true},
		"a word that is a name, too":   {"we will ask", will, false},
		"nobody":                       {"ask finance", will, false},
		"somebody else":                {"ask Cy", will, false},
		"a first name that two have":   {"ask Ana", ana, false},
		"the whole name of one of two": {"ask Ana Ruiz", ana, true},
		"the other one of the two":     {"ask Ana Berg", ana, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := SaysName(c.text, c.of, people); got != c.want {
				t.Errorf("%q names %s: %v", c.text, c.of.Name, got)
			}
		})
	}
}
