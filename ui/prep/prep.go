// Package prep is the room of the brief for the next one-on-one with a person.
package prep

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/prompt"
	"handback/ui/handback"
	"handback/ui/room"
	"handback/ui/stepin"
	"handback/ui/widgets"
)

// Prep is the brief for the next one-on-one, on one screen.
type Prep struct {
	host room.Host
	who  notes.PersonID
	root *fyne.Container // one child: the page

	facts  notes.PromptFacts
	queue  []brief.HandBack
	brief  brief.Brief
	stepin stepin.Part

	asksCounts bool           // somebody new, with whom nothing is agreed yet that the two count on each other for
	prompt     *prompt.Prompt // nil where there is nothing to ask
	another    bool           // there is more behind "Another question"

	because bool            // the lines that the prompt comes from are shown
	all     map[string]bool // cards that show all of their lines
	topic   topicForm
	seen    string // key of the prompt that was last recorded as shown
}

// New makes the room of the place's person.
func New(host room.Host, place room.Place) room.Room {
	p := &Prep{host: host, who: place.Person, root: container.NewStack(), all: map[string]bool{}}
	p.topic.init(p)
	return p
}

// Content implements room.Room.
func (p *Prep) Content() fyne.CanvasObject { return p.root }

// Reload implements room.Room.
func (p *Prep) Reload() error {
	facts, err := p.host.Journal().PromptFacts(p.who, p.host.Now())
	if err != nil {
		return err
	}
	p.facts = facts
	p.brief = brief.Show(facts.Facts, p.host.Now().Location(), p.host.Locale())
	if p.queue, err = handback.Queue(p.host.Journal(), p.host.People(), p.host.Today(), p.who); err != nil {
		return err
	}
	if fold, ok := brief.HoldsFold(p.queue, facts.Person); ok {
		p.brief.Folds = append(p.brief.Folds, fold)
	}
	if p.stepin, err = stepin.OfFacts(p.host, facts); err != nil {
		return err
	}
	counts, err := p.host.Journal().Expectations(p.who)
	if err != nil {
		return err
	}
	p.asksCounts = !room.ReadOnly(p.host) && brief.AsksCounts(facts.Person, counts, facts.Today)
	p.prompt, p.another = nil, false
	if chosen := p.host.Questions(facts); len(chosen) > 0 {
		p.prompt, p.another = &chosen[0], len(chosen) > 1
	}
	p.draw()
	p.record()
	return nil
}

// record keeps in the history that the prompt in view was shown.
func (p *Prep) record() {
	if p.prompt == nil || room.ReadOnly(p.host) || p.seen == p.prompt.Key {
		return
	}
	p.seen = p.prompt.Key
	if change := prompt.Shown(*p.prompt, p.facts); len(change.Rows) > 0 {
		_ = p.host.Record(change) // an error has been shown; an answer reads the facts anew
	}
}

// apply commits a change; what went wrong has been shown then.
func (p *Prep) apply(c notes.Change, say string) bool {
	_, err := p.host.Apply(c, say)
	return err == nil
}

// What the page is made for: an ordinary window.
const (
	pageWidth = 1047 // at a window of 1280
	topBar    = 48
	pageFoot  = 32  // the page's margin below
	endsAbove = 700 // of the window
)

// draw builds the page again from what was read.
func (p *Prep) draw() {
	widgets.Keep(p.host.Window().Canvas(), p.root, func() {
		p.root.Objects = []fyne.CanvasObject{p.page()}
		p.root.Refresh()
	})
}
