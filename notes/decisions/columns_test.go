package decisions

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

// noted is a call of a journal note, outside one-on-ones.
func noted(daysAgo int, a notes.Actor, tags ...string) notes.Filed {
	f := call(daysAgo, a, tags...)
	f.Note, f.NoteKind = notes.NoteID(5000+daysAgo), notes.JournalNote
	return f
}

func sayColumns(m Mirror) []string {
	said := make([]string, len(m.Columns))
	for i, c := range m.Columns {
		said[i] = c.SayWhen(mirrorToday) + ": " + c.Say("Ana")
	}
	return said
}

func TestWhatIsNotedOutsideOneOnOnesStandsBetweenThem(t *testing.T) {
	theirs := call(12, notes.Them) // in the one-on-one with somebody else
	theirs.Note, theirs.NotePerson = 77, 3
	m := ShowMirror([]notes.Filed{
		noted(0, notes.We), noted(5, notes.Me), call(5, notes.Them), noted(8, notes.Me), theirs, call(20, notes.Me), noted(30, notes.Me),
		noted(90, notes.Me), noted(-1, notes.Me),
	}, nil, oneOnOnes(20, 5, 13), nil, mirrorToday)
	want := []string{
		"2 Nov, outside one-on-ones: 1 mine", "12 Nov: 1 mine", "19 Nov: none", "20 Nov to 24 Nov, outside one-on-ones: 1 mine, 1 Ana's",
		"27 Nov: 1 Ana's", "27 Nov to 2 Dec, outside one-on-ones: 1 mine, 1 shared",
	}
	if got := sayColumns(m); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if m.Elsewhere != 5 || m.Coverage() != "Decisions noted in 2 of 3 one-on-ones." {
		t.Errorf("%d elsewhere; %s", m.Elsewhere, m.Coverage())
	}
	if got := m.SayElsewhere(); got != "5 decisions were noted outside one-on-ones. Their columns have no date." {
		t.Error(got)
	}
}

func TestSeveralOneOnOnesOfADayAreSeveral(t *testing.T) {
	held := oneOnOnes(5, 5, 5, 9)
	held[1].ID, held[2].ID = 21, 22
	second := call(5, notes.Me)
	second.Note = 21
	m := ShowMirror([]notes.Filed{second, call(5, notes.Them), call(5, notes.We)}, nil, held, nil, mirrorToday)
	want := []string{"23 Nov: none", "27 Nov: 1 shared, 1 Ana's", "27 Nov: 1 mine", "27 Nov: none"}
	if got := sayColumns(m); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if m.Coverage() != "Decisions noted in 2 of 4 one-on-ones." {
		t.Error(m.Coverage())
	}
}

func TestWhatIsOlderThanThePictureIsGatheredInItsFirstColumn(t *testing.T) {
	var held []notes.NoteHead
	var calls []notes.Filed
	for n := range 20 {
		held = append(held, oneOnOnes(n+1)...)
		calls = append(calls, call(n+1, notes.Them))
	}
	m := ShowMirror(calls, nil, held, nil, mirrorToday)
	if len(m.Columns) != mostColumns || m.OneOnOnes != 20 || m.Logged != 20 {
		t.Fatalf("%d columns, %s", len(m.Columns), m.Coverage())
	}
	if got := m.Columns[0]; got.Kind != EarlierColumn || got.Name() != "earlier" || got.Say("Ana") != "8 Ana's" ||
		got.SayWhen(mirrorToday) != "12 Nov to 19 Nov" {
		t.Errorf("%s: %s, %s", got.Name(), got.SayWhen(mirrorToday), got.Say("Ana"))
	}
}

