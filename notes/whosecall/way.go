package whosecall

// way is a section of rules.txt: one way in which a clause fits a rule, or what keeps it silent.
type way struct {
	section
	rule     string
	rules    []string    // that a guard keeps silent
	before   []condition // of the clause
	says     *phrases    // nil where it has none
	after    []condition // of what fitted
	silences bool        // what fits is not the rule, nor is anything else in the clause
	examples []example
}

// condition is one name after when or unless.
type condition struct {
	name     string
	holds    func(*reader, fit) bool
	unless   bool
	silences bool // where it does not hold, the rule is silent
}

// example is a line that fires, or does not.
type example struct {
	fires bool
	textLine
}

// fit is where a way fits.
type fit struct {
	i    int // the clause
	c    *clause
	rule string
	at   int // where the phrase begins, the verb of the clause where there is none
	end  int // of the phrase
	verb int // its V, G or D, -1 where it has none
}

// noVerb stands for the verb of a clause without one.
var noVerb token

// head is the verb of the clause.
func (r *reader) head(f fit) *token {
	if f.c.head < 0 {
		return &noVerb
	}
	return &r.toks[f.c.head]
}

// verdict is what a way says of a clause.
type verdict int

const (
	otherwise verdict = iota // it is not this way
	fires                    // it is
	silenced                 // it is not this rule
)

// judge tries the way on clause i.
func (w *way) judge(r *reader, i int, rule string) verdict {
	c := &r.clauses[i]
	f := fit{i: i, c: c, rule: rule, at: c.head, verb: -1}
	for n := range w.before {
		if w.before[n].holds(r, f) == w.before[n].unless {
			return otherwise
		}
	}
	if w.says != nil {
		var ok bool
		if f, ok = w.says.find(r, f); !ok {
			return otherwise
		}
	}
	for n := range w.after {
		if k := &w.after[n]; k.holds(r, f) == k.unless {
			if k.silences {
				return silenced
			}
			return otherwise
		}
	}
	if w.silences {
		return silenced
	}
	return fires
}
