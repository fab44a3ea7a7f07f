package storage

import (
	"slices"
	"strings"
	"time"

	"handback/notes"
)

const (
	fewDates   = 12
	heldDates  = 60 // more than a year of weekly one-on-ones: so many may pass over a prompt
	latelyDays = 60
	// longAgo is how far back a todo may have been noted that counts as done lately.
	longAgo = 365
)

// PromptFacts is Facts and what only the prompt engine asks about. They are shared with whoever else asks: nothing in them
// may be changed.
func (j *Journal) PromptFacts(id notes.PersonID, now time.Time) (notes.PromptFacts, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.promptFacts(id, notes.DateOf(now))
}

func (c *conn) promptFacts(id notes.PersonID, today notes.Date) (f notes.PromptFacts, err error) {
	if f.Facts, err = c.facts(id, today); err != nil {
		return f, err
	}
	for _, read := range []func(*notes.PromptFacts) error{
		c.promptDates, c.doneLately, c.promptHistory, c.others, c.leadFacts, c.revisit, c.calledOff, c.quietFacts,
		c.growing, c.deeds, c.handedOver,
	} {
		if err := read(&f); err != nil {
			return f, err
		}
	}
	f.Company, err = c.companyGoals()
	return f, err
}

// lastOneOnOnes is how many are counted in, of the last yearDays.
const lastOneOnOnes, yearDays = 6, 365

func (c *conn) promptDates(f *notes.PromptFacts) (err error) {
	id := f.Person.ID
	f.Held, err = list(c, heldDays+"ORDER BY date DESC LIMIT ?", []any{id, heldDates}, scalar[notes.Date])
	if err != nil {
		return err
	}
	f.OneOnOnes, err = list(c, "SELECT "+headColumns+` FROM note n WHERE n.person_id = ? AND n.kind IN ('held', 'missed')
		AND n.deleted_at IS NULL AND n.origin IS NULL AND n.date BETWEEN ? AND ? ORDER BY n.date DESC, n.at DESC, n.id DESC LIMIT ?`,
		[]any{id, f.Today.AddDays(-yearDays), f.Today, lastOneOnOnes}, scanHead)
	if err != nil {
		return err
	}
	const ofLabel = "SELECT note_date FROM item i WHERE person_id = ? AND label = ? AND " + lived + " ORDER BY note_date DESC LIMIT ?"
	praise, err := list(c, ofLabel, []any{id, notes.Praise, 1}, scalar[notes.Date])
	if err != nil {
		return err
	}
	f.LastPraise = notes.Date(strings.Join(texts(praise), ""))
	if f.IdeaDates, err = list(c, ofLabel, []any{id, notes.Idea, fewDates}, scalar[notes.Date]); err != nil {
		return err
	}
	if err = c.row(ideaGoingQuery, []any{id, f.Today.AddDays(-decisionDays), f.Today}, &f.IdeaGoing); err != nil {
		return err
	}
	if f.NeedDates, err = list(c, ofLabel, []any{id, notes.Need, fewDates}, scalar[notes.Date]); err != nil {
		return err
	}
	err = c.row(`SELECT coalesce(max(closed), '') FROM goal WHERE person_id = ? AND deleted_at IS NULL AND closed <= ?`,
		[]any{id, f.Today}, &f.GoalClosed)
	if err != nil {
		return err
	}
	return c.row(`SELECT coalesce(max((SELECT t.note_date FROM item_tag t JOIN note n ON n.id = t.note_id
		WHERE t.person_id = g.person_id AND t.tag = g.tag AND n.origin IS NULL ORDER BY t.note_date DESC LIMIT 1)), '')
		FROM goal_tag g JOIN goal ON goal.id = g.goal_id WHERE g.person_id = ? AND goal.deleted_at IS NULL`,
		[]any{id}, &f.GrowthTalk)
}

const ideaGoingQuery = `SELECT coalesce(max(state_date), '') FROM item i WHERE person_id = ? AND label = 'idea'
	AND state_date BETWEEN ? AND ? AND state IN ('adopted', 'trying') AND ` + lived

func texts(dates []notes.Date) []string {
	out := make([]string, 0, len(dates))
	for _, d := range dates {
		out = append(out, string(d))
	}
	return out
}

// doneLately reads what they finished and what they decided in the last sixty days, newest first.
func (c *conn) doneLately(f *notes.PromptFacts) (err error) {
	after := f.Today.AddDays(-latelyDays)
	done, err := c.filed(`WHERE i.person_id = ? AND i.label = 'todo' AND i.note_date >= ? AND i.actor = 'them'
		AND i.state = 'done' AND i.state_date >= ? AND n.origin IS NULL`, f.Person.ID, f.Today.AddDays(-longAgo), after)
	if err != nil {
		return err
	}
	decided, err := c.filed(`WHERE i.person_id = ? AND i.label = 'decided' AND i.note_date >= ? AND i.actor = 'them'
		AND i.state IN ('', 'held') AND n.origin IS NULL`, f.Person.ID, after)
	if err != nil {
		return err
	}
	f.DoneLately = append(done, decided...)
	slices.SortStableFunc(f.DoneLately, notes.LatestFirst)
	return nil
}

func (c *conn) promptHistory(f *notes.PromptFacts) (err error) {
	of := []any{f.Person.ID}
	if f.History, err = list(c, promptColumns+`WHERE person_id = ? AND (shown >= ? OR came <> '') AND shown <= ?
		ORDER BY shown, id`, []any{f.Person.ID, f.Today.AddDays(-historyDays), f.Today.AddDays(1)}, scanPrompt); err != nil {
		return err
	}
	f.Mutes, err = list(c, muteColumns+"WHERE person_id = ? ORDER BY kind", of, scanMute)
	return err
}

// others reads under which names the other people are known: as shown, by first name, by alias.
func (c *conn) others(f *notes.PromptFacts) error {
	of := []any{f.Person.ID, notes.KindMe}
	const elsewhere = "FROM person p WHERE p.id <> ? AND p.kind <> ? AND p.deleted_at IS NULL"
	shown, err := list(c, "SELECT p.name "+elsewhere, of, scalar[string])
	if err != nil {
		return err
	}
	for _, name := range shown {
		f.Others = append(f.Others, name, notes.Person{Name: name}.FirstName())
	}
	aliases, err := list(c, "SELECT a.name FROM alias a WHERE a.person_id IN (SELECT p.id "+elsewhere+")", of, scalar[string])
	f.Others = append(f.Others, aliases...)
	return err
}
