package notes

import (
	"strings"

	"handback/notes/voice"
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

// needWords are the texts that can't be empty.
var needWords = map[string]bool{
	"goal.title": true, "step.text": true, "expectation.text": true, "stepping_in.what": true, "company_goal.title": true,
	"template.name": true, "area.tag": true, "saved_search.name": true, "saved_search.query": true,
}

// NeedsWords reports whether the text that the mention stands in can't be empty: the line can be reworded, and can't go.
func (m Mention) NeedsWords() bool { return needWords[m.Table+"."+m.Column] }

// IsTag reports whether the mention is a tag and no line: of a goal, an area or a step-in. It is written with a #.
func (m Mention) IsTag() bool { return m.Column == "tag" }

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

// FieldDeleteBy is the field of the day by which everything about somebody who left is to be deleted.
var FieldDeleteBy = voice.T("Delete their notes by (optional)")

// ReadDeleteBy reads that day as typed; had is the one that was said before, which may have come.
func ReadDeleteBy(typed string, had, today Date) (Date, error) {
	day, err := ReadComingDate(FieldDeleteBy, typed, today)
	if err != nil || day == had {
		return day, err
	}
	if day != "" && day <= today {
		return "", Invalid{Field: FieldDeleteBy, Why: voice.T("That day isn't in the future. Pick a later one.")}
	}
	return day, nil
}

// HeldReader reads all that is held about one person.
type HeldReader interface {
	// HeldRows are the rows about a person of every table that holds any, table by table. What is derived from notes is not
	// among them.
	HeldRows(PersonID) ([]HeldRow, error)
	// Mentions are the lines elsewhere that may name the person. It looks through the whole journal: it is for the background.
	Mentions(PersonID) ([]Mention, error)
	// EarlierMentions are those that stand only in earlier versions of notes about others, each line of a note once. It is for the
	// background.
	EarlierMentions(PersonID) ([]Mention, error)
	// Copies are the files beside the journal that seem to be copies of it, older ones too: Erase doesn't reach them.
	Copies() ([]string, error)
	// Wipe leaves nothing in the journal's file of what was deleted for good, at once: it is for the background. ErrFull says that
	// there is no space for it; it is done later then.
	Wipe() error
}

// MayName tells the texts that may name a person: it errs on the side of yes, but a name that is a word as well, e.g. Will, is
// one only where it is written with a capital, and the whole name of one of all who shares a part of theirs is that other's.
func MayName(p Person, all ...Person) func(text string) bool {
	others := NewOthersNames(p, all)
	p.ID = 1
	names := NewNames([]Person{p})
	var parts []string
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		parts = append(parts, nameWords(name)...)
	}
	return func(text string) bool {
		text, _ = others.Mask(text)
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
