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

// yearBefore is the day that typed, read as d, names in the year before today, where it names a day but no year.
func yearBefore(typed string, d, today Date) (Date, bool) {
	past, ok := ReadDate(typed, today.AddDays(-365))
	counted, _ := ReadDate(typed, today.AddDays(-366)) // "in 3 days" is another day there, "17 Nov" the same
	return past, ok && past == counted && past <= today && len(d) == len(past) && d[4:] == past[4:]
}

func isWeekday(typed string) bool {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if len(typed) >= 3 && len(typed) <= len(day.String()) && strings.EqualFold(typed, day.String()[:len(typed)]) {
			return true
		}
	}
	return false
}
