package brief

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

// paged is a brief with two topics, and a promise of each, all in a note from 20 November that is planned for 4 December.
func paged() (TypeBack, DayOf) {
	names := notes.NewNames([]notes.Person{
		{ID: 1, Name: "Me", Kind: notes.KindMe}, {ID: 2, Name: "Ana Ruiz", Kind: notes.KindReport}, {ID: 3, Name: "Ben Ode", Kind: notes.KindReport},
	})
	on := func(who notes.PersonID, day notes.Date) notes.Context {
		return notes.Context{Person: who, Me: 1, Date: day, Names: names}
	}
	body := "topic: budget for the offsite\nask: how was the demo?\ntodo me: answer on the budget\ntodo: draft the plan by tomorrow"
	planned := &notes.Note{NoteHead: notes.NoteHead{ID: 7, Person: 2, Kind: notes.PlannedNote, Date: "2026-12-02"}, Body: body}
	lines := linesOf(filedFromNote(*planned, on(2, planned.Date)), func(notes.Filed) (string, notes.Date) { return "", "" })
	t := TypeBack{
		Person: notes.Person{ID: 2, Name: "Ana Ruiz"}, Question: "What would you try?",
		Agenda: lines[:2], IOwe: lines[2:3], TheyOwn: lines[3:],
	}
	return t, DayOf{Day: "2026-12-02", Today: "2026-12-04", Planned: planned, On: on}
}

func filedFromNote(n notes.Note, in notes.Context) []notes.Filed {
	var all []notes.Filed
	for _, i := range notes.Parse(n.Body, in) {
		all = append(all, notes.Filed{Item: i, Person: n.Person, Note: n.ID, NotePerson: n.Person, NoteDate: n.Date})
	}
	return all
}

// after is the text of a note after a change, and what it is then; for a note that is made the same of that.
func after(t interface{ Fatal(...any) }, c notes.Change, n *notes.Note) (body string, meta any) {
	if n != nil {
		body = n.Body
	}
	for part := &c; part != nil; part = part.Next {
		for _, e := range part.Edits {
			var err error
			if body, _, err = notes.ApplyEdit(body, e); err != nil {
				t.Fatal(err, e)
			}
		}
		for _, row := range part.Rows {
			switch row := row.(type) {
			case notes.NewNote:
				return row.Body, row
			case notes.NoteMeta:
				meta = row
			}
		}
	}
	return body, meta
}

func TestAPageGoesWhereItBelongs(t *testing.T) {
	for name, c := range map[string]struct {
		typed TypedBack
		held  bool // the day has its one-on-one already
		day   notes.Date
		body  string
	}{
		"a topic that was talked about": {
			TypedBack{Discussed: map[int]bool{0: true}},
			false, "2026-12-02",
			"topic: budget for the offsite (answered 2026-12-02)\nask: how was the demo?\ntodo me: answer on the budget\ntodo: draft the plan by tomorrow",
		},
		"one with an answer": {
			TypedBack{Discussed: map[int]bool{0: true, 1: true}, Answers: map[int]string{0: "600, Ana books it", 1: "fine"}},
			false, "2026-12-02",
			"topic: budget for the offsite (answered 2026-12-02)\nask: how was the demo? (answered 2026-12-02)\ntodo me: answer on the budget\n" +
				"todo: draft the plan by tomorrow\n\nBudget for the offsite: 600, Ana books it\nHow was the demo? fine\n",
		},
		"one with an answer and no tick stays": {
			TypedBack{Discussed: map[int]bool{0: false, 1: true}, Answers: map[int]string{0: "next time"}},
			false, "2026-12-02",
			"topic: budget for the offsite\nask: how was the demo? (answered 2026-12-02)\ntodo me: answer on the budget\n" +
				"todo: draft the plan by tomorrow\n\nBudget for the offsite: next time\n",
		},
		"promises both ways": {
			TypedBack{IDid: map[int]bool{0: true}, TheyDid: map[int]bool{0: true}},
			false, "2026-12-02",
			"topic: budget for the offsite\nask: how was the demo?\ntodo me: answer on the budget (done 2026-12-02)\ntodo: draft the plan by tomorrow (done 2026-12-02)",
		},
		"on a later day, dates are written out": {
			TypedBack{TheyDid: map[int]bool{0: true}, Notes: "todo: book it by Friday"},
			false, "2026-12-03",
			"topic: budget for the offsite\nask: how was the demo?\ntodo me: answer on the budget\n" +
				"todo: draft the plan by 2026-12-03 (done 2026-12-03)\n\ntodo: book it by Friday\n",
		},
		"the question, and notes": {
			TypedBack{Answer: "the alerts", Notes: "\n  decided: one queue\n\nall well\n\n"},
			false, "2026-12-02",
			"topic: budget for the offsite\nask: how was the demo?\ntodo me: answer on the budget\ntodo: draft the plan by tomorrow\n\n" +
				"What would you try? the alerts\n\ndecided: one queue\n\nall well\n",
		},
		"an answer that is labelled": {TypedBack{Answers: map[int]string{0: "todo Ana: book it"}}, true, "2026-12-02", "held\n\ntodo Ana: book it\n"},
		"an answer that is private":  {TypedBack{Answer: "private: she wants to leave"}, true, "2026-12-02", "held\n\nprivate: she wants to leave\n"},
	} {
		t.Run(name, func(t *testing.T) {
			page, day := paged()
			day.Day = c.day
			n := day.Planned
			if c.held {
				day.Held = &notes.Note{NoteHead: notes.NoteHead{ID: 9, Person: 2, Kind: notes.HeldNote, Date: c.day}, Body: "held\n"}
				n = day.Held
			}
			change, err := page.Change(c.typed, day)
			if err != nil {
				t.Fatal(err)
			}
			if c.held { // what is ticked stands in the other note
				change.Edits = nil
			}
			body, meta := after(t, change, n)
			if strings.TrimRight(body, "\n") != strings.TrimRight(c.body, "\n") {
				t.Errorf("it holds\n%s\nnot\n%s", body, c.body)
			}
			if m, is := meta.(notes.NoteMeta); !c.held && (!is || m.Kind != notes.HeldNote || m.Date != c.day || m.ID != 7) {
				t.Errorf("it is %+v", meta)
			}
		})
	}
}

