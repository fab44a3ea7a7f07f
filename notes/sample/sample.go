// Package sample is a made-up team for looking round: six reports, one manager, nine months of notes, with dates that
// are relative to the day on which it is loaded. The texts stand in team/*.txt, which anybody can read and edit; how
// they are written is said at the head of team/README.txt.
//
// The package is pure: it gives values, and Load hands them over as changes to whatever journal the caller opened.
package sample

import (
	"fmt"

	"handback/notes"
)

// Sample is the sample team. Ids in it are 0 but where said; things refer to one another by place or by title.
type Sample struct {
	Company []CompanyGoal
	Members []Member // the manager first
}

// CompanyGoal is a company goal and the name of who leads it, "" for nobody.
type CompanyGoal struct {
	notes.CompanyGoal
	Leader string
}

// Member is one person with everything about them.
type Member struct {
	Person  notes.Person
	Areas   []notes.Area // with their levels
	Goals   []Goal
	Talks   []Talk
	StepIns []notes.SteppingIn
	Notes   []notes.NewNote // oldest first; Person is 0
	Prompts []notes.PromptEvent
}

// Goal is a growth goal with its children, and the title of its company goal, "" for none.
type Goal struct {
	notes.Goal
	Company string
}

// Talk is a talk about the company goal of a title.
type Talk struct {
	Company string
	On      notes.Date
	Words   string
}

// Load writes the team through apply, which commits one change at a time: first the people, so that names are known
// when notes are read, then what refers to them. me is the manager's own person where the journal has one, else 0.
// It stops at the first error of apply.
func (s Sample) Load(me notes.PersonID, apply func(notes.Change) (notes.Applied, error)) error {
	people, err := s.loadPeople(me, apply)
	if err != nil {
		return err
	}
	company, err := s.loadCompany(people, apply)
	if err != nil {
		return err
	}
	for i, m := range s.Members {
		if err := m.load(people[i], company, apply); err != nil {
			return fmt.Errorf("%s: %w", m.Person.Name, err)
		}
	}
	return nil
}

func (s Sample) loadPeople(me notes.PersonID, apply func(notes.Change) (notes.Applied, error)) ([]notes.PersonID, error) {
	var c notes.Change
	for _, m := range s.Members {
		if m.Person.Kind != notes.KindMe || me == 0 {
			c.Rows = append(c.Rows, m.Person)
		}
	}
	done, err := apply(c)
	if err != nil {
		return nil, fmt.Errorf("the people: %w", err)
	}
	ids := make([]notes.PersonID, len(s.Members))
	made := done.IDs
	for i, m := range s.Members {
		if m.Person.Kind == notes.KindMe && me != 0 {
			ids[i] = me
			continue
		}
		ids[i], made = notes.PersonID(made[0]), made[1:]
	}
	return ids, nil
}

func (s Sample) loadCompany(
	people []notes.PersonID, apply func(notes.Change) (notes.Applied, error),
) (map[string]notes.CompanyGoalID, error) {
	var c notes.Change
	for _, g := range s.Company {
		row := g.CompanyGoal
		for i, m := range s.Members {
			if g.Leader != "" && m.Person.Name == g.Leader {
				row.Leader = people[i]
			}
		}
		c.Rows = append(c.Rows, row)
	}
	done, err := apply(c)
	if err != nil {
		return nil, fmt.Errorf("the company goals: %w", err)
	}
	ids := map[string]notes.CompanyGoalID{}
	for i, g := range s.Company {
		ids[g.Title] = notes.CompanyGoalID(done.IDs[i])
	}
	return ids, nil
}

func (m Member) load(
	id notes.PersonID, company map[string]notes.CompanyGoalID, apply func(notes.Change) (notes.Applied, error),
) error {
	var goals, rest notes.Change
	for _, g := range m.Goals {
		row := g.Goal
		row.Person, row.Company = id, company[g.Company]
		row.Steps, row.Opportunities, row.Moves = nil, nil, nil
		goals.Rows = append(goals.Rows, row)
	}
	for _, a := range m.Areas {
		rest.Rows = append(rest.Rows, notes.Area{Person: id, Tag: a.Tag, Limits: a.Limits})
		for _, l := range a.Levels {
			rest.Rows = append(rest.Rows, notes.AreaLevel{Person: id, Tag: a.Tag, DatedLevel: l})
		}
	}
	for _, t := range m.Talks {
		rest.Rows = append(rest.Rows, notes.CompanyTalk{
			Company: company[t.Company], Person: id, On: t.On, Words: t.Words,
		})
	}
	for _, s := range m.StepIns {
		s.People = []notes.PersonID{id}
		rest.Rows = append(rest.Rows, s)
	}
	for _, n := range m.Notes {
		n.Person = id
		rest.Rows = append(rest.Rows, n)
	}
	for _, e := range m.Prompts {
		e.Person = id
		rest.Rows = append(rest.Rows, e)
	}
	done, err := apply(goals)
	if err != nil {
		return fmt.Errorf("goals: %w", err)
	}
	for i, g := range m.Goals {
		rest.Rows = append(rest.Rows, childrenOf(g.Goal, notes.GoalID(done.IDs[i]))...)
	}
	if _, err := apply(rest); err != nil {
		return fmt.Errorf("notes: %w", err)
	}
	return nil
}

func childrenOf(g notes.Goal, id notes.GoalID) []notes.Row {
	var rows []notes.Row
	for _, s := range g.Steps {
		s.Goal = id
		rows = append(rows, s)
	}
	for _, o := range g.Opportunities {
		o.Goal = id
		rows = append(rows, o)
	}
	return rows
}
