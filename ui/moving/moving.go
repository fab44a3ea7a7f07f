// Package moving is the page shown while the journal is on its way to another folder: where to, how far it is, and a way to
// stop. No journal is open meanwhile.
package moving

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Page says how far the move is.
type Page struct {
	folder string
	stop   func()
	cancel *widgets.Button
	says   *widgets.Para
	root   *fyne.Container
}

// New makes the page; stop asks for an end, which leaves the journal where it was.
func New(folder string, stop func()) *Page {
	p := &Page{folder: folder, stop: stop, root: container.NewStack(), says: widgets.NewPara(13, widgets.Dim(voice.T("Copying …"))).Lead(20)}
	p.cancel = widgets.NewButton("moving.cancel", widgets.Outlined, "", voice.T("Cancel"), p.cancelled)
	page := widgets.Card(12,
		widgets.HStack(10, widgets.Icon("save", 20, look.C().Primary), widgets.Heading(voice.T("Moving your journal"))),
		widgets.NewPara(14, widgets.Plain(voice.T(
			"Handback copies everything, reads the copy back and compares it. Only then does it delete the old files."))).Lead(22),
		widgets.NewPara(12, widgets.Dim(folder)).Lead(18),
		p.says,
		widgets.Gap(4),
		widgets.HStack(8, p.cancel, widgets.Grow()))
	p.root.Objects = []fyne.CanvasObject{widgets.NewScroll("moving", widgets.VStack(0, widgets.Grow(),
		widgets.Pad(24, 24, 56, 24, widgets.CentredMaxWidth(560, page)), widgets.Grow()))}
	return p
}

// Far says how far the move is.
func (p *Page) Far(done, of int64) {
	if of > 0 {
		p.says.SetRuns(widgets.Dim(voice.T("{percent}% done", "percent", strconv.FormatInt(done*100/of, 10))))
	}
}

func (p *Page) cancelled() {
	p.cancel.SetEnabled(false)
	p.stop()
}

// Content implements room.Room.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Reload implements room.Room. Nothing here comes from a journal.
func (p *Page) Reload() error { return nil }

// Focus implements room.Focuser.
func (p *Page) Focus() fyne.Focusable { return p.cancel }

var _ room.Focuser = (*Page)(nil)
