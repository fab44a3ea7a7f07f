// Package typeback is the form by which a page that was written on by hand comes back into the journal, in the page's
// order.
package typeback

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// typing is the form while it is shown.
type typing struct {
	host    room.Host
	facts   notes.PromptFacts
	asked   *prompt.Prompt // nil where the page has no question
	asks    brief.TypeBack
	in      *notes.Note // the note that it goes into, where that is said already
	day     *widgets.DateField
	answer  *widgets.TextField
	answers map[int]*widgets.TextField // of the agenda
	boxes   [3]map[int]*widgets.Checkbox
	notes   *widgets.TextField
}

// The lists of the page, in its order.
const (
	agenda = iota
	iOwe
	theyOwn
)

// Show asks for what was written on a person's page. Note is the one-on-one that it belongs to; 0 asks for the day.
func Show(host room.Host, who notes.PersonID, note notes.NoteID) {
	t := &typing{host: host, answers: map[int]*widgets.TextField{}}
	if err := t.read(who, note); err != nil {
		host.Show(err)
		return
	}
	d := widgets.NewDialog(
		host.Window().Canvas(),
		voice.T("Type up your page about {who}", "who", t.asks.Person.First()), voice.T("Save to the note"), t.save, t.parts()...,
	).Wide(680)
	d.About(who, note).Show(nil)
}

func (t *typing) read(who notes.PersonID, note notes.NoteID) (err error) {
	journal := t.host.Journal()
	if t.facts, err = journal.PromptFacts(who, t.host.Now()); err != nil {
		return err
	}
	question := ""
	if chosen := prompt.Choose(t.facts); len(chosen) > 0 {
		t.asked, question = &chosen[0], chosen[0].Text
	}
	t.asks = brief.ShowTypeBack(brief.Show(t.facts.Facts, t.host.Now().Location(), t.host.Locale()), question)
	if note == 0 {
		return nil
	}
	n, err := journal.Note(note)
	if err == nil && n.Kind == notes.HeldNote {
		t.in = &n
	}
	return err
}

// parts are the page: its parts, its lines, its room.
func (t *typing) parts() []fyne.CanvasObject {
	first := t.asks.Person.First()
	parts := []fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(
		voice.T("Tick and type what's on the paper. It goes into the note of that day, and what you tick is done.")),
	).Lead(19)}
	if t.in == nil {
		t.day = form.PastDay("typeback/day", brief.FieldDay, t.likelyDay(), t.host.Today())
		parts = append(parts, t.day)
	}
	if t.asks.Question != "" {
		t.answer = widgets.NewTextField("typeback/answer", "", voice.T("What was the answer?"))
		parts = append(parts, widgets.SmallName(voice.T("The question")), widgets.NewPara(14, widgets.Plain(t.asks.Question)).Lead(20), t.answer)
	}
	for i, list := range []struct {
		title string
		lines []brief.Line
	}{
		agenda: {voice.T("Agenda"), t.asks.Agenda}, iOwe: {voice.T("You owe {who}", "who", first), t.asks.IOwe},
		theyOwn: {voice.T("{who} owns", "who", first), t.asks.TheyOwn},
	} {
		t.boxes[i] = map[int]*widgets.Checkbox{}
		if len(list.lines) == 0 {
			continue
		}
		parts = append(parts, widgets.SmallName(list.title))
		for j, l := range list.lines {
			parts = append(parts, t.line(i, j, l))
		}
	}
	t.notes = widgets.NewTextArea("typeback/notes", voice.T("Notes"), voice.T("Everything else on the page. Labels work here too."), 6)
	return append(parts, t.notes)
}

