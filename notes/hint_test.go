package notes

// Hint is what is suggested of one line, as tests of the grammar look at it: without what its choices are called.
type Hint struct {
	Line          int
	Say, Old, New string
	Name          string
}

// NextHint is the suggestion for the line of a body nearest to line caret, counted from 1, whatever stands above it.
func NextHint(body string, in Context, caret int) (Hint, bool) {
	s := newSheet(body)
	caret = min(max(caret, 1), len(s.lines))
	for step := range s.lines {
		for _, i := range []int{caret - 1 - step, caret - 1 + step} {
			if i < 0 || i >= len(s.lines) || !s.files(i) {
				continue
			}
			if one, ok := in.suggest(&s, i); ok {
				h := Hint{Line: i + 1, Say: one.Say, Old: s.lines[i], Name: one.Name}
				if len(one.Choices) > 0 && one.Name == "" {
					h.New = one.Choices[0].New
				}
				return h, true
			}
		}
	}
	return Hint{}, false
}
