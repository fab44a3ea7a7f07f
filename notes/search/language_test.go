package search

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

// searching is a context with a few people and labels of the manager's own.
func searching() notes.Context {
	return notes.Context{
		Date: "2026-11-26", Me: 1, Words: notes.NewLabelWords(map[string]notes.Label{"lob": notes.Praise, "stop doing": notes.Stuck}, []string{"idea"}),
		Names: notes.NewNames([]notes.Person{
			{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"},
			{ID: 2, Name: "Ana Ruiz", Aliases: []string{"Annie"}},
			{ID: 3, Name: "Ben Okoro"},
			{ID: 4, Name: "Ben Sato"},
			{ID: 5, Name: "Zoë O'Neil"},
		}),
	}
}

func word(text string) notes.QueryPiece   { return notes.QueryPiece{Text: text} }
func phrase(text string) notes.QueryPiece { return notes.QueryPiece{Text: text, Quoted: true} }
func open(text string) notes.QueryPiece {
	return notes.QueryPiece{Text: text, Quoted: true, Open: true}
}
func pieces(p ...notes.QueryPiece) []notes.QueryPiece { return p }

func TestRead(t *testing.T) {
	for typed, want := range map[string]Asked{
		"":                                {},
		"  kafka  plan ":                  {Said: pieces(word("kafka"), word("plan"))},
		`kafka "exact words" x`:           {Said: pieces(word("kafka"), phrase("exact words"), word("x"))},
		`"exact wo`:                       {Said: pieces(open("exact wo"))},
		`-kafka -"exact words" -"so f`:    {Not: pieces(word("kafka"), phrase("exact words"), open("so f"))},
		`- -- --x e-mail -e-mail`:         {Said: pieces(word("-"), word("--"), word("--x"), word("e-mail")), Not: pieces(word("e-mail"))},
		"person:ana":                      {Person: "ana"},
		`Person:"Ana Ruiz" x`:             {Person: "Ana Ruiz", Said: pieces(word("x"))},
		`person:"Ana Ru`:                  {Person: "Ana Ru"},
		"-person:annie":                   {NotPeople: []string{"annie"}},
		"person: ana":                     {Said: pieces(word("person:"), word("ana"))},
		`person:""`:                       {Said: pieces(word("person:"))},
		"note:x http://a.b/c?d":           {Said: pieces(word("note:x"), word("http://a.b/c?d"))},
		"label:praise":                    {Label: notes.Praise},
		"label:kudos":                     {Label: notes.Praise},
		"label:LOB":                       {Label: notes.Praise},
		"label:idea":                      {Label: notes.Idea},
		`label:"step in"`:                 {Label: notes.StepIn},
		"label:step-in":                   {Label: notes.StepIn},
		"label:action-item":               {Label: notes.Todo},
		"-label:todo -label:task":         {NotLabels: []notes.Label{notes.Todo}},
		"#Hiring #ops #hiring -#x":        {Tags: []string{"hiring", "ops"}, NotTags: []string{"x"}},
		"tag:hiring":                      {Tags: []string{"hiring"}},
		"#123 C++ C# 24/7 #":              {Said: pieces(word("#123"), word("C++"), word("C#"), word("24/7"), word("#"))},
		"after:2026-01 before:2026-03-15": {From: "2026-01-01", To: "2026-03-14"},
		"since:2025 until:2025":           {From: "2025-01-01", To: "2025-12-31"},
		"on:2026-02":                      {From: "2026-02-01", To: "2026-02-28"},
		`on:"3 Jan"`:                      {From: "2026-01-03", To: "2026-01-03"},
		"on:yesterday":                    {From: "2026-11-25", To: "2026-11-25"},
		"on:last-week":                    {From: "2026-11-16", To: "2026-11-22"},
		"on:this-quarter":                 {From: "2026-10-01", To: "2026-12-31"},
		"after:dec":                       {From: "2025-12-01"},
		"after:nov until:mar-2027":        {From: "2026-11-01", To: "2027-03-31"},
		"on:q1":                           {From: "2026-01-01", To: "2026-03-31"},
		"on:2025-Q4":                      {From: "2025-10-01", To: "2025-12-31"},
		"after:2026-01 after:2026-03":     {From: "2026-03-01"},
		"on:2026 until:2026-06":           {From: "2026-01-01", To: "2026-06-30"},
		"after:":                          {Said: pieces(word("after:"))},
		"-after:2026":                     {Not: pieces(word("after:2026"))},
		`„exact words“ «more»`:            {Said: pieces(phrase("exact words"), phrase("more"))},
		"person：ana":                      {Person: "ana"},
		`a"b"c ""`:                        {Said: pieces(word("a"), phrase("b"), word("c"))},
		"person:me":                       {Person: "me"},
	} {
		t.Run(typed, func(t *testing.T) {
			got := Read(typed, searching())
			if !reflect.DeepEqual(got.Asked, want) {
				t.Errorf("%q is read as %+v, want %+v", typed, got.Asked, want)
			}
			if got.Why != "" && !strings.Contains(typed, "Ana Ru") {
				t.Errorf("%q: %s", typed, got.Why)
			}
		})
	}
}

func TestWhatCannotBeTakenIsSaid(t *testing.T) {
	for typed, want := range map[string]string{
		"person:nemo x":               "Nobody is called “nemo”. Try a full name or a nickname.",
		"person:ben":                  "“ben” could be Ben Okoro / Ben Sato. Use a full name.",
		"-person:nemo":                "Nobody is called “nemo”. Try a full name or a nickname.",
		"person:ana person:zoe":       "Search for one person at a time.",
		"person:ana person:Ana":       "",
		"label:nonsense":              "That isn't a label: “nonsense”. Try todo, praise or idea.",
		"label:private":               "Private lines aren't filed under a label. Search for their words instead.",
		"label:todo label:praise":     "Search for one label at a time.",
		"label:todo label:task":       "",
		"tag:1":                       "This can't be a tag: “1”. Start it with a letter, and leave out spaces.",
		"after:20":                    "That isn't a date: “20”. Try 2026, 2026-01 or 2026-01-15.",
		"on:2026-02-30":               "That isn't a date: “2026-02-30”. Try 2026, 2026-01 or 2026-01-15.",
		"after:2026-03 until:2026-02": "These dates leave no days to search. Check the first and the last one.",
		"before:2026-01 on:2026":      "These dates leave no days to search. Check the first and the last one.",
		"person:zoe after:2026":       "",
	} {
		t.Run(typed, func(t *testing.T) {
			got := Read(typed, searching())
			if _, ok := got.Query(); got.Why != want || ok != (want == "") {
				t.Errorf("%q: %q, %v", typed, got.Why, ok)
			}
		})
	}
}

func TestQueryOfWhatWasTyped(t *testing.T) {
	typed := `person:annie label:lob #Hiring -#x -label:todo -person:zoe after:2026-01 kafka "a b" -meeting -"c d" "e f`
	got, ok := Read(typed, searching()).Query()
	want := notes.Query{
		Text: `kafka "a b" "e f`, Person: 2, Label: notes.Praise, Tags: []string{"hiring"}, From: "2026-01-01",
		Not: notes.Without{
			Text: `meeting "c d"`, Labels: []notes.Label{notes.Todo}, Tags: []string{"x"}, People: []notes.PersonID{5},
		},
	}
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestChips(t *testing.T) {
	typed := ` kafka person:annie  label:lob "a b" #Hiring -#x after:2026-01 before:2025-03-02 on:2026-02-03 -label:todo -meeting -"c d"`
	r := Read(typed, searching())
	var said []string
	for _, c := range r.Chips {
		said = append(said, c.Say+" = "+typed[c.From:c.To])
	}
	want := []string{
		"Ana = person:annie", "praise = label:lob", "#hiring = #Hiring", "not #x = -#x", "since 1 Jan = after:2026-01",
		"until 1 Mar 2025 = before:2025-03-02", "3 Feb = on:2026-02-03", "not todo = -label:todo", "without: meeting = -meeting", `without: c d = -"c d"`,
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("%q\n%q", said, want)
	}
	for i, want := range map[int]string{
		0: `kafka label:lob`, 9: `-meeting`,
	} {
		gone := typed[r.Chips[i].From:r.Chips[i].To]
		if got := r.Without(r.Chips[i]); !strings.Contains(got, want) || strings.Contains(got, gone) || strings.HasSuffix(got, " ") {
			t.Errorf("without %+v: %q", r.Chips[i], got)
		}
	}
}

func TestWithOneMoreFilter(t *testing.T) {
	for _, c := range []struct {
		typed string
		kind  ChipKind
		value string
		want  string
	}{
		{"", PersonChip, "Ana Ruiz", `person:"Ana Ruiz"`},
		{"kafka person:ana x", PersonChip, "ben", "kafka x person:ben"},
		{"kafka -person:ana", PersonChip, "ben", "kafka -person:ana person:ben"},
		{"label:todo", LabelChip, "step in", `label:"step in"`},
		{"#a", TagChip, "#b", "#a #b"},
		{"#A x", TagChip, "a", "x #a"},
		{"on:2026 x", AfterChip, "2026-02", "x after:2026-02"},
		{"after:2026 before:2027", OnChip, "2026-02", "on:2026-02"},
		{"after:2026 before:2027", UntilChip, "2026-02", "after:2026 until:2026-02"},
		{`"a b`, LabelChip, "todo", `"a b" label:todo`},
	} {
		t.Run(c.typed+string(c.kind), func(t *testing.T) {
			if got := Read(c.typed, searching()).With(c.kind, c.value); got != c.want {
				t.Errorf("%q with %s %s: %q, want %q", c.typed, c.kind, c.value, got, c.want)
			}
		})
	}
}

// anyQuery is text with much in it that could be a filter.
func anyQuery() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"person:", "label:", "tag:", "after:", "before:", "until:", "since:", "on:", "note:", "http://", "-", "--", "#", "#hiring", "#Ops",
			"ana", "Ana Ruiz", "ben", "me", "praise", "step in", "lob", "stop doing", "todo", "2026", "2026-01", "2026-01-15", "yesterday", "3 Jan",
			"kafka", "C++", "#123", "e-mail", `"`, "“", "»", " ", "  ", "\n", ":", "：", "é", "e\u0301", "İ", "\xff", "中文", "😀", "\u00a0",
		}),
		rapid.StringN(0, 4, -1),
	)
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), "") })
}

