// Package calendar reads the one-on-ones that a calendar program keeps (RFC 5545) into planned notes, and writes planned notes
// for one. It knows no files and no journal: bytes become meetings, meetings and what a journal holds become a plan.
package calendar

import (
	"errors"
	"time"

	"handback/notes/voice"
)

// The limits of what is read at all.
const (
	MaxFile   = 64 << 20 // bytes of one file
	MaxFiles  = 200_000  // of a folder
	maxEvents = 200_000
	maxDepth  = 16
	maxTimes  = 5_000 // of one meeting within the days that are looked at
)

// The years in which a meeting may begin.
const firstYear, lastYear = 1900, 2200

// Calendar is what was read of any number of files.
type Calendar struct {
	events  []event
	Skipped []Skip

	ready   window // what is worked out already
	coming  []Meeting
	unclear []Skip
}

// window is the days of which meetings are worked out.
type window struct{ from, to time.Time }

// Skip is a meeting, or a part of a file, that isn't taken.
type Skip struct {
	Title string // of the meeting, "" of a file
	Why   string // a sentence for the manager
}

// Errors of files that are no calendar.
var (
	ErrNoCalendar = errors.New("calendar: no calendar")
	ErrTooBig     = errors.New("calendar: too big")
	ErrCutOff     = errors.New("calendar: cut off") // what is missing may move or call off what is there
)

// Say is what the manager reads of such an error.
func Say(err error) string {
	switch {
	case errors.Is(err, ErrTooBig):
		return voice.T("This calendar is too big to read.")
	case errors.Is(err, ErrCutOff):
		return voice.T("Part of this calendar is missing. Export it again, then choose it.")
	case errors.Is(err, ErrNoCalendar):
		return voice.T("That file isn't a calendar. Choose one that ends in .ics.")
	}
	return ""
}

// Add reads one file into the calendar. What of it can't be read is skipped and said.
func (c *Calendar) Add(file []byte) error {
	parts, err := parse(file)
	if err != nil {
		return err
	}
	for _, cal := range parts {
		zones := readZones(cal)
		cancel := cal.text(propMethod) == "CANCEL"
		for _, part := range cal.parts {
			if part.name != "VEVENT" {
				continue
			}
			if len(c.events) >= maxEvents {
				return ErrTooBig
			}
			e, why := readEvent(part, zones, cancel)
			if why != "" {
				c.Skipped = append(c.Skipped, Skip{e.title, why})
				continue
			}
			c.events, c.ready = append(c.events, e), window{}
		}
	}
	return nil
}

// Attendee is somebody who is invited.
type Attendee struct {
	Name    string // may be empty
	Address string // in lower case, may be empty
}

// Meeting is one occurrence of an event.
type Meeting struct {
	UID     string // of the event
	Key     string // stays the same when the occurrence moves: the UID and when it was to begin at first
	Title   string
	With    []Attendee // the organiser among them
	Repeats bool
	Whole   bool // a whole day, or several
	Start   time.Time
	End     time.Time
	Zone    string // IANA name of the zone that it was said in; "" where there is none
	Off     bool   // cancelled
}
