// Package leaving is what the manager does when somebody leaves: walk through what is still open between the two. From there
// the way leads to the hand-over pack for whoever leads them next.
package leaving

import (
	"fmt"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/handover"
	"handback/ui/room"
	"handback/ui/widgets"
)

// open is one row of the walk: something open, and what becomes of it.
type open struct {
	brief.Leaving
	answer brief.LeaveAnswer
	why    *widgets.TextField
	to     *form.Choice[notes.PersonID]
	more   *fyne.Container // the field that belongs to the answer
	fields form.Fields
}

// walk is the dialog.
type walk struct {
	host   room.Host
	who    notes.Person
	areas  []notes.Area
	rows   []*open
	by     *widgets.DateField // when their notes are to be deleted
	dialog *widgets.Dialog
}

// Walk asks what becomes of what is still open with somebody who left: my promises, their ideas, step-ins. It does
// nothing where nothing is. What is not answered stays open.
func Walk(host room.Host, who notes.PersonID) {
	w, err := read(host, who)
	if err != nil {
		host.Show(err)
		return
	}
	if len(w.rows) == 0 {
		return
	}
	parts := []fyne.CanvasObject{
		widgets.NewPara(
			13,
			widgets.Dim(voice.T("Decide what happens to each item. Anything you don't change stays open, and your promises stay on Today.")),
		).Lead(19),
	}
	about := "" // the fields are counted: with other rows they are about something else
	for i, o := range w.rows {
		about += o.Text + "\n"
		parts = append(parts, w.row(fmt.Sprintf("leaving.%d", i), o))
	}
	w.by = form.Day("leaving.deleteby", notes.FieldDeleteBy, w.who.DeleteBy, host.Today())
	parts = append(parts, widgets.Hairline(), w.by,
		widgets.NewPara(12, widgets.Dim(voice.T("The Today page will remind you that day. Nothing is deleted automatically."))).
			Lead(18), widgets.HStack(0,
			widgets.NewSmallButton("leaving.handover", widgets.Quiet, "page", voice.T("Open handover pack"), func() {
				w.dialog.Close()
				handover.Show(host, who)
			}), widgets.Grow()))
	title := voice.T("Still open with {first}", "first", w.who.First())
	w.dialog = widgets.NewDialog(host.Window().Canvas(), title, voice.T("Save"), w.save, parts...).Wide(620)
	w.dialog.SetCancel(voice.T("Leave them all open"))
	w.dialog.About(about).Show(nil)
}

func read(host room.Host, who notes.PersonID) (*walk, error) {
	w := &walk{host: host, who: host.Person(who)}
	facts, err := host.Journal().Facts(who, host.Now())
	if err != nil {
		return nil, err
	}
	stepIns, err := host.Journal().StepIns(who)
	if err != nil {
		return nil, err
	}
	w.areas = facts.Areas
	for _, l := range brief.ShowLeaving(facts, stepIns) {
		w.rows = append(w.rows, &open{Leaving: l, answer: brief.LeaveOpen})
	}
	return w, nil
}

func (w *walk) row(key string, o *open) fyne.CanvasObject {
	answers := o.Answers()
	names := make([]string, len(answers))
	for i, a := range answers {
		names[i] = o.SayAnswer(a)
	}
	o.why = widgets.NewTextField(key+".why", "", voice.T("What did you tell them?"))
	o.to = w.takers(key + ".to")
	o.fields = form.Fields{brief.FieldLeaveWhy: o.why}
	o.more = widgets.VStack(0)
	choice := widgets.NewSelect(key, "", names, 0, func(i int) {
		o.answer = answers[i]
		w.showMore(o)
	})
	text := widgets.VStack(
		1,
		widgets.NewPara(14, widgets.Plain(o.Text)).Lead(20).Most(3),
		widgets.NewPara(12, widgets.Dim(o.Says)).Lead(17),
	)
	return widgets.VStack(6, widgets.Hairline(), widgets.HMiddle(12, widgets.Grow(text), widgets.Width(190, choice)), o.more)
}

// takers chooses who takes something over.
func (w *walk) takers(key string) *form.Choice[notes.PersonID] {
	var ids []notes.PersonID
	var names []string
	for _, p := range w.host.People() {
		if p.ID != w.who.ID && p.Around() {
			ids, names = append(ids, p.ID), append(names, p.Name)
		}
	}
	return form.NewChoice(key, voice.T("Who's taking over?"), ids, names, 0, nil)
}

// showMore shows the field that belongs to the answer.
func (w *walk) showMore(o *open) {
	o.more.Objects = nil
	switch o.answer {
	case brief.LeaveTold:
		o.more.Objects = []fyne.CanvasObject{o.why}
	case brief.LeaveHandOver:
		o.more.Objects = []fyne.CanvasObject{o.to.Field}
	}
	o.more.Refresh()
	w.dialog.Relayout()
}

// save writes all answers in one change.
func (w *walk) save() error {
	var all notes.Change
	for _, o := range w.rows {
		in := room.ContextOf(w.host, o.Item)
		c, err := o.Answer(o.answer, o.why.Text(), w.host.Person(o.to.Value()), in, w.areas, w.host.Today())
		if err != nil {
			defer w.dialog.Relayout()
			return o.fields.Refuse(err)
		}
		all = all.Then(c)
	}
	who := w.host.Person(w.who.ID)
	day, err := notes.ReadDeleteBy(w.by.Text(), who.DeleteBy, w.host.Today())
	if err != nil {
		defer w.dialog.Relayout()
		return form.Fields{notes.FieldDeleteBy: w.by}.Refuse(err)
	}
	if day != who.DeleteBy {
		who.DeleteBy = day
		all = all.Then(notes.Change{Rows: []notes.Row{who}})
	}
	if all.IsZero() {
		return nil
	}
	_, err = w.host.Apply(all, voice.T("Saved"))
	return err
}
