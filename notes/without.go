package notes

import "strings"

// Without is what a search leaves out. What is hidden from somebody who looks on never leaves anything out.
type Without struct {
	// Text are words and phrases as Query.Text has them, each by itself. A word is meant whole: "-art" leaves no party out.
	Text   string
	Labels []Label
	Tags   []string
	People []PersonID
}

// IsZero reports whether nothing is left out.
func (w Without) IsZero() bool {
	return strings.TrimSpace(w.Text) == "" && len(w.Labels)+len(w.Tags)+len(w.People) == 0
}

// AllTags are the tags that a line has to have, as they are kept, each once.
func (q Query) AllTags() (all []string) {
	seen := map[string]bool{}
	for _, tag := range append([]string{q.Tag}, q.Tags...) {
		if tag = Tag(strings.TrimSpace(tag)); tag != "" && !seen[tag] {
			seen[tag] = true
			all = append(all, tag)
		}
	}
	return all
}

// LabelOf is the label that a word is read as where it begins a line, or whose own word it is; false where it is none. A '-'
// may stand for a blank.
func (in Context) LabelOf(word string) (Label, bool) {
	word = strings.TrimSuffix(strings.TrimSpace(word), ":")
	for _, as := range []string{word, strings.ReplaceAll(word, "-", " ")} {
		if w, n, ok := in.labelAt(as); ok && n == len(as) {
			return w.kind.Label, true
		}
	}
	for _, l := range Labels {
		if strings.EqualFold(word, string(l)) {
			return l, true
		}
	}
	return "", false
}
