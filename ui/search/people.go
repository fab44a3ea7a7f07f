package search

import (
	"handback/notes"
	"handback/notes/search"
	"handback/ui/look"
	"handback/ui/room"
)

// mostPeople is how many people are listed, before everything else.
const mostPeople = 5

// people groups the people whose name is looked for, where nothing limits the search.
func (r *Room) people() []group {
	if r.limited() {
		return nil
	}
	var groups []group
	for _, h := range search.FindPeople(r.host.People(), r.query.Text, mostPeople) {
		groups = append(groups, group{head: h.Where(), lines: []result{{
			icon: "users", ink: look.C().Muted, text: h.Text, to: placeOf(h.Person),
		}}})
	}
	return groups
}

// placeOf is the screen that somebody is shown on first, as in the switcher.
func placeOf(p notes.Person) room.Place {
	if p.Kind == notes.KindReport {
		return room.Place{Screen: room.Prep, Person: p.ID}
	}
	return room.Place{Screen: room.Notes, Person: p.ID}
}
