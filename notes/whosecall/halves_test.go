package whosecall

import "testing"

// halves are lines of hurried managers in two halves, parted by chance: rules are mended on the one, and the other is only counted.
var halves = []struct {
	name, calls, neutral string
	right, wrong         int // as many as fire rightly at least, and wrongly at most
}{
	{"mended on", "calls-dev.tsv", "neutral-dev.tsv", 200, 1},
	{"held back", "calls-held.tsv", "neutral-held.tsv", 135, 3},
}

// TestHeldOutHalf keeps what was reached on both halves: with -v it prints the figures of docs/DETECTOR.md, and every miss
// of the half that the rules are mended on.
func TestHeldOutHalf(t *testing.T) {
	for i, half := range halves {
		t.Run(half.name, func(t *testing.T) {
			calls, neutral := readUnseen(t, half.calls), readUnseen(t, half.neutral)
			_, right := tallied(t, calls)
			_, wrong := tallied(t, neutral)
			if i == 0 {
				logMisses(t, calls, true)
				logMisses(t, neutral, false)
			}
			all := score{right: right, wrong: wrong, missed: len(calls) - right}
			t.Logf("%s: precision %.2f, recall %.2f: %d of %d lines that should fire do, and %d of %d neutral ones (%.1f %%)", half.name,
				all.precision(), all.recall(), right, len(calls), wrong, len(neutral), 100*ratio(wrong, len(neutral)))
			if right < half.right || wrong > half.wrong {
				t.Errorf("%d fire rightly and %d wrongly: it was %d and %d", right, wrong, half.right, half.wrong)
			}
		})
	}
}

func logMisses(t *testing.T, set []unseenLine, fires bool) {
	t.Helper()
	for _, l := range set {
		if h, found := Find(l.line, unseenPeople[l.who]); found != fires {
			t.Logf("%v %-14s %-10s %s", fires, l.kind, h.Rule, l.line)
		}
	}
}
