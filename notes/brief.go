package notes

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Brief is the one-screen preparation for the next one-on-one: the facts of a person, ordered and worded.
type Brief struct {
	Person  Person
	Today   Date
	Meeting BriefMeeting
	Agenda  []BriefLine // theirs first
	IOwe    []BriefLine
	TheyOwn []BriefLine
	Since   BriefSince
	Folds   []BriefFold // only those that have something to say
}

// BriefMeeting is the next one-on-one in words.
type BriefMeeting struct {
	Planned *NoteHead // nil where none is planned
	When    string    // "Thu 4 Dec 10:00", "No date yet"
	Detail  string    // "in 2 days · every 2 weeks"
}

// BriefLine is a filed line as a list shows it.
type BriefLine struct {
	Filed
	Text string // without the tags that end it
	Tail string // at the right: "since 17 Nov", "Fri", "you"
}

// BriefSince is what was noted in the last one-on-one and after it.
type BriefSince struct {
	Title   string // "Since 20 Nov"; "" before the first one-on-one
	Note    NoteID
	Summary string // the first prose of the last one-on-one's note, may be empty
	Chips   []BriefChip
}

// BriefChip counts what was filed under one label.
type BriefChip struct {
	Label Label
	Text  string // "2 decided"
}

// FoldKind is what a folded line of the brief is about.
type FoldKind string

// The folded lines, in their order.
const (
	FoldGrowth FoldKind = "growth"
	FoldUnsaid FoldKind = "unsaid"
	FoldIdeas  FoldKind = "ideas"
	FoldHolds  FoldKind = "holds" // what I hold and they could take; made by HoldsFold
)

// BriefFold is a line of the brief that opens in place.
type BriefFold struct {
	Kind    FoldKind
	Title   string
	Summary string
	Lines   []BriefLine // what it opens to; for FoldGrowth there are Goals
	Goals   []BriefGoal
}

// BriefGoal is a growth goal as the brief shows it.
type BriefGoal struct {
	Goal  Goal
	Said  string // "moved 20 Nov", "nothing noted since 3 Oct", "nothing noted yet"
	Next  string // the next open step, may be empty
	Quiet bool
}

// MakeBrief words the facts for the screen; own is the manager's zone.
func MakeBrief(f Facts, own *time.Location) Brief {
	b := Brief{
		Person:  f.Person,
		Today:   f.Today,
		Meeting: briefMeeting(f, own),
		Agenda:  briefLines(f.Agenda, func(i Filed) string { return whoBrings(i, f) }),
		IOwe:    briefLines(f.IOwe, func(i Filed) string { return owedSince(i, f.Today) }),
		TheyOwn: briefLines(f.TheyOwn, func(i Filed) string { return dueBy(i, f.Today) }),
		Since:   briefSince(f),
	}
	for _, fold := range []BriefFold{growthFold(f), unsaidFold(f), ideasFold(f)} {
		if fold.Summary != "" {
			b.Folds = append(b.Folds, fold)
		}
	}
	return b
}

// BesideThem is the brief with the person looking on: a line that stands in another note than theirs and names somebody
// else was not written for them to read, and is left out.
func (b Brief) BesideThem(in Context) Brief {
	for _, list := range []*[]BriefLine{&b.Agenda, &b.IOwe, &b.TheyOwn} {
		*list = slices.DeleteFunc(slices.Clone(*list), func(l BriefLine) bool {
			return l.NotePerson != b.Person.ID && in.Names.Mentions(l.Text, b.Person.ID, in.Me)
		})
	}
	return b
}

func briefLines(items []Filed, tail func(Filed) string) []BriefLine {
	lines := make([]BriefLine, len(items))
	for i, item := range items {
		lines[i] = BriefLine{Filed: item, Text: SayText(item.Text), Tail: tail(item)}
	}
	return lines
}

func briefMeeting(f Facts, own *time.Location) BriefMeeting {
	m := BriefMeeting{Planned: f.Planned, When: "No date yet"}
	var detail []string
	switch {
	case f.Person.State == StateLeft:
		m.When = "Left"
		if f.Person.LeftOn != "" {
			detail = append(detail, "on "+SayDate(f.Person.LeftOn, f.Today))
		}
		m.Detail = strings.Join(detail, " · ")
		return m
	case f.Planned != nil:
		_, day, at := f.Planned.Start(own)
		m.When = strings.TrimSpace(SayFull(day, f.Today) + " " + SayTime(at))
		detail = append(detail, SayWhen(day, f.Today))
		if awayFor(f.Person, *f.Planned, f.Today) {
			detail = []string{sayAway(f.Person, f.Today)}
		}
	case f.Person.AwayOn(f.Today):
		m.When = upperFirst(sayAway(f.Person, f.Today))
	case f.LastHeld != nil:
		detail = append(detail, SayGapSince(f.LastHeld.Date, f.Today))
	}
	if every := f.Person.Rhythm.String(); every != "" {
		detail = append(detail, every)
	}
	m.Detail = strings.Join(detail, " · ")
	return m
}

