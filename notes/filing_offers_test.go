package notes

import "strings"

// filingOffers is what each line of a body could become by one tap, by its line; an empty list where something is only
// said of it.
func filingOffers(body string, in Context) map[int][]Item {
	offers := map[int][]Item{}
	s := newSheet(body)
	for i, line := range s.lines {
		if !s.files(i) {
			continue
		}
		if h, ok := in.hintFor(line); ok {
			offers[i+1] = Parse(h.New, in)
		}
	}
	return offers
}

// withFilingWords takes the manager's own words of a block, and those that are off.
func withFilingWords(in *Context, parts []string) {
	own, off := map[string]Label{}, []string(nil)
	for _, p := range parts {
		if list, ok := strings.CutPrefix(p, "words: "); ok {
			for _, w := range strings.Split(list, ", ") {
				word, label, _ := strings.Cut(w, "=")
				own[word] = Label(label)
			}
		}
		if list, ok := strings.CutPrefix(p, "off: "); ok {
			off = strings.Split(list, ", ")
		}
	}
	if len(parts) > 0 {
		in.Words = NewLabelWords(own, off)
	}
}
