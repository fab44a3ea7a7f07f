package brief

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"handback/notes"
)

var (
	planningNow = time.Date(2026, 11, 24, 10, 5, 0, 0, time.UTC) // a Tuesday
	ana         = notes.Person{ID: 7, Name: "Ana Ruiz", Kind: notes.KindReport, State: notes.StateHere, Rhythm: notes.Rhythm{
		Every: 2, Unit: notes.Weeks, Fixed: true, Weekday: time.Tuesday, At: "10:00", Zone: "UTC",
	}}
	redated = []notes.LineEdit{{Note: 3, Line: 1, Old: "todo: x by Fri", New: "todo: x by 2026-11-27"}}
)

func planned(day notes.Date, at string) notes.NoteHead {
	return notes.NoteHead{ID: 3, Person: 7, Kind: notes.PlannedNote, Date: day, At: at, Zone: "UTC", Rev: 5}
}

func TestStartOneOnOne(t *testing.T) {
	onTime, dayLate, early := planned("2026-11-24", "10:00"), planned("2026-11-23", "10:00"), planned("2026-11-27", "")
	second := notes.Change{Rows: []notes.Row{notes.NewNote{Person: 7, Kind: notes.HeldNote, Date: "2026-11-24", At: "10:05"}}}
	for _, c := range []struct {
		name string
		note *notes.NoteHead
		want notes.Change
		held notes.Date
	}{
		{"a second one of the day", &early, second, "2026-11-24"},
		{"the second of two that were planned for the day", &onTime, notes.Change{Rows: []notes.Row{
			notes.NoteMeta{ID: 3, Kind: notes.HeldNote, Date: "2026-11-24", At: "10:00", Zone: "UTC"},
		}}, "2026-11-24"},
		{"none is planned", nil, notes.Change{Rows: []notes.Row{notes.NewNote{Person: 7, Kind: notes.HeldNote, Date: "2026-11-24", At: "10:05"}}}, ""},
		{"on its day", &onTime, notes.Change{Rows: []notes.Row{notes.NoteMeta{ID: 3, Kind: notes.HeldNote, Date: "2026-11-24", At: "10:00", Zone: "UTC"}}}, ""},
		{"a day late", &dayLate, notes.Change{Edits: redated, Rows: []notes.Row{notes.NoteMeta{ID: 3, Kind: notes.HeldNote, Date: "2026-11-24", At: "10:05"}}}, ""},
		{"before its day", &early, notes.Change{Edits: redated, Rows: []notes.Row{notes.NoteMeta{ID: 3, Kind: notes.HeldNote, Date: "2026-11-24", At: "10:05"}}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := StartOneOnOne(c.note, ana, c.held, planningNow, redated); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
			}
		})
	}
}

func TestTypingStarts(t *testing.T) {
	held := planned("2026-11-24", "10:00")
	held.Kind = notes.HeldNote
	abroad := planned("2026-11-24", "10:00")
	abroad.Zone = "America/New_York" // 15:00 UTC
	for _, c := range []struct {
		name   string
		note   notes.NoteHead
		starts bool
	}{
		{"from the meeting's time on", planned("2026-11-24", "10:00"), true},
		{"to the minute", planned("2026-11-24", "10:05"), true},
		{"before its time", planned("2026-11-24", "10:06"), false},
		{"the day after", planned("2026-11-23", "16:00"), true},
		{"days before", planned("2026-11-27", "09:00"), false},
		{"without a time, on its day", planned("2026-11-24", ""), true},
		{"without a time, before its day", planned("2026-11-25", ""), false},
		{"without a time, after its day", planned("2026-11-23", ""), false},
		{"not yet in the person's zone", abroad, false},
		{"held already", held, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := TypingStarts(c.note, planningNow)
			if ok != c.starts {
				t.Errorf("%s: %v", c.name, ok)
			}
			want := notes.NoteMeta{ID: 3, Kind: notes.HeldNote, Date: c.note.Date, At: c.note.At, Zone: c.note.Zone}
			if ok && !reflect.DeepEqual(got, notes.Change{Rows: []notes.Row{want}}) {
				t.Errorf("%s: %+v", c.name, got)
			}
		})
	}
}

func TestAOneOnOneMovedTwiceIsTheSameNote(t *testing.T) {
	note := planned("2026-11-24", "10:00")
	for _, day := range []notes.Date{"2026-11-26", "2026-12-03"} {
		c, err := MoveOneOnOne(note, day, "11:30", planningNow, redated)
		want := notes.Change{
			Edits: redated,
			Rows:  []notes.Row{notes.NoteMeta{ID: 3, Kind: notes.PlannedNote, Date: day, At: "11:30", Zone: "UTC"}},
		}
		if err != nil || !reflect.DeepEqual(c, want) {
			t.Fatalf("moved to %s: %+v, %v", day, c, err)
		}
		note.Date = day
	}
	if next, _ := ana.NextOneOnOne(note.Date, note.Date); next != "2026-12-15" {
		t.Errorf("held on the moved day the next is on %s", next)
	}
	if c, err := MoveOneOnOne(note, note.Date, "", planningNow, redated); err != nil || c.Edits != nil {
		t.Errorf("a new time on the same day redates: %+v, %v", c, err)
	}
}

func TestImpossibleDaysAreRefused(t *testing.T) {
	for _, c := range []struct {
		day       notes.Date
		at, field string
	}{
		{"2026-02-30", "", "Date"},
		{"", "", "Date"},
		{"soon", "", "Date"},
		{"2026-11-23", "", "Date"},
		{"2026-11-25", "25:00", "Time"},
		{"2026-11-25", "soon", "Time"},
	} {
		t.Run(string(c.day), func(t *testing.T) {
			_, moved := MoveOneOnOne(planned("2026-11-24", ""), c.day, c.at, planningNow, nil)
			_, made := PlanOneOnOne(ana, c.day, c.at, planningNow)
			for _, err := range []error{moved, made} {
				var invalid notes.Invalid
				if !errors.As(err, &invalid) || invalid.Field != c.field || invalid.Why == "" {
					t.Errorf("%q %q: %v", c.day, c.at, err)
				}
			}
		})
	}
}