// TestWhatWasReadIsWrittenAndReadAgain also holds that taking the chips away one after the other leaves none, and all words.
func TestWhatWasReadIsWrittenAndReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := searching()
		typed := anyQuery().Draw(t, "typed")
		read := Read(typed, in)
		written := read.Asked.String(in.Words)
		if again := Read(written, in); !reflect.DeepEqual(again.Asked, read.Asked) {
			t.Fatalf("%q is read as %+v, written as %q and that read as %+v", typed, read.Asked, written, again.Asked)
		}
		left := read
		for range read.Chips {
			n := len(left.Chips)
			left = Read(left.Without(left.Chips[n-1]), in)
			if len(left.Chips) != n-1 {
				t.Fatalf("%q: without one of %d chips %q has %d", typed, n, left.Text, len(left.Chips))
			}
		}
		if !reflect.DeepEqual(left.Asked, Asked{Said: read.Asked.Said}) {
			t.Fatalf("%q without chips is %+v", typed, left.Asked)
		}
	})
}

func TestReadDays(t *testing.T) {
	for typed, want := range map[string]string{
		"2026": "2026-01-01 2026-12-31", "2026-2": "2026-02-01 2026-02-28", "2026/02": "2026-02-01 2026-02-28",
		"2024-02": "2024-02-01 2024-02-29",
		"Sept":    "2026-09-01 2026-09-30", "december": "2025-12-01 2025-12-31", "nov": "2026-11-01 2026-11-30",
		"2025 may":   "2025-05-01 2025-05-31",
		"last month": "2026-10-01 2026-10-31", "this-year": "2026-01-01 2026-12-31", "last year": "2025-01-01 2025-12-31",
		"last quarter": "2026-07-01 2026-09-30", "q4": "2026-10-01 2026-12-31", "this week": "2026-11-23 2026-11-29",
		"2026-11-03": "2026-11-03 2026-11-03", "3 nov": "2026-11-03 2026-11-03", "3-nov": "2026-11-03 2026-11-03",
		"27 nov": "2025-11-27 2025-11-27",
		"mon":    "2026-11-23 2026-11-23", "today": "2026-11-26 2026-11-26",
		"": "", "x": "", "2026-13": "", "q5": "", "202": "", "last": "", "last fish": "", "20266": "",
	} {
		t.Run(typed, func(t *testing.T) {
			from, to, ok := ReadDays(typed, "2026-11-26")
			if got := strings.TrimSpace(string(from) + " " + string(to)); got != want || ok != (want != "") {
				t.Errorf("%q: %q, want %q", typed, got, want)
			}
		})
	}
}
