// Package quietly asks until when questions about a person are held back: beside the note that made them be, and in Prep. Why
// they are is said nowhere; neither place is shown while the person looks on.
package quietly

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Keep holds questions back until a day.
func Keep(host room.Host, who notes.PersonID, q prompt.Quiet, until notes.Date) error {
	p := host.Person(who)
	change, err := q.Keep(p, until)
	if err != nil {
		return err
	}
	_, err = host.Apply(change, voice.T("Questions about {who} paused until {day}",
		"who", p.First(), "day", notes.SayDate(until, host.Today())))
	return err
}

// Lift asks questions again.
func Lift(host room.Host, who notes.PersonID, q prompt.Quiet) {
	p := host.Person(who)
	_, _ = host.Apply(q.Lift(p), voice.T("Questions about {who} are back on", "who", p.First())) // an error has been shown
}

// AskDay asks for another day, beginning with one.
func AskDay(host room.Host, who notes.PersonID, q prompt.Quiet, begin notes.Date) {
	day := form.Day("quiet.day", prompt.FieldQuiet, begin, host.Today())
	fields := form.Fields{prompt.FieldQuiet: day}
	d := widgets.NewDialog(host.Window().Canvas(), voice.T("Pause questions about {who}", "who", host.Person(who).First()),
		voice.T("Pause questions"), func() error {
			until, err := notes.ReadComingDate(prompt.FieldQuiet, day.Text(), host.Today())
			if err == nil {
				err = Keep(host, who, q, until)
			}
			return fields.Refuse(err)
		}, widgets.NewPara(14, widgets.Dim(voice.T("Until then, only promises and needs come up."))), day)
	day.Field.Entry.OnChanged = func(string) { d.Relayout() }
	d.About(who).Show(day.Field.Entry)
	day.Field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the day that is offered
}
