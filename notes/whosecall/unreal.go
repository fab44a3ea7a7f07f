package whosecall

import "strings"

var (
	sensitiveWords      = words("sensitive")
	sensitiveBeginnings = words("sensitive beginnings")
	sensitiveAtWork     = words("sensitive at work")
	conditionals        = words("conditions")
)

// sensitive reports whether the line speaks of harassment, safety or health.
func (r *reader) sensitive() bool {
	for i := range r.toks {
		w := r.toks[i].word
		if sensitiveWords.has(w) || sensitiveBeginnings.begin(w) || sensitiveAtWork.begin(w) && !r.isOfAWard(i) {
			return true
		}
	}
	return false
}

// isOfAWard reports whether a word of health or safety at at is one of the work: "the safety briefing", "ask the night nurse".
func (r *reader) isOfAWard(at int) bool {
	if at+1 < len(r.toks) && !r.isTheirOwn(at) {
		next := &r.toks[at+1]
		if !next.mark && next.who == whoNone && next.word != "'s" && isNounWord(next) {
			return true
		}
	}
	return at > 0 && isPerson(r.toks[at].word) && !r.isSeen(at)
}

// isTheirOwn reports whether a word before at says whose it is: "her safety".
func (r *reader) isTheirOwn(at int) bool {
	return at > 0 && (r.toks[at-1].who != whoNone && r.toks[at-1].role&asOwner != 0 || r.toks[at-1].word == "'s")
}

// isSeen reads "a doctor", "her doctor", "see the nurse" at at: whom somebody sees for themselves.
func (r *reader) isSeen(at int) bool {
	before := &r.toks[at-1]
	if before.word == "a" || before.word == "an" || before.word == "to" || before.who != whoNone || before.word == "'s" {
		return true
	}
	if at < 2 {
		return false
	}
	second := &r.toks[at-2]
	return second.isOne("see", "visit", "call", "ring", "phone") || second.word == "to" || second.word == "at"
}

// isPerson reports whether a word of health is somebody who works there.
func isPerson(word string) bool {
	return strings.HasPrefix(word, "nurse") || strings.HasPrefix(word, "doctor")
}

// isNounWord reports whether a word is in none of the lists of words that build sentences, and no verb of its own.
func isNounWord(t *token) bool {
	if isAux(t.word) || isAdverb(t.word) || t.verb != nil && t.form&(past|participle) != 0 {
		return false
	}
	return !noObject.has(t.word) && !determiners.has(t.word) && !joints.has(t.word) && !askingWords.has(t.word) && t.word != "not"
}

// unreal reports whether clause i says nothing that happened or will: a question, a condition, somebody else's words.
func (r *reader) unreal(i int) bool {
	c := &r.clauses[i]
	if end := r.sentenceEnd(i); end < len(r.toks) && r.toks[end].word == "?" {
		return true
	}
	if r.isConditional(c) || r.isReported(i) || r.asksFirst(c) {
		return true
	}
	if c.future || c.modal == "would" {
		for j := i + 1; j < len(r.clauses) && r.clauses[j].joint != "^"; j++ {
			if conditionals.has(r.clauses[j].joint) {
				return true
			}
		}
	}
	return false
}

// isConditional reports whether a clause hangs on an "if" or a "whether" of its own.
func (r *reader) isConditional(c *clause) bool {
	first := r.toks[c.from].word
	if conditionals.has(c.joint) || first == "whether" || first == "what" && c.from+1 < c.to && r.toks[c.from+1].word == "if" {
		return true
	}
	return c.from > 0 && conditionals.has(r.toks[c.from-1].word)
}

// isReported reports whether a clause before clause i, in its sentence, makes it a condition or somebody else's words.
func (r *reader) isReported(i int) bool {
	c := &r.clauses[i]
	told := c.joint == "" || c.joint == ":"
	for j := i - 1; j >= 0 && r.clauses[j+1].joint != "^"; j-- {
		before := &r.clauses[j]
		if told && r.isDenied(before) {
			return true
		}
		if conditionals.has(before.joint) || before.joint == "when" && c.future || r.toks[before.from].word == "whether" {
			return true
		}
		if (told || j < i-1 || r.toks[c.from].word == "that") && r.quotes(j) {
			return true
		}
	}
	return false
}

// isDenied reports whether a clause says that I did not say what follows.
func (r *reader) isDenied(c *clause) bool {
	return c.subject == subjectMe && (c.negated || c.near) && c.head >= 0 && r.toks[c.head].isOne("tell", "say", "ask", "suggest", "insist")
}

// quotes reports whether clause j, which another follows, says what somebody else says or thinks.
func (r *reader) quotes(j int) bool {
	c, joint := &r.clauses[j], r.clauses[j+1].joint
	if joint == "so" || joint == "but" || joint == "^" {
		return false
	}
	switch r.toks[c.from].word {
	case "according", "per", "apparently":
		return true
	}
	if c.head < 0 {
		return joint == ":" && r.isSpeaker(c)
	}
	head := &r.toks[c.head]
	switch c.subject {
	case subjectMe:
		return head.isOne("hear", "read", "learn")
	case subjectOther:
		return head.has(says) || head.isOne("tell", "decide", "agree", "demand", "require", "request", "rule")
	}
	return head.has(says) || head.is("tell")
}

// isSpeaker reads the "Ana" of "Ana: we drop it".
func (r *reader) isSpeaker(c *clause) bool {
	first := &r.toks[c.from]
	if r.sizeOfOwner(c.from, c.to) > 0 && r.hasWord(c.to-1, c.to, "words", "answer", "line", "summary", "point", "view", "version") {
		return true
	}
	return c.to-c.from <= 2 && (first.who == whoR || first.capital && first.verb == nil && c.from > 0)
}

// asksFirst reads what makes a question or hearsay of a clause by its first words.
func (r *reader) asksFirst(c *clause) bool {
	switch r.toks[c.from].word {
	case "did", "do", "does", "should", "could", "would", "can", "will":
		return c.from+1 < c.to && r.toks[c.from+1].role&asSubject != 0
	case "why", "who", "how":
		return c.joint == "^"
	case "apparently", "according", "supposedly", "wish", "imagine":
		return true
	}
	return false
}
