package prompt

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

const (
	trialWaits   = 28 // days on trial without a result, where no day was set
	adoptedWaits = 21 // days in which an adopted idea may be in no plan
	adoptedOld   = 90 // days after which it is not asked about any more
	spokenOf     = 2  // words of its own, with which a line speaks of it
)

const (
	trialRuns    = "trial"
	trialEnded   = "ended"
	trialAdopted = "adopted"
)

// ideaOnTrial speaks when an idea has been on trial for four weeks, or past the day that was set, without a result; and when
// one was adopted three weeks ago, no plan, goal or action says its words, and no line speaks of it since.
var ideaOnTrial = kind{
	name: IdeaOnTrial, cooldown: 21,
	occasions: map[string][]string{trialRuns: {"line", "date"}, trialEnded: {"line", "date"}, trialAdopted: {"line", "date"}},
	due:       ideasOnTrial,
}

func ideasOnTrial(f notes.PromptFacts) []occasion {
	return oldestFirst(append(trialsWithoutResult(f), adoptedUnplanned(f)...))
}

func trialsWithoutResult(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Ideas {
		begun := i.StateDay()
		if i.State != notes.Trying || begun > f.Today {
			continue
		}
		o := occasion{name: trialRuns, because: []notes.Filed{i}, slots: map[string]string{"line": short(i.Text)}}
		if until, ok := trialUntil(i); ok {
			if !f.Person.Off.Overdue(until, f.Today) {
				continue
			}
			day := notes.SayDate(until, f.Today)
			o.name, o.since, o.slots["date"] = trialEnded, f.Person.Off.BackOn(until).AddDays(1), day
			o.reason = voice.T("because you were trying this idea until {day} and no result is noted: “{line}”",
				"day", day, "line", quoted(i.Text))
		} else {
			if f.Person.Off.Since(begun, f.Today) < trialWaits {
				continue
			}
			day := notes.SayDate(begun, f.Today)
			o.since, o.slots["date"] = begun.AddDays(trialWaits), day
			o.reason = voice.T("because you've been trying this idea since {day} and no result is noted: “{line}”",
				"day", day, "line", quoted(i.Text))
		}
		found = append(found, o)
	}
	return found
}

// trialUntil is the day until which an idea is tried, as the answer to it says: "her call, until 12 Feb 2027".
func trialUntil(i notes.Filed) (notes.Date, bool) {
	m := trialEnds().FindStringSubmatch(i.Remark)
	if m == nil {
		return "", false
	}
	rest := strings.Fields(m[1])
	for n := min(len(rest), 4); n > 0; n-- {
		said := strings.TrimRight(strings.Join(rest[:n], " "), ".,;:!)")
		if d, ok := notes.ReadDate(said, i.StateDay()); ok {
			return d, true
		}
	}
	return "", false
}

func adoptedUnplanned(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Answered {
		days := f.Person.Off.Since(i.StateDay(), f.Today)
		if i.State != notes.Adopted || i.StateDay() > f.Today || days < adoptedWaits || days > adoptedOld || planned(i, f) || underWay(i, f) {
			continue
		}
		day := notes.SayDate(i.StateDay(), f.Today)
		found = append(found, occasion{
			name: trialAdopted, since: i.StateDay().AddDays(adoptedWaits), because: []notes.Filed{i},
			slots: map[string]string{"line": short(i.Text), "date": day},
			reason: voice.T("because this idea was adopted on {day} and no plan, goal or action mentions it yet: “{line}”",
				"day", day, "line", quoted(i.Text)),
		})
	}
	return found
}

// planned reports whether a plan for a quarter, a goal or a step says the words of an idea, or an action or decision that
// was noted with it or later.
func planned(i notes.Filed, f notes.PromptFacts) bool {
	asGoal := notes.Goal{Title: i.Text}
	says := func(text string) bool { return notes.SaysTitle(text, asGoal) }
	for _, n := range f.Plans {
		if slices.ContainsFunc(strings.Split(n.Body, "\n"), says) {
			return true
		}
	}
	for _, g := range f.Goals {
		if says(g.Title) || slices.ContainsFunc(g.Steps, func(s notes.Step) bool { return says(s.Text) }) {
			return true
		}
	}
	return slices.ContainsFunc(slices.Concat(f.TheyOwn, f.IOwe, f.DoneLately, f.Decisions), func(l notes.Filed) bool {
		return l.NoteDate >= i.NoteDate && says(l.Text)
	})
}

// underWay reports whether a line of a note since an idea was adopted says two of its words or more, and does not say that it has
// not begun: then it is being done, planned or not. Private lines do not count.
func underWay(i notes.Filed, f notes.PromptFacts) bool {
	for _, n := range f.Written {
		if n.Person != f.Person.ID || n.Date < i.StateDay() || n.Date > f.Today {
			continue
		}
		hidden := notes.Hidden(n.Body)
		for at, line := range strings.Split(n.Body, "\n") {
			own := n.UID == i.NoteUID && at+1 == i.Line
			if own || at < len(hidden) && hidden[at] {
				continue
			}
			if notes.WordsInCommon(line, i.Text) >= spokenOf && !notBegun().MatchString(line) {
				return true
			}
		}
	}
	return false
}
