package decisions

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

var mirrorToday = notes.Date("2025-12-02")

func call(daysAgo int, a notes.Actor, tags ...string) notes.Filed {
	d := mirrorToday.AddDays(-daysAgo)
	return notes.Filed{
		Item:       notes.Item{Label: notes.Decided, Actor: a, Text: "x", Tags: tags, People: []notes.PersonID{2}},
		Person:     2,
		Note:       noteOf(daysAgo),
		NoteDate:   d,
		NoteKind:   notes.HeldNote,
		NotePerson: 2,
	}
}

var platform = notes.Area{
	Person: 2,
	Tag:    "platform",
	Levels: []notes.DatedLevel{{From: "2025-09-01", Level: notes.Consult}, {From: "2025-11-01", Level: notes.Advise}},
}

// noteOf is the note of the one-on-one of a day.
func noteOf(daysAgo int) notes.NoteID { return notes.NoteID(1000 + daysAgo) }

func oneOnOnes(daysAgo ...int) []notes.NoteHead {
	var out []notes.NoteHead
	for _, n := range daysAgo {
		out = append(out, notes.NoteHead{ID: noteOf(n), Person: 2, Kind: notes.HeldNote, Date: mirrorToday.AddDays(-n)})
	}
	return out
}

func TestADecisionIsHeldAgainstTheLevelOfItsOwnDay(t *testing.T) {
	m := ShowMirror([]notes.Filed{
		call(5, notes.Me, "platform"),       // Advise is in force: nearer me than agreed
		call(40, notes.Me, "platform"),      // Consult was: at the level
		call(41, notes.Them, "platform"),    // beyond it
		call(42, notes.We, "x", "platform"), // the first tag that is an area
		call(43, notes.Them, "other"),       // no area
		call(44, notes.Unsaid, "platform"),
		call(200, notes.Me, "platform"), // long ago
	}, []notes.Area{platform}, oneOnOnes(5, 40, 41, 70), nil, mirrorToday)
	if m.AtOrOver != 3 || m.Agreed != 4 || m.NoArea != 1 || m.Unsaid != 1 {
		t.Errorf("%d of %d, %d without an area, %d not said", m.AtOrOver, m.Agreed, m.NoArea, m.Unsaid)
	}
	if m.Mine != 2 || m.Shared != 1 || m.Theirs != 2 {
		t.Errorf("mine %d, shared %d, theirs %d", m.Mine, m.Shared, m.Theirs)
	}
	if m.Ledger[0].Says != "you decided more than you'd agreed to" || m.Ledger[1].Says != "" || m.Ledger[5].Says != "who decided isn't noted" {
		t.Errorf("the ledger says %q, %q, %q", m.Ledger[0].Says, m.Ledger[1].Says, m.Ledger[5].Says)
	}
	if m.Coverage() != "Decisions noted in 3 of 4 one-on-ones." {
		t.Error(m.Coverage())
	}
}

func TestOnlyHeldAndJournalNotesCountAndWhatWasImportedIsListed(t *testing.T) {
	planned, missed, old := call(1, notes.Me), call(1, notes.Me), call(1, notes.Me)
	planned.NoteKind, missed.NoteKind, old.State = notes.PlannedNote, notes.MissedNote, notes.History
	m := ShowMirror([]notes.Filed{planned, missed, old}, nil, oneOnOnes(1), nil, mirrorToday)
	if len(m.Ledger) != 1 || m.Ledger[0].Says != "imported, not counted" || m.Mine != 0 {
		t.Errorf("%+v", m)
	}
}

func TestTooFewToSay(t *testing.T) {
	calls := func(n int) (out []notes.Filed) {
		for i := range n {
			out = append(out, call(i+1, notes.Them, "platform"))
		}
		return out
	}
	for _, c := range []struct {
		n, held int
		few     bool
	}{{5, 3, true}, {6, 3, false}, {6, 2, true}, {0, 0, true}} {
		t.Run(fmt.Sprint(c.n), func(t *testing.T) {
			m := ShowMirror(calls(c.n), []notes.Area{platform}, oneOnOnes([]int{1, 8, 15}[:c.held]...), nil, mirrorToday)
			if m.TooFew != c.few {
				t.Errorf("%d decisions in %d one-on-ones: too few is %v", c.n, c.held, m.TooFew)
			}
		})
	}
}

