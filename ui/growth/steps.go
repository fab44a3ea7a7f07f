package growth

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// steps are the goal's steps, and among them the open todos of notes that carry its tag.
func (r *Room) steps(v growth.GoalView) []fyne.CanvasObject {
	title := voice.T("Steps")
	if len(v.ToDo)+len(v.Actions) == 1 && len(v.Done) == 0 {
		title = voice.T("Next step")
	}
	rows := []fyne.CanvasObject{widgets.SmallName(title)}
	for _, s := range v.ToDo {
		rows = append(rows, r.step(v.Goal, s))
	}
	for i, f := range v.Actions {
		rows = append(rows, r.action(v, i, f))
	}
	for _, s := range v.Done {
		rows = append(rows, r.step(v.Goal, s))
	}
	if !room.ReadOnly(r.host) { // it stays where one was added, so that the keyboard comes back to it
		say := voice.T("Add the next step")
		if len(v.ToDo)+len(v.Actions) > 0 {
			say = voice.T("Add another step")
		}
		rows = append(rows, adder(key(v.ID, "step/add"), say, func() { r.editStep(v.Goal, notes.Step{}) }))
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}

// adder is the row that adds one more.
func adder(key, text string, add func()) fyne.CanvasObject {
	icon := widgets.Centre(18, 18, widgets.Icon("plus", 16, look.C().Muted))
	return widgets.NewRow(key, 32, widgets.HStack(10, icon, widgets.Muted(text)), add)
}

func stepKey(s notes.Step, part string) string {
	return "growth/step/" + strconv.FormatInt(int64(s.ID), 10) + part
}

func (r *Room) step(g notes.Goal, s notes.Step) fyne.CanvasObject {
	text, ink := s.Text, widgets.Plain
	if s.Done != "" {
		ink = widgets.Dim
	}
	tick := widgets.NewCheckbox(stepKey(s, "/tick"), "", s.Done != "", func(on bool) {
		say := voice.T("Step done")
		if !on {
			say = voice.T("Step reopened")
		}
		r.apply(growth.TickStep(s, r.host.Today()), say)
	})
	room.TickTip(tick, s.Done != "")
	parts := []fyne.CanvasObject{tick, widgets.Grow(widgets.NewPara(14, ink(text)).Lead(20))}
	if day := growth.SayStep(s, r.host.Today()); day != "" {
		parts = append(parts, widgets.Small(day))
	}
	if s.Done == "" && room.ReadOnly(r.host) {
		parts = append(parts, widgets.Small(r.whose(s.Owner)))
	} else if s.Done == "" {
		parts = append(parts, widgets.NewSmallButton(stepKey(s, "/owner"), widgets.Quiet, "", r.whose(s.Owner), func() {
			r.hand(s)
		}))
	}
	if room.ReadOnly(r.host) {
		tick.Disable()
		return widgets.StillRow(32, widgets.HStack(10, parts...))
	}
	var row *widgets.Row
	row = widgets.NewRow(stepKey(s, ""), 32, widgets.HStack(10, parts...), func() { widgets.ShowMenu(row, r.stepMenu(g, s)...) }).OpensMenu()
	return row
}

func (r *Room) whose(actor notes.Actor) string {
	return growth.SayWhose(actor, r.host.Person(r.person).First())
}

// hand gives a step to the other of the two.
func (r *Room) hand(s notes.Step) {
	say := voice.T("{first} has it now", "first", r.host.Person(r.person).First())
	if growth.HandedTo(s.Owner) == notes.Me {
		say = voice.T("You have it now")
	}
	r.apply(growth.HandStep(s), say)
}

func (r *Room) stepMenu(g notes.Goal, s notes.Step) []widgets.MenuItem {
	icon, hand := "back", voice.T("Give it to {first}", "first", r.host.Person(r.person).First())
	if growth.HandedTo(s.Owner) == notes.Me {
		icon, hand = "person", voice.T("Take it over")
	}
	return []widgets.MenuItem{
		{Icon: "pen", Text: voice.T("Edit …"), OnTap: func() { r.editStep(g, s) }},
		{Icon: icon, Text: hand, OnTap: func() { r.hand(s) }},
		{Icon: "trash", Text: voice.T("Delete"), OnTap: func() { r.delete(notes.KindStep, int64(s.ID)) }},
	}
}

// action is an open todo of a note; a tick rewrites its line, a tap opens the note there.
func (r *Room) action(v growth.GoalView, at int, f notes.Filed) fyne.CanvasObject {
	name := key(v.ID, "action/"+strconv.Itoa(at))
	parts := []fyne.CanvasObject{
		room.NewTick(r.host, name+"/tick", f, false),
		widgets.Grow(widgets.NewPara(14, widgets.Plain(notes.SayText(f.Text))).Lead(20)),
	}
	if f.Due != "" {
		parts = append(parts, room.SmallDay(notes.SayShort(f.Due, r.host.Today()), f.Due))
	}
	parts = append(parts, widgets.Small(r.whose(f.Actor)))
	return room.NewLogRow(r.host, name, 32, f, widgets.HStack(10, parts...))
}

// editStep asks for a step's text and day.
func (r *Room) editStep(g notes.Goal, s notes.Step) {
	title, confirm := voice.T("Add a step: {goal}", "goal", g.Title), voice.T("Add")
	if s.ID != 0 {
		title, confirm = voice.T("Edit the step"), voice.T("Save")
	}
	text := widgets.NewTextField("step/text", voice.T("Step"), voice.T("e.g. run the review on 11 Dec"))
	text.SetText(s.Text)
	due := form.Day("step/due", growth.FieldDue, s.Due, r.host.Today())
	fields := form.Fields{growth.FieldNext: text, growth.FieldDue: due}
	dialog := widgets.NewDialog(r.host.Window().Canvas(), title, confirm, func() error {
		change, err := growth.WriteStep(g, s, text.Text(), due.Text(), r.host.Today())
		if err = fields.Refuse(err); err != nil {
			return err
		}
		_, err = r.host.Apply(change, voice.T("Step saved"))
		return err
	}, text, due)
	dialog.About(g.ID, " ", s.ID).Show(text.Entry)
}
