package decisions

import (
	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/growth"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// levelChoice offers the seven levels with what each means, and none.
func levelChoice(key, label, none string) *form.Choice[notes.Level] {
	levels, names := []notes.Level{notes.NoLevel}, []string{none}
	for _, l := range notes.Levels {
		levels, names = append(levels, l), append(names, l.String()+"  ·  "+l.Meaning())
	}
	return form.NewChoice(key, label, levels, names, notes.NoLevel, nil)
}

// addArea asks for a new area.
func (r *Room) addArea() {
	tag := widgets.NewTextField("area/form/tag", voice.T("Kind of decision, in one word"), voice.T("e.g. #hiring"))
	limits := newLimitsField("area/form/limits", "")
	level := levelChoice("area/form/level", voice.T("Whose call is it now?"), voice.T("not decided yet"))
	fields := form.Fields{growth.FieldTag: tag, growth.FieldLimits: limits}
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Add an area"), voice.T("Add area"), func() error {
		change, err := decisions.NewArea{Tag: tag.Text(), Limits: limits.Text(), Level: level.Value()}.
			Change(r.person, r.areas, r.host.Today())
		return r.commit(d, fields, change, err, voice.T("Area added"))
	}, tag, level.Field, limits)
	d.Show(tag.Entry)
}

// rename asks for another tag of an area.
func (r *Room) rename(a notes.Area) {
	tag := widgets.NewTextField("area/form/tag", growth.FieldTag, "#"+a.Tag)
	tag.SetText("#" + a.Tag)
	fields := form.Fields{growth.FieldTag: tag}
	stays := voice.T("Your notes stay as they are. Lines with #{tag} still count here.", "tag", a.Tag)
	says := widgets.NewPara(13, widgets.Dim(stays)).Lead(19)
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Rename #{tag}", "tag", a.Tag), voice.T("Rename area"), func() error {
		change, err := decisions.RenameArea(a, tag.Text(), r.areas, r.goals, r.stepIns)
		return r.commit(d, fields, change, err, voice.T("Area renamed"))
	}, tag, says)
	d.Show(tag.Entry)
}

// grow asks for a growth goal for an area.
func (r *Room) grow(a notes.Area) {
	title := widgets.NewTextField("area/grow/title", notes.FieldTitle, voice.T("e.g. decide on releases"))
	next := widgets.NewTextField("area/grow/next", growth.FieldNext, voice.T("e.g. run one release on their own"))
	wanted := levelChoice("area/grow/wanted", voice.T("Whose call should it be?"), voice.T("not decided yet"))
	fields := form.Fields{notes.FieldTitle: title, growth.FieldTag: title, growth.FieldNext: next}
	var d *widgets.Dialog
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Add a growth goal for #{tag}", "tag", a.Tag), voice.T("Add goal"), func() error {
		change, err := decisions.GrowArea(a, title.Text(), next.Text(), wanted.Value(), r.goals, r.areas, r.host.Today())
		return r.commit(d, fields, change, err, voice.T("Goal added to Growth"))
	}, title, wanted.Field, next)
	d.Show(title.Entry)
}

// commit commits what a form asks for; what is wrong with it is shown at its field and keeps the form open.
func (r *Room) commit(d *widgets.Dialog, fields form.Fields, change notes.Change, err error, say string) error {
	err = fields.Refuse(err)
	d.Relayout()
	if err != nil || change.IsZero() {
		return err
	}
	_, err = r.host.Apply(change, say)
	return err
}
