package document

import "strings"

// Plain is a document as plain text, for the clipboard: a blank line before each part, a dash before each line.
func Plain(d Document) string {
	var w writer
	d = Tidy(d)
	w.paragraph(d.Title)
	for _, p := range d.Lead {
		w.paragraph(p)
	}
	for _, part := range d.Parts {
		w.paragraph(part.Title)
		w.close = part.Title != ""
		for _, p := range part.Prose {
			w.paragraph(p)
		}
		for _, l := range part.Lines {
			w.item(l.Text + l.Rest)
			if l.Comment != "" {
				w.WriteString("  " + indented(l.Comment) + "\n")
			}
		}
	}
	w.close = false
	w.paragraph(d.Foot())
	return w.String()
}

// writer puts paragraphs and items under each other.
type writer struct {
	strings.Builder
	close bool // what comes next stands right below
	items bool // the last one was an item
}

func (w *writer) paragraph(text string) {
	if text == "" {
		return
	}
	w.gap(false)
	w.WriteString(text + "\n")
	w.close, w.items = false, false
}

func (w *writer) item(text string) {
	w.gap(true)
	w.WriteString("- " + indented(text) + "\n")
	w.close, w.items = false, true
}

// gap ends what was written by a blank line, unless the next one belongs right below it.
func (w *writer) gap(item bool) {
	if w.Len() > 0 && !w.close && (!item || !w.items) {
		w.WriteString("\n")
	}
}

// indented puts the further lines of an item below its first one.
func indented(text string) string { return strings.ReplaceAll(text, "\n", "\n  ") }
