package people

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Entry is what is kept about one of two entries that may be one person.
type Entry struct {
	Person notes.Person
	Notes  []notes.NoteHead
	Goals  []notes.Goal
	Areas  []notes.Area
}

// CanMerge are those with whom an entry can be merged: everybody but the manager and the person.
func CanMerge(of notes.PersonID, people []notes.Person) []notes.Person {
	return slices.DeleteFunc(slices.Clone(people), func(p notes.Person) bool { return p.ID == of || p.Kind == notes.KindMe })
}

// Merge makes one person of two: into stays.
func Merge(from, into notes.Person) notes.Change {
	return notes.Change{Rows: []notes.Row{notes.MergePeople{From: from.ID, Into: into.ID}}}
}

// SayMerge says what merging does, a sentence each, and what it does with what both have.
func SayMerge(from, into Entry, today notes.Date) []string {
	to := into.Person.FirstName()
	said := []string{voice.T("{into} gets the nickname “{name}”, so lines that use it are filed for {first}.",
		"into", into.Person.Name, "name", from.Person.Name, "first", to)}
	if moves := counted(from); moves != "" {
		said = append(
			said,
			voice.T("This will move to {first}: {what}, and everything you've asked them or agreed on.", "first", to, "what", moves),
		)
	}
	if tags := sharedTags(areaTags(from.Areas), areaTags(into.Areas)); tags != "" {
		said = append(said, voice.T(
			"Both have an area for {tags}: each pair becomes one and keeps both histories. If both changed on the same day, {name}'s level counts.",
			"tags",
			tags,
			"name",
			into.Person.Name,
		))
	}
	if tags := sharedTags(goalTags(from.Goals), goalTags(into.Goals)); tags != "" {
		said = append(
			said,
			voice.T("Both have an open goal with {tags}. Both goals stay, and lines with the tag count towards both.", "tags", tags),
		)
	}
	if a, b := planned(from.Notes), planned(into.Notes); a != "" && b != "" {
		said = append(said, voice.T("Both have a one-on-one planned, on {one} and on {other}. Both stay planned.",
			"one", notes.SayFull(min(a, b), today), "other", notes.SayFull(max(a, b), today)))
	}
	return append(said, voice.T("If this was a mistake, undo it right away."))
}

func counted(e Entry) string {
	var parts []string
	if n := len(e.Notes); n > 0 {
		parts = append(parts, voice.N(n, "{n} note", "{n} notes"))
	}
	if n := len(e.Goals); n > 0 {
		parts = append(parts, voice.N(n, "{n} goal", "{n} goals"))
	}
	if n := len(e.Areas); n > 0 {
		parts = append(parts, voice.N(n, "{n} area", "{n} areas"))
	}
	return joinNames(parts)
}

func areaTags(areas []notes.Area) []string {
	var tags []string
	for _, a := range areas {
		tags = append(tags, a.Tag)
	}
	return tags
}

func goalTags(goals []notes.Goal) []string {
	var tags []string
	for _, g := range goals {
		if g.Tag != "" && g.State == notes.GoalOpen {
			tags = append(tags, strings.ToLower(g.Tag))
		}
	}
	return tags
}

// sharedTags are the tags in both lists, as "#hiring and #oncall".
func sharedTags(a, b []string) string {
	var both []string
	for _, tag := range a {
		if slices.Contains(b, tag) && !slices.Contains(both, "#"+tag) {
			both = append(both, "#"+tag)
		}
	}
	return joinNames(both)
}

// planned is the day of the next planned one-on-one, "" for none.
func planned(heads []notes.NoteHead) notes.Date {
	var next notes.Date
	for _, n := range heads {
		if n.Kind == notes.PlannedNote && (next == "" || n.Date < next) {
			next = n.Date
		}
	}
	return next
}
