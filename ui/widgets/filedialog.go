package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"handback/ui/look"
)

// ShowFileDialog shows the toolkit's dialog for files within the window, whatever the text's size; Esc closes it, as it closes every
// other dialog. Closed is called once it is gone, after the dialog's own answer.
func ShowFileDialog(at fyne.Canvas, d *dialog.FileDialog, closed func()) {
	at.Unfocus()
	d.Show()
	d.Resize(FileDialogSize(at)) // it can be sized and listened to only once it is shown
	container.NewThemeOverride(at.Overlays().Top(), gripless{theme.Current()})
	typed := at.OnTypedKey()
	d.SetOnClosed(func() {
		at.SetOnTypedKey(typed)
		closed()
	})
	at.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch {
		case e.Name == fyne.KeyEscape:
			d.Hide()
		case typed != nil:
			typed(e)
		}
	})
}

// FileDialogSize is how large the toolkit's dialog for files is shown: within its window, whatever the text's size.
func FileDialogSize(at fyne.Canvas) fyne.Size {
	return fyne.NewSize(fyne.Min(look.S(760), at.Size().Width-40), fyne.Min(look.S(520), at.Size().Height-40))
}

// gripless is the theme without the grip between the dialog's two parts: as the line isn't drawn that it stands on elsewhere, it looks
// like the caret of a field.
type gripless struct{ fyne.Theme }

// Size is the size of a name.
func (t gripless) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameSeparatorThickness {
		return 0
	}
	return t.Theme.Size(name)
}
