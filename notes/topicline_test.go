package notes

import (
	"errors"
	"testing"
)

func TestWhatIsTypedAsATopic(t *testing.T) {
	people := []Person{
		{ID: 1, Name: "Mia Keller", Kind: KindMe}, {ID: 2, Name: "Ana Ruiz", Kind: KindReport}, {ID: 3, Name: "Ben Kofi", Kind: KindReport},
	}
	in := Context{Date: "2026-11-24", Person: 2, Me: 1, Names: NewNames(people)}
	for _, c := range []struct {
		typed string
		actor Actor
		want  string // "" is refused
		label Label
	}{
		{"the offsite", Them, "topic: the offsite", Topic},
		{"the offsite", Me, "topic me: the offsite", Topic},
		{"ask: what would help?", Them, "ask: what would help?", Ask},
		{"ASK what would help?", Them, "topic: ASK what would help?", Topic},
		{"question: what would help?", Them, "question: what would help?", Ask},
		{"topic: the offsite", Me, "topic me: the offsite", Topic},
		{"topic Ana: the offsite", Me, "topic Ana: the offsite", Topic},
		{"Ana: the offsite", Me, "topic: Ana: the offsite", Topic},
		{"me: the offsite", Them, "topic: me: the offsite", Topic},
		{"todo me: book it by Fri", Them, "todo me: book it by Fri", Todo},
		{"[ ] book it", Them, "[ ] book it", Todo},
		{"praise: calm in the call", Them, "praise: calm in the call", Praise},
		{"ask Ana and Ben: what would help?", Them, "ask Ana and Ben: what would help?", Ask},
		{"topic Ben: the offsite", Them, "", ""},
		{"Ben: the offsite", Them, "", ""},
		{"ask Ben: what would help?", Me, "", ""},
		{"private: her pay", Them, "", ""},
		{"- private her pay", Me, "", ""},
		{" ", Them, "", ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			line, label, err := TopicLine(c.typed, c.actor, in)
			if c.want == "" {
				if !errors.As(err, new(Invalid)) {
					t.Fatalf("it becomes %q, %v", line, err)
				}
				return
			}
			if err != nil || line != c.want || label != c.label {
				t.Fatalf("it becomes %q (%s), %v; want %q", line, label, err, c.want)
			}
			items := Parse(line, in)
			if len(items) != 1 || items[0].Label != c.label || items[0].People[0] != 2 {
				t.Errorf("it reads as %+v", items)
			}
		})
	}
}

func TestADayOnALineStaysTheDayThatWasTyped(t *testing.T) {
	names := NewNames([]Person{{ID: 2, Name: "Ana Ruiz", Kind: KindReport}})
	today, planned := Context{Date: "2026-11-24", Person: 2, Names: names}, Context{Date: "2026-12-08", Person: 2, Names: names}
	for typed, want := range map[string]string{
		"todo: book it by Fri":        "todo: book it by 2026-11-27",
		"ask: why by Fri?":            "ask: why by Fri?",
		"todo: book it by 2026-11-27": "todo: book it by 2026-11-27",
	} {
		t.Run(typed, func(t *testing.T) {
			if got := OnAnotherDay(typed, today, planned); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func TestADayAtTheEndOfAText(t *testing.T) {
	for _, c := range []struct {
		text, rest string
		due        Date
	}{
		{"Runs the review by 4 Dec", "Runs the review", "2026-12-04"},
		{"Runs the review (by Fri)", "Runs the review", "2026-11-27"},
		{"Runs the review by tomorrow #platform", "Runs the review #platform", "2026-11-25"},
		{"Runs the review (done) by 4 Dec", "Runs the review (done)", "2026-12-04"},
		{"Learns by doing", "Learns by doing", ""},
		{"by 4 Dec", "by 4 Dec", ""},
		{"Runs the review by 31 Feb", "Runs the review by 31 Feb", ""},
		{"", "", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			if rest, due := CutDue(c.text, "2026-11-24"); rest != c.rest || due != c.due {
				t.Errorf("%q by %q, want %q by %q", rest, due, c.rest, c.due)
			}
		})
	}
}
