package search

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/search"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"

	"handback/notes/voice"
)

// draw shows the field, the filters and what was found.
func (r *Room) draw() {
	r.rows = nil
	r.field.say(r.count())
	content := widgets.VStack(14, r.field.content, r.filters(), r.list())
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, content)))
	})
}

// count is what stands at the right of the field.
func (r *Room) count() string {
	switch {
	case !r.asked || r.failed != nil:
		return ""
	case r.more:
		return "more than " + strconv.Itoa(len(r.results)) + " found"
	}
	return strconv.Itoa(len(r.results)) + " found"
}

func (r *Room) list() fyne.CanvasObject {
	switch {
	case r.failed != nil:
		return widgets.Card(4, widgets.EmptyLine("The search did not work: "+r.failed.Error()+"."))
	case !r.asked:
		return widgets.Card(4, widgets.EmptyLine(r.purpose()))
	case len(r.results) == 0:
		return r.nothing()
	}
	parts := make([]fyne.CanvasObject, 0, len(r.results)+1)
	for i := range r.results {
		row := r.row(i).Select(i == r.selected)
		r.rows = append(r.rows, row)
		parts = append(parts, row)
	}
	if r.more {
		more := widgets.NewButton("search.more", widgets.Quiet, "down", voice.T("Show more"), r.showMore)
		parts = append(parts, widgets.Pad(6, 0, 0, 0, widgets.HStack(0, more, widgets.Grow())))
	}
	return widgets.Card(2, parts...)
}

// purpose is what the screen says before anything is looked for.
func (r *Room) purpose() string {
	if p := r.host.Person(r.query.Person); p.ID != 0 && p.Kind != notes.KindMe {
		return "Type a word or two from your notes on " + p.First() + ", or pick a label: what you praised, what was decided, what is still open."
	}
	return voice.T("Type a word or two from any of your notes, or pick a label: what you praised, what was decided, what is still open.")
}

// nothing says that nothing was found, and offers to look further where there are limits.
func (r *Room) nothing() fyne.CanvasObject {
	if !r.limited() {
		return widgets.Card(4, widgets.EmptyLine(voice.T("Nothing found. Try fewer letters, or another word you might have used.")))
	}
	further := widgets.NewSmallButton("search.further", widgets.Outlined, "search", voice.T("Look everywhere"), r.unlimit)
	return widgets.Card(4, widgets.EmptyLine(voice.T("Nothing found within these limits.")), widgets.HStack(0, further, widgets.Grow()))
}

// result is one line of what was found.
type result struct {
	icon  string
	ink   color.NRGBA
	text  []notes.SnippetRun
	where []string
	to    room.Place
}

// mostGoals is how many goals are listed, behind the bestHits first notes.
const mostGoals, bestHits = 3, 2

// found are the notes and, where nothing but the person limits the search, goals among them.
func (r *Room) found() []result {
	results := make([]result, 0, len(r.hits)+mostGoals)
	for _, h := range r.hits {
		results = append(results, r.note(h))
	}
	var goals []result
	if q := r.query; q.Label == "" && q.Tag == "" && q.From == "" && q.To == "" {
		for _, h := range search.FindGoals(r.goalsOf(q.Person), q.Text, mostGoals) {
			goals = append(goals, r.goal(h))
		}
	}
	return slices.Insert(results, min(bestHits, len(results)), goals...)
}

func (r *Room) goalsOf(person notes.PersonID) []notes.Goal {
	if person == 0 {
		return r.goals
	}
	var theirs []notes.Goal
	for _, g := range r.goals {
		if g.Person == person {
			theirs = append(theirs, g)
		}
	}
	return theirs
}

func (r *Room) note(h notes.Hit) result {
	f := result{
		icon: "page", ink: look.C().Muted, text: search.Text(h), where: search.Where(h, r.host.Person(h.Person), r.host.Today()),
		to: room.PlaceOfHit(h),
	}
	switch {
	case h.Item != nil:
		kind := h.Item.Label.Kind()
		f.icon, f.ink = kind.Icon, look.C().Ink(kind.Colour)
	case h.Kind == notes.JournalNote:
		f.icon = "book"
	}
	return f
}

func (r *Room) goal(h search.GoalHit) result {
	return result{
		icon: "growth", ink: look.C().Primary, text: h.Text, where: h.Where(r.host.Person(h.Goal.Person)),
		to: room.PlaceOfGoal(h.Goal.Person, h.Goal.ID),
	}
}

func (r *Room) row(i int) *widgets.Row {
	f := r.results[i]
	return widgets.NewRow("search.hit."+strconv.Itoa(i), widgets.RowTall+2, widgets.HMiddle(14,
		widgets.Icon(f.icon, 18, f.ink),
		widgets.Grow(widgets.VStack(1,
			widgets.NewElided(15, runs(f.text)...).Lead(22),
			widgets.NewElided(12, widgets.Dim(strings.Join(f.where, "  ·  "))).Lead(18))),
	), func() { r.open(i) })
}

// runs sets what matched apart by weight and colour.
func runs(snippet []notes.SnippetRun) []widgets.Run {
	said := make([]widgets.Run, 0, len(snippet))
	for _, s := range snippet {
		if s.Match {
			said = append(said, hit(s.Text, look.C().Primary))
		} else {
			said = append(said, widgets.Plain(s.Text))
		}
	}
	return said
}

func hit(s string, c color.NRGBA) widgets.Run {
	return widgets.Run{Text: s, Color: c, Face: look.SemiBold}
}
