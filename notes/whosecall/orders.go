package whosecall

func orderConditions() conditionSet {
	return conditionSet{
		"in fact or would like":     func(r *reader, f fit) bool { return r.isInFact(f) || r.wouldLikeThem(f) },
		"work":                      func(r *reader, f fit) bool { return f.verb < 0 || r.isWork(f.verb, f.c.to, 0) },
		"work and no favour":        func(r *reader, f fit) bool { return f.verb < 0 || r.isWork(f.verb, f.c.to, soft) },
		"work and no state":         (*reader).isWishedWork,
		"work they were made to do": (*reader).isMadeWork,
		"work they were kept from":  (*reader).isDeniedWork,
		"no place for work":         (*reader).isNoPlace,
		"their work follows":        (*reader).theirWorkFollows,
	}
}

var (
	caring          = phrasesOf("caring")
	handsOver       = phrasesOf("hands over")
	favoursAsked    = phrasesOf("favours")
	workAllTheSame  = phrasesOf("work all the same")
	offTime         = phrasesOf("off time")
	restDays        = phrasesOf("rest days")
	noPlaces        = words("no place")
	forTheirOwnSake = words("for their own sake")
)

// isWork reports whether the verb at at, as what R is told to do, is work: it neither hands the call over nor cares for
// them, and is of none of the kinds of without.
func (r *reader) isWork(at, limit int, without class) bool {
	t := &r.toks[at]
	if t.is("be") || r.isRest(at, limit) {
		return false
	}
	if without == soft && t.has(soft) && workAllTheSame.fits(r, at, limit) {
		return !t.has(cares|hands) && !caring.fits(r, at, limit)
	}
	if t.has(cares|hands|without) && !(without == state && t.is("have")) {
		return false
	}
	if without == soft && favoursAsked.fits(r, at, limit) {
		return false
	}
	return !handsOver.fits(r, at, limit) && !caring.fits(r, at, limit)
}

// isRest reads "not to work on Sundays", "take Friday off", "have the R&R".
func (r *reader) isRest(at, limit int) bool {
	if at > 0 && r.toks[at].is("come") && (r.toks[at-1].word == "not" || r.toks[max(at-2, 0)].word == "not") {
		return true // "told him not to come in tomorrow"
	}
	if at > 1 && (r.toks[at-1].word == "not" || r.toks[at-2].word == "not") && offTime.within(r, at, limit) {
		return true
	}
	if t := &r.toks[at]; at+2 >= limit || !t.isOne("take", "have") && t.word != "book" {
		return false
	}
	return restDays.fits(r, at+1, limit) || times.has(r.toks[at+1].word) && r.toks[at+2].word == "off"
}

// wouldLikeThem reads "I'd like her to".
func (r *reader) wouldLikeThem(f fit) bool {
	return f.c.modal == "would" && !f.c.negated && r.head(f).isOne("like", "prefer", "love", "want", "need", "expect")
}

// isWishedWork is work for what I want of R. "I'd like her to know" asks for something, "I want her to know" tells.
func (r *reader) isWishedWork(f fit) bool {
	if f.c.modal == "would" {
		return f.verb < 0 || r.isWork(f.verb, f.c.to, 0)
	}
	return f.verb < 0 || r.isWork(f.verb, f.c.to, state)
}

// isMadeWork is work after "made her", "had her".
func (r *reader) isMadeWork(f fit) bool {
	t := &r.toks[f.verb]
	if !t.has(does|acts|soft) || !r.isWork(f.verb, f.c.to, 0) {
		return false
	}
	if r.toks[f.at].is("make") && t.has(state) && !t.has(does|acts) {
		return false
	}
	if r.toks[f.at].is("have") || r.toks[f.at+1].role&asOwner != 0 { // "had her review yesterday"
		return f.end < f.c.to && (r.toks[f.end].who != whoNone || determiners.has(r.toks[f.end].word))
	}
	return true
}

// isDeniedWork reads "didn't let her present", "don't want him to join".
func (r *reader) isDeniedWork(f fit) bool {
	if f.c.modal != "" && !(f.c.modal == "would" && r.head(f).isOne("let", "have")) {
		return false
	}
	if f.end < f.c.to && (r.toks[f.end].word == "down" || r.toks[f.end].word == "alone") {
		return false
	}
	return r.toks[f.verb].has(does|acts|decides) && r.isWork(f.verb, f.c.to, state|says)
}

// isNoPlace reports whether R is put on the spot, on a list or on a course, not on work.
func (r *reader) isNoPlace(f fit) bool {
	if !r.head(f).isOne("put", "get") {
		return false
	}
	for _, t := range r.toks[f.c.head:f.c.to] {
		if noPlaces.has(t.word) || forTheirOwnSake.has(t.word) {
			return true
		}
	}
	return false
}

// theirWorkFollows reads "I'd rather he didn't …": a wish about R in a clause of its own.
func (r *reader) theirWorkFollows(f fit) bool {
	next := r.next(f.i)
	return next.head >= 0 && r.isWork(next.head, next.to, state)
}
