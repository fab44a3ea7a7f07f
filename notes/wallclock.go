package notes

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// When is the instant of a wall clock time on a day. At is "15:04"; without one, or with one that is none, it is the
// first moment of the day. Zone is an IANA name; empty or unknown it is own, the manager's.
//
// Where the clocks are put forward over that time it is as much later as the clocks are; where they are put back and
// the time comes twice it is the first one. It is the zero time for no day.
func When(day Date, at, zone string, own *time.Location) time.Time {
	if !day.Valid() {
		return time.Time{}
	}
	clock, err := time.Parse(clockLayout, at)
	if err != nil {
		clock = time.Time{}
	}
	t := day.Time()
	wall := time.Date(t.Year(), t.Month(), t.Day(), clock.Hour(), clock.Minute(), 0, 0, time.UTC)
	return onWallClock(wall, zoneOr(zone, own))
}

// AtHere is the time of a note on the manager's clocks, "" where it has none. Where they show another day then, it is the time
// that was said.
func AtHere(h NoteHead, own *time.Location) string {
	if _, day, at := h.Start(own); day == h.Date {
		return at
	}
	return h.At
}

const clockLayout = "15:04"

// TimeOf is the time of day of t, as notes keep it: "09:30".
func TimeOf(t time.Time) string { return t.Format(clockLayout) }

// ValidTime reports whether at is a time of day as notes and rhythms keep it: "09:30".
func ValidTime(at string) bool {
	_, err := time.Parse(clockLayout, at)
	return err == nil && len(at) == len(clockLayout)
}

// onWallClock is the instant at which clocks in loc show what wall shows in UTC.
func onWallClock(wall time.Time, loc *time.Location) time.Time {
	before := wall.Add(-offset(wall.Add(-24*time.Hour), loc))
	after := wall.Add(-offset(wall.Add(24*time.Hour), loc))
	if !shows(before, loc, wall) && shows(after, loc, wall) {
		before = after
	}
	return before.In(loc)
}

func offset(t time.Time, loc *time.Location) time.Duration {
	_, seconds := t.In(loc).Zone()
	return time.Duration(seconds) * time.Second
}

func shows(t time.Time, loc *time.Location, wall time.Time) bool {
	return t.In(loc).Format(time.DateTime) == wall.Format(time.DateTime)
}

func zoneOr(zone string, own *time.Location) *time.Location {
	if zone == "" {
		return own
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return own
	}
	return loc
}

// Start is the instant at which a planned one-on-one begins, and its day and time on the manager's own clock, which
// differ from the note's where the note keeps another zone. At is "" where the note has no time.
func (h NoteHead) Start(own *time.Location) (start time.Time, day Date, at string) {
	start = When(h.Date, h.At, h.Zone, own)
	if !ValidTime(h.At) {
		return start, h.Date, ""
	}
	local := start.In(own)
	return start, DateOf(local), local.Format(clockLayout)
}

// ReadTime reads a time of day as people type it: "9", "9:30", "09.30", "17.30", "0930", "14h", "5pm", "5:30 p.m.", "noon".
// It reports false for what is none. Nothing typed is no time, which is fine.
func ReadTime(typed string) (at string, ok bool) {
	s := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, Fold(Tidy(typed)))
	switch s {
	case "":
		return "", true
	case "noon":
		return "12:00", true
	case "midnight":
		return "00:00", true
	}
	s, half := cutHalf(s)
	hour, minute, ok := readClock(s)
	if !ok || hour > 23 || minute > 59 {
		return "", false
	}
	if half != "" {
		if hour < 1 || hour > 12 {
			return "", false
		}
		hour %= 12
		if half == "p" {
			hour += 12
		}
	}
	return fmt.Sprintf("%02d:%02d", hour, minute), true
}

// cutHalf cuts "am" or "pm" off a time of day, and says which half of the day it is: "a", "p" or "".
func cutHalf(s string) (clock, half string) {
	for _, end := range []string{"am", "pm", "a.m.", "p.m.", "a.m", "p.m"} {
		if clock, ok := strings.CutSuffix(s, end); ok {
			return clock, end[:1]
		}
	}
	return s, ""
}

// readClock reads hours, and minutes where there are any, divided by a colon, a full stop, an h or nothing.
func readClock(s string) (hour, minute int, ok bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "uhr"), "h")
	at := strings.IndexAny(s, ":.h")
	hours, minutes := s, "00"
	switch {
	case at >= 0:
		hours, minutes = s[:at], s[at+1:]
	case len(s) == len("930") || len(s) == len("0930"):
		hours, minutes = s[:len(s)-2], s[len(s)-2:]
	}
	if len(hours) < 1 || len(hours) > 2 || len(minutes) != 2 || strings.Trim(hours+minutes, "0123456789") != "" {
		return 0, 0, false
	}
	hour, _ = strconv.Atoi(hours)
	minute, _ = strconv.Atoi(minutes)
	return hour, minute, true
}
