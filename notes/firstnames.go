package notes

import "slices"

// KeepFirstNames are the people of have who need their first name as a name of their own before others of the same
// first name are added: until now it meant them in every note, and lines that say it go on meaning them. The others are
// called by their longer name there. Each is returned with the name added. Somebody of have may be among added, under a
// new name.
func KeepFirstNames(have, added []Person) []Person {
	names := NewNames(have)
	var out []Person
	for _, p := range have {
		first := FoldName(p.FirstName())
		shared := slices.ContainsFunc(added, func(a Person) bool {
			return FoldName(a.FirstName()) == first && FoldName(a.Name) != first
		})
		renamed := slices.ContainsFunc(added, func(a Person) bool { return a.ID == p.ID })
		if !shared || renamed || len(names.given[first]) > 0 || len(names.firsts[first]) != 1 || p.Kind == KindMe {
			continue
		}
		p.Aliases = append(slices.Clone(p.Aliases), p.FirstName())
		out = append(out, p)
	}
	return out
}

// FormerNames are the names that lines may use for p today and that would mean them no more once they are called name:
// the display name and the first name. What means somebody else, too, is not among them.
func FormerNames(p Person, name string, people []Person) []string {
	renamed := p
	renamed.Name = name
	others := slices.DeleteFunc(slices.Clone(people), func(q Person) bool { return q.ID == p.ID })
	before, after := NewNames(append(slices.Clone(others), p)), NewNames(append(slices.Clone(others), renamed))
	var former []string
	for _, old := range []string{p.Name, p.FirstName()} {
		if before.means(old, p.ID) && !after.means(old, p.ID) && !slices.Contains(former, old) && CheckAlias(old, p.ID, people) == nil {
			former = append(former, old)
		}
	}
	return former
}

// means reports whether a name means one person and nobody else in every note.
func (n *Names) means(name string, id PersonID) bool {
	ids := n.Find(name, 0)
	return len(ids) == 1 && ids[0] == id
}

// MergedNames are the further names of into once from is the same person: those of both, so that lines go on finding
// them. People are all people as they are before.
func MergedNames(from, into Person, people []Person) []string {
	names := slices.Clone(into.Aliases)
	have := map[string]bool{FoldName(into.Name): true}
	for _, name := range names {
		have[FoldName(name)] = true
	}
	add := func(name string) {
		if key := FoldName(name); !have[key] {
			have[key] = true
			names = append(names, name)
		}
	}
	add(from.Name)
	for _, name := range from.Aliases {
		add(name)
	}
	if first := from.FirstName(); FoldName(first) != FoldName(into.FirstName()) && NewNames(people).means(first, from.ID) {
		add(first)
	}
	return names
}

// JoinLimits are the limits of an area that was noted twice.
func JoinLimits(a, b string) string {
	switch {
	case b == "" || a == b:
		return a
	case a == "":
		return b
	}
	return a + "; " + b
}
