package growth

import (
	"errors"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// goalForm is the form of a goal: a title and the next step, and folded away what can be said later.
type goalForm struct {
	room   *Room
	goal   notes.Goal
	dialog *widgets.Dialog

	title, next, why, tag, limits, chance, stepIn *widgets.TextField
	now, wanted                                   *form.Choice[notes.Level]
	kind                                          *form.Choice[notes.OpportunityKind]
	start, target                                 *widgets.DateField
	company                                       *form.Choice[notes.CompanyGoalID]

	fields form.Fields
	more   *widgets.Button
	folded *fyne.Container
}

// editGoal opens the form of a goal; one with ID 0 is new.
func (r *Room) editGoal(g notes.Goal) {
	f := &goalForm{room: r, goal: g}
	f.fill(growth.GoalFormOf(g, r.areas, r.host.Today()))
	title, confirm := voice.T("Add a goal for {first}", "first", r.host.Person(r.person).First()), voice.T("Add the goal")
	parts := []fyne.CanvasObject{f.title, f.next, widgets.HStack(0, f.more), f.folded}
	if g.ID != 0 {
		title, confirm = voice.T("Edit the goal"), voice.T("Save")
		parts = []fyne.CanvasObject{f.title, f.folded}
		f.folded.Show()
	}
	f.dialog = widgets.NewDialog(r.host.Window().Canvas(), title, confirm, f.save, parts...)
	f.dialog.About(g.ID).Show(f.title.Entry)
	if f.folded.Hidden && f.why.Text()+f.tag.Text()+f.limits.Text()+f.stepIn.Text()+f.chance.Text() != "" {
		f.unfold() // what was typed the last time is seen
	}
}

func (f *goalForm) fill(v growth.GoalForm) {
	today := f.room.host.Today()
	text := func(key, label, placeholder, value string) *widgets.TextField {
		t := widgets.NewTextField("goal/"+key, label, placeholder)
		t.SetText(value)
		return t
	}
	f.title = text("title", notes.FieldTitle, voice.T("e.g. lead the platform team"), v.Title)
	f.next = text("next", growth.FieldNext, voice.T("The first thing that will get it moving"), v.Next)
	f.tag = text("tag", growth.FieldTag, "", v.Tag)
	f.stepIn = text("stepin", growth.FieldStepIn, voice.T("e.g. the date slips a second time"), v.StepInIf)
	f.chance = text("chance", growth.FieldChance, voice.T("e.g. the January rollout"), v.Chance)
	f.why = widgets.NewTextArea("goal/why", notes.FieldWhy, voice.T("In their own words, if you can"), 2)
	f.why.SetText(v.Why)
	f.limits = limitsField("goal/limits", v.Limits)
	f.now, f.wanted = nowChoice("goal/now", v.Now), wantedChoice("goal/wanted", v.Wanted)
	f.kind = form.NewChoice("goal/kind", voice.T("Kind"), notes.OpportunityKinds, kindNames(), v.Kind, nil)
	f.start = form.Day("goal/start", growth.FieldStart, "", today)
	f.start.SetText(v.Start)
	f.target = form.Day("goal/target", growth.FieldTarget, "", today)
	f.target.SetText(v.Target)
	f.company = f.room.companyChoice(v.Company)
	f.suggestTag()
	f.title.Entry.OnChanged = func(string) { f.suggestTag() }
	f.fields = form.Fields{
		notes.FieldTitle: f.title, growth.FieldNext: f.next, growth.FieldTag: f.tag,
		growth.FieldStart: f.start, growth.FieldTarget: f.target, notes.FieldWhy: f.why, growth.FieldLimits: f.limits,
		growth.FieldStepIn: f.stepIn, growth.FieldChance: f.chance,
	}
	f.fold()
}

// fold puts what is not asked for at once under a button.
func (f *goalForm) fold() {
	halves := []float32{1, 1}
	parts := []fyne.CanvasObject{
		f.why, f.tag, f.now.Field, f.wanted.Field, f.limits,
		widgets.Columns(12, halves, f.start, f.target), f.company.Field, f.stepIn,
	}
	if f.goal.ID == 0 {
		parts = append(parts, widgets.Columns(12, []float32{1.6, 1}, f.chance, f.kind.Field))
	}
	f.folded = widgets.VStack(12, parts...)
	f.folded.Hide()
	f.more = widgets.NewSmallButton("goal/more", widgets.Quiet, "right", voice.T("Show the reason, whose call it is, dates and more"),
		f.unfold)
}

func (f *goalForm) unfold() {
	f.more.Hide()
	f.folded.Show()
	f.dialog.Relayout()
	f.room.host.Window().Canvas().Focus(f.why.Entry)
}

// suggestTag shows the tag that the goal gets where none is typed.
func (f *goalForm) suggestTag() {
	hint := "#platform"
	if title := notes.Tidy(f.title.Text()); title != "" && f.goal.ID == 0 {
		hint = "#" + growth.SuggestTag(title, f.room.goals)
	}
	f.tag.Entry.SetPlaceHolder(hint)
}

func (r *Room) companyChoice(chosen notes.CompanyGoalID) *form.Choice[notes.CompanyGoalID] {
	ids, names := []notes.CompanyGoalID{0}, []string{voice.T("None")}
	for _, c := range r.company {
		if c.Closed == "" || c.ID == chosen {
			ids, names = append(ids, c.ID), append(names, c.Title)
		}
	}
	return form.NewChoice("goal/company", voice.T("Company goal"), ids, names, chosen, nil)
}

func (f *goalForm) save() error {
	r := f.room
	to := growth.GoalForm{
		Title: f.title.Text(), Next: f.next.Text(), Why: f.why.Text(), Tag: f.tag.Text(),
		Now: f.now.Value(), Wanted: f.wanted.Value(), Limits: f.limits.Text(),
		Chance: f.chance.Text(), Kind: f.kind.Value(), Start: f.start.Text(), Target: f.target.Text(),
		Company: f.company.Value(), StepInIf: f.stepIn.Text(),
	}
	change, err := to.Change(f.goal, r.goals, r.areas, r.host.Today())
	if err != nil {
		f.show(err)
		return f.refuse(err)
	}
	_ = f.refuse(nil)
	applied, err := r.host.Apply(change, voice.T("Goal saved"))
	if err == nil && f.goal.ID == 0 {
		r.goal = notes.GoalID(applied.IDs[0])
		r.bringIntoView() // or the next Reload does, which comes once this is over
	}
	return err
}

func (f *goalForm) refuse(err error) error {
	err = f.fields.Refuse(err)
	f.dialog.Relayout()
	return err
}

// show unfolds the field that is refused, and puts the keyboard there.
func (f *goalForm) show(err error) {
	var invalid notes.Invalid
	if !errors.As(err, &invalid) {
		return
	}
	if invalid.Field != notes.FieldTitle && invalid.Field != growth.FieldNext && f.folded.Hidden {
		f.unfold()
	}
	var entry *widgets.Entry
	switch field := f.fields[invalid.Field].(type) {
	case *widgets.TextField:
		entry = field.Entry
	case *widgets.DateField:
		entry = field.Field.Entry
	default:
		return
	}
	f.room.host.Window().Canvas().Focus(entry)
}
