package search

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes/search"
	"handback/ui/look"
)

// offer finds what may go on from where one types.
func (r *Room) offer() {
	r.offers, r.pending = nil, false
	if r.waived == r.typed.Text || r.host.Window().Canvas().Focused() != fyne.Focusable(r.field.entry) {
		return
	}
	r.offers, r.pending = search.Complete(r.typed, r.field.entry.Caret(), r.context(), r.host.People(), r.tags)
}

// tags are those of everybody, most used first, read once they are asked for.
func (r *Room) tags() []string {
	if r.allTags != nil {
		return r.allTags
	}
	all := make([][]string, 0, len(r.host.People()))
	for _, p := range r.host.People() {
		tags, err := r.host.Journal().TagsOf(p.ID)
		if err != nil {
			r.host.Show(err)
			return nil
		}
		all = append(all, tags)
	}
	r.allTags = append([]string{}, search.MergeTags(all)...)
	return r.allTags
}

// offered is a line for what is offered.
func (r *Room) offered(o search.Completion) result {
	f := result{icon: "person", ink: look.C().Muted, act: func() { r.take(o) }, says: o.Say}
	switch o.Kind {
	case search.LabelChip:
		kind := o.Label.Kind()
		f.icon, f.ink = kind.Icon, look.C().Ink(kind.Colour)
	case search.TagChip:
		f.icon = "tag"
	}
	return f
}

// take puts what is offered into the field, and goes on typing behind it.
func (r *Room) take(o search.Completion) {
	r.field.entry.SetText(o.Text)
	r.field.entry.SetCaret(o.Caret)
	r.host.Window().Canvas().Focus(r.field.entry)
}

// takeOffer takes what is offered: the one that is chosen, or the first.
func (r *Room) takeOffer() {
	switch {
	case len(r.offers) == 0:
	case r.selected < len(r.offers):
		r.take(r.offers[r.selected])
	default:
		r.take(r.offers[0])
	}
}

// hideOffers takes away what is offered, until something else is typed, and tells whether something was.
func (r *Room) hideOffers() bool {
	if len(r.offers) == 0 {
		return false
	}
	r.offers, r.pending, r.selected, r.waived = nil, false, -1, r.typed.Text
	r.lay()
	return true
}

func offerKey(i int) string { return "search.offer." + strconv.Itoa(i) }
