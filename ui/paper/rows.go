package paper

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"handback/notes/document"
)

// ink is the colour of a letter.
type ink int

const (
	dark ink = iota
	light
	green
)

// letter is a character as it is drawn.
type letter struct {
	r    rune
	face *face
	ink  ink
}

// mark stands before the first row of an entry, or beside each row of a comment.
type mark int

const (
	noMark mark = iota
	bullet
	box  // to tick
	bar  // a comment's
	rule // a line to write on
)

// row is one line of text on paper, or of room to write on. Measures are points.
type row struct {
	height  float64 // with what stands free above the text
	above   float64 // free above it; not at the top of a page
	size    float64 // of the text
	letters []letter
	indent  float64
	mark    mark
	right   bool // it is read from the right
	keep    bool // it stands on one page with the next
	fills   bool // room that goes on to the end of the page
}

// Sizes and distances, in points.
const (
	titleSize, headSize, textSize, footSize = 20.0, 13.0, 10.5, 9.0
	lead                                    = 15.5 // from line to line of text
	ruled                                   = 24.0 // from line to line to write on
	indent                                  = 15.0
	commentIndent                           = 24.0
)

// longEntry is how many rows an entry has that may go on on the next page.
const longEntry = 8

// writer lays out a document in rows.
type writer struct {
	faces faces
	wide  float64
	rows  []row
	parts []int // the row that each part begins with
}

func (w *writer) document(d document.Document) {
	w.text(d.Title, style{size: titleSize, lead: 26, bold: true, ink: dark})
	w.keepAll(0)
	for i, p := range d.Lead {
		w.text(p, style{size: textSize, lead: lead, above: gapAbove(i, 4, 5), ink: light})
	}
	for _, part := range d.Parts {
		w.part(part)
	}
}

// gapAbove is what stands free above the first of several, and above each other.
func gapAbove(i int, first, others float64) float64 {
	if i == 0 {
		return first
	}
	return others
}

func (w *writer) part(part document.Part) {
	from := len(w.rows)
	w.parts = append(w.parts, from)
	w.text(part.Title, style{size: headSize, lead: 19, above: 15, bold: true, ink: green})
	w.keepAll(from)
	body := len(w.rows)
	for i, p := range part.Prose {
		w.paragraph(func() { w.text(p, style{size: textSize, lead: lead, above: gapAbove(i, 3, 5), ink: dark}) })
	}
	for i, l := range part.Lines {
		above := gapAbove(i, 3, 2)
		if part.Title == "" && i == 0 {
			above = 12
		}
		w.paragraph(func() { w.line(l, above) })
	}
	for range part.Room {
		w.rows = append(w.rows, row{height: ruled, mark: rule})
	}
	if part.Fill {
		w.rows = append(w.rows, row{height: ruled, mark: rule, fills: true})
	}
	if body == from && len(w.rows) > from { // without a title
		w.rows[from].above += 6
		w.rows[from].height += 6
	}
}

// paragraph keeps the rows of what write writes together, where they are few; else two at each end.
func (w *writer) paragraph(write func()) {
	from := len(w.rows)
	write()
	n := len(w.rows) - from
	for i := range w.rows[from:] {
		last := i == n-1
		w.rows[from+i].keep = !last && (n <= longEntry || i == 0 || i == n-2)
	}
}

// together keeps the parts on one page that are no higher than that.
func (w *writer) together(most float64) {
	for i, from := range w.parts {
		to := len(w.rows)
		if i+1 < len(w.parts) {
			to = w.parts[i+1]
		}
		if heightOf(w.rows[from:to]) > most {
			continue
		}
		for j := range max(0, to-from-1) {
			w.rows[from+j].keep = true
		}
	}
}

// keepAll keeps the rows from one on, and what comes after them, on one page.
func (w *writer) keepAll(from int) {
	for i := range w.rows[from:] {
		w.rows[from+i].keep = true
	}
}

func (w *writer) line(l document.Line, above float64) {
	s := style{size: textSize, lead: lead, above: above, indent: indent, mark: bullet, ink: dark}
	if l.Box {
		s.mark = box
	}
	w.runs(s, run{l.Text, dark}, run{l.Rest, light})
	if l.Comment != "" {
		w.text(l.Comment, style{size: textSize, lead: lead, above: 1, indent: commentIndent, mark: bar, ink: dark})
	}
}

// style is how a text is set.
type style struct {
	size, lead, above, indent float64
	bold                      bool
	ink                       ink
	mark                      mark
}

