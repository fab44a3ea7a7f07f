package notes

import "slices"

// KeepFirstNames are the people of have who need their first name as a name of their own before others of the same
// first name are added: until now it meant them in every note, and lines that say it go on meaning them. The others are
// called by their longer name there. Each is returned with the name added.
func KeepFirstNames(have, added []Person) []Person {
	names := NewNames(have)
	var out []Person
	for _, p := range have {
		first := FoldName(p.First())
		shared := slices.ContainsFunc(added, func(a Person) bool { return FoldName(a.First()) == first && FoldName(a.Name) != first })
		if !shared || len(names.given[first]) > 0 || len(names.firsts[first]) != 1 || p.Kind == KindMe {
			continue
		}
		p.Aliases = append(slices.Clone(p.Aliases), p.First())
		out = append(out, p)
	}
	return out
}
