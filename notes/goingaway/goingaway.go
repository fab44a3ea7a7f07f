// Package goingaway is the walk of a manager who leaves the company: what goes to whom, what they take along, what is deleted, what
// stays elsewhere. Each step can be done on another day; what is done is ticked.
package goingaway

import (
	"encoding/json"

	"handback/notes"
)

// Step is a step of the walk.
type Step string

// The steps, in their order. The journal is gone after the last one, so that it isn't ticked.
const (
	Packs  Step = "packs"  // a hand-over pack for each report
	Mine   Step = "mine"   // the manager's own notes
	Copies Step = "copies" // what stays in backups
	Delete Step = "delete" // the journal as a whole
)

// Setting is under which the journal keeps which steps are done.
const Setting = "goingaway"

// Done are the days on which steps were done.
type Done map[Step]notes.Date

// ReadDone reads what was kept; what can't be read is nothing.
func ReadDone(text string) Done {
	d := Done{}
	if json.Unmarshal([]byte(text), &d) != nil {
		return Done{}
	}
	return d
}

// Tick marks a step as done on a day, or as not done.
func (d Done) Tick(step Step, done bool, day notes.Date) notes.Change {
	all := Done{}
	for s, on := range d {
		all[s] = on
	}
	delete(all, step)
	if done {
		all[step] = day
	}
	value := ""
	if len(all) > 0 {
		text, err := json.Marshal(all)
		if err != nil {
			return notes.Change{} // texts can always be written
		}
		value = string(text)
	}
	return notes.Change{Rows: []notes.Row{notes.PutSetting{Key: Setting, Value: value}}}
}

// Open is how many of the steps before the last one are not done.
func (d Done) Open() int {
	n := 0
	for _, s := range []Step{Packs, Mine, Copies} {
		if d[s] == "" {
			n++
		}
	}
	return n
}
