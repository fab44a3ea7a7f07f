// Package document is what leaves the journal to be read by others or on paper: a review pack, a page for the person, a
// hand-over, a brief. A feature makes a Document; how it becomes Markdown, HTML, plain text or a PDF is nothing that it
// knows of.
package document

import "handback/notes"

// Document is what leaves the journal. All of its texts are plain, without Markdown.
type Document struct {
	Title string
	Whose string     // the name of the person whom it is about, at the foot of every sheet; "" is nobody's
	On    notes.Date // when it was made, at the foot as well
	Lead  []string   // paragraphs below the title: what it covers, and how evenly
	Parts []Part
}

// Part is a part with a title. Its paragraphs come before its lines.
type Part struct {
	Title string
	Prose []string // paragraphs
	Lines []Line
	Room  int  // ruled lines to write on by hand behind the lines, where it is printed
	Fill  bool // ruled lines to the end of the page behind those; of the last part alone
}

// Line is an entry of a part.
type Line struct {
	Text    string
	Rest    string // in a lighter ink behind it: its day, what became of it
	Comment string // what the manager adds, on a line of its own; "" for nothing
	Box     bool   // a box to tick before it, where it is printed
}

// PartsOf are the parts of a page.
func PartsOf(page []notes.PagePart) []Part {
	parts := make([]Part, len(page))
	for i, p := range page {
		parts[i].Title = p.Title
		for _, l := range p.Lines {
			parts[i].Lines = append(parts[i].Lines, Line{Text: l.Text, Rest: l.Rest})
		}
	}
	return parts
}
