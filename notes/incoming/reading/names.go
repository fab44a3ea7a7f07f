package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

var (
	oneOnOne = regexp.MustCompile(`(?i)(^|[^\p{L}\p{N}])` +
		`(1\s?[:x/-]\s?1s?|1\s?on\s?1s?|one[- ]on[- ]ones?|one[- ]to[- ]ones?|121|o3)($|[^\p{L}\p{N}])`)
	about = regexp.MustCompile(`(?i)^(meeting|meetings|notes|note|log|journal|sync|catch[- ]?up|check[- ]?in|call|chat|` +
		`weekly|biweekly|monthly|with|w/|for|of|and|on|about|me|my|the|@|[-–—:|·,_/&+()\[\]]+)$`)
)

// SaysOneOnOne reports whether s calls something a one-on-one, in one of the ways that people do.
func SaysOneOnOne(s string) bool { return oneOnOne.MatchString(s) }

var remark = regexp.MustCompile(`\s\([^()]*\)\s*$`)

// Person is the name that is left of a heading or the name of a file without dates and the words round a meeting: "1:1 with Ana
// Lima", "Ana Lima – notes", "Ana Lima (until May)". It is "" where what is left is no name; whether it is anybody's is not known here.
func Person(s string) string {
	if name := person(s); name != "" {
		return name
	}
	if at := remark.FindStringIndex(s); at != nil {
		return person(s[:at[0]])
	}
	return ""
}

func person(s string) string {
	s = strings.NewReplacer("[[", " ", "]]", " ", "_", " ", "#", " ", "*", " ", "=", " ").Replace(s)
	s = oneOnOne.ReplaceAllString(s, " ")
	s = WithoutDate(s)
	var kept []string
	joined := false // what follows would be somebody else
	for _, w := range strings.Fields(s) {
		if about.MatchString(strings.TrimRight(w, ":,")) {
			joined = joined || len(kept) > 0 && (w == "and" || strings.ContainsAny(w, "/&+"))
			continue
		}
		if joined {
			return ""
		}
		kept = append(kept, strings.Trim(strings.TrimPrefix(w, "@"), ":,;()[]"))
	}
	name := strings.TrimSpace(strings.TrimRight(strings.Join(kept, " "), "-–—:,./ "))
	if !LooksLikeName(name) {
		return ""
	}
	return name
}

var (
	beginsOneOnOne = regexp.MustCompile(`(?i)^[\s*_#>-]*` + oneOnOne.String())
	nameEnds       = regexp.MustCompile(`[.:,;!?()–—]|\s-\s`)
)

// OneOnOneWith is the name with which a line begins that says what it was, "1-1 Ana. She is worried …"; "" where it says none.
func OneOnOneWith(line string) string {
	at := beginsOneOnOne.FindStringIndex(line)
	if at == nil {
		return ""
	}
	rest := strings.TrimLeft(line[at[1]:], " :–—-")
	if end := nameEnds.FindStringIndex(rest); end != nil {
		rest = rest[:end[0]]
	}
	return Person(rest)
}

// LooksLikeName reports whether s is written as names of people are: up to four words, of letters, each with a capital but for
// particles; or a single word of a script without capitals.
func LooksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 || utf8.RuneCountInString(s) > 60 {
		return false
	}
	capitals := 0
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case strings.ContainsFunc(w, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("'’.-", r)
		}):
			return false
		case unicode.IsUpper(first), unicode.Is(unicode.Lo, first):
			capitals++
		case len(w) > 4: // "van", "de la", "bint"
			return false
		}
	}
	return capitals > 0 && !notName[strings.ToLower(words[0])] && !slices.ContainsFunc(words, func(w string) bool {
		return things[strings.ToLower(w)]
	})
}

