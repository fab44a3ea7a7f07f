package whosecall

import (
	"fmt"
	"strings"
)

// A phrase is words that follow one another, as the head of rules.txt explains them.
type phrase []element

// element is what one place of a phrase can be.
type element struct {
	kind     byte // one of the letters and signs of rules.txt, or 'w' for words
	words    []string
	lemmas   []string
	letters  string // those among the words
	optional bool
	mayEnd   bool // the end of the clause is among the words
}

const (
	letters = "RUSPTVGDO"
	signs   = "*~_$"
)

// compile reads a phrase; list is a list of words by its name.
func compile(text string, list func(string) ([]string, error)) (phrase, error) {
	fields := strings.Fields(text)
	p := make(phrase, 0, len(fields))
	for _, word := range fields {
		e := element{kind: 'w'}
		word, e.optional = strings.CutSuffix(word, "?")
		if len(word) == 1 && strings.Contains(letters+signs, word) {
			e.kind = word[0]
			p = append(p, e)
			continue
		}
		for _, alt := range strings.Split(word, "|") {
			if err := e.add(alt, list); err != nil {
				return nil, err
			}
		}
		p = append(p, e)
	}
	return p, nil
}

// add adds one of the alternatives of an element.
func (e *element) add(alt string, list func(string) ([]string, error)) error {
	word, isLemma := strings.CutPrefix(alt, "=")
	some := []string{word}
	if name, ok := strings.CutPrefix(word, "<"); ok {
		var err error
		if some, err = list(strings.TrimSuffix(name, ">")); err != nil {
			return err
		}
	}
	switch {
	case word == "":
		return fmt.Errorf("a word is missing before or after | or =")
	case isLemma:
		e.lemmas = append(e.lemmas, some...)
	case len(alt) == 1 && strings.Contains(letters, alt):
		e.letters += alt
	case alt == "$":
		e.mayEnd = true
	case strings.ToLower(word) != word:
		return fmt.Errorf("%q is neither a word in small letters nor one of %s", alt, letters)
	default:
		e.words = append(e.words, some...)
	}
	return nil
}

// phrases are those of a section. What the first element of any of them can be is kept, since most words begin none.
type phrases struct {
	line    int  // of rules.txt, 0 where the section is missing
	used    bool // something names it
	namedAt int  // the line of rules.txt that does
	look    look
	all     []phrase
	first   []uint64 // what may begin each of them, see firstOf
	begins  *beginnings
	number  int  // of the section, in beginnings
	report  bool // one begins with the report
	open    bool // one can begin with any word
}

func (p *phrases) add(with phrase) {
	p.all, p.first = append(p.all, with), append(p.first, firstOf(with))
	for i := range with {
		p.begin(&with[i])
		if !with[i].optional {
			return
		}
	}
}

func (p *phrases) begin(e *element) {
	if e.kind != 'w' {
		p.beginWith(rune(e.kind))
		return
	}
	for _, w := range e.words {
		p.begins.add(w, p.number)
	}
	for _, w := range e.lemmas {
		p.begins.add(w, p.number)
	}
	for _, letter := range e.letters {
		p.beginWith(letter)
	}
	p.open = p.open || e.mayEnd
}

func (p *phrases) beginWith(letter rune) {
	switch letter {
	case 'R', 'P', 'U', 'S':
		p.report = true
	default:
		p.open = true
	}
}

// mayBegin reports whether any of the phrases could fit at a token.
func (p *phrases) mayBegin(t *token) bool {
	return p.open || p.report && t.who == whoR || t.begins.has(p.number) || t.verb != nil && t.verb.begins.has(p.number)
}

// at reports whether one of the phrases begins at at; all before limit. The first that fits counts: end is where it ends,
// verb the place of its V, G or D, -1 where it has none.
func (p *phrases) at(r *reader, at, limit int) (end, verb int, ok bool) {
	if at >= limit || !p.mayBegin(&r.toks[at]) {
		return 0, -1, false
	}
	may := r.toks[at].may()
	for i, with := range p.all {
		if p.first[i]&may == 0 {
			continue
		}
		if end, verb, ok = r.match(with, at, limit); ok {
			return end, verb, true
		}
	}
	return 0, -1, false
}

// fits reports whether one of the phrases begins at at.
func (p *phrases) fits(r *reader, at, limit int) bool {
	_, _, ok := p.at(r, at, limit)
	return ok
}

// within reports whether one of the phrases begins anywhere from from on.
func (p *phrases) within(r *reader, from, limit int) bool {
	for at := from; at < limit; at++ {
		if p.fits(r, at, limit) {
			return true
		}
	}
	return false
}
