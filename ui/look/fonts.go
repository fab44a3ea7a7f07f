package look

import (
	_ "embed" // the faces
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
	Regular  fyne.Resource = &fyne.StaticResource{StaticName: "UI-Regular.otf", StaticContent: regularFile}
	Italic   fyne.Resource = &fyne.StaticResource{StaticName: "UI-Italic.otf", StaticContent: italicFile}
	Medium   fyne.Resource = &fyne.StaticResource{StaticName: "UI-Medium.otf", StaticContent: mediumFile}     // names, buttons, the selected tab
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
	switch {
	case r < 0x250: // Latin
		return r != 0x149 && r != 0x1C4
	case r >= 0x391 && r <= 0x3CE: // Greek
		return r != 0x3A2
	case r >= 0x400 && r <= 0x45F: // Cyrillic
		return true
	case r >= 0x1EA0 && r <= 0x1EF9: // Vietnamese
		return true
	case r >= 0x2010 && r <= 0x2026, r == 0x2030, r == 0x2039, r == 0x203A: // dashes, quotes, bullets
		return r != 0x2023 && r != 0x2024 && r != 0x2025 && r != 0x201F && r != 0x2016 && r != 0x2017
	case r >= 0x2190 && r <= 0x2193, r == 0x20AC, r == 0x2122, r == 0x2212:
		return true
	}
	return false
}
