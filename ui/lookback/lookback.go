// Package lookback is Person · Look back: everything noted about one person over the years in one stream, the newest first,
// with filters, a strip of the months to jump by, and what stood on this day in the years before. It draws a part of the
// stream, and more of it as one scrolls.
package lookback

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/lookback"
	"handback/notes/people"
	"handback/ui/room"
	"handback/ui/widgets"
)

// How many entries are drawn: at first, more at a time as one scrolls to their end, and in all before a button begins anew.
const (
	pageful = 24 // more than an ordinary window shows
	mostAt  = 160
)

// keptText is how much of what is looked for the window remembers, in runes.
const keptText = 200

// Room is the screen of one person.
type Room struct {
	host   room.Host
	place  room.Place
	filter lookback.Filter

	past   []lookback.Entry // all
	chosen []lookback.Entry // what the filter leaves
	years  []lookback.Year  // of what is chosen
	days   []lookback.Anniversary

	from, to int // what is drawn of what is chosen
	months   []lookback.Month
	heads    []fyne.CanvasObject // of the months, in their order

	generation int // of the last search; answers to earlier ones are dropped
	drawing    bool
	root       *fyne.Container
	head       *fyne.Container
	strip      *strip
	field      *field
	page       *widgets.Scroll
}

// New makes the screen of the person of the place, with what it was filtered by when it was left.
func New(host room.Host, place room.Place) room.Room {
	r := &Room{host: host, place: place, field: newField(place.Text), strip: newStrip()}
	r.filter.Text = place.Text
	r.filter.Kinds, _ = readPart(place.Part)
	r.field.entry.OnChanged = r.typed
	r.field.entry.OnEscape = r.clearText
	r.field.entry.OnKey = r.key
	r.strip.jump = r.jump
	r.page = widgets.NewScroll("lookback", widgets.Gap(0))
	r.page.OnScrolled = r.scrolled
	r.head = widgets.VStack(0)
	r.root = widgets.VStack(0, widgets.Pad(20, 32, 8, 32, widgets.CentredMaxWidth(widgets.Measure, r.head)), widgets.Grow(r.page))
	return r
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Leave implements room.Leaver: an answer that is still on its way is nobody's any more.
func (r *Room) Leave() error {
	r.generation++
	return nil
}

// Move implements room.Mover: what is shown has a place of its own, to come back to, and stays as it is.
func (r *Room) Move(p room.Place) (bool, error) {
	if p != r.here() {
		return false, nil
	}
	r.place = p
	return true, nil
}

// Reload implements room.Room.
func (r *Room) Reload() error {
	past, err := r.host.Journal().Past(r.place.Person)
	if err != nil {
		return err
	}
	first := r.past == nil
	r.past = lookback.Show(past, r.host.Today())
	r.days = lookback.OnThisDay(r.past, r.host.Today())
	if r.filter.Text != "" {
		r.ask(first)
		return nil
	}
	r.choose(first)
	return nil
}

// choose filters anew and draws; where top is true, from the beginning, or the month that was in view when it was left.
func (r *Room) choose(top bool) {
	r.chosen = r.filter.Of(r.past)
	r.years = lookback.Years(r.chosen)
	if top {
		r.from, r.to = 0, 0
		if _, month := readPart(r.place.Part); !month.IsZero() {
			r.from = lookback.FirstIn(r.chosen, month.Year(), month.Month())
		}
	}
	r.from = min(r.from, max(0, len(r.chosen)-1))
	r.to = min(max(r.to, r.from+pageful), len(r.chosen))
	r.draw()
	if top {
		r.page.ScrollTo(0)
	}
}

// limit filters anew, from the beginning.
func (r *Room) limit() {
	r.place.Part = ""
	r.choose(true)
}

func (r *Room) toggle(k lookback.Kind) {
	kinds := map[lookback.Kind]bool{}
	for other, on := range r.filter.Kinds {
		kinds[other] = on
	}
	if kinds[k] {
		delete(kinds, k)
	} else {
		kinds[k] = true
	}
	r.filter.Kinds = kinds
	r.limit()
}

// unlimit takes all filters away.
func (r *Room) unlimit() {
	r.filter = lookback.Filter{}
	r.field.entry.SetText("")
	r.limit()
}

func (r *Room) clearText() {
	if r.filter.Text == "" {
		r.host.Window().Canvas().Unfocus()
		return
	}
	r.field.entry.SetText("")
}

// key leaves the field for what stands below it.
func (r *Room) key(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeyDown && widgets.MoveInPart(r.host.Window().Canvas(), r.root, fyne.KeyDown, true)
}

// typed looks for another text.
func (r *Room) typed(text string) {
	if text == r.filter.Text {
		return
	}
	r.filter.Text = text
	r.place.Part = ""
	r.ask(true)
}

// mostHits is how many notes the search finds the text in at most.
const mostHits = 1000

// ask lets the search find the text in what no label files, and filters then.
func (r *Room) ask(top bool) {
	r.generation++
	if r.filter.IsZero() || r.filter.Text == "" {
		r.filter.Hits = nil
		r.choose(top)
		return
	}
	generation, journal := r.generation, r.host.Journal()
	query := notes.Query{Text: r.filter.Text, Person: r.place.Person, Newest: true, Limit: mostHits}
	var found []notes.Hit
	r.host.Background(func() (err error) {
		found, _, err = journal.Search(query)
		return err
	}, func(err error) {
		if generation != r.generation {
			return
		}
		r.host.Show(err)
		r.filter.Hits = lookback.HitsOf(found)
		r.choose(top)
	})
}

// jump shows a month.
func (r *Room) jump(m lookback.Month) {
	r.from = lookback.FirstIn(r.chosen, m.Year, m.Month)
	r.to = 0
	r.place.Part = ""
	r.from = min(r.from, max(0, len(r.chosen)-1))
	r.to = min(r.from+pageful, len(r.chosen))
	r.draw()
	r.page.ScrollTo(0)
	r.scrolled()
}

// open goes to where an entry stands; what is shown is kept, so that back returns to it.
func (r *Room) open(e lookback.Entry) {
	to := room.Place{Screen: room.Notes, Person: e.Person, Note: e.Note, Line: e.Line}
	switch {
	case e.Note != 0:
	case e.Goal != 0:
		to = room.PlaceOfGoal(e.Person, e.Goal)
	default:
		to = room.Place{Screen: room.Decisions, Person: e.Person}
	}
	if here := r.here(); here != r.place {
		r.host.Go(here)
	}
	r.host.Go(to)
}

// here is the place that shows what is in view.
func (r *Room) here() room.Place {
	p := room.Place{Screen: room.LookBack, Person: r.place.Person, Text: people.FirstRunes(r.filter.Text, keptText)}
	p.Part = sayPart(r.filter.Kinds, r.inView())
	return p
}
