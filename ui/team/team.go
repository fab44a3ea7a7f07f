// Package team is Team: what the team is here for. Company goals and policies, who leads each, which growth goals hang on
// it and with whom it was talked through; the ideas of all, with the manager's answers, and what is made from them; one
// question asked of everybody, with the answers side by side; opportunities, and who could coach whom; and what each
// report has not had from the manager for a while.
package team

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Room is the screen.
type Room struct {
	host room.Host
	root *fyne.Container

	company      []notes.CompanyGoal
	held, closed []team.CompanyLine
	open         map[notes.CompanyGoalID]bool // lines that show what hangs on them
	whole        map[string]bool              // lists that are shown to their end
	ideas        []notes.Filed                // newest first
	older        bool                         // there are answered ideas that are not among them
	board        team.IdeaBoard
	asks         []notes.Filed // newest first
	sweeps       []team.Sweep
	chances      []team.Chance
	used         []team.Chance
	pairings     []team.Pairing
	quiet        []team.QuietLine
}

// New makes the screen.
func New(host room.Host, _ room.Place) room.Room {
	return &Room{host: host, root: container.NewStack(), open: map[notes.CompanyGoalID]bool{}, whole: map[string]bool{}}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Reload implements room.Room.
func (r *Room) Reload() error {
	if err := r.read(); err != nil {
		return err
	}
	widgets.Keep(r.host.Window().Canvas(), r.root, r.draw)
	return nil
}

func (r *Room) read() error {
	journal := r.host.Journal()
	company, err := journal.CompanyGoals()
	if err != nil {
		return err
	}
	goals, err := journal.AllGoals()
	if err != nil {
		return err
	}
	r.company = company
	r.held, r.closed = team.ShowCompany(company, r.host.People(), goals)
	if r.ideas, r.older, err = journal.Ideas(r.host.Today().AddDays(-ideasSince), answeredKept); err != nil {
		return err
	}
	areas, err := journal.AllAreas()
	if err != nil {
		return err
	}
	r.board = team.ShowIdeas(r.ideas, r.host.People(), areas, r.host.Today())
	if r.asks, err = journal.Asks(r.host.Today().AddDays(-asksSince)); err != nil {
		return err
	}
	planned, err := r.plannedDays()
	if err != nil {
		return err
	}
	r.sweeps = team.ShowSweeps(r.asks, r.host.People(), planned, r.host.Today())
	if err := r.readGrowth(goals); err != nil {
		return err
	}
	quiet, err := journal.Quiet(r.host.Now())
	r.quiet = team.ShowQuiet(quiet, r.host.People(), r.host.Today())
	return err
}

func (r *Room) draw() {
	add := widgets.NewButton("team/add", widgets.Primary, "plus", voice.T("Add a goal"), func() { r.edit(notes.CompanyGoal{}) })
	ask := widgets.NewButton("team/ask", widgets.Quiet, "ask", voice.T("Ask everyone one question"), r.ask)
	buttons := []fyne.CanvasObject{ask, add}
	switch {
	case room.ReadOnly(r.host):
		buttons = nil
	case len(r.quiet) == 0:
		buttons = buttons[1:] // there is nobody to ask
	}
	parts := []fyne.CanvasObject{
		widgets.PageHead(
			voice.T("Team"),
			voice.T("What we're here for, who leads it, and who you've talked it through with."),
			buttons...),
	}
	if len(r.held) == 0 {
		parts = append(parts, r.empty())
	} else {
		rows := []fyne.CanvasObject{widgets.CardHead(voice.T("What we're here for"), "", widgets.Small(voice.T("talked through with")))}
		for _, line := range r.held {
			rows = append(rows, r.line(line))
		}
		parts = append(parts, widgets.Card(2, rows...))
	}
	if len(r.closed) > 0 {
		gist := []widgets.Run{widgets.Dim(team.SayClosedCompany(r.closed, r.host.Today()))}
		parts = append(
			parts,
			widgets.FoldCard(widgets.NewFold("team/closed", "check", look.C().Muted, voice.T("Closed"), gist, r.closedLines)),
		)
	}
	parts = append(parts, r.boardParts()...)
	parts = append(parts, r.sweepParts()...)
	parts = append(parts, r.growthParts()...)
	if len(r.quiet) > 0 {
		parts = append(parts, r.quietCard())
	}
	r.root.Objects = []fyne.CanvasObject{widgets.Page("team", parts...)}
	r.root.Refresh()
}

// empty says what the screen is for where no company goal is written down.
func (r *Room) empty() fyne.CanvasObject {
	says := voice.T("What are you all working towards? Add the goals and policies that matter and who leads each. " +
		"Then talk them through with everyone.")
	parts := []fyne.CanvasObject{widgets.Gap(2), widgets.MaxWidth(600, widgets.NewPara(14, widgets.Dim(says)).Lead(21))}
	if !room.ReadOnly(r.host) {
		start := widgets.NewButton(
			"team/first",
			widgets.Outlined,
			"plus",
			voice.T("Add the first goal"),
			func() { r.edit(notes.CompanyGoal{}) },
		)
		parts = append(parts, widgets.Gap(10), widgets.HStack(0, start))
	}
	return widgets.Card(4, parts...)
}

// apply commits a change; an error has been shown already.
func (r *Room) apply(change notes.Change, say string) { _, _ = r.host.Apply(change, say) }
