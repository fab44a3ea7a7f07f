package trash

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

func TestTrashByKind(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 11, n, 9, 0, 0, 0, time.UTC) }
	groups := Show([]notes.Trashed{
		{Kind: notes.KindNote, ID: 1, Deleted: day(1)},
		{Kind: notes.KindGoal, ID: 2, Deleted: day(2)},
		{Kind: notes.KindNote, ID: 3, Deleted: day(3)},
		{Kind: notes.KindPerson, ID: 4, Deleted: day(4)},
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
	if Show(nil) != nil {
		t.Error("an empty trash has groups")
	}
}

func TestPurgeAllTakesPeopleLast(t *testing.T) {
	c := PurgeAll([]notes.Trashed{{Kind: notes.KindPerson, ID: 1}, {Kind: notes.KindNote, ID: 2}})
	want := []notes.Row{notes.Purge{Kind: notes.KindNote, ID: 2}, notes.Purge{Kind: notes.KindPerson, ID: 1}}
	if !reflect.DeepEqual(c.Rows, want) {
		t.Errorf("%+v", c.Rows)
	}
}

func TestTrashedTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "Untitled"},
		{" Lead\nplatform ", "Lead platform"},
		{"# Lead\n- [ ] **platform**", "Lead platform"},
		{strings.Repeat("word ", 100), strings.TrimSpace(strings.Repeat("word ", 16)) + "…"},
	} {
		t.Run(c.text, func(t *testing.T) {
			if got := Title((notes.Trashed{Text: c.text})); got != c.want {
				t.Errorf("%q: %q, want %q", c.text, got, c.want)
			}
		})
	}
	for _, k := range []notes.Kind{
		notes.KindPerson, notes.KindNote, notes.KindGoal, notes.KindStep, notes.KindOpportunity, notes.KindArea,
		notes.KindCompanyGoal, notes.KindStepIn, notes.KindExpectation,
	} {
		if !strings.HasSuffix(PurgeAsks(k), "You can't undo this.") {
			t.Errorf("%s: %q", k, PurgeAsks(k))
		}
	}
}
