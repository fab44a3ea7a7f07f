package storage

import (
	"handback/notes"
	"handback/notes/calendar"
)

// bringCalendar brings the addresses that mean both, and which meetings were taken, together for who stays.
func (t *tx) bringCalendar(m notes.MergePeople) error {
	uids, err := list(t.conn, "SELECT uid FROM person WHERE id IN (?1, ?2) ORDER BY id = ?2", []any{m.From, m.Into}, scalar[string])
	if err != nil {
		return err
	}
	from, into := notes.SettingCalendar+uids[0], notes.SettingCalendar+uids[1]
	theirs, err := t.setting(from)
	if err != nil || theirs == "" {
		return err
	}
	have, err := t.setting(into)
	if err != nil {
		return err
	}
	both := calendar.ReadKept(have).And(calendar.ReadKept(theirs)).String()
	if err := t.putSetting(notes.PutSetting{Key: into, Value: both}); err != nil {
		return err
	}
	return t.putSetting(notes.PutSetting{Key: from})
}
