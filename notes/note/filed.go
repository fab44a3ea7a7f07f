package note

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// FiledGroup is the items of one note under one heading of the panel "Filed from this note".
type FiledGroup struct {
	Title string
	Label notes.Label // for its colour
	Lines []FiledLine
}

// FiledLine is one line of a note as the panel shows it.
type FiledLine struct {
	notes.Item
	Text   string // without the tags that end it
	Meta   string // whose it is, by when, what became of it
	Boxed  bool   // it has a box to tick
	Ticked bool
	Offer  *notes.Goal // the goal whose tag could be added in one tap, nil for none
}

// filedGroups are the labels under each heading of the panel, in their order.
var filedGroups = groupLabels()

func groupLabels() [][]notes.Label {
	var groups [][]notes.Label
	for _, l := range notes.Labels {
		k := l.Kind()
		at := slices.IndexFunc(groups, func(g []notes.Label) bool { return g[0] == k.Under })
		switch {
		case at >= 0:
			groups[at] = append(groups[at], l)
		case k.First:
			groups = slices.Insert(groups, 0, []notes.Label{l})
		default:
			groups = append(groups, []notes.Label{l})
		}
	}
	return groups
}

// ShowFiled groups the items of a note about person for the panel. People are needed for the names of others, goals
// (the person's open ones) for the offer of a tag; today words the dates.
func ShowFiled(items []notes.Item, note notes.NoteHead, people []notes.Person, goals []notes.Goal, today notes.Date) []FiledGroup {
	var groups []FiledGroup
	for _, labels := range filedGroups {
		group := FiledGroup{Title: filedTitle(labels, items), Label: labels[0]}
		for _, item := range items {
			if slices.Contains(labels, item.Label) {
				group.Lines = append(group.Lines, panelLine(item, note, people, goals, today))
			}
		}
		if len(group.Lines) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// filedTitle names only the labels that occur: "Need, ask".
func filedTitle(labels []notes.Label, items []notes.Item) string {
	var words []string
	for _, l := range labels {
		if slices.ContainsFunc(items, func(i notes.Item) bool { return i.Label == l }) {
			words = append(words, string(l))
		}
	}
	return notes.UpperFirst(strings.Join(words, ", "))
}

func panelLine(item notes.Item, note notes.NoteHead, people []notes.Person, goals []notes.Goal, today notes.Date) FiledLine {
	line := FiledLine{Item: item, Text: notes.UpperFirst(notes.SayText(item.Text))}
	line.Boxed = item.Label.Kind().Boxed && item.State != notes.History // which was never done, and asks for nothing
	line.Ticked = item.Closed() && item.State != notes.History
	line.Meta = strings.Join(filedMeta(item, note, people, today), " · ")
	line.Offer = offeredGoal(item, note, goals)
	return line
}

func filedMeta(item notes.Item, note notes.NoteHead, people []notes.Person, today notes.Date) []string {
	var parts []string
	if who := filedWho(item, note, people); who != "" {
		parts = append(parts, who)
	}
	switch waiting := item.Label.Kind().Waiting; {
	case item.State != notes.Open:
		parts = append(parts, filedState(item, today))
	case item.Due != "" && item.Label.Kind().Again:
		parts = append(parts, voice.T("revisit {day}", "day", notes.SayDay(item.Due, today)))
	case item.Due != "":
		parts = append(parts, voice.T("by {day}", "day", notes.SayDay(item.Due, today)))
	case waiting != "":
		parts = append(parts, waiting)
	}
	for _, tag := range item.Tags {
		parts = append(parts, "#"+tag)
	}
	return parts
}

func filedState(item notes.Item, today notes.Date) string {
	s := string(item.State)
	switch {
	case item.StateDate.Valid() && item.State != notes.History:
		s = item.State.SayOn(notes.SayDate(item.StateDate, today))
	case item.StateDate != "":
		s += " " + notes.SayDate(item.StateDate, today)
	}
	if item.Remark != "" {
		s += ": " + item.Remark
	}
	return s
}

// filedWho says whose an item is, where that is not plain from the note.
func filedWho(item notes.Item, note notes.NoteHead, people []notes.Person) string {
	var names []string
	for _, id := range item.People {
		if i := slices.IndexFunc(people, func(p notes.Person) bool { return p.ID == id }); i >= 0 {
			names = append(names, people[i].First())
		}
	}
	others := len(item.People) != 1 || item.People[0] != note.Person
	switch {
	case item.Label == notes.Decided && item.Actor == notes.Unsaid:
		return voice.T("who decided isn't noted yet")
	case item.Actor == notes.Me && others:
		return voice.T("you, for {who}", "who", strings.Join(names, " and "))
	case item.Actor == notes.Me:
		return voice.T("you")
	case item.Actor == notes.We:
		return voice.T("you both")
	case others, item.Label.Kind().Owned:
		return strings.Join(names, " and ")
	}
	return ""
}

// offeredGoal is the open goal of the note's person for which an item could count and does not yet: only where there is
// just one such goal, and the line is one that tells of growth.
func offeredGoal(item notes.Item, note notes.NoteHead, goals []notes.Goal) *notes.Goal {
	if !item.Label.Kind().Growth || item.Label == notes.Todo && item.Actor != notes.Them {
		return nil
	}
	if !slices.Contains(item.People, note.Person) {
		return nil
	}
	var offer *notes.Goal
	for i, g := range goals {
		if g.State != notes.GoalOpen || g.Tag == "" || g.Person != note.Person {
			continue
		}
		if slices.Contains(item.Tags, g.Tag) {
			return nil
		}
		if offer == nil {
			offer = &goals[i]
		}
	}
	if offer != nil && len(item.Tags) > 0 {
		return nil // the manager has filed it under something else
	}
	return offer
}
