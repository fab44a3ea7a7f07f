package notes

import (
	"strings"
	"time"
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

// ReadTime reads a time of day as people type it: "9", "9:30", "09.30", "14h". It reports false for what is none.
// Nothing typed is no time, which is fine.
func ReadTime(text string) (at string, ok bool) {
	text = strings.NewReplacer(".", ":", "h", ":", " ", "").Replace(strings.ToLower(strings.TrimSpace(text)))
	text = strings.TrimSuffix(text, ":")
	if text == "" {
		return "", true
	}
	for _, layout := range []string{clockLayout, "15"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Format(clockLayout), true
		}
	}
	return "", false
}
