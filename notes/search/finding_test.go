package search

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"handback/notes"
)

func TestEveryPeriodIsReadAsItIsTyped(t *testing.T) {
	for _, c := range []struct {
		period   Period
		today    notes.Date
		from, to notes.Date
	}{
		{ThisMonth, "2026-11-23", "2026-11-01", "2026-11-30"},
		{ThisMonth, "2028-02-29", "2028-02-01", "2028-02-29"},
		{ThisQuarter, "2026-11-23", "2026-10-01", "2026-12-31"},
		{ThisQuarter, "2026-01-01", "2026-01-01", "2026-03-31"},
		{ThisQuarter, "2026-06-30", "2026-04-01", "2026-06-30"},
		{ThisYear, "2026-11-23", "2026-01-01", "2026-12-31"},
	} {
		t.Run(string(c.period)+" on "+string(c.today), func(t *testing.T) {
			read := Read(Typed{}.With(OnChip, c.period.Typed()), notes.Context{Date: c.today})
			if read.Why != "" || read.Asked.From != c.from || read.Asked.To != c.to {
				t.Errorf("%s to %s, %s; want %s to %s", read.Asked.From, read.Asked.To, read.Why, c.from, c.to)
			}
		})
	}
}

func TestSaySpan(t *testing.T) {
	for _, c := range []struct {
		from, to notes.Date
		want     string
	}{
		{"", "", ""},
		{"2026-10-01", "", "since 1 Oct"},
		{"", "2025-12-31", "until 31 Dec 2025"},
		{"2026-10-01", "2026-12-31", "1 Oct – 31 Dec"},
	} {
		t.Run(string(c.from), func(t *testing.T) {
			if got := SaySpan(c.from, c.to, "2026-11-23"); got != c.want {
				t.Errorf("%q to %q: %q, want %q", c.from, c.to, got, c.want)
			}
		})
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

// inside is a filed line that holds a match inside a word.
func inside(before, match, after string) notes.HitLine {
	runs := []notes.SnippetRun{{Text: before}, {Text: match, Match: true}, {Text: after}}
	return notes.HitLine{Snippet: runs, Item: &notes.Item{Text: "the on" + match + after}}
}

func TestHitText(t *testing.T) {
	snippet := []notes.SnippetRun{{Text: "…decided: Move the "}, {Text: "rollout", Match: true}, {Text: " to\nJanuary"}}
	for _, c := range []struct {
		name  string
		line  notes.HitLine
		title string
		want  string // matches in [ ]
	}{
		{"prose keeps its snippet on one line", notes.HitLine{Snippet: snippet}, "", "…decided: Move the [rollout] to January"},
		{"a heading without its mark", notes.HitLine{Snippet: []notes.SnippetRun{{Text: "# "}, {Text: "Rollout", Match: true}, {Text: "\n\n- in January"}}}, "", "[Rollout] in January"},
		{"a heading that is the match", notes.HitLine{Snippet: []notes.SnippetRun{{Text: "Rollout", Match: true}, {Text: " #platform"}}}, "", "[Rollout] #platform"},
		{"no snippet is the title", notes.HitLine{}, "About hiring", "About hiring"},
		{"a filed line is shown without its label", notes.HitLine{Snippet: snippet, Item: &notes.Item{Text: "Move the rollout to January"}}, "", "Move the [rollout] to January"},
		{"case is the line's own", notes.HitLine{Snippet: snippet, Item: &notes.Item{Text: "Rollout, ROLLOUT"}}, "", "[Rollout], [ROLLOUT]"},
		{"only from the start of a word", notes.HitLine{Snippet: []notes.SnippetRun{{Text: "art", Match: true}}, Item: &notes.Item{Text: "start the art"}}, "", "start the [art]"},
		{"inside a word where it was found there", inside("…todo: our on", "board", "ing plan"), "", "the on[board]ing plan"},
		{"a part that is said as a word too", notes.HitLine{
			Snippet: []notes.SnippetRun{{Text: "a "}, {Text: "board", Match: true}}, Item: &notes.Item{Text: "a board for onboarding"},
		}, "", "a [board] for onboarding"},
		{"inside a row of characters", notes.HitLine{
			Snippet: []notes.SnippetRun{{Text: "我们"}, {Text: "会议", Match: true}, {Text: "记录"}}, Item: &notes.Item{Text: "我们会议记录"},
		}, "", "我们[会议]记录"},
		{"behind a sign of more than a byte", notes.HitLine{
			Snippet: []notes.SnippetRun{{Text: "say “"}, {Text: "board", Match: true}}, Item: &notes.Item{Text: "say “board”"},
		}, "", "say “[board]”"},
		{"letters of more than a byte", notes.HitLine{Snippet: []notes.SnippetRun{{Text: "été", Match: true}}, Item: &notes.Item{Text: "un été à Genève"}}, "", "un [été] à Genève"},
		{"a phrase", notes.HitLine{Snippet: []notes.SnippetRun{{Text: "on-call rota", Match: true}}, Item: &notes.Item{Text: "the on-call rota"}}, "", "the [on-call rota]"},
		{"a filed line without its marks", notes.HitLine{Item: &notes.Item{Text: "**Ship** [it](https://a.example)"}}, "", "Ship it"},
		{"a line without its marks", notes.HitLine{Snippet: []notes.SnippetRun{{Text: "- [ ] **ask** "}, {Text: "Ana", Match: true}}}, "", "ask [Ana]"},
		{"nothing matched in the text itself", notes.HitLine{Item: &notes.Item{Text: "Ship it"}}, "", "Ship it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, r := range Text(c.line, c.title) {
				if r.Match {
					b.WriteString("[" + r.Text + "]")
				} else {
					b.WriteString(r.Text)
				}
			}
			if b.String() != c.want {
				t.Errorf("%s: %q, want %q", c.name, b.String(), c.want)
			}
		})
	}
}

