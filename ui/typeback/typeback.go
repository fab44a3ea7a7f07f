// Package typeback is the form by which a page that was written on by hand comes back into the journal, in the page's
// order.
package typeback

import (
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	printed []prompt.OnPaper // the questions that the page may hold
	which   *widgets.Select  // nil where it has none; the last one is none of them
	asked   *fyne.Container  // the question in full
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
		voice.T("Type up your paper notes about {who}", "who", t.asks.Person.First()), voice.T("Save to the note"), t.save, t.parts()...,
	).Wide(680)
	d.About(who, note).Show(nil)
}

func (t *typing) read(who notes.PersonID, note notes.NoteID) (err error) {
	journal := t.host.Journal()
	if t.facts, err = journal.PromptFacts(who, t.host.Now()); err != nil {
		return err
	}
	t.asks = brief.ShowTypeBack(brief.Show(t.facts.Facts, t.host.Now().Location(), t.host.Locale()), "")
	if note != 0 {
		n, err := journal.Note(note)
		if err != nil {
			return err
		}
		if n.Kind == notes.HeldNote {
			t.in = &n
		}
	}
	t.printed = prompt.PrintedFor(t.facts, t.likely())
	return nil
}

// likely is the day that the page is most likely from.
func (t *typing) likely() notes.Date {
	if t.in != nil {
		return t.in.Date
	}
	return brief.LikelyDay(t.facts.Facts, t.host.Today())
}

// parts are the page: its parts, its lines, its room.
func (t *typing) parts() []fyne.CanvasObject {
	first := t.asks.Person.First()
	parts := []fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(
		voice.T("Tick and type what's on the paper. It goes into that day's note, and what you tick is marked as done.")),
	).Lead(19)}
	if t.in == nil {
		t.day = form.PastDay("typeback/day", brief.FieldDay, t.likely(), t.host.Today())
		parts = append(parts, t.day)
	}
	if len(t.printed) > 0 {
		parts = append(parts, t.question()...)
	}
	for i, list := range []struct {
		title string
		lines []brief.Line
	}{
		agenda: {voice.T("Agenda"), t.asks.Agenda}, iOwe: {voice.T("You promised {who}", "who", first), t.asks.IOwe},
		theyOwn: {voice.T("{who}'s actions", "who", first), t.asks.TheyOwn},
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

// question asks which question is on the page, since the paper may be older than what is asked today, and for the answer.
func (t *typing) question() []fyne.CanvasObject {
	names := make([]string, len(t.printed), len(t.printed)+1)
	for i, q := range t.printed {
		names[i] = notes.Shorten(q.Text, shortQuestion)
	}
	names = append(names, voice.T("Another question, or none"))
	t.asked = container.NewStack()
	t.which = widgets.NewSelect("typeback/question", voice.T("Which question is on the page?"), names, 0, func(int) { t.showQuestion() })
	t.answer = widgets.NewTextField("typeback/answer", "", voice.T("What was the answer?"))
	t.showQuestion()
	return []fyne.CanvasObject{t.which, t.asked, t.answer}
}

// shortQuestion is how many characters of a question stand in the choice: all of it stands below.
const shortQuestion = 60

// showQuestion shows the whole question that is chosen.
func (t *typing) showQuestion() {
	t.asked.Objects = nil
	if q, is := t.chosen(); is {
		t.asked.Objects = []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(q.Text)).Lead(20)}
	}
	t.asked.Refresh()
}

// chosen is the question that is on the page; false where it is none of them.
func (t *typing) chosen() (q prompt.OnPaper, is bool) {
	if t.which == nil || t.which.Chosen() < 0 || t.which.Chosen() >= len(t.printed) {
		return q, false
	}
	return t.printed[t.which.Chosen()], true
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
	t.answers[at] = widgets.NewTextField(key+"/answer", "", voice.T("What did you agree on?"))
	return widgets.VStack(6, row, widgets.Pad(0, 0, 4, look.S(28), t.answers[at]))
}

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
	question, is := t.chosen()
	change, err := t.asks.Answering(question.Text).Change(typed, day)
	if err != nil {
		return t.refuse(err)
	}
	if is && strings.TrimSpace(typed.Answer) != "" {
		change = change.Then(question.Answered(t.facts))
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
	if id, held := brief.HeldOn(heads, d.Day); held {
		n, err := journal.Note(id)
		d.Held = &n
		return d, err
	}
	n, err := journal.PlannedNote(who)
	if errors.Is(err, notes.ErrNotFound) {
		return d, nil
	}
	d.Planned = &n
	return d, err
}
