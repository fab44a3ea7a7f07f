// Package handback is the hand-back queue: what I hold and a report could take, with the evidence, a sentence to say, and
// three answers: hand it back, not yet, mine to keep.
package handback

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// How far back the evidence reaches, in days.
const (
	callsSince  = 180
	praiseSince = 365
)

// dayColumn is how wide the days of the evidence are, before scaling, so that what was written stands below itself.
const dayColumn = 64

// Journal is what the queue is read from.
type Journal interface {
	OpenActions() ([]notes.Filed, error)
	AllAreas() ([]notes.Area, error)
	AllGoals() ([]notes.Goal, error)
	Decisions(notes.PersonID, notes.Date) ([]notes.Filed, error)
	PraiseLog(notes.PersonID, notes.Date) ([]notes.Filed, error)
	Verdicts(notes.Date) ([]notes.Verdict, error)
}

// Queue is the queue of one of the people, or of all of them where who is 0. It reads the journal alone, so that it may
// run off the UI goroutine.
func Queue(journal Journal, people []notes.Person, today notes.Date, who notes.PersonID) ([]brief.HandBack, error) {
	facts, err := gather(journal, people, today, who)
	if err != nil {
		return nil, err
	}
	return brief.ShowQueue(facts), nil
}

func gather(journal Journal, people []notes.Person, today notes.Date, who notes.PersonID) (f brief.QueueFacts, err error) {
	f.Today = today
	if f.Actions, err = journal.OpenActions(); err != nil {
		return f, err
	}
	if f.Areas, err = journal.AllAreas(); err != nil {
		return f, err
	}
	if f.Goals, err = journal.AllGoals(); err != nil {
		return f, err
	}
	for _, p := range people {
		if p.Active(today) && (who == 0 || p.ID == who) {
			f.People = append(f.People, p)
		}
	}
	for _, p := range f.Candidates() {
		calls, err := journal.Decisions(p, today.AddDays(-callsSince))
		if err != nil {
			return f, err
		}
		praise, err := journal.PraiseLog(p, today.AddDays(-praiseSince))
		if err != nil {
			return f, err
		}
		f.Decisions, f.Praise = append(f.Decisions, calls...), append(f.Praise, praise...)
	}
	f.Verdicts, err = journal.Verdicts(today)
	return f, err
}

// Key is the key of a row of the queue.
func Key(h brief.HandBack) string {
	return "handback." + strconv.FormatInt(int64(h.Item.Note), 10) + "." + strconv.Itoa(h.Item.Line)
}

// Row is one line of the queue; with the person's disc where it is not plain whose it is.
func Row(host room.Host, h brief.HandBack, disc bool) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if disc {
		parts = append(parts, widgets.Disc(h.Person.Name, h.Person.UID, 24))
	}
	parts = append(parts, widgets.Grow(widgets.VStack(0,
		widgets.NewPara(14, widgets.Plain(h.Text)).Lead(20).Most(2),
		widgets.NewPara(12, widgets.Dim(h.Evidence[0])).Lead(17).Most(1))))
	if !room.ReadOnly(host) {
		parts = append(parts, widgets.NewSmallButton(Key(h)+".back", widgets.Quiet, "back", voice.T("Hand back"), func() { Ask(host, h) }))
	}
	return widgets.NewRow(Key(h), widgets.RowTwoLines, widgets.HMiddle(10, parts...), func() { Ask(host, h) })
}

