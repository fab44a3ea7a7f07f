package storage

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/calendar"
	"handback/notes/voice"
)

// erasedKey is the setting that says that somebody was erased, and the file not wiped yet: where the program ends before, it is
// done after the next start.
const erasedKey = "erased"

// erase deletes everything about a person for good: what purge does, and what their name stands in elsewhere. What the mentions
// say that are not reworded stays.
func (t *tx) erase(e notes.Erase) error {
	who, err := t.withNames(e.Person)
	if err != nil {
		return err
	}
	if who.Kind == notes.KindMe {
		return notes.Invalid{Field: "Person", Why: voice.T("You can't delete your own entry. Your own notes stay in this journal.")}
	}
	reworded := slices.Clone(e.Reworded)
	slices.SortStableFunc(reworded, func(a, b notes.Reworded) int { return cmp.Compare(b.Line, a.Line) }) // a line that goes moves none
	for _, r := range reworded {
		if err := t.reword(r); err != nil {
			return err
		}
	}
	all, err := t.people()
	if err != nil {
		return err
	}
	says := notes.MayName(who, all...)
	for _, forget := range []func() error{
		func() error { return t.rewordVersions(e, says) },
		func() error { return t.forgetCopies(e.Person, says) },
		func() error { return t.forgetSettings(who, says) },
		func() error { return t.purge(notes.Purge{Kind: notes.KindPerson, ID: int64(e.Person)}) },
		func() error { return t.keepSetting(notes.PutSetting{Key: erasedKey, Value: "1"}) },
	} {
		if err := forget(); err != nil {
			return err
		}
	}
	t.undo = nil
	return nil
}

// reword writes a mention anew.
func (t *tx) reword(r notes.Reworded) error {
	at := slices.IndexFunc(sources, func(s source) bool { return s.table == r.Table })
	if at < 0 || !slices.Contains(sources[at].typed, r.Column) {
		return fmt.Errorf("there is no %s.%s to reword", r.Table, r.Column)
	}
	edit := notes.LineEdit{Op: notes.ReplaceLine, Note: notes.NoteID(r.ID), Line: r.Line, Old: r.Text, New: r.New}
	if r.Gone {
		edit.Op, edit.New = notes.DeleteLine, ""
	}
	if r.Table == "note" && r.Column == "body" {
		return t.rewordNote(edit)
	}
	if r.IsTag() {
		return t.rewordTag(r)
	}
	text, err := one(t.conn, "SELECT coalesce("+r.Column+", '') FROM "+r.Table+" WHERE id = ?", scalar[string], r.ID)
	if err != nil {
		return err
	}
	if text, _, err = notes.ApplyEdit(text, edit); err != nil {
		return err
	}
	if strings.TrimSpace(text) == "" && r.NeedsWords() {
		return notes.Invalid{Field: "Line", Why: voice.T("This can't be empty. Enter a few words.")}
	}
	_, err = t.exec("UPDATE "+r.Table+" SET "+r.Column+" = ?, updated_at = max(?, updated_at + 1) WHERE id = ?", text, t.stamp(), r.ID)
	return err
}

// rewordTag gives a goal, an area or a step-in another tag. Of the one that it had nothing is kept, by which lines would count for it.
func (t *tx) rewordTag(r notes.Reworded) error {
	tag := ""
	if !r.Gone {
		tag = strings.Join(strings.Fields(plainTag(r.New)), "-")
	}
	had, err := one(t.conn, "SELECT tag FROM "+r.Table+" WHERE id = ?", scalar[string], r.ID)
	switch {
	case err != nil:
		return err
	case "#"+had != r.Text:
		return notes.ErrConflict
	case tag == "" && r.NeedsWords():
		return checkText("Line", tag)
	}
	if r.Table == "area" {
		other, err := one(t.conn, `SELECT count(*) FROM area WHERE tag = ?1 AND id <> ?2 AND deleted_at IS NULL
			AND person_id = (SELECT person_id FROM area WHERE id = ?2)`, scalar[int], tag, r.ID)
		if err != nil {
			return err
		}
		if other > 0 {
			return notes.Invalid{Field: "Line", Why: voice.T("There's already an area #{tag}. Choose another tag.", "tag", tag)}
		}
	}
	if r.Table == "area_former" || r.Table == "goal_tag" {
		return t.rewordFormer(r.Table, "id = ?", r.ID, had, tag)
	}
	_, err = t.exec("UPDATE "+r.Table+" SET tag = ?, updated_at = max(?, updated_at + 1) WHERE id = ?", tag, t.stamp(), r.ID)
	if err != nil || r.Table != "goal" {
		return err
	}
	return t.rewordFormer("goal_tag", "goal_id = ?", r.ID, had, tag)
}

