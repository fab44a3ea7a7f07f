package notes

import (
	"regexp"
	"slices"
	"strings"
)

// OthersNames are the whole names of others that hold a name of somebody: "Jonas Weber" isn't Jonas Brandt.
type OthersNames struct{ names *regexp.Regexp }

// NewOthersNames are those of a person among all.
func NewOthersNames(p Person, all []Person) OthersNames {
	var own []string
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		own = append(own, nameWords(name)...)
	}
	var whole []string
	for _, other := range all {
		if other.ID == p.ID {
			continue
		}
		for _, name := range append([]string{other.Name}, other.Aliases...) {
			words := strings.Fields(name)
			shares := slices.ContainsFunc(nameWords(name), func(w string) bool { return slices.Contains(own, w) })
			if len(words) < 2 || !shares || FoldName(name) == FoldName(p.Name) {
				continue
			}
			for i := range words {
				words[i] = regexp.QuoteMeta(words[i])
			}
			whole = append(whole, strings.Join(words, `\s+`))
		}
	}
	if len(whole) == 0 {
		return OthersNames{}
	}
	slices.SortFunc(whole, func(a, b string) int { return len(b) - len(a) })
	return OthersNames{regexp.MustCompile(`(?i)(?:` + strings.Join(whole, "|") + `)(?:$|[^\pL\pN\pM])`)}
}

// masked stands in the place of a name.
const masked = "\ue000"

// Mask is a text without these names, and what Unmask puts them back by.
func (n OthersNames) Mask(text string) (out string, names []string) {
	if n.names == nil || strings.Contains(text, masked) {
		return text, nil
	}
	out = n.names.ReplaceAllStringFunc(text, func(name string) string {
		names = append(names, name)
		return masked + " "
	})
	return out, names
}

// Unmask puts the names back.
func (n OthersNames) Unmask(text string, names []string) string {
	for _, name := range names {
		text = strings.Replace(text, masked+" ", name, 1)
	}
	return text
}
