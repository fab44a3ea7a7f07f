package notes

import (
	"strings"
	"time"

	"handback/notes/voice"
)

// TypeDate is a day as a form's field holds it: "4 Dec 2026".
func TypeDate(d Date) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format("2 Jan 2006")
}

// ReadFormDate reads a day as it is typed into a form: any date that a line may say. Nothing typed is no day.
func ReadFormDate(field, typed string, today Date) (Date, error) {
	if strings.TrimSpace(typed) == "" {
		return "", nil
	}
	if d, ok := ReadDate(typed, today); ok {
		return d, nil
	}
	return "", Invalid{Field: field, Why: voice.T("That isn't a date. Write it like 4 Dec or {date}.", "date", string(today))}
}

// ReadPastDate is ReadFormDate for a day that is not to come: "Fri" is the last one, "17 Nov" the one before today.
func ReadPastDate(field, typed string, today Date) (Date, error) {
	typed = strings.TrimSpace(typed)
	if strings.EqualFold(typed, "yesterday") {
		return today.AddDays(-1), nil
	}
	d, err := ReadFormDate(field, typed, today)
	if err != nil || d <= today {
		return d, err
	}
	if past, ok := ReadDate(typed, today.AddDays(-7)); ok && past <= today && isWeekday(typed) {
		return past, nil
	}
	if past, ok := yearBefore(typed, d, today); ok {
		return past, nil
	}
	return d, nil
}

// ReadNearDate is ReadFormDate for a day that may as well be past: "3 Oct" is the nearest one.
func ReadNearDate(field, typed string, today Date) (Date, error) {
	d, err := ReadFormDate(field, typed, today)
	if past, ok := yearBefore(typed, d, today); err == nil && ok && today.DaysSince(past) < d.DaysSince(today) {
		return past, nil
	}
	return d, err
}

// ReadComingDate is ReadFormDate for a day that is to come. A day without a year that was not long ago is that past one,
// for the form to refuse, and not the one in almost a year: "12 Nov" on 20 Nov is a slip.
func ReadComingDate(field, typed string, today Date) (Date, error) {
	if strings.EqualFold(strings.TrimSpace(typed), "yesterday") {
		return today.AddDays(-1), nil
	}
	d, err := ReadFormDate(field, typed, today)
	if past, ok := yearBefore(typed, d, today); err == nil && ok && today.DaysSince(past) <= slipDays {
		return past, nil
	}
	return d, err
}

// slipDays is how far back a day lies that was typed by a slip, and how far on one in the next year that was meant.
const slipDays = 60

// ReadLastDate is ReadFormDate for the last day of some that begin with first. A day without a year that would be in the
// next one, and not soon, is Invalid: it is before the first.
func ReadLastDate(field, typed string, first Date) (Date, error) {
	d, err := ReadFormDate(field, typed, first)
	if _, ok := yearBefore(typed, d, first); err == nil && ok && d[:4] > first[:4] && d.DaysSince(first) > slipDays {
		return "", Invalid{
			Field: field,
			Why:   voice.T("The last day is before the first. If you mean {day}, add the year.", "day", TypeDate(d)),
		}
	}
	return d, err
}

// yearBefore is the day that typed, read as d, names in the year before today, where it names a day but no year.
func yearBefore(typed string, d, today Date) (Date, bool) {
	past, ok := ReadDate(typed, today.AddDays(-365))
	counted, _ := ReadDate(typed, today.AddDays(-366)) // "in 3 days" is another day there, "17 Nov" the same
	return past, ok && past == counted && past <= today && len(d) == len(past) && d[4:] == past[4:]
}

// soonDays is how far from today a day may be whose year goes without saying.
const soonDays = 92

// SayYear is what a form says of a day that was typed without a year, read as d: which year that is. It is "" where that is plain:
// of a day of this year, or one that is near.
func SayYear(typed string, d, today Date) string {
	if d == "" || d[:4] == today[:4] || max(d.DaysSince(today), today.DaysSince(d)) <= soonDays {
		return ""
	}
	now, ok := ReadDate(typed, today)
	if before, _ := ReadDate(typed, today.AddDays(-2*365)); !ok || before == now {
		return "" // the year was typed
	}
	return voice.T("That's {day}.", "day", TypeDate(d))
}

func isWeekday(typed string) bool {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if len(typed) >= 3 && len(typed) <= len(day.String()) && strings.EqualFold(typed, day.String()[:len(typed)]) {
			return true
		}
	}
	return false
}
