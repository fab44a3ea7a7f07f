package people

import (
	"regexp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Newcomer is one name of the box in which people are added.
type Newcomer struct {
	Name    string
	Aliases []string // further names that were typed with it
	UID     string   // by which they will be known, where it is settled already: it gives them their colour
	Why     string   // why the name cannot be added and what to do about it; "" where it can
}

// maxNewcomers is how many people are added at once; more is a slip of the clipboard.
const maxNewcomers = 60

// ReadNewcomers reads the box in which names are typed or pasted, one a line or with commas between; empty lines are left
// out. The second line of a name is refused, as is a name that somebody has already.
func ReadNewcomers(text string, people []notes.Person) []Newcomer {
	var newcomers []Newcomer
	seen := map[string]bool{}
	known := slices.Clone(people)
	for _, line := range strings.Split(notes.Normalise(text), "\n") {
		for _, name := range notes.SplitNames(line) {
			if len(newcomers) >= maxNewcomers {
				return newcomers
			}
			n := newcomer(FirstRunes(name, 2*maxName), known)
			if seen[notes.FoldName(n.Name)] {
				n.Why = voice.T("Two people have this name. Add a last name to tell them apart.")
			}
			seen[notes.FoldName(n.Name)] = true
			newcomers = append(newcomers, n)
			if n.Why == "" {
				known = append(known, notes.Person{ID: notes.PersonID(-2 - len(known)), Name: n.Name, Aliases: n.Aliases})
			}
		}
	}
	return newcomers
}

// newcomer is who is called as typed. Of further names only those are taken that nobody else has.
func newcomer(typed string, people []notes.Person) Newcomer {
	name, further := calledOtherwise(typed)
	n := Newcomer{Name: name}
	p := notes.Person{Name: name}
	if _, err := checkedName(FieldName, name, p, people); err != nil {
		n.Why = err.Error()
	}
	for _, alias := range further {
		if alias, err := checkedName(FieldAliases, alias, p, people); err == nil {
			n.Aliases = append(n.Aliases, alias)
		}
	}
	return n
}

// calledOtherwise reads a name with what the person is called in the middle of it: William "Bill" Tarrant, also in
// brackets or single quotes, is Bill Tarrant, and William as well.
func calledOtherwise(typed string) (name string, further []string) {
	parts := otherName.FindStringSubmatch(typed)
	if parts == nil {
		return typed, nil
	}
	given, called, rest := parts[1], notes.Tidy(parts[2]), parts[3]
	return called + " " + rest, []string{given + " " + rest, given}
}

// otherName does not take an apostrophe within a word for a quote.
var otherName = regexp.MustCompile(`^(\S.*?)\s+["“”„«'‘’(]\s*(\pL[^"“”„«»'‘’()]*)["“”»'‘’)]\s+(\S.*)$`)

// NewReports are those of the newcomers who can be added, as reports with the same rhythm, to stand below everybody
// who is there already.
func NewReports(newcomers []Newcomer, rhythm notes.Rhythm, people []notes.Person, today notes.Date) []notes.Person {
	last := 0
	for _, p := range people {
		last = max(last, p.Order)
	}
	var reports []notes.Person
	for _, n := range newcomers {
		if n.Why == "" {
			last++
			reports = append(reports, notes.Person{
				UID:     n.UID,
				Kind:    notes.KindReport,
				Name:    n.Name,
				Aliases: n.Aliases,
				Pronoun: notes.They,
				State:   notes.StateHere,
				Since:   today,
				Rhythm:  rhythm,
				Order:   last,
			})
		}
	}
	return reports
}

// Add adds people to those there are. Who shares a first name with one of them keeps it: see KeepFirstNames.
func Add(people, have []notes.Person) notes.Change {
	var c notes.Change
	for _, p := range append(notes.KeepFirstNames(have, people), people...) {
		c.Rows = append(c.Rows, p)
	}
	return c
}

// Move moves a person up (by -1) or down (by 1) in the sidebar among those who have not left. It reports false
// where the person cannot move further. The rows that it writes give everybody a place of their own.
func Move(people []notes.Person, id notes.PersonID, by int) (notes.Change, bool) {
	var order []notes.Person
	at := -1
	for _, p := range people {
		if !p.Around() {
			continue
		}
		if p.ID == id {
			at = len(order)
		}
		order = append(order, p)
	}
	to := at + by
	if at < 0 || to < 0 || to >= len(order) {
		return notes.Change{}, false
	}
	order[at], order[to] = order[to], order[at]
	var c notes.Change
	for i, p := range order {
		if p.Order != i+1 {
			p.Order = i + 1
			c.Rows = append(c.Rows, p)
		}
	}
	return c, true
}

// About is what a list says of a person besides the name, in pieces: role, rhythm, and where they stand in time.
func About(p notes.Person, today notes.Date) []string {
	var said []string
	if p.Role != "" {
		said = append(said, p.Role)
	}
	if p.Kind == notes.KindOther {
		said = append(said, voice.T("not a direct report"))
	}
	switch {
	case p.State == notes.StateLeft && p.LeftOn != "":
		return append(said, voice.T("left {date}", "date", notes.SayDate(p.LeftOn, today)))
	case p.State == notes.StateLeft:
		return append(said, voice.T("left"))
	case p.Leaving():
		said = append(said, voice.T("leaves {date}", "date", notes.SayDate(p.LeftOn, today)))
	case p.AwayOn(today) && p.Until != "":
		return append(said, voice.T("away until {date}", "date", notes.SayDate(p.Until, today)))
	case p.AwayOn(today):
		return append(said, voice.T("away"))
	case p.State == notes.StateNew:
		said = append(said, voice.T("new"))
	}
	if s := p.Rhythm.String(); s != "" {
		return append(said, voice.T("one-on-one {rhythm}", "rhythm", s))
	}
	return append(said, voice.T("no regular one-on-one yet"))
}
