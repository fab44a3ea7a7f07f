package main

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/storage/storagetest"
)

// times are durations of one kind of act, to be asked for a percentile.
type times []time.Duration

func (t times) at(percentile float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[min(len(sorted)-1, int(percentile/100*float64(len(sorted))))]
}

// ms shows a duration as milliseconds.
func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/float64(time.Millisecond)) }

// stored is what was measured of one journal without a window.
type stored struct {
	notes       int
	text, file  int64 // bytes
	save        times
	brief       times
	review      times // a year's pack
	search      times
	mix         times            // searches of every kind
	kinds       map[string]times // the same by kind
	slowest     string           // the search that took longest
	openJournal time.Duration
	archive     archived
	taking      takenIn
	mentions    time.Duration
	erased      erased
}

// measureSaves types into a note of 2 KB and saves it as autosave does, with the housekeeping of a quiet moment after
// every fifty saves.
func measureSaves(j journal, person notes.PersonID, today notes.Date, w *storagetest.Writer, n int) (times, error) {
	applied, err := j.Apply(
		notes.Change{Rows: []notes.Row{notes.NewNote{Person: person, Kind: notes.HeldNote, Date: today, Body: w.Note(false)}}},
	)
	if err != nil {
		return nil, err
	}
	note, err := j.Note(applied.Made[0])
	if err != nil {
		return nil, err
	}
	var all times
	body, rev := note.Body, note.Rev
	for i := range n {
		body += " " + w.Word()
		if i%12 == 11 { // a new line, and the text stays near its size
			body = body[strings.IndexByte(body, '\n')+1:] + "\ntodo me: " + w.Sentence(3)
		}
		start := time.Now()
		if rev, err = j.SaveBody(note.ID, rev, body); err != nil {
			return nil, err
		}
		all = append(all, time.Since(start))
		if i%50 == 49 {
			if err := j.Idle(); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

func measureBriefs(j journal, reports []notes.PersonID, now time.Time, n int) (times, error) {
	var all times
	for i := range n {
		start := time.Now()
		facts, err := j.Facts(reports[i%len(reports)], now)
		if err != nil {
			return nil, err
		}
		all = append(all, time.Since(start))
		if facts.Person.ID == 0 {
			return nil, fmt.Errorf("no facts of person %d", reports[i%len(reports)])
		}
	}
	return all, nil
}

// measureSearches looks for words of every frequency and for every length of their beginnings, both newest first and
// best first.
func measureSearches(j journal, w *storagetest.Writer, n int) (all times, slowest string, err error) {
	r := rand.New(rand.NewSource(2))
	var longest time.Duration
	for i := range n {
		text := w.Words[r.Intn(len(w.Words))]
		switch i % 3 {
		case 0: // as it comes up in a text, so mostly frequent words
			text = w.Word()
		case 1: // the beginning of a word, as one types
			text = text[:1+r.Intn(len(text))]
		}
		q := notes.Query{Text: text, Limit: 20, Newest: i%2 == 0}
		start := time.Now()
		if _, _, err := j.Search(q); err != nil {
			return nil, "", fmt.Errorf("search %q: %w", text, err)
		}
		took := time.Since(start)
		all = append(all, took)
		if took > longest {
			longest, slowest = took, fmt.Sprintf("%q, newest first %v", text, q.Newest)
		}
	}
	return all, slowest, nil
}

// measureMix looks for what people look for, every kind of search as often as the others.
func measureMix(j journal, today notes.Date, n int) (all times, kinds map[string]times, err error) {
	queries := storagetest.NewQueries(2, today)
	kinds = map[string]times{}
	for range n {
		kind, q := queries.Next()
		start := time.Now()
		if _, _, err := j.Search(q); err != nil {
			return nil, nil, fmt.Errorf("search %+v: %w", q, err)
		}
		took := time.Since(start)
		all, kinds[kind] = append(all, took), append(kinds[kind], took)
	}
	return all, kinds, nil
}
