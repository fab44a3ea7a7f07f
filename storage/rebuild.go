package storage

// Rebuild makes everything that is derived from the notes again: item, tag and search rows, titles and counts. It
// changes nothing else, and in a sound journal nothing at all.
func (j *Journal) Rebuild() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	err := j.write(func(t *tx) error {
		for _, statement := range []string{
			"DELETE FROM item_tag", "DELETE FROM item", "DELETE FROM word", "DELETE FROM unworded", "UPDATE note SET search_id = NULL",
			"INSERT INTO search (search) VALUES ('delete-all')", "INSERT INTO search_pair (search_pair) VALUES ('delete-all')",
		} {
			if _, err := t.exec(statement); err != nil {
				return err
			}
		}
		return t.refileEach("SELECT id FROM note ORDER BY date, id")
	})
	if err != nil {
		return err
	}
	j.vocabulary, j.taken = nil, nil
	j.unread = mergeAfter
	j.mergeIfMany()
	return j.takeWords()
}

// CheckIndex compares the search index and its words with the notes; it returns ErrDamaged where they differ, which Rebuild mends.
func (j *Journal) CheckIndex() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.write(func(t *tx) error {
		if _, err := t.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"); err != nil {
			return err
		}
		return t.checkWords()
	})
}
