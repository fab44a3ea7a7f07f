package whosecall

import (
	_ "embed" // for weights.txt
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.txt
var weightFile string

// A second opinion on what the rules say: every cue of a stretch has a weight, learnt from labelled lines (`make learn`), and
// what they add up to says how much it reads like a call that was the report's. The bounds were set on lines of hands that the
// weights had not seen (docs/DETECTOR.md).
const (
	doubted = 0 // where a rule fires and the sum is lower, the line is silent
	sure    = 4 // where no rule fires and the sum is higher, it fires all the same
)

// longestStretch is how many words are weighed as one; a line with more is weighed sentence by sentence.
const longestStretch = 40

// stretch is the tokens that are weighed together.
type stretch struct{ from, to int }

// stretches are a line whole, or each of its sentences where it is long.
func (r *reader) stretches() []stretch {
	if len(r.toks) <= longestStretch {
		return []stretch{{0, len(r.toks)}}
	}
	var all []stretch
	from := 0
	add := func(to int) {
		if to > from {
			all = append(all, stretch{from, min(to, from+longestStretch)})
		}
		from = to
	}
	for i := range r.clauses {
		if c := &r.clauses[i]; c.joint == "^" {
			add(c.from)
		}
	}
	add(len(r.toks))
	return all
}

// weighed is what is left of what the rules say of a line once it is weighed.
func (r *reader) weighed(h Hit, ruled bool) (Hit, bool) {
	c := newCues(r)
	for _, s := range r.stretches() {
		sum := c.sum(s)
		if ruled && h.Start >= r.toks[s.from].start && h.Start < r.toks[s.to-1].end {
			if sum >= doubted {
				return h, true
			}
			continue
		}
		if sum > sure {
			return r.hitOf(s), true
		}
	}
	return Hit{}, false
}

// sum is what the cues of a stretch add up to.
func (c *cues) sum(s stretch) float64 {
	of, total := weights(), 0
	c.each(s, func(key []byte) { total += int(of[string(key)]) })
	return float64(total) / weightSteps
}

// hitOf is a hit without a rule.
func (r *reader) hitOf(s stretch) Hit {
	from, to := s.from, s.to
	for to-1 > from && r.toks[to-1].mark {
		to--
	}
	for from < to-1 && r.toks[from].mark {
		from++
	}
	h := Hit{Rule: InOtherWords, Tier: Unanchored, Start: r.toks[from].start, End: r.toks[to-1].end, Key: r.key}
	for i := range r.clauses {
		if c := &r.clauses[i]; c.from >= from && c.from < to && c.subject == subjectMe {
			h.Tier = Anchored
		}
	}
	if r.saysMe(from, to) {
		h.Tier = Anchored
	}
	return h
}

// weightSteps is how many steps of a weight make one.
const weightSteps = 20

var weights = sync.OnceValue(func() map[string]int8 {
	of, err := readWeights(weightFile)
	if err != nil {
		panic(err)
	}
	return of
})

// readWeights reads weights.txt: sections of cues, in lines that begin with their weight in steps. The error names the line.
func readWeights(text string) (map[string]int8, error) {
	of, kind := make(map[string]int8, 1<<15), ""
	for i, line := range strings.Split(text, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "["):
			kind = strings.Trim(line, "[]")
			continue
		}
		weight, cues, _ := strings.Cut(line, " ")
		steps, err := strconv.ParseInt(weight, 10, 8)
		if err != nil || kind == "" || steps == 0 {
			return nil, fmt.Errorf("weights.txt, line %d: no weight of a cue: %q", i+1, line)
		}
		for _, cue := range strings.Split(cues, "|") {
			key := kind
			if cue != "" {
				key += " " + cue
			}
			if _, twice := of[key]; twice {
				return nil, fmt.Errorf("weights.txt, line %d: %q is there twice", i+1, key)
			}
			of[key] = int8(steps)
		}
	}
	return of, nil
}
