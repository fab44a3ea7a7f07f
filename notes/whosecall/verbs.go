package whosecall

import (
	"slices"
	"strings"
)

// form is which forms of a verb a word can be.
type form uint8

const (
	base form = 1 << iota
	past
	participle
	ing
	third
)

// class is what kinds of act a verb can stand for.
type class uint16

const (
	does    class = 1 << iota // produces a piece of work: taking it over takes work
	acts                      // changes something: can be ordered and prescribed, and decided where its object is a project's
	decides                   // takes a decision
	hands                     // as what R is told to do: hands the call over
	soft                      // as what R is asked to do: asks for a view or a favour, orders no work
	cares                     // as what R is told to do: looks after them
	says                      // reports what somebody says, thinks or wants
	state                     // no act at all: feel, know, have
	reaches                   // speaks to somebody: work where that is a third party
	inner                     // as what I decide to do: holds back, or is about myself
)

// verb is a verb with its kinds.
type verb struct {
	lemma  string
	class  class
	begins *sectionSet // that have a phrase which begins with a form of it
	bit    uint64      // of the lemma, see wordBit
}

type verbForm struct {
	verb *verb
	form form
}

// inflect calls add with every regular form of a verb.
func inflect(word string, double bool, add func(string, form)) {
	add(word, base)
	last := word[len(word)-1]
	switch {
	case last == 'e':
		add(word+"s", third)
		add(word+"d", past|participle)
		add(strings.TrimSuffix(word, "e")+"ing", ing)
	case last == 'y' && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		add(word[:len(word)-1]+"ies", third)
		add(word[:len(word)-1]+"ied", past|participle)
		add(word+"ing", ing)
	default:
		s := "s"
		if strings.ContainsRune("sxo", rune(last)) || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "ch") {
			s = "es"
		}
		add(word+s, third)
		add(word+"ed", past|participle)
		add(word+"ing", ing)
	}
	if double {
		add(word+string(last)+"ed", past|participle)
		add(word+string(last)+"ing", ing)
	}
}

// classes are the kinds by their names in words.txt.
var classes = map[string]class{
	"does": does, "acts": acts, "decides": decides, "hands": hands, "soft": soft, "cares": cares, "says": says, "state": state,
	"reaches": reaches, "inner": inner, "other": 0,
}

// verbTable is every form of every verb while it is built. A form belongs to the verb that had it first.
type verbTable struct {
	verbs   map[string]*verb
	forms   map[string]verbForm
	strong  map[string]bool // irregular verbs
	doubles map[string]bool // irregular verbs whose last letter doubles before -ing
}

// readVerbs is the table of every form of every verb, British and American.
func readVerbs(parts []section) (map[string]verbForm, error) {
	t := verbTable{map[string]*verb{}, make(map[string]verbForm, 1<<12), map[string]bool{}, map[string]bool{}}
	for i := range parts {
		if err := t.section(&parts[i]); err != nil {
			return nil, err
		}
	}
	return t.forms, nil
}

func (t *verbTable) section(s *section) error {
	switch s.name() {
	case "double before -ing":
		for _, w := range s.words() {
			t.doubles[w] = true
		}
	case "irregular":
		return t.irregular(s)
	case "odd forms":
		return t.odd(s, past|participle)
	case "odd plain forms":
		return t.odd(s, base)
	default:
		kind, ok := classes[s.name()]
		if !ok {
			return s.fail(0, "there are no verbs of the kind %q", s.name())
		}
		for _, w := range s.words() {
			t.regular(w, kind)
		}
	}
	return nil
}

func (t *verbTable) entry(lemma string) *verb {
	if t.verbs[lemma] == nil {
		t.verbs[lemma] = &verb{lemma: lemma, bit: wordBit(lemma)}
	}
	return t.verbs[lemma]
}

func (t *verbTable) put(word string, v *verb, f form) {
	if had := t.forms[word]; had.verb == nil || had.verb == v {
		t.forms[word] = verbForm{v, had.form | f}
	}
}

// irregular adds verbs of three forms: plain, past, participle.
func (t *verbTable) irregular(s *section) error {
	for _, row := range s.entries() {
		w := strings.Fields(row)
		if len(w) != 3 {
			return s.fail(0, "an irregular verb has three forms, not %q", row)
		}
		v := t.entry(w[0])
		t.strong[w[0]] = true
		t.put(w[1], v, past)
		t.put(w[2], v, participle)
		inflect(w[0], t.doubles[w[0]], func(word string, f form) {
			if f&past == 0 {
				t.put(word, v, f)
			}
		})
	}
	return nil
}

func (t *verbTable) odd(s *section, f form) error {
	pairs, err := s.pairs()
	for word, lemma := range pairs {
		t.put(word, t.entry(lemma), f)
	}
	return err
}

func (t *verbTable) regular(word string, kind class) {
	word, double := strings.CutSuffix(word, "*")
	v := t.entry(word)
	v.class |= kind
	if t.strong[word] {
		return
	}
	add := func(w string, f form) { t.put(w, v, f) }
	inflect(word, double, add)
	if american, ok := strings.CutSuffix(word, "ise"); ok {
		inflect(american+"ize", false, add)
	}
}

func verbOf(word string) (*verb, form) {
	v := open().verbs[word]
	return v.verb, v.form
}

func isBaseVerb(word string) bool {
	v := open().verbs[word]
	return v.verb != nil && v.form&base != 0
}

// lemma is the plain form of a verb, "" of any other word.
func (t *token) lemma() string {
	if t.verb == nil {
		return ""
	}
	return t.verb.lemma
}

func (t *token) is(lemma string) bool { return t.verb != nil && t.verb.lemma == lemma }

// isOne reports whether a token is a form of one of the verbs.
func (t *token) isOne(lemmas ...string) bool {
	return t.verb != nil && slices.Contains(lemmas, t.verb.lemma)
}

func (t *token) has(c class) bool { return t.verb != nil && t.verb.class&c != 0 }
