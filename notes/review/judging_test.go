package review

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

var (
	ana = notes.Person{ID: 2, Name: "Ana Ruiz", Pronoun: notes.She, Aliases: []string{"Annie"}}
	kim = notes.Person{ID: 3, Name: "Kim Ode"}
)

func TestLinesThatJudge(t *testing.T) {
	for _, c := range []struct {
		text, below string
		want        bool
	}{
		{"Ana is lazy", "", true},
		{"ana's lazy.", "", true},
		{"She is a bit defensive", "", true},
		{"She’s very negative again", "", true},
		{"- she is **so** disorganised", "", true},
		{"Annie comes across as arrogant", "", true},
		{"Ana Ruiz seems unmotivated", "", true},
		{"she lacks initiative", "", true},
		{"Ana has no drive", "", true},
		{"lacks ambition", "", true},
		{"lazy", "", true},
		{"a bit arrogant again.", "", true},
		{"not a team player", "", true},
		{"Ana is not leadership material", "", true},
		{"she has an attitude problem", "", true},
		{"I think she is immature", "", true},
		{"honestly she is hard to work with", "", true},
		{"Ana is a natural leader", "", true},
		{"Ana is brilliant", "", true},

		// An act, a day or an example is near.
		{"Ana was defensive when we went through the review", "", false},
		{"she was rude to the vendor on Tuesday", "", false},
		{"she is disorganised: the rota was late 3 weeks running", "", false},
		{"Ana is careless, she merged it without a test", "", false},
		{"she is stubborn", "  refused the second design", false},
		{"she is stubborn", "  e.g. the second design", false},
		{"demo broke — she was brilliant — they stayed", "", false},
		{"she seemed unmotivated in March", "", false},
		{"Ben said she is lazy", "", false},
		{`"she is lazy" is what I wrote`, "", false},

		// It is denied, asked, or about something else.
		{"she is not lazy", "", false},
		{"Ana isn't arrogant at all", "", false},
		{"is she stubborn?", "", false},
		{"the build is unreliable", "", false},
		{"Ana's plan is weak", "", false},
		{"the vendor is difficult", "", false},
		{"Ana is on holiday", "", false},
		{"Ana is quieter", "", false},
		{"weak coffee", "", false},
		{"negative feedback for the vendor", "", false},
		{"stubborn bug in the importer", "", false},
		{"Ana is slowing the rollout down", "", false},
		{"private", "", false},
		{"", "", false},
	} {
		t.Run(c.text+"|"+c.below, func(t *testing.T) {
			if got := NewJudge(ana).Judges(c.text, c.below); got != c.want {
				t.Errorf("%v", got)
			}
			if c.want && !MayJudge(c.text) {
				t.Error("it is not even asked about")
			}
		})
	}
}

func TestTheyMayBeAnybody(t *testing.T) {
	for text, want := range map[string]bool{
		"they are slow": false, "they're unreliable": false, "they are lazy": true, "Kim is slow": true, "she is slow": false,
		"she is lazy": true, "he's arrogant": true, "they are average": false,
	} {
		t.Run(text, func(t *testing.T) {
			if got := NewJudge(kim).Judges(text, ""); got != want {
				t.Errorf("%v", got)
			}
		})
	}
}

func TestANameIsNoPattern(t *testing.T) {
	for _, name := range []string{"A.a (x", "*", "[", "李雷", "", "O'Neil"} {
		NewJudge(notes.Person{Name: name, Aliases: []string{name}}).Judges("A.a is lazy", "")
	}
	if !NewJudge(notes.Person{Name: "Zoë Ö"}).Judges("zoë is lazy", "") {
		t.Error("Zoë is not found")
	}
}

// anyJudging is a line that says a trait of Ana and nothing else.
func anyJudging(t *rapid.T) string {
	from := func(what string, words []string) string { return rapid.SampledFrom(words).Draw(t, what) }
	who := from("who", []string{"Ana", "she", "Ana Ruiz", "Annie"})
	is := from("is", []string{" is", " seems", "'s", " can be", " comes across as"})
	how := from("how", []string{" ", " very ", " a bit ", " just so "})
	return who + is + how + from("trait", append(append([]string{}, traits...), unclear...))
}

func TestWhatHappenedClearsALine(t *testing.T) {
	judge := NewJudge(ana)
	rapid.Check(t, func(t *rapid.T) {
		line := anyJudging(t)
		if !MayJudge(line) || !judge.Judges(line, "") {
			t.Fatalf("%q is not found", line)
		}
		shape := rapid.SampledFrom([]func(string) string{
			strings.ToUpper, func(s string) string { return "  - " + s + "." }, func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
		}).Draw(t, "written")
		if !MayJudge(shape(line)) || !judge.Judges(shape(line), "") {
			t.Errorf("%q is not found", shape(line))
		}
		event := rapid.SampledFrom([]string{
			"on 4 Dec", "yesterday", "when the demo broke", "in the review last week", "because the plan slipped", "2026-11-04",
			"and missed the call", "for example with the vendor", "after the release", "interrupting the juniors", "in March",
		}).Draw(t, "event")
		if judge.Judges(line+" "+event, "") || judge.Judges(line, "\t"+event) {
			t.Errorf("%q judges, and %q tells what happened", line, event)
		}
	})
}

func TestWithoutATraitNothingIsMarked(t *testing.T) {
	judge := NewJudge(ana)
	words := strings.Fields("Ana she is was ran the review a very plan good calm has no lacks time team — on 4 Dec")
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "words"), " ")
		if judge.Judges(line, "") {
			t.Errorf("%q judges", line)
		}
	})
	rapid.Check(t, func(t *rapid.T) { judge.Judges(rapid.String().Draw(t, "text"), rapid.String().Draw(t, "below")) })
}
