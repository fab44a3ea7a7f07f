package decisions

import (
	"math"
	"strconv"
	"strings"

	"handback/notes"

	"handback/notes/voice"
)

// Detail says how far k of n carries, as a sentence with its Wilson range, or from when on it is said.
func (m Mirror) Detail() string {
	if m.TooFew {
		return "The share is said from " + notes.SayCount(fewestDecisions) + " calls with an agreed level and " +
			notes.SayCount(
				fewestOneOnOnes,
			) + " one-on-ones on. So far there are " + notes.SayCount(m.Agreed) + " and " + notes.SayCount(m.OneOnOnes) + "."
	}
	return "From " + notes.Plural(m.Agreed, "call") + " the share may be anything from " + percent(m.Wilson.Low) + " to " +
		percent(m.Wilson.High) + " (95 % range, Wilson)."
}

func percent(share float64) string { return strconv.Itoa(int(math.Round(100*share))) + " %" }

// SayTrend is the trend as a sentence; "" for none.
func (m Mirror) SayTrend() string {
	switch m.Trend {
	case MoreTheir:
		return "More calls were at or beyond the agreed level than in the 90 days before."
	case MoreMine:
		return "More calls were nearer you than agreed than in the 90 days before."
	}
	return ""
}

// Outside says, a sentence each, which decisions of the 90 days are not in the n, or not counted at all, and why.
func (m Mirror) Outside() []string {
	var said []string
	add := func(n int, one, more string) {
		if n > 0 {
			said = append(said, howMany(n, one, more))
		}
	}
	among, areAmong := "", ""
	if !m.TooFew {
		among = " and is not in the " + strconv.Itoa(m.Agreed)
		areAmong = " and are not in the " + strconv.Itoa(m.Agreed)
	}
	add(m.NoArea, "has no area"+among, "have no area"+areAmong)
	add(m.NoLevel, "had no agreed level at the time"+among, "had no agreed level at the time"+areAmong)
	add(m.Unsaid, voice.T("does not say whose call it was"), voice.T("do not say whose call they were"))
	add(m.InStepIn, voice.T("was taken in a step-in and is not counted"), voice.T("were taken in a step-in and are not counted"))
	add(m.Reversed, voice.T("was reversed and is not counted"), voice.T("were reversed and are not counted"))
	return said
}

func howMany(n int, one, more string) string {
	if n == 1 {
		return "One " + one + "."
	}
	return notes.UpperFirst(notes.SayCount(n)) + " " + more + "."
}

// Say is a column in words, as the strip shows it: "1 mine, 2 Ana's, 1 mine in a step-in"; "none" for none.
func (c MirrorColumn) Say(first string) string {
	parts := append(sayCalls(c.Calls, first, ""), sayCalls(c.Apart, first, " "+ledgerInStepIn)...)
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

func sayCalls(calls []notes.Call, first, where string) []string {
	var said []string
	for _, call := range []notes.Call{notes.Mine, notes.Shared, notes.Theirs} {
		n := 0
		for _, c := range calls {
			if c == call {
				n++
			}
		}
		if n > 0 {
			said = append(said, strconv.Itoa(n)+" "+SayCall(call, first)+where)
		}
	}
	return said
}

// SayCall is whose call something was, after a number: "mine", "shared", "Ana's".
func SayCall(c notes.Call, first string) string {
	if c == notes.Theirs {
		return first + "'s"
	}
	return string(c)
}

// SayActor is who decided, as the end of a ledger's row says it: "me", "we", "Ana"; "" where that is not said.
func SayActor(a notes.Actor, first string) string {
	if a == notes.Them {
		return first
	}
	return string(a)
}

// LedgerFilter limits the ledger: to the manager's own calls, or to those of an area. The zero value is all of it.
type LedgerFilter struct {
	Mine bool
	Area string
}

// Of are the lines that pass, in their order.
func (f LedgerFilter) Of(ledger []LedgerLine) []LedgerLine {
	var out []LedgerLine
	for _, l := range ledger {
		if (!f.Mine || l.Whose == notes.Mine) && (f.Area == "" || l.Area == f.Area) {
			out = append(out, l)
		}
	}
	return out
}

// LedgerAreas are the areas that decisions were taken in, the one with the most of them first.
func LedgerAreas(ledger []LedgerLine) []string {
	count := map[string]int{}
	var tags []string
	for _, l := range ledger {
		if l.Area == "" {
			continue
		}
		if count[l.Area] == 0 {
			tags = append(tags, l.Area)
		}
		count[l.Area]++
	}
	sortMost(tags, count)
	return tags
}

// OpenedUp are the questions that were asked and after which the person decided, newest first: what has opened them up.
func OpenedUp(history []notes.PromptEvent) []notes.PromptEvent {
	var out []notes.PromptEvent
	for _, e := range history {
		if e.Came == notes.TheyDecided {
			out = append(out, e)
		}
	}
	return out
}

// SayCountsRest says why nothing is counted about a person now, as a sentence; "" where it is.
func SayCountsRest(p notes.Person, today notes.Date) string {
	switch {
	case p.State == notes.StateLeft && p.LeftOn != "":
		return p.First() + " left on " + notes.SayDate(p.LeftOn, today) + ". Nothing is counted; the ledger stays."
	case p.State == notes.StateLeft:
		return p.First() + " has left. Nothing is counted; the ledger stays."
	case p.AwayOn(today) && p.Until != "":
		return p.First() + " is away until " + notes.SayDate(p.Until, today) + ". Nothing is counted meanwhile."
	case p.AwayOn(today):
		return p.First() + " is away. Nothing is counted meanwhile."
	}
	return ""
}

// SayWhoseCall is whose call it is, in a sentence: "your call", "shared", "Ana's call".
func SayWhoseCall(c notes.Call, first string) string {
	switch c {
	case notes.Mine:
		return "your call"
	case notes.Theirs:
		return first + "'s call"
	}
	return string(c)
}
