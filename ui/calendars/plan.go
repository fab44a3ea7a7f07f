package calendars

import (
	"errors"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/calendar"
	"handback/notes/voice"
	"handback/ui/room"
)

// latest is how many of a person's last notes are looked through for one-on-ones that were called off.
const latest = 30

// people reads what the journal knows of everybody.
func people(host room.Host) ([]calendar.Person, error) {
	journal := host.Journal()
	all := make([]calendar.Person, 0, len(host.People()))
	for _, p := range host.People() {
		c := calendar.Person{Person: p}
		kept, err := journal.Setting(calendar.Key(p))
		if err != nil {
			return nil, err
		}
		c.Kept = calendar.ReadKept(kept)
		if p.Kind != notes.KindMe {
			if err := readTimes(host, &c); err != nil {
				return nil, err
			}
		}
		all = append(all, c)
	}
	return all, nil
}

func readTimes(host room.Host, c *calendar.Person) error {
	planned, err := host.Journal().PlannedNote(c.ID)
	if err == nil {
		c.Planned = &planned.NoteHead
	} else if !errors.Is(err, notes.ErrNotFound) {
		return err
	}
	if c.Held, err = room.LastHeld(host, c.ID); err != nil {
		return err
	}
	heads, err := host.Journal().NotesOf(c.ID, latest)
	for _, h := range heads {
		if h.Kind == notes.MissedNote {
			c.Missed = append(c.Missed, h.Date)
		}
	}
	return err
}

// act is what becomes of one person.
type act struct {
	who notes.PersonID
	do  calendar.Act
}

// carryOut plans and moves, in one change with one undo, and keeps what was taken. What is kept is no part of what undo takes
// back: an occurrence whose note was taken back isn't planned again.
func carryOut(host room.Host, plan calendar.Plan, acts []act) error {
	change := notes.Change{}
	for _, a := range acts {
		c, err := changeOf(host, a)
		if err != nil {
			return err
		}
		change = change.Then(c)
	}
	if !change.IsZero() {
		if _, err := host.Apply(change, saying(host, acts)); err != nil {
			return err
		}
	}
	for _, a := range acts {
		planned, err := host.Journal().PlannedNote(a.who)
		if err != nil {
			return err
		}
		plan.Keep[a.who] = plan.Keep[a.who].Made(a.do, planned.UID, host.Today())
	}
	return keep(host, plan)
}

func keep(host room.Host, plan calendar.Plan) error {
	var rows []notes.Row
	for _, p := range host.People() {
		kept, any := plan.Keep[p.ID]
		if !any {
			continue
		}
		had, err := host.Journal().Setting(calendar.Key(p))
		if err != nil {
			return err
		}
		if kept.String() != had {
			rows = append(rows, notes.PutSetting{Key: calendar.Key(p), Value: kept.String()})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return host.Record(notes.Change{Rows: rows})
}

// saying names nobody: it may be shown while somebody looks on.
func saying(host room.Host, acts []act) string {
	if len(acts) == 1 {
		return voice.T("One-on-one from your calendar: {day}", "day", notes.SayDay(acts[0].do.To.Date, host.Today()))
	}
	return voice.N(len(acts), "{n} one-on-one added from your calendar", "{n} one-on-ones added from your calendar")
}

// changeOf plans or moves one. Lines of a planned note that say "tomorrow" keep their day, as they do when it is rescheduled.
func changeOf(host room.Host, a act) (notes.Change, error) {
	to := a.do.To
	if a.do.Move == nil {
		return notes.Change{Rows: []notes.Row{notes.NewNote{
			Person: a.who, Kind: notes.PlannedNote, Date: to.Date, At: to.At, Zone: to.Zone, Template: host.Person(a.who).Template,
		}}}, nil
	}
	note, err := host.Journal().Note(a.do.Move.ID)
	if err != nil {
		return notes.Change{}, err
	}
	moved := brief.MetaOf(note.NoteHead)
	moved.Date, moved.At, moved.Zone = to.Date, to.At, to.Zone
	c := notes.Change{Rows: []notes.Row{moved}}
	if to.Date != note.Date {
		c.Edits = notes.RedateNote(note, host.Context(note.Person, note.Date), host.Context(note.Person, to.Date)).Edits
	}
	return c, nil
}

// Next is when the calendar, as it was read last, has somebody's next one-on-one after a day.
func Next(host room.Host, p notes.Person, after notes.Date) (calendar.Time, bool) {
	kept, err := host.Journal().Setting(calendar.Key(p))
	if err != nil {
		return calendar.Time{}, false // the rhythm says when
	}
	return calendar.ReadKept(kept).Next(after, host.Today())
}

// PlanNext plans somebody's next one-on-one where the calendar has it, as brief.PlanNext does by their rhythm. It reports false
// where one is planned, or no calendar says when the next is. Reading the calendar again finds it on its day.
func PlanNext(host room.Host, planned *notes.NoteHead, p notes.Person, lastHeld notes.Date) (notes.Change, bool) {
	if planned != nil {
		return notes.Change{}, false
	}
	next, ok := Next(host, p, lastHeld)
	if !ok {
		return notes.Change{}, false
	}
	return notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: p.ID, Kind: notes.PlannedNote, Date: next.Date, At: next.At, Zone: next.Zone, Template: p.Template,
	}}}, true
}
