package whosecall

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

var (
	learnNow = flag.Bool("learn", false, "write weights.txt anew")
	byHand   = flag.Bool("hands", false, "print what is learnt of each hand from the others")
)

// How it is learnt: logistic regression, by steps that grow smaller (AdaGrad), on two halves of the cues for themselves, those
// that name words and those that do not; what both say is added up. Learnt together they lean on each other, and are right less
// often of lines by a new hand. Each is learnt twice, the second time on the cues that counted most. At each step half of the
// cues of a line are left out by chance, so that none is leant on too much. The chance is always the same one.
const (
	leastLines = 2   // a cue of fewer lines is left out
	leftOut    = 0.5 // of the cues at each step
	shrink     = 0.1
	stepSize   = 0.15
	rounds     = 20
	kept       = 12000 // cues of each half
)

// halves of the cues: of words, and of everything else.
var wordCues = []string{"word", "then", "gap", "mixed"}

// learner learns the weights of one half of the cues.
type learner struct {
	all    *lessons
	lines  []*lesson
	open   []bool // the cues that are learnt
	count  []float64
	weight []float64
	grown  []float64 // see AdaGrad
	chance *rand.Rand
	used   []int
}

// learn is the weights of all cues, from lines.
func (l *lessons) learn(lines []*lesson) []float64 {
	total := make([]float64, len(l.names))
	for _, words := range []bool{true, false} {
		one := l.half(lines, words)
		one.run()
		one.keepMost()
		one.run()
		for i, w := range one.weight {
			total[i] += w
		}
	}
	for i, w := range total {
		total[i] = math.Max(-127, math.Min(127, math.Round(w*weightSteps))) / weightSteps
	}
	return total
}

func (l *lessons) half(lines []*lesson, words bool) *learner {
	n := len(l.names)
	h := &learner{all: l, lines: slices.Clone(lines), open: make([]bool, n), count: make([]float64, n)}
	for _, e := range lines {
		for _, c := range e.cues {
			h.count[c]++
		}
	}
	for i, name := range l.names {
		kind, _, _ := strings.Cut(name, " ")
		h.open[i] = h.count[i] >= leastLines && (kind == "any" || slices.Contains(wordCues, kind) == words)
	}
	return h
}

func (h *learner) run() {
	h.chance = rand.New(rand.NewPCG(1, 2)) // always the same, so that the same lines give the same weights
	h.weight, h.grown = make([]float64, len(h.open)), make([]float64, len(h.open))
	order := slices.Clone(h.lines)
	for range rounds {
		h.chance.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, e := range order {
			h.step(e)
		}
	}
}

func (h *learner) step(e *lesson) {
	h.used = h.used[:0]
	sum := 0.0
	for _, c := range e.cues {
		if h.open[c] && h.chance.Float64() >= leftOut {
			h.used = append(h.used, c)
			sum += h.weight[c]
		}
	}
	fault := 1 / (1 + math.Exp(-sum/(1-leftOut)))
	if e.fires {
		fault--
	}
	for _, c := range h.used {
		slope := fault + float64(shrink*h.weight[c]/h.count[c])
		h.grown[c] += float64(slope * slope)
		h.weight[c] -= float64(stepSize * slope / math.Sqrt(h.grown[c]+0.01))
	}
}

// keepMost leaves the cues open that counted most.
func (h *learner) keepMost() {
	by := make([]int, 0, len(h.open))
	for i, open := range h.open {
		if open {
			by = append(by, i)
		}
	}
	counted := func(i int) float64 { return math.Abs(h.weight[i]) * math.Sqrt(h.count[i]) }
	slices.SortStableFunc(by, func(a, b int) int {
		switch x, y := counted(a), counted(b); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	for _, i := range by[min(kept, len(by)):] {
		h.open[i] = false
	}
}

// text is weights.txt.
func (l *lessons) text(weight []float64) string {
	byKind := map[string]map[int][]string{}
	for i, w := range weight {
		steps := int(math.Round(w * weightSteps))
		if steps == 0 {
			continue
		}
		kind, cue, _ := strings.Cut(l.names[i], " ")
		if byKind[kind] == nil {
			byKind[kind] = map[int][]string{}
		}
		byKind[kind][steps] = append(byKind[kind][steps], cue)
	}
	var b strings.Builder
	b.WriteString(weightsHead)
	for _, kind := range sortedKeys(byKind) {
		fmt.Fprintf(&b, "\n[%s]\n", kind)
		for _, steps := range sortedKeys(byKind[kind]) {
			writeCues(&b, steps, byKind[kind][steps])
		}
	}
	return b.String()
}

const weightsHead = `# What each cue of a line weighs: written by "make learn" from the labelled lines, not by hand (docs/DETECTOR.md, "Weights").
# A line has a weight, in twentieths, and the cues that have it, with | between them; above it the kind of the cues in brackets.
# S U P are the report who acts, to whom, whose; ^ and $ begin and end the line; # is a number; n- is a thing, v- a verb.
`

func sortedKeys[K string | int, V any](of map[K]V) []K {
	var all []K
	for k := range of {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

// writeCues writes cues of one weight in lines that are not too long.
func writeCues(b *strings.Builder, steps int, cues []string) {
	slices.Sort(cues)
	line := ""
	for _, cue := range cues {
		if line != "" && len(line)+len(cue) > 138 {
			fmt.Fprintf(b, "%s\n", line)
			line = ""
		}
		if line == "" {
			line = fmt.Sprintf("%d %s", steps, cue)
		} else {
			line += "|" + cue
		}
	}
	fmt.Fprintf(b, "%s\n", line)
}

// taught are all sets that the weights are learnt from.
func taught() []string {
	sets := []string{"rules"}
	for _, hand := range writers {
		sets = append(sets, learntFrom[hand]...)
	}
	return sets
}

// TestWeightsAreLearnt holds weights.txt against what is learnt from the labelled lines, which `make learn` writes.
func TestWeightsAreLearnt(t *testing.T) {
	if testing.Short() && !*learnNow {
		t.Skip("it takes some seconds, under the race detector a minute")
	}
	l := readLessons(t, taught()...)
	text := l.text(l.learn(l.of(true)))
	const file = "weights.txt"
	if *learnNow {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if text != weightFile {
		t.Errorf("%s is not what is learnt from the lines any more: run `make learn`", file)
	}
}