func TestHitHead(t *testing.T) {
	ana := notes.Person{Name: "Ana Ruiz", Kind: notes.KindReport}
	head := notes.NoteHead{Kind: notes.HeldNote, Date: "2026-11-20", Title: "About hiring"}
	says := func(text string) []notes.HitLine {
		return []notes.HitLine{{Line: 1, Snippet: []notes.SnippetRun{{Text: text}}}}
	}
	for _, c := range []struct {
		name   string
		hit    notes.Hit
		person notes.Person
		want   []string
	}{
		{"a note", notes.Hit{NoteHead: head, Lines: says("a word")}, ana, []string{"Ana Ruiz", "20 Nov, one-on-one", "About hiring"}},
		{"the title is found", notes.Hit{NoteHead: head, Lines: says("# About hiring")}, ana, []string{"Ana Ruiz", "20 Nov, one-on-one"}},
		{
			"its beginning is found",
			notes.Hit{NoteHead: notes.NoteHead{Kind: notes.HeldNote, Date: "2026-11-20", Title: "About…"}, Lines: says("About hiring")},
			ana,
			[]string{"Ana Ruiz", "20 Nov, one-on-one"},
		},
		{"no title", notes.Hit{NoteHead: notes.NoteHead{Kind: notes.HeldNote, Date: "2026-11-20"}, Lines: says("a word")}, ana, []string{"Ana Ruiz", "20 Nov, one-on-one"}},
		{
			"mine",
			notes.Hit{NoteHead: notes.NoteHead{Kind: notes.JournalNote, Date: "2025-11-03"}, Lines: says("a word")},
			notes.Person{Name: "Robin", Kind: notes.KindMe},
			[]string{"Me", "3 Nov 2025, note"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Head(c.hit, c.person, "2026-11-23"); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		})
	}
}

func TestHitRemark(t *testing.T) {
	ana := notes.Person{Name: "Ana Ruiz", Kind: notes.KindReport}
	for _, c := range []struct {
		name string
		line notes.HitLine
		want string
	}{
		{"prose", notes.HitLine{}, ""},
		{"a decision", notes.HitLine{Item: &notes.Item{Label: notes.Decided, Actor: notes.Them}}, "Ana decided"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Remark(c.line, ana, "2026-11-23"); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		})
	}
}

