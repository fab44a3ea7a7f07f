package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme is the current look as a Fyne theme. It has no state of its own: set it
// again (Settings().SetTheme(look.Theme{})) after Use returned true.
type Theme struct{}

// Color follows the current palette, whatever variant the system asks for.
func (Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := C()
	if ours, ok := themeColors[name]; ok {
		return ours(p)
	}
	variant := theme.VariantLight
	if p.Dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

// themeColors are the roles of Fyne's own widgets in our palette.
var themeColors = map[fyne.ThemeColorName]func(*Palette) color.Color{
	theme.ColorNameBackground:          func(p *Palette) color.Color { return p.Background },
	theme.ColorNameOverlayBackground:   func(p *Palette) color.Color { return p.Background }, // Fyne's own file dialogs
	theme.ColorNameForeground:          func(p *Palette) color.Color { return p.Text },
	theme.ColorNamePrimary:             func(p *Palette) color.Color { return p.Primary },
	theme.ColorNameHyperlink:           func(p *Palette) color.Color { return p.Primary },
	theme.ColorNameForegroundOnPrimary: func(p *Palette) color.Color { return p.OnPrimary },
	theme.ColorNameMenuBackground:      func(p *Palette) color.Color { return p.Surface },
	theme.ColorNameSeparator:           func(p *Palette) color.Color { return p.Hairline },
	theme.ColorNameInputBorder:         transparent, // fields draw their own, the editor has none
	theme.ColorNameInputBackground:     transparent,
	theme.ColorNamePlaceHolder:         func(p *Palette) color.Color { return p.Muted },
	theme.ColorNameDisabled:            func(p *Palette) color.Color { return p.Muted },
	theme.ColorNameHover:               func(p *Palette) color.Color { return p.Hover },
	theme.ColorNameButton:              func(p *Palette) color.Color { return p.Hover },
	theme.ColorNameDisabledButton:      func(p *Palette) color.Color { return p.Hover },
	theme.ColorNameFocus:               func(p *Palette) color.Color { return p.Selection },
	theme.ColorNameSelection:           func(p *Palette) color.Color { return p.Selection },
	theme.ColorNamePressed:             func(p *Palette) color.Color { return p.Selection },
	theme.ColorNameError:               func(p *Palette) color.Color { return p.Stuck },
	theme.ColorNameScrollBar:           func(p *Palette) color.Color { return p.Faint },
	theme.ColorNameShadow:              transparent,
	theme.ColorNameScrollBarBackground: transparent,
}

func transparent(*Palette) color.Color { return color.Transparent }

// Font gives Inter. The plain face is the editor's, with more leading: an Entry
// takes its line height from the theme's own faces alone, and measures in the
// plain one whatever its style, so that any other would cost all of Fyne's
// fallback fonts twice. What is only read names its face.
func (Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return SemiBold
	case style.Italic:
		return Italic
	}
	return Editor
}

// Icon is Fyne's own: ours are drawn by Icon of this package.
func (Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size scales what holds text with the text scale.
func (Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return S(EditorTextSize)
	case theme.SizeNameCaptionText:
		return S(12)
	case theme.SizeNameHeadingText:
		return S(22)
	case theme.SizeNameSubHeadingText:
		return S(16)
	case theme.SizeNameInlineIcon:
		return S(18)
	case theme.SizeNameScrollBarSmall:
		return 3
	case theme.SizeNameScrollBar:
		return 8
	case theme.SizeNameInputBorder: // of the entry with the focus, and the width of the caret
		return 2
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	}
	return theme.DefaultTheme().Size(name)
}

// EditorTextSize is the size of the editor's text and of whatever else is typed
// into, before scaling. It is the theme's text size, because a theme of its own
// would cost the editor all of Fyne's fallback fonts a second time: 25 ms and 8 MB.
const EditorTextSize = 15
