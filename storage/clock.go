package storage

import (
	"strings"

	"handback/notes"
)

// A clock may be wrong for a while: what is old by it may be of this morning. Nothing is let go by its age while the clock may
// have jumped.
const (
	clockKey  = "clock" // the day that the clock told last, and since when it has run on from there
	clockLeap = 62      // days without Handback that are no jump: nobody is away longer
	clockWait = 7       // days on which a clock that jumped must have run on before it is believed
)

// trustsClock notes today's day, and reports whether the clock has run on to it without a jump for long enough.
func (t *tx) trustsClock() (bool, error) {
	kept, err := t.setting(clockKey)
	if err != nil {
		return false, err
	}
	today := t.today()
	last, since, _ := strings.Cut(kept, " ")
	seen, from := notes.Date(last), notes.Date(since)
	switch {
	case !seen.Valid():
		from = "" // seen for the first time
	case today < seen || today.DaysSince(seen) > clockLeap:
		from = today
	}
	if err := t.keepSetting(notes.PutSetting{Key: clockKey, Value: string(today) + " " + string(from)}); err != nil {
		return false, err
	}
	return !from.Valid() || today.DaysSince(from) >= clockWait, nil
}
