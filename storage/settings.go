package storage

import (
	"errors"

	"handback/notes"
)

// Setting is "" where nothing was kept.
func (j *Journal) Setting(key string) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.setting(key)
}

func (c *conn) setting(key string) (string, error) {
	v, err := one(c, "SELECT value FROM setting WHERE key = ?", scalar[string], key)
	if errors.Is(err, notes.ErrNotFound) {
		return "", nil
	}
	return v, err
}

func (t *tx) putSetting(s notes.PutSetting) error {
	old, err := t.setting(s.Key)
	if err != nil || old == s.Value {
		return err
	}
	t.back(notes.PutSetting{Key: s.Key, Value: old})
	if err := t.keepSetting(s); err != nil || s.Key != notes.SettingLabelWords {
		return err
	}
	return t.namesChanged(notes.WordsBetween(notes.ReadLabelWords(old), notes.ReadLabelWords(s.Value)))
}

func (t *tx) keepSetting(s notes.PutSetting) error {
	if s.Value == "" {
		return t.bury("setting", "key = ?", s.Key)
	}
	_, err := t.exec(`INSERT INTO setting (uid, key, value, updated_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = max(excluded.updated_at, updated_at + 1)`,
		newUID(), s.Key, s.Value, t.stamp())
	return err
}

// labelWords are the words that label lines.
func (c *conn) labelWords() (*notes.LabelWords, error) {
	text, err := c.setting(notes.SettingLabelWords)
	return notes.ReadLabelWords(text), err
}
