package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Fold is one line that opens: a head with icon, title and the gist, and what
// it holds, made when it is first opened.
type Fold struct {
	widget.BaseWidget
	head    *Row
	chevron *canvas.Raster
	make    func() fyne.CanvasObject
	content fyne.CanvasObject
	open    bool

	stop  func()          // ends its motion
	shown float32         // how much of the content is: 0 to 1
	clip  *container.Clip // round the content while it moves
}

// NewFold makes a folded line. The gist is what can be read without opening;
// content is called once, when it is first opened.
func NewFold(key, icon string, c color.NRGBA, title string, gist []Run, content func() fyne.CanvasObject) *Fold {
	f := &Fold{make: content, stop: func() {}, chevron: newDrawing(look.IconStroke("right", look.C().Muted, 2.2))}
	f.head = NewRow(
		key,
		RowOneLine,
		HStack(8, Sized(12, 12, f.chevron), Icon(icon, 16, c), Name(title), Grow(NewElided(14, gist...))),
		func() {
			f.move(!f.open)
		},
	)
	f.ExtendBaseWidget(f)
	return f
}

// Open tells whether it is open.
func (f *Fold) Open() bool { return f.open }

// SetOpen opens or closes it, without a motion.
func (f *Fold) SetOpen(open bool) {
	if open == f.open {
		return
	}
	f.turn(open)
	f.rest()
}

// move opens or closes it as a tap does: what it holds comes out from under the head, and goes there.
func (f *Fold) move(open bool) {
	from := f.shown
	f.turn(open)
	to := float32(0)
	if open {
		to = 1
	}
	f.clip = container.NewClip(f.content)
	f.stop = glide(func(part float32) {
		f.shown = from + (to-from)*part
		f.Refresh()
	}, f.rest)
}

// turn is open or closed from now on; the head shows it.
func (f *Fold) turn(open bool) {
	f.stop()
	f.open = open
	name := "right"
	if open {
		name = "down"
		if f.content == nil {
			f.content = f.make()
		}
	}
	f.chevron.Generator = drawingOf(look.IconStroke(name, look.C().Muted, 2.2))
	f.chevron.Refresh()
}

// rest is where a motion ends.
func (f *Fold) rest() {
	f.clip, f.shown = nil, 0
	if f.open {
		f.shown = 1
	}
	f.Refresh()
}

func (f *Fold) children() []fyne.CanvasObject {
	if f.clip != nil {
		return []fyne.CanvasObject{f.head, f.clip}
	}
	if f.open {
		return []fyne.CanvasObject{f.head, f.content}
	}
	return []fyne.CanvasObject{f.head}
}

// FocusKey is the fold's own, by which Keep keeps it open; the head, which takes the keyboard, has the key it was made with.
func (f *Fold) FocusKey() string { return f.head.Key + "/fold" }

func (f *Fold) keptState() any { return f.open }

func (f *Fold) restoreState(state any) {
	if open, ok := state.(bool); ok {
		f.SetOpen(open)
	}
}

const foldIndent = 20

// HeightForWidth is the head's height and, if open, the content's.
func (f *Fold) HeightForWidth(width float32) float32 {
	height := f.head.HeightForWidth(width)
	if f.content != nil && f.shown > 0 {
		height += f.shown * (HeightOf(f.content, width-foldIndent) + 8)
	}
	return up(height)
}

func (f *Fold) minWidth() float32 { return f.head.minWidth() }

// CreateRenderer belongs to Fyne.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer { return &foldRenderer{f} }

type foldRenderer struct{ f *Fold }

func (r *foldRenderer) Destroy() {}

func (r *foldRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

func (r *foldRenderer) Objects() []fyne.CanvasObject { return r.f.children() }

func (r *foldRenderer) MinSize() fyne.Size {
	width := r.f.minWidth()
	return fyne.NewSize(width, r.f.HeightForWidth(fyne.Max(width, r.f.Size().Width)))
}

func (r *foldRenderer) Layout(size fyne.Size) {
	head := r.f.head.HeightForWidth(size.Width)
	place(r.f.head, 0, 0, size.Width, head)
	if r.f.clip == nil && !r.f.open {
		return
	}
	width := size.Width - foldIndent
	height := HeightOf(r.f.content, width)
	if r.f.clip == nil {
		place(r.f.content, foldIndent, head, width, height)
		return
	}
	// A row's light reaches beyond its text, which the clip leaves room for.
	place(r.f.clip, foldIndent-RowBleed, head, width+2*RowBleed, fyne.Max(0, r.f.shown*(height+8)))
	place(r.f.content, RowBleed, 0, width, height)
}
