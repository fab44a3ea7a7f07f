package prompt

import (
	"regexp"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

const (
	rewardWithin = 180 // days within which a deed came back
	rewardTimes  = 3   // different days of them
	rewardFresh  = 30  // days since it did last
	doneAndSaid  = 7   // days within which the praise of something done is not another deed
)

const deedAgain = "again"

// reward speaks when the same deed was praised or done on three different days and nothing was said of a reward since. It has no
// questions for them: a reward that comes to nothing is worse than none.
var reward = kind{
	name: Reward, cooldown: 30,
	occasions: map[string][]string{deedAgain: {"line", "count", "date"}},
	due:       repeatedDeeds,
}

// repeatedDeeds count from the day after the last word of a reward, of whatever it was for.
func repeatedDeeds(f notes.PromptFacts) []occasion {
	deeds := deedsSince(rewardedOn(f), f)
	said, taken := make([]notes.Deed, len(deeds)), make([]bool, len(deeds))
	for i := range deeds {
		said[i] = notes.DeedOf(deedText(deeds[i]))
	}
	var found []occasion
	for i := range deeds {
		if f.Person.Off.Since(deedDay(deeds[i]), f.Today) > rewardFresh {
			break // and so are all that follow
		}
		if taken[i] {
			continue
		}
		var same []notes.Filed
		for j := i; j < len(deeds); j++ {
			if !taken[j] && said[i].Same(said[j]) {
				taken[j] = true
				same = append(same, deeds[j])
			}
		}
		if o, ok := repeated(same, f); ok {
			found = append(found, o)
		}
	}
	return newestFirst(found)
}

// deedsSince are the deeds of the last 180 days that came after a day, newest first.
func deedsSince(day notes.Date, f notes.PromptFacts) []notes.Filed {
	var deeds []notes.Filed
	for _, i := range f.Deeds {
		if on := deedDay(i); on > day && on <= f.Today && f.Person.Off.Since(on, f.Today) <= rewardWithin {
			deeds = append(deeds, i)
		}
	}
	slices.SortStableFunc(deeds, func(a, b notes.Filed) int { return b.NoteDate.DaysSince(a.NoteDate) })
	slices.SortStableFunc(deeds, func(a, b notes.Filed) int { return deedDay(b).DaysSince(deedDay(a)) })
	return deeds
}

// repeated is the reason that the lines of one deed give, newest first.
func repeated(same []notes.Filed, f notes.PromptFacts) (occasion, bool) {
	days := deedDays(same)
	if len(days) < rewardTimes || f.Person.Off.Since(days[len(days)-1], f.Today) > rewardFresh {
		return occasion{}, false
	}
	newest, text := days[len(days)-1], deedText(same[0])
	return occasion{
		name: deedAgain, since: days[rewardTimes-1], because: same,
		slots: map[string]string{
			"line": short(text), "count": notes.SayCount(len(days)), "date": notes.SayDate(newest, f.Today),
		},
		reason: voice.T("because you noted this on {days}, and no line has mentioned a reward since: “{line}”",
			"days", sayDates(days, f.Today), "line", quoted(text)),
	}, true
}

// deedDays are the days of a deed's lines, oldest first; praise within a week of what was done is about that.
func deedDays(same []notes.Filed) []notes.Date {
	var days []notes.Date
	done := notes.Date("")
	for _, i := range slices.Backward(same) {
		on := deedDay(i)
		switch {
		case i.Label == notes.Todo:
			done = on
		case done != "" && on.DaysSince(done) <= doneAndSaid:
			done = "" // one praise speaks of it
			continue
		}
		if !slices.Contains(days, on) {
			days = append(days, on)
		}
	}
	return days
}

func deedDay(i notes.Filed) notes.Date {
	if i.Label == notes.Todo {
		return max(i.StateDate, i.NoteDate)
	}
	return i.NoteDate
}

func deedText(i notes.Filed) string {
	if i.Label == notes.Praise {
		happened, _, _ := notes.PraiseParts(i.Text)
		return happened
	}
	return i.Text
}

// rewardWords speak of a reward, given, promised or refused.
var rewardWords = regexp.MustCompile(`(?i)\b(?:reward(?:s|ed)?|bonus(?:es)?|vouchers?|gift cards?|` +
	`pay (?:rise|raise)|up for (?:a )?promotion)\b`)

// rewardedOn is the last day on which a reward was noted, or any line of their notes spoke of one.
func rewardedOn(f notes.PromptFacts) notes.Date {
	last := notes.Date("")
	for _, i := range f.Deeds {
		if i.State == notes.Rewarded {
			last = max(last, i.NoteDate, i.StateDate)
		}
	}
	for _, n := range f.Written {
		if n.Person == f.Person.ID && n.Date <= f.Today && mayBeReward.in(n.Body) && rewardWords.MatchString(n.Body) {
			last = max(last, n.Date)
		}
	}
	return last
}
