package prompt

import (
	"slices"

	"handback/notes"
)

// reached closes a goal of its own as reached on a day.
func reached(f *notes.PromptFacts, title string, day notes.Date) {
	f.Reached = slices.Insert(f.Reached, 0, notes.Goal{
		ID: 88, Person: ana, Title: title, Start: day.AddDays(-90), State: notes.GoalReached, Closed: day,
	})
}

// deed is one praise of a deed that comes again.
func deed(f *notes.PromptFacts, text string, day notes.Date) {
	f.Deeds = slices.Insert(f.Deeds, 0, line(notes.Praise, notes.Them, text, day))
}

// offered hangs an opportunity on a goal.
func offered(g *notes.Goal, text string, state notes.OpportunityState, since notes.Date) {
	g.Opportunities = append(g.Opportunities, notes.Opportunity{
		ID: notes.OpportunityID(len(g.Opportunities) + 1), Kind: notes.Workshop, Text: text, State: state, Since: since,
	})
}

// growingDue gives the kinds about growing and being new a reason that lasts; stayGrowing gives them a new one with the days.
func growingDue(f *notes.PromptFacts) {
	offered(&f.Goals[0], "two days on queues", notes.Offered, ago(40))
	for n := range rewardTimes {
		deed(f, "closed the till alone", ago(20*(rewardTimes-n)))
	}
	stayGrowing(f)
}

func stayGrowing(f *notes.PromptFacts) {
	f.Person.Joined = f.Today.AddDays(-40)
	f.Reached = nil
	reached(f, "Own the release train", f.Today.AddDays(-20))
	deed(f, "closed the till alone", f.Today.AddDays(-1))
}

// unseenGrowing adds to the facts of an unseen journal what those kinds speak about.
func unseenGrowing(f *notes.PromptFacts, text func() string, odd bool) {
	f.Person.Joined = ago(map[bool]int{false: 40, true: 3}[odd])
	reached(f, text(), ago(20))
	again := text()
	for n := range rewardTimes {
		deed(f, again+" — "+text(), ago(20*n+1))
	}
	g := notes.Goal{ID: 78, Title: text(), Tag: "chances", Start: ago(60), State: notes.GoalOpen}
	offered(&g, text(), notes.Offered, ago(40))
	offered(&g, text(), notes.Booked, ago(50))
	offered(&g, text(), notes.Attended, ago(40))
	f.Goals = append(f.Goals, g)
}

// growing is what a working day may bring of them.
func (l *life) growing() {
	f := &l.f
	if l.chance(250) {
		reached(f, "Own the release train", f.Today)
	}
	if l.chance(25) {
		deed(f, "closed the till alone", f.Today)
	}
	if len(f.Goals) > 0 && l.chance(120) {
		offered(&f.Goals[0], "two days on queues", notes.Offered, f.Today)
	}
	f.Deeds = slices.DeleteFunc(f.Deeds, func(i notes.Filed) bool { return f.Today.DaysSince(i.NoteDate) > rewardWithin })
}
