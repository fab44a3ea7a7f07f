package storage

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// salvageMark stands in the name of a journal that was salvaged, before its day.
const salvageMark = ".salvaged-"

// derivedTables are made from the notes, and so are not read of a damaged journal.
var derivedTables = []string{"item", "item_tag", "word", "unworded", "unindexed", "search", "search_pair"}

// Salvage reads what can be read of the damaged journal at path into a new one beside it, and says what could not. It writes
// nothing into the damaged one. Every table is read from its beginning and from its end up to what is damaged, and the rows
// between one by one. Of a note whose text is lost the newest version is taken, else the lines that were filed from it.
func Salvage(path string, now func() time.Time) (notes.Salvaged, error) {
	path, err := place(path, false)
	if err != nil {
		return notes.Salvaged{}, err
	}
	j := &Journal{path: path, now: now, clean: func() error { return nil }}
	if IsProtected(path) {
		return notes.Salvaged{}, j.noKey() // SalvageProtected does it with a key
	}
	if err := j.take(); err != nil {
		return notes.Salvaged{}, errors.Join(explain(path, err), j.close())
	}
	s := salvage{now: now, to: salvagedName(path, notes.DateOf(now()))}
	err = s.run(path)
	return s.report, errors.Join(explainSalvage(path, err), j.close())
}

func explainSalvage(path string, err error) error {
	if errors.Is(err, notes.ErrEmpty) {
		return err // it says what can be done
	}
	if errors.Is(err, notes.ErrDamaged) {
		return say(notes.ErrDamaged, err, voice.T("Nothing could be read from {path}. Open a backup, or the copy that the last update made. "+
			"The damaged file is unchanged.", "path", path))
	}
	if err == nil {
		return nil
	}
	return explain(path, err)
}

func salvagedName(path string, day notes.Date) string {
	end := filepath.Ext(path)
	base := strings.TrimSuffix(path, end) + salvageMark + string(day)
	name := base + end
	for n := 2; exists(name) || exists(name+"-wal"); n++ {
		name = base + "-" + strconv.Itoa(n) + end
	}
	return name
}

type salvage struct {
	from   *conn
	made   *Journal
	now    func() time.Time
	path   string
	to     string
	schema int
	report notes.Salvaged
}

func (s *salvage) run(path string) (err error) {
	s.path = path
	if s.from, err = openConn(damagedMode(path)); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.from.close()) }()
	if err := s.from.row("PRAGMA user_version", nil, &s.schema); err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	if s.schema < 1 || s.schema > len(steps) {
		return notes.ErrDamaged
	}
	s.report.Path = s.to
	whole, err := OpenFilled(s.to, Options{Now: s.now}, s.fill)
	if err != nil {
		return err
	}
	return whole.Close()
}

// damagedMode only reads, and takes what it finds for what it seems to be.
func damagedMode(path string) mode {
	m := readable(path, !exists(path+"-wal"))
	m.pragmas = append(slices.Clone(m.pragmas), "PRAGMA cell_size_check = OFF")
	return m
}

// fill brings what can be read into an empty journal, which is of the present schema: what an older one lacks has its default.
func (s *salvage) fill(made *Journal) error {
	s.made = made
	if err := made.c.script("PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	err := made.write(func(t *tx) error {
		for _, statement := range []string{"DELETE FROM person", "DELETE FROM template"} { // those that every new journal has
			if _, err := t.exec(statement); err != nil {
				return err
			}
		}
		if err := s.copyTables(t); err != nil {
			return err
		}
		if err := s.bringBackStrays(t); err != nil {
			return err
		}
		if err := s.bringBackNotes(t); err != nil {
			return err
		}
		if err := s.bringBackPeople(t); err != nil {
			return err
		}
		if err := dropOrphans(t); err != nil {
			return err
		}
		return s.count(t)
	})
	if err = errors.Join(err, made.c.script("PRAGMA foreign_keys = ON")); err != nil {
		return err
	}
	made.names, made.earlier = nil, nil
	return made.Rebuild()
}

