package notes

import (
	"slices"
	"strings"
	"unicode"
)

// Mentions reports whether a text names anybody but the people apart, anywhere in it and however it is written: by a
// name, a nickname, a first name that two people share, or with an 's behind it. It errs on the side of yes.
func (n *Names) Mentions(text string, apart ...PersonID) bool {
	if n == nil {
		return false
	}
	words := strings.FieldsFunc(Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !isHyphen(r) && r != '\'' && r != '.'
	})
	for i := range words {
		words[i] = strings.TrimSuffix(strings.Trim(words[i], ".'-"), "'s")
	}
	for i := range words {
		for size := 1; size <= n.words && i+size <= len(words); size++ {
			if n.other(strings.Join(words[i:i+size], " "), apart) {
				return true
			}
		}
	}
	return false
}

// other reports whether a name, folded, means somebody who is not among apart.
func (n *Names) other(name string, apart []PersonID) bool {
	someone := slices.ContainsFunc(n.folded[name], func(id PersonID) bool { return !slices.Contains(apart, id) })
	return someone && !sharedFirst(n, name, apart)
}

// sharedFirst reports whether a name is also the first name of the person apart: in what is said to Ana, Ana is she.
func sharedFirst(n *Names, name string, apart []PersonID) bool {
	return slices.ContainsFunc(apart, func(id PersonID) bool { return n.first[id].folded == name })
}
