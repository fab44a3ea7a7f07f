package decisions

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// plan is the map of areas and levels, in which now → wanted is the growth plan itself.
func (r *Room) plan(rows []decisions.AreaRow) fyne.CanvasObject {
	names := make([]string, len(notes.Levels))
	for i, l := range notes.Levels {
		names[i] = l.String()
	}
	parts := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Growth plan"), voice.T("now → target")),
		r.mapColumns(widgets.Small(""), widgets.LadderNames(names), widgets.Small("")),
	}
	for i, row := range rows {
		parts = append(parts, r.planRow("plan/"+strconv.Itoa(i), row))
	}
	return widgets.Card(0, parts...)
}

func (r *Room) mapColumns(tag, ladder, says fyne.CanvasObject) fyne.CanvasObject {
	return widgets.HMiddle(12, r.tagColumn(ladderLeast, tag), widgets.Grow(ladder), widgets.Width(208, says))
}

// planRow is one area; a tap opens its goal, or offers to add one.
func (r *Room) planRow(key string, row decisions.AreaRow) fyne.CanvasObject {
	goal := row.Goal.Title
	if row.Goal.ID == 0 && !room.ReadOnly(r.host) {
		goal = voice.T("Add a growth goal")
	}
	says := widgets.VStack(0, widgets.NewPara(12, widgets.Plain(row.Say())).Lead(17))
	if goal != "" {
		says = widgets.VStack(0, widgets.NewPara(12, widgets.Plain(row.Say())).Lead(17), widgets.NewElided(12, widgets.Dim(goal)).Lead(17))
	}
	content := r.mapColumns(widgets.NewElided(14, widgets.Strong("#"+row.Area.Tag)).Lead(20),
		widgets.LadderLine(len(notes.Levels), int(row.Now), int(row.Wanted)), says)
	switch {
	case row.Goal.ID != 0:
		return widgets.NewRow(key, 44, content, func() {
			r.host.Go(room.PlaceOfGoal(r.person, row.Goal.ID))
		})
	case room.ReadOnly(r.host):
		return widgets.StillRow(44, content)
	}
	return widgets.NewRow(key, 44, content, func() { r.grow(row.Area) })
}

// openedUp lists the questions after which the person decided.
func (r *Room) openedUp() fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Questions that worked"), voice.T("led to a decision by {first}", "first", r.first())),
	}
	for _, e := range r.opened[:min(len(r.opened), fewLines)] {
		day := e.CameOn
		if day == "" {
			day = e.Shown
		}
		parts = append(parts, widgets.StillRow(32, widgets.HStack(12,
			widgets.Width(54, room.ShortDay(day, r.host.Today())),
			widgets.Grow(widgets.NewPara(14, widgets.Plain(e.Text)).Lead(20)))))
	}
	return widgets.Card(0, parts...)
}
