package voice_test

import (
	"testing"
	"time"

	"handback/notes/voice"
)

func TestASentenceWithItsSlots(t *testing.T) {
	for _, c := range []struct{ name, want, got string }{
		{"no slot", "Reschedule", voice.T("Reschedule")},
		{"a string", "Moved to Fri 4 Dec", voice.T("Moved to {date}", "date", "Fri 4 Dec")},
		{"a slot twice", "Ana, and Ana again", voice.T("{who}, and {who} again", "who", "Ana")},
		{"two in another order", "Ben’s note of 4 Dec", voice.T("{who}’s note of {day}", "day", "4 Dec", "who", "Ben")},
		{"a number and a Stringer", "3 of May", voice.T("{n} of {month}", "n", 3, "month", time.May)},
		{"braces in a value stay", "“{who}” moved", voice.T("“{line}” moved", "line", "{who}", "who", "Ana")},
		{"a slot without a value", "Moved to {date}", voice.T("Moved to {date}", "day", "4 Dec")},
		{"a brace that nothing closes", "a { b Ana", voice.T("a { b Ana", "who", "Ana")},
		{"one", "1 line folded", voice.N(1, "{n} line folded", "{n} lines folded")},
		{"many", "12 lines folded", voice.N(12, "{n} line folded", "{n} lines folded")},
		{"none", "0 lines folded", voice.N(0, "{n} line folded", "{n} lines folded")},
		{"one without its figure", "The last note of Ana", voice.N(1, "The last note of {who}", "The last {n} notes of {who}", "who", "Ana")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%q, want %q", c.got, c.want)
			}
		})
	}
}

func BenchmarkASentenceWithTwoSlots(b *testing.B) {
	for range b.N {
		voice.T("{who} owes you an answer since {day}", "who", "Ana", "day", "Fri 4 Dec")
	}
}
