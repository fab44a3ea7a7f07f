package decisions

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

// whoDecided is the card that holds the mirror: the counts are the manager's own, of this person alone.
func (r *Room) whoDecided() fyne.CanvasObject {
	m, first := r.mirror, r.first()
	head := widgets.CardHead(voice.T("Who decided"), voice.T("last 90 days"))
	if rest := decisions.SayCountsRest(r.host.Person(r.person), r.host.Today()); rest != "" {
		return widgets.Card(6, head, widgets.NewPara(14, widgets.Dim(rest)).Lead(20))
	}
	parts := []fyne.CanvasObject{head, r.headline()}
	if len(m.Columns) > 0 {
		parts = append(parts, widgets.Gap(2), widgets.MaxWidth(520, r.strip()), widgets.Gap(4))
	}
	parts = append(parts, widgets.Flow(16,
		legend(look.WhoMine, m.Mine, decisions.SayCall(notes.Mine, first)),
		legend(look.WhoShared, m.Shared, decisions.SayCall(notes.Shared, first)),
		legend(look.WhoTheirs, m.Theirs, decisions.SayCall(notes.Theirs, first))))
	says := []string{m.Coverage()}
	if elsewhere := m.SayElsewhere(); elsewhere != "" {
		says = append(says, elsewhere)
	}
	if trend := m.SayTrend(); trend != "" {
		says = append(says, trend)
	}
	says = append(says, m.Outside()...)
	if r.detail {
		says = append(says, m.Detail())
		for _, c := range m.Columns {
			says = append(says, c.SayWhen(r.host.Today())+": "+c.Say(first))
		}
	}
	lines := make([]fyne.CanvasObject, len(says))
	for i, s := range says {
		lines[i] = widgets.NewPara(12, widgets.Dim(s)).Lead(18)
	}
	return widgets.Card(6, append(parts, widgets.VStack(0, lines...))...)
}

// headline is k of n, or that there are too few to say; a tap shows what stands behind it.
func (r *Room) headline() fyne.CanvasObject {
	runs := []widgets.Run{widgets.Plain(r.mirror.Headline())}
	if share := r.mirror.Share(); share != "" {
		said := r.mirror.Headline()
		runs = []widgets.Run{widgets.Plain(said[:len(said)-len(share)]), widgets.Bold(share)}
	}
	return widgets.NewRow("who/detail", 30, widgets.NewPara(14, runs...).Lead(21), func() {
		r.detail = !r.detail
		r.redraw()
	})
}

func legend(who look.Who, n int, word string) fyne.CanvasObject {
	return widgets.HStack(
		7,
		widgets.WhoDot(who, 13),
		widgets.TextIn(strconv.Itoa(n), 13, look.C().Text, look.Medium),
		widgets.Fit(widgets.TextIn(word, 13, look.C().Muted, look.Regular)),
	)
}

func (r *Room) strip() fyne.CanvasObject {
	columns := make([]widgets.WhoColumn, len(r.mirror.Columns))
	for i, c := range r.mirror.Columns {
		columns[i] = widgets.WhoColumn{Name: c.Name(), Dots: dots(c.Calls), Apart: dots(c.Apart)}
	}
	return widgets.WhoStrip(columns)
}

func dots(of []notes.Call) []look.Who {
	var whose []look.Who
	for _, c := range of {
		whose = append(whose, dot(c))
	}
	return whose
}

func dot(c notes.Call) look.Who {
	switch c {
	case notes.Shared:
		return look.WhoShared
	case notes.Theirs:
		return look.WhoTheirs
	}
	return look.WhoMine
}
