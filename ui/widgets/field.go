package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// fieldFrame is what form fields share: a label above, a frame, and below a line for
// what is wrong and one for how it is understood.
type fieldFrame struct {
	box   *canvas.Rectangle
	wrong *Para
	meant *Para
	root  *fyne.Container
}

func newFieldFrame(label string, height float32, inner, over fyne.CanvasObject) *fieldFrame {
	p := look.C()
	f := &fieldFrame{box: Outline(p.Surface, p.ButtonLine, 6), wrong: NewPara(12), meant: NewPara(12)}
	f.wrong.Hide()
	f.meant.Hide()
	// the box is as high as asked, whatever the entry would like
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(60, look.S(height)))
	framed := Over(f.box, inner, over, least) // the last one says how high
	parts := []fyne.CanvasObject{framed, f.wrong, f.meant}
	if label != "" {
		parts = append([]fyne.CanvasObject{SmallName(label)}, parts...)
	}
	f.root = VStack(4, parts...)
	return f
}

// setError shows what is wrong, or with "" that nothing is.
func (f *fieldFrame) setError(text string) {
	p := look.C()
	f.box.StrokeColor, f.wrong.Hidden = p.ButtonLine, text == ""
	if text != "" {
		f.box.StrokeColor = p.Stuck
	}
	f.wrong.SetRuns(Run{text, p.Stuck, look.Regular})
	f.box.Refresh()
	f.root.Refresh()
}

// setMeant shows how what stands there is understood, or with "" nothing, and reports whether that is something else than before.
func (f *fieldFrame) setMeant(text string) bool {
	if text == f.meant.String() {
		return false
	}
	f.meant.Hidden = text == ""
	f.meant.SetRuns(Dim(text))
	f.root.Refresh()
	return true
}
