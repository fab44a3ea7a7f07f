package prompt

import (
	"regexp"
	"slices"
	"strings"

	"handback/notes"
)

// plainLines are the lines of the person's notes of so many days that carry no label and that find accepts, newest note
// first. Days off are left out, and hidden lines are not read: what they say would stand in a reason.
func plainLines(f notes.PromptFacts, days int, find func(line string) bool) []notes.Filed {
	var found []notes.Filed
	for _, n := range f.Written {
		if n.Person != f.Person.ID || n.Date > f.Today || f.Person.Off.Since(n.Date, f.Today) > days {
			continue
		}
		var hidden []bool
		var filed []notes.Item
		read := false
		for i, raw := range strings.Split(n.Body, "\n") {
			raw = strings.TrimSuffix(raw, "\r")
			if !find(bare(raw)) {
				continue
			}
			if !read {
				hidden, filed, read = notes.Hidden(n.Body), itemsOf(n, f), true
			}
			labelled := slices.ContainsFunc(filed, func(it notes.Item) bool { return it.Line == i+1 })
			if labelled || i < len(hidden) && hidden[i] {
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

// A name may begin or end with a letter that is not of the alphabet for which a pattern's own \b is made.
const (
	wordBegins = `(?:^|[^\p{L}\p{N}])`
	wordEnds   = `(?:$|[^\p{L}\p{N}])`
)

// namesPattern is how the person may be called, for a pattern.
func namesPattern(p notes.Person) string {
	names := []string{regexp.QuoteMeta(p.Name), regexp.QuoteMeta(p.First())}
	for _, a := range p.Aliases {
		names = append(names, regexp.QuoteMeta(a))
	}
	return "(?:" + strings.Join(names, "|") + ")"
}
