package rereading

import (
	"fmt"
	"testing"

	"handback/notes"
)

const today = notes.Date("2026-11-23")

var people = []notes.Person{
	{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"},
	{ID: 3, Kind: notes.KindReport, Name: "Ben Okoro"},
	{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"},
}

// facts are those of a note of Ana's and one of mine of which the first grammar filed so.
func facts(ana, mine string, filed ...notes.Item) Facts {
	f := Facts{Bodies: map[notes.NoteID]string{7: ana, 8: mine}, People: people, Today: today}
	earlier := notes.Undecided{}
	f.Context = func(who notes.PersonID, date notes.Date) notes.Context {
		return notes.Context{
			Date: date, Person: who, Me: 1, Names: notes.NewNames(people), Earlier: earlier[notes.DayOf{Person: who, Date: date}],
		}
	}
	for _, n := range []struct {
		id     notes.NoteID
		person notes.PersonID
		was    []notes.Item
	}{{7, 2, filed}, {8, 1, nil}} {
		body := f.Bodies[n.id]
		earlier.Add(notes.DayOf{Person: n.person, Date: today}, notes.ReadOtherwise(body, f.Context(n.person, today), n.was))
		for _, r := range notes.Reread(body, f.Context(n.person, today)) {
			r.Note, r.NotePerson, r.NoteDate = n.id, n.person, today
			f.Lines = append(f.Lines, r)
		}
	}
	return f
}

func item(line int, text string) notes.Item {
	return notes.Item{Line: line, Label: notes.Todo, Actor: notes.Them, People: []notes.PersonID{2}, Text: text}
}

func TestShowSaysBothReadings(t *testing.T) {
	owed := item(2, "ask legal by 28.11.")
	owed.Actor = notes.Me
	done := item(3, "Ben to call")
	done.State, done.StateDate = notes.Done, "2026-11-20"
	f := facts("- [ ] Ben to check\ntodo me: ask legal by 28.11.\n- [x] Ben to call\n- ```\ntodo: x\n```\n", "risk: late",
		item(1, "Ben to check"), owed, done, item(5, "x"))
	for _, c := range []struct {
		line                int
		before, after, kept string
	}{
		{0, "todo · Ana Ruiz", "todo · Ben Okoro", "- [ ] todo Ana: Ben to check"},
		{1, "todo · you, about Ana Ruiz", "todo · you, about Ana Ruiz · due Sat 28 Nov", `todo me: ask legal \by 28.11.`},
		{2, "todo · Ana Ruiz · done 20 Nov", "todo · Ben Okoro · done 23 Nov", "- [x] todo Ana: Ben to call (done 2026-11-20)"},
		{3, "todo · Ana Ruiz", "not filed", ""},
	} {
		t.Run(fmt.Sprint(c.line), func(t *testing.T) {
			l := Show(f, 30).Groups[0].Lines[c.line]
			if l.Before != c.before || l.After != c.after || l.Kept != c.kept {
				t.Errorf("%q, %q, %q", l.Before, l.After, l.Kept)
			}
		})
	}
	p := Show(f, 30)
	if len(p.Groups) != 2 || p.Groups[0].Title != "Ana Ruiz" || p.Groups[1].Title != "Your own notes" || p.Count != 5 || p.More != 0 {
		t.Errorf("%+v", p)
	}
	if p = Show(f, 3); len(p.Groups) != 1 || len(p.Groups[0].Lines) != 3 || p.More != 2 {
		t.Errorf("%+v", p)
	}
}

func TestKeepAllSaysWhatItLeaves(t *testing.T) {
	f := facts("- [ ] Ben to check\n- ```\ntodo: x\n```\n", "risk: late", item(1, "Ben to check"), item(3, "x"))
	c, kept, left := KeepAll(f)
	if kept != 2 || left != 1 || len(c.Edits) != 2 {
		t.Errorf("%d kept, %d left: %+v", kept, left, c)
	}
	if c = TakeNew(f.Lines...); len(c.Rows) != 3 {
		t.Errorf("%+v", c)
	}
}

func TestWho(t *testing.T) {
	for want, it := range map[string]notes.Item{
		"you":                 {Actor: notes.Me, People: []notes.PersonID{1}},
		"you and Ana Ruiz":    {Actor: notes.We, People: []notes.PersonID{2}},
		"Ana Ruiz, Ben Okoro": {Actor: notes.Them, People: []notes.PersonID{2, 3}},
		"nobody named":        {Label: notes.Decided, People: []notes.PersonID{2}},
	} {
		t.Run(want, func(t *testing.T) {
			if got := (Facts{People: people}).who(&it); got != want {
				t.Errorf("%q", got)
			}
		})
	}
}
