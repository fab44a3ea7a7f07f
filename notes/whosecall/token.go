package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// who is whom a word means.
type who uint8

const (
	whoNone  who = iota
	whoMe        // I, me, my
	whoWe        // we, us, our
	whoR         // the report: names, pronouns, the team
	whoOther     // somebody else: a word with a capital that begins no sentence, a client, a supplier
)

// role is what a pronoun can be in its clause.
type role uint8

const (
	asSubject role = 1 << iota
	asObject
	asOwner
)

// token is a word or a mark of a line.
type token struct {
	word       string // lower case, straight quotes, contractions written out; a mark is itself
	start, end int    // bytes of the line
	who        who
	role       role
	verb       *verb
	form       form
	capital    bool
	mark       bool
}

var pronouns = map[string]struct {
	who  who
	role role
}{
	"i": {whoMe, asSubject}, "me": {whoMe, asObject}, "my": {whoMe, asOwner}, "mine": {whoMe, 0}, "myself": {whoMe, 0},
	"we": {whoWe, asSubject}, "us": {whoWe, asObject}, "our": {whoWe, asOwner}, "ours": {whoWe, 0}, "ourselves": {whoWe, 0},
	"he": {whoR, asSubject}, "she": {whoR, asSubject}, "they": {whoR, asSubject},
	"him": {whoR, asObject}, "her": {whoR, asObject | asOwner}, "them": {whoR, asObject},
	"his": {whoR, asOwner}, "their": {whoR, asOwner}, "hers": {whoR, 0}, "theirs": {whoR, 0},
	"himself": {whoR, 0}, "herself": {whoR, 0}, "themself": {whoR, 0}, "themselves": {whoR, 0},
}

// contracted are the words that stand for two or more, also as they are typed without the apostrophe.
var contracted = map[string]string{
	"i'll": "i will", "i'd": "i would", "i've": "i have", "i'm": "i am", "im": "i am", "ive": "i have",
	"we'll": "we will", "we'd": "we would", "we've": "we have", "we're": "we are",
	"he'll": "he will", "she'll": "she will", "they'll": "they will", "he'd": "he would", "she'd": "she would", "they'd": "they would",
	"he's": "he is", "she's": "she is", "they're": "they are", "they've": "they have", "shes": "she is", "theyre": "they are",
	"it's": "it is", "it'll": "it will", "that's": "that is", "that'll": "that will", "what's": "what is", "let's": "let us",
	"won't": "will not", "wont": "will not", "can't": "can not", "cant": "can not", "cannot": "can not", "shan't": "shall not",
	"don't": "do not", "dont": "do not", "didn't": "did not", "didnt": "did not", "doesn't": "does not", "doesnt": "does not",
	"isn't": "is not", "isnt": "is not", "aren't": "are not", "wasn't": "was not", "wasnt": "was not", "weren't": "were not",
	"haven't": "have not", "havent": "have not", "hasn't": "has not", "hadn't": "had not", "hadnt": "had not",
	"wouldn't": "would not", "wouldnt": "would not", "couldn't": "could not", "couldnt": "could not",
	"shouldn't": "should not", "shouldnt": "should not", "mustn't": "must not", "needn't": "need not",
	"could've": "could have", "should've": "should have", "would've": "would have", "must've": "must have",
	"gonna": "going to", "imma": "i will", "tryna": "try to", "aint": "is not", "ain't": "is not", "gotta": "have to", "wanna": "want to", "coulda": "could have", "shoulda": "should have", "woulda": "would have",
}

var teamWords = map[string]bool{
	"team": true, "squad": true, "crew": true, "juniors": true, "seniors": true, "devs": true, "engineers": true, "guys": true,
	"group": true, "interns": true, "intern": true, "trainee": true, "trainees": true,
}

// scan cuts text from begin into tokens; what stands in double quotes is dropped, and so is what stands in single ones
// that open after a blank and close before one.
func scan(text string, begin int, p notes.Person, toks []token) []token {
	in := namesOf(p)
	for at := begin; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if word, size := shortAt(text, at); size > 0 {
			toks = append(toks, newToken(word, at, at+size, false, &in))
			at += size
			continue
		}
		if size := arrow(text, at); size > 0 {
			toks = addMark(toks, text, at, size, '–')
			at += size
			continue
		}
		switch {
		case r == '"' || r == '“' || r == '„' || r == '«':
			if end := quoteEnd(text, at+n, r); end > 0 {
				toks = append(toks, token{word: "«»", start: at, end: end})
				at = end
				continue
			}
			at += n
		case isApostrophe(r) && opensQuote(text, at, n):
			if end := singleEnd(text, at+n); end > 0 {
				toks = append(toks, token{word: "«»", start: at, end: end})
				at = end
				continue
			}
			at += n
		case isWord(r):
			end := wordEnd(text, at)
			toks = addWord(toks, text, at, end, &in)
			at = end
		default:
			if r != '.' || !stopEndsNothing(text, at, toks) {
				toks = addMark(toks, text, at, n, r)
			}
			at += n
		}
	}
	guessVerbs(toks)
	return toks
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' || r == '@' }

// wordEnd is where the word ends that begins at at; apostrophes, hyphens, colons of times and dots of versions are in it.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if isWord(r) || unicode.IsMark(r) || r == '_' {
			at += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+n:])
		prev, _ := utf8.DecodeLastRuneInString(text[:at])
		joins := isApostrophe(r) || r == '-' || r == '/' && unicode.IsLetter(next) || (r == ':' || r == '.' || r == ',') && unicode.IsDigit(prev) && unicode.IsDigit(next)
		if !joins || !isWord(next) {
			return at
		}
		at += n
	}
	return at
}

