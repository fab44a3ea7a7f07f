package review

import (
	"fyne.io/fyne/v2"
)

// saveButton offers what is in view to be saved or copied.
func (r *Room) saveButton() []fyne.CanvasObject { return nil }
