package notes

import (
	"slices"
	"strings"
	"unicode"
)

// Mentions reports whether a text names anybody but the people apart, anywhere in it and however it is written: by a
// name, a nickname, a first name that two people share, a surname alone, or with an 's behind it. It errs on the side of yes.
func (n *Names) Mentions(text string, apart ...PersonID) bool {
	if n == nil {
		return false
	}
	words := nameWords(text)
	for i := range words {
		for size := 1; size <= n.words && i+size <= len(words); size++ {
			if n.other(strings.Join(words[i:i+size], " "), apart) {
				return true
			}
		}
	}
	return false
}

// nameWords are the words of a text as Fold writes them, without what stands around them.
func nameWords(text string) []string {
	words := strings.FieldsFunc(Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !isHyphen(r) && r != '\'' && r != '.'
	})
	for i := range words {
		words[i] = strings.TrimSuffix(strings.Trim(words[i], ".'-"), "'s")
	}
	return words
}

// other reports whether a name, folded, means somebody who is not among apart.
func (n *Names) other(name string, apart []PersonID) bool {
	another := func(id PersonID) bool { return !slices.Contains(apart, id) }
	someone := slices.ContainsFunc(n.folded[name], another) || slices.ContainsFunc(n.surnames[name], another)
	return someone && !sharedFirst(n, name, apart) && !slices.ContainsFunc(n.surnames[name], func(id PersonID) bool { return !another(id) })
}

// sharedFirst reports whether a name is also the first name of the person apart: in what is said to Ana, Ana is she.
func sharedFirst(n *Names, name string, apart []PersonID) bool {
	return slices.ContainsFunc(apart, func(id PersonID) bool { return n.first[id].folded == name })
}

// MayMeanAnother reports whether a text holds the first name of a person, where that is a name of somebody else as well.
func (n *Names) MayMeanAnother(text string, who PersonID) bool {
	if n == nil {
		return false
	}
	first := n.first[who].folded
	return first != "" && slices.ContainsFunc(n.folded[first], func(id PersonID) bool { return id != who }) &&
		slices.Contains(nameWords(text), first)
}

// addSurname keeps each word of a name behind its first: one that stands alone means the person too.
func (n *Names) addSurname(p Person) {
	_, rest := cutFirst(p.Name)
	for _, word := range nameWords(rest) {
		if !slices.Contains(particles, word) && len(word) > 1 && !slices.Contains(n.surnames[word], p.ID) {
			n.surnames[word] = append(n.surnames[word], p.ID)
		}
	}
}
