package notes

// OpenSuggestions are the Suggestions of a body that were not dismissed. What stands below a heading and has more than one
// answer comes by itself, after what the heading says of the other lines.
func OpenSuggestions(body string, in Context, typing int, all []Dismissal, noteUID string) []Suggestion {
	away := Dismissed(all, noteUID)
	var open []Suggestion
	for _, s := range Suggestions(body, in, typing) {
		if away(s) {
			continue
		}
		if s.Question != AskSection {
			open = append(open, s)
			continue
		}
		var same, others []Suggestion
		for _, line := range s.Lines {
			switch {
			case away(line):
			case line.Question == AskFile:
				same = append(same, line)
			default:
				others = append(others, line)
			}
		}
		if s.Lines = same; len(same) > 0 {
			s.sayAll()
			open = append(open, s)
		}
		open = append(open, others...)
	}
	return open
}

// BesideThem are the suggestions that the note's person may look on at: of lines that the meeting view shows, and goes on
// to show whichever answer is given; none that names somebody else.
func BesideThem(body string, in Context, list []Suggestion) []Suggestion {
	p := Project(body, in)
	shown := func(s Suggestion) bool {
		if _, ok := p.VisibleLine(s.Line); !ok || s.Question == AskWhich || s.Question == AskName {
			return false
		}
		for _, c := range s.Choices {
			if len(Project(c.New, in).FoldedLines()) > 0 {
				return false
			}
		}
		return true
	}
	var open []Suggestion
	for _, s := range list {
		if !shown(s) {
			continue
		}
		if s.Question == AskSection {
			var lines []Suggestion
			for _, line := range s.Lines {
				if shown(line) {
					lines = append(lines, line)
				}
			}
			if s.Lines = lines; len(lines) == 0 {
				continue
			}
			s.sayAll()
		}
		open = append(open, s)
	}
	return open
}

// LinesOfAll is how many lines EditsOfAll files.
func LinesOfAll(list []Suggestion) int { return len(EditsOfAll(0, list)) }
