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
	if next, ok := calendars.Next(host, p, lastHeld); ok && next.Zone == p.Rhythm.Zone {
		day, at = next.Date, next.At
	}
	f := newForm(host, day, at, p.Rhythm.Zone)
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
	d := widgets.NewDialog(at, title, confirm, func() error { return f.confirm(act) }, row)
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
