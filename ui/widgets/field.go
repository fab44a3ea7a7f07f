package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// fieldFrame is what form fields share: a label above, a frame, and one line
// below for what is wrong.
type fieldFrame struct {
	box   *canvas.Rectangle
	wrong *Para
	root  *fyne.Container
}

func newFieldFrame(label string, height float32, inner, over fyne.CanvasObject) *fieldFrame {
	p := look.C()
	f := &fieldFrame{box: Outline(p.Surface, p.ButtonLine, 6), wrong: NewPara(12)}
	f.wrong.Hide()
	// the box is as high as asked, whatever the entry would like
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(60, look.S(height)))
	framed := Over(f.box, inner, over, least) // the last one says how high
	parts := []fyne.CanvasObject{framed, f.wrong}
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
