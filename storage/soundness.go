package storage

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"handback/notes"
)

// checking is how far the checks of a day have come.
type checking struct {
	c      *conn // reads the disk, where the journal's own connection may still hold a page that is damaged there
	step   int
	tables []string
	at     int64 // the row of the table, or of the step, behind which it goes on
}

// checkedKey is the setting with the day on which everything was checked last.
const checkedKey = "checked"

// checkingKey is the setting with how far they had come where the journal was closed meanwhile, as "step tables row":
// the step, how many of its tables are left where it goes through these, and the row.
const checkingKey = "checking"

// stepOfStructure is the last step of the checks.
const stepOfStructure = 4

const (
	notesAtOnce = 16      // how many notes a portion of the checks reads
	textAtOnce  = 1 << 16 // and about how much text
	wholeSearch = 300     // up to how many notes the search index is checked whole; of more, some words of each note are looked up
	wordsLooked = 4
	wholeFile   = 64 << 20 // up to how many bytes the file is checked for what belongs to no table, too
)

// CheckSome checks a portion of the journal on the disk, some milliseconds of work while which nothing can be written, and reports
// whether there is more to check today. What it finds is in Found. It is for the moments when nothing happens. Structure is
// checked beside what is done meanwhile; closing the journal breaks it off.
func (j *Journal) CheckSome() (more bool, err error) {
	j.checkMu.Lock()
	defer j.checkMu.Unlock()
	look, err := j.checkPortion()
	if err != nil || look == nil {
		if err != nil {
			j.mu.Lock()
			defer j.mu.Unlock()
			j.endCheck()
		}
		return false, err
	}
	return look()
}

// checkPortion does what is done with the journal held; what it returns goes on without, and is nil where nothing is left today.
func (j *Journal) checkPortion() (func() (bool, error), error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return nil, notes.ErrClosed
	}
	if j.why != "" || j.mode.beside == nil {
		return nil, nil
	}
	if err := j.catchUp(); err != nil { // the search index is held against the notes
		return nil, err
	}
	today := notes.DateOf(j.now())
	if j.check.c == nil {
		day, err := j.c.setting(checkedKey)
		if err != nil || notes.Date(day) == today {
			return nil, err
		}
		if err := j.beginCheck(); err != nil {
			return nil, err
		}
	}
	steps := [stepOfStructure]func() (bool, error){j.checkTables, j.checkNotes, j.checkVersions, j.checkSearch}
	if j.check.step < len(steps) {
		done, err := steps[j.check.step]()
		if err != nil && !isPassing(err) {
			j.finds(notes.Found{Kind: notes.FoundBrokenFile})
			done, err = true, nil
		}
		if done {
			j.check.step, j.check.at, j.check.tables = j.check.step+1, 0, nil
		}
		return func() (bool, error) { return true, nil }, err
	}
	return j.checkStructure(today)
}

// isPassing reports whether an error says nothing of what is in the file.
func isPassing(err error) bool {
	return errors.Is(err, notes.ErrFull) || errors.Is(err, notes.ErrInUse) || errors.Is(err, notes.ErrMoved)
}

func (j *Journal) beginCheck() error {
	m := j.mode.beside()
	m.pragmas = append(slices.Clone(m.pragmas), "PRAGMA cache_size = -2000")
	c, err := openConn(m)
	j.check = checking{c: c}
	if err != nil {
		return err
	}
	far, err := j.c.setting(checkingKey)
	var step, left int
	var at int64
	if _, scanned := fmt.Sscanf(far, "%d %d %d", &step, &left, &at); scanned != nil || step < 0 || at < 0 {
		return err // none, or none of ours: from the beginning
	}
	if step == 0 {
		all, err := c.summedTables()
		if err != nil || left <= 0 || left > len(all) {
			return err
		}
		j.check.tables = all[len(all)-left:]
	}
	j.check.step, j.check.at = step, at
	return err
}

// keepFar keeps how far the checks of a journal that is closed had come, so that those of a large one, which take hours of quiet,
// come to their end where nobody leaves it open for so long. What was found is to be found again.
func (j *Journal) keepFar(k checking) error {
	if k.c == nil || len(j.found) > 0 {
		return nil
	}
	if k.step == stepOfStructure {
		k.at = max(0, k.at-1) // the closing may have broken off that one
	}
	return j.write(func(t *tx) error {
		t.aside = true
		return t.keepSetting(notes.PutSetting{Key: checkingKey, Value: fmt.Sprint(k.step, len(k.tables), k.at)})
	})
}

func (j *Journal) endCheck() {
	if j.check.c != nil && !j.check.c.closed() {
		_ = j.check.c.close() // it was only read
	}
	j.check = checking{}
}

