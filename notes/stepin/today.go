package stepin

import "handback/notes"

// Leading is a step-in in force as Today shows it.
type Leading struct {
	StepIn notes.SteppingIn
	People []notes.Person // those of it who have not left, in its order; never empty
	Says   string         // "You're leading until 4 Dec: “Rollout”"
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
		l.Who = sayAnd(first)
		if s.Overdue(today) {
			over = append(over, l)
		} else {
			on = append(on, l)
		}
	}
	return append(over, on...)
}
