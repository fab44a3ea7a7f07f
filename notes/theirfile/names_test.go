package theirfile

import (
	"testing"

	"handback/notes"
)

// TestNoWordOfTheProgramIsSaid holds that what the program keeps as a word of its own reads as people say it.
func TestNoWordOfTheProgramIsSaid(t *testing.T) {
	for column, all := range map[string][]string{
		"person.kind":  {string(notes.KindReport), string(notes.KindOther), string(notes.KindMe)},
		"person.state": {string(notes.StateNew), string(notes.StateHere), string(notes.StateAway), string(notes.StateLeft)},
		"rhythm_unit":  {string(notes.Weeks), string(notes.Months)},
		"prompt_event.outcome": {
			string(notes.InView), string(notes.Asked), string(notes.ActedOn), string(notes.Later), string(notes.NotForThem),
			string(notes.PassedOver), string(notes.Another),
		},
	} {
		for _, value := range all {
			if values[column][value] == "" {
				t.Errorf("%s: nothing is said for %q", column, value)
			}
		}
	}
}
