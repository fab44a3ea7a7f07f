// Package search is the Search screen: one field over all notes, the lines that match as one types, grouped by note, and
// what they are limited to. What stands in the field is all that is asked for: a filter is text there and a chip below it.
// Everything is done from the field: Down and Up choose a result, Enter opens it at its line, Esc goes back.
//
// Begin with search.go (what is typed, asked and answered), then results.go (what is listed), filters.go (chips and menus),
// complete.go (what is offered while a filter is typed), saved.go (searches with a name), tips.go (the language, explained).
package search

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/people"
	"handback/notes/search"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// pageful is how many notes are asked for at first, twice as many more each time. With their lines they are more than a
// window shows.
const pageful = 10

// Where more match than are asked for they are counted once nobody types, up to so many: each costs as much as one that is shown.
const (
	countAfter  = 300 * time.Millisecond
	mostCounted = 200
)

// keptText is how much of what is looked for the window remembers, in runes.
const keptText = 200

// Room is the Search screen.
type Room struct {
	host  room.Host
	place room.Place

	typed search.Typed   // what stands in the field, read
	only  notes.PersonID // whom the search is limited to besides: somebody whom no text names alone
	query notes.Query    // what was asked last
	shown shown          // how much of it is asked for

	generation int // of the last query sent; answers to earlier ones are dropped
	asked      bool
	named      int // groups that are people, who stand first
	hits       []notes.Hit
	goals      []notes.Goal // of everybody
	allTags    []string     // most used first; nil until they are asked for
	saved      []notes.SavedSearch
	groups     []group             // what is listed
	offers     []search.Completion // what is offered for the filter that is being typed
	pending    bool                // which says nothing yet
	waived     string              // the text for which nothing is to be offered
	results    []result            // the lines that can be chosen: offers first
	more       bool
	counted    string // what is said of all that match; "" where they aren't counted yet
	partly     bool   // parts of words of some notes are not found yet
	failed     error
	selected   int

	field *field
	page  *widgets.Scroll
	rows  []*widgets.Row
}

// shown is how much of what was found is asked for, and in which order.
type shown struct {
	newest   bool
	limit    int
	unfolded map[notes.NoteID]int
}

// New makes the screen with the text and the person of the place.
func New(host room.Host, place room.Place) room.Room {
	r := &Room{host: host, place: place, shown: shown{limit: pageful}}
	text := r.begun(place)
	r.typed = r.read(text)
	r.field = newField(text)
	r.field.entry.OnChanged = r.changed
	r.field.entry.OnCursorChanged = r.moved
	r.field.entry.OnSubmitted = func(string) { r.open(r.selected) }
	r.field.entry.OnKey = r.key
	r.field.entry.OnTab = func() bool { return len(r.offers) > 0 }
	r.field.entry.OnTooLong = func() { host.Say(voice.T("That's too long to search for. Try just a few words.")) }
	r.page = widgets.Page("search", widgets.Gap(0))
	return r
}

// begun is the text that a place begins with: what is looked for, with its person as a filter.
func (r *Room) begun(place room.Place) string {
	r.only = 0
	t := r.read(place.Text)
	if place.Person == 0 || t.Person == place.Person {
		return place.Text
	}
	name := search.NameOf(r.host.Person(place.Person), r.context())
	switch {
	case name == "":
		r.only = place.Person
		return place.Text
	case strings.TrimSpace(place.Text) == "":
		return t.With(search.PersonChip, name) + " "
	}
	return t.With(search.PersonChip, name)
}

func (r *Room) context() notes.Context { return r.host.Context(0, r.host.Today()) }

func (r *Room) read(text string) search.Typed { return search.Read(text, r.context()) }

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Focus implements room.Focuser.
func (r *Room) Focus() fyne.Focusable { return r.field.entry }

// Leave implements room.Leaver: an answer that is still on its way is nobody's any more.
func (r *Room) Leave() error {
	r.generation++
	return nil
}

// Reload implements room.Room.
func (r *Room) Reload() error {
	r.goals, r.allTags = nil, nil
	for _, p := range r.host.People() {
		goals, err := r.host.Journal().Goals(p.ID)
		if err != nil {
			return err
		}
		r.goals = append(r.goals, goals...)
	}
	saved, err := r.host.Journal().SavedSearches()
	if err != nil {
		return err
	}
	r.saved = saved
	r.counted = ""
	r.typed = r.read(r.typed.Text) // people and words may be others now
	r.ask()
	return nil
}

// Move implements room.Mover: another text is looked for in the same room.
func (r *Room) Move(p room.Place) (bool, error) {
	if p.Screen != room.Search || p.Person != r.place.Person {
		return false, nil
	}
	r.place = p
	switch {
	case p.Text == "" && p.Person == r.wholly(): // asked for anew: what stands there is ready to be typed over
		r.field.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	case p.Text != people.FirstRunes(r.typed.Text, keptText):
		r.write(r.begun(p)) // looks for it too
	}
	return true, nil
}

// changed looks for another text.
func (r *Room) changed(text string) {
	if text == r.typed.Text {
		return
	}
	r.typed, r.waived = r.read(text), ""
	r.again()
}

// moved offers what may go on from where the caret is now.
func (r *Room) moved() {
	if r.field.entry.Text != r.typed.Text { // it is about to be told
		return
	}
	was := r.offers
	if r.offer(); !slices.Equal(r.offers, was) {
		r.selected = -1
		r.lay()
	}
}

