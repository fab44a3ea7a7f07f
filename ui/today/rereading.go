package today

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// rereads is the line that leads to what an update reads otherwise, as long as something of it is to be decided. It waits:
// nothing has moved.
func (t *Today) rereads() []fyne.CanvasObject {
	if t.reread == 0 || room.ReadOnly(t.host) {
		return nil
	}
	says := voice.N(t.reread, "Handback reads {n} line differently now", "Handback reads {n} lines differently now")
	line := widgets.NewRow("rereading", widgets.RowOneLine, widgets.HStack(8,
		widgets.Icon("page", 16, look.C().Muted), widgets.Grow(widgets.NewElided(14, widgets.Plain(says))),
		widgets.Small(voice.T("Check them when you like"))), func() { t.host.Go(room.Place{Screen: room.Rereading}) })
	return []fyne.CanvasObject{widgets.FoldCard(line)}
}
