package whosecall

import "fmt"

// sectionSet is sections of rules.txt by their numbers.
type sectionSet [8]uint64

func (s *sectionSet) has(number int) bool {
	return s != nil && s[number/64]&(1<<(number%64)) != 0
}

// beginnings is which sections have a phrase that begins with a word, or with a form of the verb whose plain form it is. A
// line looks each of its words up once, and not once for every section.
type beginnings struct {
	of      map[string]*sectionSet
	numbers int
}

func newBeginnings() *beginnings { return &beginnings{of: map[string]*sectionSet{}} }

// next is the number of one more section.
func (b *beginnings) next() (int, error) {
	if b.numbers++; b.numbers > len(sectionSet{})*64 {
		return 0, fmt.Errorf("rules.txt has more than %d sections", len(sectionSet{})*64)
	}
	return b.numbers - 1, nil
}

func (b *beginnings) add(word string, number int) {
	if b.of[word] == nil {
		b.of[word] = new(sectionSet)
	}
	b.of[word][number/64] |= 1 << (number % 64)
}

// Of the bits that tell what may begin a phrase one is for the report, the others are for words: where none of them is
// shared, the phrase does not begin there.
const (
	reportBit = 1 << 63
	anyBit    = ^uint64(0)
)

// wordBit is the bit of a word, which other words have too.
func wordBit(word string) uint64 {
	sum := uint32(0)
	for i := range len(word) {
		sum = sum*31 + uint32(word[i])
	}
	return 1 << (sum % 63)
}

// may is what the token may begin.
func (t *token) may() uint64 {
	bits := t.bit
	if t.verb != nil {
		bits |= t.verb.bit
	}
	if t.who == whoR {
		bits |= reportBit
	}
	return bits
}

// firstOf is what may begin a phrase.
func firstOf(with phrase) uint64 {
	bits := uint64(0)
	for i := range with {
		e := &with[i]
		bits |= e.first()
		if !e.optional {
			return bits
		}
	}
	return anyBit
}

// first is what the element may be.
func (e *element) first() uint64 {
	if e.kind != 'w' {
		return letterBit(e.kind)
	}
	bits := uint64(0)
	for _, w := range e.words {
		bits |= wordBit(w)
	}
	for _, l := range e.lemmas {
		bits |= wordBit(l)
	}
	for i := range len(e.letters) {
		bits |= letterBit(e.letters[i])
	}
	if e.mayEnd {
		return anyBit
	}
	return bits
}

func letterBit(letter byte) uint64 {
	switch letter {
	case 'R', 'P', 'U', 'S':
		return reportBit
	}
	return anyBit
}
