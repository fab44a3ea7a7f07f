package prep

import (
	"fyne.io/fyne/v2"

	"handback/ui/look"
	"handback/ui/widgets"
)

// How many lines the cards show at most and at least before the rest waits behind "more".
const (
	mostTopics, leastTopics = 7, 2
	mostLines, leastLines   = 4, 1
)

// page draws the brief with as many lines as end above the fold of an ordinary window. Where it has to be scrolled
// anyway all of the most are shown.
func (p *Prep) page() *widgets.Scroll {
	parts := append([]fyne.CanvasObject{p.head()}, p.quiet()...)
	parts = append(parts, p.stepin.Banners()...)
	if p.prompt != nil {
		parts = append(parts, p.strip())
	}
	at := len(parts)
	parts = append(parts, widgets.Gap(0))
	if folds := p.folds(); len(folds) > 0 {
		parts = append(parts, widgets.FoldCard(folds...))
	}
	width := p.root.Size().Width
	if width == 0 {
		width = pageWidth
	}
	bare := widgets.HeightOf(widgets.Page("", parts...).Content(), width)
	topics, lines := p.fit(endsAbove-topBar+pageFoot-bare, min(width-64, look.S(widgets.Measure)))
	parts[at] = cards(p.agendaCard(topics), p.lists(lines))
	return widgets.Page("prep", parts...)
}

// fit is how many topics and how many lines of the other lists go into a height. While topics are being added all of them
// are shown, the new one too.
func (p *Prep) fit(height, width float32) (topics, lines int) {
	for lines = mostLines; widgets.HeightOf(cards(widgets.Gap(0), p.lists(lines)), width) > height; lines-- {
		if lines == leastLines {
			return mostTopics, mostLines
		}
	}
	if p.topic.open {
		return len(p.brief.Agenda), lines
	}
	for topics = mostTopics; widgets.HeightOf(cards(p.agendaCard(topics), widgets.Gap(0)), width) > height; topics-- {
		if topics == leastTopics {
			return mostTopics, mostLines
		}
	}
	return topics, lines
}

// cards puts the agenda beside everything else.
func cards(agenda, lists fyne.CanvasObject) fyne.CanvasObject {
	return widgets.ColumnsOrStack(760, 16, []float32{1, 1.3}, agenda, lists)
}

func (p *Prep) lists(most int) fyne.CanvasObject {
	owed := widgets.EvenColumns(16, []float32{1, 1}, p.oweCard(most), p.ownCard(most))
	return widgets.VStack(16, owed, widgets.Grow(p.sinceCard()))
}
