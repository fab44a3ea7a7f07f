package prompt

import (
	"regexp"
	"strings"
	"sync"

	"handback/notes"
)

// prose finds lines of one sort: one of its hints is in every such line.
type prose struct {
	hints *hints
	shape func() *regexp.Regexp
}

func proseOf(shape string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:` + shape + `)`) })
}

var (
	// undone are words that take back what follows them, up to three words later.
	undone = regexp.MustCompile(`(?i)(?:\b(?:not|no|hardly|barely|less|without|if|should|could|would have|n[e]ver)|n['’]t)(?: \w+){0,3} ?$`)
	// ofThem are words of a line that is about the person.
	ofThem = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:she|he|they|her|him|his|them|their|themself)(?:$|[^\p{L}])`)
)

// linesIn are the lines of the notes of the last ninety days, after a day and up to today, that are of the sort: newest first.
func (s prose) linesIn(f notes.PromptFacts, after notes.Date) []notes.Filed {
	var found []notes.Filed
	var own *regexp.Regexp
	for _, n := range f.Written {
		if n.Date <= after || n.Date > f.Today || n.Person != f.Person.ID || !s.mayStandIn(n.Body) {
			continue
		}
		open := notes.ProseLines(n.Body)
		for i, raw := range strings.Split(n.Body, "\n") {
			raw = strings.TrimSuffix(raw, "\r")
			if !s.mayStandIn(raw) || i >= len(open) || !open[i] {
				continue
			}
			if own == nil {
				own = namesOf(f.Person)
			}
			if s.says(own.ReplaceAllString(raw, "${1}"+themself+"${2}"), f.Others) && newsOf(raw, own, f.Others) == "" && !isFiled(raw, n, f) {
				l := proseLine(n, i, raw)
				l.Text = s.sentence(l.Text, own)
				found = append(found, l)
			}
		}
	}
	return found
}

var sentenceEnd = regexp.MustCompile(`[.!?]+ +`)

// fewWords is how short a sentence may be that says nothing without the one before: "Of her own accord."
const fewWords = 5

// sentence is the sentence of a line for which it counts, with the one before it where it is short.
func (s prose) sentence(text string, own *regexp.Regexp) string {
	before, from := 0, 0
	for _, at := range append(sentenceEnd.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		if one := text[from:at[1]]; s.shape().MatchString(own.ReplaceAllString(one, "${1}"+themself+"${2}")) {
			if len(words(one)) < fewWords {
				one = text[before:at[1]]
			}
			return strings.TrimSpace(one)
		}
		before, from = from, at[1]
	}
	return text
}

func (s prose) mayStandIn(text string) bool {
	return s.hints.in(text)
}

// says reports whether a line with the person's names replaced is of the sort, is about them, and is meant.
func (s prose) says(line string, others []string) bool {
	at := s.shape().FindStringIndex(line)
	if at == nil || strings.HasSuffix(strings.TrimSpace(line), "?") || undone.MatchString(line[:at[0]]) || !ofThem.MatchString(line) {
		return false
	}
	named := strings.Index(line, themself)
	return !namesOneOf(line[:at[0]], others) || named >= 0 && !namesOneOf(line[:named], others)
}

// isFiled reports whether a line files under a label: then it counts as that already.
func isFiled(raw string, n notes.Note, f notes.PromptFacts) bool {
	in := notes.Context{Date: n.Date, Person: f.Person.ID, Names: notes.NewNames([]notes.Person{f.Person}), Words: f.Words}
	return len(notes.Parse(raw, in)) > 0
}

// daysOf are the days of lines.
func daysOf(lines []notes.Filed) []notes.Date {
	days := make([]notes.Date, len(lines))
	for i, l := range lines {
		days[i] = l.NoteDate
	}
	return days
}