func TestATimeIsReadAsItIsTyped(t *testing.T) {
	for typed, want := range map[string]string{"": "", "9": "09:00", "09:30": "09:30", "2:05 PM": "14:05", "5pm": "17:00", "17.30": "17:30"} {
		t.Run(typed, func(t *testing.T) {
			moved, err := MoveOneOnOne(planned("2026-11-24", ""), "2026-11-25", typed, planningNow, nil)
			if err != nil || moved.Rows[0].(notes.NoteMeta).At != want {
				t.Errorf("moved: %+v, %v", moved.Rows, err)
			}
			made, err := PlanOneOnOne(ana, "2026-11-25", typed, planningNow)
			if err != nil || made.Rows[0].(notes.NewNote).At != want {
				t.Errorf("planned: %+v, %v", made.Rows, err)
			}
			closed, err := Closing{Note: notes.NoteHead{UID: "u"}}.Change(Answers{Next: "2026-11-25", At: typed}, ana, notes.Context{}, "2026-11-24")
			if err != nil || plannedAt(closed.Rows) != want {
				t.Errorf("closed: %+v, %v", closed.Rows, err)
			}
		})
	}
}

func plannedAt(rows []notes.Row) string {
	for _, row := range rows {
		if n, ok := row.(notes.NewNote); ok {
			return n.At
		}
	}
	return "none"
}

func TestPickADate(t *testing.T) {
	got, err := PlanOneOnOne(ana, "2026-11-25", "09:30", planningNow)
	want := notes.Change{Rows: []notes.Row{notes.NewNote{Person: 7, Kind: notes.PlannedNote, Date: "2026-11-25", At: "09:30", Zone: "UTC"}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestNotHeld(t *testing.T) {
	irregular, away := ana, ana
	irregular.Rhythm = notes.Rhythm{}
	away.State, away.Until = notes.StateAway, "2026-12-20"
	for _, c := range []struct {
		name   string
		person notes.Person
		day    notes.Date
		next   notes.Date
		want   notes.Date
	}{
		{"today", ana, "2026-11-24", "", "2026-12-08"},
		{"yesterday", ana, "2026-11-23", "", "2026-12-08"},
		{"called off in advance", ana, "2026-11-26", "", "2026-12-08"},
		{"long ago", ana, "2026-09-01", "", "2026-12-08"},
		{"to a day that was picked", ana, "2026-11-24", "2026-11-27", "2026-11-27"},
		{"without a rhythm", irregular, "2026-11-24", "", "2026-12-01"},
		{"without a rhythm, long ago", irregular, "2026-09-01", "", "2026-11-25"},
		{"away until", away, "2026-11-24", "", "2026-12-22"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := NotHeld(planned(c.day, "10:00"), c.person, "them", c.next, planningNow, redated)
			want := notes.Change{Edits: redated, Rows: []notes.Row{
				notes.NewNote{Person: 7, Kind: notes.MissedNote, Date: c.day, At: "10:00", Zone: "UTC", CalledOff: "them"},
				notes.NoteMeta{ID: 3, Kind: notes.PlannedNote, Date: c.want, At: "10:00", Zone: "UTC"},
			}}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %+v, want %+v", c.name, got, want)
			}
		})
	}
}

func TestPlanNext(t *testing.T) {
	about, left := ana, ana
	about.Rhythm.Fixed = false
	left.State = notes.StateLeft
	if got, ok := PlanNext(nil, ana, "2026-11-24", planningNow); !ok || !reflect.DeepEqual(got, notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: 7, Kind: notes.PlannedNote, Date: "2026-12-08", At: "10:00", Zone: "UTC"},
	}}) {
		t.Errorf("by the rhythm: %+v", got)
	}
	there := planned("2026-12-01", "")
	for name, c := range map[string]struct {
		planned *notes.NoteHead
		p       notes.Person
	}{"planned already": {&there, ana}, "about": {nil, about}, "left": {nil, left}} {
		t.Run(name, func(t *testing.T) {
			if got, ok := PlanNext(c.planned, c.p, "2026-11-24", planningNow); ok {
				t.Errorf("%s: %+v", name, got)
			}
		})
	}
}

func TestJournalNoteFor(t *testing.T) {
	heads := []notes.NoteHead{
		{ID: 1, Person: 7, Kind: notes.JournalNote, Date: "2026-11-23"},
		{ID: 2, Person: 7, Kind: notes.HeldNote, Date: "2026-11-24"},
		{ID: 4, Person: 8, Kind: notes.JournalNote, Date: "2026-11-24"},
	}
	id, c := JournalNoteFor(7, heads, planningNow)
	made := notes.NewNote{Person: 7, Kind: notes.JournalNote, Date: "2026-11-24", At: "10:05"}
	if want := (notes.Change{Rows: []notes.Row{made}}); id != 0 || !reflect.DeepEqual(c, want) {
		t.Errorf("none yet: %d %+v", id, c)
	}
	heads = append(heads, notes.NoteHead{ID: 5, Person: 7, Kind: notes.JournalNote, Date: "2026-11-24"})
	if id, c := JournalNoteFor(7, heads, planningNow); id != 5 || !reflect.DeepEqual(c, notes.Change{}) {
		t.Errorf("there is one: %d %+v", id, c)
	}
}
