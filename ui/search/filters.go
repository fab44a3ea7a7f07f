package search

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/search"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/widgets"
)

// limited reports whether anything but words limits the search.
func (r *Room) limited() bool { return len(r.typed.Chips) > 0 || r.only != 0 }

// filters are the rows below the field: what may be added, and the filters that stand in the field, each with a way out.
func (r *Room) filters() fyne.CanvasObject {
	adds := []fyne.CanvasObject{
		r.adds("search.person", "users", voice.T("Person"), r.personMenu),
		r.adds("search.label", "todo", voice.T("Label"), r.labelMenu),
		r.adds("search.when", "cal", voice.T("Date"), r.timeMenu),
		r.adds("search.tag", "tag", voice.T("Tag"), r.tagMenu),
	}
	order := voice.T("Best match first")
	if r.shown.newest {
		order = voice.T("Newest first")
	}
	right := []fyne.CanvasObject{widgets.NewSmallButton("search.order", widgets.Quiet, "", order, func() {
		r.shown.newest = !r.shown.newest
		r.again()
	})}
	if r.saves() {
		save := func() { r.name(notes.SavedSearch{Query: r.typed.Text}) }
		right = append([]fyne.CanvasObject{
			widgets.NewSmallButton("search.save", widgets.Quiet, "save", voice.T("Save search"), save),
		}, right...)
	}
	rows := []fyne.CanvasObject{widgets.HTop(8, append([]fyne.CanvasObject{widgets.Grow(widgets.Flow(8, adds...))}, right...)...)}
	if chips := r.chips(); len(chips) > 0 {
		rows = append(rows, widgets.Flow(8, chips...))
	}
	if r.typed.Why != "" && !r.pending {
		rows = append(rows, widgets.NewPara(13, widgets.Run{Text: r.typed.Why, Color: look.C().Stuck, Face: look.Regular}))
	}
	return widgets.VStack(8, rows...)
}

// adds is a chip that opens a menu of what may be added.
func (r *Room) adds(key, icon, name string, items func() []widgets.MenuItem) fyne.CanvasObject {
	var c *widgets.ToggleChip
	c = widgets.NewToggleChip(key, icon, name, false, func() { widgets.ShowMenu(c, items()...) })
	return c
}

// chips are the filters that stand in the field, in its order; a tap takes one out of it. Of one that is still being typed
// nothing is shown yet.
func (r *Room) chips() (chips []fyne.CanvasObject) {
	for i, c := range r.typed.Chips {
		if c.Why != "" && r.pending {
			continue
		}
		chips = append(chips, widgets.NewTakenChip("search.chip/"+strconv.Itoa(i), c.Say, c.Why != "", func() { r.drop(c) }))
	}
	if r.only != 0 {
		name := r.host.Person(r.only).Name
		chips = append(chips, widgets.NewTakenChip("search.chip/only", name, false, func() {
			r.only = 0
			r.again()
		}))
	}
	if nothing := r.asked && len(r.groups) == 0; len(chips) > 1 && !nothing { // there it is offered below
		chips = append(chips, widgets.NewSmallButton("search.further", widgets.Quiet, "", voice.T("Clear filters"), r.unlimit))
	}
	return chips
}

// drop takes a filter out of the field. The keyboard stays at the chips.
func (r *Room) drop(c search.Chip) {
	r.write(r.typed.Without(c))
}

// add puts a filter into the field and gives it the keyboard, behind what stands there.
func (r *Room) add(kind search.ChipKind, value string) {
	r.write(r.typed.With(kind, value) + " ")
	r.host.Window().Canvas().Focus(r.field.entry)
}

// dropAll takes the filters of some kinds out of the field, those that leave something out apart.
func (r *Room) dropAll(kinds ...search.ChipKind) {
	r.write(r.without(kinds...).Text)
}

// without is what is typed without the filters of some kinds.
func (r *Room) without(kinds ...search.ChipKind) search.Typed {
	t := r.typed
	for i := len(t.Chips) - 1; i >= 0; i-- { // from the end: those before stay where they are
		for _, kind := range kinds {
			if c := r.typed.Chips[i]; c.Kind == kind && !c.Not {
				t.Text = t.Without(c)
			}
		}
	}
	return r.read(t.Text)
}

// unlimit takes all filters away and gives the keyboard back to the field.
func (r *Room) unlimit() {
	t := r.typed
	for i := len(r.typed.Chips) - 1; i >= 0; i-- {
		t.Text = t.Without(r.typed.Chips[i])
	}
	r.only = 0
	if t.Text == r.typed.Text {
		r.again()
	}
	r.write(t.Text)
	r.host.Window().Canvas().Focus(r.field.entry)
}