// sayAway is "away until 15 Dec".
func sayAway(p Person, today Date) string {
	if p.Until == "" {
		return "away"
	}
	return "away until " + SayDate(p.Until, today)
}

func whoBrings(i Filed, f Facts) string {
	if i.Actor == Them {
		return f.Person.First()
	}
	return "you"
}

// owedSince is "by Fri" for a promise with a date and "since 17 Nov" for one without.
func owedSince(i Filed, today Date) string {
	if i.Due == "" {
		return SaySince(i.NoteDate, today)
	}
	return "by " + SayShort(i.Due, today)
}

func dueBy(i Filed, today Date) string {
	if i.Due == "" {
		return "no date"
	}
	return SayShort(i.Due, today)
}

func briefSince(f Facts) BriefSince {
	s := BriefSince{Chips: briefChips(f.Since)}
	if f.LastHeld == nil {
		return s
	}
	s.Title = "Since " + SayDate(f.LastHeld.Date, f.Today)
	s.Note = f.LastHeld.ID
	s.Summary = FirstProse(f.LastHeld.Body, 200)
	return s
}

// briefChips counts what the other cards of the brief don't show.
func briefChips(items []Filed) []BriefChip {
	var chips []BriefChip
	for _, l := range []Label{Decided, Praise, Feedback, Idea, Need, Stuck, StepIn} {
		n := 0
		for _, i := range items {
			if i.Label == l {
				n++
			}
		}
		if n == 0 {
			continue
		}
		text := strconv.Itoa(n) + " " + string(l)
		if n > 1 && (l == Idea || l == Need) {
			text += "s"
		}
		chips = append(chips, BriefChip{Label: l, Text: text})
	}
	return chips
}

func growthFold(f Facts) BriefFold {
	fold := BriefFold{Kind: FoldGrowth, Title: "Growth", Summary: "No goal yet"}
	var said []string
	for _, g := range f.Goals {
		line := briefGoal(g, f)
		fold.Goals = append(fold.Goals, line)
		comma := " "
		if line.Quiet {
			comma = ", "
		}
		said = append(said, shorten(g.Title, 40)+comma+line.Said)
	}
	if len(said) > 0 {
		fold.Summary = listed(said, 2, "  ·  ")
	}
	if f.Person.Kind != KindReport && len(f.Goals) == 0 {
		fold.Summary = ""
	}
	return fold
}

// briefGoal says when a goal last moved, or since when it is quiet.
func briefGoal(g Goal, f Facts) BriefGoal {
	line := BriefGoal{Goal: g}
	for _, s := range g.Steps {
		if s.Done == "" {
			line.Next = s.Text
			break
		}
	}
	m := MovementOf(g, f.Evidence[g.ID].NoteDate, f.Today)
	switch {
	case m.Quiet:
		line.Said, line.Quiet = "nothing noted since "+SayDate(m.Since, f.Today), true
	case m.On == "":
		line.Said, line.Quiet = "nothing noted yet", true
	default:
		line.Said = "moved " + SayDate(m.On, f.Today)
	}
	return line
}

func unsaidFold(f Facts) BriefFold {
	fold := BriefFold{Kind: FoldUnsaid, Title: "Not said yet"}
	fold.Lines = briefLines(f.Unsaid, func(i Filed) string { return SayDate(i.NoteDate, f.Today) })
	var said []string
	for _, l := range []Label{Praise, Feedback} {
		var what []string
		for _, i := range fold.Lines {
			if i.Label == l {
				what = append(what, shorten(lowerFirst(firstPart(i.Text)), 40))
			}
		}
		if len(what) > 0 {
			said = append(said, strconv.Itoa(len(what))+" "+string(l)+": "+listed(what, 2, ", "))
		}
	}
	fold.Summary = strings.Join(said, " · ")
	return fold
}

func ideasFold(f Facts) BriefFold {
	fold := BriefFold{Kind: FoldIdeas, Title: "Ideas"}
	fold.Lines = briefLines(f.Ideas, func(i Filed) string {
		if i.State == Trying {
			return "trying"
		}
		return SaySince(i.NoteDate, f.Today)
	})
	var said, waiting, trying []string
	oldest := Date("")
	for _, i := range fold.Lines {
		text := shorten(lowerFirst(i.Text), 50)
		if i.State == Trying {
			trying = append(trying, text)
			continue
		}
		if oldest == "" || i.NoteDate < oldest {
			oldest = i.NoteDate
		}
		waiting = append(waiting, text)
	}
	if n := len(waiting); n > 0 {
		said = append(said, strconv.Itoa(n)+" waiting for an answer "+SaySince(oldest, f.Today)+": "+listed(waiting, 1, ", "))
	}
	if n := len(trying); n > 0 {
		said = append(said, strconv.Itoa(n)+" on trial: "+listed(trying, 1, ", "))
	}
	fold.Summary = strings.Join(said, " · ")
	return fold
}

// listed joins the first n of said, and says how many more there are.
func listed(said []string, n int, sep string) string {
	if len(said) <= n {
		return strings.Join(said, sep)
	}
	return strings.Join(slices.Clone(said[:n]), sep) + " and " + strconv.Itoa(len(said)-n) + " more"
}
