package takein

import "fyne.io/fyne/v2"

// elsewhereRows say how to get here from programs whose files can't be read.
func elsewhereRows() []fyne.CanvasObject { return nil }
