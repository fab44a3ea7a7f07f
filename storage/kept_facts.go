package storage

import (
	"errors"
	"slices"
	"time"

	"handback/notes"
)

// keptFacts are the facts of people's prompts that were read on a day. They hold until something is written. Who is given
// them must change nothing in them.
type keptFacts struct {
	on notes.Date
	of map[notes.PersonID]notes.PromptFacts
}

// promptFacts are the facts of a person, read unless they are kept.
func (j *Journal) promptFacts(id notes.PersonID, today notes.Date) (notes.PromptFacts, error) {
	if j.kept.on == today {
		if f, ok := j.kept.of[id]; ok {
			return f, nil
		}
	}
	f, err := j.c.promptFacts(id, today)
	if err != nil {
		return f, err
	}
	j.readings++
	f.Reading = j.readings
	if j.kept.on != today || j.kept.of == nil {
		j.kept = keptFacts{on: today, of: map[notes.PersonID]notes.PromptFacts{}}
	}
	j.kept.of[id] = f
	return f, nil
}

// besidePeople reports whether a change keeps only settings of the window, which no facts are read from: what somebody was
// last shown is kept at every step through the window.
func besidePeople(c notes.Change) bool {
	if len(c.Edits)+len(c.Appends) > 0 || c.Next != nil {
		return false
	}
	return !slices.ContainsFunc(c.Rows, func(r notes.Row) bool {
		s, is := r.(notes.PutSetting)
		return !is || s.Key == notes.SettingLabelWords || s.Key == notes.SettingDaysOff
	})
}

// askedOf is of whom alone a change says what they were asked: prompts that were shown, which are facts of theirs and of nobody
// else. It is 0 of any other change, and of one about several people.
func askedOf(c notes.Change) (who notes.PersonID) {
	if len(c.Edits)+len(c.Appends) > 0 || c.Next != nil {
		return 0
	}
	for i, r := range c.Rows {
		e, is := r.(notes.PromptEvent)
		if !is || i > 0 && e.Person != who {
			return 0
		}
		who = e.Person
	}
	return who
}

// forgetFacts lets go of what is kept: something was written.
func (j *Journal) forgetFacts() { j.kept = keptFacts{} }

// ReadAhead reads the facts of every active report before anybody asks for them, a person at a time, so that whoever does
// ask waits for one at most, and returns those that it did not hold yet. It is for a quiet moment. The pages that it read it lets
// go of: with a year's notes of everybody they are 20 MB.
func (j *Journal) ReadAhead(now time.Time) (read []notes.PromptFacts, err error) {
	defer func() {
		if len(read) > 0 {
			err = errors.Join(err, j.Rest())
		}
	}()
	people, err := j.People()
	if err != nil {
		return nil, err
	}
	today := notes.DateOf(now)
	for _, p := range people {
		if p.Kind != notes.KindReport || !p.Active(today) || j.keeps(p.ID, today) {
			continue
		}
		f, err := j.PromptFacts(p.ID, now)
		if err != nil {
			return read, err
		}
		read = append(read, f)
	}
	return read, nil
}

func (j *Journal) keeps(id notes.PersonID, today notes.Date) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	_, kept := j.kept.of[id]
	return kept && j.kept.on == today
}