// run is a piece of text of one ink.
type run struct {
	text string
	ink  ink
}

func (w *writer) text(text string, s style) { w.runs(s, run{text, s.ink}) }

// runs sets pieces of text behind each other, in as many rows as they need.
func (w *writer) runs(s style, pieces ...run) {
	var letters []letter
	for _, p := range pieces {
		letters = append(letters, w.letters(p, s.bold)...)
	}
	first := true
	for len(letters) > 0 {
		line, rest := cut(letters)
		right := fromRight(line)
		for len(line) > 0 {
			n, skip := w.fits(line, (w.wide-s.indent)/s.size)
			r := row{height: s.lead, size: s.size, letters: besideRest(line[:n], right), indent: s.indent, mark: s.mark, right: right}
			if first {
				r.above = s.above
				r.height += s.above
			} else if s.mark != bar {
				r.mark = noMark
			}
			w.rows, line, first = append(w.rows, r), line[n+skip:], false
		}
		letters = rest
	}
}

// cut divides letters at the first line end.
func cut(letters []letter) (line, rest []letter) {
	for i, l := range letters {
		if l.r == '\n' {
			return letters[:i], letters[i+1:]
		}
	}
	return letters, nil
}

// letters are the characters of a text, each in the face that has it. Letters with an accent are one character where
// there is one; what only tells how an emoji looks is none.
func (w *writer) letters(p run, bold bool) []letter {
	var letters []letter
	for _, r := range norm.NFC.String(p.text) {
		if silent(r) {
			continue
		}
		if r == '\n' {
			letters = append(letters, letter{r: r})
			continue
		}
		f, drawn := w.faces.draws(r, bold)
		letters = append(letters, letter{drawn, f, p.ink})
	}
	return letters
}

// silent reports whether a character draws nothing by itself: joiners, and the choice of how an emoji looks.
func silent(r rune) bool {
	return r >= 0xfe00 && r <= 0xfe0f || r == 0x200c || r == 0x200d || r >= 0xe0000 && r <= 0xe01ef ||
		r >= 0x1f3fb && r <= 0x1f3ff
}

// fits is how many letters of a line go into a width, which is of the size of the text, and how many blanks behind them are
// dropped. A line is divided at a blank, behind a hyphen and between letters of scripts without blanks; a word that is
// longer than a line is broken.
func (w *writer) fits(line []letter, width float64) (n, skip int) {
	used, good := 0.0, 0
	for i, l := range line {
		used += l.face.width(l.r)
		if used > width && l.r != ' ' {
			if good == 0 {
				good = max(1, i)
				for good > 1 && isMark(line[good].r) { // a mark stays on its letter
					good--
				}
			}
			n = good
			for n+skip < len(line) && line[n+skip].r == ' ' {
				skip++
			}
			for n > 1 && line[n-1].r == ' ' {
				n, skip = n-1, skip+1
			}
			return n, skip
		}
		if divides(line, i) {
			good = i + 1
		}
	}
	return len(line), 0
}

// divides reports whether a line may end behind its i-th letter.
func divides(line []letter, i int) bool {
	r := line[i].r
	if r == ' ' || i+1 == len(line) {
		return true
	}
	next := line[i+1].r
	switch {
	case strings.ContainsRune("-–—/", r):
		return i > 0 && unicode.IsLetter(line[i-1].r) && unicode.IsLetter(next)
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return !unicode.IsPunct(next) && !isMark(next)
	}
	return false
}

// pagesOf divides rows into pages of a height. Rows that are kept together stand on one page, unless they are higher than
// one.
func pagesOf(rows []row, height float64) [][]row {
	var pages [][]row
	var page []row
	used := 0.0
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to-1].keep {
			to++
		}
		if len(page) > 0 && used+heightOf(rows[from:to]) > height {
			pages, page, used = append(pages, page), nil, 0
		}
		for _, r := range rows[from:to] {
			if len(page) > 0 && used+r.height > height {
				pages, page, used = append(pages, page), nil, 0
			}
			if len(page) == 0 {
				r.height -= r.above
				r.above = 0
			}
			page, used = append(page, r), used+r.height
		}
		from = to
	}
	if len(page) > 0 || len(pages) == 0 {
		pages = append(pages, page)
	}
	return pages
}

func heightOf(rows []row) float64 {
	height := 0.0
	for _, r := range rows {
		height += r.height
	}
	return height
}
