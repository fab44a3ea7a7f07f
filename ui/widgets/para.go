package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Para is text of several colours, wrapped to the width it gets, with a line
// height of its own.
type Para struct {
	widget.BaseWidget
	runs       []Run
	size, lead float32 // scaled
	most       int     // lines at most; 0: any number
	oneLine    bool    // as wide as its text

	width   float32 // of the last wrap
	lines   int
	cut     bool // it ends in "…"
	objects []fyne.CanvasObject
}

// NewPara makes a Para at a text size before scaling.
func NewPara(size float32, runs ...Run) *Para {
	p := &Para{runs: runs, size: look.S(size), lead: look.S(round(size * 1.43))}
	p.ExtendBaseWidget(p)
	return p
}

// NewLine makes a Para on one line that asks for its whole width.
func NewLine(size float32, runs ...Run) *Para {
	p := NewPara(size, runs...)
	p.oneLine = true
	return p
}

// NewElided makes a Para on one line that takes the width it gets (in a Grow)
// and ends in "…" where that is too little.
func NewElided(size float32, runs ...Run) *Para { return NewPara(size, runs...).Most(1) }

// Lead sets the line height, before scaling, and returns the Para.
func (p *Para) Lead(height float32) *Para {
	p.lead = look.S(height)
	return p
}

// Most keeps the Para to that many lines, the last ending in "…" if there is more.
func (p *Para) Most(lines int) *Para {
	p.most = lines
	return p
}

// SetRuns replaces the text.
func (p *Para) SetRuns(runs ...Run) {
	p.runs, p.width = runs, 0
	p.Refresh()
}

// String is the text without its colours.
func (p *Para) String() string {
	var b strings.Builder
	for _, run := range p.runs {
		b.WriteString(run.Text)
	}
	return b.String()
}

// Lines is how many lines it takes at the width it has.
func (p *Para) Lines() int { return p.lines }

// HeightForWidth wraps the text to that width.
func (p *Para) HeightForWidth(width float32) float32 {
	if p.oneLine || p.most == 1 {
		return p.lead
	}
	p.wrapTo(width)
	return float32(max(1, p.lines)) * p.lead
}

func (p *Para) minWidth() float32 {
	if !p.oneLine {
		return 10
	}
	width := float32(0)
	for _, run := range p.runs {
		width += textWidth(run.Text, p.size, run.Face)
	}
	return up(width) + 1
}

func (p *Para) baseline() (base, line float32) {
	size, base := fyne.CurrentApp().Driver().RenderedTextSize("x", p.size, fyne.TextStyle{}, look.Regular)
	return round((p.lead-size.Height)/2) + drawnBase(base), p.lead
}

// wrapTo wraps again only where the width is another one, so that a layout
// never makes anything to draw when nothing changed.
func (p *Para) wrapTo(width float32) {
	if width == p.width && p.width > 0 {
		return
	}
	p.width = width
	w := wrapper{para: p, limit: width}
	if p.oneLine {
		w.limit = 1e6
	}
	p.objects, p.lines = w.wrap()
	p.cut = w.full
}

// CreateRenderer belongs to Fyne.
func (p *Para) CreateRenderer() fyne.WidgetRenderer { return &paraRenderer{p} }

type paraRenderer struct{ p *Para }

func (r *paraRenderer) Destroy()                     {}
func (r *paraRenderer) Objects() []fyne.CanvasObject { return r.p.objects }

func (r *paraRenderer) Refresh() {
	if size := r.p.Size(); size.Width > 0 {
		r.p.wrapTo(size.Width)
	}
	canvas.Refresh(r.p)
}

func (r *paraRenderer) Layout(size fyne.Size) { r.p.wrapTo(size.Width) }

func (r *paraRenderer) MinSize() fyne.Size {
	width := r.p.Size().Width
	if width <= 0 {
		return fyne.NewSize(r.p.minWidth(), r.p.lead)
	}
	return fyne.NewSize(r.p.minWidth(), r.p.HeightForWidth(width))
}
