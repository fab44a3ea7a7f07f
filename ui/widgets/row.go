package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// Least heights of rows, before scaling.
const (
	RowOneLine  = 34
	RowTwoLines = 48
	RowTall     = 56
)

// RowBleed is how far a row's light reaches beyond its text on both sides: what clips a list leaves it that much room.
const RowBleed = 8

// Row is a line in a card that can be tapped. It lights up under the pointer.
type Row struct {
	control
	content  fyne.CanvasObject
	least    float32
	selected bool
	chosen   color.Color // the ground where selected
	ground   *canvas.Rectangle

	opensMenu bool
	menu      func() []MenuItem        // may be nil
	make      func() fyne.CanvasObject // makes the content; nil where it is made
}

// NewRow makes a row at least that high (before scaling) which does something
// when tapped. For a row that does nothing itself see StillRow.
func NewRow(key string, least float32, content fyne.CanvasObject, onTap func()) *Row {
	flushEnd(content)
	r := &Row{content: content, least: look.S(least), chosen: look.C().SoftCard, ground: Box(color.Transparent, 6)}
	r.restyle = r.paint
	r.extend(r, key, onTap)
	return r
}

// Late is for a row of a long list that was made without content, see Scroll.Late: that is made only when it comes into view, and is no
// higher than leaves the row its least height. Until then there is nothing of it but the control. It returns the row.
func (r *Row) Late(content func() fyne.CanvasObject) *Row {
	r.make = content
	return r
}

// made makes the content where it is to come yet.
func (r *Row) made() {
	if r.make == nil {
		return
	}
	content := r.make()
	r.make = nil
	flushEnd(content)
	r.content = content
	r.Refresh()
}

// Select marks the row as the chosen one and returns it.
func (r *Row) Select(on bool) *Row {
	r.selected = on
	r.paint()
	return r
}

// OpensMenu says that what the row does is to open its menu: where it is tapped, with the right button too.
func (r *Row) OpensMenu() *Row {
	r.opensMenu = true
	return r
}

// Menu gives the row a menu of its own, for the right button: of a row that has no room for a "…". It returns the row.
func (r *Row) Menu(items func() []MenuItem) *Row {
	r.menu = items
	return r
}

// SelectOn is Select with a ground of one's own: on the sidebar.
func (r *Row) SelectOn(ground color.Color, on bool) *Row {
	r.chosen = ground
	return r.Select(on)
}

func (r *Row) paint() {
	p := look.C()
	lit := r.hovered && !r.disabled && r.act != nil
	switch {
	case r.selected && lit:
		r.ground.FillColor = look.Mix(color.NRGBAModel.Convert(r.chosen).(color.NRGBA), p.Text, .05)
	case r.selected:
		r.ground.FillColor = r.chosen
	case lit:
		r.ground.FillColor = p.Lit()
	default:
		r.ground.FillColor = color.Transparent
	}
	r.ground.Refresh()
}

// HeightForWidth is the content's height with air round it.
func (r *Row) HeightForWidth(width float32) float32 {
	if r.content == nil {
		return r.least
	}
	return fyne.Max(r.least, HeightOf(r.content, width)+10)
}

func (r *Row) minWidth() float32 {
	if r.content == nil {
		return 0
	}
	return minWidthOf(r.content)
}

func (r *Row) children() []fyne.CanvasObject {
	if r.content == nil {
		return nil
	}
	return []fyne.CanvasObject{r.content}
}

// CreateRenderer belongs to Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *Row }

func (q *rowRenderer) Destroy() {}
func (q *rowRenderer) Refresh() { q.r.paint(); q.Layout(q.r.Size()); canvas.Refresh(q.r) }

func (q *rowRenderer) Objects() []fyne.CanvasObject {
	if q.r.content == nil {
		return []fyne.CanvasObject{q.r.ground, q.r.ring}
	}
	return []fyne.CanvasObject{q.r.ground, q.r.content, q.r.ring}
}

func (q *rowRenderer) MinSize() fyne.Size {
	width := q.r.minWidth()
	return fyne.NewSize(width, q.r.HeightForWidth(fyne.Max(width, q.r.Size().Width)))
}

func (q *rowRenderer) Layout(size fyne.Size) {
	width := size.Width + 2*RowBleed
	place(q.r.ground, -RowBleed, 0, width, size.Height)
	q.r.ring.CornerRadius = 6
	place(q.r.ring, -RowBleed+1, 1, width-2, size.Height-2)
	if q.r.content == nil {
		return
	}
	height := HeightOf(q.r.content, size.Width)
	place(q.r.content, 0, round((size.Height-height)/2), size.Width, height)
}

// StillRow is a line in a card that does nothing itself; what stands in it may.
func StillRow(least float32, content fyne.CanvasObject) *fyne.Container {
	flushEnd(content)
	return container.New(&stillRow{least: look.S(least)}, content)
}

type stillRow struct{ least, lastWidth float32 }

func (l *stillRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	for _, o := range objects {
		height := HeightOf(o, size.Width)
		place(o, 0, round((size.Height-height)/2), size.Width, height)
	}
}

func (l *stillRow) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	return fyne.Max(l.least, tallest(objects, width)+10)
}

func (l *stillRow) minWidthOf(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l *stillRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}
