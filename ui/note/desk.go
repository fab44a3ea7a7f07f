package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
	"handback/ui/widgets"
)

// Sizes of the Notes screen, before the text scale.
const (
	listWidth  = 216
	filedWidth = 296
	paperWidth = 760 // the running text's, with its gutter
	underBelow = 935 // the room's width under which the panel goes under the editor: beside the discs of a window of 1000
	underShare = 0.38
)

// desk places the parts of the Notes screen: list, paper, panel. In a narrow window the panel lies under the paper.
type desk struct {
	room         *Room
	sheet        *canvas.Rectangle
	first, other *canvas.Rectangle // hairlines
}

// parts are the objects that the desk places.
func (r *Room) parts() []fyne.CanvasObject {
	d := &desk{
		room: r, sheet: canvas.NewRectangle(look.C().Surface),
		first: canvas.NewRectangle(look.C().Hairline), other: canvas.NewRectangle(look.C().Hairline),
	}
	r.desk = d
	return []fyne.CanvasObject{d.sheet, d.first, d.other, r.list, r.head, r.paper, r.panel.box}
}

// MinSize implements fyne.Layout.
func (d *desk) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 300) }

// Layout implements fyne.Layout.
func (d *desk) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	left := look.S(listWidth)
	panel := fyne.NewSize(look.S(filedWidth), size.Height)
	paper := fyne.NewSize(size.Width-left-panel.Width, size.Height)
	at := fyne.NewPos(size.Width-panel.Width, 0)
	under := size.Width < look.S(underBelow)
	if under {
		panel = fyne.NewSize(size.Width-left, float32(int(size.Height*underShare)))
		paper = fyne.NewSize(size.Width-left, size.Height-panel.Height)
		at = fyne.NewPos(left, paper.Height)
	}
	r := d.room
	widgets.Place(r.list, 0, 0, left, size.Height)
	widgets.Place(d.sheet, left, 0, paper.Width, paper.Height)
	widgets.Place(d.first, left, 0, 1, size.Height)
	if under {
		widgets.Place(d.other, left, paper.Height, paper.Width, 1)
	} else {
		widgets.Place(d.other, at.X, 0, 1, size.Height)
	}
	widgets.Place(r.panel.box, at.X+1, at.Y+1, panel.Width-1, panel.Height-1)
	placePaper(r.head, r.paper, left, 18, paper)
}

// placePaper puts a head and the running text below it into the middle of a sheet that begins at left.
func placePaper(head, text fyne.CanvasObject, left, top float32, paper fyne.Size) {
	width := min(look.S(paperWidth), paper.Width-44)
	x := left + float32(int((paper.Width-width)/2))
	height := widgets.HeightOf(head, width-widgets.EditorGutter)
	widgets.Place(head, x+widgets.EditorGutter, top, width-widgets.EditorGutter, height)
	widgets.Place(text, x-8, top+height+8, width+8, paper.Height-top-height-8)
}
