package search

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/widgets"
)

// draw shows the field, the filters and what was found.
func (r *Room) draw() {
	r.rows = nil
	r.field.say(r.count())
	content := widgets.VStack(14, r.field.content, r.filters(), r.results())
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, content)))
	})
}

// count is what stands at the right of the field.
func (r *Room) count() string {
	switch {
	case !r.asked || r.failed != nil:
		return ""
	case r.more:
		return "more than " + strconv.Itoa(len(r.hits)) + " found"
	}
	return strconv.Itoa(len(r.hits)) + " found"
}

func (r *Room) results() fyne.CanvasObject {
	switch {
	case r.failed != nil:
		return widgets.Card(4, widgets.EmptyLine("The search did not work: "+r.failed.Error()+"."))
	case !r.asked:
		return widgets.Card(4, widgets.EmptyLine(r.purpose()))
	case len(r.hits) == 0:
		return widgets.Card(4, widgets.EmptyLine(r.nothing()))
	}
	parts := make([]fyne.CanvasObject, 0, len(r.hits)+1)
	for i, h := range r.hits {
		row := r.row(i, h).Select(i == r.selected)
		r.rows = append(r.rows, row)
		parts = append(parts, row)
	}
	if r.more {
		more := widgets.NewButton("search.more", widgets.Quiet, "down", "Show more", r.showMore)
		parts = append(parts, widgets.Pad(6, 0, 0, 0, widgets.HStack(0, more, widgets.Grow())))
	}
	return widgets.Card(2, parts...)
}

// purpose is what the screen says before anything is looked for.
func (r *Room) purpose() string {
	if p := r.host.Person(r.query.Person); p.ID != 0 && p.Kind != notes.KindMe {
		return "Type a word or two from your notes on " + p.First() + ", or pick a label: what you praised, what was decided, what is still open."
	}
	return "Type a word or two from any of your notes, or pick a label: what you praised, what was decided, what is still open."
}

func (r *Room) nothing() string {
	if r.limited() {
		return "Nothing found within these limits. Take one of them away, or try fewer letters."
	}
	return "Nothing found. Try fewer letters, or another word you might have used."
}

func (r *Room) row(i int, h notes.Hit) *widgets.Row {
	p := look.C()
	icon, ink := "page", p.Muted
	if h.Item != nil {
		icon, ink = look.LabelIcon(string(h.Item.Label)), p.Label(string(h.Item.Label))
	} else if h.Kind == notes.JournalNote {
		icon = "book"
	}
	text := widgets.NewElided(15, runs(h.Text())...).Lead(22)
	where := strings.Join(h.Where(r.host.Person(h.Person), r.host.Today()), "  ·  ")
	return widgets.NewRow("search.hit."+strconv.Itoa(i), widgets.RowTall+2, widgets.HMiddle(14,
		widgets.Icon(icon, 18, ink),
		widgets.Grow(widgets.VStack(1, text, widgets.NewElided(12, widgets.Dim(where)).Lead(18))),
	), func() { r.open(i) })
}

// runs sets what matched apart by weight and colour.
func runs(snippet []notes.SnippetRun) []widgets.Run {
	said := make([]widgets.Run, 0, len(snippet))
	for _, s := range snippet {
		if s.Match {
			said = append(said, hit(s.Text, look.C().Primary))
		} else {
			said = append(said, widgets.Plain(s.Text))
		}
	}
	return said
}

func hit(s string, c color.NRGBA) widgets.Run {
	return widgets.Run{Text: s, Color: c, Face: look.SemiBold}
}
