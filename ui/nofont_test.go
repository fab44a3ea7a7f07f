package ui

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"

	"handback/notes"
	"handback/ui/look"
)

// withFonts has the system have one font with these characters.
func withFonts(t *testing.T, has string) {
	t.Helper()
	before := look.SystemFonts
	look.SystemFonts = func() []fontscan.Footprint {
		f := fontscan.Footprint{Aspect: font.Aspect{Weight: font.WeightNormal}}
		for _, r := range has {
			f.Runes.Add(r)
		}
		return []fontscan.Footprint{f}
	}
	t.Cleanup(func() { look.SystemFonts = before })
}

// TestTextThatNoFontShowsIsSaidOnce in a note and where it is a name; what a font of the system has, emoji and signs are none of it.
func TestTextThatNoFontShowsIsSaidOnce(t *testing.T) {
	for name, c := range map[string]struct {
		text, says string
	}{
		"Japanese":             {"ひらがな", "no Japanese font"},
		"Chinese":              {"中文", "no Chinese or Japanese font"},
		"Korean":               {"한국어", "no Korean font"},
		"another":              {"ꦗꦮ", "no font for some of the characters"},
		"one that a font has":  {"ไทย", ""},
		"signs and combined":   {"e\u0301 → ✔ 🙂 “x”", ""},
		"Cyrillic, Vietnamese": {"Привет, Việt", ""},
	} {
		t.Run(name, func(t *testing.T) {
			withFonts(t, "ไทย")
			w := newWindow(t)
			w.writeNote(w.who("Ana"), c.text+"\n")
			w.settle()
			said := w.frame.said
			if c.says == "" && strings.Contains(said, "font") || !strings.Contains(said, c.says) {
				t.Fatalf("said is %q", said)
			}
			w.Say("")
			w.writeNote(w.who("Ben"), "again "+c.text+"\n")
			w.settle()
			if strings.Contains(w.frame.said, "font") {
				t.Errorf("it is said again: %q", w.frame.said)
			}
		})
	}
	withFonts(t, "")
	w := newWindow(t)
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "ひな", State: notes.StateHere}}})
	w.settle()
	if !strings.Contains(w.frame.said, "no Japanese font") {
		t.Errorf("of a name is said %q", w.frame.said)
	}
}
