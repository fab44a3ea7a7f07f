package storage

import (
	"strings"

	"handback/notes"
)

// refile reads a note again.
func (t *tx) refile(id notes.NoteID) error {
	r, err := t.record(id)
	if err != nil {
		return err
	}
	return t.file(&r)
}

// refileEach reads again the notes whose ids a query gives.
func (t *tx) refileEach(query string, args ...any) error {
	ids, err := list(t.conn, query, args, scalar[notes.NoteID])
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := t.refile(id); err != nil {
			return err
		}
	}
	return nil
}

// namesChanged reads again every note that may contain one of the names, or words for labels, given or taken away.
func (t *tx) namesChanged(names []string) error {
	t.j.names = nil
	match, all := mayContain(names)
	switch {
	case all:
		return t.refileEach("SELECT id FROM note WHERE search_id IS NOT NULL ORDER BY id")
	case match == "":
		return nil
	}
	return t.refileEach(`SELECT n.id FROM search s JOIN note n ON n.search_id = s.rowid WHERE search MATCH ?
		ORDER BY n.id`, match)
}

// mayContain is what to search for so that every note is found in which a line could name one of names. A line may say
// the first word of a name alone, so that is what is looked for. All is true where only reading every note is safe.
func mayContain(names []string) (match string, all bool) {
	var firsts []string
	for _, name := range names {
		parts := strings.Fields(name)
		if len(parts) == 0 || len(wordsIn(parts[0])) == 0 {
			return "", true
		}
		var words []string
		for _, w := range wordsIn(parts[0]) {
			words = append(words, quoted(foldWord(w)))
		}
		firsts = append(firsts, "("+strings.Join(words, " AND ")+")")
	}
	if len(firsts) == 0 {
		return "", false
	}
	return "body : (" + strings.Join(firsts, " OR ") + ")", false
}
