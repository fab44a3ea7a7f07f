package storage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
	language "handback/notes/search"
)

const savedSearchColumns = "SELECT id, uid, name, query, place FROM saved_search "

func scanSavedSearch(s scanner) (q notes.SavedSearch, err error) {
	return q, s.Scan(&q.ID, &q.UID, &q.Name, &q.Query, &q.Place)
}

// SavedSearches are the searches that were given a name, in their order.
func (j *Journal) SavedSearches() ([]notes.SavedSearch, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.savedSearches()
}

func (c *conn) savedSearches() ([]notes.SavedSearch, error) {
	return list(c, savedSearchColumns+"ORDER BY place, id", nil, scanSavedSearch)
}

// putSavedSearch writes a search under its name.
func (t *tx) putSavedSearch(s notes.SavedSearch) (int64, error) {
	if s.ID == 0 {
		return t.insertSavedSearch(s)
	}
	others, err := t.savedSearches()
	if err != nil {
		return 0, err
	}
	if s, err = s.Tidied(others); err != nil {
		return 0, err
	}
	old, err := one(t.conn, savedSearchColumns+"WHERE id = ?", scanSavedSearch, s.ID)
	if err != nil {
		return 0, err
	}
	t.back(old)
	if s.Place == 0 {
		s.Place = old.Place
	}
	_, err = t.exec("UPDATE saved_search SET name = ?, query = ?, place = ?, updated_at = max(?, updated_at + 1) WHERE id = ?",
		s.Name, s.Query, s.Place, t.stamp(), s.ID)
	return s.ID, err
}

// insertSavedSearch puts a new one in, under its ID where it has one, which must be free; it comes last where it has no place.
func (t *tx) insertSavedSearch(s notes.SavedSearch) (int64, error) {
	others, err := t.savedSearches()
	if err != nil {
		return 0, err
	}
	if s, err = s.Tidied(others); err != nil {
		return 0, err
	}
	if s.Place == 0 && len(others) > 0 {
		s.Place = others[len(others)-1].Place
	}
	if s.Place == 0 || len(others) > 0 && s.Place == others[len(others)-1].Place {
		s.Place++
	}
	id, err := t.exec("INSERT INTO saved_search (id, uid, name, query, place, updated_at) VALUES (nullif(?, 0), ?, ?, ?, ?, ?)",
		s.ID, keepUID(s.UID), s.Name, s.Query, s.Place, t.stamp())
	t.back(notes.Remove{Row: notes.SavedSearch{ID: id}})
	return id, err
}

func (t *tx) removeSavedSearch(id int64) error {
	old, err := one(t.conn, savedSearchColumns+"WHERE id = ?", scanSavedSearch, id)
	if err != nil {
		return err
	}
	t.back(notes.PutBack{Row: old})
	return t.bury("saved_search", "id = ?", id)
}

// burySearchesFor deletes the searches that are about somebody who is deleted for good.
func (t *tx) burySearchesFor(id notes.PersonID) error {
	about, err := t.searchesFor(id)
	if err != nil {
		return err
	}
	for _, s := range about {
		if err := t.bury("saved_search", "id = ?", s.ID); err != nil {
			return err
		}
	}
	return nil
}

// searchesFor are the searches that are about somebody: those with a filter that means them, and those that say a name which is
// theirs alone. A name of one word, which may be an ordinary word as well, has to be written as a name is.
func (c *conn) searchesFor(id notes.PersonID) ([]notes.SavedSearch, error) {
	people, err := c.everybody()
	if err != nil {
		return nil, err
	}
	words, err := c.labelWords()
	if err != nil {
		return nil, err
	}
	in := notes.Context{Date: c.today(), Names: notes.NewNames(people), Words: words}
	var theirs []string
	for _, p := range people {
		if p.ID == id {
			theirs = slices.DeleteFunc(append([]string{p.Name, p.FirstName()}, p.Aliases...), func(name string) bool {
				return !slices.Equal(in.Names.Find(name, 0), []notes.PersonID{id})
			})
		}
	}
	all, err := c.savedSearches()
	return slices.DeleteFunc(all, func(s notes.SavedSearch) bool { return !isAbout(s, id, theirs, in) }), err
}

// everybody are the names of all people, those in the trash too.
func (c *conn) everybody() ([]notes.Person, error) {
	people, err := list(c, "SELECT id, name FROM person ORDER BY id", nil,
		func(s scanner) (p notes.Person, err error) { return p, s.Scan(&p.ID, &p.Name) })
	if err != nil {
		return nil, err
	}
	of, err := c.aliases()
	for i := range people {
		people[i].Aliases = of[people[i].ID]
	}
	return people, err
}

// isAbout reports whether a search is about somebody with these names.
func isAbout(s notes.SavedSearch, id notes.PersonID, names []string, in notes.Context) bool {
	typed := language.Read(s.Query, in)
	words, at := "", 0
	for _, c := range typed.Chips {
		if c.Kind != language.PersonChip {
			continue
		}
		if slices.Equal(in.Names.Find(strings.TrimPrefix(c.Value, "@"), 0), []notes.PersonID{id}) {
			return true
		}
		words, at = words+s.Query[at:c.From]+"\n", c.To // whoever it means is somebody else
	}
	words += s.Query[at:]
	return slices.ContainsFunc(names, func(name string) bool { return saysName(s.Name, name, true) || saysName(words, name, false) })
}

// saysName reports whether a text says a name, all of its words one after the other. A name of one word has to begin with a
// capital; that says nothing of the first word of a title.
func saysName(text, name string, title bool) bool {
	want := wordsIn(name)
	if len(want) != 1 {
		return len(want) > 0 && strings.Contains(foldedWords(text), foldedWords(name))
	}
	for w, ok := nextWord(text, 0); ok; w, ok = nextWord(text, w.to) {
		said := text[w.from:w.to]
		first, _ := utf8.DecodeRuneInString(said)
		sentence := title && strings.TrimSpace(text[:w.from]) == "" && strings.HasPrefix(text[w.to:], " ")
		if foldWord(said) == foldWord(want[0]) && !unicode.IsLower(first) && !sentence {
			return true
		}
	}
	return false
}

// foldedWords are the words of a text with a blank round each.
func foldedWords(text string) string {
	words := wordsIn(text)
	for i, w := range words {
		words[i] = foldWord(w)
	}
	return " " + strings.Join(words, " ") + " "
}
