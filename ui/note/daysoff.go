package note

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// daysOff are the days off that a note of my journal tells of and that are not set yet.
func (f *filed) daysOff(n notes.Note) notes.Span {
	me := f.host.Me()
	if n.Person != me.ID || room.ReadOnly(f.host) {
		return notes.Span{}
	}
	span, _ := notes.FindDaysOff(n.Body, n.Date, f.host.Today(), me.Off)
	return span
}

// daysOffCard offers to set them.
func (f *filed) daysOffCard(s notes.Span) fyne.CanvasObject {
	said := notes.SaySpan(s, f.host.Today())
	return widgets.ChipCard(
		widgets.NewPara(13, widgets.Plain(voice.T("Add days off: {days}?", "days", said))).Lead(19),
		widgets.NewPara(12, widgets.Dim(voice.T("One-on-ones, questions and “days since” counts pause until you're back."))).Lead(17),
		widgets.HStack(0, widgets.NewSmallButton("filed.daysoff", widgets.Outlined, "plus", voice.T("Add days off"), func() {
			off := f.host.Me().Off.With(s)
			_, _ = f.host.Apply(notes.Change{ // an error has been shown
				Rows: []notes.Row{notes.PutSetting{Key: notes.SettingDaysOff, Value: off.String()}},
			}, voice.T("Days off added: {days}", "days", said))
		})))
}
