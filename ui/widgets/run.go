package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// Run is a piece of a Para in one colour and one face.
type Run struct {
	Text  string
	Color color.Color
	Face  fyne.Resource
}

// Plain is a run of ordinary text.
func Plain(s string) Run { return Run{s, look.C().Text, look.Regular} }

// Dim is a run of muted text.
func Dim(s string) Run { return Run{s, look.C().Muted, look.Regular} }

// Strong is a run with some weight.
func Strong(s string) Run { return Run{s, look.C().Text, look.Medium} }

// Bold is a run in semi-bold.
func Bold(s string) Run { return Run{s, look.C().Text, look.SemiBold} }

// Slanted is a run in italics.
func Slanted(s string) Run { return Run{s, look.C().Text, look.Italic} }

// Colored is a run with some weight in a colour: tags, hits of a search.
func Colored(s string, c color.Color) Run { return Run{s, c, look.Medium} }
