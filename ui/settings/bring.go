package settings

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/widgets"
)

// bring leads to the import of notes of other programs, where earlier ones can be taken back.
func (r *Room) bring() fyne.CanvasObject {
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.NewPara(13, widgets.Dim(voice.T("Import notes from another program, or undo an import.")))),
		widgets.NewSmallButton("settings.import", widgets.Outlined, "open", voice.T("Import notes …"), func() { r.host.Run("import") })))
}
