package brief

import (
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// The functions here make the Changes of a one-on-one's life. Nothing is ever copied from note to note: a one-on-one
// that moves is the same note with a new day. Where a note gets another day its relative dates have to be written out
// first (docs/LABELS.md, Dates); the edits that do it are the argument redate, and come before the new day.

// StartOneOnOne holds the planned one-on-one today; where none is planned it makes a held note. A second one-on-one of a
// day is a note of its own: lastHeld is the day of the last one, and what is planned for a later day stays planned. Now is
// on the manager's clock.
func StartOneOnOne(
	planned *notes.NoteHead, person notes.Person, lastHeld notes.Date, now time.Time, redate []notes.LineEdit,
) notes.Change {
	today := notes.DateOf(now)
	if planned == nil || lastHeld == today && planned.Date > today {
		return notes.Change{Rows: []notes.Row{notes.NewNote{
			Person: person.ID, Kind: notes.HeldNote, Date: today, At: notes.TimeOf(now),
			Template: person.Template,
		}}}
	}
	held := MetaOf(*planned)
	held.Kind = notes.HeldNote
	if held.Date != today {
		held.Date, held.At, held.Zone = today, notes.TimeOf(now), ""
	}
	return withRedate(redate, planned.Date, held)
}

// TypingStarts makes a planned note held when somebody types in its editor from the meeting's time on, or on its day
// where it has no time. It keeps its day, since a one-on-one is often written up the day after. It reports false where
// typing changes nothing.
func TypingStarts(note notes.NoteHead, now time.Time) (notes.Change, bool) {
	if note.Kind != notes.PlannedNote || !note.Date.Valid() {
		return notes.Change{}, false
	}
	start, day, at := note.Start(now.Location())
	if at == "" && day != notes.DateOf(now) || now.Before(start) {
		return notes.Change{}, false
	}
	held := MetaOf(note)
	held.Kind = notes.HeldNote
	return notes.Change{Rows: []notes.Row{held}}, true
}

// MoveOneOnOne gives a planned one-on-one a new day and time; at may be "". The rhythm stays as it is. It returns
// Invalid for a day or time that is none, or a day before today.
func MoveOneOnOne(note notes.NoteHead, day notes.Date, at string, now time.Time, redate []notes.LineEdit) (notes.Change, error) {
	at, err := readMeeting(day, at, now)
	if err != nil {
		return notes.Change{}, err
	}
	moved := MetaOf(note)
	moved.Date, moved.At = day, at
	return withRedate(redate, note.Date, moved), nil
}

// PlanOneOnOne plans a one-on-one with somebody for whom none is planned. It returns Invalid as MoveOneOnOne does.
func PlanOneOnOne(person notes.Person, day notes.Date, at string, now time.Time) (notes.Change, error) {
	at, err := readMeeting(day, at, now)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: person.ID, Kind: notes.PlannedNote, Date: day, At: at, Zone: person.Rhythm.Zone, Template: person.Template,
	}}}, nil
}

// readMeeting reads the time of a one-on-one as it was typed, and checks its day.
func readMeeting(day notes.Date, typed string, now time.Time) (at string, err error) {
	at, ok := notes.ReadTime(typed)
	switch {
	case !day.Valid():
		return "", notes.Invalid{
			Field: voice.T("Date"),
			Why:   voice.T("That isn't a date. Write it like 4 Dec or {date}.", "date", string(notes.DateOf(now))),
		}
	case !ok:
		return "", notes.Invalid{Field: voice.T("Time"), Why: voice.T("Write a time like 9:30 or 5pm, or leave it empty.")}
	case day < notes.DateOf(now):
		return "", notes.Invalid{Field: voice.T("Date"), Why: voice.T("That day is in the past. Pick today or a later day.")}
	}
	return at, nil
}

// NotHeldReason is why a one-on-one is not held, as a menu offers it.
type NotHeldReason struct{ Why, Text string }

// NotHeldReasons are they, in the order of the menu.
func NotHeldReasons(who notes.Person) []NotHeldReason {
	return []NotHeldReason{
		{notes.CalledOffByMe, voice.T("Skip: you called it off")},
		{notes.CalledOffByThem, voice.T("Skip: {who} called it off", "who", who.First())},
		{notes.OffForIllness, voice.T("Skip: someone was ill")},
		{notes.OffForHoliday, voice.T("Skip: holiday")},
	}
}

