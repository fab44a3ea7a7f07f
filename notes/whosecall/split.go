package whosecall

// longestSentence is how many words are read as one sentence, so that reading takes time linear in the line.
const longestSentence = 80

var (
	joints      = words("joints")
	starters    = words("starters")
	fillers     = words("fillers")
	askingWords = words("asking words")
	determiners = words("determiners")
	noObject    = words("no object")
	particles   = words("particles")
	times       = words("times")
)

// splitter cuts the tokens of a line into clauses.
type splitter struct {
	r     *reader
	from  int    // of the clause
	began int    // of the sentence
	joint string // before the clause
}

// split cuts the tokens into clauses and reads each.
func (r *reader) split() {
	s := splitter{r: r, joint: "^"}
	for i := range r.toks {
		s.step(i)
	}
	s.end(len(r.toks), "", 0)
	for i := range r.clauses {
		r.parse(i)
	}
}

// end ends the clause before token at; the next one begins skip tokens on.
func (s *splitter) end(at int, joint string, skip int) {
	if at > s.from {
		s.r.clauses = append(s.r.clauses, clause{from: s.from, to: at, joint: s.joint, head: -1})
	}
	s.from, s.joint = at+skip, joint
}

func (s *splitter) step(i int) {
	t := &s.r.toks[i]
	if s.joint == "^" && s.from == i {
		s.began = i
	}
	switch {
	case i-s.began >= longestSentence:
		s.end(i, "^", 0)
		s.began = i
	case t.mark && endsSentence(t.word):
		s.end(i, "^", 1)
	case t.mark:
		s.end(i, t.word, 1)
	case joints.has(t.word) && !s.r.joinsNothing(i):
		s.join(i)
	case i > s.from && s.r.beginsClause(s.from, i):
		s.end(i, "", 0)
	}
}

// join ends a clause at a conjunction. After a mark the word says more than the mark: ", and".
func (s *splitter) join(i int) {
	word := s.r.toks[i].word
	if i > s.from {
		s.end(i, word, 1)
		return
	}
	s.from = i + 1
	if s.joint == "^" && (word == "and" || word == "so" || word == "then" || word == "but") {
		return
	}
	s.joint = word
}

func endsSentence(mark string) bool {
	switch mark {
	case ".", "!", "?", ";", "…":
		return true
	}
	return false
}

// joinsNothing are the places where a word of the joints joins no clauses: "then", "before" at the end of a phrase.
func (r *reader) joinsNothing(i int) bool {
	if i+1 >= len(r.toks) || r.toks[i+1].mark {
		return true
	}
	next := &r.toks[i+1]
	switch r.toks[i].word {
	case "before", "after", "until", "since", "once", "then":
		return r.endsPhrase(i)
	case "and", "or":
		return r.joinsWords(i)
	case "provided":
		return i == 0 || r.toks[i-1].who == whoMe
	case "but":
		return isAdverb(next.word) && i+2 < len(r.toks) && r.toks[i+2].word == "to"
	case "so":
		return r.isMeasure(i)
	}
	return false
}

// endsPhrase reads a "before" or "then" at i with a thing behind it: "before lunch", "after seeing her".
func (r *reader) endsPhrase(i int) bool {
	next := &r.toks[i+1]
	if next.verb == nil && next.who == whoNone || next.form == ing {
		return true
	}
	return next.who == whoR && next.role&asSubject == 0 && r.toks[i].word != "since"
}

// joinsWords reads an "and" or "or" at i that joins words: "the price and the date", "go and see".
func (r *reader) joinsWords(i int) bool {
	next := &r.toks[i+1]
	if i > 0 && r.toks[i-1].word == "go" && next.form&base != 0 {
		return true
	}
	if next.verb != nil || next.who != whoNone || fillers.has(next.word) || isAdverb(next.word) {
		return false
	}
	return next.word != "will" && next.word != "not"
}

// isMeasure reads a "so" at i as in "so much", "or so", "said so".
func (r *reader) isMeasure(i int) bool {
	switch r.toks[i+1].word {
	case "much", "many", "far", "long":
		return true
	}
	return i > 0 && (r.toks[i-1].word == "or" || r.toks[i-1].isOne("say", "do", "think"))
}

// beginsClause reports whether the word at i begins a clause in the one that begins at from.
func (r *reader) beginsClause(from, i int) bool {
	t := &r.toks[i]
	if starters.has(t.word) {
		return !r.isOpening(from, i)
	}
	return t.who == whoR && t.role == nameRole && r.isNamedSubject(from, i)
}

// isOpening reports whether only fillers stand between from and at.
func (r *reader) isOpening(from, at int) bool {
	for _, t := range r.toks[from:at] {
		if !fillers.has(t.word) && !isAdverb(t.word) {
			return false
		}
	}
	return true
}

// isNamedSubject reports whether the name at i begins a clause of its own: "I think Ana should", "told them Ana needs to".
func (r *reader) isNamedSubject(from, i int) bool {
	if i+1 >= len(r.toks) || r.isOpening(from, i) {
		return false
	}
	if i+2 < len(r.toks) && starters.has(r.toks[i+2].word) { // "asked Ana could she"
		return false
	}
	next, before := &r.toks[i+1], &r.toks[i-1]
	switch next.word {
	case "should", "must", "needs", "needed", "has", "had", "ought", "will", "would", "can", "could", "is", "was", "may", "might":
		return true
	}
	if before.word == "that" && next.form&(base|third|past) != 0 && next.word != "'s" {
		return true
	}
	return before.has(says) && !before.isOne("tell", "ask", "want", "expect") && next.form&(past|third) != 0
}
