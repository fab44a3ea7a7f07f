package note

import (
	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/typeback"
	"handback/ui/widgets"
)

// noteMenu is what can be done with the open note as a whole.
func (r *Room) noteMenu(n notes.Note) []widgets.MenuItem {
	if room.ReadOnly(r.host) {
		return []widgets.MenuItem{{Icon: "clock", Text: voice.T("Earlier versions"), OnTap: func() { r.versions(n) }}}
	}
	var items []widgets.MenuItem
	if n.Kind == notes.PlannedNote {
		items = append(
			items,
			widgets.MenuItem{Icon: "cal", Text: voice.T("Reschedule …"), OnTap: func() { r.askMove(n) }},
		)
		for _, reason := range brief.NotHeldReasons(r.host.Person(n.Person)) {
			items = append(items, widgets.MenuItem{Icon: "x", Text: reason.Text, OnTap: func() { r.notHeld(n, reason.Why) }})
		}
		items = append(
			items,
			widgets.MenuItem{
				Icon:  "check",
				Text:  voice.T("Mark as held"),
				OnTap: func() { r.setKind(n, notes.HeldNote, voice.T("Marked as held")) },
			},
		)
	} else {
		items = append(items, widgets.MenuItem{Icon: "cal", Text: voice.T("Change the date …"), OnTap: func() { r.askDay(n) }})
	}
	if r.host.Person(n.Person).Kind == notes.KindReport {
		switch n.Kind {
		case notes.HeldNote:
			items = append(
				items,
				widgets.MenuItem{Icon: "book", Text: voice.T("Turn into a note between meetings"), OnTap: func() {
					r.setKind(n, notes.JournalNote, voice.T("Turned into a note between meetings"))
				}},
				widgets.MenuItem{Icon: "eye", Text: voice.T("Open in meeting view"), OnTap: func() {
					r.host.Go(room.Place{Screen: room.Meeting, Person: n.Person, Note: n.ID})
				}},
			)
		case notes.JournalNote:
			items = append(
				items,
				widgets.MenuItem{Icon: "users", Text: voice.T("Turn into a one-on-one"), OnTap: func() {
					r.setKind(n, notes.HeldNote, voice.T("Turned into a one-on-one"))
				}},
			)
		}
	}
	if n.Kind == notes.HeldNote || n.Kind == notes.PlannedNote {
		items = append(items, widgets.MenuItem{Icon: "pen", Text: voice.T("Type up your paper notes …"), OnTap: func() {
			typeback.Show(r.host, n.Person, n.ID)
		}})
	}
	return append(items,
		widgets.MenuItem{Icon: "clock", Text: voice.T("Earlier versions"), OnTap: func() { r.versions(n) }},
		widgets.MenuItem{Icon: "trash", Text: voice.T("Move to trash"), OnTap: func() { r.trash(n) }})
}

// redate is what becomes of the lines of a note that gets another day.
func redate(host room.Host, n notes.Note, day notes.Date) notes.Redated {
	if now, open := host.Draft().Note(); open && now.ID == n.ID {
		n = now // with what was written since the menu was drawn
	}
	return notes.RedateNote(n, host.Context(n.Person, n.Date), host.Context(n.Person, day))
}

func (r *Room) setKind(n notes.Note, kind notes.NoteKind, say string) {
	meta := brief.MetaOf(n.NoteHead)
	meta.Kind = kind
	_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{meta}}, say)
}

func (r *Room) askMove(n notes.Note) {
	day := form.Day("move.day", voice.T("New date"), n.Date, r.host.Today())
	at := widgets.NewTextField("move.at", voice.T("Time (optional)"), "10:00")
	at.SetText(r.host.Locale().SayTime(n.At))
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Reschedule the one-on-one"), voice.T("Reschedule"), func() error {
		to, err := notes.ReadComingDate(voice.T("Day"), day.Text(), r.host.Today())
		if err != nil {
			return err
		}
		redated := redate(r.host, n, to)
		change, err := brief.MoveOneOnOne(n.NoteHead, to, at.Text(), r.host.Now(), redated.Edits)
		if err != nil {
			return err
		}
		moved := voice.T("Moved to {day}", "day", notes.SayDay(to, r.host.Today()))
		_, err = r.host.Apply(change, room.AndSay(moved, redated.Say(r.host.Today())))
		return err
	}, day, at)
	d.About(n.ID, n.Date).Show(day.Field.Entry)
}

func (r *Room) askDay(n notes.Note) {
	day := form.PastDay("day.day", voice.T("Date"), n.Date, r.host.Today())
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Change the date"), voice.T("Change date"), func() error {
		to, err := notes.ReadPastDate(voice.T("Day"), day.Text(), r.host.Today())
		switch {
		case err != nil:
			return err
		case to == "":
			return notes.Invalid{Field: voice.T("Day"), Why: voice.T("A note needs a date. Write it like 4 Dec.")}
		case to > r.host.Today() && to != n.Date:
			return notes.Invalid{Field: voice.T("Day"), Why: voice.T("That day is in the future. Pick today or an earlier day.")}
		}
		meta := brief.MetaOf(n.NoteHead)
		meta.Date = to
		redated := redate(r.host, n, to)
		changed := voice.T("Date changed to {day}", "day", notes.SayDay(to, r.host.Today()))
		_, err = r.host.Apply(notes.Change{Edits: redated.Edits, Rows: []notes.Row{meta}},
			room.AndSay(changed, redated.Say(r.host.Today())))
		return err
	}, day)
	d.About(n.ID, n.Date).Show(day.Field.Entry)
}

func (r *Room) notHeld(n notes.Note, by string) {
	who := r.host.Person(n.Person)
	next := brief.AfterMissed(n.NoteHead, who, r.host.Today())
	redated := redate(r.host, n, next)
	noted := voice.T("Noted, and the next one-on-one moved to {day}", "day", notes.SayDay(next, r.host.Today()))
	_, _ = r.host.Apply(brief.NotHeld(n.NoteHead, who, by, next, r.host.Now(), redated.Edits),
		room.AndSay(noted, redated.Say(r.host.Today())))
}

func (r *Room) trash(n notes.Note) {
	// The draft lets go of the note once it lies in the trash; where it can't go there one writes on.
	_, _ = r.host.Apply(notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindNote, ID: int64(n.ID)}}}, voice.T("Moved to trash"))
}
