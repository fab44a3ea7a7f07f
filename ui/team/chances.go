package team

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// evidenceSince is how far back it is looked for who did what somebody else's goal is about, in days.
const evidenceSince = 365

// evidenceMost is how many lines of a person under a tag are looked at: two are shown, and some may not be spoken of.
const evidenceMost = 12

// readGrowth reads the opportunities of everybody, and who could coach whom.
func (r *Room) readGrowth(goals []notes.Goal) error {
	journal, today := r.host.Journal(), r.host.Today()
	r.chances, r.used = team.ShowChances(goals, r.host.People())
	facts := team.CoachFacts{
		Today: today, People: r.host.People(), Goals: goals, Me: r.host.Me().ID,
		Names: r.host.Context(0, today).Names, Offered: r.asks,
	}
	var err error
	if facts.Done, err = journal.DoneUnder(team.TagsOfGoals(goals), today.AddDays(-evidenceSince), evidenceMost); err != nil {
		return err
	}
	r.pairings = team.ShowPairings(facts)
	return nil
}

// growthParts are the cards on growing: opportunities, and who could coach whom.
func (r *Room) growthParts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if len(r.chances)+len(r.used) > 0 {
		parts = append(parts, r.chancesCard())
	}
	if len(r.pairings) > 0 {
		parts = append(parts, r.coachesCard())
	}
	return parts
}

func (r *Room) chancesCard() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Opportunities"), "", widgets.Small(team.SayChances(r.chances)))}
	for i, c := range r.chances {
		if r.cut("chances", i, len(r.chances)) {
			rows = append(rows, r.allButton("chances"))
			break
		}
		rows = append(rows, r.chance(c))
	}
	if len(r.chances) == 0 {
		rows = append(
			rows,
			widgets.EmptyLine(voice.T("Nothing offered or booked yet. Add opportunities to a goal on the Growth page.")),
		)
	}
	if len(r.used) > 0 {
		gist := []widgets.Run{widgets.Dim(notes.SayCount(len(r.used)))}
		rows = append(rows, widgets.NewFold("chances/used", "check", look.C().Muted, voice.T("Used"), gist, func() fyne.CanvasObject {
			var used []fyne.CanvasObject
			for _, c := range r.used {
				used = append(used, r.chance(c))
			}
			return widgets.VStack(0, used...)
		}))
	}
	return widgets.Card(2, rows...)
}

// chance is one opportunity. Its button moves it on; a tap on the line goes to its goal.
func (r *Room) chance(c team.Chance) fyne.CanvasObject {
	key := "chance/" + strconv.FormatInt(int64(c.ID), 10)
	says := c.Who.First() + " · " + c.Of.Title
	if c.Date.Valid() {
		says += " · " + notes.SayDate(c.Date, r.host.Today())
	}
	parts := []fyne.CanvasObject{
		widgets.Disc(c.Who.Name, c.Who.UID, 24),
		widgets.Grow(
			widgets.VStack(0, widgets.NewPara(14, widgets.Plain(c.Text)).Lead(20), widgets.NewPara(12, widgets.Dim(says)).Lead(17)),
		),
		widgets.Small(string(c.State)),
	}
	if c.Next != "" && !room.ReadOnly(r.host) {
		parts = append(parts, widgets.NewSmallButton(key+"/next", widgets.Outlined, "", movedOn[c.Next], func() {
			r.apply(growth.SetOpportunity(c.Opportunity, c.Next, r.host.Today()), voice.T("Marked as {state}", "state", string(c.Next)))
		}))
	}
	return widgets.NewRow(key, widgets.RowTwoLines, widgets.HMiddle(10, parts...), func() {
		r.host.Go(room.PlaceOfGoal(c.Who.ID, c.Of.ID))
	})
}

// movedOn is what the button says that moves an opportunity on.
var movedOn = map[notes.OpportunityState]string{
	notes.Booked: voice.T("Mark as booked"), notes.Attended: voice.T("Mark as done"), notes.Used: voice.T("Mark as used"),
}

func (r *Room) coachesCard() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Who could help each other"), "", widgets.Small(voice.T("based on notes with the goal's tag"))),
	}
	for i, p := range r.pairings {
		if r.cut("coaches", i, len(r.pairings)) {
			rows = append(rows, r.allButton("coaches"))
			break
		}
		rows = append(rows, r.pairing(p))
	}
	return widgets.Card(2, rows...)
}

// pairing is somebody who could coach somebody else. A tap opens the newest line of the evidence.
func (r *Room) pairing(p team.Pairing) fyne.CanvasObject {
	key := "coach/" + strconv.FormatInt(int64(p.Goal.ID), 10) + "/" + strconv.FormatInt(int64(p.Coach.ID), 10)
	text := []fyne.CanvasObject{widgets.NewPara(14,
		widgets.Strong(voice.T("{coach} could help {learner}:", "coach", p.Coach.First(), "learner", p.Learner.First())),
		widgets.Plain(" "+notes.UpperFirst(p.Goal.Title))).Lead(20)}
	for _, says := range p.Says {
		text = append(text, widgets.NewPara(12, widgets.Dim(says)).Lead(17))
	}
	parts := []fyne.CanvasObject{widgets.Disc(p.Coach.Name, p.Coach.UID, 24), widgets.Grow(widgets.VStack(0, text...))}
	switch {
	case p.OnAgenda:
		parts = append(parts, widgets.Small(voice.T("on the agenda for {first}", "first", p.Learner.First())))
	case !room.ReadOnly(r.host):
		ask := widgets.NewSmallButton(
			key+"/ask",
			widgets.Outlined,
			"ask",
			voice.T("Ask {first}", "first", p.Learner.First()),
			func() { r.offer(p) },
		)
		parts = append(parts, ask)
	}
	return room.NewLogRow(r.host, key, widgets.RowTwoLines, p.Evidence[0], widgets.HMiddle(10, parts...))
}

// offer puts the question about a coach on the learner's agenda.
func (r *Room) offer(p team.Pairing) {
	in := r.host.Context(p.Learner.ID, r.host.Today())
	line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{p.Learner.ID}, p.Question, "", in)
	if err != nil {
		r.host.Show(err)
		return
	}
	r.write(notes.OnAgenda(p.Learner.ID, line, r.host.Today()), nil, voice.T("Added to the agenda for {first}", "first", p.Learner.First()))
}
