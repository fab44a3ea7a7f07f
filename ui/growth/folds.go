package growth

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// folds are the lines under the goals: when I'd step in, and the goals that are closed.
func (r *Room) folds() []fyne.CanvasObject {
	var folds []fyne.CanvasObject
	var agreed []notes.Goal
	for _, v := range r.open {
		if v.StepInIf != "" {
			agreed = append(agreed, v.Goal)
		}
	}
	today := r.host.Today()
	if len(agreed) > 0 {
		folds = append(folds, widgets.NewFold("growth/stepin", "flag", look.C().Stuck, voice.T("I'd step in if …"),
			[]widgets.Run{widgets.Dim(growth.SayStepIns(agreed, today))}, func() fyne.CanvasObject { return r.stepIns(agreed) }))
	}
	_, reached, dropped := growth.Split(r.goals)
	if len(reached) > 0 {
		folds = append(folds, widgets.NewFold("growth/reached", "check", look.C().Todo, voice.T("Reached"),
			[]widgets.Run{widgets.Dim(growth.SayClosed(reached, today))}, func() fyne.CanvasObject { return r.closed(reached) }))
	}
	if len(dropped) > 0 {
		folds = append(folds, widgets.NewFold("growth/dropped", "x", look.C().Muted, voice.T("Dropped"),
			[]widgets.Run{widgets.Dim(growth.SayClosed(dropped, today))}, func() fyne.CanvasObject { return r.closed(dropped) }))
	}
	return folds
}

func (r *Room) stepIns(goals []notes.Goal) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(goals))
	for i, g := range goals {
		text := widgets.NewPara(14, widgets.Strong(g.Title), widgets.Plain("  "+growth.SayStepIn(g, r.host.Today()))).Lead(20)
		rows[i] = widgets.StillRow(32, text)
		if !room.ReadOnly(r.host) {
			rows[i] = widgets.NewRow(
				key(g.ID, "stepin"),
				32,
				widgets.HMiddle(10, widgets.Grow(text), r.happened(g)),
				func() { r.editGoal(g) },
			)
		}
	}
	return widgets.VStack(0, rows...)
}

// happened notes that what was agreed has happened; Prep asks then whether to step in.
func (r *Room) happened(g notes.Goal) fyne.CanvasObject {
	return widgets.NewSmallButton(key(g.ID, "happened"), widgets.Quiet, "check", voice.T("Note that it happened"), func() {
		today := r.host.Today()
		c, err := stepin.HasHappened(g, r.host.Context(r.person, today), today)
		if err != nil {
			r.host.Show(err)
			return
		}
		r.apply(c, voice.T("Noted. Your next Prep page will ask what would help."))
	})
}

// closed lists goals that were reached or dropped; a tap offers to open one again.
func (r *Room) closed(goals []notes.Goal) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(goals))
	for i, g := range goals {
		content := widgets.HStack(10,
			widgets.Grow(widgets.NewPara(14, widgets.Plain(g.Title)).Lead(20)),
			room.ShortDay(g.Closed, r.host.Today()),
		)
		if room.ReadOnly(r.host) {
			rows[i] = widgets.StillRow(32, content)
			continue
		}
		var row *widgets.Row
		row = widgets.NewRow("growth/closed/"+strconv.FormatInt(int64(g.ID), 10), 32, content, func() {
			widgets.ShowMenu(row,
				widgets.MenuItem{Icon: "restore", Text: voice.T("Reopen the goal"), OnTap: func() {
					r.apply(growth.CloseGoal(g, notes.GoalOpen, r.host.Today()), voice.T("Goal reopened"))
				}},
				widgets.MenuItem{Icon: "pen", Text: voice.T("Edit …"), OnTap: func() { r.editGoal(g) }},
				widgets.MenuItem{Icon: "trash", Text: voice.T("Delete"), OnTap: func() {
					r.delete(notes.KindGoal, int64(g.ID))
				}},
			)
		}).OpensMenu()
		rows[i] = row
	}
	return widgets.VStack(0, rows...)
}
