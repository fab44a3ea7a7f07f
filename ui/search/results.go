package search

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/search"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// draw shows the field, the filters, what is offered and what was found.
func (r *Room) draw() {
	r.rows = nil
	r.field.say(r.count())
	parts := []fyne.CanvasObject{r.field.content, r.filters()}
	if offers := r.offering(); len(offers) > 0 {
		parts = append(parts, widgets.Card(2, offers...))
	}
	parts = append(parts, r.list()...)
	content := widgets.VStack(14, parts...)
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, content)))
	})
}

// count is what stands at the right of the field.
func (r *Room) count() string {
	switch {
	case !r.asked || r.failed != nil || len(r.groups) == r.named:
		return ""
	case r.more && r.counted != "":
		return r.counted
	case r.more:
		return sayMore(len(r.hits))
	}
	return search.SayFound(r.hits, r.goalsFound())
}

func sayMore(notes int) string { return voice.N(notes, "more than {n} note", "more than {n} notes") }

func (r *Room) goalsFound() int { return len(r.groups) - len(r.hits) - r.named }

// offering are the rows of what is offered while a filter is typed.
func (r *Room) offering() (parts []fyne.CanvasObject) {
	for i := range r.offers {
		row := r.row(i, offerKey(i)).Select(i == r.selected)
		r.rows, parts = append(r.rows, row), append(parts, row)
	}
	return parts
}

// list is what stands below the filters: what was found, or what may be looked for.
func (r *Room) list() []fyne.CanvasObject {
	switch {
	case r.failed != nil:
		return []fyne.CanvasObject{widgets.Card(4, widgets.EmptyLine(
			voice.T("Search failed: {why}. If it happens again, use “Rebuild lists and search” in Settings.", "why", r.failed.Error())))}
	case r.pending || r.typed.Why != "":
		return []fyne.CanvasObject{r.tips()}
	case !r.asked:
		return append(append([]fyne.CanvasObject{widgets.Card(4, widgets.EmptyLine(r.purpose()))}, r.savedCard()...), r.tips())
	case len(r.groups) == 0:
		return append(append([]fyne.CanvasObject{r.nothing()}, r.partsWait()...), r.tips())
	}
	parts := make([]fyne.CanvasObject, 0, len(r.results)+len(r.groups)+1)
	for i, g := range r.groups {
		parts = append(parts, g.drawHead(i == 0))
		for range g.lines {
			at := len(r.rows)
			row := r.row(at, "").Select(at == r.selected)
			r.rows, parts = append(r.rows, row), append(parts, row)
		}
	}
	if r.more {
		more := widgets.NewButton("search.more", widgets.Quiet, "down", voice.T("Show more"), r.showMore)
		parts = append(parts, widgets.Pad(6, 0, 0, 0, widgets.HStack(0, more, widgets.Grow())))
	}
	return append([]fyne.CanvasObject{widgets.Card(2, parts...)}, r.partsWait()...)
}

// partsWait says what may be missing while the journal is still being read; nothing where it is not.
func (r *Room) partsWait() []fyne.CanvasObject {
	if !r.partly {
		return nil
	}
	return []fyne.CanvasObject{widgets.EmptyLine(
		voice.T("Handback is still going through your notes. Until that's done, it may miss matches in the middle of words."))}
}

// purpose is what the screen says before anything is looked for.
func (r *Room) purpose() string {
	if p := r.host.Person(r.wholly()); p.ID != 0 && p.Kind != notes.KindMe {
		return voice.T("Search everything you wrote about {first}. Type a word or two, or pick a label.", "first", p.First())
	}
	return voice.T("Search all your notes. Type a word or two, or pick a label.")
}

// nothing says that nothing was found, and offers to look further where there are filters.
func (r *Room) nothing() fyne.CanvasObject {
	if word := r.typed.NoFilter(); word != "" {
		return widgets.Card(4, widgets.EmptyLine(voice.T(
			"Nothing found: “{word}:” isn't a filter. Use person:, label:, after:, before:, since:, until:, on: or #tag.", "word", word,
		)))
	}
	if !r.limited() {
		return widgets.Card(4, widgets.EmptyLine(voice.T("Nothing found. Try fewer letters or another word.")))
	}
	further := widgets.NewSmallButton("search.further", widgets.Outlined, "x", voice.T("Clear filters"), r.unlimit)
	return widgets.Card(4, widgets.EmptyLine(voice.T("Nothing found with these filters.")), widgets.HStack(0, further, widgets.Grow()))
}

