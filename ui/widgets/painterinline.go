package widgets

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// The entry draws one face. What is bold or slanted is drawn over its words, each word as wide as it stands there, so
// that the caret, which the entry draws, stands between the letters; at the caret heavy letters go over
// the entry's own without a ground, which would hide the caret, and slanted ones wait.

// heading draws a heading in heavier letters, larger where the caret is elsewhere; its marks end at markEnd.
func (p *painter) heading(start, markEnd, end int, plain bool) {
	pieces := p.pieces(start, end)
	size := p.headingSize(pieces, markEnd, markEnd-start)
	colors := look.C()
	for _, at := range pieces {
		marker, rest := at, at
		marker.end = max(at.start, min(at.end, markEnd))
		rest.start = marker.end
		if plain || p.selected(at) {
			p.each(rest, drawBold, plain)
			continue
		}
		x, width := p.span(at)
		_, markerWidth := p.span(marker)
		y := p.ed.rowTop(at.row)
		p.put(p.over, drawing{kind: drawBox, color: colors.Surface}, x, y, width+2, p.ed.lineHeight)
		p.words(p.text(marker), look.Mix(colors.Surface, colors.Muted, .6), x, y)
		if text := p.text(rest); text != "" {
			p.wordsIn(drawing{kind: drawBold, text: text, color: colors.Text, size: size}, x+markerWidth, y)
		}
	}
}

// headingSize is how large a heading is drawn, before scaling: by its level, and so that every row of it fits.
func (p *painter) headingSize(pieces []piece, markEnd, level int) float32 {
	size := float32(look.EditorTextSize)
	switch {
	case len(pieces) > 1: // rows that are full already
	case level == 1:
		size *= 1.2
	case level == 2:
		size *= 1.1
	}
	room := p.ed.content.Size().Width - look.S(gutter) - 2*entryInset + 2
	fits := size
	for _, at := range pieces {
		marker, rest := at, at
		marker.end = max(at.start, min(at.end, markEnd))
		rest.start = marker.end
		_, before := p.span(marker)
		if wide := textWidth(p.text(rest), look.S(size), look.SemiBold); before+wide > room {
			fits = min(fits, size*(room-before)/wide)
		}
	}
	return fits
}

// inline draws what a line has in bold and italics, and its links, but for what its marks draw already.
func (p *painter) inline(line int, plain bool, marks []Mark) {
	from, end := p.ed.lines[line], p.ed.lineEnd(line)
	runes := p.runes[from:end]
	if line < len(p.literal) && p.literal[line] || !hasInline(runes) {
		return
	}
	taken := func(start, end int) bool {
		for _, m := range marks {
			if m.Kind == MarkHeading || m.Kind == MarkLabel && start < m.End && m.Start < end {
				return true
			}
		}
		return false
	}
	for _, l := range linksIn(string(runes)) {
		p.link(from+l.start, from+l.end, plain)
	}
	for _, s := range emphasesIn(runes) {
		if !taken(s.start, s.end) {
			p.emphasis(from+s.start, from+s.end, s, plain)
		}
	}
}

// hasInline reports whether a line holds a sign without which nothing of it is drawn.
func hasInline(line []rune) bool {
	for _, r := range line {
		if r == '*' || r == '_' || r == ':' {
			return true
		}
	}
	return false
}

func (p *painter) link(start, end int, plain bool) {
	colors := look.C()
	for _, at := range p.pieces(start, end) {
		p.underline(at, colors.Primary)
		if plain || p.selected(at) {
			continue
		}
		x, width := p.span(at)
		y := p.ed.rowTop(at.row)
		p.put(p.over, drawing{kind: drawBox, color: colors.Surface}, x, round(y+2), width, round(p.ed.lineHeight)-6)
		p.words(p.text(at), colors.Primary, x, y)
	}
}

func (p *painter) emphasis(start, end int, s emphasis, plain bool) {
	kind := drawBold
	if !s.has(boldMarks) {
		kind = drawSlanted
	}
	faint := look.Mix(look.C().Surface, look.C().Muted, .6)
	for _, mark := range [][2]int{{start, start + s.marks}, {end - s.marks, end}} { // first: the words may reach over them
		for _, at := range p.pieces(mark[0], mark[1]) {
			if !plain && !p.selected(at) {
				p.across(at, drawing{kind: drawText, text: p.text(at), color: faint})
			}
		}
	}
	for _, at := range p.pieces(start+s.marks, end-s.marks) {
		p.each(at, kind, plain)
	}
}

// each draws the words of a piece, each at its place and as wide as the entry's.
func (p *painter) each(at piece, kind drawingKind, plain bool) {
	for start := at.start; start < at.end; {
		if isBlankRune(p.runes[start]) {
			start++
			continue
		}
		end := start
		for end < at.end && !isBlankRune(p.runes[end]) {
			end++
		}
		p.word(piece{at.row, at.rowStart, start, end}, kind, plain)
		start = end
	}
}

func (p *painter) word(at piece, kind drawingKind, plain bool) {
	if p.selected(at) {
		return
	}
	text, ink := p.text(at), look.C().Text
	caret := p.ed.seen.caret
	atCaret := plain && caret >= at.start && caret <= at.end
	if atCaret && kind != drawBold {
		return
	}
	x, width := p.span(at)
	face := map[drawingKind]fyne.Resource{drawBold: look.SemiBold, drawSlanted: look.Italic}[kind]
	size := float32(look.EditorTextSize)
	if wide := textWidth(text, look.S(size), face); wide > 0 {
		size *= width / wide
	}
	if atCaret {
		p.wordsIn(drawing{kind: kind, text: text, color: ink, size: size}, x, p.ed.rowTop(at.row))
		return
	}
	p.across(at, drawing{kind: kind, text: text, color: ink, size: size})
}

// across draws a text over the one that stands there.
func (p *painter) across(at piece, d drawing) {
	x, width := p.span(at)
	y := p.ed.rowTop(at.row)
	p.put(p.over, drawing{kind: drawBox, color: look.C().Surface}, x, round(y+1), width, round(p.ed.lineHeight)-3)
	p.wordsIn(d, x, y)
}

// fencedLines marks the lines of closed fences, in which every sign is meant as it stands.
func fencedLines(text string) []bool {
	if !strings.Contains(text, "```") && !strings.Contains(text, "~~~") {
		return nil
	}
	lines := strings.Split(text, "\n")
	within := make([]bool, len(lines))
	open, fence := -1, ""
	for i, line := range lines {
		line = strings.TrimSpace(line)
		switch {
		case open < 0 && (strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")):
			open, fence = i, line[:3]
		case open >= 0 && strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]) == "":
			for j := open; j <= i; j++ {
				within[j] = true
			}
			open = -1
		}
	}
	return within
}
