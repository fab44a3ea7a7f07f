package whosecall

// subject is who acts in a clause.
type subject uint8

const (
	subjectNone  subject = iota // no verb was found
	subjectMe                   // I, or a dropped I
	subjectWe                   // we, or I with somebody
	subjectR                    // the report
	subjectOther                // anybody else
)

// clause is a piece of a line with one verb.
type clause struct {
	from, to int    // tokens
	joint    string // what stands before it: a conjunction, a mark, "" where it is embedded, ^ at the start of a sentence
	subject  subject
	explicit bool // the subject is said
	dropped  bool // the report is left out where it would stand: "Needs to cut it", "Sent me the draft"
	head     int  // the token of the verb, -1 for none
	negated  bool
	near     bool   // almost done, or only wished
	future   bool   // will, going to, am doing
	modal    string // could, would, should, must, …
	perfect  bool
	endedUp  bool // ended up doing it
	passive  bool
	through  int  // the last token of a match that reaches into the next clause
	thinks   bool // it stands in what I think or say
}

// verb is where the verb of the clause stands, or where the clause begins.
func (c *clause) verb() int {
	if c.head < 0 {
		return c.from
	}
	return c.head
}

// behind is the n-th token behind the verb, -1 where there is no verb.
func (c *clause) behind(n int) int {
	if c.head < 0 {
		return -1
	}
	return c.head + n
}

// end is where the clause ends, or what fits in it where that reaches farther.
func (c *clause) end() int { return max(c.to, c.through) }

// reader is a line while it is read.
type reader struct {
	key     uint32 // of the line, see Hit
	toks    []token
	clauses []clause
}
