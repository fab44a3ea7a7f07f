package notes

import "strings"

// Newcomer is one name of the box in which people are added.
type Newcomer struct {
	Name string
	Why  string // why the name cannot be added and what to do about it; "" where it can
}

// maxNewcomers is how many people are added at once; more is a slip of the clipboard.
const maxNewcomers = 60

// Newcomers reads the box in which names are typed or pasted, one a line; empty lines are left out. The second line of
// a name is refused, as is a name that somebody has already.
func Newcomers(text string, people []Person) []Newcomer {
	var newcomers []Newcomer
	seen := map[string]bool{}
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		for _, name := range SplitNames(FirstRunes(line, 2*maxName)) {
			n := Newcomer{Name: name}
			if _, err := checkedName(FieldName, name, 0, people); err != nil {
				n.Why = err.Error()
			} else if seen[foldName(name)] {
				n.Why = "It stands here twice. Add what tells the two apart, such as a last name."
			}
			seen[foldName(name)] = true
			newcomers = append(newcomers, n)
		}
		if len(newcomers) >= maxNewcomers {
			break
		}
	}
	return newcomers
}

// NewReports are those of the newcomers who can be added, as reports with the same rhythm, to stand below everybody
// who is there already.
func NewReports(newcomers []Newcomer, rhythm Rhythm, people []Person, today Date) []Person {
	last := 0
	for _, p := range people {
		last = max(last, p.Order)
	}
	var reports []Person
	for _, n := range newcomers {
		if n.Why == "" {
			last++
			reports = append(reports, Person{
				Kind: KindReport, Name: n.Name, Pronoun: They, State: StateHere, Since: today, Rhythm: rhythm, Order: last,
			})
		}
	}
	return reports
}

// AddPeople adds people to those there are. Who shares a first name with one of them keeps it: see KeepFirstNames.
func AddPeople(people, have []Person) Change {
	var c Change
	for _, p := range append(KeepFirstNames(have, people), people...) {
		c.Rows = append(c.Rows, p)
	}
	return c
}

// MovePerson moves a person up (by -1) or down (by 1) in the sidebar among those who have not left. It reports false
// where the person cannot move further. The rows that it writes give everybody a place of their own.
func MovePerson(people []Person, id PersonID, by int) (Change, bool) {
	var order []Person
	at := -1
	for _, p := range people {
		if p.Kind == KindMe || p.State == StateLeft {
			continue
		}
		if p.ID == id {
			at = len(order)
		}
		order = append(order, p)
	}
	to := at + by
	if at < 0 || to < 0 || to >= len(order) {
		return Change{}, false
	}
	order[at], order[to] = order[to], order[at]
	var c Change
	for i, p := range order {
		if p.Order != i+1 {
			p.Order = i + 1
			c.Rows = append(c.Rows, p)
		}
	}
	return c, true
}

// AboutPerson is what a list says of a person besides the name, in pieces: role, rhythm, and where they stand in time.
func AboutPerson(p Person, today Date) []string {
	var said []string
	if p.Role != "" {
		said = append(said, p.Role)
	}
	if p.Kind == KindOther {
		said = append(said, "not a report")
	}
	switch {
	case p.State == StateLeft && p.LeftOn != "":
		return append(said, "left "+SayDate(p.LeftOn, today))
	case p.State == StateLeft:
		return append(said, "left")
	case p.AwayOn(today) && p.Until != "":
		return append(said, "away until "+SayDate(p.Until, today))
	case p.AwayOn(today):
		return append(said, "away")
	case p.State == StateNew:
		said = append(said, "new")
	}
	if s := p.Rhythm.String(); s != "" {
		return append(said, "one-on-one "+s)
	}
	return append(said, "no rhythm yet")
}
