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

// How it is learnt: logistic regression, by steps that grow smaller (AdaGrad), of three voices for themselves, and what they say
// is added up. Learnt together they lean on each other, and are right less often of lines by a new hand. At each step most of the
// cues of a line are left out by chance, so that none is leant on too much. The chance is always the same one.
const (
	leastLines = 2   // a cue of fewer lines is left out
	leftOut    = 0.6 // of the cues at each step
	shrink     = 0.1
	stepSize   = 0.15
	rounds     = 20
	settled    = 10   // the weights are the mean of those after each round from here on
	lightest   = 0.12 // what weighs less is left out, so that the file stays small
)

// voice is kinds of cues that are learnt together.
type voice struct {
	kinds []string
	share float64 // of what it says
}

var voices = []voice{
	{[]string{"word", "then", "gap", "denied"}, 1},
	{[]string{"kinds", "acts", "to", "who", "clause", "no-verb", "named", "long", "clauses"}, 0.5},
	{[]string{"first", "first-kind", "kind-first", "second", "second-kind", "kind-second"}, 0.5},
}

// learner learns the weights of one half of the cues.
type learner struct {
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
	for _, v := range voices {
		one := l.learner(lines, v.kinds)
		one.run()
		for i, w := range one.weight {
			total[i] += float64(w * v.share)
		}
	}
	for i, w := range total {
		if math.Abs(w) < lightest {
			w = 0
		}
		total[i] = math.Max(-127, math.Min(127, math.Round(w*weightSteps))) / weightSteps
	}
	return total
}

func (l *lessons) learner(lines []*lesson, kinds []string) *learner {
	n := len(l.names)
	h := &learner{lines: lines, open: make([]bool, n), count: make([]float64, n)}
	for _, e := range lines {
		for _, c := range e.cues {
			h.count[c]++
		}
	}
	for i, name := range l.names {
		kind, _, _ := strings.Cut(name, " ")
		h.open[i] = h.count[i] >= leastLines && (kind == "any" || slices.Contains(kinds, kind))
	}
	return h
}

func (h *learner) run() {
	h.chance = rand.New(rand.NewPCG(1, 2)) // always the same, so that the same lines give the same weights
	h.weight, h.grown = make([]float64, len(h.open)), make([]float64, len(h.open))
	mean, order := make([]float64, len(h.open)), slices.Clone(h.lines)
	for round := range rounds {
		h.chance.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, e := range order {
			h.step(e)
		}
		if round >= settled {
			for i, w := range h.weight {
				mean[i] += w / (rounds - settled)
			}
		}
	}
	h.weight = mean
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
