// Package schedule asks for the day of a one-on-one: to plan one, to move it, or to say that it was not held.
package schedule

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/calendars"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Pick plans a one-on-one with somebody for whom none is planned.
func Pick(host room.Host, p notes.Person, lastHeld notes.Date) {
	day, ok := p.NextOneOnOne(lastHeld, host.Today())
	if !ok {
		day = host.Today().AddDays(7)
	}
	at := ""
	if p.Rhythm.Fixed {
		at = p.Rhythm.At
	}
	next, known := calendars.Next(host, p, lastHeld)
	if known = known && next.Zone == p.Rhythm.Zone; known {
		day, at = next.Date, next.At
	}
	f := newForm(host, day, at, p.Rhythm.Zone)
	if known {
		f.more = widgets.NewPara(13, widgets.Dim(voice.T("That's the time in your calendar.")))
	} else {
		f.offerFile(p)
	}
	f.ask(voice.T("Next one-on-one with {first}", "first", p.First()), voice.T("Plan one-on-one"), func(day notes.Date, at string) error {
		change, err := brief.PlanOneOnOne(p, day, at, host.Now())
		if err != nil {
			return err
		}
		_, err = host.Apply(change, voice.T("Planned for {day}", "day", notes.SayDay(day, host.Today())))
		return err
	})
}

// Move gives a planned one-on-one another day.
func Move(host room.Host, p notes.Person, planned notes.NoteHead) {
	f := newForm(host, planned.Date, planned.At, planned.Zone)
	f.offerFile(p)
	f.ask(voice.T("Reschedule the one-on-one with {first}", "first", p.First()), voice.T("Reschedule"), func(day notes.Date, at string) error {
		redated, err := redate(host, planned.ID, day)
		if err != nil {
			return err
		}
		change, err := brief.MoveOneOnOne(planned, day, at, host.Now(), redated.Edits)
		if err != nil {
			return err
		}
		moved := voice.T("Moved to {day}", "day", notes.SayDay(day, host.Today()))
		_, err = host.Apply(change, room.AndSay(moved, redated.Say(host.Today())))
		return err
	})
}

// NotHeld records why a planned one-on-one was not held, and moves it on.
func NotHeld(host room.Host, p notes.Person, planned notes.NoteHead, calledOff string) {
	next := brief.AfterMissed(planned, p, host.Today())
	redated, err := redate(host, planned.ID, next)
	if err != nil {
		host.Show(err)
		return
	}
	change := brief.NotHeld(planned, p, calledOff, next, host.Now(), redated.Edits)
	// An error has been shown by Apply.
	skipped := voice.T("Skipped. Next one: {day}", "day", notes.SayDay(next, host.Today()))
	_, _ = host.Apply(change, room.AndSay(skipped, redated.Say(host.Today())))
}

// redate is what becomes of the lines of a note that gets another day.
func redate(host room.Host, id notes.NoteID, day notes.Date) (notes.Redated, error) {
	note, err := host.Journal().Note(id)
	if err != nil {
		return notes.Redated{}, err
	}
	return notes.RedateNote(note, host.Context(note.Person, note.Date), host.Context(note.Person, day)), nil
}

// form is the dialog with a day and a time.
type form struct {
	host room.Host
	day  *widgets.DateField
	at   *widgets.TextField
	more fyne.CanvasObject // below them, nil for nothing
	file *widgets.Checkbox // whether it is saved for a calendar program too, nil where it isn't asked
	who  notes.PersonID    // with whom it is
}

// keySaveToo keeps whether the last one was saved for a calendar program. It is of this computer, as the folder is.
const keySaveToo = "saveas.calendar"

// offerFile offers to save the one-on-one for a calendar program, once it is planned.
func (f *form) offerFile(p notes.Person) {
	kept, err := f.host.Journal().Setting(keySaveToo)
	if err != nil {
		kept = "" // it is asked anew
	}
	f.who = p.ID
	f.file = widgets.NewCheckbox("schedule/file", voice.T("Save it for my calendar too"), kept != "", nil)
	f.more = f.file
}

// saveFile goes on to the file, and keeps that it was wanted, or wasn't.
func (f *form) saveFile() error {
	if f.file == nil {
		return nil
	}
	had, err := f.host.Journal().Setting(keySaveToo)
	if err != nil {
		return err
	}
	now := ""
	if f.file.On() {
		now = "1"
		f.host.After(0, func() { calendars.Save(f.host, f.who) })
	}
	if now == had {
		return nil
	}
	return f.host.Record(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: keySaveToo, Value: now}}})
}

func newForm(host room.Host, day notes.Date, at, zone string) *form {
	f := &form{host: host}
	f.day = widgets.NewDateField("schedule/day", voice.T("Day"), voice.T("e.g. Fri or 4 Dec"), f.calendarAt)
	f.day.SetText(notes.TypeDate(day))
	label := voice.T("Time")
	if zone != "" && zone != host.Now().Location().String() {
		label = voice.T("Time in {city}", "city", notes.SayZone(zone)) // the wall clock of the person, not the manager's
	}
	f.at = widgets.NewTextField("schedule/time", label, voice.T("e.g. 10:00"))
	f.at.SetText(host.Locale().SayTime(at))
	return f
}

// calendarAt is the day at which the calendar opens.
func (f *form) calendarAt(text string) time.Time {
	if day, ok := notes.ReadDate(text, f.host.Today()); ok {
		return day.Time()
	}
	return f.host.Today().Time()
}

func (f *form) ask(title, confirm string, act func(day notes.Date, at string) error) {
	at := f.host.Window().Canvas()
	row := widgets.Columns(12, []float32{1.6, 1}, f.day, f.at)
	parts := []fyne.CanvasObject{row}
	if f.more != nil {
		parts = append(parts, f.more)
	}
	d := widgets.NewDialog(at, title, confirm, func() error {
		if err := f.confirm(act); err != nil {
			return err
		}
		return f.saveFile()
	}, parts...)
	relayout := func(string) { d.Relayout() }
	f.day.Field.Entry.OnChanged, f.at.Entry.OnChanged = relayout, relayout
	d.About(f.day.Text()).Show(f.day.Field.Entry)              // of the one-on-one that is next: a later one is another form
	f.day.Field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the day that is offered
}

// errWrong keeps the dialog open while its fields say what is wrong.
var errWrong = notes.Invalid{Why: voice.T("Check the highlighted fields.")}

func (f *form) confirm(act func(notes.Date, string) error) error {
	f.day.SetError("")
	f.at.SetError("")
	day, err := notes.ReadComingDate(voice.T("Date"), f.day.Text(), f.host.Today())
	if err != nil || day == "" {
		f.day.SetError(voice.T("That isn't a date. Try “Fri”, “4 Dec” or “in 2 weeks”."))
		return errWrong
	}
	at, ok := notes.ReadTime(f.at.Text())
	if !ok {
		f.at.SetError(voice.T("That isn't a time. Write it like 9:30 or 5pm, or leave it empty."))
		return errWrong
	}
	err = act(day, at)
	var invalid notes.Invalid
	if errors.As(err, &invalid) {
		switch invalid.Field {
		case "Date":
			f.day.SetError(invalid.Why)
			return errWrong
		case "Time":
			f.at.SetError(invalid.Why)
			return errWrong
		}
	}
	return err
}
