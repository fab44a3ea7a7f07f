package storage

import (
	"strings"

	"handback/notes"
	"handback/notes/handover"
)

// keptPack is what was made of a hand-over pack, with the setting that it is kept in.
type keptPack struct{ key, value string }

func scanKeptPack(s scanner) (p keptPack, err error) { return p, s.Scan(&p.key, &p.value) }

// changePacks changes what is kept of every hand-over pack. There is no way back: it is part of deleting for good.
func (t *tx) changePacks(change func(handover.Kept) (handover.Kept, error)) error {
	packs, err := list(t.conn, "SELECT key, value FROM setting WHERE substr(key, 1, ?) = ? ORDER BY key",
		[]any{len(notes.SettingHandover), notes.SettingHandover}, scanKeptPack)
	if err != nil {
		return err
	}
	for _, p := range packs {
		kept := handover.ReadKept(p.value)
		had := kept.String()
		if kept, err = change(kept); err != nil {
			return err
		}
		if kept.String() == had {
			continue
		}
		if err := t.keepSetting(notes.PutSetting{Key: p.key, Value: kept.String()}); err != nil {
			return err
		}
	}
	return nil
}

// forgetGone takes out of the packs every line about what is no longer in the journal.
func (t *tx) forgetGone() error {
	return t.changePacks(func(k handover.Kept) (handover.Kept, error) {
		var failed error
		kept := k.Without(func(uid string) bool {
			var n int
			if err := t.row(`SELECT EXISTS (SELECT 1 FROM note WHERE uid = ?1) OR EXISTS (SELECT 1 FROM goal WHERE uid = ?1)
				OR EXISTS (SELECT 1 FROM area WHERE uid = ?1) OR EXISTS (SELECT 1 FROM opportunity WHERE uid = ?1)
				OR EXISTS (SELECT 1 FROM expectation WHERE uid = ?1)`, []any{uid}, &n); err != nil {
				failed = err
			}
			return n > 0
		})
		return kept, failed
	})
}

// forgetStep takes the words of a step out of the packs: they stand in the line of its goal.
func (t *tx) forgetStep(id int64) error {
	text, err := one(t.conn, "SELECT text FROM step WHERE id = ?", scalar[string], id)
	if err != nil {
		return err
	}
	words := foldedWords(text)
	return t.forgetWords(func(said string) bool {
		return strings.TrimSpace(words) != "" && strings.Contains(foldedWords(said), words)
	})
}

// forgetName takes the name of somebody who is deleted for good out of the packs of others.
func (t *tx) forgetName(id notes.PersonID) error {
	p, err := t.withNames(id) // who is in the trash
	if err != nil {
		return err
	}
	people, err := t.people()
	if err != nil {
		return err
	}
	return t.forgetWords(func(said string) bool { return notes.SaysName(said, p, people) })
}

func (t *tx) forgetWords(says func(string) bool) error {
	return t.changePacks(func(k handover.Kept) (handover.Kept, error) { return k.Unsaid(says), nil })
}

// bringPack brings what was made of both hand-over packs together for who stays.
func (t *tx) bringPack(m notes.MergePeople) error {
	uids, err := list(t.conn, "SELECT uid FROM person WHERE id IN (?1, ?2) ORDER BY id = ?2", []any{m.From, m.Into}, scalar[string])
	if err != nil {
		return err
	}
	from, into := notes.SettingHandover+uids[0], notes.SettingHandover+uids[1]
	theirs, err := t.setting(from)
	if err != nil || theirs == "" {
		return err
	}
	have, err := t.setting(into)
	if err != nil {
		return err
	}
	both := handover.ReadKept(have).And(handover.ReadKept(theirs)).String()
	if err := t.putSetting(notes.PutSetting{Key: into, Value: both}); err != nil {
		return err
	}
	return t.putSetting(notes.PutSetting{Key: from})
}
