package widgets

import (
	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// Ladder shows steps side by side: filled up to now, the present one in full
// colour, the wanted one outlined.
// now and wanted count from 1; 0 for none.
func Ladder(names []string, now, wanted int) fyne.CanvasObject {
	steps, shares := make([]fyne.CanvasObject, len(names)), make([]float32, len(names))
	for i, name := range names {
		steps[i], shares[i] = step(name, i+1, now, wanted), 1
	}
	return Columns(6, shares, steps...)
}

func step(name string, number, now, wanted int) fyne.CanvasObject {
	p := look.C()
	bar, ink, face := Box(p.Hover, 3), p.Muted, look.Regular
	switch {
	case number == now:
		bar.FillColor, ink, face = p.Primary, p.Text, look.Medium
	case number == wanted:
		bar.FillColor, bar.StrokeColor, bar.StrokeWidth = p.Surface, p.Primary, 1.5
		ink, face = p.Primary, look.Medium
	case number < now:
		bar.FillColor = look.Mix(p.Surface, p.Primary, .35)
	}
	bar.SetMinSize(fyne.NewSize(0, look.S(8)))
	return VStack(3, bar, TextIn(name, 12, ink, face))
}
