package notes

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

func addPart(parts []PagePart, part PagePart) []PagePart {
	if len(part.Lines) == 0 {
		return parts
	}
	return append(parts, part)
}
