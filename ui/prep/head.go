package prep

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/calendars"
	"handback/ui/handover"
	"handback/ui/leaving"
	"handback/ui/room"
	"handback/ui/schedule"
	"handback/ui/typeback"
	"handback/ui/widgets"
)

// head is who it is, when the next one-on-one is, and what can be done about it.
func (p *Prep) head() fyne.CanvasObject {
	who := p.brief.Person
	when := p.brief.Meeting
	name := widgets.Fit(widgets.Title(who.Name))
	lines := []fyne.CanvasObject{widgets.HStack(12, name, widgets.Grow(), widgets.Name(when.When))}
	detail := when.Detail
	if mine := brief.SayCalledOff(p.facts.OneOnOnes); mine != "" {
		detail = strings.TrimPrefix(detail+" · "+mine, " · ")
	}
	switch {
	case who.Role == "" && detail != "": // the name stands in the middle, as the disc does
		right := widgets.VStack(1, widgets.Right(widgets.Name(when.When)), widgets.Right(widgets.Small(detail)))
		lines = []fyne.CanvasObject{widgets.HMiddle(12, name, widgets.Grow(), right)}
	case who.Role != "":
		role := widgets.Grow(widgets.NewElided(14, widgets.Dim(who.Role)))
		lines = append(lines, widgets.HStack(12, role, widgets.Small(detail)))
	}
	parts := []fyne.CanvasObject{widgets.Disc(who.Name, who.UID, 44), widgets.Grow(widgets.VStack(1, lines...)), widgets.GapWide(6)}
	return widgets.HMiddle(12, append(parts, p.headButtons()...)...)
}

func (p *Prep) headButtons() []fyne.CanvasObject {
	if p.brief.Person.State == notes.StateLeft {
		return p.leftButtons()
	}
	onPaper := widgets.WithTip(widgets.NewButton("print", widgets.Outlined, "print", "", p.Print), voice.T("Print"), p.host.KeysOf("print"))
	if room.ReadOnly(p.host) {
		return []fyne.CanvasObject{onPaper}
	}
	start := widgets.NewButton("start", widgets.Primary, "", voice.T("Start one-on-one"), func() { p.host.Run("meeting.start") })
	planned := p.brief.Meeting.Planned
	if planned == nil {
		pick := widgets.NewButton("pick", widgets.Outlined, "cal", voice.T("Pick a date"), p.pickDate)
		var more *widgets.Button
		more = widgets.NewButton("more", widgets.Outlined, "more", "", func() { widgets.ShowMenu(more, p.typeBack(), p.handOver()) })
		widgets.WithTip(more, voice.T("More to do"), "")
		return []fyne.CanvasObject{pick, start, onPaper, more}
	}
	var more *widgets.Button
	more = widgets.NewButton("date", widgets.Outlined, "more", "", func() { widgets.ShowMenu(more, p.dateMenu(*planned)...) })
	widgets.WithTip(more, voice.T("Reschedule or skip"), "")
	return []fyne.CanvasObject{start, onPaper, more}
}

// Do implements room.Doer.
func (p *Prep) Do(act string) {
	if act == room.DoDate {
		p.pickDate()
	}
}

// pickDate asks for the day of the next one-on-one.
func (p *Prep) pickDate() {
	if planned := p.brief.Meeting.Planned; planned != nil {
		schedule.Move(p.host, p.brief.Person, *planned)
		return
	}
	schedule.Pick(p.host, p.brief.Person, p.lastHeld())
}

// typeBack leads to the form for a page that was written on by hand.
func (p *Prep) typeBack() widgets.MenuItem {
	return widgets.MenuItem{Icon: "pen", Text: voice.T("Type up your paper notes …"), OnTap: func() { typeback.Show(p.host, p.who, 0) }}
}

// handOver leads to the pack for whoever takes over.
func (p *Prep) handOver() widgets.MenuItem {
	return widgets.MenuItem{Icon: "page", Text: voice.T("Handover pack"), Divided: true, OnTap: func() { handover.Show(p.host, p.who) }}
}

// leftButtons are what is left to do for somebody who left: what is still open, and the pack to hand over.
func (p *Prep) leftButtons() []fyne.CanvasObject {
	sheet := widgets.NewButton("handover", widgets.Outlined, "page", voice.T("Open handover pack"), func() { handover.Show(p.host, p.who) })
	if room.ReadOnly(p.host) || len(brief.ShowLeaving(p.facts.Facts, p.facts.StepIns)) == 0 {
		return []fyne.CanvasObject{sheet}
	}
	walk := widgets.NewButton("leaving", widgets.Outlined, "", voice.T("See what's still open"), func() { leaving.Walk(p.host, p.who) })
	return []fyne.CanvasObject{walk, sheet}
}

func (p *Prep) dateMenu(planned notes.NoteHead) []widgets.MenuItem {
	who := p.brief.Person
	items := []widgets.MenuItem{
		{Icon: "page", Text: voice.T("Open the planned note"), OnTap: func() {
			p.host.Go(room.Place{Screen: room.Notes, Person: who.ID, Note: planned.ID})
		}},
		p.typeBack(),
		{Icon: "cal", Text: voice.T("Reschedule …"), OnTap: p.pickDate},
		{Icon: "cal", Text: voice.T("Save for your calendar …"), OnTap: func() { calendars.Save(p.host, who.ID) }},
	}
	for i, reason := range brief.NotHeldReasons(who) {
		items = append(items, widgets.MenuItem{Icon: "x", Text: reason.Text, Divided: i == 0, OnTap: func() {
			schedule.NotHeld(p.host, who, planned, reason.Why)
		}})
	}
	return append(items, p.handOver())
}

func (p *Prep) lastHeld() notes.Date {
	if p.facts.LastHeld == nil {
		return ""
	}
	return p.facts.LastHeld.Date
}
