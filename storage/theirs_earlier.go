package storage

import (
	"strings"

	"handback/notes"
)

// EarlierMentions are the lines that may name a person and stand only in earlier versions of other people's notes: each line of a
// note once, from the newest version that has it.
func (j *Journal) EarlierMentions(id notes.PersonID) (out []notes.Mention, err error) {
	seen := map[int64]map[string]bool{}
	last := int64(1<<63 - 1)
	for more := true; more; {
		var found []notes.Mention
		if found, last, more, err = j.someEarlier(id, last, seen); err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// someEarlier looks through the next versions, the newest first.
func (j *Journal) someEarlier(
	id notes.PersonID, before int64, seen map[int64]map[string]bool,
) (out []notes.Mention, last int64, more bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	who, err := j.c.withNames(id)
	if err != nil {
		return nil, 0, false, err
	}
	says := notes.MayName(who)
	rows := 0
	err = j.c.each(`SELECT r.id, r.note_id, r.body, n.body, n.date, n.person_id, n.deleted_at IS NOT NULL FROM revision r
		JOIN note n ON n.id = r.note_id WHERE r.id < ?1 AND n.person_id <> ?2 ORDER BY r.id DESC LIMIT ?3`,
		[]any{before, id, mentionsAtOnce}, func(s scanner) (bool, error) {
			m := notes.Mention{Table: "revision", Column: "body"}
			var note int64
			var body, now string
			if err := s.Scan(&m.ID, &note, &body, &now, &m.Date, &m.Whose, &m.Trashed); err != nil {
				return false, err
			}
			rows, last = rows+1, m.ID
			if !says(body) {
				return true, nil
			}
			if seen[note] == nil {
				seen[note] = map[string]bool{}
				for line := range strings.SplitSeq(now, "\n") {
					seen[note][strings.TrimSpace(line)] = true
				}
			}
			numbers, lines := notes.LinesNaming(body, says)
			for k, line := range lines {
				if said := strings.TrimSpace(line); !seen[note][said] {
					seen[note][said] = true
					m.Line, m.Text = numbers[k], line
					out = append(out, m)
				}
			}
			return true, nil
		})
	return out, last, rows == mentionsAtOnce, err
}
