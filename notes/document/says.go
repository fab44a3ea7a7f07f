package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/text"
	"handback/notes/voice"
)

// Foot is what stands at the foot of every sheet, but for its number: whose it is, and when it was made.
func (d Document) Foot() string {
	day := ""
	if d.On.Valid() {
		day = d.On.Time().Format("2 January 2006") // on paper a day is read years later
	}
	whose := oneLine(d.Whose)
	if whose == "" || day == "" {
		return whose + day
	}
	return voice.T("{who} · {day}", "who", whose, "day", day)
}

// Tidy is a document as every form of it says it. Its texts are without what can't be seen, tabs and empty lines; titles
// are one line. What says nothing is left out; a line that has nothing but a comment says that. A line's Rest begins with
// what divides it from the text.
func Tidy(d Document) Document {
	d.Title, d.Whose, d.Lead = oneLine(d.Title), oneLine(d.Whose), tidied(d.Lead)
	var parts []Part
	for _, p := range d.Parts {
		p.Title, p.Prose = oneLine(p.Title), tidied(p.Prose)
		var lines []Line
		for _, l := range p.Lines {
			if l = l.tidy(); l.Text+l.Rest != "" {
				lines = append(lines, l)
			}
		}
		p.Lines = lines
		if p.Title != "" || len(p.Prose)+len(p.Lines)+p.Room > 0 || p.Fill {
			parts = append(parts, p)
		}
	}
	d.Parts = parts
	return d
}

func (l Line) tidy() Line {
	l.Text, l.Rest, l.Comment = tidy(l.Text), tidy(l.Rest), tidy(l.Comment)
	if l.Text+l.Rest == "" {
		l.Text, l.Comment = l.Comment, ""
	}
	if l.Text != "" {
		l.Rest = divided(l.Rest)
	}
	return l
}

// divided is a rest with what divides it from the text before it. One that begins with a sign of its own (", by Fri",
// "(done)") needs a blank at most.
func divided(rest string) string {
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "" || strings.ContainsRune(",.;:)?!", first):
		return rest
	case unicode.IsLetter(first) || unicode.IsNumber(first):
		return " · " + rest
	}
	return " " + rest
}

func tidied(paragraphs []string) []string {
	var kept []string
	for _, p := range paragraphs {
		if p = tidy(p); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// tidy is a text as every form says it: its lines without what can't be seen and with single blanks, and without empty
// ones. Line ends stay.
func tidy(s string) string {
	lines := strings.Split(text.Clean(s), "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.Join(strings.Fields(strings.Map(character, line)), " "); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// character leaves out what is none, and no file should hold.
func character(r rune) rune {
	if r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef {
		return -1
	}
	return r
}

// oneLine is a text where it has to stand in one line.
func oneLine(s string) string { return strings.ReplaceAll(tidy(s), "\n", " ") }
