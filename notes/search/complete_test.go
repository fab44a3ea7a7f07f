package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"handback/notes"
)

// team is the context of a few people, two of whom have a first name in common.
func completing() (notes.Context, []notes.Person) {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Me"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"},
		{ID: 3, Kind: notes.KindReport, Name: "José Ángel Núñez", Aliases: []string{"Pepe"}},
		{ID: 4, Kind: notes.KindReport, Name: "Ben Kofi"},
		{ID: 5, Kind: notes.KindReport, Name: "Ben Adu"},
	}
	return notes.Context{Date: "2026-11-23", Me: 1, Names: notes.NewNames(people)}, people
}

func TestComplete(t *testing.T) {
	in, people := completing()
	tags := func() []string { return []string{"hiring", "platform", "hike"} }
	for _, c := range []struct {
		name, typed string // | is the caret
		offers      string
		first       string // what the first one makes of it
		pending     bool
	}{
		{"words", "kafka|", "", "", false},
		{"nothing", "|", "", "", false},
		{"before a filter", "|person:", "", "", false},
		{"a person", "person:|", "Me, Ana Ruiz, José Ángel Núñez, Ben Kofi, Ben Adu", "person:me |", true},
		{"a name begun", "person:an|", "Ana Ruiz, José Ángel Núñez", "person:Ana |", true},
		{"a name that is one", "person:ana|", "", "", false},
		{"an accent", "person:nun|", "José Ángel Núñez", `person:José |`, true},
		{"a nickname begun", "person:pep|", "José Ángel Núñez", `person:José |`, true},
		{"a first name of two", "person:ben|", "Ben Kofi, Ben Adu", `person:"Ben Kofi" |`, true},
		{"in quotes", `x person:"ben a|`, "Ben Adu", `x person:"Ben Adu" |`, true},
		{"in capitals", "PERSON:kof|", "Ben Kofi", `person:"Ben Kofi" |`, true},
		{"unknown", "person:zoe|", "", "", false},
		{"within other words", "old person:rui| kafka", "Ana Ruiz", "old person:Ana |kafka", true},
		{"left out", "-person:ru|", "Ana Ruiz", "-person:Ana |", true},
		{"a label", "label:pr|", "praise", "label:praise |", true},
		{"a label that is one", "label:praise|", "", "", false},
		{"a tag", "#hi|", "#hiring, #hike", "#hiring |", false},
		{"a tag that is one", "#hiring|", "", "", false},
		{"any tag", "plan #|", "#hiring, #platform, #hike", "plan #hiring |", true},
		{"a tag left out", "-#pl|", "#platform", "-#platform |", false},
		{"by the word", "tag:pl|", "#platform", "tag:platform |", false},
		{"no filter at all", "http://a|", "", "", false},
		{"within an open quote", `"person:a|`, "", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, after, _ := strings.Cut(c.typed, "|")
			offers, pending := Complete(Read(before+after, in), utf8.RuneCountInString(before), in, people, tags)
			var said []string
			for _, o := range offers {
				said = append(said, o.Say)
			}
			if got := strings.Join(said, ", "); got != c.offers || pending != c.pending {
				t.Fatalf("offers %q, pending %v", got, pending)
			}
			if len(offers) == 0 {
				return
			}
			runes := []rune(offers[0].Text)
			if got := string(runes[:offers[0].Caret]) + "|" + string(runes[offers[0].Caret:]); got != c.first {
				t.Errorf("the first makes %q, not %q", got, c.first)
			}
		})
	}
}

// Whatever is typed, what is offered is a filter that holds.
func TestEveryCompletionIsTaken(t *testing.T) {
	in, people := completing()
	tags := func() []string { return []string{"hiring", "a-b"} }
	parts := rapid.SampledFrom([]string{"person:", "label:", "#", "-", `"`, " ", "a", "ben", "pr", "hi", "é", "tag:", "after:2026", "“", ":", "👍"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(parts, 0, 8).Draw(t, "parts"), "")
		caret := rapid.IntRange(0, utf8.RuneCountInString(text)).Draw(t, "caret")
		typed := Read(text, in)
		offers, _ := Complete(typed, caret, in, people, tags)
		for _, o := range offers {
			now := Read(o.Text, in)
			end := byteAt(o.Text, o.Caret)
			taken := false
			for _, chip := range now.Chips {
				taken = taken || chip.To <= end && chip.To >= end-1 && chip.Kind == o.Kind &&
					(chip.Why == "" || strings.Contains(chip.Why, "at a time"))
			}
			if !taken {
				t.Fatalf("%q at %d: %q is offered, and %+v taken", text, caret, o.Text, now.Chips)
			}
		}
	})
}

func TestEverybodyHasANameToSearchFor(t *testing.T) {
	in, people := completing()
	for _, p := range people {
		t.Run(p.Name, func(t *testing.T) {
			name := NameOf(p, in)
			if got := Read(Typed{}.With(PersonChip, name), in); got.Person != p.ID || got.Why != "" {
				t.Errorf("%q means %d, %s", name, got.Person, got.Why)
			}
		})
	}
	twins := append(people, notes.Person{ID: 6, Kind: notes.KindReport, Name: "Ben Kofi"})
	in.Names = notes.NewNames(twins)
	if name := NameOf(twins[3], in); name != "" {
		t.Errorf("%q means one of two", name)
	}
}