// copyTables copies the rows of every table but the derived ones.
func (s *salvage) copyTables(t *tx) error {
	tables, err := list(t.conn, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
		nil, scalar[string])
	if err != nil {
		return err
	}
	read := 0
	for _, table := range tables {
		if slices.Contains(derivedTables, table) || strings.HasPrefix(table, "search_") {
			continue
		}
		n, whole, err := s.copyTable(t, table)
		if err != nil {
			return err
		}
		if read += n; !whole {
			s.report.Partly = append(s.report.Partly, table)
		}
	}
	if read == 0 {
		return notes.ErrDamaged
	}
	return nil
}

// rowsOf are the rows of one table on their way from the damaged journal into the new one.
type rowsOf struct {
	t      *tx
	insert string
	key    string // the column that numbers them, the first that is read; "" for none
	wide   int    // how many columns there are
	seen   map[int64]bool
	taken  int
	torn   bool  // some row is missing, or is none
	fault  error // of the new journal
}

// take puts a row into the new journal.
func (r *rowsOf) take(sc scanner) (more bool, err error) {
	from := sc.(row)
	values := make([]any, r.wide)
	for i := range values {
		values[i] = from[i]
	}
	if id, ok := from[0].(int64); ok && r.key != "" {
		r.seen[id] = true
	}
	switch _, err := r.t.exec(r.insert, values...); {
	case isConstraint(err): // a value that the table doesn't take: a damaged row
		r.torn = true
	case err != nil:
		r.fault = err
		return false, err
	default:
		r.taken++
	}
	return true, nil
}

// takeUnseen is take up to a row that was taken already.
func (r *rowsOf) takeUnseen(sc scanner) (more bool, err error) {
	if id, ok := sc.(row)[0].(int64); ok && r.seen[id] {
		return false, nil
	}
	return r.take(sc)
}

// copyTable copies a table's rows; whole is false where some may be missing.
func (s *salvage) copyTable(t *tx, table string) (n int, whole bool, err error) {
	columns, key, err := s.columns(t, table)
	if err != nil || len(columns) == 0 {
		return 0, err == nil && !s.has(table), err
	}
	named := strings.Join(columns, ", ")
	rows := &rowsOf{t: t, key: key, wide: len(columns), seen: map[int64]bool{}}
	// OR REPLACE: rows that every new journal has, and such as are read twice.
	rows.insert = "INSERT OR REPLACE INTO " + table + " (" + named + ") VALUES (?" + strings.Repeat(", ?", len(columns)-1) + ")"
	query := "SELECT " + named + " FROM " + table
	if key == "" {
		err = s.from.each(query, nil, rows.take)
	} else if err = s.from.each(query+" ORDER BY "+key, nil, rows.take); err != nil && rows.fault == nil {
		_ = s.from.each(query+" ORDER BY "+key+" DESC", nil, rows.takeUnseen) // up to what is damaged, from the other end
		s.probe(query+" WHERE "+key+" = ?", rows)
	}
	return rows.taken, err == nil && !rows.torn, rows.fault
}

// mostProbed is how many rows of a gap are looked for one by one.
const mostProbed = 1 << 20

// probe looks for the rows of a table one by one that were not seen.
func (s *salvage) probe(query string, rows *rowsOf) {
	high := int64(0)
	for id := range rows.seen {
		high = max(high, id)
	}
	high = min(high, mostProbed)
	if high == 0 {
		high = 1000
	}
	for id := int64(1); id <= high; id++ {
		if !rows.seen[id] {
			_ = s.from.each(query, []any{id}, rows.take) // what can't be read is what is lost
		}
	}
}

