package takein

import (
	"fyne.io/fyne/v2"

	"handback/notes/incoming"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

// elsewhere says how to get here from programs whose own files can't be read.
func elsewhere() fyne.CanvasObject {
	ways := incoming.Elsewheres()
	return widgets.FoldCard(widgets.NewFold("import.elsewhere", "info", look.C().Muted, voice.T("Coming from another program?"),
		[]widgets.Run{widgets.Dim(voice.N(len(ways), "{n} way to import notes", "{n} ways to import notes"))}, func() fyne.CanvasObject {
			var rows []fyne.CanvasObject
			for _, w := range ways {
				rows = append(rows, widgets.VStack(2, widgets.NewPara(14, widgets.Strong(w.Program)), widgets.NewPara(13, widgets.Dim(w.How)).Lead(19)))
			}
			return widgets.VStack(12, rows...)
		}))
}
