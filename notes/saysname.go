package notes

import (
	"slices"
	"strings"
	"unicode"
)

// SaysName reports whether a text names p where it could mean nobody else of people. A name that is a word as well, e.g.
// Will, is one where it is written with a capital.
func SaysName(text string, p Person, people []Person) bool {
	all := slices.Clone(people)
	if !slices.ContainsFunc(all, func(o Person) bool { return o.ID == p.ID }) {
		all = append(all, p)
	}
	var others []PersonID
	for _, o := range all {
		if o.ID != p.ID {
			others = append(others, o.ID)
		}
	}
	return NewNames(all).Mentions(namesIn(text), others...)
}

// namesIn is a text without the words that would be names if they began with a capital.
func namesIn(text string) string {
	said := slices.DeleteFunc(strings.Fields(text), func(w string) bool {
		return plainNames.words[strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })]
	})
	return strings.Join(said, " ")
}

// MentionsAnyBut reports whether a text names anybody but the people apart. A name that is a word as well, e.g. Will, is one
// where it is written with a capital.
func (n *Names) MentionsAnyBut(text string, apart ...PersonID) bool {
	return n.Mentions(namesIn(text), apart...)
}
