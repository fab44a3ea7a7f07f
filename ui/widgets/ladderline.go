package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// LadderLine is a Ladder without names, for a row of many: a dot at now, a ring at wanted, a line from the one to the
// other. now and wanted count from 1 to steps; 0 for none. Texts beside it have to say the same.
func LadderLine(steps, now, wanted int) fyne.CanvasObject {
	p := look.C()
	dots := make([]fyne.CanvasObject, steps)
	for i := range dots {
		dot := Box(p.Hairline, look.S(3))
		switch {
		case i+1 == now:
			dot = Box(p.Primary, look.S(7))
		case i+1 == wanted:
			dot = Outline(p.Surface, p.Primary, look.S(7))
			dot.StrokeWidth = 2
		case i+1 > min(now, wanted) && i+1 < max(now, wanted) && now != 0 && wanted != 0: // the way goes on through it
			dot = Box(p.Primary, look.S(3))
		}
		dots[i] = dot
	}
	way := canvas.NewRectangle(p.Primary)
	way.Hidden = now == 0 || wanted == 0 || now == wanted
	return Free(fyne.NewSize(float32(steps)*20, look.S(16)), func(size fyne.Size) {
		step := size.Width / float32(steps)
		centre := func(number int) float32 { return (float32(number) - .5) * step }
		from, to := centre(min(now, wanted)), centre(max(now, wanted))
		place(way, round(from), round(size.Height/2)-1, round(to-from), 2)
		for i, dot := range dots {
			side := look.S(6)
			if i+1 == now || i+1 == wanted {
				side = look.S(14)
			}
			place(dot, round(centre(i+1)-side/2), round((size.Height-side)/2), side, side)
		}
	}, append([]fyne.CanvasObject{way}, dots...)...)
}

// LadderNames head a column of LadderLines.
func LadderNames(names []string) fyne.CanvasObject {
	texts := make([]fyne.CanvasObject, len(names))
	for i, name := range names {
		texts[i] = TextIn(name, 12, look.C().Muted, look.Regular)
	}
	return Free(fyne.NewSize(float32(len(names))*20, look.S(17)), func(size fyne.Size) {
		step, free := size.Width/float32(len(names)), float32(-4)
		for i, o := range texts {
			least := o.MinSize()
			x := round((float32(i)+.5)*step - least.Width/2)
			o.(*canvas.Text).Hidden = x < free+4 || x < 0 // no name over another: the rows say it in words
			place(o, x, 0, least.Width, least.Height)
			if !o.(*canvas.Text).Hidden {
				free = x + least.Width
			}
		}
	}, texts...)
}
