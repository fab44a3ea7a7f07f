// Package oneline is the small window for one line, which is filed where its name says. It says beforehand where the line goes, and
// keeps what is typed from the first pause on.
package oneline

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

// Ways are what the window can do.
type Ways struct {
	// Context is what names and labels are completed from. It reports false where nothing may be completed or shown: the journal is
	// locked or not read yet, or somebody looks on.
	Context func() (notes.Context, bool)
	// Sealed reports whether the line waits for the journal to be unlocked.
	Sealed func() bool
	// Keep keeps what is typed on the disk, in the place of what was kept before; an empty line drops that.
	Keep func(line string) error
	// File files the line and calls done, on the UI goroutine. said is what became of it where it isn't filed yet, else "".
	File func(line string, done func(said string, err error))
	// Close takes the window away.
	Close func()
	// After runs something later on the UI goroutine.
	After func(d time.Duration, f func()) (stop func())
	// Painted is called once the window is; may be nil.
	Painted func()
}

// Size is how large the window is, before the text scale.
func Size() fyne.Size { return fyne.NewSize(look.S(580), look.S(232)) }

// Page is what the window shows.
type Page struct {
	ways    Ways
	root    *fyne.Container
	field   *widgets.TextField
	offered *widgets.Offered
	hint    *fyne.Container
	said    string // instead of the hint
	keeping *widgets.Keeping
	filing  bool
}

// New makes it.
func New(ways Ways) *Page {
	p := &Page{ways: ways, hint: widgets.VStack(0)}
	p.field = widgets.NewTextField("oneline.line", voice.T("Write a line"), voice.T("e.g. Sam: ask about the rollout"))
	p.keeping = &widgets.Keeping{Keep: ways.Keep, After: ways.After, Told: func() { p.root.Refresh() }}
	p.keeping.Of(p.field)
	e := p.field.Entry
	p.offered = widgets.NewOffered(e)
	usual := e.OnKey
	e.OnKey = func(event *fyne.KeyEvent) bool { return p.offered.Key(event) || usual(event) }
	e.OnChanged = func(string) { p.changed() }
	e.OnSubmitted = func(string) { p.file() }
	e.OnEscape = p.escape
	ground := canvas.NewRectangle(look.C().Background)
	content := widgets.Pad(12, 16, 12, 16, widgets.VStack(6, p.field, p.hint, p.offered.Content))
	parts := []fyne.CanvasObject{ground, content}
	if ways.Painted != nil {
		parts = append(parts, painted(ways.Painted))
	}
	p.root = widgets.Over(parts...)
	p.drawHint()
	return p
}

// painted calls told when the window is painted for the first time: it is one point that is painted last.
func painted(told func()) fyne.CanvasObject {
	point := canvas.NewRasterWithPixels(func(_, _, _, _ int) color.Color {
		if told != nil {
			told()
			told = nil
		}
		return color.Transparent
	})
	point.Resize(fyne.NewSize(1, 1))
	return container.NewWithoutLayout(point)
}

// Content is the window's.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Focus is what is typed into.
func (p *Page) Focus() fyne.Focusable { return p.field.Entry }

// Text is what stands there.
func (p *Page) Text() string { return p.field.Text() }

// Begin puts back what was typed before, with the caret behind it.
func (p *Page) Begin(line string) {
	p.field.SetText(line)
	p.field.Entry.SetCaret(len([]rune(line)))
	p.keeping.Begins()
	p.keeping.Rest()
	p.Learn()
}

// Learn draws anew what follows from the context, which is another one now.
func (p *Page) Learn() {
	p.said = ""
	p.offer()
	p.drawHint()
}

func (p *Page) changed() {
	p.said = ""
	p.offer()
	p.drawHint()
	p.keeping.Typed()
}

// keep keeps what is typed, and reports whether it is on the disk. Where it isn't the field says why.
func (p *Page) keep() bool {
	if err := p.keeping.Now(); err != nil {
		p.wrong(err)
		return false
	}
	return true
}

// Kept keeps what is typed, and says why that can't be.
func (p *Page) Kept() error { return p.keeping.Now() }

// PutAway keeps what is typed and takes it out of view; an error leaves it where it is.
func (p *Page) PutAway() error {
	if err := p.keeping.Now(); err != nil {
		return err
	}
	p.Forget()
	return nil
}

// Forget takes everything out of view.
func (p *Page) Forget() {
	p.keeping.Done()
	p.said = ""
	p.offered.Show(nil)
	p.drawHint()
}

func (p *Page) wrong(err error) {
	p.field.SetError(widgets.Sentence(err))
	p.root.Refresh()
}

// escape closes the window. What was typed stays on the disk, and is there again.
func (p *Page) escape() {
	if p.keep() {
		p.ways.Close()
	}
}

// Closing is called where the window is closed by its frame.
func (p *Page) Closing() { p.escape() }

func (p *Page) file() {
	line := strings.TrimSpace(p.Text())
	switch {
	case p.filing:
		return
	case line == "":
		p.escape()
		return
	}
	p.keeping.Rest()
	p.filing = true
	p.ways.File(line, func(said string, err error) {
		p.filing = false
		if err != nil {
			p.wrong(err)
			return
		}
		p.Forget()
		if said == "" {
			p.ways.Close()
			return
		}
		p.said = said
		p.drawHint()
	})
}

// offer shows what the line can go on with.
func (p *Page) offer() {
	var items []widgets.Suggestion
	if in, ok := p.ways.Context(); ok {
		typed := []rune(p.Text())
		caret := min(p.field.Entry.Caret(), len(typed))
		for _, c := range notes.CaptureCompletions(string(typed[:caret]), in) {
			items = append(items, widgets.Suggestion{Text: strings.TrimRight(c.Text, ": "), Insert: c.Text, Replace: c.Replace})
		}
	}
	p.offered.Show(items)
}

// Hint is what is said below the field.
func (p *Page) Hint() string {
	switch in, ok := p.ways.Context(); {
	case p.said != "":
		return p.said
	case p.ways.Sealed():
		return voice.T("Your journal is locked. Enter saves the line, and it's filed when you unlock.")
	case !ok:
		return voice.T("Enter files it. Start with a name to put it in their notes.")
	default:
		return says(p.Text(), in)
	}
}

// says is where a line goes.
func says(line string, in notes.Context) string {
	who, _, several := notes.WhoCaptured(line, in.Names, in.Me)
	switch {
	case strings.TrimSpace(line) == "":
		return voice.T("Enter files it, Esc keeps it for later. Start with a name to put it in their notes.")
	case len(several) > 1:
		return voice.T("More than one person has that name. Type the full name, or press Enter to put the line in your own notes.")
	case who == in.Me:
		return voice.T("Enter puts it in your own notes.")
	}
	return voice.T("Enter puts it in the notes about {name}.", "name", in.Names.Short(who, 0))
}

func (p *Page) drawHint() {
	p.hint.Objects = []fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(p.Hint())).Lead(19)}
	p.hint.Refresh()
}
