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
		return voice.T("You'll see the share after {calls} decisions with an agreed level and {meetings} one-on-ones. So far: {n} and {held}.",
			"calls", fewestDecisions, "meetings", fewestOneOnOnes, "n", m.Agreed, "held", m.OneOnOnes)
	}
	return voice.T("Based on {n} decisions, the real share is probably between {low} and {high} (95% confidence).",
		"n", m.Agreed, "low", percent(m.Wilson.Low), "high", percent(m.Wilson.High))
}

func percent(share float64) string { return strconv.Itoa(int(math.Round(100*share))) + "%" }

// SayTrend is the trend as a sentence; "" for none.
func (m Mirror) SayTrend() string {
	switch m.Trend {
	case MoreTheir:
		return voice.T("You left decisions to them as agreed, or beyond that, more often than in the previous 90 days.")
	case MoreMine:
		return voice.T("You decided more than you'd agreed to, and more often than in the previous 90 days.")
	}
	return ""
}

// Outside says, a sentence each, which decisions of the 90 days are not in the n, or not counted at all, and why.
func (m Mirror) Outside() []string {
	var said []string
	add := func(n int, say func(n int) string) {
		if n > 0 {
			said = append(said, say(n))
		}
	}
	add(m.NoArea, m.sayNoArea)
	add(m.NoLevel, m.sayNoLevel)
	add(m.Unsaid, func(n int) string {
		return voice.N(n, "{n} decision doesn't say who decided.", "{n} decisions don't say who decided.")
	})
	add(m.InStepIn, func(n int) string {
		return voice.N(n, "{n} decision was made during a step-in and isn't counted.",
			"{n} decisions were made during a step-in and aren't counted.")
	})
	add(m.Reversed, func(n int) string {
		return voice.N(n, "{n} decision was reversed and isn't counted.", "{n} decisions were reversed and aren't counted.")
	})
	return said
}

func (m Mirror) sayNoArea(n int) string {
	if m.TooFew {
		return voice.N(n, "{n} decision has no area.", "{n} decisions have no area.")
	}
	return voice.N(n, "{n} decision has no area, so it isn't among the {all}.", "{n} decisions have no area, so they aren't among the {all}.",
		"all", m.Agreed)
}

func (m Mirror) sayNoLevel(n int) string {
	if m.TooFew {
		return voice.N(n, "{n} decision had no agreed level at the time.", "{n} decisions had no agreed level at the time.")
	}
	return voice.N(n, "{n} decision had no agreed level at the time, so it isn't among the {all}.",
		"{n} decisions had no agreed level at the time, so they aren't among the {all}.", "all", m.Agreed)
}

// Say is a column in words, as the strip shows it: "1 mine, 2 Ana's, 1 mine during a step-in"; "none" for none.
func (c MirrorColumn) Say(first string) string {
	parts := append(sayCalls(c.Calls, first, sayMany), sayCalls(c.Apart, first, sayManyApart)...)
	if len(parts) == 0 {
		return voice.T("none")
	}
	return strings.Join(parts, ", ")
}

func sayCalls(calls []notes.Call, first string, say func(notes.Call, int, string) string) []string {
	var said []string
	for _, call := range []notes.Call{notes.Mine, notes.Shared, notes.Theirs} {
		n := 0
		for _, c := range calls {
			if c == call {
				n++
			}
		}
		if n > 0 {
			said = append(said, say(call, n, first))
		}
	}
	return said
}

func sayMany(c notes.Call, n int, first string) string {
	switch c {
	case notes.Mine:
		return voice.T("{n} mine", "n", n)
	case notes.Shared:
		return voice.T("{n} shared", "n", n)
	}
	return voice.T("{n} {first}'s", "n", n, "first", first)
}

func sayManyApart(c notes.Call, n int, first string) string {
	switch c {
	case notes.Mine:
		return voice.T("{n} mine during a step-in", "n", n)
	case notes.Shared:
		return voice.T("{n} shared during a step-in", "n", n)
	}
	return voice.T("{n} {first}'s during a step-in", "n", n, "first", first)
}

// SayCall is whose call something was, beside a number: "mine", "shared", "Ana's".
func SayCall(c notes.Call, first string) string {
	switch c {
	case notes.Mine:
		return voice.T("mine")
	case notes.Shared:
		return voice.T("shared")
	case notes.Theirs:
		return voice.T("{first}'s", "first", first)
	}
	return ""
}

// SayActor is who decided, as the end of a ledger's row says it: "me", "together", "Ana"; "" where that is not said.
func SayActor(a notes.Actor, first string) string {
	switch a {
	case notes.Me:
		return voice.T("me")
	case notes.We:
		return voice.T("together")
	case notes.Them:
		return first
	}
	return ""
}

// SayDecided says who is noted as the one who decided, once the manager has said so.
func SayDecided(a notes.Actor, first string) string {
	switch a {
	case notes.Me:
		return voice.T("Noted: you decided")
	case notes.We:
		return voice.T("Noted: you decided together")
	case notes.Them:
		return voice.T("Noted: {first} decided", "first", first)
	}
	return voice.T("Removed: who decided")
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
	first := p.First()
	switch {
	case p.State == notes.StateLeft && p.LeftOn != "":
		return voice.T("{first} left on {date}, so nothing is counted. Past decisions stay in the log.",
			"first", first, "date", notes.SayDate(p.LeftOn, today))
	case p.State == notes.StateLeft:
		return voice.T("{first} has left, so nothing is counted. Past decisions stay in the log.", "first", first)
	case p.AwayOn(today) && p.Until != "":
		return voice.T("{first} is away until {date}. Nothing is counted until then.",
			"first", first, "date", notes.SayDate(p.Until, today))
	case p.AwayOn(today):
		return voice.T("{first} is away. Nothing is counted for now.", "first", first)
	}
	return ""
}

// SayCallSet says whose call an area is once the manager has chosen it.
func SayCallSet(tag string, c notes.Call, first string) string {
	switch c {
	case notes.Mine:
		return voice.T("#{tag} is your call from today", "tag", tag)
	case notes.Theirs:
		return voice.T("#{tag} is {first}'s call from today", "tag", tag, "first", first)
	}
	return voice.T("#{tag} is a shared call from today", "tag", tag)
}
