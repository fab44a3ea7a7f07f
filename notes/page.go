package notes

import "strings"

// PageLine is a line of their page: what it says, and what stands behind it in a lighter ink.
type PageLine struct {
	Text string
	Rest string
}

// PagePart is one part of their page.
type PagePart struct {
	Icon  string
	Title string
	Lines []PageLine
}

// AddPart appends a part, unless nothing stands in it.
func AddPart(parts []PagePart, part PagePart) []PagePart {
	if len(part.Lines) == 0 {
		return parts
	}
	return append(parts, part)
}

// PageText is a sheet to copy.
func PageText(title string, parts []PagePart) string {
	var b strings.Builder
	b.WriteString(title + "\n")
	for _, part := range parts {
		b.WriteString("\n" + part.Title + "\n")
		for _, l := range part.Lines {
			b.WriteString("- " + strings.TrimSpace(l.Text+l.Rest) + "\n")
		}
	}
	return b.String()
}
