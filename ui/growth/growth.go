// Package growth is Person · Growth: what a report wants to grow into, each goal with its ladder, steps, opportunities
// and the lines that were noted for it.
package growth

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/stepin"
	"handback/ui/widgets"
)

// Room is the screen of one person.
type Room struct {
	host   room.Host
	person notes.PersonID
	goal   notes.GoalID // to be brought into view as soon as it is there
	root   *fyne.Container

	goals   []notes.Goal
	areas   []notes.Area
	company []notes.CompanyGoal
	open    []growth.GoalView
	stepin  stepin.Part
	whole   map[notes.GoalID]bool // goals of which every line is shown
	page    *widgets.Scroll
	cards   map[notes.GoalID]fyne.CanvasObject
}

// New makes the screen of the person of the place; its goal is brought into view.
func New(host room.Host, place room.Place) room.Room {
	return &Room{
		host: host, person: place.Person, goal: place.Goal,
		root: container.NewStack(), whole: map[notes.GoalID]bool{},
	}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Do implements room.Doer.
func (r *Room) Do(act string) {
	if act == room.DoGoal {
		r.addGoal()
	}
}

func (r *Room) addGoal() { r.editGoal(notes.Goal{Person: r.person}) }

// Reload implements room.Room.
func (r *Room) Reload() error {
	if err := r.read(); err != nil {
		return err
	}
	widgets.Keep(r.host.Window().Canvas(), r.root, r.draw)
	r.bringIntoView()
	return nil
}

func (r *Room) read() error {
	journal := r.host.Journal()
	var err error
	if r.goals, err = journal.Goals(r.person); err != nil {
		return err
	}
	if r.areas, err = journal.Areas(r.person); err != nil {
		return err
	}
	if r.company, err = journal.CompanyGoals(); err != nil {
		return err
	}
	if r.stepin, err = stepin.Read(r.host, r.person); err != nil {
		return err
	}
	r.open = r.open[:0]
	open, _, _ := growth.Split(r.goals)
	for _, g := range open {
		lines, err := journal.Evidence(g.ID)
		if err != nil {
			return err
		}
		r.open = append(r.open, growth.ShowGoal(g, r.areas, r.company, lines, r.host.Person(r.person).Off, r.host.Today()))
	}
	return nil
}

func (r *Room) draw() {
	r.cards = map[notes.GoalID]fyne.CanvasObject{}
	add := widgets.NewButton(
		"growth/add",
		widgets.Primary,
		"plus",
		voice.T("Add a goal"),
		r.addGoal,
	)
	parts := []fyne.CanvasObject{
		widgets.PageHead(voice.T("Growth"), growth.Remark(r.host.Person(r.person)), r.writing(add)...),
	}
	parts = append(parts, r.stepin.Banners()...)
	for _, v := range r.open {
		card := r.card(v)
		r.cards[v.ID] = card
		parts = append(parts, card)
	}
	if len(r.open) == 0 {
		parts = append(parts, r.empty())
	}
	if folds := r.folds(); len(folds) > 0 {
		parts = append(parts, widgets.FoldCard(folds...))
	}
	r.page = widgets.Page("growth", parts...)
	r.root.Objects = []fyne.CanvasObject{r.page}
	r.root.Refresh()
}

// empty says what the screen is for where there is no open goal.
func (r *Room) empty() fyne.CanvasObject {
	first := r.host.Person(r.person).First()
	says := voice.T("What would {first} like to be able to do or decide in a year? Ask, and write it down as a goal "+
		"with one next step.", "first", first)
	parts := []fyne.CanvasObject{widgets.Gap(2), widgets.MaxWidth(600, widgets.NewPara(14, widgets.Dim(says)).Lead(21))}
	if start := r.writing(widgets.NewButton("growth/first", widgets.Outlined, "plus", voice.T("Add the first goal"),
		r.addGoal)); len(start) > 0 && len(r.goals) == 0 {
		parts = append(parts, widgets.Gap(10), widgets.HStack(0, start...))
	}
	return widgets.Card(4, parts...)
}

// writing leaves out what writes where the journal is open for reading only.
func (r *Room) writing(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	if room.ReadOnly(r.host) {
		return nil
	}
	return objects
}

// bringIntoView scrolls once to the goal of the place, or to the one that was added.
func (r *Room) bringIntoView() {
	card, ok := r.cards[r.goal]
	if !ok {
		return
	}
	r.goal = 0
	top := card.Position().Y
	r.page.Reveal(top, top+card.Size().Height+look.S(48))
}

// apply commits a change; an error has been shown already.
func (r *Room) apply(change notes.Change, say string) {
	if _, err := r.host.Apply(change, say); err != nil {
		r.host.Show(r.Reload()) // takes back what a tap has changed on the screen alone
	}
}
