package people

import (
	"fmt"
	"slices"

	"handback/notes"
)

// SayShared says how people are shown who share a first name with one of added, "" where nobody does. Have are all
// people there are; whoever of them is among added is there under a new name.
func SayShared(added, have []notes.Person) string {
	all := slices.DeleteFunc(slices.Clone(have), func(p notes.Person) bool {
		return p.ID != 0 && slices.ContainsFunc(added, func(a notes.Person) bool { return a.ID == p.ID })
	})
	all = append(all, added...)
	notes.TellApart(all)
	sharing := notes.Namesakes(all, added)
	firsts := map[string]int{}
	for _, p := range sharing {
		firsts[notes.FoldName(p.FirstName())]++
	}
	var shown []string
	for _, p := range sharing {
		shown = append(shown, "“"+p.Called+"”")
	}
	switch {
	case len(shown) == 0:
		return ""
	case len(shown) == 1:
		return fmt.Sprintf("You are called %s, too, so this one is shown as %s.", sharing[0].FirstName(), shown[0])
	case len(firsts) == 1 && len(sharing) == 2:
		return fmt.Sprintf("There are two of %s now, shown as %s. Prefer a nickname? Write it in place of the first name.",
			sharing[0].FirstName(), joinNames(shown))
	}
	return fmt.Sprintf("Some share a first name: they are shown as %s. Prefer a nickname? Write it in place of the first name.",
		joinNames(shown))
}
