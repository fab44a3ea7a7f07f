package brief

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// TodayPage is what the first screen shows.
type TodayPage struct {
	Title    string // "Tuesday 2 December"
	Summary  string // "One one-on-one today. You have three open promises."
	Meetings []MeetingLine
	IOwe     []Line // Tail is "Ana · since 17 Nov"
}

// MeetingNext is what a line of the next one-on-ones offers to do.
type MeetingNext int

// What can be done next.
const (
	NothingNext MeetingNext = iota // paused
	PrepareNext
	PickADateNext
)

// MeetingLine is a person among the next one-on-ones.
type MeetingLine struct {
	Person   notes.Person
	LastHeld notes.Date // "" before the first
	When     string     // "today 14:00", "5 weeks since 28 Oct", "away until 15 Dec"
	What     string     // "3 topics, 2 from Ben"
	Next     MeetingNext
	Today    bool // their one-on-one is today

	start time.Time // the zero time where none is planned
}

// ShowToday words the first screen: the next one-on-ones by date, then those without one, the longest gap first, then
// those who are away; and the open promises as they come. Now is on the manager's clock, in their locale.
func ShowToday(roster []notes.RosterLine, iOwe []notes.Filed, now time.Time, in notes.Locale) TodayPage {
	today := notes.DateOf(now)
	page := TodayPage{Title: notes.SayLong(today)}
	names := map[notes.PersonID]string{}
	for _, r := range roster {
		if r.Person.Kind != notes.KindMe {
			names[r.Person.ID] = r.Person.First()
		}
		if line, ok := meetingLine(r, now, in); ok {
			page.Meetings = append(page.Meetings, line)
		}
	}
	slices.SortStableFunc(page.Meetings, byMeeting)
	page.IOwe = linesOf(iOwe, func(i notes.Filed) (string, notes.Date) {
		says, day := owedSince(i, today)
		if name := names[i.Person]; name != "" {
			says = name + "  ·  " + says
		}
		return says, day
	})
	page.Summary = todaySummary(page, len(iOwe))
	return page
}

func byMeeting(a, b MeetingLine) int {
	if a.Next != b.Next {
		return cmp.Compare(a.order(), b.order())
	}
	if c := a.start.Compare(b.start); c != 0 {
		return c
	}
	return cmp.Compare(a.LastHeld, b.LastHeld)
}

func (l MeetingLine) order() int {
	return slices.Index([]MeetingNext{PrepareNext, PickADateNext, NothingNext}, l.Next)
}

// meetingLine is false for somebody with whom no one-on-ones are held: Me, who left, and a peer with nothing planned.
func meetingLine(r notes.RosterLine, now time.Time, in notes.Locale) (MeetingLine, bool) {
	p, today := r.Person, notes.DateOf(now)
	if !p.Around() || p.Kind == notes.KindOther && r.Planned == nil && p.Rhythm.Every == 0 {
		return MeetingLine{}, false
	}
	line := MeetingLine{Person: p, LastHeld: r.LastHeld}
	switch {
	case r.Planned != nil && !awayFor(p, *r.Planned, today):
		var day notes.Date
		var at string
		line.start, day, at = r.Planned.Start(now.Location())
		line.When = strings.TrimSpace(notes.SayDay(day, today) + " " + in.SayTime(at))
		line.Today = day == today
		line.Next, line.What = PrepareNext, onTheAgenda(r)
	case p.AwayOn(today):
		line.When = sayAway(p, today)
		line.What = voice.T("Paused until {who} is back", "who", p.First())
	default:
		line.Next, line.What, line.When = PickADateNext, voice.T("No date yet"), voice.T("no one-on-one yet")
		switch {
		case r.Before != "":
			line.When = voice.T("no one-on-one here yet")
		case r.LastHeld != "":
			line.When = notes.SayGapSince(r.LastHeld, today, r.Person.Off)
		}
	}
	return line, true
}

// awayFor reports whether the person is away on today and will still be when a one-on-one is planned.
func awayFor(p notes.Person, planned notes.NoteHead, today notes.Date) bool {
	return p.AwayOn(today) && (p.Until == "" || planned.Date < p.Until)
}

// onTheAgenda says the one thing to know before the one-on-one: an overdue promise, then who brings what.
func onTheAgenda(r notes.RosterLine) string {
	p, n := r.Person, r.Topics+r.Asks
	owed := voice.T("You promised: {line}", "line", notes.SayText(r.FirstOwe))
	switch {
	case r.Overdue:
		return owed
	case n == 1 && r.Topics == 1:
		return voice.T("{who} brings up: {line}", "who", p.First(), "line", notes.SayText(r.FirstTop))
	case n > 0 && r.Topics == 0:
		return voice.N(n, "{n} topic, yours", "{n} topics, all yours")
	case n > 0 && r.Asks == 0:
		return voice.T("{n} topics, all from {who}", "n", n, "who", p.First())
	case n > 0:
		return voice.T("{n} topics, {theirs} from {who}", "n", n, "theirs", r.Topics, "who", p.First())
	case r.Owed > 0:
		return owed
	}
	return voice.T("Nothing on the agenda yet")
}

func todaySummary(page TodayPage, owed int) string {
	n := 0
	for _, m := range page.Meetings {
		if m.Today {
			n++
		}
	}
	said := voice.T("Just a single one-on-one today.")
	if n != 1 {
		said = voice.T("{count} one-on-ones today.", "count", notes.UpperFirst(notes.SayCount(n)))
	}
	switch {
	case owed == 1:
		said += " " + voice.T("You have one open promise.")
	case owed > 1:
		said += " " + voice.T("You have {count} open promises.", "count", notes.SayCount(owed))
	}
	return said
}