func TestAsManyDotsAreDrawnAsDecisionsAreCounted(t *testing.T) {
	in := []notes.SteppingIn{{People: []notes.PersonID{2}, Tag: "platform", Help: notes.HelpDecide, Began: mirrorToday.AddDays(-30)}}
	rapid.Check(t, func(t *rapid.T) {
		var calls []notes.Filed
		for range rapid.IntRange(0, 60).Draw(t, "calls") {
			day := rapid.IntRange(-3, 120).Draw(t, "day")
			f := call(
				day,
				rapid.SampledFrom([]notes.Actor{notes.Unsaid, notes.Me, notes.We, notes.Them}).Draw(t, "actor"),
				rapid.SampledFrom([]string{"platform", "other"}).Draw(t, "tag"),
			)
			if rapid.Bool().Draw(t, "journal") {
				f = noted(day, f.Actor, f.Tags...)
			}
			f.State = rapid.SampledFrom([]notes.State{notes.Open, notes.Open, notes.Reversed, notes.History}).Draw(t, "state")
			calls = append(calls, f)
		}
		slices.SortStableFunc(calls, func(a, b notes.Filed) int { return b.NoteDate.DaysSince(a.NoteDate) })
		meetings := rapid.SampledFrom([]int{0, 5, 40}).Draw(t, "meetings")
		held := oneOnOnes(rapid.SliceOfNDistinct(rapid.IntRange(-3, 120), meetings, meetings, rapid.ID[int]).Draw(t, "held")...)
		m := ShowMirror(calls, []notes.Area{platform}, held, in, mirrorToday)
		drawn, apart := map[notes.Call]int{}, 0
		for _, c := range m.Columns {
			for _, whose := range c.Calls {
				drawn[whose]++
			}
			apart += len(c.Apart)
		}
		if drawn[notes.Mine] != m.Mine || drawn[notes.Shared] != m.Shared || drawn[notes.Theirs] != m.Theirs || apart != m.InStepIn {
			t.Fatalf("drawn %v and %d apart; counted %d, %d, %d and %d", drawn, apart, m.Mine, m.Shared, m.Theirs, m.InStepIn)
		}
		if m.Elsewhere > m.counted() || m.Logged > m.OneOnOnes || len(m.Columns) > mostColumns {
			t.Fatalf("%+v", m)
		}
	})
}

func TestALevelChangedOnTheDayOfACallDoesNotFlagIt(t *testing.T) {
	levels := func(l ...notes.DatedLevel) notes.Area { return notes.Area{Person: 2, Tag: "platform", Levels: l} }
	const changed = notes.Date("2025-11-20")
	before := mirrorToday.DaysSince(changed)
	up := levels(notes.DatedLevel{From: "2025-09-01", Level: notes.Consult}, notes.DatedLevel{From: changed, Level: notes.Advise})
	down := levels(notes.DatedLevel{From: "2025-09-01", Level: notes.Advise}, notes.DatedLevel{From: changed, Level: notes.Agree})
	first := levels(notes.DatedLevel{From: changed, Level: notes.Advise})
	for name, c := range map[string]struct {
		area    notes.Area
		who     notes.Actor
		daysAgo int
		agreed  notes.Level
		nearer  bool
	}{
		"at the level of before, the day before":  {up, notes.Me, before + 1, notes.Consult, false},
		"at the level of before, on the day":      {up, notes.Me, before, notes.Consult, false},
		"at the level of before, the day after":   {up, notes.Me, before - 1, notes.Advise, true},
		"beyond both, on the day":                 {up, notes.Them, before, notes.Consult, false},
		"lowered: nearer, the day before":         {down, notes.We, before + 1, notes.Advise, true},
		"lowered: at the new one, on the day":     {down, notes.We, before, notes.Agree, false},
		"lowered: nearer than both, on the day":   {down, notes.Me, before, notes.Agree, true},
		"lowered: nearer than the new, day after": {down, notes.Me, before - 1, notes.Agree, true},
		"the first level, the day before":         {first, notes.Me, before + 1, notes.NoLevel, false},
		"the first level, on the day":             {first, notes.Me, before, notes.NoLevel, false},
		"the first level, the day after":          {first, notes.Me, before - 1, notes.Advise, true},
	} {
		t.Run(name, func(t *testing.T) {
			m := ShowMirror([]notes.Filed{call(c.daysAgo, c.who, "platform")}, []notes.Area{c.area}, nil, nil, mirrorToday)
			l := m.Ledger[0]
			if l.Agreed != c.agreed || l.NearerMe() != c.nearer || (l.Says == "you decided more than you'd agreed to") != c.nearer {
				t.Errorf("held against %v, says %q", l.Agreed, l.Says)
			}
			if agreed := c.agreed != notes.NoLevel; (m.Agreed == 1) != agreed || (m.NoLevel == 1) == agreed ||
				(m.AtOrOver == 1) != (agreed && !c.nearer) {
				t.Errorf("%d of %d, %d without a level", m.AtOrOver, m.Agreed, m.NoLevel)
			}
		})
	}
}
