package notes

import "time"

// The functions here make the Changes of a one-on-one's life. Nothing is ever copied from note to note: a one-on-one
// that moves is the same note with a new day. Where a note gets another day its relative dates have to be written out
// first (docs/LABELS.md, Dates); the edits that do it are the argument redate, and come before the new day.

// StartOneOnOne holds the planned one-on-one today; where none is planned it makes a held note. Now is on the
// manager's clock.
func StartOneOnOne(planned *NoteHead, person Person, now time.Time, redate []LineEdit) Change {
	today := DateOf(now)
	if planned == nil {
		return Change{Rows: []Row{NewNote{Person: person.ID, Kind: HeldNote, Date: today, At: TimeOf(now)}}}
	}
	held := MetaOf(*planned)
	held.Kind = HeldNote
	if held.Date != today {
		held.Date, held.At, held.Zone = today, TimeOf(now), ""
	}
	return withRedate(redate, planned.Date, held)
}

// TypingStarts makes a planned note held when somebody types in its editor from the meeting's time on, or on its day
// where it has no time. It keeps its day, since a one-on-one is often written up the day after. It reports false where
// typing changes nothing.
func TypingStarts(note NoteHead, now time.Time) (Change, bool) {
	if note.Kind != PlannedNote || !note.Date.Valid() {
		return Change{}, false
	}
	start, day, at := note.Start(now.Location())
	if at == "" && day != DateOf(now) || now.Before(start) {
		return Change{}, false
	}
	held := MetaOf(note)
	held.Kind = HeldNote
	return Change{Rows: []Row{held}}, true
}

// MoveOneOnOne gives a planned one-on-one a new day and time; at may be "". The rhythm stays as it is. It returns
// Invalid for a day or time that is none, or a day before today.
func MoveOneOnOne(note NoteHead, day Date, at string, now time.Time, redate []LineEdit) (Change, error) {
	if err := validMeeting(day, at, now); err != nil {
		return Change{}, err
	}
	moved := MetaOf(note)
	moved.Date, moved.At = day, at
	return withRedate(redate, note.Date, moved), nil
}

// PlanOneOnOne plans a one-on-one with somebody for whom none is planned. It returns Invalid as MoveOneOnOne does.
func PlanOneOnOne(person Person, day Date, at string, now time.Time) (Change, error) {
	if err := validMeeting(day, at, now); err != nil {
		return Change{}, err
	}
	return Change{Rows: []Row{NewNote{
		Person: person.ID, Kind: PlannedNote, Date: day, At: at, Zone: person.Rhythm.Zone,
	}}}, nil
}

func validMeeting(day Date, at string, now time.Time) error {
	switch {
	case !day.Valid():
		return Invalid{Field: "Date", Why: "There is no such day. Write it like " + string(DateOf(now)) + "."}
	case at != "" && !ValidTime(at):
		return Invalid{Field: "Time", Why: "There is no such time of day. Write it like 09:30, or leave it empty."}
	case day < DateOf(now):
		return Invalid{Field: "Date", Why: "That day is past. Pick today or a later one."}
	}
	return nil
}

// NotHeld records that a planned one-on-one was called off (by "me" or "them", "" for unsaid) and moves the planned
// note on to next; where next is "" to the rhythm's next day, or by a week where there is no rhythm.
func NotHeld(note NoteHead, person Person, calledOff string, next Date, now time.Time, redate []LineEdit) Change {
	if next == "" {
		next = AfterMissed(note, person, DateOf(now))
	}
	moved := MetaOf(note)
	moved.Date = next
	c := Change{Rows: []Row{NewNote{
		Person: person.ID, Kind: MissedNote, Date: note.Date, At: note.At, Zone: note.Zone, CalledOff: calledOff,
	}}}
	return c.Then(withRedate(redate, note.Date, moved))
}

// AfterMissed is the day to which a planned note moves on that was not held.
func AfterMissed(note NoteHead, person Person, today Date) Date {
	from := max(today, note.Date).AddDays(1)
	if next, ok := person.NextOneOnOne(note.Date, from); ok {
		return next
	}
	return max(from, note.Date.AddDays(7), person.Until)
}

// PlanNext plans the next one-on-one by the person's rhythm after the last held one. It reports false where one is
// planned already, or the rhythm has no fixed day: then the manager picks it.
func PlanNext(planned *NoteHead, person Person, lastHeld Date, now time.Time) (Change, bool) {
	if planned != nil || !person.Rhythm.Fixed {
		return Change{}, false
	}
	day, ok := person.NextOneOnOne(lastHeld, DateOf(now))
	if !ok {
		return Change{}, false
	}
	at := person.Rhythm.At
	if !ValidTime(at) {
		at = ""
	}
	return Change{Rows: []Row{NewNote{
		Person: person.ID, Kind: PlannedNote, Date: day, At: at, Zone: person.Rhythm.Zone,
	}}}, true
}

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

// JournalNoteFor is the person's journal note of today among heads; where there is none it is 0 and the Change that
// makes it.
func JournalNoteFor(person PersonID, heads []NoteHead, today Date) (NoteID, Change) {
	for _, h := range heads {
		if h.Person == person && h.Kind == JournalNote && h.Date == today {
			return h.ID, Change{}
		}
	}
	return 0, Change{Rows: []Row{NewNote{Person: person, Kind: JournalNote, Date: today}}}
}

// MetaOf is what a note is, to be changed and written back.
func MetaOf(h NoteHead) NoteMeta {
	return NoteMeta{ID: h.ID, Kind: h.Kind, Date: h.Date, At: h.At, Zone: h.Zone, CalledOff: h.CalledOff}
}

func withRedate(redate []LineEdit, was Date, meta NoteMeta) Change {
	c := Change{Rows: []Row{meta}}
	if meta.Date != was {
		c.Edits = redate
	}
	return c
}
