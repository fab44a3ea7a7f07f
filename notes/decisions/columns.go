package decisions

import (
	"cmp"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

// mostColumns is how many columns the picture of who decided has: a weekly rhythm has so many one-on-ones in what is
// counted. What is older than the others stands in the first.
const mostColumns = 13

// MirrorColumn is a column of the picture of who decided: one one-on-one, what was noted outside them between two, or all
// that is older than the other columns. Each decision that is counted or apart stands in exactly one.
type MirrorColumn struct {
	Day   notes.Date // of the one-on-one, or of the first decision
	Last  notes.Date // of the last one-on-one or decision: Day, but for columns of several days
	Kind  ColumnKind
	Calls []notes.Call // counted ones, oldest first
	Apart []notes.Call // those taken inside a step-in
}

// ColumnKind is what a column of the picture stands for.
type ColumnKind int

// The kinds of columns.
const (
	OneOnOneColumn  ColumnKind = iota
	ElsewhereColumn            // noted outside the person's one-on-ones, between two of them
	EarlierColumn              // several of the others, the oldest
)

// drawn reports whether a decision of the days that count has a dot: it is counted, or taken inside a step-in.
func (l LedgerLine) drawn() bool {
	return l.State != notes.History && l.State != notes.Reversed && l.Whose != notes.NoCall
}

// columns draws one column for each one-on-one, however many a day has, and one for what was noted between two.
func (m *Mirror) columns(held []notes.NoteHead, since, today notes.Date) {
	held = slices.DeleteFunc(slices.Clone(held), func(n notes.NoteHead) bool { return n.Date <= since || n.Date > today })
	slices.SortStableFunc(held, func(a, b notes.NoteHead) int { return cmp.Compare(a.Date, b.Date) })
	m.OneOnOnes = len(held)
	in := make(map[notes.NoteID]int, len(held))
	meetings := make([]MirrorColumn, len(held))
	for i, n := range held {
		in[n.ID] = i
		meetings[i] = MirrorColumn{Day: n.Date, Last: n.Date}
	}
	between := make([]MirrorColumn, len(held)+1) // the one at i comes before the meeting at i
	for _, l := range slices.Backward(m.Ledger) {
		if l.NoteDate <= since || l.NoteDate > today || !l.drawn() {
			continue
		}
		if i, ok := in[l.Note]; ok {
			meetings[i].add(l)
			continue
		}
		i, _ := slices.BinarySearchFunc(held, l.NoteDate, func(n notes.NoteHead, day notes.Date) int {
			if n.Date <= day { // of one day, what was noted elsewhere comes after the one-on-one
				return -1
			}
			return 1
		})
		between[i].Kind = ElsewhereColumn
		between[i].add(l)
		if !l.Apart {
			m.Elsewhere++
		}
	}
	for i, b := range between {
		if b.dots() > 0 {
			m.Columns = append(m.Columns, b)
		}
		if i < len(meetings) {
			m.Columns = append(m.Columns, meetings[i])
			m.Logged += min(1, meetings[i].dots())
		}
	}
	m.Columns = gatherEarlier(m.Columns)
}

func (c *MirrorColumn) dots() int { return len(c.Calls) + len(c.Apart) }

func (c *MirrorColumn) add(l LedgerLine) {
	if c.Kind == ElsewhereColumn {
		if c.Day == "" || l.NoteDate < c.Day {
			c.Day = l.NoteDate
		}
		c.Last = max(c.Last, l.NoteDate)
	}
	if l.Apart {
		c.Apart = append(c.Apart, l.Whose)
	} else {
		c.Calls = append(c.Calls, l.Whose)
	}
}

// gatherEarlier puts the oldest columns into one, where there are more than the picture has room for.
func gatherEarlier(columns []MirrorColumn) []MirrorColumn {
	if len(columns) <= mostColumns {
		return columns
	}
	old := columns[:len(columns)-mostColumns+1]
	earlier := MirrorColumn{Kind: EarlierColumn, Day: old[0].Day, Last: old[len(old)-1].Last}
	for _, c := range old {
		earlier.Calls = append(earlier.Calls, c.Calls...)
		earlier.Apart = append(earlier.Apart, c.Apart...)
	}
	return append([]MirrorColumn{earlier}, columns[len(old):]...)
}

// Name is what stands below a column: the day of a one-on-one. What was noted elsewhere has no name.
func (c MirrorColumn) Name() string {
	switch c.Kind {
	case ElsewhereColumn:
		return ""
	case EarlierColumn:
		return voice.T("earlier")
	}
	return notes.SayDate(c.Day, c.Day)
}

// SayWhen is what a column stands for, in words: "9 Oct", "12 Oct, outside one-on-ones", "4 Sep to 2 Oct".
func (c MirrorColumn) SayWhen(today notes.Date) string {
	day, last, elsewhere := notes.SayDate(c.Day, today), notes.SayDate(c.Last, today), c.Kind == ElsewhereColumn
	switch {
	case c.Last == c.Day && elsewhere:
		return voice.T("{day}, outside one-on-ones", "day", day)
	case c.Last == c.Day:
		return day
	case elsewhere:
		return voice.T("{first} to {last}, outside one-on-ones", "first", day, "last", last)
	}
	return voice.T("{first} to {last}", "first", day, "last", last)
}

// SayElsewhere says how many of the dots stand in columns that are no one-on-one's, as a sentence; "" for none.
func (m Mirror) SayElsewhere() string {
	if m.Elsewhere == 0 {
		return ""
	}
	return voice.N(m.Elsewhere, "{n} decision was noted outside one-on-ones. Its column has no date.",
		"{n} decisions were noted outside one-on-ones. Their columns have no date.")
}
