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
	"time"

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

// ModeOf is the mode that is in force where a setting is kept. Light is what one begins with: on Linux the toolkit takes a
// desktop that says nothing for a dark one.
func ModeOf(kept string) Mode {
	switch mode := Mode(kept); mode {
	case "":
		return ModeLight
	case ModeLight, ModeDark:
		return mode
	}
	return ModeSystem
}

// MinScale and MaxScale bound the text scale.
const (
	MinScale = 1.0
	MaxScale = 1.5
)

var current = struct {
	palette *Palette
	scale   float32
	week    time.Weekday
}{&Light, 1, time.Monday}

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

// UseWeek says on which day the weeks of a calendar begin, from the next one that opens on.
func UseWeek(first time.Weekday) { current.week = first }

// FirstDay is the day on which the weeks of a calendar begin.
func FirstDay() time.Weekday { return current.week }

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
