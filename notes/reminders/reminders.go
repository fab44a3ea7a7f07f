// Package reminders decides when the manager is reminded of one-on-ones, and in which words: with no name and no topic, since anybody
// may see them.
package reminders

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// The settings: what is wanted, and what was said.
const (
	KeyWants = "reminders"
	KeyTold  = "reminders.told"
)

// Wants are the reminders that the manager chose; the zero value is none.
type Wants struct {
	Before  int  // minutes before a one-on-one, one of Choices; 0 is none
	Morning bool // once in the morning of a day with one-on-ones
}

// Choices are the minutes that are offered.
var Choices = []int{0, 2, 5, 10, 15, 30}

const morningWord = "morning"

// Read reads the setting.
func Read(text string) (w Wants) {
	for _, word := range strings.Fields(text) {
		if n, err := strconv.Atoi(word); err == nil && slices.Contains(Choices, n) {
			w.Before = n
		}
		w.Morning = w.Morning || word == morningWord
	}
	return w
}

// String is the setting.
func (w Wants) String() string {
	var words []string
	if w.Before > 0 {
		words = append(words, strconv.Itoa(w.Before))
	}
	if w.Morning {
		words = append(words, morningWord)
	}
	return strings.Join(words, " ")
}

// Any reports whether anything is wanted.
func (w Wants) Any() bool { return w.Before > 0 || w.Morning }

// Meeting is a planned one-on-one.
type Meeting struct {
	Note  notes.NoteID
	At    time.Time // when it begins; of one without a time, the day
	Timed bool
}

// Of are the one-on-ones of a roster, on the clock of now. Those of who is away or left are none.
func Of(roster []notes.RosterLine, now time.Time) (all []Meeting) {
	for _, l := range roster {
		if l.Planned == nil || l.Planned.Date == "" || l.Person.AwayOn(notes.DateOf(now)) || !l.Person.Around() {
			continue
		}
		start, _, at := l.Planned.Start(now.Location())
		all = append(all, Meeting{l.Planned.ID, start, at != ""})
	}
	slices.SortFunc(all, func(a, b Meeting) int { return a.At.Compare(b.At) })
	return all
}

// The morning, on the manager's clock.
const (
	morningFrom  = 7
	morningUntil = 11
)

// key stands for one reminder of a meeting: one that is moved is another.
func (m Meeting) key() string { return fmt.Sprintf("%d@%d", m.Note, m.At.Unix()) }

// dayKey stands for the reminder of a morning.
func dayKey(now time.Time) string { return string(notes.DateOf(now)) }

// mostTold is how many reminders are remembered.
const mostTold = 40

// Due is what is to be said now, "" where nothing is, and what was said then, to be kept before it is shown. Told is what was said so
// far. One that fell into a sleep of the computer is said as long as its meeting has not begun; none is said twice.
func Due(all []Meeting, now time.Time, w Wants, told string) (say, toldThen string) {
	said := strings.Fields(told)
	if due := soon(all, now, w, said); len(due) > 0 {
		for _, m := range due {
			said = append(said, m.key())
		}
		if !slices.Contains(said, dayKey(now)) {
			said = append(said, dayKey(now)) // how many there are is no news behind that
		}
		say = voice.T("A one-on-one is about to start.")
		if minutes := int(due[0].At.Sub(now).Round(time.Minute) / time.Minute); minutes >= 1 {
			say = voice.N(minutes, "A one-on-one starts in {n} minute.", "A one-on-one starts in {n} minutes.")
		}
	}
	if say == "" && w.Morning && now.Hour() >= morningFrom && now.Hour() < morningUntil && !slices.Contains(said, dayKey(now)) {
		today := today(all, now)
		if len(today) > 0 {
			said = append(said, dayKey(now))
			say = voice.N(len(today), "You have {n} one-on-one today.", "You have {n} one-on-ones today.")
		}
	}
	return say, strings.Join(said[max(0, len(said)-mostTold):], " ")
}

// soon are the meetings that begin within the minutes that are wanted, and of which nothing was said.
func soon(all []Meeting, now time.Time, w Wants, said []string) (due []Meeting) {
	for _, m := range all {
		left := m.At.Sub(now)
		if m.Timed && left > 0 && left <= time.Duration(w.Before)*time.Minute && !slices.Contains(said, m.key()) {
			due = append(due, m)
		}
	}
	return due
}

// today are the meetings of the day that have not begun.
func today(all []Meeting, now time.Time) (left []Meeting) {
	for _, m := range all {
		if notes.DateOf(m.At.In(now.Location())) == notes.DateOf(now) && (!m.Timed || m.At.After(now)) {
			left = append(left, m)
		}
	}
	return left
}

// Next is how long nothing is due for, at the least.
func Next(all []Meeting, now time.Time, w Wants) time.Duration {
	next := time.Hour
	until := func(at time.Time) {
		if wait := at.Sub(now); wait > 0 {
			next = min(next, wait)
		}
	}
	if w.Before > 0 {
		for _, m := range all {
			if m.Timed {
				until(m.At.Add(-time.Duration(w.Before) * time.Minute))
			}
		}
	}
	if w.Morning {
		day := now
		if now.Hour() >= morningFrom {
			day = now.AddDate(0, 0, 1)
		}
		until(time.Date(day.Year(), day.Month(), day.Day(), morningFrom, 0, 0, 0, now.Location()))
	}
	return next
}
