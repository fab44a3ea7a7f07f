package calendar_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes/calendar"
)

// TestInstancesAreThoseOfAnotherImplementation compares every occurrence with what recurring-ical-events and ical.js make of
// the same calendars; testdata/instances/make.py and make.mjs, which wrote the expected ones, say how.
func TestInstancesAreThoseOfAnotherImplementation(t *testing.T) {
	files, err := filepath.Glob("testdata/instances/*.ics")
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			got := instances(t, name)
			golden, err := os.ReadFile(strings.TrimSuffix(name, ".ics") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			want := strings.Split(strings.TrimSpace(string(golden)), "\n")
			slices.Sort(got)
			slices.Sort(want)
			for _, line := range want {
				if !slices.Contains(got, line) {
					t.Errorf("missing: %s", line)
				}
			}
			for _, line := range got {
				if !slices.Contains(want, line) {
					t.Errorf("too much: %s", line)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%d occurrences, not %d", len(got), len(want))
			}
		})
	}
}

func instances(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var c calendar.Calendar
	if err := c.Add(data); err != nil {
		t.Fatal(err)
	}
	meetings, skipped := c.Meetings(time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC))
	if len(skipped)+len(c.Skipped) != 0 {
		t.Fatal(skipped, c.Skipped)
	}
	var all []string
	for _, m := range meetings {
		layout := "2006-01-02T15:04:05Z"
		if m.Whole {
			layout = "2006-01-02"
		}
		all = append(all, fmt.Sprintf("%s %s %s", m.Start.UTC().Format(layout), m.End.UTC().Format(layout), m.Title))
	}
	return all
}
