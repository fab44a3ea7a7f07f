package whosecall

import (
	"fmt"
	"testing"
)

// judged counts what lines come to, with bounds in place of those of the detector.
func judged(l *lessons, lines []*lesson, weight []float64, doubted, sure float64) score {
	var all score
	for _, e := range lines {
		sum := 0.0
		for _, c := range e.cues {
			sum += weight[c]
		}
		fires := e.cues != nil && (e.ruled && sum >= doubted || !e.ruled && sum > sure)
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

// TestByHand learns from all hands but one and judges the lines of that one, and of the halves held back: the table of
// docs/DETECTOR.md from which the bounds were chosen.
func TestByHand(t *testing.T) {
	if !*byHand {
		t.Skip("-hands prints it")
	}
	held := []string{"calls-held", "neutral-held", "fresh", "held"}
	l := readLessons(t, append(taught(), held...)...)
	const never = -100
	type part struct {
		name   string
		lines  []*lesson
		weight []float64
	}
	var parts []part
	for _, hand := range []string{"more", "hand1", "hand2"} {
		var lines []*lesson
		for _, e := range l.of(true, append(held, learntFrom[hand]...)...) {
			lines = append(lines, e)
		}
		parts = append(parts, part{hand, l.of(false, learntFrom[hand]...), l.learn(lines)})
	}
	w := l.learn(l.of(true, held...))
	parts = append(parts, part{"held half", l.of(false, held[:2]...), w}, part{"fresh, held", l.of(false, held[2:]...), w})
	for _, b := range [][2]float64{
		{never, -never}, {never, 2}, {-1, 2}, {-0.5, 1.5}, {-0.5, 2}, {0, 1.25}, {0, 1.5}, {0, 2}, {0, 2.5}, {0, 3}, {0.5, 1.5}, {0.5, 2}, {1, 2},
	} {
		var sum score
		row := ""
		for _, p := range parts {
			s := judged(l, p.lines, p.weight, b[0], b[1])
			sum.right, sum.wrong, sum.missed, sum.silent = sum.right+s.right, sum.wrong+s.wrong, sum.missed+s.missed, sum.silent+s.silent
			row += fmt.Sprintf(" %s %.2f %.2f %.1f |", p.name, s.precision(), s.recall(), 100*ratio(s.wrong, s.wrong+s.silent))
		}
		t.Logf("%5.1f %5.1f: all %.2f %.2f %.1f | %s", b[0], b[1], sum.precision(), sum.recall(), 100*ratio(sum.wrong, sum.wrong+sum.silent), row)
	}
}
