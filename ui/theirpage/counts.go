package theirpage

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"

	"handback/notes/voice"
)

// askAgainAfter is after how many days what we count on each other for is worth another talk: twice a year.
const askAgainAfter = 182

// countsCard is where the manager keeps what they count on each other for.
func (r *Room) countsCard() fyne.CanvasObject {
	say := voice.T("Two short lists, agreed when somebody joins and looked at twice a year.")
	if agreed := newest(r.counts); agreed != "" {
		say = "Agreed on " + notes.SayDate(agreed, r.host.Today()) + "."
		if r.host.Today().DaysSince(agreed) > askAgainAfter {
			say += " That is half a year ago: worth another talk."
		}
	}
	parts := []fyne.CanvasObject{
		widgets.Icon("users", 16, look.C().Muted),
		widgets.Grow(widgets.NewPara(13, widgets.Strong("What we count on each other for.  "), widgets.Dim(say)).Lead(19)),
	}
	if !room.ReadOnly(r.host) {
		parts = append(parts, widgets.NewSmallButton("their.counts", widgets.Quiet, "pen", voice.T("Change"), func() {
			EditCounts(r.host, r.page.Person, r.counts)
		}))
	}
	return widgets.Card(2, widgets.HMiddle(10, parts...))
}

func newest(list []notes.Expectation) notes.Date {
	var d notes.Date
	for _, e := range list {
		d = max(d, e.Agreed)
	}
	return d
}

// EditCounts asks for the two lists, a line each.
func EditCounts(host room.Host, who notes.Person, have []notes.Expectation) {
	theirs := widgets.NewTextArea(
		"counts.theirs",
		"What you count on "+who.First()+" for, one a line",
		voice.T("bad news early, and the reasons with it"),
		4,
	)
	mine := widgets.NewTextArea("counts.mine", "What "+who.First()+" counts on you for, one a line", voice.T("an answer within a week"), 4)
	theirs.SetText(lines(have, true))
	mine.SetText(lines(have, false))
	parts := []fyne.CanvasObject{
		widgets.NewPara(13, widgets.Dim(voice.T("Agree it together, in their words. It stands on their page."))).Lead(19),
		theirs,
		mine,
	}
	d := widgets.NewDialog(host.Window().Canvas(), voice.T("What we count on each other for"), voice.T("Save"), func() error {
		_, err := host.Apply(brief.AgreeOn(who.ID, have, theirs.Text(), mine.Text(), host.Today()), voice.T("Saved"))
		return err
	}, parts...)
	d.About(who.ID).Show(theirs.Entry)
}

func lines(list []notes.Expectation, theirs bool) string {
	var out []string
	for _, e := range list {
		if e.Theirs == theirs {
			out = append(out, e.Text)
		}
	}
	return strings.Join(out, "\n")
}
