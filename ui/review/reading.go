package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes/document"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

func (r *Room) drawProse() []fyne.CanvasObject {
	if r.pack.Lines == 0 {
		return []fyne.CanvasObject{r.empty()}
	}
	var parts []fyne.CanvasObject
	if card := r.othersCard(); card != nil {
		parts = append(parts, widgets.MaxWidth(860, card))
	}
	return append(parts, r.sheet(r.pack.Prose(""))...)
}

// drawPage is the page for the person, as they will read it.
func (r *Room) drawPage() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if r.page.Kept > 0 {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(voice.N(
			r.page.Kept,
			"{n} line may name someone else or comes from another person's notes, so it's left out.",
			"{n} lines may name someone else or come from another person's notes, so they're left out.",
		))).Lead(19))
	}
	if len(r.page.Document.Parts) == 0 {
		return append(parts, r.empty())
	}
	first := r.host.Person(r.person).First()
	show := widgets.NewButton("review.turn", widgets.Outlined, "eye", voice.T("Show to {first}", "first", first), func() {
		r.host.Go(r.place(r.period, Turned))
	})
	return append(append(parts, widgets.HStack(0, show, widgets.Grow())), r.sheet(r.page.Document)...)
}

// drawTurned is the page in the whole window: nothing else is in view while they read it together.
func (r *Room) drawTurned() fyne.CanvasObject {
	closeIt := func() { r.host.Run("go.back") } // Esc does it too
	back := widgets.NewButton("review.back", widgets.Quiet, "x", voice.T("Close this view"), closeIt)
	head := widgets.VStack(2, widgets.TextIn(r.page.Document.Title, 28, look.C().Text, look.Display))
	for _, lead := range r.page.Document.Lead {
		head.Add(widgets.NewPara(14, widgets.Dim(lead)).Lead(21))
	}
	parts := []fyne.CanvasObject{head}
	if len(r.page.Document.Parts) == 0 {
		parts = append(parts, widgets.NewPara(16, widgets.Dim(voice.T("Nothing here for this period yet."))).Lead(25))
	} else {
		parts = append(parts, r.sheet(r.page.Document)...)
	}
	parts = append(parts, widgets.HStack(0, back, widgets.Grow()))
	return widgets.Over(canvas.NewRectangle(look.C().Background), widgets.NewScroll("review.turned",
		widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(860, widgets.VStack(16, parts...)))))
}

// sheet shows a document as it will be read, a long one in pieces.
func (r *Room) sheet(d document.Document) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	title := func(part document.Part, at int) {
		if at > 0 {
			rows = append(rows, widgets.Gap(6))
		}
		rows = append(rows, widgets.Heading(part.Title))
	}
	at := 0
	for _, part := range d.Parts {
		texts := len(part.Prose) + len(part.Lines)
		from, to := max(r.from-at, 0), min(r.from+most-at, texts)
		at += texts
		if from >= to {
			continue
		}
		title(part, len(rows))
		for i := from; i < to; i++ {
			rows = append(rows, text(part, i))
		}
	}
	sheet := widgets.Card(8, widgets.Pad(8, 12, 12, 12, widgets.VStack(8, rows...)))
	return append([]fyne.CanvasObject{widgets.MaxWidth(860, sheet)}, r.pager(at)...)
}

// text is a paragraph of a part or, behind these, a line.
func text(part document.Part, i int) fyne.CanvasObject {
	if i < len(part.Prose) {
		return widgets.NewPara(15, widgets.Plain(part.Prose[i])).Lead(24)
	}
	l := part.Lines[i-len(part.Prose)]
	return widgets.VStack(0, widgets.NewPara(15, widgets.Plain(l.Text)).Lead(23), widgets.NewPara(13, widgets.Dim(l.Rest)).Lead(19))
}
