package search

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestFindPeople(t *testing.T) {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Ana Vale"},
		{ID: 2, Name: "José Ángel Núñez", Role: "Platform"},
		{ID: 3, Name: "Bill Tarrant", Aliases: []string{"William Tarrant"}, State: notes.StateLeft},
		{ID: 4, Name: "Ana Ruiz"},
		{ID: 5, Name: "Anabel Sato"},
	}
	for text, want := range map[string]string{
		"nunez": "José Ángel Núñez", "ang jose": "José Ángel Núñez", "william": "Bill Tarrant as William Tarrant",
		"ana": "Ana Ruiz, Anabel Sato", "uiz": "", "": "", "*": "", "ana nunez": "", "a": "José Ángel Núñez, Ana Ruiz",
	} {
		t.Run(text, func(t *testing.T) {
			var got []string
			for _, h := range FindPeople(people, text, 2) {
				name := ""
				for _, run := range h.Text {
					name += run.Text
				}
				if h.Known != "" {
					name += " as " + h.Known
				}
				got = append(got, name)
			}
			if strings.Join(got, ", ") != want {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
		})
	}
}