// rewordFormer writes a tag by which lines count anew, or takes it away where there is none, or one like it is there.
func (t *tx) rewordFormer(table, where string, id int64, had, tag string) error {
	if tag != "" {
		if _, err := t.exec("UPDATE OR IGNORE "+table+" SET tag = ?, updated_at = max(?, updated_at + 1) WHERE "+where+" AND tag = ?",
			tag, t.stamp(), id, had); err != nil {
			return err
		}
	}
	return t.bury(table, where+" AND tag = ?", id, had)
}

// rewordNote edits a line of a note, in the trash or not.
func (t *tx) rewordNote(e notes.LineEdit) error {
	r, err := t.record(e.Note)
	if err != nil {
		return err
	}
	body, line, err := notes.ApplyEdit(r.Body, e)
	if err != nil || body == r.Body {
		return err
	}
	if r.shown {
		e.Line = line
		if err := t.setBody(&r, body); err != nil {
			return err
		}
		t.applied.Edits = append(t.applied.Edits, e)
		t.applied.Revs[r.ID] = r.Rev
	} else {
		in, err := t.j.context(&r)
		if err != nil {
			return err
		}
		title := notes.TitleOf(notes.WithoutBegun(body, r.Begun), in)
		if _, err := t.exec("UPDATE note SET body = ?, title = ?, rev = rev + 1, updated_at = max(?, updated_at + 1) WHERE id = ?",
			body, title, t.stamp(), r.ID); err != nil {
			return err
		}
	}
	if e.Op == notes.ReplaceLine {
		return t.carryVerdicts(r.UID, body, e.Old, e.New)
	}
	return nil
}

type version struct {
	id, note   int64
	body, text string // text is what the note says now
}

