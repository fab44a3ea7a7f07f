package paper

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"sync"

	"github.com/go-text/typesetting/font"
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

// faces are those of one PDF: its own two, and what the others have no letters for.
type faces struct {
	regular, bold, others *face
}

// openFaces unpacks the faces once; reading one costs some milliseconds.
var openFaces = sync.OnceValues(func() (files [3][]byte, err error) {
	for i, packed := range [][]byte{regularFile, boldFile, othersFile} {
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			return files, err
		}
		if files[i], err = io.ReadAll(r); err != nil {
			return files, err
		}
	}
	return files, nil
})

func newFaces() (f faces, err error) {
	files, err := openFaces()
	if err != nil {
		return f, err
	}
	for i, to := range []**face{&f.regular, &f.bold, &f.others} {
		if *to, err = newFace([]string{"paper", "paper-bold", "others"}[i], files[i]); err != nil {
			return f, err
		}
	}
	return f, nil
}

func newFace(name string, file []byte) (*face, error) {
	reads, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	return &face{name: name, file: file, reads: reads, em: float64(reads.Upem()), widths: map[rune]float64{}}, nil
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

// draws is the face that a character is drawn in, and the one that is drawn: instead of it where no face has it.
func (f faces) draws(r rune, bold bool) (*face, rune) {
	first := f.regular
	if bold {
		first = f.bold
	}
	for _, other := range []*face{first, f.others} {
		if other.has(r) {
			return other, r
		}
	}
	return f.others, instead
}

// can reports whether a character is drawn as itself.
func (f faces) can(r rune) bool { return (f.regular.has(r) || f.others.has(r)) && !shaped(r) }
