package whosecall

import (
	"fmt"
	"testing"
)

// judged counts what lines come to where the bounds of the detector are moved by so much.
func judged(lines []*lesson, weight []float64, moreDoubt, moreSure float64) score {
	var all score
	for _, e := range lines {
		sum := 0.0
		for _, c := range e.cues {
			sum += weight[c]
		}
		fires := e.cues != nil && (e.rule != "" && sum >= doubted[e.rule]+moreDoubt || e.rule == "" && sum > sure+moreSure)
		switch {
		case fires && e.fires:
			all.right++
		case fires:
			all.wrong++
		case e.fires:
			all.missed++
		default:
			all.silent++
		}
	}
	return all
}

// TestByHand learns from all hands but one and judges the lines of that one, with bounds round those of the detector: the table
// of docs/DETECTOR.md from which they were chosen.
func TestByHand(t *testing.T) {
	if !*byHand {
		t.Skip("make hands prints it")
	}
	held := []string{"calls-held", "neutral-held"}
	l := readLessons(t, append(taught(), held...)...)
	type part struct {
		name   string
		lines  []*lesson
		weight []float64
	}
	var parts []part
	for _, hand := range []string{"hand1", "hand2", "more"} {
		others := l.of(true, append(held, learntFrom[hand]...)...)
		parts = append(parts, part{hand, l.of(false, learntFrom[hand]...), l.learn(others)})
	}
	others := l.of(true, append(held, learntFrom["halves"]...)...)
	parts = append(parts, part{"the half held back", l.of(false, held...), l.learn(others)})
	const never = 100
	for _, b := range []struct {
		name             string
		moreDoubt, sures float64
	}{
		{"the rules alone", -never, never},
		{"a half easier", -0.5, -0.5},
		{"sure a half easier", 0, -0.5},
		{"as it is", 0, 0},
		{"sure a half harder", 0, 0.5},
		{"a half harder", 0.5, 0.5},
	} {
		row := ""
		for _, p := range parts {
			s := judged(p.lines, p.weight, b.moreDoubt, b.sures)
			row += fmt.Sprintf(" %.2f, %.2f, %.1f %% |", s.precision(), s.recall(), 100*ratio(s.wrong, s.wrong+s.silent))
		}
		t.Logf("| %s |%s", b.name, row)
	}
}
