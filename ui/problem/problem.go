// Package problem is the page shown where the journal that should be opened can't be: what is wrong, where the file
// lies, and what can be done. The file itself is left as it is.
package problem

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Page says what is wrong and offers what can be done.
type Page struct {
	root  fyne.CanvasObject
	again *widgets.Button
}

// Ways are what the page offers.
type Ways struct {
	Again func() // tries to open the same file
	Other func() // shows the ways to begin
	Quit  func()
}

// New makes the page; say is a whole sentence, path the journal's file.
func New(say, path string, ways Ways) room.Room {
	again := widgets.NewButton("problem.again", widgets.Primary, "", voice.T("Try again"), ways.Again)
	page := widgets.Card(12,
		widgets.HStack(10, widgets.Icon("info", 20, look.C().Stuck), widgets.Heading(voice.T("This journal can't be opened"))),
		widgets.NewPara(14, widgets.Plain(say)).Lead(22),
		widgets.NewPara(12, widgets.Dim(path)).Lead(18),
		widgets.Gap(4),
		widgets.HStack(8, again, widgets.NewButton("problem.other", widgets.Outlined, "", voice.T("Open another journal"), ways.Other),
			widgets.Grow(), widgets.NewButton("problem.quit", widgets.Quiet, "", voice.T("Quit"), ways.Quit)))
	root := widgets.NewScroll("problem", widgets.VStack(0, widgets.Grow(),
		widgets.Pad(24, 24, 56, 24, widgets.CentredMaxWidth(560, page)), widgets.Grow()))
	return &Page{root: root, again: again}
}

// Content implements room.Room.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Reload implements room.Room. Nothing here comes from a journal.
func (p *Page) Reload() error { return nil }

// Focus implements room.Focuser.
func (p *Page) Focus() fyne.Focusable { return p.again }
