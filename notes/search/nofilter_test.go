package search

import (
	"testing"

	"handback/notes"
)

func TestAWordThatWasMeantAsAFilter(t *testing.T) {
	for typed, want := range map[string]string{
		"date:spring": "date", "plan who:ana": "who", "From:may": "From", "tags:hiring": "tags", "name:ana": "name", "-to:may plan": "to",
		"persn:ana": "persn", "lable:praise": "lable", "befor:may": "befor", "afters:may": "afters",
		"label:praise date:x": "date",
		"plan":                "", "http://example.org": "", "10:30": "", "re:budget": "", `"date:spring"`: "", ":spring": "",
		"person:ana": "", "tag:hiring": "", "spring date": "", "mail:ana": "",
	} {
		t.Run(typed, func(t *testing.T) {
			if got := Read(typed, notes.Context{Date: "2026-11-23"}).NoFilter(); got != want {
				t.Errorf("it is %q, not %q", got, want)
			}
		})
	}
}