// has reports whether the damaged journal knows the table: it may be of an older schema.
func (s *salvage) has(table string) bool {
	n := 0
	err := s.from.row("SELECT count(*) FROM sqlite_schema WHERE name = ?", []any{table}, &n)
	return err != nil || n > 0
}

// columns are those of a table that both journals have, and key the one that numbers its rows, first among them; "" for none.
func (s *salvage) columns(t *tx, table string) (columns []string, key string, err error) {
	const query = "SELECT name, pk, type FROM pragma_table_info(?)"
	type column struct {
		name, kind string
		key        int
	}
	scan := func(sc scanner) (c column, err error) {
		err = sc.Scan(&c.name, &c.key, &c.kind)
		return c, err
	}
	ours, err := list(t.conn, query, []any{table}, scan)
	if err != nil {
		return nil, "", err
	}
	theirs, err := list(s.from, query, []any{table}, scan)
	if err != nil {
		return nil, "", nil //nolint:nilerr // a table that can't be read at all
	}
	keys := 0
	for _, c := range ours {
		if c.key > 0 {
			keys++
		}
	}
	for _, c := range ours {
		switch {
		case !slices.ContainsFunc(theirs, func(x column) bool { return x.name == c.name }), table == "note" && c.name == "search_id":
		case c.key == 1 && keys == 1 && c.kind == "INTEGER":
			columns, key = slices.Insert(columns, 0, c.name), c.name
		default:
			columns = append(columns, c.name)
		}
	}
	return columns, key, nil
}

