package notes

import (
	"reflect"
	"testing"
)

func TestALineForTheAgendaPlansNothing(t *testing.T) {
	want := Change{Appends: []Append{{Person: 7, Kind: PlannedNote, Date: "2026-11-24", Text: "topic: x"}}}
	if got := OnAgenda(7, "topic: x", "2026-11-24"); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
