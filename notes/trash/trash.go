package trash

import (
	"sort"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Group is everything of one kind that lies in the trash, deleted last first.
type Group struct {
	Kind   notes.Kind
	Title  string // "Notes"
	Things []notes.Trashed
}

// trashOrder are the kinds in the order in which the trash shows them, with their titles.
var trashOrder = []Group{
	{Kind: notes.KindPerson, Title: voice.T("People")},
	{Kind: notes.KindNote, Title: voice.T("Notes")},
	{Kind: notes.KindGoal, Title: voice.T("Growth goals")},
	{Kind: notes.KindStep, Title: voice.T("Steps")},
	{Kind: notes.KindOpportunity, Title: voice.T("Opportunities")},
	{Kind: notes.KindArea, Title: voice.T("Areas")},
	{Kind: notes.KindStepIn, Title: voice.T("Step-ins")},
	{Kind: notes.KindExpectation, Title: voice.T("What you count on each other for")},
	{Kind: notes.KindCompanyGoal, Title: voice.T("Company goals")},
}

// Show groups what lies in the trash; kinds of which there is nothing are left out.
func Show(trashed []notes.Trashed) []Group {
	var groups []Group
	for _, g := range trashOrder {
		for _, t := range trashed {
			if t.Kind == g.Kind {
				g.Things = append(g.Things, t)
			}
		}
		if len(g.Things) > 0 {
			sort.SliceStable(g.Things, func(a, b int) bool { return g.Things[a].Deleted.After(g.Things[b].Deleted) })
			groups = append(groups, g)
		}
	}
	return groups
}

// PurgeAsks is what deleting a thing for good takes along, as the question before it says.
func PurgeAsks(k notes.Kind) string {
	switch k {
	case notes.KindPerson:
		return voice.T("Their notes, goals and everything filed about them will be deleted too. You can't undo this.")
	case notes.KindNote:
		return voice.T("Its text, earlier versions and everything filed from it will be deleted. You can't undo this.")
	case notes.KindGoal:
		return voice.T("Its steps and opportunities will be deleted too. Your notes stay as they are. You can't undo this.")
	case notes.KindArea:
		return voice.T("Its limits and level history will be deleted too. Your notes stay as they are. You can't undo this.")
	case notes.KindCompanyGoal:
		return voice.T("What your people said about it will be deleted too. You can't undo this.")
	}
	return voice.T("You can't undo this.")
}

// SayNamed says which lines elsewhere name a person who is deleted for good: they stay. Of the first few it says where.
func SayNamed(lines []notes.Mention) string {
	if len(lines) == 0 {
		return voice.T("No other note names them.")
	}
	return voice.N(len(lines), "{n} line elsewhere names them, and will stay: {lines}",
		"{n} lines elsewhere name them, and will stay: {lines}",
		"lines", firstLines(lines))
}

// SayNamedPeople says how many lines name people whom emptying the trash deletes for good, "" where none does. Lines of what goes
// itself don't count.
func SayNamedPeople(trashed []notes.Trashed, lines []notes.Mention) string {
	goes := map[notes.Kind]map[int64]bool{}
	for _, t := range trashed {
		if goes[t.Kind] == nil {
			goes[t.Kind] = map[int64]bool{}
		}
		goes[t.Kind][t.ID] = true
	}
	type line struct {
		table, column string
		id            int64
		line          int
	}
	stay := map[line]bool{} // it may name several of them
	for _, m := range lines {
		gone := goes[notes.KindPerson][int64(m.Whose)] || m.Table == "note" && goes[notes.KindNote][m.ID] ||
			m.Table == "goal" && goes[notes.KindGoal][m.ID]
		if !gone {
			stay[line{m.Table, m.Column, m.ID, m.Line}] = true
		}
	}
	if len(stay) == 0 {
		return ""
	}
	return voice.N(len(stay),
		"{n} line elsewhere names someone in the trash, and will stay. "+
			"To go through it first, delete that person on their own, not with the rest of the trash.",
		"{n} lines elsewhere name people in the trash, and will stay. To go through them first, delete each person on their own.")
}

// mostNamed is how many lines are told.
const mostNamed = 3

func firstLines(lines []notes.Mention) string {
	said := make([]string, 0, mostNamed+1)
	for _, l := range lines[:min(len(lines), mostNamed)] {
		said = append(said, voice.T("“{line}”", "line", notes.Shorten(notes.Tidy(l.Text), 60)))
	}
	if len(lines) > mostNamed {
		said = append(said, "…")
	}
	return strings.Join(said, " ")
}

// PurgeAll deletes everything in the trash for good; people come last, since the rest may be theirs.
func PurgeAll(trashed []notes.Trashed) notes.Change {
	var c, people notes.Change
	for _, t := range trashed {
		if t.Kind == notes.KindPerson {
			people.Rows = append(people.Rows, notes.Purge{Kind: t.Kind, ID: t.ID})
		} else {
			c.Rows = append(c.Rows, notes.Purge{Kind: t.Kind, ID: t.ID})
		}
	}
	return c.Then(people)
}

// Title is what a deleted thing is called in a list: the beginning of its text.
func Title(t notes.Trashed) string {
	lines := strings.Split(t.Text, "\n")
	for i, line := range lines {
		lines[i] = notes.Unmarked(line)
	}
	if s := notes.Shorten(notes.Tidy(strings.Join(lines, " ")), 80); s != "" {
		return s
	}
	return voice.T("Untitled")
}
