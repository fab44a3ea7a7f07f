package takein

import (
	"maps"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/taking"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// The ways in which all notes without a date can get one.
const (
	leaveOut = iota
	useToday
	useOneDay
	useFiles
)

// undated asks for the days of the notes that say none: for all of them, or one by one.
func (r *Room) undated() []fyne.CanvasObject {
	p := r.look
	chosen := leaveOut
	switch {
	case r.answers.ByFile:
		chosen = useFiles
	case r.answers.Undated == r.host.Today():
		chosen = useToday
	case r.answers.Undated != "":
		chosen = useOneDay
	}
	oneDay := voice.T("Choose a date …")
	if chosen == useOneDay {
		oneDay = notes.SayDay(r.answers.Undated, r.host.Today())
	}
	ways := []string{voice.T("Leave out"), voice.T("Use today's date"), oneDay}
	if p.Changed {
		ways = append(ways, voice.T("Use each file's date"))
	}
	rows := []fyne.CanvasObject{
		widgets.NewPara(14, widgets.Plain(voice.N(p.Undated, "{n} note has no date.", "{n} notes have no date."))),
		widgets.HStack(0, widgets.NewSegmented("import.undated", ways, chosen, r.chooseDays).Waiting(), widgets.Grow()),
	}
	if p.Changed {
		hint := voice.T("A file's date is the day it was last changed.")
		if p.Weekday {
			hint = voice.T("A file's date is the day it was last changed. For a heading like “Tuesday 4th”, Handback uses the " +
				"most recent one before that.")
		}
		rows = append(rows, widgets.NewPara(13, widgets.Dim(hint)))
	}
	for i, row := range p.NoDate {
		rows = append(rows, r.undatedRow(i, row))
	}
	if more := p.Undated - len(p.NoDate); more > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(more, "And {n} more.", "And {n} more."))))
	}
	return rows
}

// chooseDays takes a way for all.
func (r *Room) chooseDays(way int) {
	r.answers.Undated, r.answers.ByFile = "", way == useFiles
	switch way {
	case useToday:
		r.answers.Undated = r.host.Today()
	case useOneDay:
		r.askDay(voice.T("Date for all notes without one"), "", func(day notes.Date) { r.answers.Undated = day })
		return
	}
	r.compare()
}

// undatedRow is a note without a date, with the day that it would get.
func (r *Room) undatedRow(i int, row taking.Row) fyne.CanvasObject {
	says := voice.T("Left out")
	day, own := r.answers.Days[row.Origin]
	if !own {
		if day = r.answers.Undated; r.answers.ByFile && row.Changed != "" {
			day = row.Changed
		}
	}
	if day != "" {
		says = notes.SayDay(day, r.host.Today())
	}
	title, says := r.titleOf(row), says
	if !r.look.Pasted {
		says = row.File + "  ·  " + says
	}
	return widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
		widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Plain(title)), widgets.NewElided(12, widgets.Dim(says)))),
		widgets.NewSmallButton("import.day."+strconv.Itoa(i), widgets.Quiet, "", voice.T("Set date …"), func() {
			offered := day
			if offered == "" {
				offered = row.Changed
			}
			r.askDay(voice.T("Date of this note: “{title}”", "title", title), offered, func(day notes.Date) {
				r.answers.Days = maps.Clone(r.answers.Days)
				if r.answers.Days == nil {
					r.answers.Days = map[string]notes.Date{}
				}
				r.answers.Days[row.Origin] = day
			})
		})))
}

// fieldDay is the field for a day.
var fieldDay = voice.T("Date")

// askDay asks for a day that is not to come. None leaves the note out.
func (r *Room) askDay(title string, offered notes.Date, took func(notes.Date)) {
	field := form.PastDay("import/day", fieldDay, offered, r.host.Today())
	d := widgets.NewDialog(r.host.Window().Canvas(), title, voice.T("Use this date"), func() error {
		day, err := notes.ReadPastDate(fieldDay, field.Text(), r.host.Today())
		if err != nil {
			return form.Fields{fieldDay: field}.Refuse(err)
		}
		took(day)
		return nil
	}, field, widgets.NewPara(13, widgets.Dim(voice.T("Leave it empty to leave the note out."))))
	d.OnClose = func(bool) { r.compare() }
	d.Show(field.Field.Entry)
}
