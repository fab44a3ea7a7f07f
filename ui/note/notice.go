package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// notice is the muted line under a projected note that says how many lines are left out: no lock, no word of why, since
// the person it is about sees it.
type notice struct {
	host  room.Host
	box   *fyne.Container // one child, or none where nothing is left out
	drawn int
	onTap func(shown *widgets.Button)
}

func newNotice(host room.Host, onTap func(shown *widgets.Button)) *notice {
	return &notice{host: host, box: container.NewStack(), onTap: onTap}
}

// draw follows the draft.
func (n *notice) draw() {
	now := n.host.Draft().Folded()
	if now == n.drawn {
		return
	}
	n.drawn = now
	if now == 0 {
		replace(n.box)
		return
	}
	say := voice.N(now, "{n} line folded", "{n} lines folded")
	widgets.Keep(n.host.Window().Canvas(), n.box, func() {
		var shown *widgets.Button
		shown = widgets.NewSmallButton("note.folded", widgets.Quiet, "right", say, func() { n.onTap(shown) })
		replace(n.box, widgets.HMiddle(0, shown))
	})
}

// showFolded shows the lines that are left out, alone and to read.
func showFolded(host room.Host) {
	var parts []fyne.CanvasObject
	for _, line := range host.Draft().FoldedLines() {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(line)).Lead(20))
	}
	widgets.NewDialog(host.Window().Canvas(), voice.T("Folded lines"), "", nil, widgets.VStack(4, parts...)).Show(nil)
}
