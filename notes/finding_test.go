package notes

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestPeriodSpan(t *testing.T) {
	for _, c := range []struct {
		period   Period
		today    Date
		from, to Date
	}{
		{AnyTime, "2026-11-23", "", ""},
		{Picked, "2026-11-23", "", ""},
		{ThisMonth, "2026-11-23", "2026-11-01", "2026-11-30"},
		{ThisMonth, "2028-02-29", "2028-02-01", "2028-02-29"},
		{ThisQuarter, "2026-11-23", "2026-10-01", "2026-12-31"},
		{ThisQuarter, "2026-01-01", "2026-01-01", "2026-03-31"},
		{ThisQuarter, "2026-06-30", "2026-04-01", "2026-06-30"},
		{ThisYear, "2026-11-23", "2026-01-01", "2026-12-31"},
		{ThisYear, "", "", ""},
	} {
		from, to := c.period.Span(c.today)
		if from != c.from || to != c.to {
			t.Errorf("%s on %s: %s to %s, want %s to %s", c.period, c.today, from, to, c.from, c.to)
		}
	}
}

func TestSaySpan(t *testing.T) {
	for _, c := range []struct {
		from, to Date
		want     string
	}{
		{"", "", ""},
		{"2026-10-01", "", "since 1 Oct"},
		{"", "2025-12-31", "until 31 Dec 2025"},
		{"2026-10-01", "2026-12-31", "1 Oct – 31 Dec"},
	} {
		if got := SaySpan(c.from, c.to, "2026-11-23"); got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
	}
	if CheckSpan("2026-10-02", "2026-10-01") == nil {
		t.Error("a span that ends before it begins is taken")
	}
	if err := CheckSpan("2026-10-01", "2026-10-01"); err != nil {
		t.Errorf("one day: %v", err)
	}
	if err := CheckSpan("", "2026-10-01"); err != nil {
		t.Errorf("an open beginning: %v", err)
	}
}

func TestHitText(t *testing.T) {
	snippet := []SnippetRun{{Text: "…decided: Move the "}, {Text: "rollout", Match: true}, {Text: " to\nJanuary"}}
	for _, c := range []struct {
		name string
		hit  Hit
		want string // matches in [ ]
	}{
		{"prose keeps its snippet on one line", Hit{Snippet: snippet}, "…decided: Move the [rollout] to January"},
		{"a heading without its mark", Hit{Snippet: []SnippetRun{{Text: "# "}, {Text: "Rollout", Match: true}, {Text: "\n\n- in January"}}}, "[Rollout] in January"},
		{"a heading that is the match", Hit{Snippet: []SnippetRun{{Text: "Rollout", Match: true}, {Text: " #platform"}}}, "[Rollout] #platform"},
		{"no snippet is the title", Hit{NoteHead: NoteHead{Title: "About hiring"}}, "About hiring"},
		{"a filed line is shown without its label", Hit{Snippet: snippet, Item: &Item{Text: "Move the rollout to January"}}, "Move the [rollout] to January"},
		{"case is the line's own", Hit{Snippet: snippet, Item: &Item{Text: "Rollout, ROLLOUT"}}, "[Rollout], [ROLLOUT]"},
		{"only from the start of a word", Hit{Snippet: []SnippetRun{{Text: "art", Match: true}}, Item: &Item{Text: "start the art"}}, "start the [art]"},
		{"letters of more than a byte", Hit{Snippet: []SnippetRun{{Text: "été", Match: true}}, Item: &Item{Text: "un été à Genève"}}, "un [été] à Genève"},
		{"nothing matched in the text itself", Hit{Snippet: nil, Item: &Item{Text: "Ship it"}}, "Ship it"},
	} {
		var b strings.Builder
		for _, r := range HitText(c.hit) {
			if r.Match {
				b.WriteString("[" + r.Text + "]")
			} else {
				b.WriteString(r.Text)
			}
		}
		if b.String() != c.want {
			t.Errorf("%s: %q, want %q", c.name, b.String(), c.want)
		}
	}
}

