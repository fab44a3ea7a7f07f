package notes

import (
	"strings"
	"unicode/utf8"
)

// askName asks which person a name in a line means.
func (in Context) askName(line, name string) (Suggestion, bool) {
	ids := in.Names.Find(name, in.Person)
	s := Suggestion{Question: AskWhich, Say: sayUnread(name, ids), Name: name}
	if len(ids) == 0 {
		s.Question = AskName
		if id, ok := in.Names.near(name); ok {
			ids = []PersonID{id}
		}
	}
	before, after, found := strings.Cut(line, name)
	for _, id := range ids {
		said := in.Names.Short(id, in.Person)
		if said == "" || !found {
			continue
		}
		fix := before + said + after
		if r, ok := in.read(fix); ok {
			s.choose(said, fix, r.item)
		}
	}
	return s, true
}

// near is the one person whose first name is written nearly like name.
func (n *Names) near(name string) (PersonID, bool) {
	if n == nil {
		return 0, false
	}
	if len(name) < 4 || len(name) > 40 || name[0] < utf8.RuneSelf && !n.initial[lowerByte(name[0])] {
		return 0, false
	}
	folded := foldedName(name)
	said, found := []rune(folded), PersonID(0)
	for id, own := range n.first {
		if own.folded == "" || folded == "" || own.folded[0] != folded[0] || !nearly(said, []rune(own.folded)) {
			continue
		}
		if found != 0 {
			return 0, false
		}
		found = id
	}
	return found, found != 0
}

// nearly reports whether two words begin alike and differ in one letter: another, one more, or two that changed places.
func nearly(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(a) < 4 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return string(a[i:]) == string(b[i+1:])
	}
	if i == len(a) {
		return false // the same name
	}
	if string(a[i+1:]) == string(b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && string(a[i+2:]) == string(b[i+2:])
}
