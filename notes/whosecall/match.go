package whosecall

// match reports where p ends that begins at at, and the place of its V, G or D, -1 where it has none; all before limit.
func (r *reader) match(p phrase, at, limit int) (end, verb int, ok bool) {
	verb = -1
	for n := range p {
		e := &p[n]
		switch e.kind {
		case '*':
			at = r.pastAdverbs(at, limit)
			continue
		case '~', '_':
			end, v, ok := r.matchLater(p[n+1:], at, limit, e.kind == '_')
			return end, max(v, verb), ok
		case '$':
			if !r.ends(at, limit) {
				return 0, -1, false
			}
			continue
		}
		size := r.fits(e, at, limit)
		if size == 0 && !e.optional && !(e.mayEnd && r.ends(at, limit)) {
			return 0, -1, false
		}
		if size > 0 && (e.kind == 'V' || e.kind == 'G' || e.kind == 'D') {
			verb = at
		}
		at += size
	}
	return at, verb, true
}

// farthest is how many words ~ and _ reach over.
const farthest = 5

// matchLater matches p at at or up to five words on; where it stays in its clause, not beyond a word that begins another.
func (r *reader) matchLater(p phrase, at, limit int, stays bool) (end, verb int, ok bool) {
	for skip := range farthest + 1 {
		if stays && skip > 0 && (at+skip > limit || r.subordinates(at+skip-1)) {
			break
		}
		if end, verb, ok = r.match(p, at+skip, limit); ok {
			return end, verb, true
		}
	}
	return 0, -1, false
}

// subordinates reports whether the word at at begins a clause within a clause: "told her that it is hers to try".
func (r *reader) subordinates(at int) bool {
	w := r.toks[at].word
	return askingWords.has(w) || w == "that" || w == "about" || isAux(w)
}

func (r *reader) pastAdverbs(at, limit int) int {
	for at < limit && (isAdverb(r.toks[at].word) || r.toks[at].word == "not") {
		at++
	}
	return at
}

// ends reports whether nothing of the clause stands at at any more.
func (r *reader) ends(at, limit int) bool { return at >= limit || r.toks[at].mark }

// fits is how many tokens an element takes at at; 0 where it does not fit.
func (r *reader) fits(e *element, at, limit int) int {
	if at >= limit {
		return 0
	}
	if e.kind != 'w' {
		return r.fitsLetter(e.kind, at, limit)
	}
	t := &r.toks[at]
	for _, w := range e.words {
		if t.word == w {
			return 1
		}
	}
	if t.verb != nil {
		for _, l := range e.lemmas {
			if t.verb.lemma == l {
				return 1
			}
		}
	}
	for i := range len(e.letters) {
		if size := r.fitsLetter(e.letters[i], at, limit); size > 0 {
			return size
		}
	}
	return 0
}

// fitsLetter is how many tokens what a letter stands for takes at at.
func (r *reader) fitsLetter(letter byte, at, limit int) int {
	ok := false
	switch letter {
	case 'R':
		ok = r.isR(at, limit)
	case 'U':
		ok = r.isR(at, limit) && !r.mayOwn(at, limit)
	case 'S':
		ok = r.toks[at].who == whoR && r.toks[at].role&asSubject != 0 && !r.owns(at)
	case 'P':
		return r.sizeOfOwner(at, limit)
	case 'T':
		return r.sizeOfThird(at, limit)
	case 'V':
		ok = r.toks[at].form&base != 0
	case 'G':
		ok = r.toks[at].form&ing != 0
	case 'D':
		ok = r.toks[at].form&participle != 0
	case 'O':
		ok = r.isObject(at, limit)
	}
	if ok {
		return 1
	}
	return 0
}

// isR reports whether the report stands at at as whom something is done to.
func (r *reader) isR(at, limit int) bool {
	return at < limit && r.toks[at].who == whoR && r.toks[at].role&asObject != 0 && !r.owns(at)
}

// isObject reports whether something that is acted on can begin at at.
func (r *reader) isObject(at, limit int) bool {
	if at >= limit {
		return false
	}
	t := &r.toks[at]
	return !t.mark && !noObject.has(t.word) && (!isAdverb(t.word) || t.word == "all" || t.word == "both")
}

// sizeOfOwner is how many tokens say at at that something is the report's: 0 for none, 2 for a name and its 's.
func (r *reader) sizeOfOwner(at, limit int) int {
	t := &r.toks[at]
	switch {
	case t.who != whoR:
		return 0
	case t.role == nameRole && at+1 < limit && r.toks[at+1].word == "'s":
		return 2
	case t.role&asOwner != 0:
		return 1
	}
	return 0
}

// sizeOfThird is how many tokens name somebody else at at, with the article and up to two words before a role.
func (r *reader) sizeOfThird(at, limit int) int {
	if r.isThird(at) {
		return 1
	}
	switch r.toks[at].word {
	case "the", "our", "their", "her", "his":
		for size := 1; size <= 3 && at+size < limit; size++ {
			if r.isThird(at + size) {
				return size + 1
			}
		}
	}
	return 0
}

// isThird reports whether the word at at is somebody other than the report: by role, or by a capital inside the line.
func (r *reader) isThird(at int) bool {
	t := &r.toks[at]
	if ownDuties.has(t.word) || t.who == whoMe || t.who == whoR || t.who == whoWe {
		return false
	}
	return t.who == whoOther || t.capital && !times.has(t.word) && at > 0 && t.verb == nil && len(t.word) > 2
}