func opensQuote(text string, at, n int) bool {
	next, _ := utf8.DecodeRuneInString(text[at+n:])
	prev, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsLetter(next) && (at == 0 || unicode.IsSpace(prev) || prev == '(' || prev == ':')
}

func singleEnd(text string, from int) int {
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isApostrophe(r) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if i+n == len(text) || !isWord(next) {
				return i + n
			}
		}
		i += n
	}
	return 0
}

func quoteEnd(text string, from int, open rune) int {
	closers := "\"”“"
	if open == '«' {
		closers = "»"
	}
	if i := strings.IndexAny(text[from:], closers); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[from+i:])
		return from + i + n
	}
	return 0
}

// addMark keeps the marks that end a clause or a sentence.
func addMark(toks []token, text string, at, n int, r rune) []token {
	switch r {
	case '.', '!', '?', ';', ':', ',', '(', ')', '—', '–', '…':
	case '-': // only between blanks
		if at == 0 || text[at-1] != ' ' || at+1 < len(text) && text[at+1] != ' ' {
			return toks
		}
		r = '–'
	default:
		return toks
	}
	if len(toks) == 0 && r != '?' {
		return toks
	}
	return append(toks, token{word: string(r), start: at, end: at + n, mark: true})
}

// addWord adds a word, or the two that a contraction stands for.
func addWord(toks []token, text string, at, end int, in *naming) []token {
	raw := text[at:end]
	word := plain(raw)
	if long, ok := shortened[word]; ok {
		word = long
	}
	first, _ := utf8.DecodeRuneInString(raw)
	capital := unicode.IsUpper(first)
	if two, ok := contracted[word]; ok {
		a, b, _ := strings.Cut(two, " ")
		toks = append(toks, newToken(a, at, end, capital, in))
		return append(toks, newToken(b, at, end, false, in))
	}
	if word == "ill" || word == "id" { // "Ill draft it", "id rather"
		if next := nextWord(text, end); next == "rather" || next == "like" || next == "prefer" || word == "ill" && isBaseVerb(next) {
			toks = append(toks, newToken("i", at, end, true, in))
			return append(toks, newToken(map[string]string{"ill": "will", "id": "would"}[word], at, end, false, in))
		}
	}
	if base, ok := strings.CutSuffix(word, "'s"); ok {
		toks = append(toks, newToken(base, at, end, capital, in))
		return append(toks, token{word: "'s", start: at, end: end})
	}
	if base, ok := strings.CutSuffix(word, "s'"); ok {
		word = base + "s"
	}
	t := newToken(word, at, end, capital, in)
	if t.who == whoNone && capital && isInitial(raw, nextWord(text, end), toks, in) {
		t.who, t.role, t.verb, t.form = whoR, nameRole, nil, 0
	}
	if t.who == whoR && len(toks) > 0 && joinsName(toks[len(toks)-1], t, at) {
		toks[len(toks)-1].end = end
		return toks
	}
	if n := len(toks); n > 0 && toks[n-1].word == "the" && teamWords[word] && !hyphenFollows(text, end) {
		toks[n-1] = token{word: "team", start: toks[n-1].start, end: end, who: whoR, role: asSubject | asObject}
		return toks
	}
	return append(toks, t)
}

func hyphenFollows(text string, at int) bool {
	next := nextWord(text, at)
	return next == "lead" || next == "meeting" || next == "offsite" || next == "day" || next == "room"
}

// joinsName reports whether a name goes on from the word before it: "Ana Ruiz".
func joinsName(before, t token, at int) bool {
	return before.who == whoR && before.capital && t.capital && before.role == nameRole && t.role == nameRole && at <= before.end+1
}

const nameRole = asSubject | asObject

func newToken(word string, start, end int, capital bool, in *naming) token {
	t := token{word: word, start: start, end: end, capital: capital}
	if p, ok := pronouns[word]; ok {
		t.who, t.role = p.who, p.role
		return t
	}
	for _, name := range in.names {
		if name == word {
			t.who, t.role = whoR, nameRole
			return t
		}
	}
	if word == "everyone" || word == "everybody" {
		t.who, t.role = whoR, nameRole
		return t
	}
	if t.verb, t.form = verbOf(word); capital && end-start == 3 && days.has(word) { // "Sat" is a day
		t.verb, t.form = nil, 0
	}
	if thirdParty.has(word) {
		t.who = whoOther
	}
	return t
}

// plain is a word in lower case with straight apostrophes.
func plain(raw string) string {
	s := strings.ToLower(raw)
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '`' {
			return strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'").Replace(s)
		}
	}
	return s
}

func nextWord(text string, at int) string {
	for at < len(text) && (text[at] == ' ' || text[at] == '-') {
		at++
	}
	if at == len(text) {
		return ""
	}
	return plain(text[at:wordEnd(text, at)])
}

// namesOf are the words under which lines name p.
func namesOf(p notes.Person) naming {
	var names []string
	add := func(name string) {
		for _, w := range strings.Fields(plain(name)) {
			if len(w) > 1 {
				names = append(names, w)
			}
		}
	}
	add(p.Name)
	for _, a := range p.Aliases {
		add(a)
	}
	one, all := initials(p.Name)
	return naming{names, one, all}
}
