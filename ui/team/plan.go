package team

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// boardActions are what can be made from the ideas: a quarter's plan, and a sheet to show.
func (r *Room) boardActions() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	if !room.ReadOnly(r.host) && len(r.board.ForPlan()) > 0 {
		buttons = append(buttons, widgets.NewSmallButton("ideas/plan", widgets.Quiet, "pen", voice.T("Plan a quarter"), r.plan))
	}
	buttons = append(buttons, widgets.NewSmallButton("ideas/sheet", widgets.Quiet, "page", voice.T("Make a sheet for the team"), r.sheet))
	return widgets.HStack(4, buttons...)
}

// picker is a list of ideas to tick.
func picker(ideas []team.PickedIdea) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(ideas))
	for i := range ideas {
		idea := &ideas[i]
		box := widgets.NewCheckbox("pick/"+ideaKey(idea.IdeaCard), "", idea.On, func(on bool) { idea.On = on })
		widgets.WithTip(box, voice.T("Include this idea"), "")
		says := idea.SayAuthors() + " · " + idea.Lane()
		if idea.Says != "" {
			says += ", " + idea.Says
		}
		rows[i] = widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(10, box, widgets.Grow(widgets.VStack(0,
			widgets.NewPara(14, widgets.Plain(idea.Text)).Lead(20), widgets.NewPara(12, widgets.Dim(says)).Lead(17)))))
	}
	return widgets.VStack(0, rows...)
}

// pickWidth is the width of a dialog that offers ideas, before scaling.
const pickWidth = 560

// plan writes the chosen ideas as a quarter's plan into a note of the manager's journal, and goes there.
func (r *Room) plan() {
	quarter, ideas := team.NextQuarter(r.host.Today()), r.board.ForPlan()
	says := widgets.NewPara(
		13,
		widgets.Dim(voice.T("This becomes a note in your journal that credits each idea to its author. Keep writing there.")),
	).Lead(19)
	widgets.NewDialog(r.host.Window().Canvas(), voice.T("Plan for {quarter}", "quarter", quarter), voice.T("Write the plan"), func() error {
		change, err := team.PlanQuarter(quarter, ideas, r.host.Me(), r.host.Today())
		if err != nil {
			return err
		}
		applied, err := r.host.Apply(change, voice.T("Plan written for {quarter}", "quarter", quarter))
		if err == nil && len(applied.Made) == 1 {
			r.host.Go(room.Place{Screen: room.Notes, Person: r.host.Me().ID, Note: applied.Made[0]})
		}
		return err
	}, says, picker(ideas)).Wide(pickWidth).Show(nil)
}

// sheet copies or prints the chosen ideas: whose they are and what the answers were, and nothing else.
func (r *Room) sheet() {
	ideas, title := r.board.ForSheet(r.host.Context(0, r.host.Today()).Names, r.host.Me().ID), team.SheetTitle(r.host.Today())
	says := widgets.NewPara(13, widgets.Dim(voice.T("Each idea with its authors and your answer, nothing else. "+
		"Declined ideas and ideas that name someone else are left out unless you select them."))).Lead(19)
	var d *widgets.Dialog
	made := func(use func([]notes.PagePart) error) error {
		parts, err := team.IdeaSheet(ideas, r.host.Me(), r.host.Today())
		if err != nil {
			return err
		}
		return use(parts)
	}
	copied := widgets.NewSmallButton("sheet/copy", widgets.Quiet, "copy", voice.T("Copy the sheet"), func() {
		err := made(func(parts []notes.PagePart) error {
			fyne.CurrentApp().Clipboard().SetContent(notes.PageText(title, parts))
			d.Close()
			r.host.Say(voice.T("Sheet copied"))
			return nil
		})
		if err != nil {
			d.SetError(widgets.Sentence(err))
		}
	})
	var sheet document.Document
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Make a sheet for the team"), voice.T("Print or save"), func() error {
		return made(func(parts []notes.PagePart) error {
			sheet = document.Document{Title: title, On: r.host.Today(), Parts: document.PartsOf(parts)}
			return nil
		})
	}, says, widgets.HStack(0, copied), picker(ideas)).Wide(pickWidth)
	d.OnClose = func(confirmed bool) {
		if confirmed {
			saveas.Show(r.host, saveas.Of(sheet))
		}
	}
	d.Show(copied)
}
