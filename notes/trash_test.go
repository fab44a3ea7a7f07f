package notes

import (
	"errors"
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

func TestBestMatches(t *testing.T) {
	texts := []string{"Ben Kofi", "Ana Ruiz", "Banana plan", "Today", "Ana Ruiz", "A note about nothing in particular, and so on"}
	for _, c := range []struct {
		query string
		limit int
		want  []int
	}{
		{"", 3, []int{0, 1, 2}},
		{"ana", 9, []int{1, 4, 2}},
		{"ana", 1, []int{1}},
		{"xyz", 9, []int{}},
		{"nothing note", 9, []int{5}},
	} {
		if got := BestMatches(c.query, texts, c.limit); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %v, want %v", c.query, got, c.want)
		}
	}
}

func TestMergeTags(t *testing.T) {
	got := MergeTags([][]string{{"a", "b", "c"}, {"b", "d"}, nil})
	if want := []string{"a", "b", "d", "c"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestReadSpan(t *testing.T) {
	for _, c := range []struct {
		from, to    string
		first, last Date
		wrong       string
	}{
		{"", "", "", "", ""},
		{"1 Oct", "", "2026-10-01", "", ""},
		{"1 Dec", "today", "2025-12-01", peopleDay, ""},
		{"31 Feb", "", "", "", "From"},
		{"", "soon", "", "", "To"},
		{"2026-10-02", "2026-10-01", "", "", "To"},
	} {
		first, last, err := ReadSpan(c.from, c.to, peopleDay)
		var wrong Invalid
		errors.As(err, &wrong)
		if wrong.Field != c.wrong || err == nil && (first != c.first || last != c.last) {
			t.Errorf("%q to %q: %s to %s, %v", c.from, c.to, first, last, err)
		}
	}
}

func TestTargetSayDetail(t *testing.T) {
	for _, c := range []struct{ detail, want string }{
		{"", ""},
		{"Staff engineer", "Staff engineer"},
		{"Ana Ruiz · 2026-11-20", "Ana Ruiz · 20 Nov"},
		{"Ana · Ruiz · 2025-11-20", "Ana · Ruiz · 20 Nov 2025"},
		{"one · two", "one · two"},
	} {
		if got := SayTarget((Target{Detail: c.detail}), peopleDay); got != c.want {
			t.Errorf("%q: %q, want %q", c.detail, got, c.want)
		}
	}
}
