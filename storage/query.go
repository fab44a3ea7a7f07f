package storage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

const (
	maxWords = 16 // how many words of a search count; the rest of a pasted page would only make it slower
	maxTerms = 24 // the same for what stands between blanks
	aWord    = 4  // as how many characters that stand alone a word counts
)

// term is one thing to look for: the words between two blanks ("e-mail" is two) or two quotes, which have to follow each
// other.
type term struct {
	folds []string // the words, folded
	// tight says of a word that it follows the one before without anything between, as characters that stand alone do.
	tight []bool
	// before and after are the signs right beside a word that have to stand there as they were typed ("C++", "#123").
	before, after []string
	begun         bool // of the last word only the beginning may be known
	inside        bool // it is also found inside a word
}

// termsOf reads what the user typed. Any text is allowed; what holds no letter, digit or picture is left out. A word is found
// whole, as the beginning of one and inside one; what stands in quotes as it is said there. A quote that is not closed goes
// to the end: it is still being typed, so that its last word may go on.
func termsOf(typed string) []term {
	var terms []term
	count := 0
	for _, piece := range notes.QueryPieces(strings.ToValidUTF8(typed, " ")) {
		t := newTerm(piece.Text)
		if len(t.folds) == 0 {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(piece.Text)
		t.begun = !piece.Quoted || piece.Open && isLetter(last)
		t.inside = !piece.Quoted && len(t.folds) == 1 && !aloneWord(t.folds[0]) && t.before[0]+t.after[0] == ""
		terms = append(terms, t)
		for _, fold := range t.folds {
			if count++; !aloneWord(fold) {
				count += aWord - 1
			}
		}
		if count >= maxWords*aWord || len(terms) == maxTerms {
			break
		}
	}
	return terms
}

// wholeTermsOf are terms of which every word is meant whole.
func wholeTermsOf(typed string) []term {
	terms := termsOf(typed)
	for i := range terms {
		terms[i].begun, terms[i].inside = false, false
	}
	return terms
}

func newTerm(typed string) (t term) {
	end, alone := -1, false
	for w, ok := nextWord(typed, 0); ok; w, ok = nextWord(typed, w.to) {
		word := typed[w.from:w.to]
		one := aloneWord(word)
		t.folds = append(t.folds, foldWord(word))
		t.tight = append(t.tight, one && alone && w.from == end)
		t.before, t.after = append(t.before, signsBefore(typed, w.from)), append(t.after, signsAfter(typed, w.to))
		end, alone = w.to, one
	}
	return t
}

// ask is a token that the index is asked for, or a beginning of one.
type ask struct {
	token  string
	begun  bool
	signed bool // it is not a word alone
}

// mostAsked is for how many tokens the index is asked: a quoted page need not be known by all of its words.
const mostAsked = 2 * maxWords

// asks are the tokens that a text has which says the term.
func (t term) asks() (asks []ask) {
	for i, fold := range t.folds {
		last := i == len(t.folds)-1
		if len(asks) >= mostAsked {
			break
		}
		begun := t.begun && last
		switch next := !last && t.tight[i+1]; {
		case aloneWord(fold) && next:
			asks = append(asks, ask{inLetters(fold + t.folds[i+1]), t.begun && i == len(t.folds)-2, true})
		case aloneWord(fold) && t.tight[i]: // the pair with the one before
		case aloneWord(fold):
			asks = append(asks, ask{inLetters(fold), true, true})
		case t.before[i]+t.after[i] == "":
			asks = append(asks, ask{fold, begun, false})
		}
		if t.before[i] != "" {
			asks = append(asks, ask{beforeToken(t.before[i], fold), begun && t.after[i] == "", true})
		}
		if t.after[i] != "" {
			asks = append(asks, ask{afterToken(fold, t.after[i]), true, true})
		}
	}
	return asks
}

// conjunction is what the index is asked: of each of its parts one token at least.
type conjunction [][]ask

// asked is what the index is asked for terms.
func asked(terms []term) (all conjunction) {
	for _, t := range terms {
		for _, a := range t.asks() {
			if len(all) < mostAsked {
				all = append(all, []ask{a})
			}
		}
	}
	return all
}

// expression is the conjunction as FTS5 reads it, each token behind a key, "" where there is nothing to ask. Each token is
// quoted, so nothing in it is read as an operator.
func (c conjunction) expression(key string) string {
	parts := make([]string, len(c))
	for i, either := range c {
		tokens := make([]string, len(either))
		for k, a := range either {
			if tokens[k] = quoted(key + a.token); a.begun {
				tokens[k] += " *"
			}
		}
		if parts[i] = strings.Join(tokens, " OR "); len(tokens) > 1 {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, " AND ")
}

// quoted is a word as FTS5 takes it, whatever is in it.
func quoted(word string) string { return `"` + strings.ReplaceAll(word, `"`, `""`) + `"` }

// match is the FTS5 expression that finds every note of which the query's filters may let a line pass that says what the
// conjunction asks for, without the notes that say one of those left out.
func match(q notes.Query, c, without conjunction) string {
	who := ""
	if q.Person != 0 {
		who = quoted(personWord(q.Person))
	}
	if q.Label != "" {
		who = and(who, quoted(labelWord(q.Label)))
	}
	for _, tag := range q.AllTags() {
		who = and(who, quoted(tagWord(tag)))
	}
	return joined(c.expression(""), who, without)
}

func and(one, other string) string {
	if one == "" || other == "" {
		return one + other
	}
	return one + " AND " + other
}

// inOneLine is what the index of pairs is asked for the notes of which one line has the label, the tags and the person of a
// query and says what the conjunction asks for; "" where it has neither label nor tag.
func inOneLine(q notes.Query, c conjunction) (asks string) {
	tags := q.AllTags()
	limit := func(key, filter, beside string) {
		line := and(c.expression(key), beside)
		if line == "" {
			line = quoted(key + filter)
		}
		asks = and(asks, line)
	}
	if q.Label != "" {
		key := labelKey(q.Label)
		limit(key, labelWord(q.Label), withKey(key, q.Person, tags))
	}
	for _, tag := range tags {
		limit(tagKey(tag), tagWord(tag), and(withKey(tagKey(tag), q.Person, nil), labelBeside(q.Label, tagKey(tag))))
	}
	return asks
}

// labelBeside is that a line with a key has the label, where one is asked for.
func labelBeside(l notes.Label, key string) string {
	if l == "" {
		return ""
	}
	return quoted(key + labelWord(l))
}

// joined is what is asked of the two columns, without what a body must not say.
func joined(body, who string, without conjunction) string {
	if body != "" {
		body = "body : (" + body + ")"
	}
	if who != "" {
		who = "who : (" + who + ")"
	}
	all := and(body, who)
	if len(without) == 0 {
		return all
	}
	if all == "" {
		all = "who : (" + quoted(anyOwner) + " *)"
	}
	none := make([]string, len(without))
	for i := range without {
		none[i] = without[i : i+1].expression("")
	}
	return "(" + all + ") NOT body : (" + strings.Join(none, " OR ") + ")"
}

// anyOwner begins a word that every note has.
const anyOwner = "p"

// withKey is who else a line is about, and its tags.
func withKey(key string, person notes.PersonID, tags []string) string {
	var words []string
	if person != 0 {
		words = append(words, quoted(key+personWord(person)))
	}
	for _, tag := range tags {
		words = append(words, quoted(key+tagWord(tag)))
	}
	return strings.Join(words, " AND ")
}

// indexedPrefix is the length of the longest beginnings of words of which the index keeps a list of their own.
const indexedPrefix = 3

// wider is a conjunction that holds wherever the given one does, and of words that begin as many do asks only as much as the
// index keeps a list of: a longer beginning makes it join the lists of all words that begin so, which takes long where they
// are many. false where there are none.
func (c conjunction) wider(often frequent) (wider conjunction, ok bool) {
	for _, either := range c {
		// Beginnings are counted in characters, and a word that folds to other letters may be known by more than one.
		if a := either[0]; len(either) == 1 && a.begun && len(a.token) > indexedPrefix && allASCII(a.token) && often[a.token] {
			either, ok = []ask{{a.token[:indexedPrefix], true, a.signed}}, true
		}
		wider = append(wider, either)
	}
	return wider, ok
}

// without is the conjunction without the beginnings that are usual, where others are asked for as well; false where there are none.
func (c conjunction) without(usual frequent) (wider conjunction, ok bool) {
	for _, either := range c {
		if a := either[0]; a.begun && !a.signed && allASCII(a.token) && usual[a.token] {
			ok = true
			continue
		}
		wider = append(wider, either)
	}
	return wider, ok && len(wider) > 0
}

// certain are the tokens by which the index knows for certain that a note says a term, of those where one tells.
func certain(terms []term) (all conjunction) {
	for _, t := range terms {
		if len(t.folds) == 1 && !aloneWord(t.folds[0]) && t.before[0]+t.after[0] == "" && len(all) < mostAsked {
			all = append(all, []ask{{token: t.folds[0]}})
		}
	}
	return all
}

// whole are the terms with every word meant whole, and whether one was not.
func whole(terms []term) (all []term, differ bool) {
	all = slices.Clone(terms)
	for i := range all {
		differ = differ || all[i].begun
		all[i].begun = false
	}
	return all, differ
}

func allASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// blankQuery reports whether nothing was typed.
func blankQuery(text string) bool { return strings.TrimFunc(text, unicode.IsSpace) == "" }