func TestSayFound(t *testing.T) {
	one := notes.Hit{Lines: make([]notes.HitLine, 1)}
	many := notes.Hit{Lines: make([]notes.HitLine, 5), More: 7}
	for _, c := range []struct {
		hits  []notes.Hit
		goals int
		want  string
	}{
		{[]notes.Hit{one}, 0, "1 line in 1 note"},
		{[]notes.Hit{one, many}, 0, "13 lines in 2 notes"},
		{[]notes.Hit{one, one}, 1, "2 lines in 2 notes, 1 goal"},
		{nil, 2, "2 goals"},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := SayFound(c.hits, c.goals); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSayState(t *testing.T) {
	for _, c := range []struct {
		item notes.Item
		want string
	}{
		{notes.Item{Label: notes.Todo, Due: "2026-12-04"}, "open, due Fri 4 Dec"},
		{notes.Item{Label: notes.Todo}, "open"},
		{notes.Item{Label: notes.Todo, State: notes.Done, StateDate: "2026-11-20"}, "done 20 Nov"},
		{notes.Item{Label: notes.Todo, State: notes.History}, ""},
		{notes.Item{Label: notes.Decided}, ""},
		{notes.Item{Label: notes.Decided, Actor: notes.Me}, "I decided"},
		{notes.Item{Label: notes.Decided, Actor: notes.We}, "we decided"},
		{notes.Item{Label: notes.Praise}, "not said yet"},
		{notes.Item{Label: notes.Praise, State: notes.Said, StateDate: "2026-11-20"}, "said 20 Nov"},
		{notes.Item{Label: notes.Idea, State: notes.Trying, StateDate: "2026-11-20"}, "trying since 20 Nov"},
		{notes.Item{Label: notes.StepIn}, ""},
		{notes.Item{Label: notes.Topic}, "open"},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := c.item.SayState("Ana", "2026-11-23"); got != c.want {
				t.Errorf("%+v: %q, want %q", c.item, got, c.want)
			}
		})
	}
}

func TestDaysSinceOverCenturies(t *testing.T) {
	for _, c := range []struct {
		day, since notes.Date
		want       int
	}{
		{"2026-11-23", "2026-11-23", 0},
		{"2026-11-23", "2026-11-24", -1},
		{"2028-03-01", "2028-02-28", 2},
		{"2026-11-23", "0001-01-01", 739942},
		{"0001-01-01", "2026-11-23", -739942},
	} {
		t.Run(string(c.day), func(t *testing.T) {
			if got := c.day.DaysSince(c.since); got != c.want {
				t.Errorf("%s since %s: %d, want %d", c.day, c.since, got, c.want)
			}
		})
	}
}

func TestMergeTags(t *testing.T) {
	got := MergeTags([][]string{{"a", "b", "c"}, {"b", "d"}, nil})
	if want := []string{"a", "b", "d", "c"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

const spanDay = notes.Date("2026-11-23") // a Monday

func TestReadSpan(t *testing.T) {
	for _, c := range []struct {
		from, to    string
		first, last notes.Date
		wrong       string
	}{
		{"", "", "", "", ""},
		{"1 Oct", "", "2026-10-01", "", ""},
		{"1 Dec", "today", "2025-12-01", spanDay, ""},
		{"31 Feb", "", "", "", "From"},
		{"", "soon", "", "", "To"},
		{"2026-10-02", "2026-10-01", "", "", "To"},
	} {
		t.Run(c.from, func(t *testing.T) {
			first, last, err := ReadSpan(c.from, c.to, spanDay)
			var wrong notes.Invalid
			errors.As(err, &wrong)
			if wrong.Field != c.wrong || err == nil && (first != c.first || last != c.last) {
				t.Errorf("%q to %q: %s to %s, %v", c.from, c.to, first, last, err)
			}
		})
	}
}
