package whosecall

import (
	_ "embed" // for rules.txt and words.txt
	"fmt"
	"strings"
	"sync"
)

//go:embed rules.txt
var ruleFile string

//go:embed words.txt
var wordFile string

// book is what rules.txt and words.txt say.
type book struct {
	ways, guards []*way
	sections     []*way              // all of rules.txt, in their order
	phrases      map[string]*phrases // by title
	words        map[string]*wordSet // by title
	pairs        map[string]*pairSet
	verbs        map[string]verbForm
	begins       *beginnings
}

// The lists that the code names: they are filled when the files are read.
var (
	namedPhrases = map[string]*phrases{}
	namedWords   = map[string]*wordSet{}
	namedPairs   = map[string]*pairSet{}
)

var (
	once   sync.Once
	loaded *book
)

// open is the book, read when the first line of a note is, so that the start of the app does not pay for it. Files that
// break a rule never reach a user: a test reads them too.
func open() *book {
	once.Do(func() {
		b := book{phrases: namedPhrases, words: namedWords, pairs: namedPairs}
		if err := b.read(ruleFile, wordFile); err != nil {
			panic(err)
		}
		loaded = &b
	})
	return loaded
}

// phrasesOf are the phrases of a section of rules.txt by its title, without "phrases · ".
func phrasesOf(title string) *phrases {
	p := named(namedPhrases, title)
	p.used = true
	return p
}

// words are the words of a list of words.txt.
func words(title string) *wordSet {
	s := named(namedWords, title)
	s.used = true
	return s
}

// pairs are those of a list of words.txt.
func pairs(title string) *pairSet { return named(namedPairs, title) }

func named[T any](lists map[string]*T, title string) *T {
	if lists[title] == nil {
		lists[title] = new(T)
	}
	return lists[title]
}

// wordSet is a set of words.
type wordSet struct {
	line  int  // of words.txt, 0 where the list is missing
	used  bool // something names it
	words []string
	set   map[string]bool

	initials map[byte][]string // by their first letter
}

func (s *wordSet) has(word string) bool {
	open()
	return s.set[word]
}

// all are the words in their order.
func (s *wordSet) all() []string {
	open()
	return s.words
}

// begin reports whether a word begins with one of the words.
func (s *wordSet) begin(word string) bool {
	open()
	for _, stem := range s.initials[word[0]] {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// pairSet says what words stand for.
type pairSet struct {
	line int
	set  map[string]string
}

func (s *pairSet) of(word string) (string, bool) {
	open()
	meant, ok := s.set[word]
	return meant, ok
}

// read reads both files. The error names the line.
func (b *book) read(rules, words string) error {
	lists, err := sections("words.txt", words)
	if err != nil {
		return err
	}
	var verbs []section
	for i := range lists {
		s := &lists[i]
		switch {
		case s.kind() == "verbs":
			verbs = append(verbs, *s)
		case s.title == "short forms" || s.title == "contractions":
			pairs, err := s.pairs()
			if err != nil {
				return err
			}
			*named(b.pairs, s.title) = pairSet{s.line, pairs}
		default:
			named(b.words, s.title).fill(s)
		}
	}
	if b.verbs, err = readVerbs(verbs); err != nil {
		return err
	}
	parts, err := sections("rules.txt", rules)
	if err != nil {
		return err
	}
	b.begins = newBeginnings()
	if err := b.readRules(parts); err != nil {
		return err
	}
	for _, v := range b.verbs {
		v.verb.begins = b.begins.of[v.verb.lemma]
	}
	return b.missing()
}

// missing is an error where a list is named that the files lack.
func (b *book) missing() error {
	for title, p := range b.phrases {
		if p.line == 0 && p.namedAt > 0 {
			return fmt.Errorf("rules.txt, line %d: there is no condition %q and no section [phrases · %s]", p.namedAt, title, title)
		}
		if p.line == 0 {
			return fmt.Errorf("rules.txt has no section [phrases · %s], which the code names", title)
		}
	}
	for title, s := range b.words {
		if s.line == 0 {
			return fmt.Errorf("words.txt has no list [%s], which the code names", title)
		}
	}
	return nil
}

func (s *wordSet) fill(from *section) {
	s.line, s.words = from.line, from.words()
	s.set, s.initials = make(map[string]bool, len(s.words)), map[byte][]string{}
	for _, word := range s.words {
		s.set[word] = true
		s.initials[word[0]] = append(s.initials[word[0]], word)
	}
}

// listed are the words of a list that a phrase names.
func (b *book) listed(title string) ([]string, error) {
	if s := b.words[title]; s != nil && s.line > 0 {
		s.used = true
		return s.words, nil
	}
	return nil, fmt.Errorf("words.txt has no list [%s]", title)
}
