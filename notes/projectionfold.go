package notes

import (
	"slices"
	"strings"
)

// Foldable are the lines of the shown text, counted from 1, that are not for the person's eyes: they became so while they
// were typed. The line with the caret is being typed still; 0 is no line.
func (p Projection) Foldable(caret int, in Context) []int {
	var lines []int
	n, now := 0, Project(p.Body(), in).hidden
	for i, hidden := range p.hidden {
		if hidden {
			continue
		}
		if n++; now[i] && n != caret {
			lines = append(lines, n)
		}
	}
	return lines
}

// Fold takes lines of the shown text, counted from 1, out of view. The body stays as it is.
func (p Projection) Fold(lines []int) Projection {
	next := Projection{lines: p.lines, hidden: slices.Clone(p.hidden), folded: slices.Clone(p.folded)}
	for _, n := range lines {
		if at := p.BodyLine(n); at > 0 {
			next.hidden[at-1], next.folded[at-1] = true, true
		}
	}
	return next
}

// Unfold takes a fold back: visible is the text with the folded lines in it, lines where they stand there, counted from 1.
// Lines that were hidden from the start never come back into view this way: what is not found among those that were
// folded is left for Apply to put in as new.
func (p Projection) Unfold(visible string, lines []int) Projection {
	now := strings.Split(visible, "\n")
	back := map[int]bool{}
	for _, n := range lines {
		back[n-1] = true
	}
	next := Projection{lines: p.lines, hidden: slices.Clone(p.hidden), folded: slices.Clone(p.folded)}
	at := 0
	for i, line := range p.lines {
		if !p.hidden[i] {
			for at < len(now) && back[at] {
				at++ // its line stands elsewhere
			}
			at++
			continue
		}
		for k := at; p.folded[i] && k < len(now) && back[k]; k++ {
			if now[k] == line {
				next.hidden[i], next.folded[i], at = false, false, k+1
				delete(back, k)
				break
			}
		}
	}
	return next.letGo(now, back)
}

// letGo takes folded lines that come back at another place than theirs out of the body: Apply puts them in there.
func (p Projection) letGo(now []string, back map[int]bool) Projection {
	for k := range back {
		for i, line := range p.lines {
			if k < len(now) && p.folded[i] && line == now[k] {
				p.lines = slices.Delete(slices.Clone(p.lines), i, i+1)
				p.hidden = slices.Delete(p.hidden, i, i+1)
				p.folded = slices.Delete(p.folded, i, i+1)
				break
			}
		}
	}
	return p
}

// Again is the projection of another text of the note, in which what stood in view or was folded stays so.
func (p Projection) Again(body string, in Context) Projection {
	next := Project(body, in)
	for i, j := range matchLines(p.lines, next.lines) {
		if j >= 0 {
			next.hidden[j] = next.hidden[j] && p.hidden[i]
			next.folded[j] = next.hidden[j] && p.folded[i]
		}
	}
	return next
}
