package paper

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"

	"handback/ui/look"
)

// Where our own faces have not got a character, one of the system's may: the ones in which the window shows it. The PDF
// writer takes TrueType outlines alone, so that many can't be used; then it is said that the character can't be shown.

// systemFonts are the fonts of the system. Fyne has looked for them already where it has shown such a character.
var systemFonts = look.SystemFonts

// mostLoaded is how many faces of the system are kept from one document to the next: some are large.
const mostLoaded = 4

// loaded are those that were tried, nil for one that can't be used. Of those that can, the last used are kept, the latest
// last. Each has a name of its own, whether it is kept or read again: in a PDF a name stands for one face.
var loaded struct {
	sync.Mutex
	faces map[fontscan.Location]*fontFile
	names map[fontscan.Location]string
	used  []fontscan.Location
}

// candidates are where the faces are that are said to have a character, upright and of ordinary weight first.
func candidates(fonts []fontscan.Footprint, r rune) []fontscan.Location {
	var may []fontscan.Footprint
	for _, f := range fonts {
		if f.Runes.Contains(r) {
			may = append(may, f)
		}
	}
	slices.SortStableFunc(may, func(a, b fontscan.Footprint) int {
		return cmp.Or(cmp.Compare(oddness(a), oddness(b)), cmp.Compare(a.Location.File, b.Location.File),
			cmp.Compare(a.Location.Index, b.Location.Index))
	})
	at := make([]fontscan.Location, len(may))
	for i, f := range may {
		at[i] = f.Location
	}
	return at
}

// take is the face at a place, which is said to have a character and can be put into a PDF; nil where it can't.
func take(at fontscan.Location, r rune) *fontFile {
	loaded.Lock()
	defer loaded.Unlock()
	if loaded.faces == nil {
		loaded.faces, loaded.names = map[fontscan.Location]*fontFile{}, map[fontscan.Location]string{}
	}
	file, known := loaded.faces[at]
	if !known {
		file = load(at, r)
		loaded.faces[at] = file
	}
	if file == nil {
		return nil
	}
	if loaded.names[at] == "" {
		loaded.names[at] = fmt.Sprintf("system-%d", len(loaded.names))
	}
	file.name = loaded.names[at]
	loaded.used = append(slices.DeleteFunc(loaded.used, func(o fontscan.Location) bool { return o == at }), at)
	if len(loaded.used) > mostLoaded {
		delete(loaded.faces, loaded.used[0])
		loaded.used = loaded.used[1:]
	}
	return file
}

func oddness(f fontscan.Footprint) float64 {
	odd := float64(f.Aspect.Weight-font.WeightNormal) / 100
	odd = max(odd, -odd)
	if f.Aspect.Style != font.StyleNormal {
		odd += 10
	}
	return odd
}

// load reads a face that is said to have r. It returns nil for one that has not, that the PDF writer can't take, or whose maker forbids it.
func load(at fontscan.Location, r rune) (file *fontFile) {
	defer func() {
		if recover() != nil { // neither library checks all that a damaged font says
			file = nil
		}
	}()
	data, err := os.ReadFile(at.File)
	if err != nil {
		return nil
	}
	if data = faceOf(data, int(at.Index)); data == nil || !writable(data, r) {
		return nil
	}
	reads, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	if _, has := reads.NominalGlyph(r); !has {
		return nil
	}
	return &fontFile{data: data, font: reads.Font}
}

// table is where a table of a font stands in its file.
type table struct {
	tag    string
	record []byte
	data   []byte
}

// faceOf is a face of a file as a font of its own, with the tables that a PDF needs; of a collection the one of an index.
// It is nil where the file is no font with TrueType outlines, or one that may not be put into a document.
func faceOf(file []byte, index int) []byte {
	start := 0
	if len(file) < 12 {
		return nil
	}
	if string(file[:4]) == "ttcf" {
		if len(file) < 16+4*index {
			return nil
		}
		start = int(binary.BigEndian.Uint32(file[12+4*index:]))
	}
	tables := tablesOf(file, start)
	has := func(tag string) int { return slices.IndexFunc(tables, func(t table) bool { return t.tag == tag }) }
	for _, needed := range []string{"glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"} {
		if has(needed) < 0 {
			return nil
		}
	}
	const restricted = 2 // of fsType
	if i := has("os/2"); i < 0 || len(tables[i].data) < 10 || binary.BigEndian.Uint16(tables[i].data[8:])&0xf == restricted {
		return nil
	}
	return joined(tables)
}

// inPDF are the tables that are read where a PDF is written, in small letters.
var inPDF = []string{"os/2", "cmap", "cvt", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}

func tablesOf(file []byte, start int) []table {
	if start < 0 || start+12 > len(file) {
		return nil
	}
	var tables []table
	for i := range int(binary.BigEndian.Uint16(file[start+4:])) {
		at := start + 12 + 16*i
		if at+16 > len(file) {
			return nil
		}
		record := file[at : at+16]
		from, size := int(binary.BigEndian.Uint32(record[8:])), int(binary.BigEndian.Uint32(record[12:]))
		if from+size > len(file) {
			return nil
		}
		if tag := strings.ToLower(strings.TrimRight(string(record[:4]), " ")); slices.Contains(inPDF, tag) {
			tables = append(tables, table{tag, record, file[from : from+size]})
		}
	}
	return tables
}

// joined writes tables as a font.
func joined(tables []table) []byte {
	out := []byte{0, 1, 0, 0, 0, byte(len(tables)), 0, 0, 0, 0, 0, 0}
	at := 12 + 16*len(tables)
	for _, t := range tables {
		out = append(out, t.record[:8]...)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = append(out, t.record[12:]...)
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, (4-len(t.data)%4)%4)...)
	}
	return out
}

// writable tries whether the PDF writer takes a face and knows a character of it: it knows one kind of table of characters,
// and trusts what it reads.
func writable(data []byte, r rune) bool {
	if !hasPlainCmap(data) {
		return false
	}
	p := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 100, Ht: 100}})
	p.AddPage()
	p.AddUTF8FontFromBytes("tried", "", slices.Clone(data))
	p.SetFont("tried", "", 10)
	wide := p.GetStringWidth(string(r))
	p.Text(10, 10, string(r))
	return p.Output(io.Discard) == nil && wide > 0
}

// hasPlainCmap reports whether a font has a table of characters of the format that the PDF writer reads.
func hasPlainCmap(data []byte) bool {
	tables := tablesOf(data, 0)
	i := slices.IndexFunc(tables, func(t table) bool { return t.tag == "cmap" })
	if i < 0 || len(tables[i].data) < 4 {
		return false
	}
	cmap := tables[i].data
	for n := range int(binary.BigEndian.Uint16(cmap[2:])) {
		at := 4 + 8*n
		if at+8 > len(cmap) {
			return false
		}
		platform, encoding := binary.BigEndian.Uint16(cmap[at:]), binary.BigEndian.Uint16(cmap[at+2:])
		from := int(binary.BigEndian.Uint32(cmap[at+4:]))
		if from+2 <= len(cmap) && (platform == 0 || platform == 3 && encoding == 1) && binary.BigEndian.Uint16(cmap[from:]) == 4 {
			return true
		}
	}
	return false
}