// stopCheck breaks off a check, waits until it has ended, and says how far it had come.
func (j *Journal) stopCheck() checking {
	j.cancelMu.Lock()
	if j.cancel != nil {
		j.cancel()
	}
	j.cancelMu.Unlock()
	j.checkMu.Lock()
	defer j.checkMu.Unlock()
	far := j.check
	j.endCheck()
	return far
}

// checkTables checks the rows of the tables beside notes and versions.
func (j *Journal) checkTables() (done bool, err error) {
	k := &j.check
	if k.tables == nil {
		if k.tables, err = k.c.summedTables(); err != nil {
			return false, err
		}
	}
	if len(k.tables) == 0 {
		return true, nil
	}
	k.at, err = j.checkRows(k.c, k.tables[0], k.at)
	if errors.Is(err, notes.ErrDamaged) {
		j.findsBroken(k.tables[0])
		k.at, err = 0, nil
	}
	if k.at == 0 {
		k.tables = k.tables[1:]
	}
	return len(k.tables) == 0 && err == nil, err
}

// checkedNote is a note as the checks read it.
type checkedNote struct {
	id        notes.NoteID
	sum       int64
	deletedAt string
}

// checkNotes holds a portion of the notes against their checksums, and what is filed of them against their texts.
func (j *Journal) checkNotes() (done bool, err error) {
	k := &j.check
	all, err := list(k.c, "SELECT id, sum, coalesce(deleted_at, '') || '' FROM note WHERE id > ? ORDER BY id LIMIT ?",
		[]any{k.at, notesAtOnce}, func(s scanner) (n checkedNote, err error) { return n, s.Scan(&n.id, &n.sum, &n.deletedAt) })
	if err != nil {
		return false, err
	}
	var fresh []checkedNote
	text := 0
	for _, n := range all {
		size, err := j.checkNote(k.c, n, &fresh)
		if errors.Is(err, notes.ErrNotFound) {
			err = nil // of somebody who is gone from the file: the row that is missing is told
		}
		if err != nil {
			return false, err
		}
		k.at = int64(n.id)
		if text += size; text > textAtOnce {
			return false, j.sumNotes(fresh)
		}
	}
	return len(all) < notesAtOnce, j.sumNotes(fresh)
}

func (j *Journal) checkNote(c *conn, n checkedNote, fresh *[]checkedNote) (size int, err error) {
	r, err := c.record(n.id)
	if err != nil {
		return 0, err
	}
	switch sum := noteSum(&r, n.deletedAt); n.sum {
	case sum:
	case 0:
		*fresh = append(*fresh, checkedNote{id: n.id, sum: sum})
	default:
		found := notes.Found{Kind: notes.FoundBrokenNote, Note: n.id, Date: r.Date}
		_ = c.row("SELECT name FROM person WHERE id = ?", []any{r.Person}, &found.Person)
		j.finds(found)
		return len(r.Body), nil
	}
	same, err := j.filedAsItSays(c, &r)
	if err == nil && !same {
		j.findsMore(notes.Found{Kind: notes.FoundBrokenList, Count: 1})
	}
	return len(r.Body), err
}

// sumNotes writes the checksums of notes that had none.
func (j *Journal) sumNotes(fresh []checkedNote) error {
	if len(fresh) == 0 {
		return nil
	}
	return j.write(func(t *tx) error {
		t.aside = true
		for _, n := range fresh {
			if _, err := t.exec("UPDATE note SET sum = ? WHERE id = ?", n.sum, n.id); err != nil {
				return err
			}
		}
		return nil
	})
}

// filedAsItSays reports whether what stands in the tables that are made from a note is what its text says.
func (j *Journal) filedAsItSays(c *conn, r *record) (bool, error) {
	t := &tx{conn: c, j: j}
	f, err := t.read(r)
	if err != nil {
		return false, err
	}
	had, err := t.itemRows(r.ID)
	if err != nil {
		return false, err
	}
	inRow := f.title == r.Title && f.open == r.Open && (!r.shown || f.who == r.who && f.also == r.also) && r.shown == (r.searchID != 0)
	if !inRow || len(had) != len(f.rows) {
		return false, nil
	}
	keep := make(map[itemKey]itemRow, len(f.rows))
	tags := map[string]bool{}
	for _, row := range f.rows {
		keep[rowKeyOf(row)] = row
		for _, tag := range row.Tags {
			tags[filedTag(row.person, tag, row.date, row.Line)] = true
		}
	}
	for _, was := range had {
		if now, ok := keep[rowKeyOf(was)]; !ok || !sameRow(was, now) {
			return false, nil
		}
	}
	return j.markedAsItSays(c, r.ID, keep, tags)
}

func sameRow(a, b itemRow) bool {
	return filedAlike(a, b) && a.Text == b.Text && a.Remark == b.Remark && slices.Equal(a.People, b.People) &&
		a.rawAt == b.rawAt && a.rawN == b.rawN
}

