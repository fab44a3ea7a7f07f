package document

import (
	"strings"
	"unicode"
)

// Markdown is a document as Markdown, by CommonMark and as GitHub and most editors read it. Whatever its texts hold reads
// back as said: signs that would be formatting are escaped, a line end within a text stays one.
func Markdown(d Document) string {
	var w writer
	d = Tidy(d)
	if d.Title != "" {
		w.paragraph("# " + heading(d.Title))
	}
	for _, p := range d.Lead {
		w.paragraph(escaped(p))
	}
	for _, part := range d.Parts {
		if part.Title != "" {
			w.paragraph("## " + heading(part.Title))
		}
		for _, p := range part.Prose {
			w.paragraph(escaped(p))
		}
		for _, l := range part.Lines {
			w.item(escaped(l.Text + l.Rest))
			if l.Comment != "" { // a paragraph of its own within the item
				w.WriteString("\n  " + indented(escaped(l.Comment)) + "\n")
			}
		}
	}
	if foot := d.Foot(); foot != "" {
		w.paragraph("---\n\n" + escaped(foot))
	}
	return w.String()
}

func heading(title string) string {
	says := escapeSigns(title)
	if cut := strings.TrimRight(says, "#"); len(cut) < len(says) { // else taken for the heading's own end
		says = cut + strings.Repeat(`\#`, len(says)-len(cut))
	}
	return says
}

// escaped is a text of Markdown that reads as the text; its lines are divided by hard breaks.
func escaped(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		says := escapeStart(escapeSigns(line))
		switch {
		case i == len(lines)-1:
		case strings.HasSuffix(line, `\`): // some programs lose count of them
			says += "  "
		default:
			says += `\`
		}
		lines[i] = says
	}
	return strings.Join(lines, "\n")
}

// escapeSigns escapes what is formatting anywhere in a line.
func escapeSigns(line string) string {
	var b strings.Builder
	letters := []rune(line)
	for i, r := range letters {
		if signAt(letters, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func signAt(letters []rune, i int) bool {
	switch letters[i] {
	case '\\', '`', '*', '[', ']', '~', '|', '<':
		return true
	case '_': // within a word it is a letter
		return !(wordAt(letters, i-1) && wordAt(letters, i+1))
	case '&': // "&amp;" would be an "&"
		return i+1 < len(letters) && (letters[i+1] == '#' || unicode.IsLetter(letters[i+1]))
	}
	return false
}

func wordAt(letters []rune, i int) bool {
	return i >= 0 && i < len(letters) && (unicode.IsLetter(letters[i]) || unicode.IsDigit(letters[i]))
}

// escapeStart escapes what is formatting at the start of a line alone: marks of headings, quotes and lists, and rules.
func escapeStart(line string) string {
	switch first := line[0]; first {
	case '#', '>', '-', '+', '=', ':':
		return `\` + line
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') {
		return line[:digits] + `\` + line[digits:]
	}
	return line
}
