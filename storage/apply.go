package storage

import (
	"fmt"
	"slices"

	"handback/notes"
)

// Apply commits the whole change or nothing of it. It returns Invalid, ErrConflict, ErrNotFound, ErrReadOnly or ErrFull
// where it cannot.
func (j *Journal) Apply(c notes.Change) (notes.Applied, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	var done notes.Applied
	err := j.write(func(t *tx) error {
		t.aside = besidePeople(c)
		if who := askedOf(c); who != 0 {
			delete(j.kept.of, who)
			t.aside = true
		}
		t.applied.Revs = map[notes.NoteID]int64{}
		for part := &c; part != nil; part = part.Next {
			if err := t.apply(*part); err != nil {
				return err
			}
		}
		done = t.applied
		done.Undo = inReverse(t.undo)
		left, any, err := t.left()
		if any {
			undo := done.Undo
			done.Undo = notes.Change{Rows: []notes.Row{left}, Next: &undo}
		}
		return err
	})
	if err != nil {
		return notes.Applied{}, err
	}
	j.unread += len(done.Revs)
	j.mergeIfMany()
	return done, nil
}

func (t *tx) apply(c notes.Change) error {
	for _, e := range c.Edits {
		if err := t.edit(e); err != nil {
			return err
		}
	}
	for _, a := range c.Appends {
		if err := t.append(a); err != nil {
			return err
		}
	}
	var goal notes.GoalID
	for _, row := range c.Rows {
		id, err := t.put(ofGoal(row, goal))
		if err != nil {
			return err
		}
		if _, is := row.(notes.Goal); is {
			goal = notes.GoalID(id)
		}
		t.applied.IDs = append(t.applied.IDs, id)
	}
	return nil
}

// ofGoal hangs a step or opportunity that names no goal on the one that stands last before it in the change.
func ofGoal(row notes.Row, goal notes.GoalID) notes.Row {
	switch r := row.(type) {
	case notes.Step:
		if r.Goal == 0 {
			r.Goal = goal
		}
		return r
	case notes.Opportunity:
		if r.Goal == 0 {
			r.Goal = goal
		}
		return r
	}
	return row
}

// put writes one row and returns its id, 0 where it has none.
func (t *tx) put(row notes.Row) (int64, error) {
	switch r := row.(type) {
	case notes.Person:
		return t.putPerson(r)
	case notes.NewNote:
		return t.putNewNote(r)
	case notes.NoteMeta:
		return int64(r.ID), t.putNoteMeta(r)
	case notes.Verdict:
		return t.putVerdict(r)
	case notes.PutSetting:
		return 0, t.putSetting(r)
	case notes.PutBack:
		return t.putBack(r.Row)
	case notes.Remove:
		return 0, t.remove(r.Row)
	case notes.PromptEvent:
		return t.putPromptEvent(r)
	case notes.PromptMute:
		return t.putPromptMute(r)
	case notes.PromptOutcomeOf:
		return r.ID, t.putPromptOutcome(r)
	case notes.Dismissal:
		return t.putDismissal(r)
	case notes.QuietAnswer:
		return 0, t.putQuietAnswer(r)
	}
	return t.putAgreed(row)
}

// putAgreed puts what was agreed on: goals and areas, company goals, step-ins, expectations.
func (t *tx) putAgreed(row notes.Row) (int64, error) {
	switch r := row.(type) {
	case notes.Goal:
		return t.putGoal(r)
	case notes.Step:
		return t.putStep(r)
	case notes.Opportunity:
		return t.putOpportunity(r)
	case notes.Area:
		return t.putArea(r)
	case areaAsItWas:
		return t.putAreaBack(r)
	case notes.AreaLevel:
		return t.putAreaLevel(r)
	case notes.CompanyGoal:
		return t.putCompanyGoal(r)
	case notes.CompanyTalk:
		return t.putCompanyTalk(r)
	case notes.SteppingIn:
		return t.putStepIn(r, false)
	case asItWas:
		return t.putStepIn(r.SteppingIn, true)
	case notes.Expectation:
		return t.putExpectation(r)
	}
	return t.putKept(row)
}

// putKept puts what the manager keeps beside notes: templates, searches, and what was done with a review.
func (t *tx) putKept(row notes.Row) (int64, error) {
	switch r := row.(type) {
	case notes.Template:
		return t.putTemplate(r)
	case notes.NoteBegun:
		return 0, t.putBegun(r)
	case notes.SavedSearch:
		return t.putSavedSearch(r)
	case notes.ReviewEdit:
		return 0, t.putReviewEdit(r)
	case reviewWas:
		return 0, t.putReviewBack(r)
	case notes.OwnReview:
		return 0, t.putOwnReview(r)
	case ownWas:
		return 0, t.putOwnBack(r)
	case notes.BringBack:
		return t.bringBack(r)
	case textWas:
		return int64(r.note), t.putTextBack(r)
	}
	return t.putAway(row)
}

// putAway is put for the rows that move things to the trash, back and out of it.
func (t *tx) putAway(row notes.Row) (int64, error) {
	switch r := row.(type) {
	case notes.Delete:
		return r.ID, t.trash(r)
	case notes.Restore:
		return r.ID, t.restore(r)
	case notes.Purge:
		return 0, t.purge(r)
	case notes.Erase:
		return 0, t.erase(r)
	case notes.DeleteBlank:
		return int64(r.Note), t.deleteBlank(r.Note)
	case notes.KeepRevision:
		return 0, t.keepNow(r.Note)
	case asLeft:
		t.namesStay = true
		return 0, t.stillAs(r)
	case notes.MergePeople:
		return int64(r.Into), t.mergePeople(r)
	case moved:
		return 0, t.move(r)
	case notes.TakeNewReading:
		return 0, t.takeNewReading(r)
	case readAsBefore:
		return 0, t.readAsBefore(r)
	}
	return t.putTaken(row)
}

// putTaken is put for the rows that show an import, or take one back.
func (t *tx) putTaken(row notes.Row) (int64, error) {
	switch r := row.(type) {
	case notes.TakeImport:
		return int64(r.Import), t.takeImport(r)
	case notes.TakeBackImport:
		return int64(r.Import), t.takeBackImport(r.Import)
	case notes.TakeArchive:
		t.back(notes.TakeBackArchive(r))
		return int64(r.Archive), nil
	case notes.TakeBackArchive:
		return int64(r.Archive), t.takeBackArchive(int64(r.Archive))
	}
	return 0, fmt.Errorf("storage knows no row %T", row)
}

// inReverse is the change that does ops from the last to the first. Each is a LineEdit or a Row; a part of a change does
// its edits before its rows.
func inReverse(ops []any) notes.Change {
	parts := []notes.Change{{}}
	for _, op := range slices.Backward(ops) {
		last := &parts[len(parts)-1]
		switch op := op.(type) {
		case notes.LineEdit:
			if len(last.Rows) > 0 {
				parts = append(parts, notes.Change{})
				last = &parts[len(parts)-1]
			}
			last.Edits = append(last.Edits, op)
		case notes.Row:
			last.Rows = append(last.Rows, op)
		}
	}
	for i := len(parts) - 1; i > 0; i-- {
		parts[i-1].Next = &parts[i]
	}
	return parts[0]
}
