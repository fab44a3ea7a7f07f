package prompt

import (
	"slices"
	"sort"

	"handback/notes"
)

// enoughHeld is how many one-on-ones have to be held before something that is not there is worth a prompt.
const enoughHeld = 3

// lastHeld are the last three held one-on-ones, oldest first. Held days come newest first.
func lastHeld(held []notes.Date) []notes.Date {
	return oldToNew(held[:min(enoughHeld, len(held))])
}

// thirdHeld is the day from which absence could be seen: the third held one-on-one of those known.
func thirdHeld(held []notes.Date) (notes.Date, bool) {
	if len(held) < enoughHeld {
		return "", false
	}
	return held[len(held)-enoughHeld], true
}

// waits is after how many days, besides three one-on-ones, something that is not there is worth a prompt: a week of daily
// meetings proves nothing.
const (
	absenceWaits = 21
	goalWaits    = 60 // for no goal
	startWaits   = 90 // for what they began to do
)

// theyWait reports whether the person waits for something of the manager's: a promise overdue, something they need, an answer to
// an idea. Then no more is asked of them: no idea, no need and no goal is missed.
func theyWait(f notes.PromptFacts) bool {
	open := func(i notes.Filed) bool { return i.State == notes.Open }
	return len(promisesOverdue(f)) > 0 || slices.ContainsFunc(f.Needs, open) || slices.ContainsFunc(f.Ideas, open)
}

// threeWithout are the last three held one-on-ones, oldest first, where nothing is dated on or after the first of them, and
// 21 days have passed since what came last, or since the first of those without; since is the day from which both hold.
//
// A line without a label counts where its words are beyond doubt.
func threeWithout(dates []notes.Date, unlabelled prose, f notes.PromptFacts) (three []notes.Date, since notes.Date, ok bool) {
	newest := notes.Date("")
	for _, d := range dates {
		newest = max(newest, d)
	}
	if without := pastHeld(f.Held, newest); len(without) >= enoughHeld { // only then it is worth reading the notes
		for _, d := range daysOf(unlabelled.linesIn(f, newest)) {
			newest = max(newest, d)
		}
	}
	without := pastHeld(f.Held, newest)
	if len(without) < enoughHeld {
		return nil, "", false
	}
	begun := newest
	if begun == "" {
		begun = without[0]
	}
	if f.Person.Off.Since(begun, f.Today) < absenceWaits {
		return nil, "", false
	}
	return without[len(without)-enoughHeld:], min(f.Today, max(without[enoughHeld-1], begun.AddDays(absenceWaits))), true
}

// heldFor is the day from which both hold: three one-on-ones, and so many days since a day, or since the first one-on-one
// that is known.
func heldFor(days int, from notes.Date, f notes.PromptFacts) (notes.Date, bool) {
	third, enough := thirdHeld(f.Held)
	if !enough {
		return "", false
	}
	begun := from
	if begun == "" {
		begun = f.Held[len(f.Held)-1]
	}
	return min(f.Today, max(third, begun.AddDays(days))), f.Person.Off.Since(begun, f.Today) >= days
}

func oldToNew(held []notes.Date) []notes.Date {
	days := append([]notes.Date(nil), held...)
	sort.Slice(days, func(i, j int) bool { return days[i] < days[j] })
	return days
}

func oldestFirst(os []occasion) []occasion {
	sort.SliceStable(os, func(i, j int) bool { return os[i].since < os[j].since })
	return os
}

func newestFirst(os []occasion) []occasion {
	sort.SliceStable(os, func(i, j int) bool { return os[i].since > os[j].since })
	return os
}
