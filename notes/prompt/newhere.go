package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const (
	newDays         = 60 // days after joining in which somebody is new here
	freshFrom       = 7  // after so many there is something that could surprise
	expectationsDue = 30 // after so many it can be said what to expect from each other
)

const (
	newStart = "arrived"
	newEyes  = "surprised"
	newAgree = "expectations"
)

// newHere speaks in the first sixty days after the day on which somebody joined, where the manager said it: the day on which they
// were added to the journal says nothing of it.
var newHere = kind{
	name: NewHere, cooldown: 14,
	occasions: map[string][]string{newStart: {"date"}, newEyes: {"date"}, newAgree: {"date"}},
	due:       newcomer,
}

// newcomer is settled for each of the three by asking: their reasons differ.
func newcomer(f notes.PromptFacts) []occasion {
	joined, off := f.Person.Joined, f.Person.Off
	if !joined.Valid() || joined > f.Today {
		return nil
	}
	here := off.Since(joined, f.Today)
	if here > newDays {
		return nil
	}
	day := notes.SayDate(joined, f.Today)
	slots := map[string]string{"date": day}
	if here < freshFrom {
		return []occasion{{
			name: newStart, since: joined, slots: slots,
			reason: voice.T("because {who} joined on {day}", "who", f.Person.First(), "day", day),
		}}
	}
	var found []occasion
	if here >= expectationsDue && !f.Agreed {
		found = append(found, occasion{
			name: newAgree, since: dayAfter(joined, expectationsDue, f), slots: slots,
			reason: voice.T("because {who} joined on {day}, and it isn't noted yet what you expect from each other",
				"who", f.Person.First(), "day", day),
		})
	}
	return append(found, occasion{
		name: newEyes, since: dayAfter(joined, freshFrom, f), slots: slots,
		reason: voice.T("because {who} joined on {day} and still sees things with fresh eyes", "who", f.Person.First(), "day", day),
	})
}

// dayAfter is the first day on which so many have passed since another, those off left out; today at the latest.
func dayAfter(from notes.Date, days int, f notes.PromptFacts) notes.Date {
	day := from.AddDays(days)
	for day < f.Today && f.Person.Off.Since(from, day) < days {
		day = day.AddDays(1)
	}
	return min(day, f.Today)
}
