package calendar

import (
	"encoding/json"
	"slices"

	"handback/notes"
)

// Key is the setting that keeps what is known of a person and their meetings. It goes with them.
func Key(p notes.Person) string { return notes.SettingCalendar + p.UID }

// KeyPath is the setting with the file or folder that is read again by itself, "" for none.
const KeyPath = "calendars.path"

// Kept is what a journal keeps about a person's meetings: the addresses and titles that mean them, and which occurrence made
// which planned note. Nobody are the addresses and titles that mean nobody in the journal; they are kept with the manager.
type Kept struct {
	Means  []string `json:"means,omitempty"`
	Nobody []string `json:"nobody,omitempty"`
	Taken  []Taken  `json:"taken,omitempty"`
	Coming []Time   `json:"coming,omitempty"` // the next ones that the calendar has, for when the planned one is over
}

// Time is a day and a time as notes keep them.
type Time struct {
	Date notes.Date `json:"date"`
	At   string     `json:"at,omitempty"`
	Zone string     `json:"zone,omitempty"`
}

func timeOf(h notes.NoteHead) Time { return Time{h.Date, h.At, h.Zone} }

// Taken is an occurrence that was taken: it isn't again, whatever became of its note.
type Taken struct {
	Key  string `json:"key"`
	Note string `json:"note"`     // uid
	Put  Time   `json:"put"`      // when the note was planned for by the calendar; another day now is the manager's
	Says Time   `json:"calendar"` // when the calendar said that it is
}

// ReadKept reads what Kept.String wrote. What can't be read is nothing.
func ReadKept(s string) Kept {
	var k Kept
	if s == "" || json.Unmarshal([]byte(s), &k) != nil {
		return Kept{}
	}
	return k
}

func (k Kept) String() string {
	if len(k.Means)+len(k.Nobody)+len(k.Taken)+len(k.Coming) == 0 {
		return ""
	}
	b, err := json.Marshal(k)
	if err != nil {
		return ""
	}
	return string(b)
}

// Without is it without the addresses and titles of which says is true.
func (k Kept) Without(says func(string) bool) Kept {
	k.Means = slices.DeleteFunc(slices.Clone(k.Means), says)
	k.Nobody = slices.DeleteFunc(slices.Clone(k.Nobody), says)
	return k
}

// And is what is known of two entries of one person.
func (k Kept) And(l Kept) Kept {
	for _, m := range l.Means {
		k.Means = with(k.Means, m)
	}
	for _, m := range l.Nobody {
		k.Nobody = with(k.Nobody, m)
	}
	for _, t := range l.Taken {
		if !k.took(t.Key) {
			k.Taken = append(k.Taken, t)
		}
	}
	if len(k.Coming) == 0 {
		k.Coming = l.Coming
	}
	return k
}

// Next is the first that the calendar has after one day, and not before another.
func (k Kept) Next(after, from notes.Date) (Time, bool) {
	for _, t := range k.Coming {
		if t.Date > after && t.Date >= from {
			return t, true
		}
	}
	return Time{}, false
}

func (k Kept) took(key string) bool {
	return slices.ContainsFunc(k.Taken, func(t Taken) bool { return t.Key == key })
}

// take adds what was taken, and forgets what is long over.
func (k Kept) take(t Taken, today notes.Date) Kept {
	k.Taken = slices.DeleteFunc(slices.Clone(k.Taken), func(o Taken) bool {
		return o.Key == t.Key || max(o.Put.Date, o.Says.Date) < today.AddDays(-keepDays)
	})
	for i := range k.Taken {
		if t.Note != "" && k.Taken[i].Note == t.Note { // the note stands for another occurrence now
			k.Taken[i].Note = ""
		}
	}
	k.Taken = append(k.Taken, t)
	return k
}

// keepDays is for how long it is remembered that an occurrence was taken: it must be longer than what is read of the past.
const keepDays = 60

func with(all []string, one string) []string {
	if slices.Contains(all, one) {
		return all
	}
	return append(slices.Clone(all), one)
}
