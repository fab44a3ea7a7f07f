package note

import (
	"testing"

	"handback/notes"
)

// TestWhatWasLeftOpenIsNotTicked holds that an imported todo that nobody did looks like one, and can't be ticked.
func TestWhatWasLeftOpenIsNotTicked(t *testing.T) {
	past := filedIn
	past.Imported = true
	for line, ticked := range map[string]bool{"todo: x": false, "todo: x (done)": true} {
		t.Run(line, func(t *testing.T) {
			groups := ShowFiled(notes.Parse(line, past), notes.NoteHead{Person: 2, Imported: true}, filedPeople, nil, filedToday)
			if got := groups[0].Lines[0]; got.Ticked != ticked || got.Boxed != ticked {
				t.Errorf("%+v", got)
			}
		})
	}
}
