package whosecall

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
	begins     *sectionSet // that have a phrase which begins with the word
	bit        uint64      // of the word, see wordBit
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

const nameRole = asSubject | asObject

func newToken(word string, start, end int, capital bool, in *naming) token {
	t := token{word: word, start: start, end: end, capital: capital}
	if p, ok := pronouns[word]; ok {
		t.who, t.role = p.who, p.role
		return t
	}
	if in.names(word) || word == "everyone" || word == "everybody" {
		t.who, t.role = whoR, nameRole
		return t
	}
	if t.verb, t.form = verbOf(word); capital && end-start == 3 && times.has(word) { // "Sat" is a day
		t.verb, t.form = nil, 0
	}
	if thirdParties.has(word) {
		t.who = whoOther
	}
	return t
}

var thirdParties = words("third parties")
