package look

import (
	_ "embed" // the faces
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

//go:embed fonts/UI-Regular.otf
var regularFile []byte

//go:embed fonts/UI-Italic.otf
var italicFile []byte

//go:embed fonts/UI-Medium.otf
var mediumFile []byte

//go:embed fonts/UI-SemiBold.otf
var semiBoldFile []byte

//go:embed fonts/Editor-Regular.otf
var editorFile []byte

//go:embed fonts/Display-SemiBold.otf
var displayFile []byte

// The faces. A face costs start-up time when a text in it is first measured
// (Fyne parses it then), and nothing before.
var (
	Regular fyne.Resource = &fyne.StaticResource{StaticName: "UI-Regular.otf", StaticContent: regularFile}
	Italic  fyne.Resource = &fyne.StaticResource{StaticName: "UI-Italic.otf", StaticContent: italicFile}
	Medium  fyne.Resource = &fyne.StaticResource{
		StaticName:    "UI-Medium.otf",
		StaticContent: mediumFile,
	} // names, buttons, the selected tab
	SemiBold fyne.Resource = &fyne.StaticResource{StaticName: "UI-SemiBold.otf", StaticContent: semiBoldFile} // headings
	Editor   fyne.Resource = &fyne.StaticResource{StaticName: "Editor-Regular.otf", StaticContent: editorFile}
	Display  fyne.Resource = &fyne.StaticResource{StaticName: "Display-SemiBold.otf", StaticContent: displayFile} // titles
)

// Face sets text in the given face. A text with characters that Inter lacks
// (emoji, other scripts) falls back to Fyne's theme font, which knows where to
// find them: a FontSource has no such fallback.
func Face(text *canvas.Text, face fyne.Resource) {
	text.FontSource, text.TextStyle = Source(text.Text, face)
}

// Source gives what Face sets: the source and style in which s can be drawn.
func Source(s string, face fyne.Resource) (fyne.Resource, fyne.TextStyle) {
	if covered(s) {
		return face, fyne.TextStyle{}
	}
	tellBeyond(s)
	return nil, fyne.TextStyle{
		Bold:   face == SemiBold || face == Display || face == Medium,
		Italic: face == Italic,
	}
}

// covered tells whether the embedded faces have every character of s.
func covered(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return coveredRunes(s[i:])
		}
	}
	return true
}

func coveredRunes(s string) bool {
	for _, r := range s {
		if !coveredRune(r) {
			return false
		}
	}
	return true
}

// coveredRune is held by a test against the faces themselves.
func coveredRune(r rune) bool {
	in := func(c runeRange) bool { return c.from <= r && r <= c.to }
	return slices.ContainsFunc(drawn, in) && !slices.Contains(missing, r)
}

type runeRange struct{ from, to rune }

// drawn is what the faces draw, less what is missing.
var drawn = []runeRange{
	{0, 0x24F},                     // Latin
	{0x391, 0x3CE}, {0x400, 0x45F}, // Greek, Cyrillic
	{0x1EA0, 0x1EF9},                                     // Vietnamese
	{0x2010, 0x2026}, {0x2030, 0x2030}, {0x2039, 0x203A}, // dashes, quotes, bullets
	{0x2190, 0x2193}, {0x20AC, 0x20AC}, {0x2122, 0x2122}, {0x2212, 0x2212},
}

var missing = []rune{0x149, 0x1C4, 0x3A2, 0x2016, 0x2017, 0x201F, 0x2023, 0x2024, 0x2025}
