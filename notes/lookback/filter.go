package lookback

import (
	"strings"

	"handback/notes"
	"handback/notes/text"
)

// Filter chooses entries.
type Filter struct {
	Kinds map[Kind]bool // nil or empty for all
	Text  string        // as typed; every word of it, or what stands in quotes, has to be in an entry
	// Hits are the notes in whose text the search found it, with the line: what stands in no labelled line is found there.
	Hits map[notes.NoteID]Hit
}

// Hit is the line of a note in which something was found.
type Hit struct {
	Line int
	Text string
}

// IsZero reports whether nothing is left out.
func (f Filter) IsZero() bool { return len(f.Kinds) == 0 && strings.TrimSpace(f.Text) == "" }

// Of are those of the entries that are chosen, in their order.
func (f Filter) Of(all []Entry) []Entry {
	if f.IsZero() {
		return all
	}
	var words []string
	for _, p := range notes.QueryPieces(f.Text) {
		if folded := strings.TrimSpace(text.Fold(p.Text)); folded != "" {
			words = append(words, folded)
		}
	}
	var chosen []Entry
	for _, e := range all {
		if len(f.Kinds) > 0 && !f.Kinds[e.Kind] {
			continue
		}
		if e, ok := f.found(e, words); ok {
			chosen = append(chosen, e)
		}
	}
	return chosen
}

// found reports whether an entry says every word; a note may say it in a line of its text, which then stands for it.
func (f Filter) found(e Entry, words []string) (Entry, bool) {
	said := true
	for _, w := range words {
		said = said && strings.Contains(e.folded, w)
	}
	if said || e.Kind != Note {
		return e, said
	}
	hit, ok := f.Hits[e.Note]
	if ok {
		e.Text, e.Line = hit.Text, hit.Line
	}
	return e, ok
}

// HitsOf are the hits of a search, by note: of each the first line that no label files, since the others are entries of
// their own, or else the first.
func HitsOf(found []notes.Hit) map[notes.NoteID]Hit {
	hits := make(map[notes.NoteID]Hit, len(found))
	for _, h := range found {
		for _, l := range h.Lines {
			if l.Item != nil && kindOf[l.Item.Label] != Note {
				continue
			}
			var said strings.Builder
			for _, run := range l.Snippet {
				said.WriteString(run.Text)
			}
			hits[h.ID] = Hit{Line: l.Line, Text: said.String()}
			break
		}
	}
	return hits
}
