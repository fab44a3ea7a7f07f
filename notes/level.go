package notes

import (
	"slices"
	"strings"

	"handback/notes/voice"
)

// Level is one of the seven levels of delegation of Management 3.0 (Jurgen Appelo, "Management 3.0", 2011), from the
// manager deciding alone to the report deciding alone. The zero value is no level.
type Level int

// The seven levels.
const (
	NoLevel Level = iota
	Tell
	Sell
	Consult
	Agree
	Advise
	Inquire
	Delegate
)

// Levels lists the seven levels from Tell to Delegate.
var Levels = []Level{Tell, Sell, Consult, Agree, Advise, Inquire, Delegate}

var levelNames = [...]string{
	"",
	voice.T("Tell"),
	voice.T("Sell"),
	voice.T("Consult"),
	voice.T("Agree"),
	voice.T("Advise"),
	voice.T("Inquire"),
	voice.T("Delegate"),
}

// String is the level's name; "" for no level or one that does not exist.
func (l Level) String() string {
	if l < NoLevel || l > Delegate {
		return ""
	}
	return levelNames[l]
}

// Call is whose call a level makes it.
type Call string

// The three calls that screens show; the seven levels stand behind "finer".
const (
	NoCall Call = ""
	Mine   Call = "mine"
	Shared Call = "shared"
	Theirs Call = "theirs"
)

// Call is Mine for levels 1 to 3, Shared for 4, Theirs for 5 to 7.
func (l Level) Call() Call {
	switch {
	case l < Tell || l > Delegate:
		return NoCall
	case l <= Consult:
		return Mine
	case l == Agree:
		return Shared
	}
	return Theirs
}

// AreaID is the local id of an area.
type AreaID int64

// Area is a kind of decision of one person, with its limits and its dated history of levels.
type Area struct {
	ID     AreaID
	UID    string
	Person PersonID
	Tag    string   // without '#', lower case
	Former []string // tags that it had, oldest first: lines that carry one still count for it. Storage keeps them.
	Limits string   // what must stay true, in the manager's words
	Levels []DatedLevel
}

// DatedLevel is a level in force from a day on.
type DatedLevel struct {
	From  Date
	Level Level
}

// LevelOn is the level in force on day; NoLevel before the first. Levels are ordered by From; of one day the last counts.
func (a Area) LevelOn(day Date) Level {
	in := NoLevel
	for _, l := range a.Levels {
		if l.From <= day {
			in = l.Level
		}
	}
	return in
}

// Meaning is what a level means, as the manager says it of a report.
func (l Level) Meaning() string {
	if l < NoLevel || l > Delegate {
		return ""
	}
	return levelMeanings[l]
}

var levelMeanings = [...]string{
	"", voice.T("I decide and say so"), voice.T("I decide and say why"), voice.T("I ask first, then decide"), voice.T("we decide together"),
	voice.T("I advise, they decide"), voice.T("they decide, then tell me"), voice.T("they decide"),
}

// Level is the level that a call stands for until a finer one is chosen; NoLevel for NoCall.
func (c Call) Level() Level {
	switch c {
	case Mine:
		return Consult
	case Shared:
		return Agree
	case Theirs:
		return Advise
	}
	return NoLevel
}

// Since is the day from which the level of today holds without a break; no day where there is none.
func (a Area) Since(today Date) Date {
	var since Date
	level := NoLevel
	for _, l := range a.Levels {
		if l.From > today {
			break
		}
		if l.Level != level {
			since, level = l.From, l.Level
		}
	}
	return since
}

// AreaOf is the area of a tag; without one, or without such an area, the zero Area.
func AreaOf(areas []Area, tag string) Area {
	for _, a := range areas {
		if tag != "" && a.Tag == tag {
			return a
		}
	}
	return Area{}
}

// AreaNamed is AreaOf, but finds an area by a tag that it had as well, where no other has that tag now.
func AreaNamed(areas []Area, tag string) Area {
	if a := AreaOf(areas, tag); a.Tag != "" {
		return a
	}
	for _, a := range areas {
		if slices.Contains(a.Former, tag) {
			return a
		}
	}
	return Area{}
}

// LevelNow is the row that puts a level in force from today on.
func LevelNow(person PersonID, tag string, level Level, today Date) AreaLevel {
	return AreaLevel{Person: person, Tag: tag, DatedLevel: DatedLevel{From: today, Level: level}}
}

// AreaWords is a tag as words: "customer-visits" is "customer visits".
func AreaWords(tag string) string { return strings.NewReplacer("-", " ", "_", " ").Replace(tag) }