// fewOneOnOnes is how many there must be before something is said of how many of them were called off.
const fewOneOnOnes = 3

// SayCalledOff says to the manager how many of the last one-on-ones they called off themselves: "You called off 2 of the
// last 6." "" where that is none, or where there are too few to say. What others called off is not counted.
func SayCalledOff(last []notes.NoteHead) string {
	mine := 0
	for _, h := range last {
		if h.Kind == notes.MissedNote && h.CalledOff == notes.CalledOffByMe {
			mine++
		}
	}
	if mine == 0 || len(last) < fewOneOnOnes {
		return ""
	}
	return voice.T("You called off {mine} of the last {all}", "mine", mine, "all", len(last))
}

// NotHeld records why a planned one-on-one was not held ("" for unsaid) and moves the planned
// note on to next; where next is "" to the rhythm's next day, or by a week where there is no rhythm.
func NotHeld(
	note notes.NoteHead,
	person notes.Person,
	calledOff string,
	next notes.Date,
	now time.Time,
	redate []notes.LineEdit,
) notes.Change {
	if next == "" {
		next = AfterMissed(note, person, notes.DateOf(now))
	}
	moved := MetaOf(note)
	moved.Date = next
	c := notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: person.ID, Kind: notes.MissedNote, Date: note.Date, At: note.At, Zone: note.Zone, CalledOff: calledOff,
	}}}
	return c.Then(withRedate(redate, note.Date, moved))
}

// AfterMissed is the day to which a planned note moves on that was not held.
func AfterMissed(note notes.NoteHead, person notes.Person, today notes.Date) notes.Date {
	from := max(today, note.Date).AddDays(1)
	if next, ok := person.NextOneOnOne(note.Date, from); ok {
		return next
	}
	return max(from, note.Date.AddDays(7), person.Until)
}

// PlanNext plans the next one-on-one by the person's rhythm after the last held one. It reports false where one is
// planned already, or the rhythm has no fixed day: then the manager picks it.
func PlanNext(planned *notes.NoteHead, person notes.Person, lastHeld notes.Date, now time.Time) (notes.Change, bool) {
	if planned != nil || !person.Rhythm.Fixed {
		return notes.Change{}, false
	}
	day, ok := person.NextOneOnOne(lastHeld, notes.DateOf(now))
	if !ok {
		return notes.Change{}, false
	}
	at := person.Rhythm.At
	if !notes.ValidTime(at) {
		at = ""
	}
	return notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: person.ID, Kind: notes.PlannedNote, Date: day, At: at, Zone: person.Rhythm.Zone, Template: person.Template,
	}}}, true
}

// NewJournalNote makes a note about a person, begun now. Any number of them may stand on a day; their times tell them
// apart.
func NewJournalNote(person notes.PersonID, now time.Time) notes.Change {
	return notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: person, Kind: notes.JournalNote, Date: notes.DateOf(now), At: notes.TimeOf(now),
	}}}
}

// JournalNoteFor is the newest of the person's journal notes of today among heads, which come newest first; where there is
// none it is 0 and the Change that makes it.
func JournalNoteFor(person notes.PersonID, heads []notes.NoteHead, now time.Time) (notes.NoteID, notes.Change) {
	for _, h := range heads {
		if h.Person == person && h.Kind == notes.JournalNote && !h.Imported && h.Date == notes.DateOf(now) {
			return h.ID, notes.Change{}
		}
	}
	return 0, NewJournalNote(person, now)
}

// MetaOf is what a note is, to be changed and written back.
func MetaOf(h notes.NoteHead) notes.NoteMeta {
	return notes.NoteMeta{ID: h.ID, Kind: h.Kind, Date: h.Date, At: h.At, Zone: h.Zone, CalledOff: h.CalledOff}
}

func withRedate(redate []notes.LineEdit, was notes.Date, meta notes.NoteMeta) notes.Change {
	c := notes.Change{Rows: []notes.Row{meta}}
	if meta.Date != was {
		c.Edits = redate
	}
	return c
}