func TestAStepInIsDrawnApartAndNotCounted(t *testing.T) {
	in := notes.SteppingIn{
		People:     []notes.PersonID{2},
		Tag:        "platform",
		Help:       notes.HelpDecide,
		Began:      mirrorToday.AddDays(-10),
		HandedBack: mirrorToday.AddDays(-3),
	}
	m := ShowMirror(
		[]notes.Filed{call(2, notes.Me, "platform"), call(5, notes.Me, "platform"), call(5, notes.Me, "hiring")},
		[]notes.Area{platform},
		oneOnOnes(5, 2),
		[]notes.SteppingIn{in},
		mirrorToday,
	)
	if m.Mine != 2 || !m.Ledger[1].Apart || m.Ledger[0].Apart || m.Ledger[2].Apart {
		t.Errorf("%+v", m)
	}
	if len(m.Columns) != 2 || len(m.Columns[0].Apart) != 1 || len(m.Columns[0].Calls) != 1 {
		t.Errorf("columns %+v", m.Columns)
	}
	advising := in
	advising.Help = notes.HelpAdvise
	if m := ShowMirror([]notes.Filed{call(5, notes.Me, "platform")}, nil, nil, []notes.SteppingIn{advising}, mirrorToday); m.Mine != 1 {
		t.Error("advising takes nothing over")
	}
}

func TestReversedIsListedAndNotCounted(t *testing.T) {
	r := call(3, notes.Them, "platform")
	r.State = notes.Reversed
	m := ShowMirror([]notes.Filed{r}, []notes.Area{platform}, nil, nil, mirrorToday)
	if m.Theirs != 0 || m.Ledger[0].Says != "reversed" {
		t.Errorf("%+v", m)
	}
}

func TestATrendNeedsEightAndRangesApart(t *testing.T) {
	area := notes.Area{Person: 2, Tag: "platform", Levels: []notes.DatedLevel{{From: "2025-01-01", Level: notes.Delegate}}}
	window := func(from, n int, a notes.Actor) (out []notes.Filed) {
		for i := range n {
			out = append(out, call(from+i, a, "platform"))
		}
		return out
	}
	for name, c := range map[string]struct {
		now, before []notes.Filed
		want        Trend
	}{
		"theirs after mine":    {window(1, 8, notes.Them), window(100, 8, notes.Me), MoreTheir},
		"mine after theirs":    {window(1, 8, notes.Me), window(100, 8, notes.Them), MoreMine},
		"seven are too few":    {window(1, 7, notes.Them), window(100, 8, notes.Me), NoTrend},
		"the same in both":     {window(1, 8, notes.Them), window(100, 8, notes.Them), NoTrend},
		"too long ago":         {window(1, 8, notes.Them), window(181, 8, notes.Me), NoTrend},
		"seven before too few": {window(1, 8, notes.Them), window(100, 7, notes.Me), NoTrend},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ShowMirror(append(c.now, c.before...), []notes.Area{area}, nil, nil, mirrorToday).Trend; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{{0, 0, 0, 1}, {5, 7, 0.3589, 0.9178}, {0, 10, 0, 0.2775}, {10, 10, 0.7225, 1}} {
		t.Run(fmt.Sprint(c.k), func(t *testing.T) {
			got := wilson(c.k, c.n, rangeZ)
			if math.Abs(got.Low-c.low) > 5e-4 || math.Abs(got.High-c.high) > 5e-4 {
				t.Errorf("%d of %d: %.4f to %.4f", c.k, c.n, got.Low, got.High)
			}
		})
	}
}

func TestTheMirrorNeverCountsMoreThanItLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var calls []notes.Filed
		for range rapid.IntRange(0, 40).Draw(t, "calls") {
			f := call(
				rapid.IntRange(0, 250).Draw(t, "days"),
				rapid.SampledFrom([]notes.Actor{notes.Unsaid, notes.Me, notes.We, notes.Them}).Draw(t, "actor"),
				rapid.SampledFrom([]string{"platform", "other"}).Draw(t, "tag"),
			)
			calls = append(calls, f)
		}
		m := ShowMirror(calls, []notes.Area{platform}, oneOnOnes(1, 20, 60), nil, mirrorToday)
		if n := m.Mine + m.Shared + m.Theirs; m.AtOrOver > m.Agreed || m.Agreed+m.NoArea+m.NoLevel != n || n > len(m.Ledger) ||
			m.Logged > m.OneOnOnes {
			t.Fatal(fmt.Sprintf("%+v", m))
		}
	})
}
