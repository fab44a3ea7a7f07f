package people

import (
	"slices"

	"handback/notes"
	"handback/notes/voice"
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
		return voice.T("You'll see {shown}, because you're called {name} too.", "name", sharing[0].FirstName(), "shown", shown[0])
	case len(firsts) == 1 && len(sharing) == 2:
		return voice.T("You'll see {shown}, because both are called {name}. To use a nickname, type it instead of the first name.",
			"name", sharing[0].FirstName(), "shown", joinNames(shown))
	}
	return voice.T("You'll see {shown}, because some first names are shared. To use a nickname, type it instead of the first name.",
		"shown", joinNames(shown))
}
