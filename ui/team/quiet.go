package team

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// quietShares are the widths of the columns of the quiet table: the name, and one for each kind.
var quietShares = []float32{1.5, 1, 1, 1, 1, 1}

// quietCard is the quiet table: weeks since the manager noted something of each kind for each report, in the order of
// the alphabet, in one colour. A tap on a cell goes to where the thing is done.
func (r *Room) quietCard() fyne.CanvasObject {
	head := []fyne.CanvasObject{
		widgets.NewPara(12, widgets.Run{Text: voice.T("weeks since you last wrote about"), Color: look.C().Muted, Face: look.Medium}).Lead(17),
	}
	for _, kind := range team.QuietKinds {
		head = append(head, widgets.NewPara(12, widgets.Dim(kind.Name())).Lead(17))
	}
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Who you've written little about"), "", widgets.Small(voice.T("alphabetical"))),
		widgets.Columns(8, quietShares, head...), widgets.Gap(4),
	}
	for _, line := range r.quiet {
		rows = append(rows, r.quietLine(line))
	}
	return widgets.Card(0, rows...)
}

func (r *Room) quietLine(line team.QuietLine) fyne.CanvasObject {
	name := widgets.StillRow(
		32,
		widgets.HMiddle(
			9,
			widgets.Disc(line.Person.Name, line.Person.UID, 22),
			widgets.Grow(widgets.NewElided(14, widgets.Plain(line.Person.Name))),
		),
	)
	cells := []fyne.CanvasObject{name}
	if line.Away {
		cells = append(cells, widgets.StillRow(32, widgets.NewLine(13, widgets.Dim(voice.T("away")))))
	}
	for _, c := range line.Cells {
		cells = append(cells, r.quietCell(line.Person, c))
	}
	return widgets.Columns(8, quietShares, cells...)
}

func (r *Room) quietCell(p notes.Person, c team.QuietCell) fyne.CanvasObject {
	run := widgets.Dim(c.Text)
	if c.Long {
		run = widgets.Strong(c.Text)
	}
	key := "quiet/" + strconv.FormatInt(int64(p.ID), 10) + "/" + string(c.Kind)
	row := widgets.NewRow(key, 32, widgets.NewLine(13, run), func() { r.host.Go(r.quietPlace(p.ID, c.Kind)) })
	return widgets.WithPrivateTip(row, c.Say)
}

// quietPlace is where the thing of a cell is done: praise is logged on Praise, whose call it is said on Decisions, a goal
// stands on Growth, an idea that waits is opened in its note, and all else is prepared for the next one-on-one.
func (r *Room) quietPlace(p notes.PersonID, kind team.QuietKind) room.Place {
	switch kind {
	case team.QuietPraise:
		return room.Place{Screen: room.Praise, Person: p}
	case team.QuietGrowth:
		return room.Place{Screen: room.Growth, Person: p}
	case team.QuietDecision:
		return room.Place{Screen: room.Decisions, Person: p}
	case team.QuietIdea:
		for _, idea := range r.ideas {
			if idea.Person == p && idea.State == notes.Open {
				return room.PlaceOf(idea)
			}
		}
	}
	return room.Place{Screen: room.Prep, Person: p}
}
