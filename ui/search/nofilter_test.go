package search

import (
	"testing"

	"handback/ui/room"
)

func TestAFilterThatThereIsNotIsSaidToBeNone(t *testing.T) {
	for typed, says := range map[string]string{
		"date:spring":         "“date:” isn't a filter. Use person:, label:",
		"rollout who:ana":     "“who:” isn't a filter",
		"label:todo befor:12": "“befor:” isn't a filter",
		"nonesuch":            "Try fewer letters",
		"http://nonesuch.org": "Try fewer letters",
	} {
		t.Run(typed, func(t *testing.T) {
			h, _ := enter(t, room.Place{})
			h.Fill("search.text", typed)
			h.Sees("Nothing found", says)
		})
	}
	h, _ := enter(t, room.Place{})
	h.Fill("search.text", "names:")
	h.Sees("isn't a filter")
	h.Fill("search.text", "rollout")
	h.Sees("3 lines in 3 notes")
	h.SeesNot("isn't a filter")
}
