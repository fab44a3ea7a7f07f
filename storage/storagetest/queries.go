package storagetest

import (
	"math/rand"

	"handback/notes"
)

// QueryKind is a kind of search, and how one of it is made.
type QueryKind struct {
	Name string
	Make func(*Queries) notes.Query
}

// QueryKinds are what people search for, each as often as the others.
var QueryKinds = []QueryKind{
	{"word", func(q *Queries) notes.Query { return notes.Query{Text: q.word()} }},
	{"beginning", func(q *Queries) notes.Query { return notes.Query{Text: q.beginning()} }},
	{"part", func(q *Queries) notes.Query { return notes.Query{Text: q.part()} }},
	{"two words", func(q *Queries) notes.Query { return notes.Query{Text: q.Word() + " " + q.word()} }},
	{"phrase", func(q *Queries) notes.Query { return notes.Query{Text: `"` + q.Word() + " " + q.Word() + `"`} }},
	{"label", func(q *Queries) notes.Query { return notes.Query{Text: q.word(), Label: q.label()} }},
	{"person", func(q *Queries) notes.Query { return notes.Query{Text: q.word(), Person: q.person()} }},
	{"person and label", func(q *Queries) notes.Query { return notes.Query{Person: q.person(), Label: q.label()} }},
	{"tag", func(q *Queries) notes.Query { return notes.Query{Text: q.Word(), Tags: []string{q.tag()}} }},
	{"tag alone", func(q *Queries) notes.Query { return notes.Query{Tags: []string{q.tag()}} }},
	{"days", func(q *Queries) notes.Query {
		from := q.today.AddDays(-q.rand.Intn(3000))
		return notes.Query{Text: q.word(), From: from, To: from.AddDays(31 + q.rand.Intn(300))}
	}},
	{"left out", func(q *Queries) notes.Query {
		return notes.Query{Text: q.word(), Not: notes.Without{Text: q.Word()}}
	}},
	{"label left out", func(q *Queries) notes.Query {
		return notes.Query{Text: q.word(), Not: notes.Without{Labels: []notes.Label{q.label()}}}
	}},
	{"shared", func(q *Queries) notes.Query { return notes.Query{Text: q.word(), Person: q.person(), Shared: true} }},
}

// Queries makes searches of every kind in a journal that Fill filled, half of them newest first; the same each time.
type Queries struct {
	*Writer
	today notes.Date
	made  int
}

// NewQueries is for a journal that was filled up to today.
func NewQueries(seed int64, today notes.Date) *Queries {
	return &Queries{Writer: &Writer{rand: rand.New(rand.NewSource(seed)), Words: NewWriter(1).Words, cum: NewWriter(1).cum}, today: today}
}

// Next is the next search and the name of its kind.
func (q *Queries) Next() (string, notes.Query) {
	kind := QueryKinds[q.made%len(QueryKinds)]
	query := kind.Make(q)
	query.Newest = q.made/len(QueryKinds)%2 == 0
	q.made++
	return kind.Name, query
}

// word is one of every frequency: half of them as they come up in a text, half any.
func (q *Queries) word() string {
	if q.rand.Intn(2) == 0 {
		return q.Word()
	}
	return q.Words[q.rand.Intn(len(q.Words))]
}

func (q *Queries) beginning() string {
	word := q.word()
	return word[:1+q.rand.Intn(len(word))]
}

// part is from the inside of a word, two letters at least where it has them.
func (q *Queries) part() string {
	word := q.word()
	from := min(1+q.rand.Intn(4), len(word)-1)
	return word[from:min(len(word), from+2+q.rand.Intn(6))]
}

func (q *Queries) label() notes.Label {
	return []notes.Label{notes.Todo, notes.Decided, notes.Praise, notes.Topic, notes.Need, notes.Idea}[q.rand.Intn(6)]
}

func (q *Queries) person() notes.PersonID { return notes.PersonID(2 + q.rand.Intn(people)) }

func (q *Queries) tag() string { return q.Words[300+q.rand.Intn(40)] }
