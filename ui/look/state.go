// Package look holds how Handback looks: the two palettes, the faces, the
// icons, and the Fyne theme made from them.
//
// There is one current look, changed by Use and read by C (colours) and S
// (sizes). It belongs to the UI goroutine: nothing here may be called from
// another one. Widgets read it when they are built or refreshed; after Use the
// shell sets the theme again and rebuilds what it shows.
package look

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode is what the user chose: light, dark, or whatever the system has.
type Mode string

// The modes, as they are stored in the settings.
const (
	ModeSystem Mode = "system"
	ModeLight  Mode = "light"
	ModeDark   Mode = "dark"
)

// MinScale and MaxScale bound the text scale.
const (
	MinScale = 1.0
	MaxScale = 1.5
)

var current = struct {
	palette *Palette
	scale   float32
}{&Light, 1}

// Use sets the current look. systemVariant is what the system asks for
// (fyne.Settings.ThemeVariant); it counts in ModeSystem alone. A scale outside
// MinScale and MaxScale is brought to the nearer of them. It reports whether
// anything changed: if so, the caller sets the theme again and rebuilds.
func Use(mode Mode, systemVariant fyne.ThemeVariant, scale float32) (changed bool) {
	dark := mode == ModeDark || mode != ModeLight && systemVariant == theme.VariantDark
	palette := &Light
	if dark {
		palette = &Dark
	}
	scale = fyne.Max(MinScale, fyne.Min(MaxScale, scale))
	changed = palette != current.palette || scale != current.scale
	current.palette, current.scale = palette, scale
	return changed
}

// C is the current palette, to read.
func C() *Palette { return current.palette }

// S scales a size of text, or of something that holds text, with the text
// scale, to whole units.
func S(size float32) float32 {
	if current.scale == 1 {
		return size
	}
	return float32(math.Round(float64(size * current.scale)))
}

// Scale is the current text scale.
func Scale() float32 { return current.scale }