// line is a line of the page with its box; one of the agenda has room for an answer.
func (t *typing) line(list, at int, l brief.Line) fyne.CanvasObject {
	key := fmt.Sprintf("typeback/%d:%d", l.Note, l.Line)
	box := widgets.NewCheckbox(key, "", false, nil)
	t.boxes[list][at] = box
	text := widgets.NewPara(14, widgets.Plain(l.Text)).Lead(20)
	row := widgets.HTop(10, widgets.LineHeight(20, box), widgets.Grow(text))
	if list != agenda {
		widgets.WithTip(box, voice.T("Mark as done"), "")
		return row
	}
	widgets.WithTip(box, voice.T("Mark as discussed"), "")
	t.answers[at] = widgets.NewTextField(key+"/answer", "", voice.T("What did you agree?"))
	return widgets.VStack(6, row, widgets.Pad(0, 0, 4, look.S(28), t.answers[at]))
}

// likelyDay is the day that the page is most likely from: that of the planned one-on-one where it has come, else of the
// last one in the days before.
func (t *typing) likelyDay() notes.Date {
	today := t.host.Today()
	if p := t.facts.Planned; p != nil && p.Date.Valid() && p.Date <= today {
		return p.Date
	}
	if last := t.facts.LastHeld; last != nil && last.Date > today.AddDays(-lately) && last.Date <= today {
		return last.Date
	}
	return today
}

// lately is how many days back a one-on-one is one that is likely to be typed up now.
const lately = 4

// save writes it. What went wrong is said, and everything that was typed stays.
func (t *typing) save() error {
	if err := t.host.Draft().Flush(); err != nil {
		return err
	}
	day, err := t.dayOf()
	if err != nil {
		return t.refuse(err)
	}
	typed := t.typed()
	change, err := t.asks.Change(typed, day)
	if err != nil {
		return t.refuse(err)
	}
	if t.asked != nil && typed.Answer != "" {
		change = change.Then(prompt.Done(*t.asked, t.facts))
	}
	applied, err := t.host.Apply(change, room.AndSay(voice.T("Page typed up"), day.Redated().Say(t.host.Today())))
	if err != nil {
		return err
	}
	id := notes.NoteID(0)
	switch {
	case day.Held != nil:
		id = day.Held.ID
	case len(applied.Made) > 0:
		id = applied.Made[0]
	case day.Planned != nil:
		id = day.Planned.ID
	}
	t.host.Go(room.Place{Screen: room.Notes, Person: t.asks.Person.ID, Note: id})
	return nil
}

func (t *typing) refuse(err error) error {
	fields := form.Fields{}
	if t.day != nil {
		fields[brief.FieldDay] = t.day.Field
	}
	return fields.Refuse(err)
}

func (t *typing) typed() brief.TypedBack {
	typed := brief.TypedBack{Answers: map[int]string{}, Notes: t.notes.Text()}
	if t.answer != nil {
		typed.Answer = t.answer.Text()
	}
	for i, field := range t.answers {
		typed.Answers[i] = field.Text()
	}
	for i, into := range []*map[int]bool{&typed.Discussed, &typed.IDid, &typed.TheyDid} {
		*into = map[int]bool{}
		for j, box := range t.boxes[i] {
			(*into)[j] = box.On()
		}
	}
	return typed
}

// dayOf reads the day and what the journal has of it.
func (t *typing) dayOf() (brief.DayOf, error) {
	journal, who := t.host.Journal(), t.asks.Person.ID
	d := brief.DayOf{Today: t.host.Today(), On: t.host.Context}
	if t.in != nil {
		n, err := journal.Note(t.in.ID)
		d.Day, d.Held = n.Date, &n
		return d, err
	}
	var err error
	if d.Day, err = notes.ReadPastDate(brief.FieldDay, t.day.Text(), d.Today); err != nil {
		return d, err
	}
	heads, err := journal.HeldNotes(who, d.Day)
	if err != nil {
		return d, err
	}
	for _, h := range slices.Backward(heads) {
		if h.Date == d.Day {
			n, err := journal.Note(h.ID)
			d.Held = &n
			return d, err
		}
	}
	n, err := journal.PlannedNote(who)
	if errors.Is(err, notes.ErrNotFound) {
		return d, nil
	}
	d.Planned = &n
	return d, err
}
