package notes

import (
	"slices"
	"strings"
	"unicode"
)

// QuietDays is after how many days without a sign of life a goal is quiet.
const QuietDays = 28

// Movement is when something last happened on a goal, in the one meaning that Prep, Growth and the prompts share.
type Movement struct {
	On    Date // the newest sign of life: a line with the goal's tag, or a step done; "" for none yet
	Since Date // the day from which stillness counts: On, or the day the goal began; "" where neither is known
	Quiet bool // QuietDays or more have passed since Since
}

// MovementOf is the movement of a goal whose newest line with its tag was noted on the day noted, "" for none; days off count
// for no quiet.
func MovementOf(g Goal, noted Date, off DaysOff, today Date) Movement {
	m := Movement{On: noted}
	for _, s := range g.Steps {
		m.On = max(m.On, s.Done)
	}
	m.Since = max(m.On, g.Start)
	m.Quiet = m.Since.Valid() && off.Since(m.Since, today) >= QuietDays
	return m
}

// Mentioned is the newest day on which one of the notes mentions a goal in any line: by its tag, or by the words of its
// title, all of them where it has one or two, more than half of them where it has more. Private lines do not count.
func Mentioned(g Goal, written []Note) Date {
	title := titleWords(g.Title)
	newest := Date("")
	for _, n := range written {
		if n.Date <= newest || n.Person != g.Person {
			continue
		}
		hidden := Hidden(n.Body)
		for i, line := range splitLines(n.Body) {
			if !hidden[i] && (g.Tag != "" && slices.Contains(TagsIn(line), g.Tag) || saysWords(line, title)) {
				newest = n.Date
				break
			}
		}
	}
	return newest
}

// SaysTitle reports whether a line says the words of a goal's title, as Mentioned counts them.
func SaysTitle(line string, g Goal) bool { return saysWords(line, titleWords(g.Title)) }

// commonWords say nothing of what a goal is about.
var commonWords = map[string]bool{
	"the": true, "and": true, "for": true, "with": true, "from": true, "into": true, "their": true, "lead": true, "leads": true,
	"learn": true, "become": true, "more": true, "better": true, "work": true, "make": true, "take": true, "over": true,
	"alone": true, "without": true, "able": true, "this": true, "that": true, "own": true, "run": true, "team": true, "whole": true,
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
func saysWords(line string, want []string) bool {
	if len(want) == 0 {
		return false
	}
	said, n := foldedWords(line), 0
	for _, w := range want {
		if slices.Contains(said, w) {
			n++
		}
	}
	return n == len(want) || len(want) > 2 && n*2 > len(want)
}
