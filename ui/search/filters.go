package search

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/search"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

// limited reports whether anything but the text limits the search.
func (r *Room) limited() bool {
	q := r.query
	return q.Person != 0 || q.Label != "" || q.Tag != "" || q.From != "" || q.To != ""
}

// filters is the row of chips under the field. A chip that limits is on and says how.
func (r *Room) filters() fyne.CanvasObject {
	q := r.query
	everyone := widgets.NewToggleChip(
		"search.everyone",
		"",
		voice.T("Everyone"),
		q.Person == 0,
		func() { r.limitTo(func(q *notes.Query) { q.Person = 0 }) },
	)
	person := r.chip("search.person", "users", voice.T("Person"), r.personName(), r.personMenu)
	label := r.chip("search.label", "todo", voice.T("Label"), string(q.Label), r.labelMenu)
	when := r.chip("search.when", "cal", voice.T("Any time"), r.sayPeriod(), r.timeMenu)
	tag := r.chip("search.tag", "", "#tag", sayTag(q.Tag), r.tagMenu)
	order := voice.T("Best match first")
	if q.Newest {
		order = voice.T("Newest first")
	}
	sorted := widgets.NewSmallButton("search.order", widgets.Quiet, "", order, func() {
		r.limitTo(func(q *notes.Query) { q.Newest = !q.Newest })
	})
	return widgets.HTop(8, widgets.Grow(widgets.Flow(8, everyone, person, label, when, tag)), sorted)
}

// chip is one that opens a menu; value is what it limits to, "" for nothing.
func (r *Room) chip(key, icon, name, value string, items func() []widgets.MenuItem) fyne.CanvasObject {
	shown := name
	if value != "" {
		shown = value
	}
	var c *widgets.ToggleChip
	c = widgets.NewToggleChip(key, icon, shown, value != "", func() { widgets.ShowMenu(c, items()...) })
	return c
}

// limitTo changes what the search is limited to and asks again; the focus stays where it is.
func (r *Room) limitTo(change func(*notes.Query)) {
	change(&r.query)
	r.again()
}

// unlimit takes all limits away and gives the keyboard back to the field.
func (r *Room) unlimit() {
	r.period = search.AnyTime
	r.limitTo(func(q *notes.Query) { *q = notes.Query{Text: q.Text, Newest: q.Newest} })
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

func (r *Room) personName() string {
	p := r.host.Person(r.query.Person)
	if p.Kind == notes.KindMe {
		return voice.T("My journal")
	}
	return p.First()
}

func (r *Room) personMenu() []widgets.MenuItem {
	items := make([]widgets.MenuItem, 0, len(r.host.People())+1)
	for _, p := range r.host.People() {
		name := p.Name
		if p.Kind == notes.KindMe {
			name = voice.T("My journal")
		}
		items = append(items, choice(name, p.ID == r.query.Person, func() {
			r.limitTo(func(q *notes.Query) { q.Person = p.ID })
		}))
	}
	return items
}

func (r *Room) labelMenu() []widgets.MenuItem {
	items := []widgets.MenuItem{
		choice(voice.T("Any label"), r.query.Label == "", func() { r.limitTo(func(q *notes.Query) { q.Label = "" }) }),
	}
	for _, l := range notes.Labels {
		items = append(items, choice(string(l), r.query.Label == l, func() { r.limitTo(func(q *notes.Query) { q.Label = l }) }))
	}
	return items
}

func sayTag(tag string) string {
	if tag == "" {
		return ""
	}
	return "#" + tag
}

// mostTags is how many tags the menu offers: those used most.
const mostTags = 14

func (r *Room) tagMenu() []widgets.MenuItem {
	tags, err := r.tags()
	if err != nil {
		r.host.Show(err)
		return nil
	}
	items := []widgets.MenuItem{choice(voice.T("Any tag"), r.query.Tag == "", func() { r.limitTo(func(q *notes.Query) { q.Tag = "" }) })}
	for _, tag := range tags[:min(len(tags), mostTags)] {
		items = append(items, choice("#"+tag, r.query.Tag == tag, func() { r.limitTo(func(q *notes.Query) { q.Tag = tag }) }))
	}
	if len(tags) == 0 {
		items = append(items, widgets.MenuItem{Text: voice.T("No tags yet. To add one, write it in a line, like #platform."), Off: true})
	}
	return items
}

// tags are those of the person that the search is limited to, or of everybody.
func (r *Room) tags() ([]string, error) {
	if r.query.Person != 0 {
		return r.host.Journal().TagsOf(r.query.Person)
	}
	var all [][]string
	for _, p := range r.host.People() {
		tags, err := r.host.Journal().TagsOf(p.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, tags)
	}
	return search.MergeTags(all), nil
}

func (r *Room) sayPeriod() string {
	switch r.period {
	case search.AnyTime:
		return ""
	case search.Picked:
		return search.SaySpan(r.query.From, r.query.To, r.host.Today())
	}
	return r.period.String()
}

func (r *Room) timeMenu() []widgets.MenuItem {
	var items []widgets.MenuItem
	for _, period := range search.Periods {
		act := func() { r.limitToPeriod(period) }
		if period == search.Picked {
			act = r.pickSpan
		}
		items = append(items, choice(period.String(), r.period == period, act))
	}
	return items
}

func (r *Room) limitToPeriod(p search.Period) {
	r.period = p
	r.limitTo(func(q *notes.Query) { q.From, q.To = p.Span(r.host.Today()) })
}

// pickSpan asks for the first and the last day.
func (r *Room) pickSpan() {
	today := r.host.Today()
	from, to := form.Day("search.from", search.FieldFrom, r.query.From, today), form.Day("search.to", search.FieldTo, r.query.To, today)
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

func (r *Room) limitToSpan(first, last notes.Date) {
	r.period = search.Picked
	if first == "" && last == "" {
		r.period = search.AnyTime
	}
	r.limitTo(func(q *notes.Query) { q.From, q.To = first, last })
}
