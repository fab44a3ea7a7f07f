package notes

import "time"

// Rhythm is how often one-on-ones with a person are meant to be. The zero value is no rhythm.
type Rhythm struct {
	Every   int          // how many Units lie between two one-on-ones; 0 is no rhythm
	Unit    RhythmUnit   // weeks or months
	Fixed   bool         // there is a fixed weekday and time; otherwise "about every n weeks"
	Weekday time.Weekday // only with Fixed
	At      string       // "15:04" on the wall clock of Zone; may be empty: that day, no time
	Zone    string       // IANA name, e.g. "Europe/Zurich"; empty is the manager's own
}

// RhythmUnit is the unit of Rhythm.Every.
type RhythmUnit string

// The units of a rhythm.
const (
	Weeks  RhythmUnit = "week"
	Months RhythmUnit = "month"
)
