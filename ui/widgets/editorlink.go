package widgets

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// addresses are what is taken for a link: nothing else than the web and mail is ever opened from a note.
var addresses = regexp.MustCompile(`(?i)\b(?:https?://|mailto:)[^\s<>"“”]+`)

// stops are the signs that end a sentence rather than a link.
const stops = ".,;:!?'’*_…"

// link is an address in a line, its place counted in runes.
type link struct {
	start, end int
	url        *url.URL
}

// linksIn are the links of a line.
func linksIn(line string) (links []link) {
	if !strings.Contains(line, "://") && !strings.Contains(strings.ToLower(line), "mailto:") {
		return nil
	}
	for _, at := range addresses.FindAllStringIndex(line, -1) {
		text := trimmedAddress(line[at[0]:at[1]])
		u, err := url.Parse(text)
		if err != nil || u.Host == "" && u.Opaque == "" {
			continue
		}
		start := utf8.RuneCountInString(line[:at[0]])
		links = append(links, link{start: start, end: start + utf8.RuneCountInString(text), url: u})
	}
	return links
}

// trimmedAddress is an address without the signs of the sentence that it ends, and without the bracket that closes round it.
func trimmedAddress(text string) string {
	for {
		short := strings.TrimRight(text, stops)
		for _, pair := range []string{"()", "[]", "{}"} {
			if strings.HasSuffix(short, pair[1:]) && strings.Count(short, pair[:1]) < strings.Count(short, pair[1:]) {
				short = short[:len(short)-1]
			}
		}
		if short == text {
			return text
		}
		text = short
	}
}

// linkAt is the link that an offset of the entry stands in, nil where there is none.
func (ed *Editor) linkAt(offset int) *url.URL {
	if offset < 0 || ed.reader.shown {
		return nil
	}
	line := ed.lineAt(offset)
	for _, l := range linksIn(string(ed.lineRunes(line))) {
		if at := offset - ed.lines[line]; at >= l.start && at <= l.end {
			return l.url
		}
	}
	return nil
}

// openLink opens the link at an offset of the entry, and tells whether there is one.
func (ed *Editor) openLink(offset int) bool {
	u := ed.linkAt(offset)
	if u == nil || ed.OnLink == nil {
		return false
	}
	ed.OnLink(u)
	return true
}

// under is the offset of the rune under a point of the entry, where the caret was just put; -1 beside the text.
func (ed *Editor) under(point fyne.Position) int {
	caret := ed.entry.Caret()
	row := ed.entry.CursorRow
	start := ed.entry.rowStart(row)
	if next := ed.entry.rowStart(row + 1); caret < start || next >= 0 && caret > next {
		return -1
	}
	text := []rune(ed.entry.Text)[start:ed.rowEnd(row)]
	if x := point.X - entryInset; x < 0 || x > editorWidth(string(text)) {
		return -1
	}
	return caret
}

// rowEnd is the offset at which a row ends, before its line break.
func (ed *Editor) rowEnd(row int) int {
	end := ed.lineEnd(ed.lineAt(ed.entry.rowStart(row)))
	if next := ed.entry.rowStart(row + 1); next >= 0 && next < end {
		return next
	}
	return end
}
