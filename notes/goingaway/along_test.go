package goingaway

import (
	"testing"

	"handback/notes"
)

func TestLinesThatNameOthersStay(t *testing.T) {
	o := NewOthers([]notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Mara Voss"}, {ID: 2, Name: "Ana Lima", Aliases: []string{"Annie"}}, {ID: 3, Name: "Will Hart"},
	}, 1)
	for name, tt := range map[string]struct {
		body, want string
		gone       int
	}{
		"nobody":                 {"a walk\ntodo: rest\n", "a walk\ntodo: rest\n", 0},
		"myself":                 {"Mara slept\n", "Mara slept\n", 0},
		"a first name":           {"a walk\nAna was angry\nrest", "a walk\nrest", 1},
		"a nickname, in a tail":  {"- praise: calm (with annie)\n", "", 1},
		"a surname":              {"lima's plan\n", "", 1},
		"a word that is a name":  {"I will rest\nWill rests\n", "I will rest\n", 1},
		"what is indented below": {"- Ana\n  - angry\n\n  - still\n- mine\n", "\n- mine\n", 3},
		"a heading":              {"# Ana\nangry\n\n## more\nx\n# Me\nmine\n", "# Me\nmine\n", 4},
		"a heading inside":       {"# Week\n## Ana\nangry\n# Next\nmine", "# Week\n# Next\nmine", 2},
	} {
		t.Run(name, func(t *testing.T) {
			if got, gone := o.Without(tt.body); got != tt.want || gone != tt.gone {
				t.Errorf("it is %q, without %d lines", got, gone)
			}
		})
	}
}
