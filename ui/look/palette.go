package look

import (
	"image/color"
	"maps"
	"slices"
)

// Palette is the set of colours of one variant, named by role. Every text
// colour reads at a contrast of at least 4.5 on every surface it may stand on.
type Palette struct {
	// Dark tells which variant this is, for the few places that mix differently.
	Dark bool

	// Surfaces.
	Background color.NRGBA // the page
	Surface    color.NRGBA // cards and the editor
	Sidebar    color.NRGBA
	Hover      color.NRGBA // a field under the pointer, an empty step
	Selection  color.NRGBA // the chosen row, selected text, soft buttons
	SoftCard   color.NRGBA // prompt, reflection

	// Lines.
	Hairline     color.NRGBA
	ButtonLine   color.NRGBA // outline of a plain button
	CheckboxLine color.NRGBA
	Faint        color.NRGBA // scroll bars, disabled icons, bullets: never text

	// Text.
	Text      color.NRGBA
	Muted     color.NRGBA
	Primary   color.NRGBA // pine: the one accent
	OnPrimary color.NRGBA // text on Primary

	// Labels. Never the only sign: each label has its icon and its word too.
	Todo, Decided, Praise, Idea, Need, Ask, Stuck color.NRGBA
}

// Light is the palette of a bright room: warm paper.
var Light = Palette{
	Background: rgb(0xFAF8F5), Surface: rgb(0xFFFFFF), Sidebar: rgb(0xF1EEE8),
	Hover: rgb(0xF4F1EC), Selection: rgb(0xDCEBE6), SoftCard: rgb(0xECF4F1),
	Hairline: rgb(0xE6E1D9), ButtonLine: rgb(0xD8D2C9), CheckboxLine: rgb(0x767A7E), Faint: rgb(0xC9C3B8),
	Text: rgb(0x1F2328), Muted: rgb(0x5B626B), Primary: rgb(0x1F6F5C), OnPrimary: rgb(0xFFFFFF),
	Todo: rgb(0x1F6F5C), Decided: rgb(0x4453A6), Praise: rgb(0xA83A62), Idea: rgb(0x856200),
	Need: rgb(0x1F64A8), Ask: rgb(0x8A5200), Stuck: rgb(0xA83C24),
}

// Dark is the palette of a dim room.
var Dark = Palette{
	Dark:       true,
	Background: rgb(0x16191D), Surface: rgb(0x1E2227), Sidebar: rgb(0x121518),
	Hover: rgb(0x262B31), Selection: rgb(0x24433B), SoftCard: rgb(0x213533),
	Hairline: rgb(0x2C3138), ButtonLine: rgb(0x393F47), CheckboxLine: rgb(0x8D949C), Faint: rgb(0x464D56),
	Text: rgb(0xE8E6E1), Muted: rgb(0xA5ABB3), Primary: rgb(0x74C9B1), OnPrimary: rgb(0x10201B),
	Todo: rgb(0x74C9B1), Decided: rgb(0xA4B0F5), Praise: rgb(0xF09ABA), Idea: rgb(0xE3C35C),
	Need: rgb(0x85BDF2), Ask: rgb(0xEBB36A), Stuck: rgb(0xF39A84),
}

// inks are the colours that can be asked for by name, as the table of the labels does.
var inks = map[string]func(p *Palette) color.NRGBA{
	"todo":    func(p *Palette) color.NRGBA { return p.Todo },
	"decided": func(p *Palette) color.NRGBA { return p.Decided },
	"praise":  func(p *Palette) color.NRGBA { return p.Praise },
	"idea":    func(p *Palette) color.NRGBA { return p.Idea },
	"need":    func(p *Palette) color.NRGBA { return p.Need },
	"ask":     func(p *Palette) color.NRGBA { return p.Ask },
	"stuck":   func(p *Palette) color.NRGBA { return p.Stuck },
	"muted":   func(p *Palette) color.NRGBA { return p.Muted },
}

// InkNames lists the names that Ink knows, sorted.
func InkNames() []string { return slices.Sorted(maps.Keys(inks)) }

// Ink gives the colour of that name for text and icons. An unknown name is a programming error and panics: the names are
// all in InkNames.
func (p *Palette) Ink(name string) color.NRGBA {
	ink, ok := inks[name]
	if !ok {
		panic("look: no ink " + name)
	}
	return ink(p)
}

// Lit lies over whatever is under the pointer: on Surface it gives Hover, and it is seen on the page and the sidebar too.
func (p *Palette) Lit() color.NRGBA {
	if p.Dark {
		return color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0x0A}
	}
	return color.NRGBA{R: 0x75, G: 0x50, B: 0x11, A: 0x14}
}

// SidebarChosen is the ground of the chosen row of the sidebar.
func (p *Palette) SidebarChosen() color.NRGBA { return Mix(p.Sidebar, p.Text, .07) }

// Tint is the pale ground of a label or chip in the given colour, on Surface.
func (p *Palette) Tint(c color.NRGBA) color.NRGBA {
	if c == p.Muted {
		return p.Hover
	}
	if p.Dark {
		return Mix(p.Surface, c, .13)
	}
	return Mix(p.Surface, c, .10)
}

// Mix goes from a (0) to b (1).
func Mix(a, b color.NRGBA, share float32) color.NRGBA {
	part := func(x, y uint8) uint8 { return uint8(float32(x)*(1-share) + float32(y)*share + .5) }
	return color.NRGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: 0xFF}
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// Off is the ink of a word that does nothing now: fainter than what may be read, so that it is told from what acts.
func (p *Palette) Off() color.NRGBA { return Mix(p.Muted, p.Surface, .5) }
