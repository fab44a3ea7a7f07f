package stepin

import (
	"strings"

	"handback/notes"
)

// Leading is a step-in in force as Today shows it.
type Leading struct {
	StepIn notes.SteppingIn
	People []notes.Person // those of it who have not left, in its order; never empty
	Says   string         // "You lead on “Rollout” until 4 Dec."
	Who    string         // "Ana and Ben"
}

// ShowLeading lists the step-ins in force about somebody who has not left: what is over first, then newest first.
func ShowLeading(all []notes.SteppingIn, people []notes.Person, today notes.Date) []Leading {
	var over, on []Leading
	for _, s := range InForce(all, today) {
		l := Leading{StepIn: s}
		var first []string
		for _, id := range s.People {
			for _, p := range people {
				if p.ID == id && p.State != notes.StateLeft {
					l.People, first = append(l.People, p), append(first, p.First())
				}
			}
		}
		if len(l.People) == 0 {
			continue
		}
		l.Says, _ = SayInForce(s, today)
		l.Who = sayNames(first)
		if s.Overdue(today) {
			over = append(over, l)
		} else {
			on = append(on, l)
		}
	}
	return append(over, on...)
}

// sayNames is "Ana", "Ana and Ben", "Ana, Ben and Dana".
func sayNames(names []string) string {
	n := len(names) - 1
	if n == 0 {
		return names[0]
	}
	return strings.Join(names[:n], ", ") + " and " + names[n]
}
