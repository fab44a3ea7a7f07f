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

// sure is the sum above which a line fires that no rule fits.
const sure = 2.75

// doubted are the sums below which a line is silent although a rule fits: the rules are not equally often right.
var doubted = map[string]float64{Decided: 0.5, Order: 0, Took: 0, Answer: -1, Upward: -1, Prescribed: -1}

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
			if sum >= doubted[h.Rule] {
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
	c.each(s, func(key []byte) { total += int(of[cueOf(key)]) })
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

// weights are what weights.txt says, read when the first line is. A file that breaks its form never reaches a user: a test reads
// it, too.
var weights = sync.OnceValue(func() map[cue]int8 {
	of, err := readWeights(weightFile)
	if err != nil {
		panic(err)
	}
	return of
})

// cue is the key of a cue, hashed (FNV-1a), since tens of thousands of words would take longer to read.
type cue uint64

const firstCue cue = 14695981039346656037

func (c cue) with(b byte) cue { return (c ^ cue(b)) * 1099511628211 }

func cueOf[text string | []byte](key text) cue {
	c := firstCue
	for i := range len(key) {
		c = c.with(key[i])
	}
	return c
}

// readWeights reads weights.txt: sections of cues, in lines that begin with their weight in steps. The error names the line.
func readWeights(text string) (map[cue]int8, error) {
	of := make(map[cue]int8, strings.Count(text, "|")+strings.Count(text, "\n"))
	var kind string
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
		begun := cueOf(kind)
		for more := true; more; {
			var one string
			one, cues, more = strings.Cut(cues, "|")
			key := begun
			if one != "" {
				key = key.with(' ')
			}
			for n := range len(one) {
				key = key.with(one[n])
			}
			if _, twice := of[key]; twice {
				return nil, fmt.Errorf("weights.txt, line %d: [%s] %q is there twice", i+1, kind, one)
			}
			of[key] = int8(steps)
		}
	}
	return of, nil
}
