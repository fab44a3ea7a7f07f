package archive

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// longText is a property of which the value stands in the lines below it, as Obsidian writes texts of several lines: with | as they
// are, with > as paragraphs.
type longText struct {
	name   string
	fold   bool
	keep   bool // the end of the last line too
	indent int  // by which all lines stand in, 0 until the first one
	lines  []string
}

var longHead = regexp.MustCompile(`^([^\s:#"'\[\]{}&*!|>%@\x60?,-][^:"'\[\]{}&*!|>%@\x60?]*):[ \t]+([|>])([+-]?)[ \t]*(?:#.*)?$`)

// blockOf is the property that a line begins whose value follows below, nil where it is another one.
func blockOf(r *Row, line string) *longText {
	m := longHead.FindStringSubmatch(strings.TrimRight(line, " \t\r"))
	if m == nil || !utf8.ValidString(line) {
		return nil
	}
	if _, twice := r.Get(m[1]); twice {
		return nil // it is refused as any other
	}
	return &longText{name: strings.TrimRight(m[1], " "), fold: m[2] == ">", keep: m[3] != "-"}
}

// takes reports whether a line belongs to the text, and takes it.
func (b *longText) takes(line string) bool {
	line = strings.TrimRight(line, "\r")
	if strings.TrimSpace(line) == "" {
		b.lines = append(b.lines, "")
		return true
	}
	stands := len(line) - len(strings.TrimLeft(line, " "))
	if b.indent == 0 {
		b.indent = stands
	}
	if stands == 0 || stands < b.indent || !utf8.ValidString(line) {
		return false
	}
	b.lines = append(b.lines, line[b.indent:])
	return true
}

func (b *longText) text() string {
	for len(b.lines) > 0 && b.lines[len(b.lines)-1] == "" {
		b.lines = b.lines[:len(b.lines)-1]
	}
	text := strings.Join(b.lines, "\n")
	if b.fold {
		var out strings.Builder
		blank := true // nothing stands before the first line
		for _, line := range b.lines {
			switch {
			case line == "":
				out.WriteByte('\n')
			case !blank:
				out.WriteByte(' ')
			}
			out.WriteString(line)
			blank = line == ""
		}
		text = out.String()
	}
	if b.keep && text != "" {
		text += "\n"
	}
	return text
}
