package notes

// Showing tells of a line whether undo may bring it into view: not one that is left out now, and none that would be left
// out if it stood in the note.
func (p Projection) Showing(in Context) func(line string) bool {
	known := map[string]bool{}
	for i, line := range p.lines {
		if p.hidden[i] && !isBlank(line) {
			known[line] = false
		}
	}
	return func(line string) bool {
		shows, ok := known[line]
		if !ok {
			shows = !Project(line, in).hidden[0]
			known[line] = shows
		}
		return shows
	}
}
