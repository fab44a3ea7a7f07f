package settings

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// daysOff lists the manager's days off that are not over.
func (r *Room) daysOff() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Your days off"), "",
			widgets.NewSmallButton("settings.off.add", widgets.Quiet, "plus", voice.T("Add days off"), r.addDaysOff)),
	}
	for i, s := range r.off {
		if s.To < r.host.Today() {
			continue
		}
		remove := widgets.NewSmallButton("settings.off."+strconv.Itoa(i)+".remove", widgets.Outlined, "", voice.T("Remove"), func() {
			_ = r.putDaysOff(r.off.Without(s), voice.T("Days off removed")) // an error has been shown
		})
		rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8,
			widgets.Grow(widgets.NewElided(14, widgets.Plain(notes.SaySpan(s, r.host.Today())))), remove)))
	}
	if len(rows) == 1 {
		rows = append(
			rows,
			widgets.EmptyLine(voice.T("While you're away, Handback won't ask anything, and nothing becomes "+
				"overdue. “Days since” counts pause too.")),
		)
	}
	return widgets.Card(0, rows...)
}

func (r *Room) putDaysOff(off notes.DaysOff, say string) error {
	_, err := r.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: notes.SettingDaysOff, Value: off.String()}}}, say)
	return err
}

func (r *Room) addDaysOff() {
	today := r.host.Today()
	first := form.Day("off.first", notes.FieldFirstDay, "", today)
	last := form.Day("off.last", notes.FieldLastDay, "", today)
	fields := form.Fields{notes.FieldFirstDay: first, notes.FieldLastDay: last}
	pause := voice.T("One-on-ones, questions and “days since” counts pause until you're back. For a single day, leave the last day empty.")
	widgets.NewDialog(r.host.Window().Canvas(), voice.T("Add days off"), voice.T("Add"), func() error {
		span, err := notes.ReadSpan(first.Text(), last.Text(), today)
		if err != nil {
			return fields.Refuse(err)
		}
		return r.putDaysOff(r.off.With(span), voice.T("Days off added: {span}", "span", notes.SaySpan(span, today)))
	}, widgets.Columns(12, []float32{1, 1}, first, last), widgets.NewPara(12, widgets.Dim(pause))).Show(nil)
}
