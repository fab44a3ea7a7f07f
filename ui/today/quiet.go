package today

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// readQuiet finds the one cell of the quiet table that was noted longest ago; the whole table is on Team.
func (t *Today) readQuiet() error {
	rows, err := t.host.Journal().Quiet(t.host.Now())
	if err != nil {
		return err
	}
	t.quiet, t.whose = notes.QuietCell{}, notes.Person{}
	if line, cell, ok := notes.QuietLongest(notes.QuietTable(rows, t.host.People(), t.host.Today()), t.host.Today()); ok {
		t.quiet, t.whose = cell, line.Person
	}
	return nil
}

// left are the cards of the left column: the next one-on-ones, and one line of who has been quiet longest.
func (t *Today) left() []fyne.CanvasObject {
	cards := []fyne.CanvasObject{t.meetings()}
	if t.whose.ID == 0 {
		return cards
	}
	line := widgets.NewRow("quiet", widgets.RowOneLine, widgets.HStack(8,
		widgets.Icon("clock", 16, look.C().Muted), widgets.Name("Quiet longest"),
		widgets.Grow(widgets.NewElided(14, widgets.Dim("  "+t.whose.First()+": "+t.quiet.Say))),
		widgets.Small("All on Team")), func() { t.host.Go(room.Place{Screen: room.Team}) })
	return append(cards, widgets.FoldCard(line))
}
