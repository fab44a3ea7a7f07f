package paper

import (
	"bytes"
	"slices"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/text/unicode/norm"

	"handback/notes/document"
	"handback/notes/voice"
)

// Size is the paper that a PDF is laid out for.
type Size string

// The sizes of paper.
const (
	A4     Size = "A4"
	Letter Size = "Letter"
)

// of is the width and height of a sheet, in points.
func (s Size) of() (wide, high float64) {
	if s == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// Margins of a sheet, in points.
const (
	side   = 57.0
	top    = 54.0
	bottom = 62.0 // the foot stands in it
	footAt = 34.0 // its baseline, from below
)

// PDF is a document as a PDF. The same document always gives the same bytes.
func PDF(d document.Document, size Size) ([]byte, error) {
	d = document.Tidy(d)
	w, pages, err := layOut(d, size)
	if err != nil {
		return nil, err
	}
	p := newPrinter(d, size)
	for i, rows := range pages {
		p.page(w, rows, d.Foot(), voice.T("{n} / {all}", "n", i+1, "all", len(pages)))
	}
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Pages is how many pages a document has as a PDF.
func Pages(d document.Document, size Size) (int, error) {
	_, pages, err := layOut(document.Tidy(d), size)
	return len(pages), err
}

func layOut(d document.Document, size Size) (*writer, [][]row, error) {
	faces, err := newFaces()
	if err != nil {
		return nil, nil, err
	}
	wide, high := size.of()
	w := &writer{faces: faces, wide: wide - 2*side}
	w.document(d)
	w.together(0.4 * (high - top - bottom))
	return w, pagesOf(w.rows, high-top-bottom), nil
}

// Undrawn are the characters of a document that a PDF can't show, each once, in their order. In their place it has a sign
// that says so.
func Undrawn(d document.Document) ([]rune, error) {
	faces, err := newFaces()
	if err != nil {
		return nil, err
	}
	var missing []rune
	known := map[rune]bool{'\n': true}
	for _, r := range norm.NFC.String(document.Plain(d)) {
		if known[r] || silent(r) {
			continue
		}
		known[r] = true
		if !faces.can(r) {
			missing = append(missing, r)
		}
	}
	return missing, nil
}

// printer draws rows into a PDF.
type printer struct {
	pdf        *fpdf.Fpdf
	wide, high float64
	added      map[*face]bool
}

func newPrinter(d document.Document, size Size) *printer {
	p := &printer{added: map[*face]bool{}}
	p.wide, p.high = size.of()
	p.pdf = fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: p.wide, Ht: p.high}})
	p.pdf.SetMargins(0, 0, 0)
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetCatalogSort(true)
	p.pdf.SetTitle(d.Title, true)
	p.pdf.SetProducer(voice.T("Handback"), true)
	made := time.Unix(0, 0).UTC()
	if d.On.Valid() {
		made = d.On.Time()
	}
	p.pdf.SetCreationDate(made)
	p.pdf.SetModificationDate(made)
	return p
}

func (p *printer) page(w *writer, rows []row, foot, number string) {
	p.pdf.AddPage()
	y := top
	for _, r := range rows {
		if r.fills {
			for ; y+ruled <= p.high-bottom; y += ruled {
				p.ruled(y+ruled, 0)
			}
			continue
		}
		p.row(r, y)
		y += r.height
	}
	p.letters(p.shortened(w, foot, (p.wide-2*side-60)/footSize), side, p.high-footAt, footSize)
	n := w.letters(run{number, light}, false)
	p.letters(n, p.wide-side-widthOf(n)*footSize, p.high-footAt, footSize)
}

// shortened is a foot, cut where it is too long for its line.
func (p *printer) shortened(w *writer, foot string, width float64) []letter {
	letters := w.letters(run{foot, light}, false)
	if widthOf(letters) > width {
		for len(letters) > 0 && widthOf(letters) > width-1 {
			letters = letters[:len(letters)-1]
		}
		letters = append(letters, w.letters(run{"…", light}, false)...)
	}
	return inView(letters, fromRight(letters))
}

func (p *printer) row(r row, y float64) {
	if r.mark == rule {
		p.ruled(y+r.height, r.indent)
		return
	}
	at := y + r.above
	base := at + (r.height-r.above)/2 + r.size*0.36 // capitals stand in the middle of their line
	x := side + r.indent
	if r.right {
		x = p.wide - side - r.indent - widthOf(r.letters)*r.size
	}
	p.mark(r, base, at)
	p.letters(r.letters, x, base, r.size)
}

// mark draws what stands before a row: on the side from which it is read.
func (p *printer) mark(r row, base, at float64) {
	x := func(from, wide float64) float64 {
		if r.right {
			return p.wide - side - from - wide
		}
		return side + from
	}
	switch r.mark {
	case bullet:
		p.pdf.SetFillColor(colourOf(light))
		p.pdf.Circle(x(3, 3)+1.5, base-0.35*r.size, 1.5, "f")
	case box:
		p.pdf.SetDrawColor(colourOf(light))
		p.pdf.SetLineWidth(0.8)
		p.pdf.Rect(x(0.5, 8), base-0.36*r.size-4.3, 8.5, 8.5, "d")
	case bar:
		p.pdf.SetFillColor(208, 212, 217)
		p.pdf.Rect(x(indent+1, 1.5), at+2, 1.5, r.height-r.above-2, "f")
	}
}

func (p *printer) ruled(y, from float64) {
	p.pdf.SetDrawColor(190, 195, 202)
	p.pdf.SetLineWidth(0.5)
	p.pdf.Line(side+from, y, p.wide-side, y)
}

// letters draws letters from x on, with their baseline at y: those of one face and ink at once.
func (p *printer) letters(letters []letter, x, y, size float64) {
	for from := 0; from < len(letters); {
		to, text := from, []rune{}
		for to < len(letters) && letters[to].face == letters[from].face && letters[to].ink == letters[from].ink {
			text = append(text, letters[to].r)
			to++
		}
		p.use(letters[from].face, size)
		p.pdf.SetTextColor(colourOf(letters[from].ink))
		p.pdf.Text(x, y, string(text))
		x += widthOf(letters[from:to]) * size
		from = to
	}
}

// use sets in a face. The PDF writer changes the bytes that it is given.
func (p *printer) use(f *face, size float64) {
	if !p.added[f] {
		p.pdf.AddUTF8FontFromBytes(f.name, "", slices.Clone(f.file))
		p.added[f] = true
	}
	p.pdf.SetFont(f.name, "", size)
}

func widthOf(letters []letter) float64 {
	width := 0.0
	for _, l := range letters {
		width += l.face.width(l.r)
	}
	return width
}

func colourOf(i ink) (r, g, b int) {
	switch i {
	case light:
		return 0x5b, 0x62, 0x6b
	case green:
		return 0x1f, 0x6f, 0x5c
	}
	return 0x1f, 0x23, 0x28
}
