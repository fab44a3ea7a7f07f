package prompt

import (
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

// threeWithout are the last three held one-on-ones, oldest first, where nothing is dated on or after the first of them;
// since is the day of the third one-on-one that brought nothing.
func threeWithout(dates, held []notes.Date) (three []notes.Date, since notes.Date, ok bool) {
	newest := notes.Date("")
	for _, d := range dates {
		newest = max(newest, d)
	}
	without := pastHeld(held, newest)
	if len(without) < enoughHeld {
		return nil, "", false
	}
	return without[len(without)-enoughHeld:], without[enoughHeld-1], true
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
