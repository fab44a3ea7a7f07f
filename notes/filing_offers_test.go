package notes

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

// withFilingWords takes the manager's own words of a block, which nothing reads yet.
func withFilingWords(*Context, []string) {}
