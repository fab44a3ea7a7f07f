package team

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// edit asks for a company goal; one with ID 0 is new.
func (r *Room) edit(c notes.CompanyGoal) {
	heading, confirm := voice.T("Add a company goal or policy"), voice.T("Add it")
	if c.ID != 0 {
		heading, confirm = voice.T("Edit company goal"), voice.T("Save")
	}
	title := widgets.NewTextField("company/title", notes.FieldTitle, voice.T("e.g. Calmer releases"))
	title.SetText(c.Title)
	why := widgets.NewTextArea("company/why", notes.FieldWhy, voice.T("What it's for, and its limits"), 3)
	why.SetText(c.Why)
	leader := r.leaderChoice(c.Leader)
	fields := form.Fields{notes.FieldTitle: title, notes.FieldWhy: why}
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), heading, confirm, func() error {
		f := team.CompanyForm{Title: title.Text(), Why: why.Text(), Leader: leader.Value()}
		change, err := f.Change(c, r.company)
		if err != nil {
			err = fields.Refuse(err)
			d.Relayout()
			return err
		}
		_, err = r.host.Apply(change, voice.T("Company goal saved"))
		return err
	}, title, why, leader.Field)
	d.About(c.ID).Show(title.Entry)
}

func (r *Room) leaderChoice(chosen notes.PersonID) *form.Choice[notes.PersonID] {
	ids, names := []notes.PersonID{0}, []string{voice.T("Nobody yet")}
	for _, p := range r.host.People() {
		name := p.Name
		if p.Kind == notes.KindMe {
			name = voice.T("Me")
		}
		if p.State != notes.StateLeft || p.ID == chosen {
			ids, names = append(ids, p.ID), append(names, name)
		}
	}
	return form.NewChoice("company/leader", voice.T("Who leads it?"), ids, names, chosen, nil)
}

// talk records that a company goal was talked through with somebody.
func (r *Room) talk(l team.CompanyLine, t team.TalkedWith) {
	today := r.host.Today()
	day := form.PastDay("talk/day", team.FieldDate, today, today)
	words := widgets.NewTextField("talk/words", voice.T("How did {first} put it?", "first", t.Person.First()), voice.T("In their own words"))
	parts := []fyne.CanvasObject{day, words}
	if t.Talk.On != "" {
		parts = append([]fyne.CanvasObject{widgets.NewPara(13, widgets.Dim(team.SayTalk(t, today))).Lead(19)}, parts...)
	}
	fields := form.Fields{team.FieldDate: day, team.FieldWords: words}
	var d *widgets.Dialog
	title := voice.T("Talked it through with {first}: {goal}", "first", t.Person.First(), "goal", l.Title)
	d = widgets.NewDialog(r.host.Window().Canvas(), title, voice.T("Log the conversation"), func() error {
		change, err := team.TalkThrough(l.ID, t.Person.ID, day.Text(), words.Text(), today)
		if err != nil {
			err = fields.Refuse(err)
			d.Relayout()
			return err
		}
		_, err = r.host.Apply(change, voice.T("Conversation logged"))
		return err
	}, parts...)
	d.About(l.ID, " ", t.Person.ID).Show(words.Entry)
}