// write puts another text into the field, with the caret at its end, and looks for it.
func (r *Room) write(text string) {
	r.field.entry.SetText(text)
	r.field.entry.SetCaret(len([]rune(text)))
	r.changed(text) // also where it stood there already
}

// again asks from the first result on.
func (r *Room) again() {
	r.shown.limit, r.shown.unfolded, r.selected = pageful, nil, -1
	r.counted = ""
	r.ask()
}

// idle reports whether there is nothing to look for: a person alone limits what is to be typed.
func (r *Room) idle() bool {
	a := r.typed.Asked
	a.Person = ""
	return a.Blank()
}

// wanted is the query for what is typed; false where nothing can be asked.
func (r *Room) wanted() (notes.Query, bool) {
	q, ok := r.typed.Query()
	if r.only != 0 && q.Person == 0 {
		q.Person = r.only
	}
	q.Newest, q.Limit, q.Unfolded = r.shown.newest, r.shown.limit, r.shown.unfolded
	return q, ok && !r.idle() && !r.pending
}

// ask sends the query off the UI goroutine. Of several answers only the one to the last query is drawn.
func (r *Room) ask() {
	r.generation++
	r.offer()
	query, ok := r.wanted()
	r.query = query
	if !ok {
		r.hits, r.more, r.failed, r.asked = nil, false, nil, false
		r.group()
		r.lay()
		return
	}
	generation, journal := r.generation, r.host.Journal()
	var hits []notes.Hit
	var more, partly bool
	r.host.Promptly(func() (err error) {
		if hits, more, err = journal.Search(query); err == nil && query.Text != "" {
			partly, err = journal.PartsWait()
		}
		return err
	}, func(err error) {
		if generation != r.generation {
			return
		}
		r.hits, r.more, r.partly, r.failed, r.asked = hits, more, partly, err, true
		r.group()
		r.lay()
		r.countLater()
	})
	if generation == r.generation && !r.asked {
		r.lay()
	}
}

// countLater counts what matches, where that is more than was asked for.
func (r *Room) countLater() {
	if !r.more || r.counted != "" || len(r.hits) >= mostCounted {
		return
	}
	generation, journal, query := r.generation, r.host.Journal(), r.query
	query.Limit, query.Unfolded = mostCounted, nil
	r.host.After(countAfter, func() {
		if generation != r.generation {
			return
		}
		var hits []notes.Hit
		var more bool
		r.host.Background(func() (err error) {
			hits, more, err = journal.Search(query)
			return err
		}, func(err error) {
			if err != nil || generation != r.generation {
				return // what was found stands there
			}
			r.counted = search.SayFound(hits, r.goalsFound())
			if more {
				r.counted = sayMore(len(hits))
			}
			r.field.say(r.count())
		})
	})
}

// lay lists what can be chosen and draws it. Without a choice of one's own the first result is chosen, or what is offered
// first where the filter that is being typed says nothing yet.
func (r *Room) lay() {
	r.results = nil
	for _, o := range r.offers {
		r.results = append(r.results, r.offered(o))
	}
	for _, g := range r.groups {
		r.results = append(r.results, g.lines...)
	}
	if r.selected < 0 {
		r.selected = len(r.offers)
		if r.pending {
			r.selected = 0
		}
	}
	r.selected = max(0, min(r.selected, len(r.results)-1))
	r.draw()
}

// key is for keys that mean something else here than in a line of text.
func (r *Room) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		r.choose(r.selected + 1)
	case fyne.KeyUp:
		r.choose(r.selected - 1)
	case fyne.KeyPageDown:
		r.choose(min(r.selected+5, len(r.results)-1))
	case fyne.KeyPageUp:
		r.choose(max(r.selected-5, 0))
	case fyne.KeyTab:
		r.takeOffer()
	case fyne.KeyEscape:
		return r.hideOffers()
	default:
		return false
	}
	return true
}

// choose marks a result and brings it into view; past the last one it asks for more.
func (r *Room) choose(i int) {
	if i == len(r.results) && r.more {
		r.showMore()
	}
	if i < 0 || i >= len(r.rows) {
		return
	}
	r.rows[r.selected].Select(false)
	r.selected = i
	r.rows[i].Select(true)
	widgets.Reveal(r.rows[i])
}

func (r *Room) showMore() {
	r.shown.limit += 2 * pageful
	r.ask()
}

// open goes to a result, a note at its line, or shows what is folded, or takes what is offered. What was looked for is kept,
// so that back returns to it.
func (r *Room) open(i int) {
	if i < 0 || i >= len(r.results) {
		return
	}
	switch f := r.results[i]; {
	case f.act != nil:
		f.act()
	case f.unfold != 0:
		r.unfold(f.unfold, f.wanted)
	default:
		r.keepSearch()
		r.host.Go(f.to)
	}
}

// unfold shows more lines of a note.
func (r *Room) unfold(note notes.NoteID, wanted int) {
	more := map[notes.NoteID]int{note: wanted} // a map of its own: the query before may still be on its way
	for other, n := range r.shown.unfolded {
		if other != note {
			more[other] = n
		}
	}
	r.shown.unfolded = more
	r.ask()
}

func (r *Room) keepSearch() {
	here := room.Place{Screen: room.Search, Person: r.wholly(), Text: people.FirstRunes(r.typed.Text, keptText)}
	if here != r.place {
		r.host.Go(here)
	}
}

// wholly is whom the search is limited to; 0 is nobody.
func (r *Room) wholly() notes.PersonID {
	if r.typed.Person != 0 {
		return r.typed.Person
	}
	return r.only
}
