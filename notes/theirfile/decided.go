package theirfile

import (
	"encoding/json"

	"handback/notes"
)

// Decided is what was decided of the lines that name others, by their keys. It keeps none of their words.
type Decided map[string]Choice

// Key is under which setting it is kept.
func Key(p notes.Person) string { return notes.SettingTheirFile + p.UID }

// ReadDecided reads what was kept; what can't be read is nothing.
func ReadDecided(text string) Decided {
	d := Decided{}
	if json.Unmarshal([]byte(text), &d) != nil {
		return Decided{}
	}
	return d
}

// Decide is the change by which lines become something; one that can't be blacked is left out.
func (d Decided) Decide(p notes.Person, choice Choice, lines ...Line) notes.Change {
	all := Decided{}
	for key, c := range d {
		all[key] = c
	}
	for _, l := range lines {
		switch {
		case choice == Undecided:
			delete(all, l.Key)
		case choice == Black && l.Blacked == "":
			all[l.Key] = LeaveOut
		default:
			all[l.Key] = choice
		}
	}
	value := ""
	if len(all) > 0 {
		text, err := json.Marshal(all)
		if err != nil {
			return notes.Change{} // two texts can always be written
		}
		value = string(text)
	}
	return notes.Change{Rows: []notes.Row{notes.PutSetting{Key: Key(p), Value: value}}}
}
