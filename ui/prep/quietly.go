package prep

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/quietly"
	"handback/ui/room"
	"handback/ui/widgets"
)

// quiet says until when questions are held back, and ends or moves that day.
func (p *Prep) quiet() []fyne.CanvasObject {
	q := prompt.QuietOf(p.facts)
	if q.Until == "" || !p.facts.Person.Active(p.facts.Today) {
		return nil
	}
	say := voice.T("Questions paused until {day}", "day", notes.SayDate(q.Until, p.facts.Today))
	if room.ReadOnly(p.host) {
		return []fyne.CanvasObject{widgets.Small(say)}
	}
	var menu *widgets.Button
	menu = widgets.NewSmallButton("quiet", widgets.Quiet, "clock", say, func() {
		widgets.ShowMenu(menu,
			widgets.MenuItem{Icon: "cal", Text: voice.T("Change date …"), OnTap: func() { quietly.AskDay(p.host, p.who, q, q.Until) }},
			widgets.MenuItem{Icon: "x", Text: voice.T("Turn questions back on"), OnTap: func() { quietly.Lift(p.host, p.who, q) }})
	})
	return []fyne.CanvasObject{widgets.HStack(0, widgets.WithTip(menu, voice.T("Until then, only promises and needs come up."), ""))}
}
