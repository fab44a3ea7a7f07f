package brief

import (
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// SidebarLine is what the sidebar says of a person beside their name.
type SidebarLine struct {
	Tail  string     // when the next one-on-one is, or how long ago the last one was: "Thu", "today", "5 wks", "away"
	Day   notes.Date // that Tail says; "" where it says none
	Dot   bool       // a promise of mine is overdue, or a one-on-one is today
	Today bool       // a one-on-one is today
}

// ShowSidebar is what the sidebar says of a person, now on the manager's clock.
func ShowSidebar(line notes.RosterLine, now time.Time) SidebarLine {
	today := notes.DateOf(now)
	out := SidebarLine{Dot: line.Overdue}
	if line.Person.AwayOn(today) {
		out.Tail = voice.T("away")
		return out
	}
	if line.Planned != nil && line.Planned.Date != "" {
		if _, day, _ := line.Planned.Start(now.Location()); day >= today {
			out.Tail, out.Day = notes.SayShort(day, today), day
			out.Today = day == today
			out.Dot = out.Dot || out.Today
			return out
		}
	}
	switch line.LastHeld {
	case "":
	case today:
		out.Tail, out.Day = voice.T("held"), today // "today" would be one to come
	default:
		out.Tail, out.Day = notes.SayGap(line.LastHeld, today, line.Person.Off), line.LastHeld
	}
	return out
}
