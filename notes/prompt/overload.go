package prompt

import (
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

// tooMany is how many open actions of the last 90 days are a reason to ask what could go.
const (
	tooMany      = 7
	tooManyDays  = 90
	overloadDays = 21 // how long their words in a plain line are worth a question; a labelled line speaks until it is closed
)

const (
	overloadWords = "words"
	overloadCount = "count"
)

// overload speaks when they said that it is too much, in a topic, need or stuck line of theirs or in a plain line, or when
// seven actions that the manager noted for them in 90 days are open. While it does, nothing asks them for more.
var overload = kind{
	name: Overload, cooldown: 14,
	occasions: map[string][]string{overloadWords: {"line", "date"}, overloadCount: {"count", "date"}},
	due:       overloadDue,
}

// asksForMore are the kinds that are silent while somebody has too much.
var asksForMore = map[notes.PromptKind]bool{Growth: true, Ideas: true, Connect: true, Opportunity: true, Reward: true}

// moreOf are the reasons of other kinds that ask for more.
var moreOf = map[notes.PromptKind]string{HandBack: actionOfMine, GoalReached: reachedNext}

// asksMore reports whether a reason asks for more of somebody who has too much.
func (h history) asksMore(k kind, o occasion) bool {
	return h.loaded && !h.muted[Overload] && moreOf[k.name] != "" && moreOf[k.name] == o.name
}

func overloadDue(f notes.PromptFacts) []occasion {
	found := tooMuchSaid(f)
	if o, ok := tooManyOpen(f); ok {
		found = append(found, o)
	}
	return found
}

// tooMuchSaid are their words for it, newest first.
func tooMuchSaid(f notes.PromptFacts) []occasion {
	var said []notes.Filed
	for _, i := range slices.Concat(f.Agenda, f.Needs, f.Stuck) {
		if i.Actor == notes.Them && !i.Closed() && i.NoteDate <= f.Today && mayBeLoad.in(i.Text) && tooMuch(i.Text, true, f) {
			said = append(said, i)
		}
	}
	said = append(said, plainLines(f, overloadDays, mayBeLoad, func(line string) bool { return tooMuch(line, false, f) })...)
	var found []occasion
	for _, l := range said {
		day := notes.SayDate(l.NoteDate, f.Today)
		found = append(found, occasion{
			name: overloadWords, since: l.NoteDate, because: []notes.Filed{l},
			slots:  map[string]string{"line": short(l.Text), "date": day},
			reason: voice.T("because you noted this on {day}: “{line}”", "day", day, "line", quoted(l.Text)),
		})
	}
	return newestFirst(found)
}

// tooManyOpen counts from the first action that was noted for them in the last 90 days, days off left out.
func tooManyOpen(f notes.PromptFacts) (occasion, bool) {
	lately := func(d notes.Date) bool {
		return d.Valid() && d <= f.Today && f.Person.Off.Since(d, f.Today) <= tooManyDays
	}
	var open []notes.Filed
	for _, i := range f.TheyOwn {
		if i.Label == notes.Todo && i.Actor == notes.Them && !i.Closed() && lately(i.NoteDate) {
			open = append(open, i)
		}
	}
	if len(open) < tooMany {
		return occasion{}, false
	}
	slices.SortStableFunc(open, func(a, b notes.Filed) int { return -notes.LatestFirst(a, b) })
	all, first := 0, open[0].NoteDate
	for _, d := range f.GivenDates {
		if lately(d) {
			all, first = all+1, min(first, d)
		}
	}
	all = max(all, len(open))
	day, count := notes.SayDate(first, f.Today), notes.SayCount(len(open))
	reason := voice.T("because you've put {all} actions on {who}'s list since {day}, and {open} are open",
		"all", notes.SayCount(all), "who", f.Person.First(), "day", day, "open", count)
	if all == len(open) {
		reason = voice.T("because you've put {all} actions on {who}'s list since {day}, and all of them are open",
			"all", notes.SayCount(all), "who", f.Person.First(), "day", day)
	}
	return occasion{
		name: overloadCount, since: open[tooMany-1].NoteDate, because: open, reason: reason,
		slots: map[string]string{"count": count, "date": day},
	}, true
}
