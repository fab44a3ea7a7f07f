package review

import (
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/review"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// days are the fields of a period whose days are typed.
type days struct {
	kind     review.Kind
	from, to string
	first    *widgets.DateField
	last     *widgets.DateField
	fault    error
}

func newDays(p review.Period) days {
	return days{kind: p.Kind, from: notes.TypeDate(p.From), to: notes.TypeDate(p.To)}
}

func (d *days) draw(r *Room) fyne.CanvasObject {
	read := func(typed string) time.Time {
		on, err := notes.ReadPastDate("", typed, r.host.Today())
		if err != nil || on == "" {
			return r.host.Today().Time()
		}
		return on.Time()
	}
	d.first = widgets.NewDateField("review.from", review.FieldFrom, voice.T("e.g. 1 Jan"), read)
	d.first.SetText(d.from)
	fields := form.Fields{review.FieldFrom: d.first}
	parts := []fyne.CanvasObject{widgets.Width(190, d.first)}
	d.last = nil
	if d.kind == review.FromTo {
		d.last = widgets.NewDateField("review.to", review.FieldTo, voice.T("e.g. 30 Jun"), read)
		d.last.SetText(d.to)
		fields[review.FieldTo] = d.last
		parts = append(parts, widgets.Width(190, d.last))
	}
	if d.fault != nil {
		d.fault = fields.Refuse(d.fault)
	}
	for _, field := range fields {
		if field, is := field.(*widgets.DateField); is {
			field.Field.Entry.OnSubmitted = func(string) { d.take(r) }
		}
	}
	show := widgets.NewButton("review.days", widgets.Outlined, "", voice.T("Show these dates"), func() { d.take(r) })
	return widgets.HTop(12, append(parts, widgets.Pad(27, 0, 0, 0, show), widgets.Grow())...)
}

// take goes to the days as they are typed, or says beside the field what can't be taken.
func (d *days) take(r *Room) {
	d.from = d.first.Text()
	if d.last != nil {
		d.to = d.last.Text()
	}
	period, err := review.ReadPeriod(d.kind, d.from, d.to, r.host.Today())
	d.fault = err
	if err != nil {
		r.host.Show(r.Reload())
		return
	}
	r.host.Go(r.place(period, r.view))
}
