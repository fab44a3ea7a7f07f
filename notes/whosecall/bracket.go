package whosecall

// An aside is short: what stands in longer brackets is read.
const longestAside = 4

// withoutAsides drops what stands in brackets inside a clause and says nothing that any rule reads: "the vendor (Okapi)
// promised", "Ana (ops) chose". What names the report, has a verb or says with whom is kept.
func withoutAsides(toks []token) []token {
	kept, open := toks[:0], -1
	for i := 0; i < len(toks); i++ {
		switch t := &toks[i]; {
		case t.mark && t.word == "(":
			open = len(kept)
		case t.mark && t.word == ")" && open > 0 && i+1 < len(toks) && !toks[i+1].mark && isAside(kept[open+1:]):
			kept, open = kept[:open], -1
			continue
		case t.mark:
			open = -1
		}
		kept = append(kept, toks[i])
	}
	return kept
}

// isAside reports whether the words of a bracket only say more about the word before it.
func isAside(toks []token) bool {
	if len(toks) > longestAside {
		return false
	}
	for i := range toks {
		t := &toks[i]
		if t.who == whoR || t.who == whoMe || t.who == whoWe || t.word == "not" || t.word == "with" || isAux(t.word) {
			return false
		}
		if t.verb != nil && !t.capital && t.form&(base|ing) == 0 {
			return false
		}
	}
	return true
}

// beforeBracket is who acts in a clause that goes on behind brackets: "the board (they met on Monday) chose the hall".
func (r *reader) beforeBracket(i int) subject {
	if r.clauses[i].joint != ")" {
		return subjectNone
	}
	for j := i - 1; j > 0 && r.clauses[j].joint != "^"; j-- {
		if r.clauses[j].joint != "(" {
			continue
		}
		return r.heads(&r.clauses[j-1])
	}
	return subjectNone
}

// heads is who a clause names that has no verb of its own, and so acts in what follows.
func (r *reader) heads(c *clause) subject {
	if c.head >= 0 {
		return subjectNone
	}
	for at := c.from; at < c.to; at++ {
		if s := r.actor(at); s != subjectNone {
			return s
		}
	}
	return subjectOther
}
