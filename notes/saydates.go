package notes

import (
	"strconv"

	"handback/notes/voice"
)

// SayDate is a day as people say it: "4 Dec", and "4 Dec 2025" where it is not in today's year. "" for no day.
func SayDate(d, today Date) string {
	if !d.Valid() {
		return ""
	}
	if d.Time().Year() != today.Time().Year() {
		return d.Time().Format("2 Jan 2006")
	}
	return d.Time().Format("2 Jan")
}

// SayFull is SayDate with the weekday: "Thu 4 Dec".
func SayFull(d, today Date) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format("Mon ") + SayDate(d, today)
}

// SayDay is SayFull, but "today", "tomorrow" and "yesterday" for these days.
func SayDay(d, today Date) string {
	if said := sayNear(d, today); said != "" {
		return said
	}
	return SayFull(d, today)
}

// SayShort is SayDay in as few letters as can be: "Fri" within the next six days, otherwise "9 Dec".
func SayShort(d, today Date) string {
	if said := sayNear(d, today); said != "" {
		return said
	}
	if n := d.DaysSince(today); d.Valid() && n > 0 && n < 7 {
		return d.Time().Format("Mon")
	}
	return SayDate(d, today)
}

// SayWhole is a day with nothing left out: "Tuesday 2 December 2025". "" for no day.
func SayWhole(d Date) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format("Monday 2 January 2006")
}

// SayLong heads a page: "Tuesday 2 December".
func SayLong(d Date) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format("Monday 2 January")
}

func sayNear(d, today Date) string {
	if !d.Valid() {
		return ""
	}
	switch d.DaysSince(today) {
	case 0:
		return voice.T("today")
	case 1:
		return voice.T("tomorrow")
	case -1:
		return voice.T("yesterday")
	}
	return ""
}

// SayWhen is how far off a day is: "today", "in 2 days", "3 days ago", "in 3 weeks" from three weeks on.
func SayWhen(d, today Date) string {
	if said := sayNear(d, today); said != "" || !d.Valid() {
		return said
	}
	switch n := d.DaysSince(today); {
	case n >= 365:
		return voice.N(n/365, "in {n} year", "in {n} years")
	case n >= 21:
		return voice.N(n/7, "in {n} week", "in {n} weeks")
	case n > 0:
		return voice.N(n, "in {n} day", "in {n} days")
	case n > -21:
		return voice.N(-n, "{n} day ago", "{n} days ago")
	case n > -365:
		return voice.N(-n/7, "{n} week ago", "{n} weeks ago")
	default:
		return voice.N(-n/365, "{n} year ago", "{n} years ago")
	}
}

// SaySince is "since 17 Nov"; "since today" and "since yesterday" for these days.
func SaySince(d, today Date) string {
	if !d.Valid() {
		return ""
	}
	if said := sayNear(d, today); said != "" {
		return voice.T("since {day}", "day", said)
	}
	return voice.T("since {day}", "day", SayDate(d, today))
}

// SayGap is the time since a day in as few letters as can be, days off left out: "5 wks", "3 days", "today"; "" for a
// day to come.
func SayGap(d, today Date, off DaysOff) string {
	n := off.Since(d, today)
	switch {
	case !d.Valid() || n < 0:
		return ""
	case d == today:
		return voice.T("today")
	case n < 14:
		return voice.N(n, "{n} day", "{n} days")
	}
	return voice.T("{n} wks", "n", n/7)
}

// SayGapSince says in full how long ago the last one-on-one was held: "5 weeks since 28 Oct", "3 days since 30 Nov",
// "held today"; "" for a day to come. Days off are left out.
func SayGapSince(d, today Date, off DaysOff) string {
	n := off.Since(d, today)
	switch {
	case !d.Valid() || n < 0:
		return ""
	case today.DaysSince(d) < 2:
		return voice.T("held {day}", "day", sayNear(d, today))
	case n < 14:
		return voice.N(n, "{n} day since {day}", "{n} days since {day}", "day", SayDate(d, today))
	}
	return voice.N(n/7, "{n} week since {day}", "{n} weeks since {day}", "day", SayDate(d, today))
}

// SayCount is a number in words up to twelve, in figures above, as a sentence says it: "three".
func SayCount(n int) string {
	words := [...]string{
		"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}
