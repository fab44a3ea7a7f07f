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