// things are words that people call work by: a page or a folder with one of them in its name is nobody's.
var things = map[string]bool{
	"rollout": true, "launch": true, "launches": true, "release": true, "releases": true, "migration": true, "migrations": true,
	"roadmap": true, "roadmaps": true, "planning": true, "strategy": true, "sync": true, "standup": true, "standups": true,
	"review": true, "reviews": true, "budget": true, "budgets": true, "hiring": true, "onboarding": true, "incident": true,
	"incidents": true, "postmortem": true, "postmortems": true, "retrospective": true, "retrospectives": true, "workshop": true,
	"workshops": true, "platform": true, "infrastructure": true, "backlog": true, "sprint": true, "sprints": true, "kickoff": true,
	"okr": true, "okrs": true, "kpi": true, "kpis": true, "project": true, "projects": true, "meeting": true, "meetings": true,
	"minutes": true, "offsite": true, "initiative": true, "initiatives": true, "program": true, "programme": true, "research": true,
	"marketing": true, "engineering": true, "operations": true, "finance": true, "recruiting": true, "training": true, "roadshow": true,
	"prototype": true, "rewrite": true, "refactoring": true, "upgrade": true, "deployment": true, "checklist": true, "templates": true,
	"template": true, "ideas": true, "notes": true, "archive": true, "references": true, "glossary": true, "handbook": true,
}

// notName are words that begin the names of files and pages which are nobody's.
var notName = map[string]bool{
	"untitled": true, "inbox": true, "todo": true, "todos": true, "index": true, "readme": true, "home": true, "contents": true,
	"archive": true,
	"ideas":   true, "project": true, "projects": true, "team": true, "daily": true, "template": true, "templates": true, "meeting": true,
	"meetings": true, "notes": true, "journal": true, "favorites": true, "document": true, "export": true, "changelog": true, "retro": true,
	"agenda": true, "people": true, "person": true, "reports": true, "misc": true, "general": true, "work": true, "private": true,
	"personal": true, "talk": true, "talks": true, "chats": true, "conversations": true,
}

const (
	dayWord   = `(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?`
	dayNumber = `\d{1,2}(?:st|nd|rd|th)?`
)

var monthWord = `(?:(?:` + wordsElsewhere + `|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)`

var dateInside = []*regexp.Regexp{
	regexp.MustCompile(`\d{4}[-/._]\d{1,2}[-/._]\d{1,2}(T[\d:.]+Z?)?`),
	regexp.MustCompile(`\d{1,2}[-/._]\d{1,2}[-/._](\d{4}|\d{2})`),
	regexp.MustCompile(`(?i)` + dayWord + monthWord + `\.?\s+` + dayNumber + `,?\s+\d{4}`),
	regexp.MustCompile(`(?i)` + dayWord + dayNumber + `\.?\s+(?:de\s+)?` + monthWord + `\.?,?\s+(?:del?\s+)?\d{4}`),
	regexp.MustCompile(`(?i)` + dayWord + monthWord + `\.?\s+` + dayNumber + `,?\s+` + shortYear),
	regexp.MustCompile(`(?i)` + dayWord + dayNumber + `\.?\s+` + monthWord + `\.?,?\s+` + shortYear),
}

// shortYear ends the shapes whose year has two figures; what follows them may say that they are none.
const shortYear = `['’]?\d{2}`

// anHour is what makes the two figures before it a time: "12 Mar 10:30", "12 Mar 10 am".
var anHour = regexp.MustCompile(`(?i)^(?:[:.]\d|\s*(?:[ap]\.?m|h|uhr)\b|[\p{L}\p{N}])`)

// DateIn finds the one date in a heading or the name of a file, as written. It reports false where there is none, or more than one.
func DateIn(s string) (written string, at int, ok bool) {
	figures := 0
	for i := range len(s) {
		if digit(s, i) {
			figures++
		}
	}
	if figures < 3 { // as most lines, of which a large file has a million
		return "", 0, false
	}
	for i, shape := range dateInside {
		found := shape.FindAllStringIndex(s, 2)
		if len(found) == 0 {
			continue
		}
		from, to := found[0][0], found[0][1]
		if len(found) > 1 || digit(s, from-1) || digit(s, to) {
			return "", 0, false
		}
		if i >= len(dateInside)-2 && anHour.MatchString(s[to:]) {
			return "", 0, false
		}
		return s[from:to], from, true
	}
	return "", 0, false
}

func digit(s string, at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }

