package look

import (
	"bytes"
	"image"
	"image/color"
	imagedraw "image/draw"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/go-text/render"
	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"
)

// ownFace is the face of the texts.
func ownFace(t testing.TB) *font.Face {
	t.Helper()
	face, err := font.ParseTTF(bytes.NewReader(regularFile))
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// drawText draws a text by remembered glyphs into an image.RGBA, and anew into any other.
func drawText(img imagedraw.Image, face *font.Face, text string, size, scale float32, pen color.Color) int {
	r := &render.Renderer{FontSize: size, PixScale: scale, Color: pen}
	return r.DrawString(text, img, face)
}

// TestRememberedGlyphsLookAsDrawnAnew holds the copy of the library that draws text against the way in which the library draws.
func TestRememberedGlyphsLookAsDrawnAnew(t *testing.T) {
	face := ownFace(t)
	for _, c := range []struct {
		name, text string
		scale      float32
		pen        color.Color
	}{
		{"Latin", "Sphinx of black quartz, judge my vow – 0123456789 (“äöüßéñç”)", 1, color.Black},
		{"a screen of many pixels", "Sphinx of black quartz, judge my vow", 2, color.Black},
		{"a colour that lets through", "Sphinx of black quartz", 1, color.NRGBA{R: 200, G: 40, B: 90, A: 120}},
		{"Greek and Cyrillic", "Ξεσκεπάζω τὴν ψυχοφθόρα βδελυγμία, Съешь же ещё этих мягких", 1.5, color.Black},
		{"what the face lacks", "日本語", 1, color.Black},
		{"blanks", "   ", 1, color.Black},
	} {
		t.Run(c.name, func(t *testing.T) {
			bounds := image.Rect(0, 0, 1100, 60)
			again, anew := image.NewRGBA(bounds), image.NewNRGBA(bounds)
			for range 2 { // the second time all of it is remembered
				again = image.NewRGBA(bounds)
				end, want := drawText(again, face, c.text, 14, c.scale, c.pen), drawText(anew, face, c.text, 14, c.scale, c.pen)
				if end != want {
					t.Fatalf("it ends at %d, not at %d", end, want)
				}
				anew = image.NewNRGBA(bounds)
				drawText(anew, face, c.text, 14, c.scale, c.pen)
			}
			ink, off := 0, 0
			for y := range bounds.Dy() {
				for x := range bounds.Dx() {
					_, _, _, a := again.At(x, y).RGBA()
					_, _, _, b := anew.At(x, y).RGBA()
					ink += int(b >> 8)
					off += max(int(a>>8)-int(b>>8), int(b>>8)-int(a>>8))
				}
			}
			blank := strings.TrimSpace(c.text) == ""
			if (ink == 0) != blank || off*100 > ink*12 { // up to an eighth of a pixel aside
				t.Errorf("of %d of ink %d stand elsewhere", ink, off)
			}
		})
	}
}

func BenchmarkDrawText(b *testing.B) {
	const text = "The quick brown fox jumps over the lazy dog and some more words"
	face := ownFace(b)
	bounds := image.Rect(0, 0, 440, 24)
	for name, img := range map[string]imagedraw.Image{"remembered": image.NewRGBA(bounds), "anew": image.NewNRGBA(bounds)} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				drawText(img, face, text, 14, 1, color.Black)
			}
		})
	}
}

// TestLettersAndAccentsWrittenApartAreDrawnAsOne: the faces leave it to shaping to put them together.
func TestLettersAndAccentsWrittenApartAreDrawnAsOne(t *testing.T) {
	for _, face := range []fyne.Resource{Regular, Italic, Medium, SemiBold, Editor, Display} {
		t.Run(face.Name(), func(t *testing.T) {
			parsed, err := font.ParseTTF(bytes.NewReader(face.Content()))
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range []string{
				"Příliš žluťoučký kůň", "Zażółć gęślą jaźń", "Tiếng Việt ở đâu", "Árvíztűrő tükörfúrógép", "ąčęėįšųūž", "Crème brûlée à Noël",
				"İĞŞ īñ", "Ўзбек Ќ Ї", "Ξεσκεπάζω τὴν ψυχοφθόρα",
			} {
				bounds := image.Rect(0, 0, 400, 40)
				one, apart := image.NewRGBA(bounds), image.NewRGBA(bounds)
				drawText(one, parsed, norm.NFC.String(text), 14, 1, color.Black)
				drawText(apart, parsed, norm.NFD.String(text), 14, 1, color.Black)
				if !bytes.Equal(one.Pix, apart.Pix) {
					t.Errorf("%q looks different", text)
				}
			}
		})
	}
}
