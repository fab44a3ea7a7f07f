package room

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// NewLogRow is a row of a ledger, a log or a list that shows a filed line. Everywhere a tap, or Enter, opens the note at
// that line; what can be done with the line has a control of its own in the row, see LogMenu.
func NewLogRow(host Host, key string, least float32, f notes.Filed, content fyne.CanvasObject) *widgets.Row {
	return widgets.NewRow(key, least, content, func() { host.Go(PlaceOf(f)) })
}

// LogMenu ends the content of a row with the three dots behind which stands what can be done with it. Its key is the
// row's with "/more". Where the journal can only be read there is nothing; where a line of a list has no acts, items is
// nil and the place stays free.
func LogMenu(host Host, key string, items func() []widgets.MenuItem) []fyne.CanvasObject {
	if ReadOnly(host) {
		return nil
	}
	var more *widgets.Button
	more = widgets.NewSmallButton(key+"/more", widgets.Quiet, "more", "", func() { widgets.ShowMenu(more, items()...) })
	widgets.WithTip(more, voice.T("What you can do with it"), "")
	if items == nil {
		return []fyne.CanvasObject{widgets.GapWide(more.MinSize().Width)}
	}
	return []fyne.CanvasObject{more}
}
