package prompt

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"handback/notes"
)

// plainLines are the lines of the person's notes of so many days that carry no label and no news of their own, have one of
// the hints, and that find accepts, newest note first. Days off are left out, and hidden lines are not read: what they say
// would stand in a reason.
func plainLines(f notes.PromptFacts, days int, may *hints, find func(line string) bool) []notes.Filed {
	var found []notes.Filed
	for _, n := range f.Written {
		if n.Person != f.Person.ID || n.Date > f.Today || f.Person.Off.Since(n.Date, f.Today) > days || !may.in(n.Body) {
			continue
		}
		var hidden []bool
		var filed []notes.Item
		read := false
		for i, raw := range strings.Split(n.Body, "\n") {
			raw = strings.TrimSuffix(raw, "\r")
			if !may.in(raw) || !find(bare(raw)) {
				continue
			}
			if !read {
				hidden, filed, read = notes.Hidden(n.Body), itemsOf(n, f), true
			}
			labelled := slices.ContainsFunc(filed, func(it notes.Item) bool { return it.Line == i+1 })
			if labelled || i < len(hidden) && hidden[i] || newsOf(raw, namesOf(f.Person), f.Others) != "" {
				continue
			}
			found = append(found, proseLine(n, i, raw))
		}
	}
	return found
}

// itemsOf are what is filed from a note, as far as the person's own name goes: a line that names somebody else is none.
func itemsOf(n notes.Note, f notes.PromptFacts) []notes.Item {
	return notes.Parse(n.Body, notes.Context{
		Date: n.Date, Person: n.Person, Names: notes.NewNames([]notes.Person{f.Person}), Words: f.Words,
	})
}

// A word may begin or end with a letter that is not of the alphabet for which a pattern's own \b is made.
const (
	wordBegins = `(?:^|[^\p{L}\p{N}])`
	wordEnds   = `(?:$|[^\p{L}\p{N}])`
)

// whoMark stands in a line for the person's name, whatever it is: so a pattern is made once for everybody. No text holds it.
const whoMark = "\uE000"

// pattern is a pattern in any case, with {who} for the person, made when the first line is read by it: it takes
// milliseconds.
func pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("(?i)" + strings.ReplaceAll(text, "{who}", whoMark))
	})
}

// withWho is a line with whoMark for each of the person's names, the longest first.
func withWho(line string, p notes.Person) string {
	names := append([]string{p.Name, p.First()}, p.Aliases...)
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	for _, name := range names {
		line = replaceWord(line, name, whoMark)
	}
	return line
}

// replaceWord puts by in the place of a word or words, in any case, where they are not a part of others.
func replaceWord(line, word, by string) string {
	if word == "" {
		return line
	}
	var b strings.Builder
	inWord := false
	for at := 0; at < len(line); {
		end := at + len(word)
		if !inWord && end <= len(line) && strings.EqualFold(line[at:end], word) && !beginsWord(line[end:]) {
			b.WriteString(by)
			at, inWord = end, true
			continue
		}
		r, size := utf8.DecodeRuneInString(line[at:])
		inWord = notes.IsWordRune(r)
		b.WriteString(line[at : at+size])
		at += size
	}
	return b.String()
}

func beginsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && notes.IsWordRune(r)
}
