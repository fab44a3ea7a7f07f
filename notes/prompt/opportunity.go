package prompt

import (
	"cmp"

	"handback/notes"
	"handback/notes/voice"
)

const (
	offeredWaits = 21 // days for which an offer may wait
	bookedWaits  = 14 // days after its own day, by which it is known what came of it
	undatedWaits = 42 // days after it was booked, where it has no day of its own
	unusedWaits  = 21 // days after it was done
)

const (
	chanceOffered = "offered"
	chanceBooked  = "booked"
	chanceDone    = "done"
)

// opportunity speaks when an opportunity of an open goal was offered and not booked, booked and not done, or done and not used.
var opportunity = kind{
	name: Opportunity, cooldown: 21,
	occasions: map[string][]string{
		chanceOffered: {"goal", "line", "date"}, chanceBooked: {"goal", "line", "date"}, chanceDone: {"goal", "line", "date"},
	},
	due: opportunities,
}

func opportunities(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen {
			continue
		}
		for _, o := range g.Opportunities {
			name, from, wait := waitsFor(o, f.Today)
			if name == "" || !from.Valid() || f.Person.Off.Since(from, f.Today) < wait {
				continue
			}
			slots, text := goalSlots(g, from, f.Today), cmp.Or(o.Text, string(o.Kind))
			slots["line"] = short(text)
			found = append(found, occasion{
				name: name, since: dayAfter(from, wait, f), slots: slots,
				reason: opportunityReason(o, name, slots["date"], quoted(text)),
			})
		}
	}
	return oldestFirst(found)
}

// waitsFor says from which day on an opportunity waits, and for how many it may: an offer for a day that is over is none any more,
// and where nobody knows since when it stands as it does, nothing is said.
func waitsFor(o notes.Opportunity, today notes.Date) (name string, from notes.Date, wait int) {
	switch {
	case o.State == notes.Offered && (o.Date == "" || o.Date >= today):
		return chanceOffered, o.Since, offeredWaits
	case o.State == notes.Booked && o.Date.Valid():
		return chanceBooked, max(o.Date, o.Since), bookedWaits
	case o.State == notes.Booked:
		return chanceBooked, o.Since, undatedWaits
	case o.State == notes.Attended && o.Date.Valid() && o.Date <= today:
		return chanceDone, o.Date, unusedWaits
	case o.State == notes.Attended:
		return chanceDone, cmp.Or(o.Since, o.Date), unusedWaits
	}
	return "", "", 0
}

func opportunityReason(o notes.Opportunity, name, day, text string) string {
	switch {
	case name == chanceOffered:
		return voice.T("because you offered this on {day} and it isn't booked yet: “{line}”", "day", day, "line", text)
	case name == chanceDone:
		return voice.T("because this was done on {day} and isn't marked as used yet: “{line}”", "day", day, "line", text)
	case o.Date.Valid() && o.Date >= o.Since:
		return voice.T("because this was booked for {day} and isn't marked as done: “{line}”", "day", day, "line", text)
	}
	return voice.T("because this was booked on {day} and isn't marked as done: “{line}”", "day", day, "line", text)
}