// rewordVersions rewords the earlier versions of other people's notes as the notes are. Of these lines, one that no note says
// any more goes.
func (t *tx) rewordVersions(e notes.Erase, says func(string) bool) error {
	became := map[int64]map[string]notes.Reworded{}
	for _, r := range e.Reworded {
		if r.Table == "note" && r.Column == "body" {
			if became[r.ID] == nil {
				became[r.ID] = map[string]notes.Reworded{}
			}
			became[r.ID][strings.TrimSpace(r.Text)] = r
		}
	}
	var naming []version
	err := t.each(`SELECT r.id, r.note_id, r.body, n.body FROM revision r JOIN note n ON n.id = r.note_id WHERE n.person_id <> ?`,
		[]any{e.Person}, func(s scanner) (bool, error) {
			var v version
			err := s.Scan(&v.id, &v.note, &v.body, &v.text)
			if says(v.body) {
				naming = append(naming, v)
			}
			return true, err
		})
	if err != nil {
		return err
	}
	for _, v := range naming {
		if body := v.reworded(became[v.note], says); body != v.body {
			if _, err := t.exec("UPDATE revision SET body = ? WHERE id = ?", body, v.id); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v version) reworded(became map[string]notes.Reworded, says func(string) bool) string {
	stays := map[string]bool{}
	for _, line := range strings.SplitAfter(v.text, "\n") {
		stays[strings.TrimSpace(line)] = true
	}
	var b strings.Builder
	for _, line := range strings.SplitAfter(v.body, "\n") {
		text := strings.TrimRight(line, "\r\n")
		if stays[strings.TrimSpace(text)] || !says(text) {
			b.WriteString(line)
		} else if r, ok := became[strings.TrimSpace(text)]; ok && !r.Gone {
			b.WriteString(r.New + line[len(text):])
		}
	}
	return b.String()
}

// copies are the columns into which the words of lines are copied, and how they are there.
var copies = []struct {
	table, columns string
	note           string // the note whose line it is
}{
	{"verdict", "line || char(10) || why", "n.uid = c.note_uid"},
	{"dismissal", "text", "n.uid = c.note_uid"},
	{"review_line", "line", "n.uid = c.note_uid"},
	{"earlier", "line", "n.id = c.note_id"},
	{"prompt_event", "text || char(10) || reason || char(10) || line", "0"},
}

// forgetCopies deletes what repeats a line that names the person, unless the note still says it. A question that names them goes.
func (t *tx) forgetCopies(id notes.PersonID, says func(string) bool) error {
	for _, c := range copies {
		var gone []int64
		err := t.each("SELECT c.id, "+c.columns+", coalesce(n.body, ''), coalesce(n.person_id, 0) FROM "+c.table+" c LEFT JOIN note n ON "+
			c.note, nil, func(s scanner) (bool, error) {
			var at, whose int64
			var text, body string
			err := s.Scan(&at, &text, &body, &whose)
			if notes.PersonID(whose) != id && says(text) && !stands(text, body) {
				gone = append(gone, at)
			}
			return true, err
		})
		if err != nil {
			return err
		}
		for _, at := range gone {
			if c.table == "earlier" { // it comes from the text alone
				t.j.earlier = nil
				_, err = t.exec("DELETE FROM earlier WHERE id = ?", at)
			} else {
				err = t.bury(c.table, "id = ?", at)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// stands reports whether a note still says a line, in whichever case and with whichever marks it is copied.
func stands(copied, body string) bool {
	words := strings.TrimSpace(foldedWords(copied))
	return words != "" && strings.Contains(foldedWords(body), words)
}

// forgetSettings deletes settings that say the name: what was looked for last, where a file was saved. Of what is known of others
// in calendars only what says it goes. Hand-over packs of others are purge's.
func (t *tx) forgetSettings(who notes.Person, says func(string) bool) error {
	all, err := list(t.conn, "SELECT key, value FROM setting", nil, scanKeptPack)
	if err != nil {
		return err
	}
	for _, s := range all {
		switch {
		case s.key == notes.SettingTheirFile+who.UID, s.key == notes.SettingCalendar+who.UID:
		case s.key == notes.SettingLabelWords, strings.HasPrefix(s.key, notes.SettingHandover), !says(s.value),
			s.key == notes.SettingKeptFolder, s.key == notes.SettingLetOut, s.key == calendar.KeyPath: // where something is: that stays
			continue
		case strings.HasPrefix(s.key, notes.SettingCalendar):
			left := calendar.ReadKept(s.value).Without(says).String()
			if err := t.putSetting(notes.PutSetting{Key: s.key, Value: left}); err != nil {
				return err
			}
			continue
		}
		if err := t.bury("setting", "key = ?", s.key); err != nil {
			return err
		}
	}
	return nil
}

// erased reports whether the file is to be wiped of somebody who was erased before the program ended.
func (j *Journal) erased() (bool, error) {
	text, err := j.c.setting(erasedKey)
	return text != "", err
}

// Wipe leaves nothing in the file of what was deleted for good, at once; a quiet moment does it otherwise. It takes as long as
// writing the file anew does. It returns ErrFull where there is no space for that: it is done later then.
func (j *Journal) Wipe() error {
	if err := j.Idle(); err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return notes.ErrClosed
	}
	return j.compactAll()
}

// compactAll writes the whole file anew after something was deleted for good: pages that were joined and divided since keep pieces
// of it in their gaps.
func (j *Journal) compactAll() error {
	if !j.compact || j.why != "" {
		return nil
	}
	if err := j.writeAnew(); err != nil {
		return err
	}
	j.compact = false
	if err := j.write(func(t *tx) error {
		_, err := t.exec("DELETE FROM setting WHERE key = ?", erasedKey)
		return err
	}); err != nil {
		return err
	}
	return j.empty()
}

// writeAnew writes every page anew, without what was deleted.
func (j *Journal) writeAnew() error {
	if j.vault != nil {
		return j.writeVaultAnew()
	}
	return j.c.script("VACUUM")
}

// Copies are the files beside the journal that seem to be copies of it: those made before updates, and those that were saved under
// its name. Logs of an earlier journal that were put aside there, and files that were kept as they were, are among them.
func (j *Journal) Copies() ([]string, error) {
	folder, own := filepath.Split(j.path)
	end := filepath.Ext(own)
	stem := strings.TrimSuffix(own, end)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		path := filepath.Join(folder, name)
		if name == own || !strings.HasPrefix(name, stem) {
			continue
		}
		if filepath.Ext(name) == end && IsProtected(path) {
			out = append(out, path)
		}
		if !e.Type().IsRegular() {
			continue
		}
		if strings.HasPrefix(name, own) && strings.Contains(name, earlierMark) || strings.Contains(name, keptMark) ||
			filepath.Ext(name) == end && isDatabase(path) {
			out = append(out, path)
		}
	}
	return out, nil
}
