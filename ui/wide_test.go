package ui

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// twoThings are the screens that show two cards beside each other, where there is room. That their page and Settings have two
// columns is held where they are.
var twoThings = []room.Screen{room.Today, room.Prep, room.Praise, room.Decisions, room.Review}

// TestWideScreensAreReadInTheMiddle shows every screen on a very wide monitor: what it says stands in a measure in the middle of
// the room there is, and two things stand beside each other. Where a list and a panel stand at the sides, it is the text between them.
func TestWideScreensAreReadInTheMiddle(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	w.lookAt(fyne.NewSize(2560, 1440), "light", "1.0")
	for _, sc := range screens {
		t.Run(string(sc.id), func(t *testing.T) {
			w.t = t
			for name, p := range w.viewsOf(sc) {
				w.guard = 0
				w.visit(p)
				content := w.room.Content()
				left := fyne.CurrentApp().Driver().AbsolutePositionForObject(content).X
				if _, text := middleText(content); text != nil {
					w.inTheMiddleOf(name, pane(w.room.(room.Parted), text), spanOf(text))
					continue
				}
				drawn := drawnSpan(content, left)
				w.inTheMiddleOf(name, span{left, left + content.Size().Width}, drawn)
				if most := look.S(widgets.Measure) + 2*slack; drawn.right-drawn.left > most {
					w.t.Errorf("%s: it is %.0f wide, at most %.0f are read", name, drawn.right-drawn.left, most)
				}
			}
		})
	}
	for _, id := range twoThings {
		w.t = t
		w.guard = 0
		w.visit(w.viewsOf(screen{id: id, tabOf: screenNamed(id).tabOf})[strings.ReplaceAll(string(id), " ", "-")])
		if !sideBySide(w.room.Content()) {
			t.Errorf("%s: nothing stands beside anything", id)
		}
	}
}

// TestWhatHugsTheLeftIsFound holds the test above against a page that does.
func TestWhatHugsTheLeftIsFound(t *testing.T) {
	page := func(content fyne.CanvasObject) span {
		root := widgets.Pad(24, 32, 24, 32, content)
		root.Resize(fyne.NewSize(2328, 1392))
		return drawnSpan(root, 0)
	}
	newWindow(t) // for the fonts
	card := func() fyne.CanvasObject { return widgets.Card(4, widgets.Text("a line")) }
	in := span{0, 2328}
	if off := offMiddle(in, page(widgets.CentredMaxWidth(widgets.Measure, card()))); off > slack {
		t.Errorf("a page in the middle is %.0f beside it", off)
	}
	if off := offMiddle(in, page(widgets.MaxWidth(widgets.Measure, card()))); off < 300 {
		t.Errorf("a page at the left is only %.0f beside the middle", off)
	}
}

func screenNamed(id room.Screen) screen {
	for _, sc := range screens {
		if sc.id == id {
			return sc
		}
	}
	return screen{}
}

// ragged is how far a page of text alone may stand beside the middle: its lines end where their words do.
const ragged = 40

func (w *window) inTheMiddleOf(name string, room, drawn span) {
	w.t.Helper()
	if drawn.right <= drawn.left {
		w.t.Errorf("%s: nothing is drawn", name)
		return
	}
	if off := offMiddle(room, drawn); off > ragged {
		w.t.Errorf("%s: it is drawn from %.0f to %.0f, of %.0f to %.0f: %.0f beside the middle",
			name, drawn.left, drawn.right, room.left, room.right, off)
	}
}

// offMiddle is by how much the middle of what is drawn stands beside that of the room for it.
func offMiddle(room, drawn span) float32 {
	off := (drawn.left+drawn.right)/2 - (room.left+room.right)/2
	return max(off, -off)
}

// middleText is the editor of a screen, with where it stands; nil where there is none.
func middleText(o fyne.CanvasObject) (at span, found *widgets.Editor) {
	if !o.Visible() {
		return span{}, nil
	}
	if ed, is := o.(*widgets.Editor); is {
		return spanOf(ed), ed
	}
	for _, child := range inside(o) {
		if at, found = middleText(child); found != nil {
			return at, found
		}
	}
	return span{}, nil
}

// spanOf is from where to where an object stands; of an editor, without the gutter that its text leaves free.
func spanOf(o fyne.CanvasObject) span {
	left := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
	own := span{left, left + o.Size().Width}
	if _, is := o.(*widgets.Editor); is {
		own.left += widgets.EditorGutter
	}
	return own
}

// pane is what the parts of a screen at the sides of its text leave free.
func pane(parted room.Parted, text *widgets.Editor) span {
	own, free := spanOf(text), span{0, 2560}
	for _, part := range parted.Parts() {
		if part.Size().IsZero() || !part.Visible() { // what only stands for several
			continue
		}
		at := spanOf(part)
		if at.right <= own.left {
			free.left = max(free.left, at.right)
		}
		if at.left >= own.right {
			free.right = min(free.right, at.left)
		}
	}
	return free
}

// drawnSpan is from where to where a screen is drawn: its texts and its cards.
func drawnSpan(o fyne.CanvasObject, x float32) span {
	all := span{1e6, -1e6}
	eachDrawn(o, x, 0, func(at, size fyne.Position) {
		all = span{min(all.left, at.X), max(all.right, at.X+size.X)}
	})
	return all
}

// eachDrawn calls f for each text, each card and each field that has a line round it.
func eachDrawn(o fyne.CanvasObject, x, y float32, f func(at, size fyne.Position)) {
	if !o.Visible() {
		return
	}
	x, y = x+o.Position().X, y+o.Position().Y
	switch o := o.(type) {
	case *canvas.Text:
		if wide := o.MinSize().Width; strings.TrimSpace(o.Text) != "" && o.Alignment == fyne.TextAlignLeading {
			f(fyne.NewPos(x, y), fyne.NewPos(wide, o.MinSize().Height))
		}
		return
	case *canvas.Rectangle:
		sheet := o.FillColor == color.Color(look.C().Surface) || o.FillColor == color.Color(look.C().SoftCard)
		if o.Size().Width > look.S(widgets.Measure)+2*slack || o.Size().Width < 60 { // the ground of the window, a rule or an edge
			return
		}
		if sheet || o.StrokeWidth > 0 && o.StrokeColor != color.Color(color.Transparent) {
			f(fyne.NewPos(x, y), fyne.NewPos(o.Size().Width, o.Size().Height))
		}
		return
	}
	for _, child := range inside(o) {
		eachDrawn(child, x, y, f)
	}
}

// sideBySide tells whether two cards stand beside each other.
func sideBySide(o fyne.CanvasObject) bool {
	var cards []area
	eachDrawn(o, 0, 0, func(at, size fyne.Position) {
		if size.Y >= 80 && size.X >= 200 {
			cards = append(cards, areaOf(at, fyne.NewSize(size.X, size.Y)))
		}
	})
	for i, a := range cards {
		for _, b := range cards[i+1:] {
			if a.right <= b.left && a.top < b.bottom && b.top < a.bottom || b.right <= a.left && a.top < b.bottom && b.top < a.bottom {
				return true
			}
		}
	}
	return false
}
