package notes

import "strings"

// filingOffers is what each line of a body could become by one tap, by its line; an empty list where something is only
// said of it.
func filingOffers(body string, in Context) map[int][]Item {
	offers := map[int][]Item{}
	add := func(s Suggestion) {
		offers[s.Line] = nil
		for _, c := range s.Choices {
			offers[s.Line] = append(offers[s.Line], Parse(c.New, in)...)
		}
		if s.Question == AskMine || s.Question == AskFile { // the first is what is offered
			offers[s.Line] = offers[s.Line][:1]
		}
	}
	for _, s := range Suggestions(body, in, 0) {
		if s.Question != AskSection {
			add(s)
		}
		for _, one := range s.Lines {
			add(one)
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
