package notes

import "time"

// SidebarLine is what the sidebar says of a person beside their name.
type SidebarLine struct {
	Tail  string // when the next one-on-one is, or how long ago the last one was: "Thu", "today", "5 wks", "away"
	Dot   bool   // a promise of mine is overdue, or a one-on-one is today
	Today bool   // a one-on-one is today
}

// SideLine is what the sidebar says of a person, now on the manager's clock.
func SideLine(line RosterLine, now time.Time) SidebarLine {
	today := DateOf(now)
	out := SidebarLine{Dot: line.Overdue}
	if line.Person.AwayOn(today) {
		out.Tail = "away"
		return out
	}
	if line.Planned != nil && line.Planned.Date != "" {
		if _, day, _ := line.Planned.Start(now.Location()); day >= today {
			out.Tail = SayShort(day, today)
			out.Today = day == today
			out.Dot = out.Dot || out.Today
			return out
		}
	}
	switch line.LastHeld {
	case "":
	case today:
		out.Tail = "held" // "today" would be one to come
	default:
		out.Tail = SayGap(line.LastHeld, today)
	}
	return out
}
