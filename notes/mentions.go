package notes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mentions reports whether a text names anybody but the people apart, anywhere in it and however it is written: by a
// name, a nickname, a first name that two people share, a surname alone, with an s or an 's behind it, or in an address, a tag or
// a handle (ana.lima@…, #ana-promo, AnaLima). It errs on the side of yes.
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
	return slices.ContainsFunc(wordSpans(text), func(w span) bool { return n.within(w.in(text), apart) })
}

// within reports whether a word that is no name itself is made of one of somebody who is not among apart.
func (n *Names) within(word string, apart []PersonID) bool {
	if whole := strings.Join(nameWords(word), " "); len(n.folded[whole])+len(n.surnames[whole]) > 0 {
		return false
	}
	parts := partsOf(word)
	for i := range parts {
		for size := 1; size <= n.words && i+size <= len(parts); size++ {
			if n.other(strings.Join(parts[i:i+size], " "), apart) {
				return true
			}
		}
		if less, ok := strings.CutSuffix(parts[i], "s"); ok && beginsUpper(word) && n.other(less, apart) {
			return true
		}
	}
	return false
}

func beginsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// partsOf are the parts of a word, folded, of two letters at least: what stands between its dots, hyphens and apostrophes, and
// where a capital follows a small letter.
func partsOf(word string) (parts []string) {
	from, before := 0, rune(0)
	end := func(to int) {
		if utf8.RuneCountInString(word[from:to]) > 1 {
			parts = append(parts, Fold(word[from:to]))
		}
	}
	for i, r := range word {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			end(i)
			_, size := utf8.DecodeRuneInString(word[i:])
			from = i + size
		case unicode.IsUpper(r) && unicode.IsLower(before):
			end(i)
			from = i
		}
		before = r
	}
	end(len(word))
	return parts
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
