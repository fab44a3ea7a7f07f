// Package search is the Search screen: one field over all notes, the lines that match as one types, grouped by note, and
// what they are limited to. Everything is done from the field: Down and Up choose a result, Enter opens it at its line, Esc goes back.
package search

import (
	"strings"

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

// keptText is how much of what is looked for the window remembers, in runes.
const keptText = 200

// Room is the Search screen.
type Room struct {
	host  room.Host
	place room.Place

	query  notes.Query
	period search.Period

	generation int // of the last query sent; answers to earlier ones are dropped
	asked      bool
	named      int // groups that are people, who stand first
	hits       []notes.Hit
	goals      []notes.Goal // of everybody
	groups     []group      // what is listed
	results    []result     // the lines of it that can be chosen
	more       bool
	failed     error
	selected   int

	field *field
	page  *widgets.Scroll
	rows  []*widgets.Row
}

// New makes the screen with the text and the person of the place.
func New(host room.Host, place room.Place) room.Room {
	r := &Room{host: host, place: place, period: search.AnyTime}
	r.query = notes.Query{Text: place.Text, Person: place.Person, Limit: pageful}
	r.field = newField(place.Text)
	r.field.entry.OnChanged = r.typed
	r.field.entry.OnSubmitted = func(string) { r.open(r.selected) }
	r.field.entry.OnKey = r.key
	r.field.entry.OnTooLong = func() { host.Say(voice.T("That's too long to search for. Try just a few words.")) }
	r.page = widgets.Page("search", widgets.Gap(0))
	return r
}

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
	r.goals = nil
	for _, p := range r.host.People() {
		goals, err := r.host.Journal().Goals(p.ID)
		if err != nil {
			return err
		}
		r.goals = append(r.goals, goals...)
	}
	r.ask()
	return nil
}

// Move implements room.Mover: another text is looked for in the same room.
func (r *Room) Move(p room.Place) (bool, error) {
	if p.Screen != room.Search || p.Person != r.place.Person {
		return false, nil
	}
	r.place = p
	if p.Text != people.FirstRunes(r.query.Text, keptText) {
		r.field.entry.SetText(p.Text) // looks for it too
	}
	return true, nil
}

// typed looks for another text.
func (r *Room) typed(text string) {
	if text == r.query.Text {
		return
	}
	r.query.Text = text
	r.again()
}

// again asks from the first result on.
func (r *Room) again() {
	r.query.Limit, r.query.Unfolded, r.selected = pageful, nil, 0
	r.ask()
}

// idle reports whether there is nothing to look for.
func (r *Room) idle() bool {
	q := r.query
	return strings.TrimSpace(q.Text) == "" && q.Label == "" && q.Tag == "" && q.From == "" && q.To == ""
}

// ask sends the query off the UI goroutine. Of several answers only the one to the last query is drawn.
func (r *Room) ask() {
	r.generation++
	if r.idle() {
		r.hits, r.groups, r.results, r.more, r.failed, r.asked, r.named = nil, nil, nil, false, nil, false, 0
		r.draw()
		return
	}
	generation, query, journal := r.generation, r.query, r.host.Journal()
	var hits []notes.Hit
	var more bool
	r.host.Background(func() (err error) {
		hits, more, err = journal.Search(query)
		return err
	}, func(err error) {
		if generation != r.generation {
			return
		}
		r.hits, r.more, r.failed, r.asked = hits, more, err, true
		r.group()
		r.selected = max(0, min(r.selected, len(r.results)-1))
		r.draw()
	})
	if !r.asked {
		r.draw()
	}
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
	r.query.Limit += 2 * pageful
	r.ask()
}

// open goes to a result, a note at its line, or shows what is folded. What was looked for is kept, so that back returns
// to it.
func (r *Room) open(i int) {
	if i < 0 || i >= len(r.results) {
		return
	}
	f := r.results[i]
	if f.unfold != 0 {
		r.unfold(f.unfold, f.wanted)
		return
	}
	r.keepSearch()
	r.host.Go(f.to)
}

// unfold shows more lines of a note.
func (r *Room) unfold(note notes.NoteID, wanted int) {
	more := map[notes.NoteID]int{note: wanted} // a map of its own: the query before may still be on its way
	for other, n := range r.query.Unfolded {
		if other != note {
			more[other] = n
		}
	}
	r.query.Unfolded = more
	r.ask()
}

func (r *Room) keepSearch() {
	here := room.Place{Screen: room.Search, Person: r.query.Person, Text: people.FirstRunes(r.query.Text, keptText)}
	if here != r.place {
		r.host.Go(here)
	}
}
