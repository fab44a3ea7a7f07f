package notes

import (
	"strings"
)

// HeldRow is what one row of the journal holds about a person, in the trash or not. Its values are those that say anything.
type HeldRow struct {
	Table   string
	ID      int64
	Trashed bool
	Values  []HeldValue
}

// HeldValue is a column of a HeldRow. Days are ISO text, times are text of UTC.
type HeldValue struct{ Column, Value string }

// Value is what a column says, "" where it says nothing.
func (r HeldRow) Value(column string) string {
	for _, v := range r.Values {
		if v.Column == column {
			return v.Value
		}
	}
	return ""
}

// Mention is a line that may name a person and stands where nothing of theirs is: in a note about somebody else, the
// manager's own, a goal of another person.
type Mention struct {
	Table, Column string
	ID            int64
	Line          int    // of the text in the column, counted from 1
	Text          string // the whole line
	Whose         PersonID
	Date          Date // of a note; "" of anything else
	Trashed       bool
}

// Reworded is what becomes of a mention when the person is erased: New stands in its place, or with Gone the line goes.
type Reworded struct {
	Mention
	New  string
	Gone bool
}

// Erase deletes everything about a person for good: what Purge of the person deletes, and every trace of their name besides
// what the mentions say that are kept. It can't be undone: Applied.Undo is nothing.
type Erase struct {
	Person   PersonID
	Reworded []Reworded
}

func (Erase) row() {}

// SettingTheirFile begins the key of the setting with what was decided of the lines of a person's file that name others; their
// uid ends it. It goes with them when they are deleted for good.
const SettingTheirFile = "theirfile."

// HeldReader reads all that is held about one person.
type HeldReader interface {
	// HeldRows are the rows about a person of every table that holds any, table by table. What is derived from notes is not
	// among them.
	HeldRows(PersonID) ([]HeldRow, error)
	// Mentions are the lines elsewhere that may name the person. It looks through the whole journal: it is for the background.
	Mentions(PersonID) ([]Mention, error)
}

// MayName tells the texts that may name a person: it errs on the side of yes, but a name that is a word as well, e.g. Will, is
// one only where it is written with a capital.
func MayName(p Person) func(text string) bool {
	p.ID = 1
	names := NewNames([]Person{p})
	var parts []string
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		parts = append(parts, nameWords(name)...)
	}
	return func(text string) bool {
		folded := Fold(text)
		for _, part := range parts {
			if part != "" && strings.Contains(folded, part) {
				return names.Mentions(namesIn(text))
			}
		}
		return false
	}
}

// LinesNaming are the lines of a text of which says is true, with their numbers counted from 1.
func LinesNaming(text string, says func(string) bool) (numbers []int, lines []string) {
	for i, line := range splitLines(text) {
		if says(line) {
			numbers, lines = append(numbers, i+1), append(lines, line)
		}
	}
	return numbers, lines
}