// Ask shows why the person could take it and what to say, and does what the manager answers. Where the journal can only
// be read it shows why.
func Ask(host room.Host, h brief.HandBack) {
	var d *widgets.Dialog
	why := widgets.VStack(2, evidence(host, h, func() { d.Close() })...)
	if room.ReadOnly(host) {
		d = widgets.NewDialog(host.Window().Canvas(), h.Text, "", nil, why)
		d.Show(nil)
		return
	}
	said := widgets.NewTextArea("handback.say", voice.T("What you'll say (goes on {first}'s agenda)", "first", h.Person.First()), "", 3)
	said.SetText(h.Sentence)
	var later *widgets.Button
	later = widgets.NewSmallButton("handback.later", widgets.Quiet, "clock", voice.T("Not yet"), func() {
		widgets.ShowMenu(later, untilItems(host, h, func() { d.Close() })...)
	})
	keep := widgets.NewSmallButton("handback.keep", widgets.Quiet, "", voice.T("Keep it myself"), func() {
		d.Close()
		askKeep(host, h)
	})
	d = widgets.NewDialog(host.Window().Canvas(), h.Text, voice.T("Hand it back"), func() error { return back(host, h, said.Text()) },
		why, said, widgets.HStack(4, later, keep))
	d.About(Key(h)).Show(said.Entry)
}

// evidence is why the person could take it, and the first of the lines that say so; leave is called before one is shown.
func evidence(host room.Host, h brief.HandBack, leave func()) []fyne.CanvasObject {
	why := make([]fyne.CanvasObject, 0, len(h.Evidence))
	for _, e := range h.Evidence {
		why = append(why, widgets.NewPara(13, widgets.Dim(strings.TrimRight(e, ".")+".")).Lead(19))
	}
	for i, l := range h.Lines {
		if i == 3 {
			break
		}
		why = append(why, widgets.NewRow(
			"handback.line."+strconv.Itoa(i),
			widgets.RowOneLine,
			widgets.HStack(
				10,
				widgets.Width(dayColumn, room.ShortDay(l.NoteDate, host.Today())),
				widgets.Grow(widgets.NewElided(13, widgets.Plain(notes.SayText(l.Text)))),
			),
			func() {
				leave()
				host.Go(room.PlaceOf(l))
			}))
	}
	return why
}

func back(host room.Host, h brief.HandBack, sentence string) error {
	if h.Sentence = strings.TrimSpace(sentence); h.Sentence == "" {
		return notes.Invalid{
			Field: voice.T("What you'll say"),
			Why:   voice.T("Write what you'll say, so {first} knows it's theirs now.", "first", h.Person.First()),
		}
	}
	facts, err := host.Journal().Facts(h.Person.ID, host.Now())
	if err != nil {
		return err
	}
	in := func(f notes.Filed) notes.Context { return room.ContextOf(host, f) }
	change, err := h.Back(in, host.Context(h.Person.ID, host.Today()), facts.Agenda, host.Today())
	if err != nil {
		return err
	}
	_, err = host.Apply(change, voice.T("Handed back to {first} and added to the agenda", "first", h.Person.First()))
	return err
}

func untilItems(host room.Host, h brief.HandBack, done func()) []widgets.MenuItem {
	today := host.Today()
	item := func(until notes.Date, say func(date string) string) widgets.MenuItem {
		date := notes.SayDate(until, today)
		return widgets.MenuItem{Icon: "clock", Text: say(date), OnTap: func() {
			done()
			_, _ = host.Apply(
				h.NotYet(until.AddDays(-1)),
				voice.T("Handback will ask again on {date}", "date", date),
			) // an error has been shown
		}}
	}
	return []widgets.MenuItem{
		item(today.AddDays(14), func(date string) string { return voice.T("Ask again in two weeks, {date}", "date", date) }),
		item(today.AddDays(30), func(date string) string { return voice.T("Ask again in a month, {date}", "date", date) }),
		item(today.AddDays(91), func(date string) string { return voice.T("Ask again in three months, {date}", "date", date) }),
	}
}

func askKeep(host room.Host, h brief.HandBack) {
	why := widgets.NewTextField(
		"handback.why",
		voice.T("Why are you keeping it? Handback won't ask again."),
		voice.T("e.g. only I can sign it"),
	)
	d := widgets.NewDialog(host.Window().Canvas(), voice.T("Keep it myself"), voice.T("Keep it"), func() error {
		_, err := host.Apply(h.Keep(strings.TrimSpace(why.Text())), voice.T("Still yours"))
		return err
	}, widgets.NewPara(14, widgets.Plain(h.Text)).Lead(20), why)
	d.About(Key(h)).Show(why.Entry)
}
