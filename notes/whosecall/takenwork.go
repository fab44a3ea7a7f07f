package whosecall

// workConditions are of took, too, where the verb makes a piece of work.
func workConditions() conditionSet {
	return conditionSet{
		"ended up":           func(_ *reader, f fit) bool { return f.c.endedUp },
		"redone":             func(r *reader, f fit) bool { return redone.has(r.head(f).lemma()) },
		"redone or for them": (*reader).isRedoneOrForThem,
		"work to take":       (*reader).isWorkToTake,
		"done to me":         func(r *reader, f fit) bool { return r.toks[r.object(f.c)].who == whoMe },
		"theirs there":       (*reader).isTheirsThere,
		"harmless":           func(r *reader, f fit) bool { return harmless.has(r.head(f).lemma()) },
	}
}

var (
	redone          = words("redone")
	harmless        = words("harmless")
	ordinaryObjects = words("ordinary objects")
	runPast         = phrasesOf("run past somebody")
	theirsToDo      = phrasesOf("theirs to do")
)

// isRedoneOrForThem is for work without an object: "rewrote all night", "wrote for her".
func (r *reader) isRedoneOrForThem(f fit) bool {
	return redone.has(r.head(f).lemma()) || r.behind(f.c, 1) == "for" && r.isInsteadOfThem(f)
}

// isWorkToTake reports whether doing something to this object is work that a report could do.
func (r *reader) isWorkToTake(f fit) bool {
	c, head, at := f.c, r.head(f), r.object(f.c)
	t := &r.toks[at]
	if t.who == whoMe || t.who == whoWe || head.is("do") && r.isOrdinaryDoing(c) {
		return false
	}
	if head.isOne("make", "own", "drive", "settle", "run", "do", "plan", "lead", "close", "draw", "type") {
		return r.isOwnPiece(f, at)
	}
	switch t.word {
	case "next":
		return at+1 >= c.to || !isSoon(r.toks[at+1].word)
	case "more", "less":
		return false
	}
	return true
}

func isSoon(word string) bool { return word == "time" || word == "week" || word == "month" }

// isOwnPiece reports whether the object of a verb with many meanings is a piece of work: "make the slides", not "make sure".
func (r *reader) isOwnPiece(f fit, at int) bool {
	t := &r.toks[at]
	if ordinaryObjects.has(t.word) || r.head(f).is("run") && (t.word == "it" || runPast.within(r, at, f.c.to)) {
		return false
	}
	return determiners.has(t.word) || t.who != whoNone || t.word == "next" || t.capital
}

// isTheirsThere reports whether the object is the report's: "finished her spec".
func (r *reader) isTheirsThere(f fit) bool {
	at, limit := r.object(f.c), f.c.to
	for at < limit && isShare(r.toks[at].word) {
		at++
	}
	if at < limit && r.sizeOfOwner(at, limit) > 0 && r.ownsNext(at, limit) {
		return true
	}
	return theirsToDo.within(r, at, limit)
}

// isShare reports whether a word says how much of something.
func isShare(word string) bool {
	switch word {
	case "all", "half", "of", "most", "both", "some", "the", "two", "in":
		return true
	}
	return false
}
