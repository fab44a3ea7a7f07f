package notes

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestTrashByKind(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 11, n, 9, 0, 0, 0, time.UTC) }
	groups := TrashByKind([]Trashed{
		{Kind: KindNote, ID: 1, Deleted: day(1)},
		{Kind: KindGoal, ID: 2, Deleted: day(2)},
		{Kind: KindNote, ID: 3, Deleted: day(3)},
		{Kind: KindPerson, ID: 4, Deleted: day(4)},
	})
	var said []string
	for _, g := range groups {
		s := g.Title
		for _, thing := range g.Things {
			s += " " + string(rune('0'+thing.ID))
		}
		said = append(said, s)
	}
	if got, want := strings.Join(said, ", "), "People 4, Notes 3 1, Growth goals 2"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if TrashByKind(nil) != nil {
		t.Error("an empty trash has groups")
	}
}

func TestPurgeAllTakesPeopleLast(t *testing.T) {
	c := PurgeAll([]Trashed{{Kind: KindPerson, ID: 1}, {Kind: KindNote, ID: 2}})
	want := []Row{Purge{Kind: KindNote, ID: 2}, Purge{Kind: KindPerson, ID: 1}}
	if !reflect.DeepEqual(c.Rows, want) {
		t.Errorf("%+v", c.Rows)
	}
}

func TestTrashedTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "Without words"},
		{" Lead\nplatform ", "Lead platform"},
		{strings.Repeat("word ", 100), strings.TrimSpace(strings.Repeat("word ", 16)) + "…"},
	} {
		if got := TrashedTitle((Trashed{Text: c.text})); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	for _, k := range []Kind{KindPerson, KindNote, KindGoal, KindStep, KindOpportunity, KindArea, KindCompanyGoal, KindStepIn, KindExpectation} {
		if !strings.HasSuffix(PurgeAsks(k), "This cannot be taken back.") {
			t.Errorf("%s: %q", k, PurgeAsks(k))
		}
	}
}
