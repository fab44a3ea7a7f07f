package search

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"handback/notes"
)

func TestFuzzyFinds(t *testing.T) {
	for _, c := range []struct {
		query, text string
		found       bool
	}{
		{"", "Ana Ruiz", true},
		{"  ", "Ana Ruiz", true},
		{"ana", "Ana Ruiz", true},
		{"ar", "Ana Ruiz", true},
		{"RUIZ", "Ana Ruiz", true},
		{"ruiz ana", "Ana Ruiz", true},
		{"zoe", "Zoë Müller", true},
		{"muller", "Zoë Mu\u0308ller", true},
		{"Zoë", "Zoe", true},
		{"soren", "Søren", true},
		{"lodz", "Łódź office", true},
		{"strasse", "Straße", true},
		{"lp", "Lead platform", true},
		{"pl", "Lead platform", true},
		{"xl", "Lead platform", false},
		{"anaa", "Ana", false},
		{"ana bob", "Ana Ruiz", false},
		{"日本", "日本語", true},
		{"a", "", false},
		{strings.Repeat("a", 5000), strings.Repeat("a", 6000), false},
		{strings.Repeat("a ", 2500), "a", false},
		{strings.Repeat("Þ", 100), strings.Repeat("Þ", 100), true}, // folds to 200 letters
		{strings.Repeat("Þ", 101), strings.Repeat("Þ", 101), false},
	} {
		t.Run(c.query, func(t *testing.T) {
			if _, ok := Match(c.query, c.text); ok != c.found {
				t.Errorf("%.20q in %.20q: %v", c.query, c.text, ok)
			}
		})
	}
}

func TestFuzzyRanks(t *testing.T) {
	for _, c := range []struct {
		query string
		want  []string // best first
	}{
		{"ana", []string{"Ana Ruiz", "Ana Ruiz, one-on-one", "Lead Ana to it", "Banana"}},
		{"lp", []string{"Lead platform", "Help"}},
		{"plat", []string{"Platform", "Lead platform", "Plan later"}},
		{"set", []string{"Settings", "Go to Settings", "Ask the team"}},
		{"ben", []string{"Ben", "Ben Kofi", "Bernd Kern"}},
	} {
		t.Run(c.query, func(t *testing.T) {
			got := slices.Clone(c.want)
			slices.Reverse(got)
			slices.SortStableFunc(got, func(a, b string) int {
				sa, okA := Match(c.query, a)
				sb, okB := Match(c.query, b)
				if !okA || !okB {
					t.Fatalf("%q is not found in %q or %q", c.query, a, b)
				}
				return sb - sa
			})
			if !slices.Equal(got, c.want) {
				t.Errorf("%q: %q", c.query, got)
			}
		})
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("ana", "Ana Ruiz")
	f.Add("\xff ß", "Stra\u0308ße")
	f.Fuzz(func(t *testing.T, query, text string) {
		if _, ok := Match(text, text); !ok && utf8.RuneCountInString(text) <= maxFuzzyQuery {
			t.Errorf("%q does not match itself", text)
		}
		Match(query, text)
	})
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
		t.Run(c.query, func(t *testing.T) {
			if got := BestMatches(c.query, texts, c.limit); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q: %v, want %v", c.query, got, c.want)
			}
		})
	}
}

func TestTheSwitcherFoldsAsNamesDo(t *testing.T) {
	for query, text := range map[string]string{
		"lukasz": "Łukasz Nowak", "gross": "Groß",
		"orsted": "Ørsted", "αθηνα": "Αθηνά", "isik": "Işık", "fin": "ﬁnal plan", "José": "Jose Alvarez",
	} {
		t.Run(query, func(t *testing.T) {
			if got := BestMatches(query, []string{"nobody", text}, 2); !reflect.DeepEqual(got, []int{1}) {
				t.Errorf("%s finds %v", query, got)
			}
			goals := []notes.Goal{{Title: "Learn from " + text}}
			if len(FindGoals(goals, query, 2)) != 1 {
				t.Errorf("%s finds no goal", query)
			}
		})
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
		t.Run(c.detail, func(t *testing.T) {
			if got := SayTarget((notes.Target{Detail: c.detail}), spanDay); got != c.want {
				t.Errorf("%q: %q, want %q", c.detail, got, c.want)
			}
		})
	}
}