func filedTag(p notes.PersonID, tag string, date notes.Date, line int) string {
	return joinIDs([]notes.PersonID{p, notes.PersonID(line)}) + " " + string(date) + " " + tag
}

// markedAsItSays looks at what the rows of a note's lines say for the indexes, and at its tags.
func (j *Journal) markedAsItSays(c *conn, id notes.NoteID, keep map[itemKey]itemRow, tags map[string]bool) (same bool, err error) {
	same = true
	err = c.each("SELECT line, person_id, open, owed FROM item WHERE note_id = ?", []any{id}, func(s scanner) (bool, error) {
		var key itemKey
		var open, owed bool
		err := s.Scan(&key.line, &key.person, &open, &owed)
		row := keep[key]
		same = same && open == row.Pending() && owed == row.IsOwed()
		return true, err
	})
	if err != nil || !same {
		return same, err
	}
	seen := 0
	err = c.each("SELECT person_id, tag, note_date, line FROM item_tag WHERE note_id = ?", []any{id}, func(s scanner) (bool, error) {
		var p notes.PersonID
		var tag string
		var date notes.Date
		var line int
		err := s.Scan(&p, &tag, &date, &line)
		same = same && tags[filedTag(p, tag, date, line)]
		seen++
		return true, err
	})
	return same && seen == len(tags), err
}

// checkVersions holds a portion of the earlier versions against their checksums.
func (j *Journal) checkVersions() (done bool, err error) {
	k := &j.check
	type version struct {
		id, note, is, was int64
	}
	text := 0
	var all []version
	const some = "SELECT id, uid, note_id, rev, at, kept_at, body, sum FROM revision WHERE id > ? ORDER BY id LIMIT ?"
	err = k.c.each(some, []any{k.at, sumsAtOnce},
		func(s scanner) (bool, error) {
			var v version
			var of summedVersion
			err := s.Scan(&v.id, &of.uid, &of.note, &of.rev, &of.at, &of.kept, &of.body, &v.was)
			v.note, v.is = of.note, of.sum()
			all, text = append(all, v), text+len(of.body)
			return text <= 4*textAtOnce, err
		})
	if err != nil {
		return false, err
	}
	if len(all) == 0 {
		return true, nil
	}
	k.at = all[len(all)-1].id
	for _, v := range all {
		if v.was != 0 && v.was != v.is {
			j.finds(j.brokenVersion(k.c, v.note))
		}
	}
	all = slices.DeleteFunc(all, func(v version) bool { return v.was != 0 })
	if len(all) == 0 {
		return false, nil
	}
	return false, j.write(func(t *tx) error {
		t.aside = true
		for _, v := range all {
			if _, err := t.exec("UPDATE revision SET sum = ? WHERE id = ?", v.is, v.id); err != nil {
				return err
			}
		}
		return nil
	})
}

func (j *Journal) brokenVersion(c *conn, note int64) notes.Found {
	f := notes.Found{Kind: notes.FoundBrokenVersion, Note: notes.NoteID(note)}
	_ = c.row("SELECT p.name, n.date FROM note n JOIN person p ON p.id = n.person_id WHERE n.id = ?", []any{note}, &f.Person, &f.Date)
	return f
}

// checkSearch holds the search index against the notes: whole where they are few, else some words of each.
func (j *Journal) checkSearch() (done bool, err error) {
	k := &j.check
	if k.at == 0 {
		few, err := one(k.c, "SELECT count(*) <= ?1 FROM (SELECT 1 FROM note LIMIT ?1 + 1)", scalar[bool], wholeSearch)
		if err != nil {
			return false, err
		}
		if few {
			if err := j.checkIndex(); errors.Is(err, notes.ErrDamaged) {
				j.finds(notes.Found{Kind: notes.FoundBrokenSearch})
			} else if err != nil {
				return false, err
			}
			return true, nil
		}
	}
	type place struct {
		id, at int64
		body   string
	}
	all, err := list(k.c, "SELECT id, coalesce(search_id, 0), body FROM note WHERE id > ? ORDER BY id LIMIT ?", []any{k.at, notesAtOnce},
		func(s scanner) (p place, err error) { return p, s.Scan(&p.id, &p.at, &p.body) })
	if err != nil {
		return false, err
	}
	for _, p := range all {
		k.at = p.id
		if p.at == 0 {
			continue
		}
		words := wordsIn(p.body)
		for range min(wordsLooked, len(words)) {
			word := words[rand.IntN(len(words))] //nolint:gosec // any of them will do
			found, err := one(k.c, "SELECT count(*) FROM search WHERE search MATCH ? AND rowid = ?", scalar[int],
				`body : "`+strings.ReplaceAll(word, `"`, `""`)+`"`, p.at)
			if err != nil {
				return false, err
			}
			if found == 0 && foldedByIndex(word) {
				j.finds(notes.Found{Kind: notes.FoundBrokenSearch})
				return true, nil
			}
		}
	}
	return len(all) < notesAtOnce, nil
}

