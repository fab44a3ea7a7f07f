package storage

import "strings"

const (
	frequentSample = 32 // newest notes that are looked into
	frequentShare  = 5  // one in so many has to say it
)

// frequent are beginnings of words that are in many of the newest notes. They only say which way of finding such notes
// takes less time, so it does no harm where they are out of date.
type frequent map[string]bool

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
	in := map[string]int{}
	for _, body := range bodies {
		for beginning := range beginningsIn(body) {
			in[beginning]++
		}
	}
	j.frequent = frequent{}
	for beginning, n := range in {
		if n*frequentShare >= len(bodies) {
			j.frequent[strings.Clone(beginning)] = true
		}
	}
	return j.frequent, nil
}

// beginningsIn are the beginnings of the words of a text, folded, that are longer than what the index keeps lists of.
func beginningsIn(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range wordsIn(text) {
		w = foldWord(w)
		for n := len(w); n > indexedPrefix && !all[w[:n]]; n-- {
			all[w[:n]] = true
		}
	}
	return all
}