// bringBackNotes puts in the place of lost notes what else is known of them: who and when from an index, the newest version of
// the text or the lines that were filed from it.
func (s *salvage) bringBackNotes(t *tx) error {
	have, err := list(t.conn, "SELECT id FROM note", nil, scalar[int64])
	if err != nil {
		return err
	}
	known := map[int64]bool{}
	for _, id := range have {
		known[id] = true
	}
	type lost struct {
		id     int64
		person notes.PersonID
		date   notes.Date
	}
	var all []lost
	take := func(sc scanner) (bool, error) {
		var l lost
		if err := sc.Scan(&l.id, &l.person, &l.date); err == nil && !known[l.id] && l.date.Valid() {
			known[l.id] = true
			all = append(all, l)
		}
		return true, nil
	}
	for _, order := range []string{"", " ORDER BY person_id DESC, date"} { // from both ends of the index
		_ = s.from.each("SELECT id, person_id, date FROM note INDEXED BY note_person"+order, nil, take)
	}
	_ = s.from.each("SELECT DISTINCT note_id, person_id, note_date FROM item WHERE person_id > 0", nil, take)
	kinds := s.kinds()
	for _, l := range all {
		found := notes.LostNote{Date: l.date}
		_ = t.row("SELECT name FROM person WHERE id = ?", []any{l.person}, &found.Person)
		body, err := s.insteadOf(t, l.id, &found)
		if err != nil {
			return err
		}
		s.report.Lost = append(s.report.Lost, found)
		if body == "" {
			continue
		}
		if _, err := t.exec(`INSERT INTO note (id, uid, person_id, kind, date, made_at, updated_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			l.id, newUID(), l.person, kinds(l.id), l.date, t.stamp(), t.stamp(), body); err != nil {
			return fmt.Errorf("bring back a note: %w", err)
		}
	}
	return nil
}

// kinds tells what kind a lost note was, by the indexes that have one kind each: a journal note is in none of them. Where one of them
// can't be read to its end, that says nothing, and a note is taken for a one-on-one, as most are.
func (s *salvage) kinds() (of func(note int64) notes.NoteKind) {
	known, rest := map[int64]notes.NoteKind{}, notes.JournalNote
	for _, i := range []struct {
		kind  notes.NoteKind
		query string
	}{
		{notes.PlannedNote, "SELECT id FROM note INDEXED BY note_planned WHERE kind = 'planned' AND deleted_at IS NULL"},
		{notes.HeldNote, "SELECT id FROM note INDEXED BY note_held WHERE kind = 'held' AND deleted_at IS NULL"},
		{notes.MissedNote, "SELECT id FROM note INDEXED BY note_missed WHERE kind = 'missed'"},
	} {
		err := s.from.each(i.query, nil, func(sc scanner) (bool, error) {
			var id int64
			err := sc.Scan(&id)
			if err == nil {
				known[id] = i.kind
			}
			return true, err
		})
		if err != nil {
			rest = notes.HeldNote
		}
	}
	return func(note int64) notes.NoteKind { return cmp.Or(known[note], rest) }
}

// insteadOf is what is put in the place of a lost text, "" where nothing is left of it.
func (s *salvage) insteadOf(t *tx, id int64, found *notes.LostNote) (string, error) {
	body, err := one(t.conn, "SELECT body FROM revision WHERE note_id = ? ORDER BY rev DESC, id DESC LIMIT 1", scalar[string], id)
	if !errors.Is(err, notes.ErrNotFound) {
		found.Earlier = err == nil
		return body, err
	}
	var lines []string
	// Where some of the lines can't be read either, the others are better than none.
	_ = s.from.each("SELECT DISTINCT line, label || ': ' || text FROM item WHERE note_id = ? ORDER BY line", []any{id},
		func(sc scanner) (bool, error) {
			line, said := 0, ""
			if sc.Scan(&line, &said) == nil {
				lines = append(lines, said)
			}
			return true, nil
		})
	if len(lines) == 0 {
		return "", nil
	}
	found.Filed = true
	return strings.Join(lines, "\n") + "\n", nil
}

// bringBackPeople makes somebody for each person of a note whose own row is lost, and the manager.
func (s *salvage) bringBackPeople(t *tx) error {
	ids, err := list(t.conn, "SELECT DISTINCT person_id FROM note WHERE person_id NOT IN (SELECT id FROM person) ORDER BY person_id", nil,
		scalar[int64])
	if err != nil {
		return err
	}
	me := 0
	if err := t.row("SELECT count(*) FROM person WHERE kind = 'me'", nil, &me); err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := t.exec("INSERT INTO person (id, uid, kind, name, since, updated_at) VALUES (?, ?, 'report', ?, ?, ?)",
			id, newUID(), voice.T("Unknown person {number}", "number", strconv.FormatInt(id, 10)), t.today(), t.stamp()); err != nil {
			return fmt.Errorf("bring back a person: %w", err)
		}
	}
	if me > 0 {
		return nil
	}
	_, err = t.insertPerson(notes.Person{Kind: notes.KindMe, Name: notes.NameOfMe, State: notes.StateHere, Since: t.today()})
	return err
}

// dropOrphans deletes rows that belong to what is lost; without it they say nothing.
func dropOrphans(t *tx) error {
	type orphan struct {
		table string
		id    int64
	}
	for {
		orphans, err := list(t.conn, `SELECT "table", coalesce(rowid, 0) FROM pragma_foreign_key_check`, nil,
			func(sc scanner) (o orphan, err error) {
				err = sc.Scan(&o.table, &o.id)
				return o, err
			})
		if err != nil || len(orphans) == 0 {
			return err
		}
		before := len(orphans)
		for _, o := range orphans {
			if _, err := t.exec("DELETE FROM "+o.table+" WHERE rowid = ?", o.id); err != nil {
				return err
			}
		}
		left := 0
		if err := t.row("SELECT count(*) FROM pragma_foreign_key_check", nil, &left); err != nil || left >= before {
			return err
		}
	}
}

func (s *salvage) count(t *tx) error {
	if err := t.row("SELECT count(*) FROM note WHERE deleted_at IS NULL", nil, &s.report.Notes); err != nil {
		return err
	}
	return t.row("SELECT count(*) FROM person WHERE kind <> 'me' AND deleted_at IS NULL", nil, &s.report.People)
}
