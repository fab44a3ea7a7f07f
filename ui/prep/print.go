package prep

import (
	"handback/notes/brief"
	"handback/notes/document"
	"handback/notes/voice"
	"handback/ui/paper"
	"handback/ui/saveas"
)

// Print implements room.Printer: the brief for the manager, all of it or one page to write on by hand, to be printed or
// saved.
func (p *Prep) Print() {
	b, question, reason := p.brief, "", ""
	if p.prompt != nil {
		question, reason = p.prompt.Text, p.prompt.Reason
	}
	everything := saveas.Of(document.Document{
		Title: brief.PaperTitle(b), Whose: b.Person.Name, On: b.Today,
		Parts: document.PartsOf(brief.Paper(b, p.queue, question, reason)),
	})
	everything.Name = voice.T("Everything")
	saveas.Show(p.host, everything, saveas.Choice{
		Name: voice.T("Page to write notes on"), Paged: true,
		Make: func(size paper.Size) (document.Document, error) { return onePage(b, question, size) },
	})
}

// onePage is the brief on one page of that size.
func onePage(b brief.Brief, question string, size paper.Size) (document.Document, error) {
	return brief.OnePage(b, question, func(d document.Document) (bool, error) {
		n, err := paper.Pages(d, size)
		return n == 1, err
	})
}
