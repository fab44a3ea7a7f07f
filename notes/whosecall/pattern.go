package whosecall

import (
	"strings"
	"sync"
)

// A pattern is words that follow one another: a plain word is itself, a|b one of several, =tell any form of tell, R the
// report, U the report and nothing of theirs, S the report as who acts, P whose it is where that is the report, T somebody else by role or name, V a verb in its plain form, G one in
// -ing, O what can begin an object, * any adverbs, ~ up to five words, $ the end of the clause; ? after it makes an
// element optional.
type pattern []element

type element struct {
	kind     byte // one of RUSPTVGO*~$ or 'w' for words
	words    []string
	lemmas   []string
	kinds    []element // letters among the words
	optional bool
}

func compile(text string) pattern {
	var p pattern
	for _, word := range strings.Fields(text) {
		e := element{kind: 'w'}
		word, e.optional = strings.CutSuffix(word, "?")
		if len(word) == 1 && strings.Contains("RUSPTVGO*~$", word) {
			e.kind = word[0]
			p = append(p, e)
			continue
		}
		for _, alt := range strings.Split(word, "|") {
			lemma, isLemma := strings.CutPrefix(alt, "=")
			switch {
			case isLemma:
				e.lemmas = append(e.lemmas, lemma)
			case len(alt) == 1 && strings.Contains("RUSPTVGO$", alt):
				e.kinds = append(e.kinds, element{kind: alt[0]})
			default:
				e.words = append(e.words, alt)
			}
		}
		p = append(p, e)
	}
	return p
}

// patterns are several, one a line, compiled when they are first tried. What the first element of any of them can be
// is kept, since most words begin none.
type patterns struct {
	text   string
	once   sync.Once
	list   []pattern
	words  map[string]bool
	report bool // one begins with the report
	open   bool // one can begin with any word
}

func compileAll(text string) *patterns { return &patterns{text: text} }

// all are the patterns in their order.
func (p *patterns) all() []pattern {
	p.once.Do(func() {
		p.words = map[string]bool{}
		for _, line := range strings.Split(p.text, "\n") {
			if strings.TrimSpace(line) != "" {
				compiled := compile(line)
				p.list = append(p.list, compiled)
				p.begin(compiled)
			}
		}
	})
	return p.list
}

func (p *patterns) begin(with pattern) {
	for _, e := range with {
		switch e.kind {
		case 'w':
			for _, w := range append(append([]string(nil), e.words...), e.lemmas...) {
				p.words[w] = true
			}
			for _, k := range e.kinds {
				p.report = p.report || k.kind == 'R' || k.kind == 'P' || k.kind == 'U' || k.kind == 'S'
				p.open = p.open || k.kind != 'R' && k.kind != 'P' && k.kind != 'U' && k.kind != 'S'
			}
		case 'R', 'P', 'U', 'S':
			p.report = true
		default:
			p.open = true
		}
		if !e.optional {
			return
		}
	}
}

// mayBegin reports whether any of the patterns could fit at a token.
func (p *patterns) mayBegin(t *token) bool {
	p.all()
	return p.open || p.report && t.who == whoR || p.words[t.word] || t.verb != nil && p.words[t.lemma()]
}

// match reports where p ends that begins at at, and the place of its V or G; all before limit.
func (r *reader) match(p pattern, at, limit int) (end, verb int, ok bool) {
	verb = -1
	for n, e := range p {
		switch e.kind {
		case '*':
			for at < limit && (isAdverb(r.toks[at].word) || r.toks[at].word == "not") {
				at++
			}
			continue
		case '~':
			for skip := 0; skip <= 5; skip++ {
				if end, v, ok := r.match(p[n+1:], at+skip, limit); ok {
					return end, max(v, verb), true
				}
			}
			return 0, -1, false
		case '$':
			if at < limit && !r.toks[at].mark {
				return 0, -1, false
			}
			continue
		}
		size := r.fits(e, at, limit)
		if size == 0 && e.endsToo() && (at >= limit || r.toks[at].mark) {
			continue
		}
		if size == 0 && !e.optional {
			return 0, -1, false
		}
		if size > 0 && (e.kind == 'V' || e.kind == 'G') {
			verb = at
		}
		at += size
	}
	return at, verb, true
}

// endsToo reports whether one of the alternatives is the end of the clause.
func (e element) endsToo() bool {
	for _, k := range e.kinds {
		if k.kind == '$' {
			return true
		}
	}
	return false
}

// fits is how many tokens an element takes at at; 0 where it does not fit.
func (r *reader) fits(e element, at, limit int) int {
	if at >= limit {
		return 0
	}
	t := &r.toks[at]
	ok := false
	switch e.kind {
	case 'w':
		for _, w := range e.words {
			ok = ok || t.word == w
		}
		for _, l := range e.lemmas {
			ok = ok || t.is(l)
		}
		for _, k := range e.kinds {
			if size := r.fits(k, at, limit); size > 0 && !ok {
				return size
			}
		}
	case 'R':
		ok = t.who == whoR && (t.role&asObject != 0) && !r.owns(at)
	case 'U':
		ok = t.who == whoR && t.role&asObject != 0 && !r.owns(at) && (t.role&asOwner == 0 || !r.ownsNext(at, limit))
	case 'S':
		ok = t.who == whoR && t.role&asSubject != 0 && !r.owns(at)
	case 'P':
		if t.who == whoR && t.role == nameRole && at+1 < limit && r.toks[at+1].word == "'s" {
			return 2
		}
		ok = t.who == whoR && t.role&asOwner != 0
	case 'T':
		ok = r.third(at)
		if !ok && (t.word == "the" || t.word == "our" || t.word == "their" || t.word == "her" || t.word == "his") {
			for size := 1; size <= 3 && at+size < limit; size++ {
				if r.third(at + size) {
					return size + 1
				}
			}
		}
	case 'V':
		ok = t.form&base != 0
	case 'G':
		ok = t.form&ing != 0
	case 'O':
		ok = !t.mark && !noObject.has(t.word) && (!isAdverb(t.word) || t.word == "all" || t.word == "both")
	}
	if ok {
		return 1
	}
	return 0
}

// third reports whether the word at at is somebody other than the report: by role, or by a capital inside the line.
func (r *reader) third(at int) bool {
	t := &r.toks[at]
	if ownDuty.has(t.word) || t.who == whoMe || t.who == whoR || t.who == whoWe {
		return false
	}
	return t.who == whoOther || t.capital && !days.has(t.word) && at > 0 && t.verb == nil && len(t.word) > 2
}

// anyOf reports whether one of the patterns fits at at.
func (r *reader) anyOf(patterns *patterns, at, limit int) bool {
	if at >= limit || !patterns.mayBegin(&r.toks[at]) {
		return false
	}
	for _, p := range patterns.all() {
		if _, _, ok := r.match(p, at, limit); ok {
			return true
		}
	}
	return false
}

// within reports whether one of the patterns fits anywhere from from on.
func (r *reader) within(patterns *patterns, from, limit int) bool {
	for at := from; at < limit; at++ {
		if r.anyOf(patterns, at, limit) {
			return true
		}
	}
	return false
}
