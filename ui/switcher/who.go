package switcher

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/search"
	"handback/notes/voice"
)

const (
	mostNamed = 5 // lines for a person who is named among other words
	// leastName is how many letters of a name name somebody.
	leastName = 2
)

// little are words that stand between what is to be done and who it's for.
var little = []string{"a", "about", "for", "of", "on", "the", "to", "with"}

// named is what can be done for the people whom some of the typed words name, where the others all are its own:
// "praise ana", "new note for ben".
func (s *Switcher) named(text string) []line {
	words := strings.Fields(notes.Fold(text))
	if len(words) < 2 || len(s.about) == 0 {
		return nil
	}
	var found []line
	for _, p := range s.host.People() {
		others, names := apart(words, p)
		if !names || len(others) == 0 {
			continue
		}
		for _, c := range fitting(others, s.about) {
			if c.Fits(p) {
				found = append(found, s.forPerson(c, p))
			}
		}
	}
	return found[:min(len(found), mostNamed)]
}

// apart tells the words that name a person from the others. Little words say nothing.
func apart(words []string, p notes.Person) (others []string, names bool) {
	name := strings.Fields(notes.Fold(strings.Join(append([]string{p.Name}, p.Aliases...), " ")))
	for _, w := range words {
		bare := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		switch {
		case utf8.RuneCountInString(bare) >= leastName && beginsOne(bare, name):
			names = true
		case !slices.Contains(little, w):
			others = append(others, w)
		}
	}
	return others, names
}

// fitting is what of commands has each of some words, or begins one with it: first what has them all in its name, of these first
// what begins with them.
func fitting(words []string, commands []Command) []Command {
	var begins, holds, also []Command
	for _, c := range commands {
		name := wordsOf(c.Name)
		switch {
		case strings.HasPrefix(notes.Fold(c.Name), words[0]) && beginAll(words, name):
			begins = append(begins, c)
		case beginAll(words, name):
			holds = append(holds, c)
		case beginAll(words, append(name, wordsOf(c.Also)...)):
			also = append(also, c)
		}
	}
	return slices.Concat(begins, holds, also)
}

// byOtherWords is what is found by other words than its name's.
func (s *Switcher) byOtherWords(text string) []line {
	var words []string
	for _, w := range strings.Fields(notes.Fold(text)) {
		if !slices.Contains(little, w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return nil
	}
	var found []line
	for _, c := range fitting(words, slices.Concat(s.about, s.others)) {
		found = append(found, s.command(c))
	}
	return found
}

func (s *Switcher) answers(text string) []Command {
	if s.finder == nil {
		return nil
	}
	return s.finder(text)
}

// wordsOf are the words of a name, and where signs join some of them also what they make together: "one-on-one".
func wordsOf(name string) []string {
	name = notes.Fold(name)
	return append(strings.Fields(name), strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })...)
}

func beginAll(words, in []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !beginsOne(w, in) })
}

func beginsOne(word string, in []string) bool {
	return slices.ContainsFunc(in, func(w string) bool { return strings.HasPrefix(w, word) })
}

// forPerson is the line that does it for somebody.
func (s *Switcher) forPerson(c Command, p notes.Person) line {
	return line{disc: p, text: c.Name, detail: p.Name, act: func() { c.For(p.ID) }}
}

// askWho asks in the box who it's for.
func (s *Switcher) askWho(c Command) {
	s.asked = &c
	s.entry.SetPlaceHolder(voice.T("{command}: who is it for?", "command", strings.TrimSuffix(c.Name, " …")))
	s.entry.SetText("")
	s.typed("")
}

// layPeople lists the people it can be done for.
func (s *Switcher) layPeople(text string) {
	var people []notes.Person
	var names []string
	for _, p := range s.host.People() {
		if s.asked.Fits(p) {
			people, names = append(people, p), append(names, p.Name)
		}
	}
	s.lines, s.found = nil, 0
	for _, i := range search.BestMatches(text, names, mostLines) {
		p := people[i]
		s.lines = append(s.lines, line{disc: p, text: p.Name, detail: p.Role, act: func() { s.asked.For(p.ID) }})
	}
	s.selected = min(s.selected, len(s.lines)-1)
	s.draw()
}
