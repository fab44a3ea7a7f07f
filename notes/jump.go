package notes

import "sort"

// BestMatches are the indexes of the texts that match query (see Match), best first, of equals the earlier first; at
// most limit of them. An empty query keeps the order of the texts.
func BestMatches(query string, texts []string, limit int) []int {
	type scored struct{ index, score int }
	var found []scored
	for i, text := range texts {
		if score, ok := Match(query, text); ok {
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
