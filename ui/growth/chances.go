package growth

import (
	"image/color"
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

// chances are the goal's opportunities; a tap says how far one has come.
func (r *Room) chances(v growth.GoalView) []fyne.CanvasObject {
	if len(v.Opportunities) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{widgets.Pad(8, 0, 0, 0, widgets.SmallName(voice.T("Opportunities")))}
	for _, o := range v.Opportunities {
		rows = append(rows, r.chance(v.Goal, o))
	}
	if !room.ReadOnly(r.host) {
		rows = append(rows, adder(key(v.ID, "chance/add"), voice.T("Add an opportunity"), func() {
			r.editChance(v.Goal, notes.Opportunity{Kind: notes.Stretch})
		}))
	}
	return rows
}

var chanceIcons = map[notes.OpportunityKind]string{
	notes.Stretch: "growth", notes.Workshop: "pen", notes.Training: "book", notes.Coaching: "topic", notes.Mentoring: "users",
}

func chanceColor(s notes.OpportunityState) color.NRGBA {
	switch s {
	case notes.Offered:
		return look.C().Ask
	case notes.Booked:
		return look.C().Todo
	case notes.Attended:
		return look.C().Need
	}
	return look.C().Decided
}

func (r *Room) chance(g notes.Goal, o notes.Opportunity) fyne.CanvasObject {
	icon := widgets.Centre(18, 18, widgets.Icon(chanceIcons[o.Kind], 16, look.C().Muted))
	text := widgets.NewPara(14, widgets.Plain(o.Text)).Lead(20)
	content := widgets.HStack(
		10,
		icon,
		widgets.Grow(text),
		widgets.Small(growth.SayOpportunity(o, r.host.Today())),
		widgets.Chip("", string(o.State), chanceColor(o.State)),
	)
	if room.ReadOnly(r.host) {
		return widgets.StillRow(32, content)
	}
	var row *widgets.Row
	row = widgets.NewRow("growth/chance/"+strconv.FormatInt(int64(o.ID), 10), 32, content, func() {
		widgets.ShowMenu(row, r.chanceMenu(g, o)...)
	}).OpensMenu()
	return row
}

func (r *Room) chanceMenu(g notes.Goal, o notes.Opportunity) []widgets.MenuItem {
	var items []widgets.MenuItem
	for _, state := range notes.OpportunityStates {
		item := widgets.MenuItem{Text: voice.T("Mark as {state}", "state", string(state)), OnTap: func() {
			if state != o.State {
				r.apply(growth.SetOpportunity(o, state, r.host.Today()), voice.T("Marked as {state}", "state", string(state)))
			}
		}}
		if state == o.State {
			item.Icon, item.Chosen = "check", true
		}
		items = append(items, item)
	}
	return append(items,
		widgets.MenuItem{Icon: "pen", Text: voice.T("Edit …"), OnTap: func() { r.editChance(g, o) }},
		widgets.MenuItem{Icon: "trash", Text: voice.T("Delete"), OnTap: func() {
			r.delete(notes.KindOpportunity, int64(o.ID))
		}},
	)
}

func kindNames() []string {
	names := make([]string, len(notes.OpportunityKinds))
	for i, k := range notes.OpportunityKinds {
		names[i] = string(k)
	}
	return names
}

// editChance asks for an opportunity's kind and text.
func (r *Room) editChance(g notes.Goal, o notes.Opportunity) {
	title, confirm := voice.T("Add an opportunity: {goal}", "goal", g.Title), voice.T("Add")
	if o.ID != 0 {
		title, confirm = voice.T("Edit the opportunity"), voice.T("Save")
	}
	kind := form.NewChoice("chance/kind", voice.T("Kind"), notes.OpportunityKinds, kindNames(), o.Kind, nil)
	text := widgets.NewTextField("chance/text", growth.FieldChance, voice.T("e.g. shadow a rollout with Ben"))
	text.SetText(o.Text)
	day := form.Day("chance/day", growth.FieldOn, o.Date, r.host.Today())
	fields := form.Fields{growth.FieldChance: text, growth.FieldOn: day}
	dialog := widgets.NewDialog(r.host.Window().Canvas(), title, confirm, func() error {
		o.Kind = kind.Value()
		change, err := growth.WriteOpportunity(g, o, text.Text(), day.Text(), r.host.Today())
		if err = fields.Refuse(err); err != nil {
			return err
		}
		_, err = r.host.Apply(change, voice.T("Opportunity saved"))
		return err
	}, text, widgets.Columns(12, []float32{1, 1}, kind.Field, day))
	dialog.About(g.ID, " ", o.ID).Show(text.Entry)
}