func TestAPageWithoutAOneOnOneMakesItsNote(t *testing.T) {
	page, day := paged()
	for name, c := range map[string]struct {
		planned *notes.Note
		day     notes.Date
	}{"none is planned": {nil, "2026-12-02"}, "it is planned for later": {day.Planned, "2026-12-01"}} {
		t.Run(name, func(t *testing.T) {
			d := day
			d.Planned, d.Day = c.planned, c.day
			change, err := page.Change(TypedBack{Notes: "all well"}, d)
			if err != nil {
				t.Fatal(err)
			}
			_, made := after(t, change, nil)
			if n, is := made.(notes.NewNote); !is || n.Kind != notes.HeldNote || n.Date != c.day || n.Body != "all well" || n.Person != 2 {
				t.Errorf("made %+v", made)
			}
		})
	}
}

func TestAPageThatCannotBeTypedUpIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		day   notes.Date
		typed TypedBack
		field string
	}{
		"no day":        {"", TypedBack{Notes: "x"}, FieldDay},
		"a day to come": {"2026-12-05", TypedBack{Notes: "x"}, FieldDay},
		"nothing typed": {"2026-12-02", TypedBack{Answers: map[int]string{0: "  "}, Discussed: map[int]bool{0: false}, Notes: " \n\t"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			page, d := paged()
			d.Day = c.day
			change, err := page.Change(c.typed, d)
			var invalid notes.Invalid
			if !errors.As(err, &invalid) || invalid.Field != c.field || !change.IsZero() {
				t.Errorf("%+v, %v", change, err)
			}
		})
	}
}

func TestATitleThatWouldBeALabelIsQuoted(t *testing.T) {
	in := notes.Context{Person: 2, Me: 1, Date: "2026-12-02"}
	for about, want := range map[string]string{
		"Budget": "Budget: fine", "How was it?": "How was it? fine", "Todo list": "Todo list: fine",
		"todo": "About “todo”: fine", "Private": "About “Private”: fine",
		"Decision": "About “Decision”: fine",
	} {
		t.Run(about, func(t *testing.T) {
			got := answerLine(about, "fine", in)
			if got != want || len(notes.Parse(got, in)) > 0 || notes.IsPrivate(got) {
				t.Errorf("it is %q, which files %+v", got, notes.Parse(got, in))
			}
		})
	}
}

// TestNothingThatIsTypedIsLost types anything into the form: every word of it is in the note of the day, and each line
// that was ticked is closed.
func TestNothingThatIsTypedIsLost(t *testing.T) {
	text := rapid.OneOf(rapid.StringMatching(`(todo|decided|private|ask Ben|praise)?:? ?[a-zé#-]{1,9}( [a-z(:)]{1,9}){0,4}`), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		page, d := paged()
		d.Day = rapid.SampledFrom([]notes.Date{"2026-12-01", "2026-12-02", "2026-12-04"}).Draw(t, "day")
		typed := TypedBack{
			Answer: text.Draw(t, "answer"), Answers: map[int]string{0: text.Draw(t, "first"), 1: text.Draw(t, "second")},
			Discussed: map[int]bool{0: rapid.Bool().Draw(t, "discussed")}, IDid: map[int]bool{0: rapid.Bool().Draw(t, "I did")},
			TheyDid: map[int]bool{0: rapid.Bool().Draw(t, "they did")},
			Notes:   strings.Join(rapid.SliceOfN(text, 0, 4).Draw(t, "notes"), "\n"),
		}
		change, err := page.Change(typed, d)
		if err != nil {
			all := notes.Normalise(typed.Answer + typed.Answers[0] + typed.Answers[1] + typed.Notes)
			if errors.As(err, &notes.Invalid{}) && strings.TrimSpace(all) == "" {
				return
			}
			t.Fatal(err)
		}
		planned, _ := after(t, ofNote(change, 7), d.Planned)
		written := planned
		if d.Day < d.Planned.Date {
			written, _ = after(t, change, d.Planned)
		}
		for _, field := range []string{typed.Answer, typed.Answers[0], typed.Answers[1], typed.Notes} {
			for _, word := range strings.Fields(notes.Normalise(field)) {
				if !strings.Contains(written, word) {
					t.Fatalf("%q is not in\n%s", word, written)
				}
			}
		}
		closed := 0
		for _, i := range notes.Parse(planned, d.On(2, d.Day)) {
			if i.Closed() && i.StateDate == d.Day {
				closed++
			}
		}
		want := 0
		for _, ticked := range []bool{typed.Discussed[0], typed.IDid[0], typed.TheyDid[0]} {
			if ticked {
				want++
			}
		}
		if closed < want {
			t.Fatalf("%d lines are closed, not %d, in\n%s", closed, want, planned)
		}
	})
}

// ofNote is the part of a change that edits one note.
func ofNote(c notes.Change, id notes.NoteID) notes.Change {
	var only notes.Change
	for part := &c; part != nil; part = part.Next {
		for _, e := range part.Edits {
			if e.Note == id {
				only.Edits = append(only.Edits, e)
			}
		}
	}
	return only
}
