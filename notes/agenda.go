package notes

// OnAgenda puts a line where a person's next one-on-one finds it: on the planned note where one is planned, otherwise in
// their journal note of today. Nothing is planned by it: the agenda is every open topic and ask, whichever note they
// stand in, so that the line waits for the next one-on-one whenever that is.
func OnAgenda(person PersonID, line string, today Date) Change {
	return Change{Appends: []Append{{Person: person, Kind: PlannedNote, Date: today, Text: line}}}
}