// choice is a line of a filter's menu.
func choice(text string, chosen bool, choose func()) widgets.MenuItem {
	item := widgets.MenuItem{Text: text, OnTap: choose}
	if chosen {
		item.Icon = "check"
	}
	return item
}

func (r *Room) personMenu() []widgets.MenuItem {
	items := []widgets.MenuItem{choice(voice.T("Everyone"), r.wholly() == 0, func() {
		r.only = 0
		r.dropAll(search.PersonChip)
		r.again()
	})}
	for _, p := range r.host.People() {
		name := p.Name
		if p.Kind == notes.KindMe {
			name = voice.T("My notes")
		}
		items = append(items, choice(name, p.ID == r.wholly(), func() { r.limitTo(p) }))
	}
	return items
}

// limitTo limits the search to a person, by name where one means nobody else.
func (r *Room) limitTo(p notes.Person) {
	if name := search.NameOf(p, r.context()); name != "" {
		r.only = 0
		r.add(search.PersonChip, name)
		return
	}
	r.dropAll(search.PersonChip)
	r.only = p.ID
	r.again()
}

func (r *Room) labelMenu() []widgets.MenuItem {
	a := r.typed.Asked
	items := []widgets.MenuItem{choice(voice.T("Any label"), a.Label == "", func() { r.dropAll(search.LabelChip) })}
	for _, l := range notes.Labels {
		word := r.context().Words.For(l)
		items = append(items, choice(word, a.Label == l, func() { r.add(search.LabelChip, word) }))
	}
	return items
}

// mostTags is how many tags the menu offers: those used most.
const mostTags = 14

func (r *Room) tagMenu() []widgets.MenuItem {
	tags, err := r.tagsHere()
	if err != nil {
		r.host.Show(err)
		return nil
	}
	have := r.typed.Asked.Tags
	items := []widgets.MenuItem{choice(voice.T("Any tag"), len(have) == 0, func() { r.dropAll(search.TagChip) })}
	for _, tag := range tags[:min(len(tags), mostTags)] {
		items = append(items, choice("#"+tag, slices.Contains(have, tag), func() { r.add(search.TagChip, tag) }))
	}
	if len(tags) == 0 {
		items = append(items, widgets.MenuItem{Text: voice.T("No tags yet. To add one, write it in a line, like #platform."), Off: true})
	}
	return items
}

// tagsHere are the tags of the person that the search is limited to, or of everybody.
func (r *Room) tagsHere() ([]string, error) {
	if who := r.wholly(); who != 0 {
		return r.host.Journal().TagsOf(who)
	}
	return r.tags(), nil
}

// daysKinds are the filters that are days.
var daysKinds = []search.ChipKind{search.AfterChip, search.BeforeChip, search.UntilChip, search.OnChip}

func (r *Room) timeMenu() []widgets.MenuItem {
	var items []widgets.MenuItem
	a := r.typed.Asked
	for _, period := range search.Periods {
		p, chosen := period, false
		act := func() { r.limitToDays(p.Typed()) }
		switch p {
		case search.AnyTime:
			act, chosen = func() { r.dropAll(daysKinds...) }, a.From == "" && a.To == ""
		case search.Picked:
			act = r.pickSpan
		default:
			first, last, _ := search.ReadDays(p.Typed(), r.host.Today())
			chosen = a.From == first && a.To == last
		}
		items = append(items, choice(p.String(), chosen, act))
	}
	return items
}

// limitToDays limits the search to a period, in the place of all other days.
func (r *Room) limitToDays(period string) {
	r.typed = r.without(daysKinds...)
	r.add(search.OnChip, period)
}

// pickSpan asks for the first and the last day.
func (r *Room) pickSpan() {
	today, a := r.host.Today(), r.typed.Asked
	from, to := form.PastDay("search.from", search.FieldFrom, a.From, today), form.PastDay("search.to", search.FieldTo, a.To, today)
	fields := form.Fields{search.FieldFrom: from, search.FieldTo: to}
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Search between two dates"), voice.T("Search"), func() error {
		first, last, err := search.ReadSpan(from.Text(), to.Text(), today)
		if err == nil {
			r.limitToSpan(first, last)
		}
		return fields.Refuse(err)
	}, widgets.Columns(12, []float32{1, 1}, from, to))
	d.Show(from.Field.Entry)
}

// limitToSpan limits the search to days from the first to the last, of which either may be none.
func (r *Room) limitToSpan(first, last notes.Date) {
	t := r.without(daysKinds...)
	if first != "" {
		t = r.read(t.With(search.AfterChip, string(first)))
	}
	if last != "" {
		t = r.read(t.With(search.UntilChip, string(last)))
	}
	r.write(t.Text + " ")
}
