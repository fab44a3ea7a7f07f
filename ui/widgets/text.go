package widgets

import (
	"hash/maphash"
	"image/color"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// TextIn is one line of text, at a size before scaling, in a colour and a face
// of package look. It never wraps and never truncates: see Para for what may.
func TextIn(s string, size float32, c color.Color, face fyne.Resource) *canvas.Text {
	t := canvas.NewText(s, c)
	t.TextSize = look.S(size)
	look.Face(t, face)
	return t
}

// Title is the one title of a page.
func Title(s string) *canvas.Text { return TextIn(s, 22, look.C().Text, look.Display) }

// Heading heads a goal, or anything as large within a page.
func Heading(s string) *canvas.Text { return TextIn(s, 16, look.C().Text, look.SemiBold) }

// CardTitle heads a card.
func CardTitle(s string) *canvas.Text { return TextIn(s, 13, look.C().Text, look.SemiBold) }

// Text is ordinary text.
func Text(s string) *canvas.Text { return TextIn(s, 14, look.C().Text, look.Regular) }

// Name is ordinary text with some weight: names, what is selected.
func Name(s string) *canvas.Text { return TextIn(s, 14, look.C().Text, look.Medium) }

// Muted is ordinary text that stands back.
func Muted(s string) *canvas.Text { return TextIn(s, 14, look.C().Muted, look.Regular) }

// Small is for dates, counts and remarks.
func Small(s string) *canvas.Text { return TextIn(s, 12, look.C().Muted, look.Regular) }

// SmallName heads a group of small things.
func SmallName(s string) *canvas.Text { return TextIn(s, 12, look.C().Muted, look.Medium) }

// Right aligns a text at the right of the width it gets.
func Right(t *canvas.Text) *canvas.Text {
	t.Alignment = fyne.TextAlignTrailing
	return t
}

// Middle aligns a text in the middle of the width it gets.
func Middle(t *canvas.Text) *canvas.Text {
	t.Alignment = fyne.TextAlignCenter
	return t
}

// wordWidths are how wide words are that were wrapped lately. The same ones stand in most texts, and the toolkit, which forgets them
// after some seconds, takes a hundred times as long to measure one as to look it up here. Of a word it knows a sum alone, so that
// nothing of a journal stays behind in it. Of the UI goroutine alone.
var wordWidths = map[wordIn]float32{}

type wordIn struct {
	sum  uint64
	size float32
	face fyne.Resource
}

var wordSeed = maphash.MakeSeed()

// mostWords is how many are kept: those of some screens. longestWord is how many bytes of a text are looked up.
const mostWords, longestWord = 4000, 24

// textWidth is how wide s is at a size already scaled.
func textWidth(s string, size float32, face fyne.Resource) float32 {
	if !isWord(s) {
		return measuredWidth(s, size, face)
	}
	at := wordIn{maphash.String(wordSeed, s), size, face}
	width, known := wordWidths[at]
	if !known {
		width = measuredWidth(s, size, face)
		if len(wordWidths) >= mostWords {
			clear(wordWidths)
		}
		wordWidths[at] = width
	}
	return width
}

// isWord reports whether s is short, and of letters that each of our faces has: what another font draws may change.
func isWord(s string) bool {
	if len(s) > longestWord {
		return false
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func measuredWidth(s string, size float32, face fyne.Resource) float32 {
	source, style := look.Source(s, face)
	rendered, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, size, style, source)
	return rendered.Width
}
