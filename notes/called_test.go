package notes

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPeopleOfOneFirstNameAreToldApart(t *testing.T) {
	left := func(name string) Person { return Person{Name: name, State: StateLeft} }
	here := func(name string) Person { return Person{Name: name, State: StateHere} }
	for name, c := range map[string]struct {
		people []Person
		want   string
	}{
		"one of each":               {[]Person{here("Ana Ruiz"), here("Ben Kofi"), here("Cher")}, "Ana, Ben, Cher"},
		"two":                       {[]Person{here("Chris Brown"), here("Ana Ruiz"), here("Chris Davis")}, "Chris B., Ana, Chris D."},
		"whatever the case":         {[]Person{here("chris Brown"), here("Chris Davis")}, "chris B., Chris D."},
		"two of one initial":        {[]Person{here("Chris Brown"), here("Chris Baker"), here("Chris Davis")}, "Chris Br., Chris Ba., Chris D."},
		"one surname begins both":   {[]Person{here("Chris Lee"), here("Chris Leeson")}, "Chris Lee, Chris Lees."},
		"an initial":                {[]Person{here("Chris B."), here("Chris D")}, "Chris B., Chris D"},
		"a name before the surname": {[]Person{here("Chris van Dyke"), here("Chris de Boer")}, "Chris D., Chris B."},
		"no surname":                {[]Person{here("Chris"), here("Chris Davis")}, "Chris, Chris D."},
		"one surname":               {[]Person{here("Chris Brown"), here("Chris Brown Jr")}, "Chris Brown, Chris Brown Jr"},
		"the same name twice":       {[]Person{here("Chris Brown"), here("Chris Brown")}, "Chris Brown, Chris Brown 2"},
		"accents are no difference": {[]Person{here("Eva Álvarez"), here("Eva Abel")}, "Eva Ál., Eva Ab."},
		"an accent of its own":      {[]Person{here("Eva A\u0301lvarez"), here("Eva Bell")}, "Eva A\u0301., Eva B."},
		"an apostrophe":             {[]Person{here("Sean O'Neil"), here("Sean O'Brien")}, "Sean O'N., Sean O'B."},
		"no capitals in the script": {[]Person{here("明 李"), here("明 王")}, "明 李, 明 王"},
		"who left gives way":        {[]Person{here("Chris Davis"), left("Chris Brown")}, "Chris, Chris B."},
		"who left has no surname":   {[]Person{here("Chris Davis"), left("Chris")}, "Chris D., Chris"},
		"two who left":              {[]Person{left("Chris Brown"), left("Chris Davis")}, "Chris B., Chris D."},
		"called as another is named": {
			[]Person{here("Chris B."), here("Chris Bo")}, "Chris B., Chris Bo",
		},
	} {
		t.Run(name, func(t *testing.T) {
			TellApart(c.people)
			var got []string
			for _, p := range c.people {
				got = append(got, p.First())
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("called %s, not %s", s, c.want)
			}
		})
	}
}

// No two people of a journal are called the same, and a bare first name means one of those who are here, or is all that
// there is of a name.
func TestNobodyIsCalledAsAnother(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.SampledFrom([]string{"Chris", "chris", "Ana", "José", "Jose", "B", "Brown", "Brown.", "van", "Baker", "明", "2"})
		people := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) Person {
			return Person{
				Name:  strings.Join(rapid.SliceOfN(word, 1, 4).Draw(rt, "name"), " "),
				State: rapid.SampledFrom([]PersonState{StateHere, StateLeft, StateNew, StateAway}).Draw(rt, "state"),
			}
		}), 1, 8).Draw(rt, "people")
		TellApart(people)
		seen := map[string]bool{}
		for _, p := range people {
			if seen[FoldName(p.First())] {
				rt.Fatalf("two are called %q of %+v", p.First(), people)
			}
			seen[FoldName(p.First())] = true
			if p.State == StateLeft || FoldName(p.First()) != FoldName(p.FirstName()) || p.Name == p.FirstName() {
				continue
			}
			if slices.ContainsFunc(people, func(q Person) bool {
				return q.State != StateLeft && q.Name != p.Name && FoldName(q.FirstName()) == FoldName(p.FirstName())
			}) {
				rt.Fatalf("%q alone is ambiguous among %+v", p.First(), people)
			}
		}
	})
}
