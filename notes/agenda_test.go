package notes

import (
	"reflect"
	"testing"
	"time"
)

func TestALineGoesOnTheNextOneOnOne(t *testing.T) {
	now := time.Date(2026, 11, 24, 10, 5, 0, 0, time.UTC) // a Tuesday
	ana := Person{ID: 7, Name: "Ana Ruiz", Kind: KindReport, State: StateHere}
	for _, c := range []struct {
		name   string
		rhythm Rhythm
		want   Append
	}{
		{
			"of the rhythm",
			Rhythm{Every: 2, Unit: Weeks, Fixed: true, Weekday: time.Tuesday, At: "10:00", Zone: "UTC"},
			Append{Person: 7, Kind: PlannedNote, Date: "2026-12-08", At: "10:00", Zone: "UTC", Text: "topic: x"},
		},
		{"in a week where there is none", Rhythm{}, Append{Person: 7, Kind: PlannedNote, Date: "2026-12-01", Text: "topic: x"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ana.Rhythm = c.rhythm
			if got := OnAgenda(ana, "2026-11-24", "topic: x", now); !reflect.DeepEqual(got, Change{Appends: []Append{c.want}}) {
				t.Errorf("%+v", got)
			}
		})
	}
}
