package paper

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// The faces that a PDF is set in; fonts/README.md says where they come from.
var (
	//go:embed fonts/Paper-Regular.ttf.gz
	regularFile []byte
	//go:embed fonts/Paper-SemiBold.ttf.gz
	boldFile []byte
	//go:embed fonts/Others-Regular.ttf.gz
	othersFile []byte
)

// face is one of the faces of a PDF.
type face struct {
	name   string // in the PDF
	file   []byte
	reads  *font.Face
	em     float64
	widths map[rune]float64 // of an em; of what was asked for
}

// faces are those of one PDF: our own two, one with what these have no letters for, and what of the system's has others.
type faces struct {
	regular, bold, others *face
	fonts                 func() []fontscan.Footprint // of the system, looked for once
	system                map[fontscan.Location]*face // nil for one that can't be used
	found                 map[rune]*face              // in the system's; nil for none
}

// fontFile is a face as it is stored, and as it is read.
type fontFile struct {
	name string
	data []byte
	font *font.Font
}

// openFaces unpacks and reads the faces once: it costs some milliseconds.
var openFaces = sync.OnceValues(func() (files []fontFile, err error) {
	files = []fontFile{{name: "paper", data: regularFile}, {name: "paper-bold", data: boldFile}, {name: "others", data: othersFile}}
	for i := range files {
		f := &files[i]
		r, err := gzip.NewReader(bytes.NewReader(f.data))
		if err != nil {
			return nil, err
		}
		if f.data, err = io.ReadAll(r); err != nil {
			return nil, err
		}
		face, err := font.ParseTTF(bytes.NewReader(f.data))
		if err != nil {
			return nil, err
		}
		f.font = face.Font
	}
	return files, nil
})

func newFaces() (f faces, err error) {
	files, err := openFaces()
	if err != nil {
		return f, err
	}
	f.fonts = sync.OnceValue(systemFonts)
	f.system, f.found = map[fontscan.Location]*face{}, map[rune]*face{}
	for i, to := range []**face{&f.regular, &f.bold, &f.others} {
		*to = newFace(files[i])
	}
	return f, nil
}

func newFace(f fontFile) *face {
	reads := font.NewFace(f.font)
	return &face{name: f.name, file: f.data, reads: reads, em: float64(reads.Upem()), widths: map[rune]float64{}}
}

// has reports whether the face has the character. The PDF writer knows those of the basic plane alone.
func (f *face) has(r rune) bool {
	if r > 0xffff {
		return false
	}
	_, ok := f.reads.NominalGlyph(r)
	return ok
}

// width is how wide a character is, of an em.
func (f *face) width(r rune) float64 {
	w, known := f.widths[r]
	if !known {
		if glyph, ok := f.reads.NominalGlyph(r); ok {
			w = float64(f.reads.HorizontalAdvance(glyph)) / f.em
		}
		f.widths[r] = w
	}
	return w
}

// instead stands where a character can't be drawn.
const instead = '\ufffd'

// draws is the face that a character is drawn in, and the one that is drawn: instead of it where none can show it.
func (f faces) draws(r rune, bold bool) (*face, rune) {
	first := f.regular
	if bold {
		first = f.bold
	}
	if shaped(r) {
		return f.others, instead
	}
	for _, other := range []*face{first, f.others} {
		if other.has(r) {
			return other, r
		}
	}
	if other := f.ofSystem(r); other != nil {
		return other, r
	}
	return f.others, instead
}

// ofSystem is the face of the system's that has a character; nil where there is none.
func (f faces) ofSystem(r rune) *face {
	if r > 0xffff {
		return nil // see has
	}
	found, known := f.found[r]
	if known {
		return found
	}
	for _, at := range candidates(f.fonts(), r) {
		tried, known := f.system[at]
		if !known {
			if file := take(at, r); file != nil {
				tried = newFace(*file)
			}
			f.system[at] = tried
		}
		if tried != nil && tried.has(r) {
			found = tried
			break
		}
	}
	f.found[r] = found
	return found
}

// can reports whether a character is drawn as itself.
func (f faces) can(r rune) bool {
	_, drawn := f.draws(r, false)
	return drawn == r
}
