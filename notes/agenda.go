package notes

import "time"

// OnAgenda puts a line on the person's planned note: the one there is, or a new one on the rhythm's next day, or in a
// week where there is no rhythm.
func OnAgenda(person Person, lastHeld Date, line string, now time.Time) Change {
	today := DateOf(now)
	day, ok := person.NextOneOnOne(lastHeld, today)
	if !ok {
		day = max(today.AddDays(7), person.Until)
	}
	a := Append{Person: person.ID, Kind: PlannedNote, Date: day, Text: line}
	if person.Rhythm.Fixed && ValidTime(person.Rhythm.At) {
		a.At, a.Zone = person.Rhythm.At, person.Rhythm.Zone
	}
	return Change{Appends: []Append{a}}
}
