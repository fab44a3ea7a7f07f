package growth

import (
	"handback/notes"
	"handback/notes/growth"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// levelChoices are the levels as fields offer them, with what each means; none comes first where it may be chosen.
func levelChoices(none string) ([]notes.Level, []string) {
	var levels []notes.Level
	var names []string
	if none != "" {
		levels, names = append(levels, notes.NoLevel), append(names, none)
	}
	for _, l := range notes.Levels {
		levels, names = append(levels, l), append(names, l.String()+"  ·  "+l.Meaning())
	}
	return levels, names
}

func nowChoice(key string, now notes.Level) *form.Choice[notes.Level] {
	none := voice.T("Not set yet")
	if now != notes.NoLevel {
		none = "" // a level once said is changed, never unsaid: its history is dated
	}
	levels, names := levelChoices(none)
	return form.NewChoice(key, voice.T("Whose call is it now?"), levels, names, now, nil)
}

func wantedChoice(key string, wanted notes.Level) *form.Choice[notes.Level] {
	levels, names := levelChoices(voice.T("No level in mind"))
	return form.NewChoice(key, voice.T("Whose call should it be?"), levels, names, wanted, nil)
}

func limitsField(key, limits string) *widgets.TextField {
	f := widgets.NewTextArea(key, growth.FieldLimits, voice.T("e.g. within budget, and nobody gets called at night"), 2)
	f.SetText(limits)
	return f
}

// editArea asks whose call the goal's area is now and shall be, and what must stay true there.
func (r *Room) editArea(g notes.Goal) {
	f := growth.AreaFormOf(g, r.areas, r.host.Today())
	now, wanted, limits := nowChoice("area/now", f.Now), wantedChoice("area/wanted", f.Wanted), limitsField("area/limits", f.Limits)
	title := voice.T("Whose call: {what}", "what", g.Title)
	if g.Tag != "" {
		title = voice.T("Whose call: {what}", "what", "#"+g.Tag)
	}
	fields := form.Fields{growth.FieldLimits: limits}
	dialog := widgets.NewDialog(r.host.Window().Canvas(), title, voice.T("Save"), func() error {
		to := growth.AreaForm{Now: now.Value(), Wanted: wanted.Value(), Limits: limits.Text()}
		change, err := to.Change(g, r.goals, r.areas, r.host.Today())
		if err = fields.Refuse(err); err != nil {
			return err
		}
		_, err = r.host.Apply(change, voice.T("Level and limits saved"))
		return err
	}, now.Field, wanted.Field, limits)
	dialog.About(g.ID).Show(nil)
}
