package brief

import (
	"cmp"
	"strings"

	"handback/notes"
)

// AgreeOn makes what a person and the manager count on each other for what two lists say, one a line: lines that stand
// already keep the day on which they were agreed, others are agreed today, and what is gone goes to the trash.
func AgreeOn(person notes.PersonID, have []notes.Expectation, theirs, mine string, today notes.Date) notes.Change {
	var c notes.Change
	left := map[int64]notes.Expectation{}
	for _, e := range have {
		left[e.ID] = e
	}
	for _, side := range []struct {
		text   string
		theirs bool
	}{{theirs, true}, {mine, false}} {
		for order, text := range listLines(side.text) {
			e := notes.Expectation{Person: person, Theirs: side.theirs, Text: text, Agreed: today, Order: order}
			for id, old := range left {
				if old.Theirs == side.theirs && old.Text == text {
					e.ID, e.UID, e.Agreed = id, old.UID, old.Agreed
					delete(left, id)
					break
				}
			}
			c.Rows = append(c.Rows, e)
		}
	}
	for _, e := range have {
		if _, gone := left[e.ID]; gone {
			c.Rows = append(c.Rows, notes.Delete{Kind: notes.KindExpectation, ID: e.ID})
		}
	}
	return c
}

// listLines are the lines of a list as typed: without bullets and blank ones.
func listLines(text string) []string {
	var out []string
	for _, l := range strings.Split(notes.Normalise(text), "\n") {
		if l = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(l), "-*•")); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// newDays is for how many days after joining it is asked what to count on each other for.
const newDays = 60

// AsksCounts reports whether it is to be asked what a person and the manager count on each other for: nothing is agreed,
// and they are new in the team.
func AsksCounts(p notes.Person, have []notes.Expectation, today notes.Date) bool {
	day := cmp.Or(p.Joined, p.Since)
	joined := day != "" && day <= today && today.DaysSince(day) <= newDays
	return p.Active(today) && len(have) == 0 && (p.State == notes.StateNew || joined)
}
