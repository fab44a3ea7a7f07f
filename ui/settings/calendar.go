package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"handback/notes"
	"handback/notes/calendar"
	"handback/notes/voice"
	"handback/ui/calendars"
	"handback/ui/room"
	"handback/ui/widgets"
)

// calendar is the card by which one-on-ones come from a calendar, and go to one.
func (r *Room) calendar() fyne.CanvasObject {
	only := room.ReadOnly(r.host)
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Calendar"), "")}
	if r.calendarPath == "" {
		rows = append(rows, widgets.NewPara(14, widgets.Plain(voice.T("Plan your one-on-ones from your calendar. "+
			"Choose a file that ends in .ics, or the folder where your calendar program keeps them."))).Lead(20))
	} else {
		rows = append(rows,
			widgets.NewPara(14, widgets.Plain(voice.T("Handback reads your one-on-ones from here each time it starts:"))),
			widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(8,
				widgets.Grow(widgets.NewElided(14, widgets.Strong(r.calendarPath))),
				widgets.NewSmallButton("settings.calendar.again", widgets.Outlined, "cal", voice.T("Read again"), func() {
					calendars.Read(r.host, r.calendarPath, false)
				}).SetEnabled(!only),
				widgets.NewSmallButton("settings.calendar.stop", widgets.Outlined, "", voice.T("Stop"), r.stopCalendar).SetEnabled(!only).Ends())))
	}
	rows = append(rows,
		widgets.HStack(8,
			widgets.NewSmallButton("settings.calendar.choose", widgets.Outlined, "cal", voice.T("Choose a calendar"), r.chooseCalendar).
				SetEnabled(!only),
			widgets.NewSmallButton("settings.calendar.save", widgets.Outlined, "cal", voice.T("Save for your calendar"), func() {
				calendars.Save(r.host, 0)
			}),
			widgets.Grow()),
		widgets.NewPara(13, widgets.Dim(voice.T("You'll see what Handback found before it plans anything. "+
			"What you moved, called off or deleted stays that way. Handback only reads files on this computer."))).Lead(19))
	return widgets.Card(6, rows...)
}

func (r *Room) stopCalendar() {
	_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: calendar.KeyPath}}}, // an error has been shown
		voice.T("Handback no longer reads your calendar"))
}

// chooseCalendar asks for the file or the folder.
func (r *Room) chooseCalendar() {
	where := widgets.NewTextField("calendar.where", voice.T("File or folder"), voice.T("e.g. ~/calendar.ics"))
	where.SetText(r.calendarPath)
	watch := widgets.NewCheckbox("calendar.watch", voice.T("Read it again each time Handback starts"), true, nil)
	var d *widgets.Dialog
	chosen := func(path string) {
		where.SetText(path)
		d.Relayout()
	}
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Choose a calendar"), voice.T("Show what's in it"), func() error {
		path := room.FromHome(strings.TrimSpace(where.Text()))
		if path == "" {
			return notes.Invalid{Why: voice.T("Type the path to a file or folder, or choose one.")}
		}
		r.host.After(0, func() { calendars.Read(r.host, path, watch.On()) })
		return nil
	}, where,
		widgets.HStack(8,
			widgets.NewSmallButton("calendar.file", widgets.Outlined, "open", voice.T("Choose a file"), func() { r.pick(false, chosen) }),
			widgets.NewSmallButton("calendar.folder", widgets.Outlined, "", voice.T("Choose a folder"), func() { r.pick(true, chosen) }),
			widgets.Grow()),
		watch,
		widgets.NewPara(13, widgets.Dim(voice.T("In Outlook, Google Calendar and Apple Calendar, look for Export. "+
			"Thunderbird and Evolution can save a calendar as a file."))).Lead(19)).Wide(560)
	d.Show(where.Entry)
}

// pick lets the manager point at a file or folder.
func (r *Room) pick(folder bool, chosen func(path string)) {
	w := r.host.Window()
	var d *dialog.FileDialog
	if folder {
		d = dialog.NewFolderOpen(func(at fyne.ListableURI, err error) {
			r.host.Show(err)
			if err == nil && at != nil {
				chosen(at.Path())
			}
		}, w)
	} else {
		d = dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			r.host.Show(err)
			if err != nil || file == nil {
				return // none was chosen
			}
			r.host.Show(file.Close())
			chosen(file.URI().Path())
		}, w)
	}
	at := w.Canvas()
	focused := at.Focused()
	widgets.ShowFileDialog(at, d, func() { at.Focus(focused) })
}
