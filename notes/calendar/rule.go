package calendar

import (
	"errors"
	"strings"
	"time"

	rrule "github.com/teambition/rrule-go"
)

// rule is a recurrence. It runs over what clocks show, so that a meeting at nine stays at nine; where that is on the earth's
// clock is said afterwards, once for each.
type rule struct{ option rrule.ROption }

var (
	errRule  = errors.New("calendar: no rule")
	errOften = errors.New("calendar: too often")
)

// readRule reads an RRULE for what begins at start, a wall clock time of the zone.
func readRule(text string, start time.Time, z *zone) (rule, error) {
	var parts []string
	until := time.Time{}
	for _, p := range strings.Split(strings.ToUpper(strings.TrimSpace(text)), ";") {
		name, value, _ := strings.Cut(p, "=")
		switch name {
		case "UNTIL":
			t, ok := readTime(value)
			if !ok {
				return rule{}, errRule
			}
			until = lastWall(t, value, z)
		case "", propStart:
		default:
			if strings.HasPrefix(name, "X-") {
				continue
			}
			parts = append(parts, p)
		}
	}
	o, err := rrule.StrToROption(strings.Join(parts, ";"))
	if err != nil {
		return rule{}, errRule
	}
	if o.Freq > rrule.DAILY {
		return rule{}, errOften
	}
	o.Dtstart, o.Until = start, until
	if _, err := rrule.NewRRule(*o); err != nil {
		return rule{}, errRule
	}
	return rule{*o}, nil
}

// lastWall is the end of a recurrence on the clocks of the zone: a day is meant whole.
func lastWall(t time.Time, text string, z *zone) time.Time {
	switch {
	case !strings.Contains(text, "T"):
		return t.Add(24*time.Hour - time.Second)
	case strings.HasSuffix(text, "Z") && z != nil:
		return z.wall(t)
	}
	return t
}

// between are the wall clock times of the rule from one to before another, at most so many.
func (r rule) between(from, to time.Time, most int) []time.Time {
	o := r.option
	if last := to.Add(-time.Second); o.Until.IsZero() || last.Before(o.Until) {
		o.Until = last
	}
	made, err := rrule.NewRRule(o)
	if err != nil {
		return nil
	}
	var all []time.Time
	next := made.Iterator()
	for {
		t, ok := next()
		if !ok || len(all) > most {
			return all
		}
		if !t.Before(from) {
			all = append(all, t)
		}
	}
}
