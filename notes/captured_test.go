package notes_test

import (
	"fmt"
	"slices"
	"strings"
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

func TestACapturedLineIsCompleted(t *testing.T) {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Robin Vale"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere, Aliases: []string{"Anita"}},
		{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere},
		{ID: 4, Kind: notes.KindReport, Name: "Ben Lund", State: notes.StateHere},
	}
	in := notes.Context{Date: "2026-11-23", Person: 1, Me: 1, Names: notes.NewNames(people)}
	for typed, want := range map[string]string{
		"":             "",
		"An":           "Ana: -2",
		"Be":           "Ben Kofi: -2|Ben Lund: -2",
		"to":           "topic-2|todo-2",
		"Ana: pra":     "praise: -3",
		"Ana: ":        "",
		"todo An":      "Ana: -2",
		"todo (An":     "Ana): -2",
		"Zoe: pra":     "",
		"Ana: todo Be": "Ben Kofi: -2|Ben Lund: -2",
		"ring leg":     "",
	} {
		t.Run(typed, func(t *testing.T) {
			got := map[string]bool{}
			for _, c := range notes.CaptureCompletions(typed, in) {
				got[fmt.Sprint(c.Text, "-", c.Replace)] = true
			}
			for _, w := range strings.Split(want, "|") {
				if w != "" && !got[w] {
					t.Errorf("%v has no %q", got, w)
				}
				delete(got, w)
			}
			if len(got) > 0 {
				t.Errorf("and %v", got)
			}
		})
	}
}

// TestACompletedLineIsFiled goes on with every name that is offered after a label, and with a text: the line is filed for whom it names.
func TestACompletedLineIsFiled(t *testing.T) {
	names := notes.NewNames([]notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Robin Vale"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere},
		{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere},
		{ID: 4, Kind: notes.KindReport, Name: "Ben Lund", State: notes.StateHere},
	})
	in, all := notes.Context{Date: "2026-11-23", Person: 1, Me: 1, Names: names}, 0
	for _, label := range []string{"todo", "praise", "ask", "need", "- [ ]"} {
		for _, before := range []string{" ", " (", " [", " @", " Ana, ", " Ana and ", " for ", ": @"} {
			for _, person := range []string{"", "Ana: "} {
				typed := []rune(person + label + before + "Be")
				found := 0
				for _, c := range notes.CaptureCompletions(string(typed), in) {
					line := string(typed[:len(typed)-c.Replace]) + c.Text + "look at the rota"
					filed := notes.FileCaptured(line, time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), names, 1)[0]
					about := in
					about.Person = filed.Person
					for _, item := range notes.Parse(filed.Text, about) {
						if slices.Contains(item.People, c.Person) && item.Text == "look at the rota" {
							found++
						}
					}
				}
				offered := len(notes.CaptureCompletions(string(typed), in))
				if all += offered; found != offered {
					t.Errorf("%q: of %d names that are offered %d are filed", string(typed), offered, found)
				}
			}
		}
	}
	if all < 120 {
		t.Errorf("only %d names are offered", all)
	}
}

func TestWhichLinesWereFiledIsRemembered(t *testing.T) {
	setting := ""
	for i := range 100 {
		setting = notes.NoteCaptured(setting, fmt.Sprint("id", i))
	}
	if !notes.WasCaptured(setting, "id99") || !notes.WasCaptured(setting, "id60") || notes.WasCaptured(setting, "id9") || len(setting) > 400 {
		t.Error(setting)
	}
}