func TestHitWhere(t *testing.T) {
	ana := Person{Name: "Ana Ruiz", Kind: KindReport}
	head := NoteHead{Kind: HeldNote, Date: "2026-11-20"}
	for _, c := range []struct {
		name   string
		hit    Hit
		person Person
		want   []string
	}{
		{"prose", Hit{NoteHead: head}, ana, []string{"Ana Ruiz", "20 Nov, one-on-one"}},
		{"mine", Hit{NoteHead: NoteHead{Kind: JournalNote, Date: "2025-11-03"}}, Person{Name: "Robin", Kind: KindMe}, []string{"Me", "3 Nov 2025, journal"}},
		{
			"a decision",
			Hit{NoteHead: head, Item: &Item{Label: Decided, Actor: Them, Tags: []string{"platform"}}},
			ana,
			[]string{"Ana Ruiz", "20 Nov, one-on-one", "#platform", "Ana decided"},
		},
	} {
		if got := HitWhere(c.hit, c.person, "2026-11-23"); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSayState(t *testing.T) {
	for _, c := range []struct {
		item Item
		want string
	}{
		{Item{Label: Todo, Due: "2026-12-04"}, "open, by Fri 4 Dec"},
		{Item{Label: Todo}, "open"},
		{Item{Label: Todo, State: Done, StateDate: "2026-11-20"}, "done 20 Nov"},
		{Item{Label: Todo, State: History}, ""},
		{Item{Label: Decided}, ""},
		{Item{Label: Decided, Actor: Me}, "I decided"},
		{Item{Label: Decided, Actor: We}, "we decided"},
		{Item{Label: Praise}, "not said yet"},
		{Item{Label: Praise, State: Said, StateDate: "2026-11-20"}, "said 20 Nov"},
		{Item{Label: Idea, State: Trying, StateDate: "2026-11-20"}, "trying 20 Nov"},
		{Item{Label: StepIn}, ""},
		{Item{Label: Topic}, "open"},
	} {
		if got := c.item.SayState("Ana", "2026-11-23"); got != c.want {
			t.Errorf("%+v: %q, want %q", c.item, got, c.want)
		}
	}
}

func TestDaysSinceOverCenturies(t *testing.T) {
	for _, c := range []struct {
		day, since Date
		want       int
	}{
		{"2026-11-23", "2026-11-23", 0},
		{"2026-11-23", "2026-11-24", -1},
		{"2028-03-01", "2028-02-28", 2},
		{"2026-11-23", "0001-01-01", 739942},
		{"0001-01-01", "2026-11-23", -739942},
	} {
		if got := c.day.DaysSince(c.since); got != c.want {
			t.Errorf("%s since %s: %d, want %d", c.day, c.since, got, c.want)
		}
	}
}

func TestMergeTags(t *testing.T) {
	got := MergeTags([][]string{{"a", "b", "c"}, {"b", "d"}, nil})
	if want := []string{"a", "b", "d", "c"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

const spanDay = Date("2026-11-23") // a Monday

func TestReadSpan(t *testing.T) {
	for _, c := range []struct {
		from, to    string
		first, last Date
		wrong       string
	}{
		{"", "", "", "", ""},
		{"1 Oct", "", "2026-10-01", "", ""},
		{"1 Dec", "today", "2025-12-01", spanDay, ""},
		{"31 Feb", "", "", "", "From"},
		{"", "soon", "", "", "To"},
		{"2026-10-02", "2026-10-01", "", "", "To"},
	} {
		first, last, err := ReadSpan(c.from, c.to, spanDay)
		var wrong Invalid
		errors.As(err, &wrong)
		if wrong.Field != c.wrong || err == nil && (first != c.first || last != c.last) {
			t.Errorf("%q to %q: %s to %s, %v", c.from, c.to, first, last, err)
		}
	}
}
