package stepin

import (
	"fmt"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Crisis asks for one line and whom it is about, and is in force at once. Nothing else is asked before the next day.
func Crisis(host room.Host, about notes.PersonID) {
	var people []notes.PersonID
	var boxes []fyne.CanvasObject
	chosen := map[notes.PersonID]bool{}
	for _, p := range host.People() {
		if !p.OnTeam() {
			continue
		}
		people = append(people, p.ID)
		chosen[p.ID] = p.ID == about
		boxes = append(
			boxes,
			widgets.NewCheckbox(fmt.Sprintf("crisis.who.%d", p.ID), p.Name, p.ID == about, func(on bool) { chosen[p.ID] = on }),
		)
	}
	if len(people) == 0 {
		host.Say(voice.T("Add your people first, then say who it's about."))
		return
	}
	what := text("crisis.what", voice.T("What's happening?"), voice.T("e.g. the payment system is down"), "")
	fields := form.Fields{stepin.FieldWhat: what}
	var d *widgets.Dialog
	d = widgets.NewDialog(
		host.Window().Canvas(),
		voice.T("Crisis"),
		voice.T("Step in now"),
		func() error {
			var who []notes.PersonID
			for _, id := range people {
				if chosen[id] {
					who = append(who, id)
				}
			}
			c, err := stepin.Crisis(what.Text(), who, host.Today())
			if err != nil {
				defer d.Relayout()
				return fields.Refuse(err)
			}
			_, err = host.Apply(
				c,
				voice.T(
					"You're leading until {date}. Handback will ask for the details tomorrow.",
					"date", notes.SayDate(host.Today().AddDays(notes.CrisisDays), host.Today()),
				),
			)
			return err
		},
		what,
		widgets.SmallName(voice.T("Who it's about")),
		inTwo(boxes),
		widgets.NewPara(
			12,
			widgets.Dim(voice.T("Starts now, for a week. Handback will ask for the details tomorrow.")),
		).Lead(18),
	)
	d.Show(what.Entry)
}

// inTwo puts boxes into two columns, read down the first.
func inTwo(boxes []fyne.CanvasObject) fyne.CanvasObject {
	half := (len(boxes) + 1) / 2
	return widgets.Columns(12, []float32{1, 1}, widgets.VStack(8, boxes[:half]...), widgets.VStack(8, boxes[half:]...))
}
