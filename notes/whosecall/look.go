package whosecall

// look is where phrases may begin, from first to last, and before which token they have ended; first is -1 for nowhere.
type look func(r *reader, f fit) (first, last, limit int)

// looks are the places that rules.txt names.
func looks() map[string]look {
	return map[string]look{
		"at the verb":                     func(_ *reader, f fit) (int, int, int) { return f.c.head, f.c.head, f.c.to },
		"right behind the verb":           func(_ *reader, f fit) (int, int, int) { return f.c.behind(1), f.c.behind(1), f.c.to },
		"from the verb on":                func(_ *reader, f fit) (int, int, int) { return f.c.head, f.c.to, f.c.to },
		"behind the verb":                 func(_ *reader, f fit) (int, int, int) { return f.c.behind(1), f.c.to, f.c.to },
		"two behind the verb":             func(_ *reader, f fit) (int, int, int) { return f.c.behind(2), f.c.to, f.c.to },
		"from the verb, reading on":       func(r *reader, f fit) (int, int, int) { return f.c.head, r.sentenceEnd(f.i), r.sentenceEnd(f.i) },
		"at the start":                    func(_ *reader, f fit) (int, int, int) { return f.c.from, f.c.from, f.c.to },
		"at the start, reading on":        func(r *reader, f fit) (int, int, int) { return f.c.from, f.c.from, r.sentenceEnd(f.i) },
		"behind the start":                func(_ *reader, f fit) (int, int, int) { return f.c.from + 1, f.c.to, f.c.to },
		"in the clause":                   func(_ *reader, f fit) (int, int, int) { return f.c.from, f.c.to, f.c.to },
		"in the clause, reading on":       func(r *reader, f fit) (int, int, int) { return f.c.from, f.c.to, r.sentenceEnd(f.i) },
		"in the sentence":                 func(r *reader, f fit) (int, int, int) { return f.c.from, r.sentenceEnd(f.i), r.sentenceEnd(f.i) },
		"before the verb":                 func(_ *reader, f fit) (int, int, int) { return f.c.from, f.c.verb(), f.c.verb() },
		"in the sentence before the verb": (*reader).lookBefore,
		"in what fits":                    func(_ *reader, f fit) (int, int, int) { return f.c.from, f.c.end(), f.c.end() },
		"in what fits, reading on":        (*reader).lookOn,
		"after what fits":                 (*reader).lookAfter,
	}
}

func (r *reader) lookBefore(f fit) (first, last, limit int) {
	return r.clauses[r.sentenceStart(f.i)].from, f.c.verb(), f.c.verb()
}

// lookOn is what fits with the clause that stands in it.
func (r *reader) lookOn(f fit) (first, last, limit int) {
	end := f.c.end()
	if next := r.embedded(f.i); next != nil {
		end = max(end, next.to)
	}
	return f.c.from, end, end
}

// farAhead is how many words after what fits are read for what gives it back.
const farAhead = 60

func (r *reader) lookAfter(f fit) (first, last, limit int) {
	from := f.c.end()
	if f.rule == Upward {
		from = f.c.to
	}
	end := min(len(r.toks), from+farAhead)
	return from, end, end
}

// find looks for the phrases where their section says.
func (p *phrases) find(r *reader, f fit) (fit, bool) {
	first, last, limit := p.look(r, f)
	if first < 0 {
		return f, false
	}
	for at := first; at <= last && at < limit; at++ {
		if end, verb, ok := p.at(r, at, limit); ok {
			f.at, f.end, f.verb = at, end, verb
			return f, true
		}
	}
	return f, false
}
