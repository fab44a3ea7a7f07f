package paper

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"pgregory.net/rapid"

	"handback/notes/document"
)

const armenian = 'Ա'

// otherFace is the file of a face that has Armenian letters, which Inter has not.
func otherFace(t testing.TB) []byte {
	t.Helper()
	files, err := openFaces()
	if err != nil {
		t.Fatal(err)
	}
	return files[2].data
}

// collection is a file of two faces, the second of which is face.
func collection(face []byte) []byte {
	const at = 64
	out := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02"), 0, 0, 0, 0, 0, 0, 0, at)
	out = append(out, make([]byte, at-len(out))...)
	face = slices.Clone(face)
	for i := range int(binary.BigEndian.Uint16(face[4:])) {
		where := face[12+16*i+8:]
		binary.BigEndian.PutUint32(where, binary.BigEndian.Uint32(where)+at)
	}
	return append(out, face...)
}

// restricted is a face whose maker forbids to put it into documents.
func restricted(t testing.TB, face []byte) []byte {
	t.Helper()
	face = slices.Clone(face)
	for i := range int(binary.BigEndian.Uint16(face[4:])) {
		if record := face[12+16*i:]; string(record[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(face[binary.BigEndian.Uint32(record[8:])+8:], 2)
			return face
		}
	}
	t.Fatal("it has no such table")
	return nil
}

func TestAFaceOfTheSystemIsTakenWhereAPDFCanHoldIt(t *testing.T) {
	onScreen, err := os.ReadFile("../look/fonts/UI-Regular.otf")
	if err != nil {
		t.Fatal(err)
	}
	face := otherFace(t)
	for name, c := range map[string]struct {
		file  []byte
		index int
		r     rune
		taken bool
	}{
		"a face":                       {face, 0, armenian, true},
		"one of a collection":          {collection(face), 1, armenian, true},
		"none of a collection":         {collection(face), 7, armenian, false},
		"one without the letter":       {face, 0, 'क', false},
		"one with other outlines":      {onScreen, 0, 'A', false},
		"one that may not be put in":   {restricted(t, face), 0, armenian, false},
		"no font":                      {[]byte("what there is instead"), 0, armenian, false},
		"nothing":                      {nil, 0, armenian, false},
		"half a font":                  {face[:len(face)/2], 0, armenian, false},
		"a collection without a face":  {[]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x09"), 3, armenian, false},
		"one whose tables are nowhere": {append([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, []byte("glyf1234\xff\xff\xff\xff\xff\xff\xff\xff")...), 0, armenian, false},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "font")
			if err := os.WriteFile(path, c.file, 0o600); err != nil {
				t.Fatal(err)
			}
			if got := load(fontscan.Location{File: path, Index: uint16(c.index)}, c.r); (got != nil) != c.taken {
				t.Errorf("it is taken: %v", got != nil)
			}
		})
	}
	if load(fontscan.Location{File: filepath.Join(t.TempDir(), "none")}, armenian) != nil {
		t.Error("a file that is not there is taken")
	}
}

func TestADamagedFontEndsNothing(t *testing.T) {
	face := otherFace(t)
	path := filepath.Join(t.TempDir(), "font")
	rapid.Check(t, func(t *rapid.T) {
		damaged := slices.Clone(face)
		for range rapid.IntRange(1, 20).Draw(t, "faults") {
			damaged[rapid.IntRange(0, 4000).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		if rapid.Bool().Draw(t, "cut") {
			damaged = damaged[:rapid.IntRange(0, len(damaged)).Draw(t, "length")]
		}
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		load(fontscan.Location{File: path}, armenian)
	})
}

func TestWhatOurFacesHaveNotIsDrawnInOneOfTheSystem(t *testing.T) {
	needsPDFToText(t)
	path := filepath.Join(t.TempDir(), "font")
	if err := os.WriteFile(path, otherFace(t), 0o600); err != nil {
		t.Fatal(err)
	}
	none := systemFonts
	systemFonts = func() []fontscan.Footprint {
		runes := fontscan.RuneSet{}
		for _, r := range "Պատրաստելծրագիրը東" { // it says of one that it has it, and has not
			runes.Add(r)
		}
		return []fontscan.Footprint{
			{Location: fontscan.Location{File: path + ".gone"}, Runes: runes},
			{Location: fontscan.Location{File: path}, Runes: runes, Aspect: font.Aspect{Style: font.StyleNormal, Weight: font.WeightBold}},
		}
	}
	t.Cleanup(func() { systemFonts = none })
	f, err := newFaces()
	if err != nil {
		t.Fatal(err)
	}
	f.others = f.regular // as if we had none
	d := document.Document{Title: "Պատրաստել ծրագիրը, 東"}
	w := &writer{faces: f, wide: 400}
	w.document(d)
	p := newPrinter(d, A4)
	p.page(w, w.rows, "", "1")
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	if got := read(t, t.TempDir(), out.Bytes()); !strings.Contains(got[0], "Պատրաստել ծրագիրը") {
		t.Errorf("it reads %q", got)
	}
	if f.can('東') || !f.can('ը') {
		t.Error("what can be drawn is not what the face has")
	}
}

// More faces of the system than are kept: each stands in the PDF under a name of its own, and is read once.
func TestEachFaceOfTheSystemHasANameOfItsOwn(t *testing.T) {
	const letters = "ԱԲԳԴԵԶԷԸԹԺԻԼ"
	folder, runes := t.TempDir(), []rune(letters)
	files := len(runes) / 2
	var fonts []fontscan.Footprint
	path := func(i int) string { return filepath.Join(folder, string(rune('a'+i))) }
	for i := range files { // of two letters each, which do not stand together
		set := fontscan.RuneSet{}
		set.Add(runes[i])
		set.Add(runes[i+files])
		if err := os.WriteFile(path(i), otherFace(t), 0o600); err != nil {
			t.Fatal(err)
		}
		fonts = append(fonts, fontscan.Footprint{Location: fontscan.Location{File: path(i)}, Runes: set})
	}
	none, looked := systemFonts, 0
	systemFonts = func() []fontscan.Footprint {
		looked++
		return fonts
	}
	t.Cleanup(func() { systemFonts = none })
	for _, doc := range []string{"one document", "the next"} {
		t.Run(doc, func(t *testing.T) {
			looked = 0
			f, err := newFaces()
			if err != nil {
				t.Fatal(err)
			}
			f.others = f.regular // as if we had none
			names := map[string]int{}
			for i, r := range runes {
				face, drawn := f.draws(r, false)
				if drawn != r {
					t.Fatalf("%c is not drawn", r)
				}
				if of, known := names[face.name]; known && of != i%files {
					t.Errorf("the faces %d and %d are both called %s", of, i%files, face.name)
				}
				names[face.name] = i % files
				if i == files-1 && doc == "the next" { // what was read for this document is not read again
					for n := range files {
						if err := os.Remove(path(n)); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
			if len(names) != files || looked != 1 {
				t.Errorf("%d names of %d faces, looked for %d times", len(names), files, looked)
			}
		})
	}
	if loadedNow := len(loaded.used); loadedNow > mostLoaded {
		t.Errorf("%d are kept", loadedNow)
	}
}
