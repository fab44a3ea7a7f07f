package decisions

import (
	"math"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

// MirrorDays is how many days back calls are counted.
const MirrorDays = 90

// The lead balance holds a mirror up to the manager: who decided, and how that compares with what was agreed
// (docs/PROMPTS.md, Lead balance). The manager is the subject of every count; there is never an average of levels.
const (
	fewestDecisions  = 6 // held against an agreed level; under this nothing is said of k of n
	fewestOneOnOnes  = 3
	trendDecisions   = 8 // in both windows, before a trend is said
	rangeZ           = 1.959964
	trendZ           = 1.281552 // of an 80 % range
	mirrorDaysBefore = 2 * MirrorDays
)

// LedgerLine is a decision in the ledger.
type LedgerLine struct {
	notes.Filed
	Text   string
	Whose  notes.Call  // by who decided; NoCall where that is not said
	Area   string      // the tag of its area, "" for none
	Agreed notes.Level // the level agreed for the area on that day, see measuredBy; NoLevel for none
	Apart  bool        // taken inside a step-in: drawn apart and not counted
	Says   string
}

// Range is a range of a share, from 0 to 1.
type Range struct{ Low, High float64 }

// Trend says where the share at or beyond the agreed level went.
type Trend string

// The trends. NoTrend is said of too few decisions, and of ranges that overlap.
const (
	NoTrend   Trend = ""
	MoreTheir Trend = "theirs"
	MoreMine  Trend = "mine"
)

// Mirror is the lead balance of one person over 90 days.
type Mirror struct {
	Ledger            []LedgerLine // all that were given, newest first
	Columns           []MirrorColumn
	Mine              int
	Shared            int
	Theirs            int
	AtOrOver, Agreed  int   // k of n, in areas with a level
	Wilson            Range // the 95 % range of k of n (Wilson, JASA 1927)
	TooFew            bool  // too few to say k of n
	Logged, OneOnOnes int   // calls are logged in so many of so many one-on-ones
	Elsewhere         int   // counted decisions that were noted outside the person's one-on-ones
	NoArea            int   // counted decisions that have no area and are not among the n
	NoLevel           int   // counted decisions in an area that had no level at the time, not among the n either
	Unsaid            int   // decisions of which nobody has said whose they were
	InStepIn          int   // decisions taken inside a step-in, not counted
	Reversed          int   // decisions taken back, not counted
	Trend             Trend
}

// ShowMirror makes the mirror of a person from their decisions (newest first, of the last 180 days for a trend), their
// areas, the notes of their held one-on-ones and their step-ins.
func ShowMirror(decisions []notes.Filed, areas []notes.Area, held []notes.NoteHead, stepIns []notes.SteppingIn, today notes.Date) Mirror {
	var m Mirror
	since := today.AddDays(-MirrorDays)
	for _, f := range decisions {
		if f.NoteKind != notes.HeldNote && f.NoteKind != notes.JournalNote {
			continue
		}
		line := ShowLedgerLine(f, areas, stepIns)
		m.Ledger = append(m.Ledger, line)
		if f.NoteDate > since && f.NoteDate <= today {
			m.count(line)
		}
	}
	m.columns(held, since, today)
	m.TooFew = m.Agreed < fewestDecisions || m.OneOnOnes < fewestOneOnOnes
	m.Wilson = wilson(m.AtOrOver, m.Agreed, rangeZ)
	m.Trend = m.trend(since, today)
	return m
}

// ShowLedgerLine is a decision as the ledger shows it: in its area, at the level that was in force on its day.
func ShowLedgerLine(f notes.Filed, areas []notes.Area, stepIns []notes.SteppingIn) LedgerLine {
	line := LedgerLine{Filed: f, Text: notes.SayText(f.Text), Whose: callOf(f.Actor)}
	for _, tag := range f.Tags {
		if a := notes.AreaNamed(areas, tag); a.Tag != "" {
			line.Area, line.Agreed = a.Tag, measuredBy(a, f.NoteDate)
			break
		}
	}
	for _, s := range stepIns {
		if s.Help.TakesOver() && s.InForce(f.NoteDate) && covers(s, line, areas) {
			line.Apart = true
		}
	}
	switch {
	case f.State == notes.History:
		line.Says = voice.T("imported, not counted")
	case f.State == notes.Reversed:
		line.Says = voice.T("reversed")
	case line.Whose == notes.NoCall:
		line.Says = voice.T("who decided isn't noted")
	case line.Apart:
		line.Says = voice.T("during a step-in")
	case line.NearerMe():
		line.Says = voice.T("you decided more than you'd agreed to")
	}
	return line
}

// Looked is when the decision is looked at again, or was and stands; "" where nobody said a day.
func (l LedgerLine) Looked(today notes.Date) string {
	switch {
	case l.State == notes.Held:
		return voice.T("kept {day}", "day", notes.SayShort(l.StateDate, today))
	case l.State == notes.Open && l.Due.Valid():
		return voice.T("revisit {day}", "day", notes.SayShort(l.Due, today))
	}
	return ""
}

// measuredBy is the level that a call of that day is held against. Levels have a day and no hour, so that on the day of
// a change nobody knows which of the two held when the call was taken: the one nearer the manager counts, and none where
// the first was agreed only then.
func measuredBy(a notes.Area, day notes.Date) notes.Level {
	return min(a.LevelOn(day.AddDays(-1)), a.LevelOn(day))
}

// NearerMe reports whether the call was taken nearer the manager than the level agreed for its area on that day.
func (l LedgerLine) NearerMe() bool {
	return l.Whose != notes.NoCall && l.Agreed != notes.NoLevel && nearness(l.Whose) < nearness(l.Agreed.Call())
}

// covers reports whether a decision about the person was taken inside the step-in: in its area, or in any where it
// names none.
func covers(s notes.SteppingIn, l LedgerLine, areas []notes.Area) bool {
	return slices.Contains(s.People, l.Person) &&
		(s.Tag == "" || slices.Contains(l.Tags, s.Tag) || l.Area != "" && notes.AreaNamed(areas, s.Tag).Tag == l.Area)
}

func callOf(a notes.Actor) notes.Call {
	switch a {
	case notes.Me:
		return notes.Mine
	case notes.We:
		return notes.Shared
	case notes.Them:
		return notes.Theirs
	}
	return notes.NoCall
}

// nearness is how far a call is from the manager.
func nearness(c notes.Call) int {
	return slices.Index([]notes.Call{notes.NoCall, notes.Mine, notes.Shared, notes.Theirs}, c)
}

func (m *Mirror) counted() int { return m.Mine + m.Shared + m.Theirs }

func (m *Mirror) count(l LedgerLine) {
	switch {
	case l.State == notes.History:
		return
	case l.State == notes.Reversed:
		m.Reversed++
		return
	case l.Whose == notes.NoCall:
		m.Unsaid++
		return
	case l.Apart:
		m.InStepIn++
		return
	case l.Whose == notes.Mine:
		m.Mine++
	case l.Whose == notes.Shared:
		m.Shared++
	default:
		m.Theirs++
	}
	switch {
	case l.Area == "":
		m.NoArea++
		return
	case l.Agreed == notes.NoLevel:
		m.NoLevel++
		return
	}
	m.Agreed++
	if nearness(l.Whose) >= nearness(l.Agreed.Call()) {
		m.AtOrOver++
	}
}

// trend compares the last 90 days with the 90 before: only with 8 decisions in both and 80 % ranges apart.
func (m *Mirror) trend(since, today notes.Date) Trend {
	var before Mirror
	start := today.AddDays(-mirrorDaysBefore)
	for _, l := range m.Ledger {
		if l.NoteDate > start && l.NoteDate <= since {
			before.count(l)
		}
	}
	if before.Agreed < trendDecisions || m.Agreed < trendDecisions {
		return NoTrend
	}
	was, is := wilson(before.AtOrOver, before.Agreed, trendZ), wilson(m.AtOrOver, m.Agreed, trendZ)
	switch {
	case is.Low > was.High:
		return MoreTheir
	case is.High < was.Low:
		return MoreMine
	}
	return NoTrend
}

// wilson is the score interval of k successes in n trials (E. B. Wilson, "Probable Inference, the Law of Succession,
// and Statistical Inference", JASA 22, 1927); 0 to 1 where n is 0.
func wilson(k, n int, z float64) Range {
	if n == 0 {
		return Range{0, 1}
	}
	p, nn := float64(k)/float64(n), float64(n)
	mid := p + z*z/(2*nn)
	half := z * math.Sqrt(p*(1-p)/nn+z*z/(4*nn*nn))
	d := 1 + z*z/nn
	return Range{max(0, (mid-half)/d), min(1, (mid+half)/d)}
}

// Coverage says in how many one-on-ones calls are logged.
func (m Mirror) Coverage() string {
	if m.OneOnOnes == 0 {
		return voice.T("No one-on-ones in the last 90 days.")
	}
	return voice.N(m.OneOnOnes, "Decisions noted in {some} of {n} one-on-one.", "Decisions noted in {some} of {n} one-on-ones.",
		"some", m.Logged)
}

// Headline says k of n, or why not.
func (m Mirror) Headline() string {
	switch {
	case m.counted() == 0:
		return voice.T("No decisions noted in the last 90 days.")
	case m.TooFew:
		return voice.T("Too few to say.")
	}
	return voice.T("Decisions left to them as agreed, or beyond that: {share}", "share", m.Share())
}

// Share is k of n; "" where too few are known to say it.
func (m Mirror) Share() string {
	if m.TooFew {
		return ""
	}
	return voice.T("{some} of {all}", "some", m.AtOrOver, "all", m.Agreed)
}