// WithoutDate is s without the date in it.
func WithoutDate(s string) string {
	if written, at, ok := DateIn(s); ok {
		return s[:at] + " " + s[at+len(written):]
	}
	return s
}

// Heading is a line that heads what was said on a day: its date as written, and what else it says.
type Heading struct{ Written, Rest string }

var bracketed = regexp.MustCompile(`^\s+(\p{L}+)\.?(?:\s+[\d:]+)?(?:]|>)`)

// marks are what stands round a date in a heading and says nothing.
const marks = " \t#*_=[](){}:;,-–—|·•>~"

// Dated reads a line as a heading with a date. Where the line isn't marked as a heading (by #, by being bold, or underlined) it has to
// begin with the date, or to be nothing else but a date and a time.
func Dated(line string, marked bool) (Heading, bool) {
	trimmed := strings.TrimSpace(line)
	if utf8.RuneCountInString(trimmed) > 120 {
		return Heading{}, false
	}
	written, at, ok := DateIn(trimmed)
	if !ok {
		return Heading{}, false
	}
	before := strings.Trim(trimmed[:at], marks)
	after := trimmed[at+len(written):]
	if day := bracketed.FindStringSubmatch(after); day != nil && isWeekday(day[1]) && strings.HasSuffix(trimmed[:at], "[") {
		after = after[len(day[0]):] // [2026-11-27 Fri], as Org has it
	}
	if !marked && (before != "" && !isWeekday(before) || strings.Trim(after, marks) != "" && !startsApart(after)) {
		return Heading{}, false
	}
	return Heading{Written: written, Rest: restOf(before, strings.Trim(after, marks))}, true
}

// restOf is what a heading says besides its date and what goes with one.
func restOf(before, after string) string {
	if isWeekday(before) {
		before = ""
	}
	if clock.MatchString(after) || isWeekday(after) {
		after = ""
	}
	if before == "" || after == "" {
		return before + after
	}
	return before + " – " + after
}

// startsApart reports whether what stands after a date is divided from it, or is a time.
func startsApart(s string) bool {
	trimmed := strings.TrimSpace(strings.TrimLeft(s, "])*_"))
	if clock.MatchString(trimmed) || isWeekday(strings.Trim(trimmed, marks)) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(trimmed)
	return strings.ContainsRune(":-–—|", r)
}

func isWeekday(s string) bool {
	s = strings.ToLower(strings.Trim(s, "., "))
	for _, d := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if s == d || len(s) >= 2 && len(s) <= 5 && strings.HasPrefix(d, s) {
			return true
		}
	}
	return weekdaysElsewhere[s]
}

// weekdaysElsewhere are the weekdays in German, French and Spanish, written out.
var weekdaysElsewhere = map[string]bool{
	"montag": true, "dienstag": true, "mittwoch": true, "donnerstag": true, "freitag": true, "samstag": true, "sonnabend": true,
	"sonntag": true, "lundi": true, "mardi": true, "mercredi": true, "jeudi": true, "vendredi": true, "samedi": true, "dimanche": true,
	"lunes": true, "martes": true, "miércoles": true, "jueves": true, "viernes": true, "sábado": true, "domingo": true,
}

// FileDate is the date in a path: in the name of the file, or in those of its folders, 2026/11/27.md.
func FileDate(path string, order Order) (notes.Date, bool) {
	stem := path
	if at := strings.LastIndexByte(path, '.'); at > strings.LastIndexByte(path, '/') {
		stem = path[:at]
	}
	name := stem[strings.LastIndexByte(stem, '/')+1:]
	if written, _, ok := DateIn(name); ok {
		return Date(written, order)
	}
	if len(name) >= 8 && strings.Trim(name[:8], "0123456789") == "" && !digit(name, 8) {
		if d, ok := newDate(name[:4], name[4:6], name[6:8]); ok {
			return d, true
		}
	}
	parts := strings.Split(stem, "/")
	if n := len(parts); n >= 3 && len(parts[n-3]) == 4 && len(parts[n-2]) <= 2 && len(parts[n-1]) <= 2 {
		return Date(strings.Join(parts[n-3:], "-"), order)
	}
	return "", false
}
