package brief

import (
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// Brief is the one-screen preparation for the next one-on-one: the facts of a person, ordered and worded.
type Brief struct {
	Person  notes.Person
	Today   notes.Date
	Meeting Meeting
	Agenda  []Line // theirs first
	IOwe    []Line
	TheyOwn []Line
	Since   Since
	Folds   []Fold // only those that have something to say
}

// Meeting is the next one-on-one in words.
type Meeting struct {
	Planned *notes.NoteHead // nil where none is planned
	When    string          // "Thu 4 Dec 10:00", "No date yet"
	Detail  string          // "in 2 days · every 2 weeks"
}

// Line is a filed line as a list shows it.
type Line struct {
	notes.Filed
	Text string     // without the tags that end it
	Tail string     // at the right: "since 17 Nov", "Fri", "you"
	Day  notes.Date // that Tail says in few letters; "" where it says none
}

// FoldKind is what a folded line of the brief is about.
type FoldKind string

// The folded lines, in their order.
const (
	FoldGrowth FoldKind = "growth"
	FoldUnsaid FoldKind = "unsaid"
	FoldIdeas  FoldKind = "ideas"
	FoldNeeds  FoldKind = "needs" // those without a date; one with a date is a promise of mine
	FoldHolds  FoldKind = "holds" // what I hold and they could take; made by HoldsFold
)

// Fold is a line of the brief that opens in place.
type Fold struct {
	Kind    FoldKind
	Title   string
	Summary string
	Lines   []Line // what it opens to; for FoldGrowth there are Goals
	Goals   []Goal
}

// Goal is a growth goal as the brief shows it.
type Goal struct {
	Goal  notes.Goal
	Said  string // "moved 20 Nov", "no line with #platform since 3 Oct", "nothing noted yet"
	Next  string // the next open step, may be empty
	Quiet bool
}

// Show words the facts for the screen; own is the manager's zone, in their locale.
func Show(f notes.Facts, own *time.Location, in notes.Locale) Brief {
	b := Brief{
		Person:  f.Person,
		Today:   f.Today,
		Meeting: showMeeting(f, own, in),
		Agenda:  linesOf(f.Agenda, func(i notes.Filed) (string, notes.Date) { return whoBrings(i, f), "" }),
		IOwe:    linesOf(f.IOwe, func(i notes.Filed) (string, notes.Date) { return owedSince(i, f.Today) }),
		TheyOwn: linesOf(f.TheyOwn, func(i notes.Filed) (string, notes.Date) { return dueBy(i, f.Today) }),
		Since:   showSince(f),
	}
	for _, fold := range []Fold{growthFold(f), unsaidFold(f), ideasFold(f), needsFold(f)} {
		if fold.Summary != "" {
			b.Folds = append(b.Folds, fold)
		}
	}
	return b
}

// BesideThem is the brief with the person looking on: a line that stands in another note than theirs and names somebody
// else was not written for them to read, and is left out.
func (b Brief) BesideThem(in notes.Context) Brief {
	for _, list := range []*[]Line{&b.Agenda, &b.IOwe, &b.TheyOwn} {
		*list = slices.DeleteFunc(slices.Clone(*list), func(l Line) bool {
			return l.NotePerson != b.Person.ID && in.Names.Mentions(l.Text, b.Person.ID, in.Me)
		})
	}
	return b
}

func linesOf(items []notes.Filed, tail func(notes.Filed) (says string, day notes.Date)) []Line {
	lines := make([]Line, len(items))
	for i, item := range items {
		lines[i] = Line{Filed: item, Text: notes.SayText(item.Text)}
		lines[i].Tail, lines[i].Day = tail(item)
	}
	return lines
}

func showMeeting(f notes.Facts, own *time.Location, in notes.Locale) Meeting {
	m := Meeting{Planned: f.Planned, When: voice.T("No date yet")}
	var detail []string
	switch {
	case f.Person.State == notes.StateLeft:
		m.When = voice.T("Left the team")
		if f.Person.LeftOn != "" {
			m.When = voice.T("Left on {day}", "day", notes.SayDate(f.Person.LeftOn, f.Today))
		}
		return m
	case f.Planned != nil:
		_, day, at := f.Planned.Start(own)
		m.When = strings.TrimSpace(notes.SayFull(day, f.Today) + " " + in.SayTime(at))
		detail = append(detail, notes.SayWhen(day, f.Today))
		if awayFor(f.Person, *f.Planned, f.Today) {
			detail = []string{sayAway(f.Person, f.Today)}
		}
	case f.Person.AwayOn(f.Today):
		m.When = notes.UpperFirst(sayAway(f.Person, f.Today))
	case f.LastHeld != nil:
		detail = append(detail, notes.SayGapSince(f.LastHeld.Date, f.Today, f.Person.Off))
	}
	if every := f.Person.Rhythm.String(); every != "" {
		detail = append(detail, every)
	}
	m.Detail = strings.Join(detail, " · ")
	return m
}

// sayAway is "away until 15 Dec".
func sayAway(p notes.Person, today notes.Date) string {
	if p.Until == "" {
		return voice.T("away")
	}
	return voice.T("away until {day}", "day", notes.SayDate(p.Until, today))
}

func whoBrings(i notes.Filed, f notes.Facts) string {
	if i.Actor == notes.Them {
		return f.Person.First()
	}
	return voice.T("you")
}

// owedSince is "by Fri" for a promise with a date and "since 17 Nov" for one without.
func owedSince(i notes.Filed, today notes.Date) (says string, day notes.Date) {
	if i.Due == "" {
		return notes.SaySince(i.NoteDate, today), i.NoteDate
	}
	return voice.T("by {day}", "day", notes.SayShort(i.Due, today)), i.Due
}

func dueBy(i notes.Filed, today notes.Date) (says string, day notes.Date) {
	if i.Due == "" {
		return voice.T("no date"), ""
	}
	return notes.SayShort(i.Due, today), i.Due
}

func growthFold(f notes.Facts) Fold {
	fold := Fold{Kind: FoldGrowth, Title: voice.T("Growth"), Summary: voice.T("No open goals")}
	var said []string
	for _, g := range f.Goals {
		line := showGoal(g, f)
		fold.Goals = append(fold.Goals, line)
		comma := " "
		if line.Quiet {
			comma = ", "
		}
		said = append(said, notes.Shorten(g.Title, 40)+comma+line.Said)
	}
	if len(said) > 0 {
		fold.Summary = listed(said, 2, "  ·  ")
	}
	if f.Person.Kind != notes.KindReport && len(f.Goals) == 0 {
		fold.Summary = ""
	}
	return fold
}

// showGoal says when a goal last moved, or since when it is quiet.
func showGoal(g notes.Goal, f notes.Facts) Goal {
	line := Goal{Goal: g}
	for _, s := range g.Steps {
		if s.Done == "" {
			line.Next = s.Text
			break
		}
	}
	m := notes.MovementOf(g, f.Noted(g.ID), f.Person.Off, f.Today)
	switch {
	case m.Quiet && g.Tag != "":
		line.Said, line.Quiet = voice.T("no line with #{tag} since {day}", "tag", g.Tag, "day", notes.SayDate(m.Since, f.Today)), true
	case m.Quiet:
		line.Said, line.Quiet = voice.T("nothing new since {day}", "day", notes.SayDate(m.Since, f.Today)), true
	case m.On == "":
		line.Said, line.Quiet = voice.T("nothing noted yet"), true
	default:
		line.Said = voice.T("moved {day}", "day", notes.SayDate(m.On, f.Today))
	}
	return line
}

func unsaidFold(f notes.Facts) Fold {
	fold := Fold{Kind: FoldUnsaid, Title: voice.T("Not said yet")}
	fold.Lines = linesOf(f.Unsaid, func(i notes.Filed) (string, notes.Date) { return notes.SayDate(i.NoteDate, f.Today), i.NoteDate })
	var said []string
	of := map[notes.Label][]string{}
	for _, i := range fold.Lines {
		of[i.Label] = append(of[i.Label], notes.LowerFirst(notes.FirstPart(notes.PlainText(i.Filed.Text))))
	}
	if lines := of[notes.Praise]; len(lines) > 0 {
		said = append(said, voice.T("praise: {lines}", "lines", gist(lines)))
	}
	if lines := of[notes.Feedback]; len(lines) > 0 {
		said = append(said, voice.T("feedback: {lines}", "lines", gist(lines)))
	}
	fold.Summary = strings.Join(said, " · ")
	return fold
}

func ideasFold(f notes.Facts) Fold {
	fold := Fold{Kind: FoldIdeas, Title: voice.T("Ideas")}
	fold.Lines = linesOf(f.Ideas, func(i notes.Filed) (string, notes.Date) {
		if i.State == notes.Trying {
			return voice.T("being tried"), ""
		}
		return notes.SaySince(i.NoteDate, f.Today), i.NoteDate
	})
	var said, waiting, trying []string
	oldest := notes.Date("")
	for _, i := range fold.Lines {
		text := notes.LowerFirst(notes.PlainText(i.Filed.Text))
		if i.State == notes.Trying {
			trying = append(trying, text)
			continue
		}
		if oldest == "" || i.NoteDate < oldest {
			oldest = i.NoteDate
		}
		waiting = append(waiting, text)
	}
	long := aloneLong
	if len(waiting) > 0 && len(trying) > 0 {
		long = someLong
	}
	if n := len(waiting); n > 0 {
		said = append(said, voice.T("{n} waiting for an answer {since}: {lines}",
			"n", n, "since", notes.SaySince(oldest, f.Today), "lines", first(waiting, long)))
	}
	if n := len(trying); n > 0 {
		said = append(said, voice.T("{n} being tried: {lines}", "n", n, "lines", first(trying, long)))
	}
	fold.Summary = strings.Join(said, " · ")
	return fold
}

// needsFold lists what they need and no day is set for.
func needsFold(f notes.Facts) Fold {
	fold := Fold{Kind: FoldNeeds, Title: voice.T("What {who} needs", "who", f.Person.First())}
	fold.Lines = linesOf(f.Needs, func(i notes.Filed) (string, notes.Date) { return notes.SaySince(i.NoteDate, f.Today), i.NoteDate })
	fold.Lines = slices.DeleteFunc(fold.Lines, func(l Line) bool { return l.IsOwed() })
	var what []string
	for _, l := range fold.Lines {
		what = append(what, notes.LowerFirst(notes.PlainText(l.Filed.Text)))
	}
	fold.Summary = gist(what)
	return fold
}

// How long a line is at most in what a fold says of its lines, where it is said alone and where several are. What is still too long
// for the window is cut where it is drawn.
const (
	aloneLong = 110
	someLong  = 45
)

// gist is the one line of a fold, or the first two and how many more there are.
func gist(lines []string) string {
	if len(lines) < 2 {
		return first(lines, aloneLong)
	}
	short := make([]string, len(lines))
	for i, l := range lines {
		short[i] = notes.Shorten(l, someLong)
	}
	return listed(short, 2, ", ")
}

// first is the first of some lines, at most so long, and how many more there are.
func first(lines []string, long int) string {
	if len(lines) == 0 {
		return ""
	}
	return listed(append([]string{notes.Shorten(lines[0], long)}, lines[1:]...), 1, ", ")
}

// listed joins the first n of said, and says how many more there are.
func listed(said []string, n int, sep string) string {
	if len(said) <= n {
		return strings.Join(said, sep)
	}
	return voice.T("{some} and {n} more", "some", strings.Join(said[:n], sep), "n", len(said)-n)
}
