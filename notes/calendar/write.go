package calendar

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

// ours ends the UID that a note has in a calendar.
const ours = "@handback.invalid"

// UID is what a planned note is in every calendar, as often as it is written.
func UID(note string) string { return note + ours }

// IsOurs reports whether a meeting was written by Handback.
func IsOurs(uid string) bool { return strings.HasSuffix(uid, ours) }

// Planned is a planned note that is written for a calendar.
type Planned struct {
	Note notes.Note
	Who  string // "" names nobody
}

// length is how long a one-on-one is in a calendar: notes don't say.
const length = 30 * time.Minute

// Write makes the file of some planned notes. Times are written in UTC, which every calendar program reads the same; a note without
// a time is a whole day. The alarm names nobody: it may show while somebody looks on.
func Write(all []Planned, now time.Time) []byte {
	w := &writer{}
	w.line(beginCalendar)
	w.line(version)
	w.line(product)
	w.line(scale)
	w.line(publish)
	for _, p := range all {
		w.event(p, now)
	}
	w.line(endCalendar)
	return []byte(w.String())
}

type writer struct{ strings.Builder }

const utcTime = "20060102T150405Z"

func (w *writer) event(p Planned, now time.Time) {
	n := p.Note
	w.line(beginEvent)
	w.line(propUID + ":" + UID(n.UID))
	w.line(propStamp + ":" + now.UTC().Format(utcTime))
	w.line(propChanged + ":" + n.UpdatedAt.UTC().Format(utcTime))
	w.line(propSequence + ":" + strconv.FormatInt(sequence(n.UpdatedAt), 10))
	if start, _, at := n.Start(now.Location()); at != "" {
		w.line(propStart + ":" + start.UTC().Format(utcTime))
		w.line(propEnd + ":" + start.Add(length).UTC().Format(utcTime))
	} else {
		w.line(propStart + isDay + n.Date.Time().Format("20060102"))
		w.line(propEnd + isDay + n.Date.AddDays(1).Time().Format("20060102"))
	}
	summary := voice.T("One-on-one")
	if p.Who != "" {
		summary = voice.T("One-on-one with {who}", "who", p.Who)
	}
	w.line(propSummary + ":" + escape(summary))
	w.line(private)
	w.line(confirmed)
	if n.At == "" {
		w.line(free) // the day isn't taken by it
	} else {
		w.line(busy)
		w.line(beginAlarm)
		w.line(display)
		w.line(propDescription + ":" + escape(voice.T("One-on-one in 15 min")))
		w.line(quarter)
		w.line(endAlarm)
	}
	w.line(endEvent)
}

// sequence rises whenever the note does: what was written later is what a calendar program believes. It counts seconds, and fits
// into 31 bits until 2088.
func sequence(t time.Time) int64 {
	return max(0, t.Unix()-time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).Unix())
}

func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	return strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`).Replace(s)
}

// longest is how many bytes a line may have (RFC 5545, 3.1).
const longest = 75

// line writes a content line, folded, never within a character.
func (w *writer) line(s string) {
	most := longest
	for len(s) > most {
		end := most
		for end > 0 && !utf8.RuneStart(s[end]) {
			end--
		}
		w.WriteString(s[:end] + "\r\n ")
		s, most = s[end:], longest-1
	}
	w.WriteString(s + "\r\n")
}
