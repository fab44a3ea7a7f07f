package review

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/review"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// ownCard is what the person wrote about the period, beside the pack.
func (r *Room) ownCard() fyne.CanvasObject {
	first := r.host.Person(r.person).First()
	text, icon := voice.T("Paste their self-review"), "copy"
	if r.own != "" {
		text, icon = voice.T("Edit their self-review"), "pen"
	}
	var head []fyne.CanvasObject
	if !room.ReadOnly(r.host) {
		head = append(head, widgets.NewSmallButton("review.own", widgets.Outlined, icon, text, r.paste))
	}
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("{first}'s self-review", "first", first), "", head...)}
	if r.own == "" {
		rows = append(rows, widgets.EmptyLine(
			voice.T("Paste what {first} wrote about this period, to read both side by side. It's kept with the period.", "first", first)))
	}
	for _, para := range strings.Split(r.own, "\n") {
		if strings.TrimSpace(para) != "" {
			rows = append(rows, widgets.NewPara(14, widgets.Plain(para)).Lead(21))
		}
	}
	return widgets.Card(8, rows...)
}

// paste asks for the person's own review.
func (r *Room) paste() {
	field := widgets.NewTextArea("review.own.text", review.FieldOwn, voice.T("Paste the text here."), 14)
	field.SetText(r.own)
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Their self-review, {period}", "period", r.period.Say(r.host.Today())),
		voice.T("Save"), func() error {
			change, err := r.pack.Paste(field.Text())
			if err != nil {
				field.SetError(err.Error())
				return err
			}
			say := voice.T("Review saved")
			if notes.Tidy(field.Text()) == "" {
				say = voice.T("Review removed")
			}
			_, err = r.host.Apply(change, say)
			return err
		}, field)
	d.Wide(680).About(r.person, " ", r.period.Key()).Show(field.Entry)
}
