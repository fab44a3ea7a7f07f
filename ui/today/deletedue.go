package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/erasing"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"

	going "handback/ui/erasing"
)

// deleteDue brings up whose notes are to be deleted by a day that has come. It only asks.
func (t *Today) deleteDue() []fyne.CanvasObject {
	if room.ReadOnly(t.host) {
		return nil
	}
	var cards []fyne.CanvasObject
	for _, p := range erasing.Due(t.host.People(), t.host.Today()) {
		key := "deletedue." + strconv.FormatInt(int64(p.ID), 10)
		says := voice.T("You planned to delete everything about {who} by {day}", "who", p.Name, "day", notes.SayDate(p.DeleteBy, t.host.Today()))
		line := widgets.HMiddle(8, widgets.Icon("trash", 16, look.C().Muted),
			widgets.Grow(widgets.NewPara(14, widgets.Plain(says)).Lead(20).Most(2)),
			widgets.NewSmallButton(key+".keep", widgets.Quiet, "cal", voice.T("Keep until …"), func() { t.keepUntil(p) }),
			widgets.NewSmallButton(key+".delete", widgets.Outlined, "", voice.T("Delete …"), func() { going.Show(t.host, p.ID) }))
		cards = append(cards, widgets.FoldCard(widgets.StillRow(widgets.RowOneLine, line)))
	}
	return cards
}

// keepUntil asks for another day.
func (t *Today) keepUntil(p notes.Person) {
	day := form.Day("deletedue/day", notes.FieldDeleteBy, "", t.host.Today())
	fields := form.Fields{notes.FieldDeleteBy: day}
	widgets.NewDialog(t.host.Window().Canvas(), voice.T("Keep {who}'s notes until", "who", p.First()), voice.T("Save"), func() error {
		c, err := erasing.KeepUntil(p, day.Text(), t.host.Today())
		if err != nil {
			return fields.Refuse(err)
		}
		say := voice.T("{who}'s notes stay", "who", p.First())
		if day.Text() != "" {
			say = voice.T("{who}'s notes stay until then", "who", p.First())
		}
		_, err = t.host.Apply(c, say)
		return err
	}, day, widgets.NewPara(12, widgets.Dim(voice.T("Leave it empty to keep them with no end date."))).Lead(18)).Show(day.Field.Entry)
}
