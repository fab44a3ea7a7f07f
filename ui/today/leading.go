package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	leading "handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/stepin"
	"handback/ui/widgets"
)

// leads are the step-ins and crises in force; none where none is.
func (t *Today) leads() []fyne.CanvasObject {
	if len(t.leading) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("You're leading for now"), "")}
	for _, l := range t.leading {
		parts = append(parts, t.lead(l))
	}
	return []fyne.CanvasObject{widgets.Card(2, parts...)}
}

// lead is one of them. A tap leads to the brief of the first of its people, where its banner stands.
func (t *Today) lead(l leading.Leading) fyne.CanvasObject {
	key, who := "lead/"+strconv.FormatInt(int64(l.StepIn.ID), 10), l.People[0].ID
	parts := []fyne.CanvasObject{
		widgets.Icon("flag", 18, look.C().Primary),
		widgets.Grow(widgets.VStack(0,
			widgets.NewPara(14, widgets.Plain(l.Says)).Lead(20).Most(2), widgets.NewPara(12, widgets.Dim(l.Who)).Lead(17).Most(1))),
	}
	if !room.ReadOnly(t.host) {
		parts = append(parts, widgets.NewSmallButton(key+"/back", widgets.Quiet, "back", voice.T("Hand it back"), func() {
			stepin.HandBack(t.host, who, l.StepIn)
		}))
	}
	return widgets.NewRow(key, widgets.RowTwoLines, widgets.HMiddle(10, parts...), func() {
		t.host.Go(room.Place{Screen: room.Prep, Person: who})
	})
}
