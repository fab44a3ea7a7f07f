package widgets

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// Fit lets a line of text give way: in an HStack it is as wide as its text while there is room, and ends in "…" where
// there is not, so that what stands beside it keeps its place. For names, which may be of any length.
func Fit(t *canvas.Text) *fyne.Container {
	return container.New(&fit{text: t.Text}, t)
}

// FitOr is Fit for a text that can be said in fewer words, which are shown where the whole doesn't fit.
func FitOr(t *canvas.Text, fewer string) *fyne.Container {
	return container.New(&fit{text: t.Text, fewer: fewer}, t)
}

// fit is the layout of Fit. It knows the whole text, of which the object may show the beginning alone.
type fit struct {
	text      string
	fewer     string  // in place of a text that doesn't fit; "" for its beginning
	most      float32 // 0: as wide as the text
	lastWidth float32 // that the text was cut to
}

// leastFit is as little as a text gives way to, before scaling: a few letters and the dots.
const leastFit = 40

// natural is how wide the text would be.
func (l *fit) natural(t *canvas.Text) float32 {
	width := up(l.wide(t, l.text))
	if l.most > 0 {
		width = min(width, l.most)
	}
	return width
}

func (l *fit) wide(t *canvas.Text, s string) float32 {
	if s == t.Text {
		return metricsOf(t).drawn.Width
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, t.TextSize, t.TextStyle, t.FontSource)
	return size.Width
}

func (l *fit) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	t := objects[0].(*canvas.Text)
	if size.Width != l.lastWidth {
		l.lastWidth = size.Width
		if shown := l.cut(t, size.Width); shown != t.Text {
			t.Text = shown
			t.Refresh()
		}
	}
	place(t, 0, 0, size.Width, size.Height)
}

// cut is as much of the text as fits, with "…" where that is not all.
func (l *fit) cut(t *canvas.Text, width float32) string {
	if l.wide(t, l.text) <= width+.5 {
		return l.text
	}
	if l.fewer != "" && l.wide(t, l.fewer) <= width+.5 {
		return l.fewer
	}
	letters := []rune(cmp.Or(l.fewer, l.text))
	low, high := 1, len(letters) // the least that is shown, and one more than fits
	for high-low > 1 {
		if middle := (low + high) / 2; l.wide(t, shortened(letters, middle)) <= width+.5 {
			low = middle
		} else {
			high = middle
		}
	}
	return shortened(letters, low)
}

// takes is how much of a width a text that gives way has a use for: one that is said in fewer words no more than these need.
func takes(o fyne.CanvasObject, width float32) float32 {
	if c, is := o.(*fyne.Container); is {
		if l, is := c.Layout.(*fit); is && l.fewer != "" && width < l.natural(c.Objects[0].(*canvas.Text)) {
			return min(width, up(l.wide(c.Objects[0].(*canvas.Text), l.fewer)))
		}
	}
	return width
}

func shortened(letters []rune, at int) string {
	for at > 1 && (letters[at-1] == ' ' || letters[at-1] == '-') {
		at--
	}
	return string(letters[:at]) + "…"
}

func (l *fit) heightOf(objects []fyne.CanvasObject, _ float32) float32 {
	return HeightOf(objects[0], 0)
}

func (l *fit) minWidthOf(objects []fyne.CanvasObject) float32 {
	return min(l.natural(objects[0].(*canvas.Text)), look.S(leastFit))
}

func (l *fit) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}

// FitWithin is Fit for what is at most that wide, before scaling, whatever room there is: a remark beside a text.
func FitWithin(most float32, t *canvas.Text) *fyne.Container {
	return container.New(&fit{text: t.Text, most: look.S(most)}, t)
}

// giver is a widget that may give way as a Fit does.
type giver interface {
	gives() (natural float32, ok bool)
}

// fits is an object's natural width where it gives way.
func fits(o fyne.CanvasObject) (natural float32, ok bool) {
	if g, gives := o.(giver); gives {
		return g.gives()
	}
	c, isContainer := o.(*fyne.Container)
	if !isContainer {
		return 0, false
	}
	switch l := c.Layout.(type) {
	case *fit:
		return l.natural(c.Objects[0].(*canvas.Text)), true
	case *fixed:
		return l.wanted, l.wanted > l.width
	case *withTip:
		return fits(c.Objects[0])
	case *vStack:
		for _, child := range c.Objects {
			if n, gives := fits(child); gives {
				natural, ok = max(natural, n), true
			} else {
				natural = max(natural, minWidthOf(child))
			}
		}
	}
	return natural, ok
}

// leaves is how much of what is free an object that gives way leaves to what grows beside it.
func leaves(o fyne.CanvasObject) float32 {
	if c, is := o.(*fyne.Container); is {
		if l, is := c.Layout.(*fixed); is {
			return l.enough
		}
	}
	return 0
}
