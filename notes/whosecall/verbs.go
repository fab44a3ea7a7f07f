package whosecall

import "strings"

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
	lemma string
	class class
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
		if strings.HasSuffix(word, "s") || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "x") || last == 'o' {
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

// buildVerbs is the table of every form of every verb, British and American.
func buildVerbs() map[string]verbForm {
	verbs := map[string]*verb{}
	table := map[string]verbForm{}
	entry := func(lemma string) *verb {
		if verbs[lemma] == nil {
			verbs[lemma] = &verb{lemma: lemma}
		}
		return verbs[lemma]
	}
	put := func(word string, v *verb, f form) {
		had := table[word]
		if had.verb == nil || had.verb == v {
			table[word] = verbForm{v, had.form | f}
		}
	}
	strong := map[string]bool{}
	for _, row := range strings.Split(strings.ReplaceAll(irregular, "\n", ""), "|") {
		w := strings.Fields(row)
		v := entry(w[0])
		strong[w[0]] = true
		put(w[1], v, past)
		put(w[2], v, participle)
		inflect(w[0], doubles(w[0]), func(word string, f form) {
			if f&past == 0 {
				put(word, v, f)
			}
		})
	}
	for _, row := range classWords {
		for _, word := range strings.Fields(row.words) {
			word, double := strings.CutSuffix(word, "*")
			v := entry(word)
			v.class |= row.class
			if !strong[word] {
				inflect(word, double, func(w string, f form) { put(w, v, f) })
				if american, ok := strings.CutSuffix(word, "ise"); ok {
					inflect(american+"ize", false, func(w string, f form) { put(w, v, f) })
				}
			}
		}
	}
	for word, lemma := range map[string]string{
		"sent": "send", "was": "be", "were": "be", "am": "be", "is": "be", "are": "be", "has": "have", "learned": "learn", "spelled": "spell",
		"analysed": "analyse", "greenlit": "greenlight", "tol": "tell", "tld": "tell", "aksed": "ask", "asekd": "ask", "deicded": "decide",
		"decded": "decide", "desided": "decide", "choosed": "choose", "choosen": "choose", "tlod": "tell", "toldd": "tell", "askd": "ask",
		"overuled": "overrule", "overrulled": "overrule", "aproved": "approve", "rewirte": "rewrite", "rewriten": "rewrite",
	} {
		f := past | participle
		if word == "rewirte" {
			f = base
		}
		put(word, entry(lemma), f)
	}
	return table
}

// doubles are the irregular verbs whose last letter doubles before -ing.
func doubles(word string) bool {
	switch word {
	case "get", "set", "put", "cut", "let", "run", "sit", "win", "shut", "split", "reset", "begin", "forbid", "forget":
		return true
	}
	return false
}

func verbOf(word string) (*verb, form) {
	v := lexicon().verbs[word]
	return v.verb, v.form
}

func isBaseVerb(word string) bool {
	v := lexicon().verbs[word]
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

func (t *token) has(c class) bool { return t.verb != nil && t.verb.class&c != 0 }
