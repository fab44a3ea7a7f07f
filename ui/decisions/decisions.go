// Package decisions is Person · Decisions: whose call it is in each area, who made the calls that were noted, how that
// compares with what was agreed, where the areas are meant to go, and what was learnt from stepping in.
package decisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Room is the screen of one person.
type Room struct {
	host   room.Host
	person notes.PersonID
	root   *fyne.Container

	areas   []notes.Area
	tags    float32 // the width that the longest of their tags wants
	goals   []notes.Goal
	stepIns []notes.SteppingIn
	mirror  decisions.Mirror
	opened  []notes.PromptEvent
	limits  *limitsEdit            // what is edited in place; nil for nothing
	history map[notes.AreaID]bool  // areas whose history is shown
	detail  bool                   // what stands behind the figures is shown
	filter  decisions.LedgerFilter // of the ledger
	shown   int                    // lines of the ledger
}

// New makes the screen of the person of the place.
func New(host room.Host, place room.Place) room.Room {
	return &Room{
		host: host, person: place.Person, root: container.NewStack(),
		history: map[notes.AreaID]bool{}, shown: fewLines,
	}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Do implements room.Doer.
func (r *Room) Do(act string) {
	if act == room.DoDecision {
		r.log()
	}
}

// Reload implements room.Room.
func (r *Room) Reload() error {
	if err := r.read(); err != nil {
		return err
	}
	widgets.Keep(r.host.Window().Canvas(), r.root, r.draw)
	return nil
}

func (r *Room) read() error {
	journal, today := r.host.Journal(), r.host.Today()
	var err error
	if r.areas, err = journal.Areas(r.person); err != nil {
		return err
	}
	if r.goals, err = journal.Goals(r.person); err != nil {
		return err
	}
	decided, err := journal.Decisions(r.person, "")
	if err != nil {
		return err
	}
	held, err := journal.HeldNotes(r.person, today.AddDays(-decisions.MirrorDays))
	if err != nil {
		return err
	}
	if r.stepIns, err = journal.StepIns(r.person); err != nil {
		return err
	}
	asked, err := journal.PromptHistory(r.person)
	if err != nil {
		return err
	}
	r.mirror = decisions.ShowMirror(decided, r.areas, held, r.stepIns, today)
	r.opened = decisions.OpenedUp(asked)
	return nil
}

func (r *Room) draw() {
	log := widgets.NewButton("decisions/log", widgets.Primary, "plus", voice.T("Log a decision"), r.log)
	plan := decisions.ShowAreas(r.areas, r.goals, r.host.Today())
	r.tags = widestTag(plan)
	parts := []fyne.CanvasObject{
		widgets.PageHead(voice.T("Decisions"), voice.T("Who decides what, and who actually decided."), r.writing(log)...),
	}
	if len(r.areas)+len(r.mirror.Ledger) == 0 {
		parts = append(parts, r.empty())
	} else {
		parts = append(parts,
			widgets.ColumnsOrStack(780, 16, []float32{1, 316}, r.whoseCall(), r.whoDecided()),
			r.ledger(),
		)
	}
	if len(plan) > 0 {
		parts = append(parts, r.plan(plan))
	}
	if past := stepin.HandedBack(r.stepIns); len(past) > 0 {
		parts = append(parts, r.steppedIn(past))
	}
	if len(r.opened) > 0 {
		parts = append(parts, r.openedUp())
	}
	r.root.Objects = []fyne.CanvasObject{widgets.Page("decisions", parts...)}
	r.root.Refresh()
}

// empty says what the screen is for where there is no area and no decision.
func (r *Room) empty() fyne.CanvasObject {
	first := r.first()
	says := voice.T("Agree with {first} on who decides what: add an area and say whose call it is. Handback compares it with "+
		"lines like “{decided} {first}: …” in your notes.", "decided", room.Word(r.host, notes.Decided), "first", first)
	parts := []fyne.CanvasObject{widgets.Gap(2), widgets.MaxWidth(600, widgets.NewPara(14, widgets.Dim(says)).Lead(21))}
	start := r.writing(widgets.NewButton("decisions/first", widgets.Outlined, "plus", voice.T("Add the first area"), r.addArea))
	if len(start) > 0 {
		parts = append(parts, widgets.Gap(10), widgets.HStack(0, start...))
	}
	return widgets.Card(4, parts...)
}

func (r *Room) first() string { return r.host.Person(r.person).First() }

// writing leaves out what writes where the journal is open for reading only.
func (r *Room) writing(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	if room.ReadOnly(r.host) {
		return nil
	}
	return objects
}

// apply commits a change that may fail to be made; an error is shown, and what a tap has changed on the screen alone is
// taken back.
func (r *Room) apply(change notes.Change, err error, say string) {
	r.host.Show(err)
	if err == nil && !change.IsZero() {
		_, err = r.host.Apply(change, say)
	}
	if err != nil {
		r.redraw()
	}
}

func (r *Room) redraw() { r.host.Show(r.Reload()) }
