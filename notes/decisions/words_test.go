package decisions

import (
	"fmt"
	"slices"
	"testing"

	"handback/notes"
)

func TestTheMirrorInWords(t *testing.T) {
	few := Mirror{Mine: 1, Theirs: 1, Agreed: 2, AtOrOver: 1, OneOnOnes: 2, TooFew: true}
	enough := Mirror{Mine: 3, Shared: 2, Theirs: 4, Agreed: 7, AtOrOver: 5, OneOnOnes: 6, Wilson: Range{0.3589, 0.9178}}
	for name, c := range map[string]struct{ got, want string }{
		"nothing logged":    {Mirror{TooFew: true}.Headline(), "No decisions noted in the last 90 days."},
		"too few":           {few.Headline(), "Too few to say."},
		"why too few":       {few.Detail(), "You'll see the share after 6 decisions with an agreed level and 3 one-on-ones. So far: 2 and 2."},
		"no share of few":   {few.Share(), ""},
		"k of n":            {enough.Headline(), "Decisions left to them as agreed, or beyond that: 5 of 7"},
		"its range":         {enough.Detail(), "Based on 7 decisions, the real share is probably between 36% and 92% (95% confidence)."},
		"no trend":          {enough.SayTrend(), ""},
		"more theirs":       {Mirror{Trend: MoreTheir}.SayTrend(), "You left decisions to them as agreed, or beyond that, more often than in the previous 90 days."},
		"more mine":         {Mirror{Trend: MoreMine}.SayTrend(), "You decided more than you'd agreed to, and more often than in the previous 90 days."},
		"a column":          {MirrorColumn{Calls: []notes.Call{notes.Theirs, notes.Mine, notes.Theirs}, Apart: []notes.Call{notes.Mine}}.Say("Ana"), "1 mine, 2 Ana's, 1 mine during a step-in"},
		"an empty column":   {MirrorColumn{}.Say("Ana"), "none"},
		"who: me":           {SayActor(notes.Me, "Ana"), "me"},
		"who: them":         {SayActor(notes.Them, "Ana"), "Ana"},
		"who: not said":     {SayActor(notes.Unsaid, "Ana"), ""},
		"who: both":         {SayActor(notes.We, "Ana"), "together"},
		"whose call: mine":  {SayCallSet("hiring", notes.Mine, "Ana"), "#hiring is your call from today"},
		"whose call: hers":  {SayCallSet("hiring", notes.Theirs, "Ana"), "#hiring is Ana's call from today"},
		"whose call: both":  {SayCallSet("hiring", notes.Shared, "Ana"), "#hiring is a shared call from today"},
		"noted: I":          {SayDecided(notes.Me, "Ana"), "Noted: you decided"},
		"noted: she":        {SayDecided(notes.Them, "Ana"), "Noted: Ana decided"},
		"noted no more":     {SayDecided(notes.Unsaid, "Ana"), "Removed: who decided"},
		"active":            {SayCountsRest(notes.Person{Name: "Ana", State: notes.StateHere}, mirrorToday), ""},
		"away":              {SayCountsRest(notes.Person{Name: "Ana", State: notes.StateAway}, mirrorToday), "Ana is away. Nothing is counted for now."},
		"back again by now": {SayCountsRest(notes.Person{Name: "Ana", State: notes.StateAway, Until: mirrorToday}, mirrorToday), ""},
		"left":              {SayCountsRest(notes.Person{Name: "Ana", State: notes.StateLeft, LeftOn: "2025-11-30"}, mirrorToday), "Ana left on 30 Nov, so nothing is counted. Past decisions stay in the log."},
	} {
		t.Run(name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%s: %q, want %q", name, c.got, c.want)
			}
		})
	}
}

func TestWhatIsOutsideKOfNIsSaidWithItsReason(t *testing.T) {
	for _, c := range []struct {
		m    Mirror
		want []string
	}{
		{Mirror{Agreed: 7}, nil},
		{Mirror{Agreed: 7, NoArea: 2}, []string{"2 decisions have no area, so they aren't among the 7."}},
		{Mirror{Agreed: 7, NoLevel: 1}, []string{"1 decision had no agreed level at the time, so it isn't among the 7."}},
		{Mirror{TooFew: true, NoArea: 1}, []string{"1 decision has no area."}},
		{Mirror{Agreed: 7, Unsaid: 13, InStepIn: 1, Reversed: 2}, []string{
			"13 decisions don't say who decided.", "1 decision was made during a step-in and isn't counted.",
			"2 decisions were reversed and aren't counted.",
		}},
	} {
		t.Run(fmt.Sprintf("%+v", c), func(t *testing.T) {
			if got := c.m.Outside(); !slices.Equal(got, c.want) {
				t.Errorf("%+v: %q, want %q", c.m, got, c.want)
			}
		})
	}
}

func TestEveryDecisionOfThe90DaysIsCountedOnceOrSaidToBeOutside(t *testing.T) {
	reversed := call(3, notes.Them, "platform")
	reversed.State = notes.Reversed
	m := ShowMirror([]notes.Filed{
		call(
			2,
			notes.Me,
			"platform",
		),
		call(4, notes.Unsaid),
		reversed,
		call(5, notes.Them, "x"),
		call(6, notes.We, "bare"),
		call(89, notes.Me, "platform"),
		call(90, notes.Me, "platform"),
		call(-1, notes.Me, "platform"),
	}, []notes.Area{platform, {Person: 2, Tag: "bare"}}, nil, nil, mirrorToday)
	got := []int{m.Mine, m.Shared, m.Theirs, m.Agreed, m.NoArea, m.NoLevel, m.Unsaid, m.Reversed, m.InStepIn}
	if want := []int{2, 1, 1, 2, 1, 1, 1, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if !m.TooFew || len(m.Ledger) != 8 {
		t.Errorf("too few: %v; %d lines", m.TooFew, len(m.Ledger))
	}
}

func TestTooFewIsSaidOfThoseHeldAgainstALevel(t *testing.T) {
	var calls []notes.Filed
	for i := range 9 {
		tags := []string{"platform"}
		if i >= 5 {
			tags = nil
		}
		calls = append(calls, call(i+1, notes.Them, tags...))
	}
	m := ShowMirror(calls, []notes.Area{platform}, oneOnOnes(1, 2, 3), nil, mirrorToday)
	if !m.TooFew || m.Headline() != "Too few to say." {
		t.Errorf("five of nine are held against a level: %s", m.Headline())
	}
}

func TestTheLedgerIsLimitedToMineOrAnArea(t *testing.T) {
	ledger := []LedgerLine{
		{Whose: notes.Mine, Area: "a"},
		{Whose: notes.Theirs, Area: "b"},
		{Whose: notes.Mine, Area: "b"},
		{Whose: notes.Shared},
	}
	for _, c := range []struct {
		f    LedgerFilter
		want int
	}{{LedgerFilter{}, 4}, {LedgerFilter{Mine: true}, 2}, {LedgerFilter{Area: "b"}, 2}, {LedgerFilter{Mine: true, Area: "b"}, 1}, {LedgerFilter{Area: "c"}, 0}} {
		t.Run(fmt.Sprint(c.want), func(t *testing.T) {
			if got := len(c.f.Of(ledger)); got != c.want {
				t.Errorf("%+v: %d lines, want %d", c.f, got, c.want)
			}
		})
	}
	if got := LedgerAreas(ledger); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("areas: %v", got)
	}
}