// group is a note, or a goal, with the lines of it that were found.
type group struct {
	head  []string // in pieces
	lines []result
}

// result is a line that can be chosen.
type result struct {
	icon   string
	ink    color.NRGBA
	text   []notes.SnippetRun
	remark string
	to     room.Place
	says   string // instead of text
	act    func() // instead of going somewhere
	// unfold is the note of which so many lines are folded away, where choosing it shows these; wanted is how many lines
	// of the note to ask for then.
	unfold         notes.NoteID
	folded, wanted int
}

// mostGoals is how many goals are listed, behind the bestHits first notes.
const mostGoals, bestHits = 3, 2

// unfolds is how many lines more are shown at a time.
const unfolds = 50

// group groups the notes and, where nothing but the person limits the search, goals among them.
func (r *Room) group() {
	r.groups, r.named = nil, 0
	if !r.asked {
		return
	}
	r.groups = make([]group, 0, len(r.hits)+mostGoals)
	for _, h := range r.hits {
		r.groups = append(r.groups, r.note(h))
	}
	var goals []group
	if q := r.query; q.Label == "" && len(q.Tags) == 0 && q.From == "" && q.To == "" && q.Not.IsZero() {
		for _, h := range search.FindGoals(r.goalsOf(q.Person), q.Text, mostGoals) {
			goals = append(goals, r.goal(h))
		}
	}
	r.groups = slices.Insert(r.groups, min(bestHits, len(r.groups)), goals...)
	people := r.people()
	r.groups, r.named = append(people, r.groups...), len(people)
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

func (r *Room) note(h notes.Hit) group {
	who := r.host.Person(h.Person)
	g := group{head: search.Head(h, who, r.host.Today())}
	for _, l := range h.Lines {
		f := result{
			icon: "page", ink: look.C().Muted, text: search.Text(l, h.Title), remark: search.Remark(l, who, r.host.Today()),
			to: room.PlaceOfHit(h, l),
		}
		switch {
		case l.Item != nil:
			kind := l.Item.Label.Kind()
			f.icon, f.ink = kind.Icon, look.C().Ink(kind.Colour)
		case h.Kind == notes.JournalNote:
			f.icon = "book"
		}
		g.lines = append(g.lines, f)
	}
	if h.More > 0 {
		g.lines = append(g.lines, result{
			icon: "down", ink: look.C().Muted, unfold: h.ID, folded: h.More, wanted: len(h.Lines) + unfolds,
		})
	}
	return g
}

func (r *Room) goal(h search.GoalHit) group {
	return group{head: h.Where(r.host.Person(h.Goal.Person)), lines: []result{{
		icon: "growth", ink: look.C().Primary, text: h.Text, to: room.PlaceOfGoal(h.Goal.Person, h.Goal.ID),
	}}}
}

const between = "  ·  "

// drawHead is what stands over the lines of a group.
func (g group) drawHead(first bool) fyne.CanvasObject {
	top := float32(12)
	if first {
		top = 2
	}
	runs := []widgets.Run{{Text: g.head[0], Color: look.C().Text, Face: look.Medium}}
	for _, said := range g.head[1:] {
		runs = append(runs, widgets.Dim(between+said))
	}
	return widgets.Pad(top, 0, 2, 0, widgets.NewElided(12, runs...).Lead(18))
}

// row is the i-th of what can be chosen; a result has a key of its own, counted without what is offered.
func (r *Room) row(i int, key string) *widgets.Row {
	f := r.results[i]
	said := runs(f.text)
	if key == "" {
		key = "search.hit." + strconv.Itoa(i-len(r.offers))
	}
	switch {
	case f.says != "":
		said = []widgets.Run{widgets.Plain(f.says)}
	case f.unfold != 0:
		key = "search.unfold." + strconv.FormatInt(int64(f.unfold), 10)
		said = []widgets.Run{widgets.Dim(voice.N(f.folded, "{n} more line", "{n} more lines"))}
	}
	parts := []fyne.CanvasObject{widgets.Icon(f.icon, 16, f.ink), widgets.Grow(widgets.NewElided(14, said...).Lead(20))}
	if f.remark != "" {
		parts = append(parts, widgets.Small(f.remark))
	}
	return widgets.NewRow(key, rowHeight, widgets.HMiddle(12, parts...), func() { r.open(i) })
}

// rowHeight is the least height of a line that was found.
const rowHeight = 30

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
