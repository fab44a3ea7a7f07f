package decisions

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// steppedIn lists the step-ins that were handed back, with what was learnt from each.
func (r *Room) steppedIn(past []notes.SteppingIn) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Step-ins"), strconv.Itoa(len(past)), widgets.Small(voice.T("handed back"))),
	}
	for _, s := range past {
		parts = append(parts, r.stepIn(s))
	}
	return widgets.Card(0, parts...)
}

// stepIn is one of them. It stands in no note, so that the row opens nothing; a button asks what was learnt.
func (r *Room) stepIn(s notes.SteppingIn) fyne.CanvasObject {
	key := "stepin/" + strconv.FormatInt(int64(s.ID), 10)
	says := []fyne.CanvasObject{
		widgets.NewPara(14, widgets.Plain(notes.SayText(s.What))).Lead(20),
		widgets.NewPara(12, widgets.Dim(stepin.SayLed(s, r.host.Today()))).Lead(17),
	}
	if s.Learned != "" {
		says = append(says, widgets.NewPara(13, widgets.Strong(voice.T("Learned:")), widgets.Plain("  "+s.Learned)).Lead(19))
	}
	content := []fyne.CanvasObject{widgets.Grow(widgets.VStack(0, says...))}
	ask := func() { r.askLearned(s) }
	if s.Learned != "" {
		content = append(content, room.LogMenu(r.host, key, func() []widgets.MenuItem {
			return []widgets.MenuItem{{Icon: "pen", Text: voice.T("Edit what you learned …"), OnTap: ask}}
		})...)
	} else if !room.ReadOnly(r.host) {
		content = append(content, widgets.NewSmallButton(key+"/learnt", widgets.Quiet, "book", voice.T("Note what you learned …"), ask))
	}
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(12, content...))
}

// askLearned asks for the debrief in a line.
func (r *Room) askLearned(s notes.SteppingIn) {
	learned := widgets.NewTextField("stepin/form/learnt", stepin.FieldLearned, voice.T("e.g. ask earlier whether anyone's stuck"))
	learned.SetText(s.Learned)
	fields := form.Fields{stepin.FieldLearned: learned}
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("What you learned"), voice.T("Save"), func() error {
		change, err := stepin.Learn(s, learned.Text())
		return r.commit(d, fields, change, err, voice.T("Saved"))
	}, widgets.NewPara(14, widgets.Plain(notes.SayText(s.What))).Lead(20), learned)
	d.About(s.ID).Show(learned.Entry)
}
