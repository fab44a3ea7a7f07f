package whosecall

import (
	"fmt"
	"testing"

	"handback/notes"
)

// TestALineIsReadOncePerPersonAndWords: what was found is found again, by the names and the words of that time alone.
func TestALineIsReadOncePerPersonAndWords(t *testing.T) {
	own := notes.NewLabelWords(map[string]notes.Label{"kudos": notes.Praise}, nil)
	people := []notes.Person{{Name: "Ana Ruiz"}, {Name: "Ben"}, {Name: "Ben", Aliases: []string{"Ana"}}, {Name: "BenAna"}}
	for range 2 {
		for _, line := range []string{"I told Ana to use Kafka", "Ben decided", "told Ben to drop it", ""} {
			for _, p := range people {
				for _, words := range []*notes.LabelWords{nil, own} {
					hit, ok := findOnce(line, p, words)
					if want, is := FindIn(line, p, words); hit != want || ok != is {
						t.Errorf("%q about %v: %v %v, not %v %v", line, p.Name, hit, ok, want, is)
					}
				}
			}
		}
	}
	for i := range 2 * mostLately {
		findOnce(fmt.Sprint("I told her ", i), people[0], nil)
	}
	if n := len(lately.of); n > mostLately {
		t.Errorf("%d lines are kept", n)
	}
}

func BenchmarkChips(b *testing.B) {
	s := Scene{Person: ana, Note: notes.Note{Body: "I told her to use Kafka.\nShe said that the release is late.\n"}}
	for b.Loop() {
		Chips(s, 1, 2)
	}
}
