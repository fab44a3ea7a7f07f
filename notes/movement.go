package notes

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// QuietDays is after how many days without a sign of life a goal is quiet.
const QuietDays = 28

// Movement is when something last happened on a goal, in the one meaning that Prep, Growth and the prompts share.
type Movement struct {
	// On is the newest sign of life: a line with the goal's tag, on the day on which it was noted or on which something became
	// of it, a step done, an opportunity that was taken; "" for none yet.
	On    Date
	Since Date // the day from which stillness counts: On, or the day the goal began; "" where neither is known
	Quiet bool // QuietDays or more have passed since Since
}

// HappenedOn is the newest day of a line: that of its note, or that on which something became of it.
func HappenedOn(f Filed) Date { return max(f.NoteDate, f.StateDate) }

// MovementOf is the movement of a goal whose newest line with its tag happened on the day noted, "" for none; days off count
// for no quiet.
func MovementOf(g Goal, noted Date, off DaysOff, today Date) Movement {
	m := Movement{On: noted}
	for _, s := range g.Steps {
		m.On = max(m.On, s.Done)
	}
	for _, o := range g.Opportunities {
		if (o.State == Attended || o.State == Used) && o.Date <= today {
			m.On = max(m.On, o.Date)
		}
	}
	m.Since = max(m.On, g.Start)
	m.Quiet = m.Since.Valid() && off.Since(m.Since, today) >= QuietDays
	return m
}

// Mentioned is the newest day on which one of the notes mentions a goal in any line: by its tag, also as a plain word, or by
// the words of its title or of one of its steps, all of them where it has one or two, more than half of them where it has
// more. Private lines do not count.
func Mentioned(g Goal, written []Note) Date {
	titles := titlesOf(g)
	newest := Date("")
	for _, n := range written {
		if n.Date <= newest || n.Person != g.Person {
			continue
		}
		hidden := Hidden(n.Body)
		for i, line := range splitLines(n.Body) {
			if !hidden[i] && (g.Tag != "" && slices.Contains(TagsIn(line), g.Tag) || speaksOf(line, g.Tag, titles)) {
				newest = n.Date
				break
			}
		}
	}
	return newest
}

// SpeaksOf reports whether a line mentions a goal, as Mentioned does.
func SpeaksOf(line string, g Goal) bool {
	return g.Tag != "" && slices.Contains(TagsIn(line), g.Tag) || speaksOf(line, g.Tag, titlesOf(g))
}

func titlesOf(g Goal) [][]string {
	titles := [][]string{titleWords(g.Title)}
	for _, s := range g.Steps {
		titles = append(titles, titleWords(s.Text))
	}
	return titles
}

// speaksOf reports whether a line says a tag as a plain word, or enough words of one of the titles.
func speaksOf(line, tag string, titles [][]string) bool {
	said := foldedWords(notTalkedOf.ReplaceAllString(line, ""))
	return saysTag(said, tag) || slices.ContainsFunc(titles, func(title []string) bool { return saysWords(said, title) })
}

// notTalkedOf finds what of a line says that something was not talked about: that is no word about it.
var notTalkedOf = regexp.MustCompile(`(?i)\b(?:(?:did|have|had|has)(?:n['’]t| not)|n[e]ver) (?:(?:really|even|again) )?` +
	`(?:(?:talk(?:ed)?|sp[eo]ak(?:en)?|spoke) (?:about|of)|discuss(?:ed)?|touch(?:ed)?(?: on)?|` +
	`mention(?:ed)?|(?:get|got|came|come) (?:round )?to)\b[^.,;:!?]*|` +
	`\b(?:no time|no word|not a word|nothing) (?:for|on|about) [^.,;:!?]*`)

// everydayWords stand in notes about anything: as a plain word they say nothing of a goal that has them as its tag.
var everydayWords = map[string]bool{
	"talk": true, "team": true, "time": true, "work": true, "plan": true, "course": true, "meeting": true, "report": true,
	"people": true, "day": true, "week": true, "help": true, "lead": true, "call": true, "note": true, "new": true, "own": true,
}

// saysTag reports whether words say a tag, in the singular or the plural, in one word or in two: "get-out" of #getout.
func saysTag(said []string, tag string) bool {
	tag = strings.Join(foldedWords(tag), "")
	one := strings.TrimSuffix(tag, "s")
	if len(tag) < 3 || everydayWords[one] {
		return false
	}
	for i, w := range said {
		if strings.TrimSuffix(w, "s") == one || i > 0 && said[i-1]+w == tag {
			return true
		}
	}
	return false
}

// SaysTitle reports whether a line says the words of a goal's title, as Mentioned counts them.
func SaysTitle(line string, g Goal) bool { return saysWords(foldedWords(line), titleWords(g.Title)) }

// WordsInCommon is how many of the words of a text a line says, those aside that say nothing of what it is about.
func WordsInCommon(line, text string) int {
	said, n := foldedWords(line), 0
	for _, w := range titleWords(text) {
		if len(w) > 3 && slices.Contains(said, w) {
			n++
		}
	}
	return n
}

// commonWords say nothing of what a goal is about.
var commonWords = map[string]bool{
	"the": true, "and": true, "for": true, "with": true, "from": true, "into": true, "their": true, "lead": true, "leads": true,
	"learn": true, "become": true, "more": true, "better": true, "work": true, "make": true, "take": true, "over": true,
	"alone": true, "without": true, "able": true, "this": true, "that": true, "own": true, "run": true, "team": true, "whole": true,
	"his": true, "her": true, "our": true, "has": true, "have": true, "who": true, "what": true, "are": true, "can": true,
}

func titleWords(title string) []string {
	var out []string
	for _, w := range foldedWords(title) {
		if len(w) > 2 && !commonWords[w] && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func foldedWords(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// saysWords reports whether a line says enough of the words.
func saysWords(said, want []string) bool {
	if len(want) == 0 {
		return false
	}
	n := 0
	for _, w := range want {
		if slices.Contains(said, w) {
			n++
		}
	}
	return n == len(want) || len(want) > 2 && n*2 > len(want)
}
