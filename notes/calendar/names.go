package calendar

// The names of content lines (RFC 5545).
const (
	propMethod      = "METHOD"
	propSummary     = "SUMMARY"
	propUID         = "UID"
	propSequence    = "SEQUENCE"
	propStamp       = "DTSTAMP"
	propStatus      = "STATUS"
	propStart       = "DTSTART"
	propOf          = "RECURRENCE-ID"
	propEnd         = "DTEND"
	propDuration    = "DURATION"
	propRule        = "RRULE"
	propMore        = "RDATE"
	propLess        = "EXDATE"
	propAttendee    = "ATTENDEE"
	propOrganizer   = "ORGANIZER"
	propZone        = "TZID"
	propFrom        = "TZOFFSETFROM"
	propTo          = "TZOFFSETTO"
	propPlace       = "X-LIC-LOCATION"
	propChanged     = "LAST-MODIFIED"
	propDescription = "DESCRIPTION"
)

// kept are the lines that mean something here. All others, descriptions and attachments among them, are not even held.
var kept = []string{
	propMethod, propSummary, propUID, propSequence, propStamp, propStatus, propStart, propOf, propEnd, propDuration,
	propRule, propMore, propLess, propAttendee, propOrganizer, propZone, propFrom, propTo, propPlace,
}

const nameUTC = "UTC"

// The lines that are the same in every file that is written.
const (
	beginCalendar = "BEGIN:VCALENDAR"
	version       = "VERSION:2.0"
	product       = "PRODID:-//Handback//Handback//EN"
	scale         = "CALSCALE:GREGORIAN"
	publish       = "METHOD:PUBLISH"
	endCalendar   = "END:VCALENDAR"
	beginEvent    = "BEGIN:VEVENT"
	private       = "CLASS:PRIVATE"
	confirmed     = "STATUS:CONFIRMED"
	busy          = "TRANSP:OPAQUE"
	free          = "TRANSP:TRANSPARENT"
	beginAlarm    = "BEGIN:VALARM"
	display       = "ACTION:DISPLAY"
	quarter       = "TRIGGER:-PT15M"
	endAlarm      = "END:VALARM"
	endEvent      = "END:VEVENT"
	isDay         = ";VALUE=DATE:"
)

// offTitles is how programs begin the title of what was called off, where the file says nothing else of it: Outlook's own calendar.
var offTitles = []string{
	"canceled:", "cancelled:", "abgesagt:", "annulé:", "annulé :", "cancelado:", "cancelada:", "annullato:", "geannuleerd:", "odwołane:",
}
