// Package review is Person · Review: the pack of a period, the same as prose, a page for the person, and all that is held
// about them. The pack's lines can be left out, commented on and moved.
package review

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/review"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// view is one of the four ways in which a period is shown. The place keeps it, so that back and forward return to it.
type view string

const (
	asPack  view = "pack"
	asProse view = "prose"
	forThem view = "page"
	asHeld  view = "held"
	// Turned is the page for the person in the whole window, to read together. As the whole Part of a place it is of this
	// half-year.
	Turned = "turned"
)

// IsTurned reports whether the person looks on at a place of the room.
func IsTurned(p room.Place) bool { return p.Part == Turned || strings.HasSuffix(p.Part, "/"+Turned) }

var views = []view{asPack, asProse, forThem, asHeld}

func (v view) name() string {
	switch v {
	case asProse:
		return voice.T("As text")
	case forThem:
		return voice.T("Page for them")
	case asHeld:
		return voice.T("If they read this")
	}
	return voice.T("Review pack")
}

// Room is the review of one person.
type Room struct {
	host   room.Host
	person notes.PersonID
	period review.Period
	view   view
	turned bool // the person looks on
	root   *fyne.Container

	pack review.Pack
	own  string
	page review.ForThem
	held review.Held
	more bool // there are further notes of others that may name the person
	from int  // the first line that is drawn of a long list

	ever, marked bool // of what is held: from all years, only what judges
	days         days
}

// New makes the room for a place, whose Part is a period and a view.
func New(host room.Host, place room.Place) room.Room {
	r := &Room{host: host, root: container.NewStack()}
	r.goTo(place)
	return r
}

func (r *Room) goTo(place room.Place) {
	key, shown, _ := strings.Cut(place.Part, "/")
	r.turned = IsTurned(place)
	r.person, r.period, r.view, r.from = place.Person, review.ReadKey(key, r.host.Today()), asPack, 0
	for _, v := range views {
		if string(v) == shown {
			r.view = v
		}
	}
	if r.turned {
		r.view = forThem
	}
	r.days = newDays(r.period)
}

// Move implements room.Mover.
func (r *Room) Move(place room.Place) (bool, error) {
	if place.Person != r.person || r.turned || IsTurned(place) {
		return false, nil
	}
	r.goTo(place)
	return true, r.Reload()
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Reload implements room.Room.
func (r *Room) Reload() error {
	if err := r.read(); err != nil {
		return err
	}
	widgets.Keep(r.host.Window().Canvas(), r.root, func() {
		if r.turned {
			r.root.Objects = []fyne.CanvasObject{r.drawTurned()}
		} else {
			r.root.Objects = []fyne.CanvasObject{widgets.Page("review", r.draw()...)}
		}
		r.root.Refresh()
	})
	return nil
}

func (r *Room) read() error {
	journal, today := r.host.Journal(), r.host.Today()
	if !r.period.Is(today) {
		return nil // draw says why
	}
	facts, err := journal.Review(r.person, r.period.From, r.period.Last(today))
	if err != nil {
		return err
	}
	facts.Person = r.host.Person(r.person) // as the screens call them
	if r.own, err = journal.OwnReview(r.person, r.period.From, r.period.To); err != nil {
		return err
	}
	names := r.host.Context(r.person, today).Names
	r.pack = review.Show(facts, r.period, today).Flagged(names, r.host.Me().ID)
	switch r.view {
	case forThem:
		r.page = review.ShowForThem(r.pack, names, r.host.Me().ID)
	case asHeld:
		return r.readHeld(facts)
	}
	return nil
}

// place is where the window is when it shows a period in a view.
func (r *Room) place(p review.Period, v view) room.Place {
	return room.Place{Screen: room.Review, Person: r.person, Part: p.Key() + "/" + string(v)}
}

func (r *Room) draw() []fyne.CanvasObject {
	head := widgets.PageHead(voice.T("Review"), r.period.Say(r.host.Today()), r.saveButton()...)
	parts := []fyne.CanvasObject{head, r.chooser()}
	if err := r.period.Check(r.host.Today()); err != nil {
		return append(parts, widgets.Card(4, widgets.EmptyLine(err.Error())))
	}
	switch r.view {
	case asProse:
		return append(parts, r.drawProse()...)
	case forThem:
		return append(parts, r.drawPage()...)
	case asHeld:
		return append(parts, r.drawHeld()...)
	}
	return append(parts, r.drawPack()...)
}

// chooser chooses the period and the view.
func (r *Room) chooser() fyne.CanvasObject {
	names, chosen := make([]string, len(review.Kinds)), 0
	for i, k := range review.Kinds {
		names[i] = k.Name()
		if k == r.period.Kind {
			chosen = i
		}
	}
	period := widgets.NewSelect("review.period", "", names, chosen, func(i int) { r.choose(review.Kinds[i]) })
	shown, at := make([]string, len(views)), 0
	for i, v := range views {
		shown[i] = v.name()
		if v == r.view {
			at = i
		}
	}
	choice := widgets.NewSegmented("review.view", shown, at, func(i int) { r.host.Go(r.place(r.period, views[i])) }).Waiting()
	line := widgets.HMiddle(16, widgets.Width(190, period), choice, widgets.Grow())
	if r.period.Kind != review.Since && r.period.Kind != review.FromTo {
		return line
	}
	return widgets.VStack(8, line, r.days.draw(r))
}

// choose goes to a kind of period. One of days begins where the notes do, and can be changed then.
func (r *Room) choose(k review.Kind) {
	today := r.host.Today()
	from, to := r.period.From, r.period.Last(today)
	if k == review.Since {
		first, err := r.host.Journal().FirstNoted(r.person)
		if err != nil {
			r.host.Show(err)
			return
		}
		if first != "" && first <= today {
			from = first
		}
	}
	r.host.Go(r.place(review.PeriodOf(k, from, to, today), r.view))
}

// document is what is in view, as it leaves the journal.
func (r *Room) document() document.Document {
	switch r.view {
	case asProse:
		return r.pack.Prose(r.own)
	case forThem:
		return r.page.Document
	case asHeld:
		return r.held.Document()
	}
	return r.pack.Document(r.own)
}
