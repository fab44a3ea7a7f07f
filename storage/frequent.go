package storage

import "strings"

const (
	frequentSample = 32 // newest notes that are looked into
	frequentShare  = 5  // one in so many has to say it
)

// frequent are beginnings of words that are in many of the newest notes. They only say which way of finding such notes
// takes less time, so it does no harm where they are out of date.
type frequent map[string]bool

// usualShare is how many of the newest notes say a beginning that is usual: one in so many. To ask the index for such a one beside
// others takes longer than to read the notes that do not say it.
const usualShare = 2

// readFrequent looks into the newest notes, once while the journal is open.
func (j *Journal) readFrequent() (frequent, error) {
	if j.frequent != nil {
		return j.frequent, nil
	}
	bodies, err := list(j.c, "SELECT body FROM note WHERE search_id IS NOT NULL ORDER BY search_id DESC LIMIT ?",
		[]any{frequentSample}, scalar[string])
	if err != nil {
		return nil, err
	}
	in := sayings{}
	for i, body := range bodies {
		in.count(body, i+1)
	}
	j.frequent, j.usual = frequent{}, frequent{}
	for beginning, said := range in {
		if said.notes*usualShare >= len(bodies) {
			j.usual[strings.Clone(beginning)] = true
		}
		if len(beginning) <= indexedPrefix {
			continue
		}
		if said.notes*frequentShare >= len(bodies) {
			j.frequent[strings.Clone(beginning)] = true
		}
	}
	return j.frequent, nil
}

// sayings tell of beginnings of words how many texts say them, and which did last.
type sayings map[string]struct{ notes, last int }

// count adds what a text says; number is the text's own.
func (in sayings) count(text string, number int) {
	for w, ok := nextWord(text, 0); ok; w, ok = nextWord(text, w.to) {
		word := foldWord(text[w.from:w.to])
		for n := len(word); n > 0; n-- {
			said := in[word[:n]]
			if said.last == number {
				break // so are the shorter ones
			}
			said.notes, said.last = said.notes+1, number
			in[word[:n]] = said
		}
	}
}
