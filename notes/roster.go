package notes

// RosterLine is a person with their next one-on-one in a few figures.
type RosterLine struct {
	Person   Person
	Planned  *NoteHead // nil where no note is planned
	LastHeld Date
	Before   Date // the day of the newest note that was imported; looked for only where there is no LastHeld
	Topics   int  // open topics that they bring
	Asks     int  // open asks and topics of mine for them
	Owed     int  // open promises of mine to them
	Overdue  bool // one of those promises is past its date
	FirstOwe string
	FirstTop string // the text of their first open topic
}

// RosterOf counts what is pending about each person who has not left, the manager left out, in the order of people.
// Pending is oldest first, of anybody. Planned, LastHeld and Before are left empty.
func RosterOf(people []Person, pending []Filed, today Date) []RosterLine {
	var lines []RosterLine
	at := map[PersonID]int{}
	for _, p := range people {
		if p.Around() {
			at[p.ID] = len(lines)
			lines = append(lines, RosterLine{Person: p})
		}
	}
	for _, f := range pending {
		if i, ok := at[f.Person]; ok {
			lines[i].count(f, today)
		}
	}
	return lines
}

func (l *RosterLine) count(f Filed, today Date) {
	switch {
	case f.IsOwed():
		if l.Owed++; l.Owed == 1 {
			l.FirstOwe = f.Text
		}
		if l.Person.Off.Overdue(f.Due, today) && !l.Overdue { // what is overdue comes before what is merely older
			l.Overdue, l.FirstOwe = true, f.Text
		}
	case f.Label == Topic && f.Actor == Them:
		if l.Topics++; l.Topics == 1 {
			l.FirstTop = f.Text
		}
	case f.Label == Topic || f.Label == Ask:
		l.Asks++
	}
}
