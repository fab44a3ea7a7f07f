package team

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// anAnswer is one way to answer an idea, in the words of its menu and form.
type anAnswer struct {
	state              notes.State
	icon, menu         string
	label, placeholder string // of its one line of text
	confirm, say       string
}

var answers = []anAnswer{
	{
		notes.Trying,
		"growth",
		voice.T("Try it …"),
		voice.T("Anything else?"),
		voice.T("e.g. for two releases"),
		voice.T("Try it"),
		voice.T("Idea marked as being tried"),
	},
	{
		notes.Adopted,
		"check",
		voice.T("Adopt it …"),
		voice.T("How and when?"),
		voice.T("e.g. from March"),
		voice.T("Adopt it"),
		voice.T("Idea adopted"),
	},
	{
		notes.Learned,
		"book",
		voice.T("Note what you learned …"),
		voice.T("What did you learn?"),
		voice.T("e.g. fewer late nights"),
		voice.T("Save what you learned"),
		voice.T("Noted what you learned"),
	},
	{
		notes.Declined,
		"x",
		voice.T("Decline it …"),
		voice.T("Why not? Write it as you'd say it to them."),
		voice.T("e.g. support needs the email by Monday"),
		voice.T("Decline it"),
		voice.T("Idea declined"),
	},
}

// answer asks for what belongs to an answer and writes it behind the idea, in its note.
func (r *Room) answer(c team.IdeaCard, a anAnswer) {
	words := widgets.NewTextField("answer/words", a.label, a.placeholder)
	if c.State == a.state {
		words.SetText(c.Items[0].Remark)
	}
	fields := form.Fields{team.FieldRemark: words}
	parts := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(c.Text), widgets.Dim("  ·  "+c.SayAuthors())).Lead(20)}
	filled := team.IdeaAnswer{State: a.state}
	read := func() team.IdeaAnswer { return filled }
	if a.state == notes.Trying && c.State != notes.Trying {
		whose := form.NewChoice("answer/call", voice.T("Whose call is it?"), calls, r.callNames(c), notes.NoCall, nil)
		who := r.tryer()
		until := form.Day("answer/until", team.FieldTryUntil, "", r.host.Today())
		fields[team.FieldTryUntil] = until
		parts = append(parts, whose.Field, widgets.Columns(12, []float32{1, 1}, who.Field, until))
		read = func() team.IdeaAnswer {
			filled.Call, filled.Who, filled.Until = whose.Value(), r.host.Person(who.Value()), until.Text()
			return filled
		}
	}
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Reply to the idea"), a.confirm, func() error {
		given := read()
		given.Remark = words.Text()
		change, err := c.Answer(given, r.contextOf, r.host.Today())
		if err != nil {
			err = fields.Refuse(err)
			d.Relayout()
			return err
		}
		_, err = r.host.Apply(change, a.say)
		return err
	}, append(parts, words)...)
	d.About(c.Items[0].Note, c.Text).Show(words.Entry)
}

var calls = []notes.Call{notes.NoCall, notes.Theirs, notes.Shared, notes.Mine}

func (r *Room) callNames(c team.IdeaCard) []string {
	theirs := voice.T("Theirs")
	if len(c.Authors) == 1 && c.Authors[0].Kind != notes.KindMe {
		theirs = voice.T("{first}'s", "first", c.Authors[0].First())
	}
	return []string{voice.T("Not set yet"), theirs, voice.T("Shared"), voice.T("Mine")}
}

// tryer asks who tries an idea.
func (r *Room) tryer() *form.Choice[notes.PersonID] {
	ids, names := []notes.PersonID{0}, []string{voice.T("Not set yet")}
	for _, p := range r.host.People() {
		if p.State == notes.StateLeft {
			continue
		}
		name := p.First()
		if p.Kind == notes.KindMe {
			name = voice.T("Me")
		}
		ids, names = append(ids, p.ID), append(names, name)
	}
	return form.NewChoice("answer/who", voice.T("Who will try it?"), ids, names, 0, nil)
}

// write commits a change where none of its making went wrong; an error is shown.
func (r *Room) write(change notes.Change, err error, say string) {
	if err != nil {
		r.host.Show(err)
		return
	}
	r.apply(change, say)
}
