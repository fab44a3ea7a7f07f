package storage

import (
	"slices"
	"strings"

	"handback/notes"
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
	others, err := t.savedSearches()
	if err != nil {
		return 0, err
	}
	if s, err = s.Tidied(others); err != nil {
		return 0, err
	}
	if s.ID == 0 {
		if s.Place == 0 && len(others) > 0 {
			s.Place = others[len(others)-1].Place
		}
		if s.Place == 0 || len(others) > 0 && s.Place == others[len(others)-1].Place {
			s.Place++
		}
		id, err := t.exec("INSERT INTO saved_search (uid, name, query, place, updated_at) VALUES (?, ?, ?, ?, ?)",
			keepUID(s.UID), s.Name, s.Query, s.Place, t.stamp())
		t.back(notes.Remove{Row: notes.SavedSearch{ID: id}})
		return id, err
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

func (t *tx) removeSavedSearch(id int64) error {
	old, err := one(t.conn, savedSearchColumns+"WHERE id = ?", scanSavedSearch, id)
	if err != nil {
		return err
	}
	old.ID = 0
	t.back(old)
	return t.bury("saved_search", "id = ?", id)
}

// burySearchesFor deletes the searches that name somebody who is deleted for good.
func (t *tx) burySearchesFor(id notes.PersonID) error {
	name, err := one(t.conn, "SELECT name FROM person WHERE id = ?", scalar[string], id) // who may be in the trash
	if err != nil {
		return err
	}
	names, err := list(t.conn, "SELECT name FROM alias WHERE person_id = ?", []any{id}, scalar[string])
	if err != nil {
		return err
	}
	names = append(names, name, notes.Person{Name: name}.FirstName())
	all, err := t.savedSearches()
	if err != nil {
		return err
	}
	for _, s := range all {
		if !saysOneOf(s.Name+" "+s.Query, names) {
			continue
		}
		if err := t.bury("saved_search", "id = ?", s.ID); err != nil {
			return err
		}
	}
	return nil
}

// saysOneOf reports whether a text says one of the names, all of its words one after the other.
func saysOneOf(text string, names []string) bool {
	said := foldedWords(text)
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.TrimSpace(name) != "" && strings.Contains(said, foldedWords(name))
	})
}

// foldedWords are the words of a text with a blank round each.
func foldedWords(text string) string {
	words := wordsIn(text)
	for i, w := range words {
		words[i] = foldWord(w)
	}
	return " " + strings.Join(words, " ") + " "
}
