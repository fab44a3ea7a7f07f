package prompt

import (
	"regexp"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

const (
	backAway    = "away"
	backReduced = "reduced hours"
)

// back speaks in the first weeks after somebody was away for more than a week, and while the manager's own words say that
// they work reduced hours.
var back = kind{
	name: Back, cooldown: 7,
	occasions: map[string][]string{backAway: {"date"}, backReduced: {"date"}},
	due:       backDue,
}

func backDue(f notes.PromptFacts) []occasion {
	if b, ok := cameBack(f); ok {
		return []occasion{b}
	}
	return nil
}

// cameBack is the way back that the person is on today: since is its first day.
func cameBack(f notes.PromptFacts) (occasion, bool) {
	if b, ok := reducedHours(f); ok {
		return b, true
	}
	first, ok := f.Person.BackSince(f.Today)
	if !ok {
		return occasion{}, false
	}
	s, _ := f.Person.LastAbsence(f.Today)
	o := occasion{
		name: backAway, since: first, slots: map[string]string{"date": notes.SayDate(first, f.Today)},
		reason: voice.T("because {who} was away until {to}", "who", f.Person.First(), "to", notes.SayDate(s.To, f.Today)),
	}
	if s.From != "" {
		o.reason = voice.T("because {who} was away from {from} until {to}",
			"who", f.Person.First(), "from", notes.SayDate(s.From, f.Today), "to", notes.SayDate(s.To, f.Today))
	}
	return o, true
}

// hoursUntil are the manager's words for a way back with less work; its second group is what follows "until".
var hoursUntil = regexp.MustCompile(`(?i)\b(?:reduced|shorter|fewer|half) (?:working )?(?:hours|days)\b` +
	`.*?\b(until|till|up to|through) (.+)$|\b(?:phased return|part[- ]time|half[- ]time|light duties|no lifting|no nights|` +
	`(?:mornings|afternoons|days|half days) only|only (?:mornings|afternoons|half days)|` +
	`(?:works?|working|back) (?:at |on |only )?\d\d ?(?:%|per ?cent))(?:$|[^\p{L}]).*?\b(until|till|up to|through) (.+)$`)

// ofOpening are words of a line about the hours of a place, or a price.
var ofOpening = regexp.MustCompile(`(?i)\b(?:open|opens|opening|closed|closes|shop|desk|counter|library|museum|discount|price|sale)\b`)

// reducedHours is the newest line of the notes that says until when the person works reduced hours; the weeks after that
// day are gentle as well. A hidden line is none: its words would stand in the reason, and its day on the agenda.
func reducedHours(f notes.PromptFacts) (occasion, bool) {
	for _, n := range f.Written {
		if n.Person != f.Person.ID || n.Date > f.Today || !speaksOfHours(n.Body) {
			continue
		}
		var hidden []bool // of the lines, read when one is needed
		for i, raw := range strings.Split(n.Body, "\n") {
			raw = strings.TrimSuffix(raw, "\r")
			until, ok := untilIn(raw, n.Date)
			if !ok {
				continue
			}
			if hidden == nil {
				hidden = notes.Hidden(n.Body)
			}
			if i < len(hidden) && hidden[i] || f.Today.DaysSince(until) > notes.GentleDays || namesOneOf(raw, f.Others) {
				continue
			}
			line := bare(raw)
			return occasion{
				name: backReduced, since: n.Date, because: []notes.Filed{proseLine(n, i, raw)},
				slots: map[string]string{"date": notes.SayDate(until, f.Today)},
				reason: voice.T("because you noted this on {day}: “{line}”",
					"day", notes.SayDate(n.Date, f.Today), "line", quoted(line)),
			}, true
		}
	}
	return occasion{}, false
}

func speaksOfHours(text string) bool {
	return untilWhen.in(text) && lessWork.in(text)
}

// untilIn is the day until which a line says that hours are reduced.
func untilIn(line string, noted notes.Date) (notes.Date, bool) {
	if !speaksOfHours(line) {
		return "", false
	}
	m := hoursUntil.FindStringSubmatch(line)
	if m == nil || ofOpening.MatchString(line) {
		return "", false
	}
	rest := strings.Fields(m[2] + m[4])
	for n := min(len(rest), 4); n > 0; n-- {
		said := strings.TrimRight(strings.Join(rest[:n], " "), ".,;:!?)")
		if d, ok := notes.ReadDate(said, noted); ok && d >= noted {
			return d, true
		}
	}
	return "", false
}

// bare is a line without its list marker.
func bare(raw string) string { return strings.TrimLeft(raw, " \t-*+•>") }

// proseLine is a line that carries no label, as a reason's source.
func proseLine(n notes.Note, at int, raw string) notes.Filed {
	return notes.Filed{
		Item: notes.Item{
			Line: at + 1, Raw: raw, Text: bare(raw), Tags: notes.TagsIn(raw), People: []notes.PersonID{n.Person},
		},
		Person: n.Person, Note: n.ID, NoteUID: n.UID, NoteDate: n.Date, NoteKind: n.Kind, NotePerson: n.Person,
	}
}
