package note

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/calendars"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// closing asks what is not said yet when a one-on-one is closed. Esc skips it, and it is never asked again.
type closing struct {
	host    room.Host
	note    notes.Note
	person  notes.Person
	asks    brief.Closing
	answers brief.Answers
	beside  bool // the person may look on
	day     *widgets.DateField
	at      *widgets.TextField
	offers  *offers
	offered *fyne.Container // their list
}

// askClosing shows the questions over the person's notes, where there is something to ask; otherwise the next
// one-on-one is planned where the rhythm has a fixed day. Beside the person nothing that names somebody else is asked.
func askClosing(host room.Host, n notes.Note, beside bool) error {
	journal := host.Journal()
	if said, err := journal.Verdict(n.UID, "", host.Today()); err != nil || said == brief.ClosedVerdict {
		return err
	}
	facts, err := journal.PromptFacts(n.Person, host.Now())
	if err != nil {
		return err
	}
	items, err := journal.FiledFrom(n.ID)
	if err != nil {
		return err
	}
	c := &closing{
		host:    host,
		note:    n,
		person:  facts.Person,
		beside:  beside,
		answers: brief.Answers{Who: map[int]notes.Actor{}, Came: map[int64]notes.Outcome{}},
	}
	c.asks = brief.ShowClosing(n.NoteHead, facts.Person, items, facts.History, facts.Planned, host.Today())
	if beside {
		c.asks = c.asks.BesideThem(host.Context(n.Person, n.Date))
	}
	if err := c.readOffers(); err != nil {
		return err
	}
	if c.asks.Empty() && len(c.offered.Objects) == 0 {
		next, fixed := calendars.PlanNext(host, facts.Planned, facts.Person, n.Date)
		if !fixed {
			next, fixed = brief.PlanNext(facts.Planned, facts.Person, n.Date, host.Now())
		}
		if fixed || facts.Planned != nil {
			_, err := host.Apply(brief.Skip(n.NoteHead).Then(next), "")
			return err
		}
	}
	c.show()
	return nil
}

func (c *closing) show() {
	var parts []fyne.CanvasObject
	first := c.person.First()
	if len(c.asks.Unsaid) > 0 {
		parts = append(parts, widgets.SmallName(voice.T("Who decided?")))
	}
	for i, f := range c.asks.Unsaid {
		choose := widgets.NewSegmented("closing.who."+strconv.Itoa(i), []string{voice.T("Me"), voice.T("Us"), first}, -1, func(at int) {
			if at < 0 { // as at first
				delete(c.answers.Who, i)
				return
			}
			c.answers.Who[i] = []notes.Actor{notes.Me, notes.We, notes.Them}[at]
		})
		parts = append(
			parts,
			widgets.StillRow(
				widgets.RowOneLine,
				widgets.HMiddle(12, widgets.Grow(widgets.NewPara(14, widgets.Plain(notes.SayText(f.Text))).Lead(20)), choose),
			),
		)
	}
	if len(c.asks.Asked) > 0 {
		parts = append(parts, widgets.SmallName(voice.T("What did this question lead to?")))
	}
	for _, e := range c.asks.Asked {
		choose := widgets.NewSegmented(
			"closing.came."+strconv.FormatInt(e.ID, 10),
			[]string{voice.T("{who} decided", "who", first), voice.T("I decided"), voice.T("Didn't come up")},
			-1,
			func(at int) {
				if at < 0 {
					delete(c.answers.Came, e.ID)
					return
				}
				c.answers.Came[e.ID] = []notes.Outcome{notes.TheyDecided, notes.IDecided, notes.DidNotComeUp}[at]
			},
		)
		parts = append(parts, widgets.VStack(6, widgets.NewPara(14, widgets.Plain(e.Text)).Lead(20), widgets.HStack(0, choose)))
	}
	if c.asks.Planned == nil {
		c.day = form.Day("closing.day", voice.T("Next one-on-one"), c.asks.Next, c.host.Today())
		c.at = widgets.NewTextField("closing.at", voice.T("Time"), "10:00")
		c.at.SetText(c.host.Locale().SayTime(c.asks.At))
		parts = append(parts, widgets.Columns(12, []float32{1, 110}, c.day, c.at))
	}
	parts = append(parts, widgets.HStack(0, copyButton(c.host, c.note, c.person, c.beside)))
	if len(c.offered.Objects) > 0 { // last, so that the keyboard does not begin where Return files
		parts = append(parts, c.offered)
	}
	d := widgets.NewDialog(c.host.Window().Canvas(), voice.T("Close the one-on-one"), voice.T("Close"), c.commit, parts...).Wide(620)
	d.Steady().SetCancel(voice.T("Skip"))
	d.OnClose = func(confirmed bool) {
		if !confirmed {
			_, _ = c.host.Apply(brief.Skip(c.note.NoteHead), "") // an error has been shown
		}
	}
	c.offers.again = func() {
		c.drawOffers()
		d.Relayout()
	}
	d.About(c.note.ID).Show(nil)
}

func (c *closing) commit() error {
	if c.day != nil {
		next, err := notes.ReadComingDate(voice.T("Next"), c.day.Text(), c.host.Today())
		if err != nil {
			return err
		}
		c.answers.Next, c.answers.At = next, c.at.Text()
	}
	change, err := c.asks.Change(c.answers, c.person, c.host.Context(c.note.Person, c.note.Date), c.host.Today())
	if err != nil {
		return err
	}
	_, err = c.host.Apply(change, voice.T("One-on-one closed"))
	return err
}

// copyButton puts what was agreed, theirs and mine, on the clipboard. Beside the person it does not say why lines are
// left out.
func copyButton(host room.Host, n notes.Note, who notes.Person, beside bool) *widgets.Button {
	return widgets.NewButton("note.copy", widgets.Quiet, "copy", voice.T("Copy for {who}", "who", who.First()), func() {
		if now, open := host.Draft().Note(); open && now.ID == n.ID {
			n = now // with what was written since the button was drawn
		}
		in := host.Context(n.Person, n.Date)
		text, left := brief.CopyFor(notes.Parse(n.Body, in), n.NoteHead, who, in, host.Today())
		fyne.CurrentApp().Clipboard().SetContent(text)
		say := voice.T("Copied what you agreed on, plus {who}'s actions and yours.", "who", who.First())
		switch {
		case beside && left > 0:
			say += " " + voice.N(left, "{n} line was left out.", "{n} lines were left out.")
		case left > 0:
			say += " " + voice.N(left, "{n} line that names someone else was left out.", "{n} lines that name someone else were left out.")
		}
		host.Say(say)
	}).GiveWay()
}
