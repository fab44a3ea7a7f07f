package widgets

import (
	"cmp"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// DiscButton is a person's disc that is tapped. Off it is an outline, its initials muted.
type DiscButton struct {
	control
	person   string // by which the hue is chosen
	diameter float32
	on       bool
	circle   *canvas.Circle
	text     *canvas.Text
}

// NewDiscButton makes a disc for a person (see Disc), with a diameter before scaling, on or off. It does not change itself.
func NewDiscButton(key, name, uid string, diameter float32, on bool, onTap func()) *DiscButton {
	b := &DiscButton{person: cmp.Or(uid, name), diameter: diameter, on: on, circle: canvas.NewCircle(color.Transparent)}
	b.text = Middle(TextIn(Initials(name), round(diameter*.40), look.C().Muted, look.SemiBold))
	b.restyle = b.paint
	b.extend(b, key, onTap)
	b.paint()
	return b
}

// On tells whether the disc is filled.
func (b *DiscButton) On() bool { return b.on }

func (b *DiscButton) paint() {
	p := look.C()
	ground, ink := p.DiscColors(b.person)
	b.circle.FillColor, b.circle.StrokeColor, b.circle.StrokeWidth = ground, color.Transparent, 0
	if !b.on {
		ink = p.Muted
		b.circle.FillColor, b.circle.StrokeColor, b.circle.StrokeWidth = p.Surface, p.ButtonLine, 1
	}
	if b.hovered && !b.disabled {
		b.circle.StrokeColor, b.circle.StrokeWidth = p.Primary, 1.5
	}
	b.text.Color = ink
	b.circle.Refresh()
	b.text.Refresh()
}

func (b *DiscButton) side() float32 { return fyne.Max(leastHit, look.S(b.diameter+4)) }

func (b *DiscButton) minWidth() float32 { return b.side() }

// HeightForWidth is at least a finger's height.
func (b *DiscButton) HeightForWidth(float32) float32 { return b.side() }

// CreateRenderer belongs to Fyne.
func (b *DiscButton) CreateRenderer() fyne.WidgetRenderer { return &discButtonRenderer{b} }

type discButtonRenderer struct{ b *DiscButton }

func (r *discButtonRenderer) Destroy()           {}
func (r *discButtonRenderer) Refresh()           { r.b.paint(); canvas.Refresh(r.b) }
func (r *discButtonRenderer) MinSize() fyne.Size { return fyne.NewSize(r.b.side(), r.b.side()) }

func (r *discButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.circle, r.b.text, r.b.ring}
}

func (r *discButtonRenderer) Layout(size fyne.Size) {
	d := look.S(r.b.diameter)
	x, y := round((size.Width-d)/2), round((size.Height-d)/2)
	place(r.b.circle, x, y, d, d)
	height := r.b.text.MinSize().Height
	place(r.b.text, x, y+(d-height)/2, d, height)
	r.b.placeRing(x, y, d, d, d/2)
}
