package search

import (
	"sort"
	"strings"

	"handback/notes"
)

// longName is the longest text, in bytes, that is matched letter by letter: in a longer one, the beginning of a note for
// instance, any few letters are found somewhere.
const longName = 40

// BestMatches are the indexes of the texts that match query (see Match), best first, of equals the earlier first; at
// most limit of them. A long text has to hold each word of the query as it is. An empty query keeps the order.
func BestMatches(query string, texts []string, limit int) []int {
	type scored struct{ index, score int }
	var found []scored
	for i, text := range texts {
		if score, ok := Match(query, text); ok && (len(text) <= longName || HoldsWords(query, text)) {
			found = append(found, scored{i, score})
		}
	}
	sort.SliceStable(found, func(a, b int) bool { return found[a].score > found[b].score })
	best := make([]int, 0, min(limit, len(found)))
	for _, f := range found[:min(limit, len(found))] {
		best = append(best, f.index)
	}
	return best
}

// HoldsWords reports whether a text holds each word of a query, or begins one with it.
func HoldsWords(query, text string) bool {
	text = notes.Fold(text)
	for _, word := range strings.Fields(notes.Fold(query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// SayTarget is the detail with its day, where it ends in one, as people say it: "Ana Ruiz · 20 Nov".
func SayTarget(t notes.Target, today notes.Date) string {
	const between = " · "
	if at := strings.LastIndex(t.Detail, between); at >= 0 {
		if day := notes.Date(t.Detail[at+len(between):]); day.Valid() {
			return t.Detail[:at+len(between)] + notes.SayDate(day, today)
		}
	}
	return t.Detail
}
