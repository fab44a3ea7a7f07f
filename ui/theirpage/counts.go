package theirpage

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// askAgainAfter is after how many days what we count on each other for is worth another talk: twice a year.
const askAgainAfter = 182

// countsCard is where the manager keeps what they count on each other for.
func (r *Room) countsCard() fyne.CanvasObject {
	say := voice.T("Two short lists. Agree on them when someone joins, and review them twice a year.")
	if agreed := newest(r.counts); agreed != "" {
		day := notes.SayDate(agreed, r.host.Today())
		say = voice.T("Agreed on {date}.", "date", day)
		if r.host.Today().DaysSince(agreed) > askAgainAfter {
			say = voice.T("Agreed on {date}, over six months ago. Time to talk it through again.", "date", day)
		}
	}
	parts := []fyne.CanvasObject{
		widgets.Icon("users", 16, look.C().Muted),
		widgets.Grow(widgets.NewPara(13, widgets.Strong(voice.T("What we count on each other for")), widgets.Dim("  "+say)).Lead(19)),
	}
	if !room.ReadOnly(r.host) {
		parts = append(parts, widgets.NewSmallButton("their.counts", widgets.Quiet, "pen", voice.T("Edit lists"), func() {
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
		voice.T("What you count on {first} for, one per line", "first", who.First()),
		voice.T("e.g. bad news early, with the reasons"),
		4,
	)
	mine := widgets.NewTextArea("counts.mine", voice.T("What {first} counts on you for, one per line", "first", who.First()),
		voice.T("e.g. an answer within a week"), 4)
	theirs.SetText(lines(have, true))
	mine.SetText(lines(have, false))
	parts := []fyne.CanvasObject{
		widgets.NewPara(
			13,
			widgets.Dim(voice.T("Agree on these together, in their words where you can. Both lists appear on their page.")),
		).Lead(19),
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
