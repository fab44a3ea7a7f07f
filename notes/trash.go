package notes

import "sort"

// TrashGroup is everything of one kind that lies in the trash, deleted last first.
type TrashGroup struct {
	Kind   Kind
	Title  string // "Notes"
	Things []Trashed
}

// trashOrder are the kinds in the order in which the trash shows them, with their titles.
var trashOrder = []TrashGroup{
	{Kind: KindPerson, Title: "People"},
	{Kind: KindNote, Title: "Notes"},
	{Kind: KindGoal, Title: "Growth goals"},
	{Kind: KindStep, Title: "Steps"},
	{Kind: KindOpportunity, Title: "Opportunities"},
	{Kind: KindArea, Title: "Areas"},
	{Kind: KindStepIn, Title: "Step-ins"},
	{Kind: KindExpectation, Title: "What you count on each other for"},
	{Kind: KindCompanyGoal, Title: "Company goals"},
}

// TrashByKind groups what lies in the trash; kinds of which there is nothing are left out.
func TrashByKind(trashed []Trashed) []TrashGroup {
	var groups []TrashGroup
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
func PurgeAsks(k Kind) string {
	switch k {
	case KindPerson:
		return "All notes about them, their goals and everything filed go too. This cannot be taken back."
	case KindNote:
		return "Its text, its earlier versions and everything filed from it go too. This cannot be taken back."
	case KindGoal:
		return "Its steps and opportunities go too. The lines in your notes stay. This cannot be taken back."
	case KindArea:
		return "Its limits and its history of levels go too. The lines in your notes stay. This cannot be taken back."
	case KindCompanyGoal:
		return "What was said about it with your people goes too. This cannot be taken back."
	}
	return "This cannot be taken back."
}

// PurgeAll deletes everything in the trash for good; people come last, since the rest may be theirs.
func PurgeAll(trashed []Trashed) Change {
	var c, people Change
	for _, t := range trashed {
		if t.Kind == KindPerson {
			people.Rows = append(people.Rows, Purge{Kind: t.Kind, ID: t.ID})
		} else {
			c.Rows = append(c.Rows, Purge{Kind: t.Kind, ID: t.ID})
		}
	}
	return c.Then(people)
}

// TrashedTitle is what a deleted thing is called in a list: the beginning of its text.
func TrashedTitle(t Trashed) string {
	if s := shorten(Tidy(t.Text), 80); s != "" {
		return s
	}
	return "Without words"
}
