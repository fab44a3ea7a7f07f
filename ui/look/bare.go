package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// BareTheme is Theme for an Entry of one line that has no box of its own.
type BareTheme struct {
	EditorTheme
	TextSize float32 // before scaling
}

// Size sets the text's.
func (t BareTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameText {
		return S(t.TextSize)
	}
	return t.EditorTheme.Size(name)
}