// checkStructure has SQLite check the pages of a table and its indexes, or note that all is checked.
func (j *Journal) checkStructure(today notes.Date) (func() (bool, error), error) {
	k := &j.check
	if k.tables == nil {
		var err error
		if k.tables, err = list(k.c, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", nil, scalar[string]); err != nil {
			k.tables = []string{"note"}
			j.finds(notes.Found{Kind: notes.FoundBrokenFile})
		}
		size, err := one(k.c, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", scalar[int64])
		if err == nil && size <= wholeFile {
			k.tables = append(k.tables, "")
		}
	}
	if int(k.at) >= len(k.tables) {
		j.endCheck()
		return nil, j.write(func(t *tx) error {
			t.aside = true
			return errors.Join(t.keepSetting(notes.PutSetting{Key: checkedKey, Value: string(today)}),
				t.keepSetting(notes.PutSetting{Key: checkingKey}))
		})
	}
	table, c := k.tables[k.at], k.c
	k.at++
	ctx, cancel := context.WithCancel(context.Background())
	j.cancelMu.Lock()
	j.cancel = cancel
	j.cancelMu.Unlock()
	return func() (bool, error) {
		defer cancel()
		said, err := c.integrity(ctx, table)
		if err == nil && said == "ok" || errors.Is(ctx.Err(), context.Canceled) {
			return true, nil
		}
		j.mu.Lock()
		defer j.mu.Unlock()
		j.findsBroken(table)
		return true, nil
	}, nil
}

// findsBroken notes that pages of a table are damaged; "" are those of no table, which is nothing more where another one is damaged.
func (j *Journal) findsBroken(table string) {
	switch {
	case isDerived(table):
		j.findsMore(notes.Found{Kind: notes.FoundBrokenSearch})
	case table != "" || len(j.found) == 0:
		j.finds(notes.Found{Kind: notes.FoundBrokenFile, What: table})
	}
}

// integrity is what SQLite says of a table, or of the whole file where it is "": "ok", or what is wrong first.
func (c *conn) integrity(ctx context.Context, table string) (string, error) {
	ask := "PRAGMA integrity_check"
	if table != "" {
		ask += "('" + table + "')"
	}
	s, err := c.one.Prepare(ask)
	if err != nil {
		return "", translate(err)
	}
	defer s.Close() //nolint:errcheck // it was only read
	rows, err := s.(driver.StmtQueryContext).QueryContext(ctx, nil)
	if err != nil {
		return "", translate(err)
	}
	defer rows.Close() //nolint:errcheck // it was only read
	line := make(row, 1)
	if err := rows.Next(line); err != nil && !errors.Is(err, io.EOF) {
		return "", translate(err)
	}
	said, _ := line[0].(string)
	return said, nil
}

// CheckAnew has the checks of today begin again.
func (j *Journal) CheckAnew() error {
	j.stopCheck()
	j.mu.Lock()
	defer j.mu.Unlock()
	j.found = slices.DeleteFunc(j.found, func(f notes.Found) bool { return f.Path == "" }) // what is still there is found again
	return j.write(func(t *tx) error {
		t.aside = true
		return errors.Join(t.keepSetting(notes.PutSetting{Key: checkedKey}), t.keepSetting(notes.PutSetting{Key: checkingKey}))
	})
}

// Keep takes a note, versions or rows that aren't what was saved for what was saved: they are summed anew.
func (j *Journal) Keep(f notes.Found) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	err := j.write(func(t *tx) (err error) {
		t.aside = true
		switch f.Kind {
		case notes.FoundBrokenNote:
			_, err = t.exec("UPDATE note SET sum = 0 WHERE id = ?", f.Note)
		case notes.FoundBrokenVersion:
			_, err = t.exec("UPDATE revision SET sum = 0 WHERE note_id = ?", f.Note)
		case notes.FoundBrokenRow:
			_, err = t.exec("DELETE FROM row_sum WHERE name = ?", f.What)
		}
		return err
	})
	if err == nil {
		j.found = slices.DeleteFunc(j.found, func(had notes.Found) bool { return had == f })
	}
	return err
}

// SaveReadable reads what can be read of the journal on the disk into a new one beside it: see Salvage.
func (j *Journal) SaveReadable() (notes.Salvaged, error) {
	path, err := j.opened()
	if err != nil {
		return notes.Salvaged{}, err
	}
	s := salvage{now: j.now, to: salvagedName(path, notes.DateOf(j.now()))}
	if IsProtected(path) {
		err = j.saveReadable(&s)
	} else {
		err = s.run(path)
	}
	return s.report, explainSalvage(path, err)
}
