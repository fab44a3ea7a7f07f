package notes_test

import (
	"fmt"
	"testing"
	"time"

	"handback/notes"
)

func TestACapturedLineGoesToWhomItNames(t *testing.T) {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Robin Vale"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere, Aliases: []string{"Anita"}},
		{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere},
		{ID: 4, Kind: notes.KindReport, Name: "Ben Lund", State: notes.StateHere},
	}
	at := time.Date(2026, 11, 23, 23, 30, 0, 0, time.FixedZone("", 3600))
	for text, want := range map[string]string{
		"Ana: ask about the rollout":      "2 ask about the rollout",
		"ana ruiz:praise: calm in a call": "2 praise: calm in a call",
		"Anita : todo: send the key":      "2 todo: send the key",
		"todo Ana: send the key":          "1 todo Ana: send the key",
		"todo: call legal":                "1 todo: call legal",
		"Ben: which of them":              "1 Ben: which of them",
		"Zoe: nobody knows her":           "1 Zoe: nobody knows her",
		"Ana:":                            "1 Ana:",
		"10:30 is free":                   "1 10:30 is free",
		"Ana: one\n\ntwo":                 "2 one|2 two",
		" \n ":                            "",
	} {
		t.Run(text, func(t *testing.T) {
			got := ""
			for i, a := range notes.FileCaptured(text, at, notes.NewNames(people), 1) {
				if i > 0 {
					got += "|"
				}
				got += fmt.Sprint(a.Person, " ", a.Text)
				if a.Date != "2026-11-23" || a.Kind != notes.JournalNote {
					t.Errorf("%+v", a)
				}
			}
			if got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}
