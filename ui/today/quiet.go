package today

import (
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// quietLongest finds the one cell of the quiet table that was noted longest ago; the whole table is on Team.
func quietLongest(journal notes.Team, people []notes.Person, now time.Time) (team.QuietCell, notes.Person, error) {
	rows, err := journal.Quiet(now)
	if err != nil {
		return team.QuietCell{}, notes.Person{}, err
	}
	today := notes.DateOf(now)
	if line, cell, ok := team.QuietLongest(team.ShowQuiet(rows, people, today), today); ok {
		return cell, line.Person, nil
	}
	return team.QuietCell{}, notes.Person{}, nil
}

// left are the cards of the left column: what I lead on, the next one-on-ones, whose notes
// are to be deleted, what an update reads otherwise, and one line
// of who has been quiet longest.
func (t *Today) left() []fyne.CanvasObject {
	cards := append(append(append(t.leads(), t.meetings()), t.deleteDue()...), t.rereads()...)
	if t.whose.ID == 0 {
		return cards
	}
	line := widgets.NewRow("quiet", widgets.RowOneLine, widgets.HStack(8,
		widgets.Icon("clock", 16, look.C().Muted), widgets.Name(voice.T("Nothing new for a while")),
		widgets.Grow(widgets.NewElided(14, widgets.Dim("  "+t.whose.First()+": "+t.quiet.Say))),
		widgets.Small(voice.T("See everyone"))), func() { t.host.Go(room.Place{Screen: room.Team}) })
	return append(cards, widgets.FoldCard(line))
}
