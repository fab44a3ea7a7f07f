package storage

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/mattn/go-sqlite3"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

// merger merges an archive into a journal, piece by piece, each in a transaction of its own.
type merger struct {
	*tx
	j        *Journal
	id       int64 // of the import
	logs     []*arcTable
	pieces   int
	waiting  []*archive.Row // rows of the table that is being read
	bytes    int            // of their texts
	tree     fs.FS
	source   *readTree // the same, with what was read
	tables   []*arcTable
	at       *arcTable // which is being read
	whole    bool      // the journal was empty and becomes what the archive is
	mark     string    // of the folder
	theirs   []theirText
	progress archive.Progress
	seen, of int
	did      archive.Imported

	ids        map[string]map[string]int64 // of the rows of small tables: by table, by uid; also of those that stand for others
	byName     map[string]string           // uid of a person by name, for notes that give no more
	stems      map[string]string           // uid of a person by how their file is called
	stepIns    map[string]stepInFile       // what files say of the people of step-ins, by uid
	listed     map[string][]string         // whom the rows beside them name
	reread     []int64                     // notes of which lines are read as before an update, or no more
	names      []string                    // that were given or taken away
	labelWords string                      // before
	flipped    []int64                     // people who went to the trash or came from it
	later      []string                    // files of notes whose texts are to be joined
	first      int64                       // the last note that was there before
	shared     map[string]bool             // uids of versions that both sides have
}

// setUp reads what the journal is before anything of the archive is in it.
func (m *merger) setUp() (err error) {
	m.ids, m.shared = map[string]map[string]int64{}, map[string]bool{}
	m.stems, m.stepIns, m.listed = map[string]string{}, map[string]stepInFile{}, map[string][]string{}
	if m.tables, err = m.arcTables(); err != nil {
		return err
	}
	if m.labelWords, err = m.setting(notes.SettingLabelWords); err != nil {
		return err
	}
	return m.row("SELECT coalesce(max(id), 0) FROM note", nil, &m.first)
}

func isConstraint(err error) bool {
	var se sqlite3.Error
	return errors.As(err, &se) && se.Code == sqlite3.ErrConstraint
}

// set puts a value into a column of a row, if the table has that.
func (t *arcTable) set(values []any, name string, v any) {
	if i, ok := t.column(name); ok {
		values[i] = v
	}
}

// derivedUID is always the same for the same text, so that what was written by hand is the same row when it is read again.
func derivedUID(parts ...string) string {
	all := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return uidText.EncodeToString(all[:16])
}

// complete fills in what one need not write by hand. It reports false where the row is left out, which it has told.
func (m *merger) complete(r *archive.Row, values []any) (bool, error) {
	at := m.at
	_, hasFiles := archive.KindOf(at.name)
	if at.text(values, "uid") == "" {
		if !hasFiles {
			return false, archive.Bad{File: r.File, Line: r.Line, Why: voice.T("a line here needs a uid.")}
		}
		at.set(values, "uid", derivedUID(at.name, r.File))
		if i, ok := at.column("updated_at"); ok && values[i] == int64(0) {
			values[i] = m.whenWritten(r.File)
		}
	}
	if at.name == "person" {
		m.completePerson(r, values)
	}
	if i, ok := at.column("person_id"); ok && values[i] == nil && at.columns[i].must && hasFiles {
		uid, err := m.personNamed(r)
		if err != nil {
			return false, err
		}
		values[i] = uid
	}
	if at.name == archive.Notes {
		m.completeNote(values)
	}
	return true, nil
}

// whenWritten is when a file was changed last.
func (m *merger) whenWritten(file string) int64 {
	if st, err := fs.Stat(m.tree, file); err == nil {
		return st.ModTime().UnixMilli()
	}
	return m.stamp()
}

func (m *merger) completePerson(r *archive.Row, values []any) {
	if m.at.text(values, "name") == "" {
		stem := r.File[strings.LastIndexByte(r.File, '/')+1:]
		m.at.set(values, "name", strings.TrimSuffix(stem, ".md"))
	}
	if m.at.text(values, "kind") == "" {
		m.at.set(values, "kind", string(notes.KindReport))
	}
	if m.at.text(values, "state") == "" {
		m.at.set(values, "state", string(notes.StateHere))
	}
}

func (m *merger) completeNote(values []any) {
	if m.at.text(values, "kind") == "" {
		kind := notes.HeldNote
		if notes.Date(m.at.text(values, "date")) > m.today() {
			kind = notes.PlannedNote
		}
		m.at.set(values, "kind", string(kind))
	}
	if m.at.int(values, "rev") == 0 {
		m.at.set(values, "rev", int64(1))
	}
	if m.at.int(values, "made_at") == 0 {
		m.at.set(values, "made_at", m.at.int(values, "updated_at"))
	}
}

// personNamed is the uid of whom a file names without saying the uid.
func (m *merger) personNamed(r *archive.Row) (string, error) {
	said, _ := r.Get("person")
	return m.whoIs(r, said)
}

// whoIs is the uid of whom a name means: a link to their file, or a name that they go by. Who isn't in the journal yet is added.
func (m *merger) whoIs(r *archive.Row, said string) (string, error) {
	name, isLink := strings.CutPrefix(strings.TrimSpace(said), "[[")
	name = strings.TrimSuffix(name, "]]")
	stem, shown, both := strings.Cut(name, "|")
	if uid, ok := m.stems[stemOf(stem)]; ok && isLink {
		return uid, nil
	}
	if both {
		name = shown
	}
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return "", archive.Bad{File: r.File, Why: voice.T(
			"it doesn't say who it's about. Add a line like “person: Ana Lima” between the two ---.")}
	}
	if m.byName == nil {
		if err := m.readNamesOfPeople(); err != nil {
			return "", err
		}
	}
	key := strings.ToLower(name)
	if uid, ok := m.byName[key]; ok {
		return uid, nil
	}
	uid := derivedUID("person", key)
	_, err := m.exec(`INSERT INTO person (uid, kind, name, since, updated_at) VALUES (?, 'report', ?, ?, ?)`, uid, name, m.today(), m.stamp())
	m.byName[key] = uid
	m.names, m.j.names = append(m.names, name), nil
	return uid, err
}

func (m *merger) readNamesOfPeople() error {
	m.byName = map[string]string{}
	_, err := list(m.conn, `SELECT lower(name), uid FROM (
		SELECT a.name, p.uid, 1 AS alias, p.id FROM alias a JOIN person p ON p.id = a.person_id WHERE p.deleted_at IS NULL
		UNION ALL SELECT name, uid, 0, id FROM person WHERE deleted_at IS NULL) ORDER BY alias DESC, id DESC`, nil,
		func(s scanner) (struct{}, error) {
			var name, uid string
			err := s.Scan(&name, &uid)
			m.byName[strings.ToLower(name)] = uid
			return struct{}{}, err
		})
	return err
}

// check refuses what the journal couldn't work with.
func (m *merger) check(r *archive.Row, values []any) error {
	if m.at.name != archive.Notes {
		return nil
	}
	date := notes.Date(m.at.text(values, "date"))
	if err := checkNote(notes.NoteKind(m.at.text(values, "kind")), date, m.at.text(values, "at")); err != nil {
		var invalid notes.Invalid
		if errors.As(err, &invalid) {
			if invalid.Field == "Date" {
				return archive.Bad{File: r.File, Why: voice.T("it needs a date such as “date: 2026-11-27” between the two ---.")}
			}
			return archive.Bad{File: r.File, Why: invalid.Why}
		}
		return err
	}
	return nil
}

// idOf is the id of a row by its uid, 0 where there is none.
func (m *merger) idOf(table, uid string) (int64, error) {
	if id, ok := m.ids[table][uid]; ok {
		return id, nil
	}
	id, err := one(m.conn, "SELECT id FROM "+table+" WHERE uid = ?", scalar[int64], uid)
	if errors.Is(err, notes.ErrNotFound) {
		return 0, nil
	}
	if err == nil && table != "note" && table != "revision" {
		m.standsFor(table, uid, id)
	}
	return id, err
}

// standsFor remembers the row that has a uid, or stands for one that had.
func (m *merger) standsFor(table, uid string, id int64) {
	if m.ids[table] == nil {
		m.ids[table] = map[string]int64{}
	}
	m.ids[table][uid] = id
}

// bind puts ids in the place of uids. It reports false where a row that this one belongs to is missing.
func (m *merger) bind(values []any) (bound []any, ok bool, err error) {
	bound = slices.Clone(values)
	for i, c := range m.at.columns {
		if c.refers == "" {
			continue
		}
		uid, _ := values[i].(string)
		id := int64(0)
		if uid != "" {
			if id, err = m.idOf(c.refers, uid); err != nil {
				return nil, false, err
			}
		}
		switch {
		case id != 0:
			bound[i] = id
		case c.must:
			return nil, false, nil
		default:
			bound[i] = nil
		}
	}
	return bound, true, nil
}

// merge takes a row into the journal.
func (m *merger) merge(r *archive.Row, values []any) error {
	bound, ok, err := m.bind(values)
	if err != nil {
		return err
	}
	if !ok {
		file := r.File
		if r.Listed {
			file = fmt.Sprintf("%s:%d", r.File, r.Line)
		}
		return m.Skip(file, voice.T("what it belongs to isn't in the folder."))
	}
	uid := m.at.text(values, "uid")
	id, err := m.idOf(m.at.name, uid)
	if err != nil {
		return err
	}
	twin, err := m.twin(bound, id)
	if err != nil {
		return err
	}
	if twin != 0 {
		return m.withTwin(bound, id, twin)
	}
	if id == 0 {
		return m.insert(bound)
	}
	return m.intoRow(r, bound, id)
}

// intoRow merges a row into the one that is there already.
func (m *merger) intoRow(r *archive.Row, bound []any, id int64) error {
	if m.at.name == "revision" {
		m.shared[m.at.text(bound, "uid")] = true
		return nil
	}
	have, err := m.have(id)
	if err != nil {
		return err
	}
	if m.at.name == archive.Notes && m.at.text(have, "body") != m.at.text(bound, "body") {
		m.later = append(m.later, r.File)
		return nil
	}
	return m.newest(r, have, bound, id)
}

// have is a row as it is in the journal, with ids.
func (m *merger) have(id int64) ([]any, error) {
	cols := make([]string, len(m.at.columns))
	for i, c := range m.at.columns {
		cols[i] = c.name
	}
	return one(m.conn, "SELECT "+strings.Join(cols, ", ")+" FROM "+m.at.name+" WHERE id = ?", m.at.scanValues, id)
}

// newest leaves of two readings of a row the one that was written last. Where they were written at one time and differ, the
// file was changed by hand and counts; of lines, which nobody changes by hand, always the same one.
func (m *merger) newest(r *archive.Row, have, bound []any, id int64) error {
	was, is := m.at.int(have, "updated_at"), m.at.int(bound, "updated_at")
	rev := max(m.at.int(have, "rev"), m.at.int(bound, "rev"))
	m.at.set(bound, "rev", rev)
	same := m.alike(have, bound)
	switch {
	case is < was, is == was && same && rev == m.at.int(have, "rev"):
		return nil
	case is == was && !same && r.Listed && fmt.Sprint(have...) > fmt.Sprint(bound...):
		return nil
	case is == was && !same && !r.Listed: // what takes it from there knows the one that it came from by its time
		m.at.set(bound, "updated_at", is+1)
	}
	if m.at.name == archive.Notes && !same {
		m.did.Changed++
	}
	return m.update(have, bound, id)
}

// alike reports whether two readings of a row say the same.
func (m *merger) alike(a, b []any) bool {
	for i, c := range m.at.columns {
		if c.name != "updated_at" && c.name != "rev" && a[i] != b[i] {
			return false
		}
	}
	return true
}

// twin is another row that has what no two rows may have in common, 0 where there is none.
func (m *merger) twin(bound []any, id int64) (int64, error) {
	for _, u := range m.at.unique {
		switch {
		case u.where == "kind = 'me'" && m.at.text(bound, "kind") != string(notes.KindMe),
			u.where == "deleted_at IS NULL" && m.at.value(bound, "deleted_at") != nil:
			continue
		}
		var conds []string
		args := make([]any, 0, len(u.columns)+1)
		for _, c := range u.columns {
			conds = append(conds, c+" = ?")
			args = append(args, m.at.value(bound, c))
		}
		query := "SELECT id FROM " + m.at.name + " WHERE " + strings.Join(conds, " AND ") + " AND id <> ?"
		if u.where != "" {
			query += " AND " + u.where
		}
		found, err := one(m.conn, query, scalar[int64], append(args, id)...)
		if !errors.Is(err, notes.ErrNotFound) {
			return found, err
		}
	}
	return 0, nil
}

// withTwin leaves one row of those that mean the same, the one that was written last. What belongs to the other belongs to it.
func (m *merger) withTwin(bound []any, id, twin int64) error {
	uid := m.at.text(bound, "uid")
	have, err := m.have(twin)
	if err != nil {
		return err
	}
	if id != 0 {
		if err := m.giveTo(id, twin); err != nil {
			return err
		}
	}
	was, is := m.at.int(have, "updated_at"), m.at.int(bound, "updated_at")
	m.standsFor(m.at.name, uid, twin)
	m.standsFor(m.at.name, m.at.text(have, "uid"), twin)
	if m.whole || is > was || is == was && uid > m.at.text(have, "uid") {
		return m.update(have, bound, twin)
	}
	return nil
}

// giveTo deletes a row and gives what belongs to it to another one.
func (m *merger) giveTo(from, to int64) error {
	for _, t := range m.tables {
		for _, c := range t.columns {
			if c.refers != m.at.name {
				continue
			}
			if _, err := m.exec("UPDATE OR IGNORE "+t.name+" SET "+c.name+" = ? WHERE "+c.name+" = ?", to, from); err != nil {
				return err
			}
		}
	}
	for uid, id := range m.ids[m.at.name] {
		if id == from {
			m.ids[m.at.name][uid] = to
		}
	}
	_, err := m.exec("DELETE FROM "+m.at.name+" WHERE id = ?", from)
	return err
}

// update writes a row over.
func (m *merger) update(have, bound []any, id int64) error {
	at := m.at
	m.remember(have, bound, id)
	if at.name == archive.Notes {
		return m.updateNote(bound, id)
	}
	return m.overwrite(bound, id)
}

func (m *merger) overwrite(bound []any, id int64) error {
	set := make([]string, len(m.at.columns))
	for i, c := range m.at.columns {
		set[i] = c.name + " = ?"
	}
	_, err := m.exec("UPDATE "+m.at.name+" SET "+strings.Join(set, ", ")+" WHERE id = ?", append(slices.Clone(bound), id)...)
	return err
}

// remember notes what makes lines of other notes read otherwise.
func (m *merger) remember(have, bound []any, id int64) {
	switch m.at.name {
	case "earlier", "earlier_person":
		m.rememberReading(have, bound)
	case "person", "alias":
		for _, values := range [][]any{have, bound} {
			if values != nil {
				m.names = append(m.names, m.at.text(values, "name"))
			}
		}
		if m.at.name == "person" && have != nil && (m.at.value(have, "deleted_at") == nil) != (m.at.value(bound, "deleted_at") == nil) {
			m.flipped = append(m.flipped, id)
		}
	}
}

func (m *merger) insert(bound []any) error {
	m.remember(nil, bound, 0)
	if m.at.name == archive.Notes {
		m.did.New++
		return m.insertNoteRow(bound)
	}
	id, err := m.insertRow(bound, "")
	if err == nil && m.at.name != "revision" {
		m.standsFor(m.at.name, m.at.text(bound, "uid"), id)
	}
	return err
}

// insertRow inserts the columns of a row and some more.
func (m *merger) insertRow(bound []any, more string, values ...any) (int64, error) {
	cols := make([]string, len(m.at.columns))
	for i, c := range m.at.columns {
		cols[i] = c.name
	}
	marks := strings.Repeat("?, ", len(bound)+len(values)-1) + "?"
	return m.exec("INSERT INTO "+m.at.name+" ("+strings.Join(cols, ", ")+more+") VALUES ("+marks+")",
		append(slices.Clone(bound), values...)...)
}

// recordOf is what filing takes of a row that is to be a note.
func (m *merger) recordOf(bound []any) (record, error) {
	at := m.at
	r := record{Note: notes.Note{Body: at.text(bound, "body"), Begun: at.text(bound, "begun")}}
	r.Imported = at.value(bound, "origin") != nil
	r.Person, r.Date = notes.PersonID(at.int(bound, "person_id")), notes.Date(at.text(bound, "date"))
	err := m.row("SELECT deleted_at IS NULL FROM person WHERE id = ?", []any{r.Person}, &r.shown)
	r.trashed = at.value(bound, "deleted_at") != nil
	r.shown = r.shown && !r.trashed
	return r, err
}

// grows is the room that a note is given for its place in the search index: a row that grows right after leaves half of its page
// empty.
const grows = "      "

// insertNoteRow inserts a note and files it; it can be found later (findable).
func (m *merger) insertNoteRow(bound []any) error {
	r, err := m.recordOf(bound)
	if err != nil {
		return err
	}
	shown := r.shown
	r.shown = true // the trash shows its title too
	f, err := m.read(&r)
	if err != nil {
		return err
	}
	who := f.who
	if shown {
		who += grows
	}
	id, err := m.insertRow(bound, ", title, open, who, also", f.title, f.open, who, f.also)
	if err != nil || !shown {
		return err
	}
	for i := range f.rows {
		f.rows[i].note = notes.NoteID(id)
		if err := m.insertItem(f.rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// findable puts the notes that came into the search index, in the order of their days: in any other the index would be written to
// in as many pieces as there are notes.
func (m *merger) findable() error {
	ids, err := m.idsOf("SELECT n.id" + fromShown + " AND n.search_id IS NULL ORDER BY n.date, n.id")
	if err != nil {
		return err
	}
	for i := 0; len(ids) > 0; i++ {
		n := min(pieceNotes, len(ids))
		if err := m.piece(func() error {
			for _, id := range ids[:n] {
				if err := m.findOne(id); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
		if ids = ids[n:]; i%mergeEvery == mergeEvery-1 {
			if err := m.joinIndex(); err != nil {
				return err
			}
		}
		if err := m.tell(); err != nil {
			return err
		}
	}
	return nil
}

// joinIndex joins pieces of the search index, of which it takes no more than 2000.
func (m *merger) joinIndex() error {
	m.j.mu.Lock()
	defer m.j.mu.Unlock()
	if m.j.c.closed() {
		return notes.ErrClosed
	}
	_, err := m.j.mergePart(mergePages)
	return err
}

func (m *merger) findOne(id notes.NoteID) error {
	r, err := m.record(id)
	if err != nil || !r.shown || r.searchID != 0 {
		return ignoreMissing(err) // something was done to it meanwhile
	}
	if r.searchID, err = m.searchPlace(r.Date); err != nil {
		return err
	}
	who := strings.TrimRight(r.who, " ")
	if _, err := m.exec("UPDATE note SET search_id = ?, who = ? WHERE id = ?", r.searchID, who, id); err != nil {
		return err
	}
	return m.index(&r, who)
}

// updateNote writes a note over and files it anew.
func (m *merger) updateNote(bound []any, id int64) error {
	r, err := m.record(notes.NoteID(id))
	if err != nil {
		return err
	}
	if err := m.unfind(&r); err != nil {
		return err
	}
	if err := m.overwrite(bound, id); err != nil {
		return err
	}
	m.j.written = nil // what is known of them is of the texts before
	return m.refile(notes.NoteID(id))
}

// peopleAsInForce brings the notes that are there to the people and names that came, before others are merged into them.
func (m *merger) peopleAsInForce() error {
	for _, person := range m.flipped {
		ids, err := m.idsOf("SELECT id FROM note WHERE person_id = ?", person)
		if err != nil {
			return err
		}
		if err := m.each(ids, pieceRows, m.refileThere); err != nil {
			return err
		}
	}
	return nil
}

// refileThere files a note again, if it is still there.
func (m *merger) refileThere(id notes.NoteID) error { return ignoreMissing(m.refile(id)) }

// rememberReading notes of which note lines are read as before an update, by a row of these readings or of whom one is about.
func (m *merger) rememberReading(rows ...[]any) {
	for _, values := range rows {
		if values == nil {
			continue
		}
		note := m.at.int(values, "note_id")
		if of := m.at.int(values, "earlier_id"); of != 0 {
			_ = m.row("SELECT note_id FROM earlier WHERE id = ?", []any{of}, &note) // it is there, or the row couldn't be
		}
		m.reread = append(m.reread, note)
	}
}

// readByReadings files the notes again of which lines are read as before an update, or no more.
func (m *merger) readByReadings() error {
	slices.Sort(m.reread)
	var ids []notes.NoteID
	for _, id := range slices.Compact(m.reread) {
		ids = append(ids, notes.NoteID(id))
	}
	if err := m.piece(func() error { m.j.earlier = nil; return nil }); err != nil {
		return err
	}
	return m.each(ids, pieceRows, m.refileThere)
}

// readAgain reads the notes again in which names, or words for labels, stand that weren't any before.
func (m *merger) readAgain() error {
	if err := m.readByReadings(); err != nil {
		return err
	}
	var match string
	var all bool
	if err := m.piece(func() error {
		words, err := m.setting(notes.SettingLabelWords)
		if words != m.labelWords {
			m.names = append(m.names, notes.WordsBetween(notes.ReadLabelWords(m.labelWords), notes.ReadLabelWords(words))...)
		}
		m.j.names = nil
		slices.Sort(m.names)
		match, all = mayContain(slices.Compact(m.names))
		return err
	}); err != nil || m.whole || match == "" && !all {
		return err
	}
	query, args := "SELECT id FROM note WHERE search_id IS NOT NULL ORDER BY id", []any(nil)
	if !all {
		query, args = "SELECT n.id FROM search s JOIN note n ON n.search_id = s.rowid WHERE search MATCH ? ORDER BY n.id", []any{match}
	}
	ids, err := m.idsOf(query, args...)
	if err != nil {
		return err
	}
	return m.each(ids, pieceRows, m.refileThere)
}

// tombs takes over what was deleted for good elsewhere.
func (m *merger) tombs() error {
	m.at = &arcTable{name: arcTombstones}
	if err := archive.ReadTable(m.tree, arcTombstones, m); err != nil {
		return err
	}
	return m.flush()
}

func (m *merger) tomb(r *archive.Row) error {
	uid, _ := r.Get("uid")
	kind, _ := r.Get("kind")
	text, _ := r.Get("at")
	at, ok := msOf(text)
	if uid == "" || !ok {
		return archive.Bad{File: r.File, Line: r.Line, Why: voice.T("“{value}” isn't a value of {name}.", "value", text, "name", "at")}
	}
	_, err := m.exec(`INSERT INTO tombstone (uid, kind, at) VALUES (?, ?, ?) ON CONFLICT (uid) DO UPDATE SET at = max(at, excluded.at)`,
		uid, kind, at)
	return err
}

// buried deletes what was deleted for good after it was last written, on either side. What is newer, or has something newer
// that belongs to it, stays, and nothing says any more that it was deleted.
func (m *merger) buried() error {
	for _, t := range m.tables {
		var graves []grave
		if err := m.piece(func() (err error) {
			graves, err = list(m.conn, "SELECT g.uid, r.id, g.at FROM tombstone g JOIN "+t.name+" r ON r.uid = g.uid ORDER BY g.uid", nil,
				func(s scanner) (g grave, err error) {
					err = s.Scan(&g.uid, &g.id, &g.at)
					return g, err
				})
			return err
		}); err != nil {
			return err
		}
		for len(graves) > 0 {
			n := min(pieceRows, len(graves))
			if err := m.piece(func() error { return m.buryAll(t, graves[:n]) }); err != nil {
				return err
			}
			graves = graves[n:]
		}
	}
	return nil
}

// grave is a row that was deleted for good, and when.
type grave struct {
	uid    string
	id, at int64
}

func (m *merger) buryAll(t *arcTable, graves []grave) error {
	for _, g := range graves {
		newest, err := m.lastWritten(t, g.id)
		if errors.Is(err, notes.ErrNotFound) {
			continue // it went with another one
		}
		if err != nil {
			return err
		}
		if newest > g.at {
			_, err = m.exec("DELETE FROM tombstone WHERE uid = ?", g.uid)
		} else {
			err = m.drop(t, g.id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) tableOf(name string) *arcTable {
	i := slices.IndexFunc(m.tables, func(t *arcTable) bool { return t.name == name })
	return m.tables[i]
}

// lastWritten is when a row, or anything that is alive and belongs to it, was last written.
func (m *merger) lastWritten(t *arcTable, id int64) (int64, error) {
	_, dated := t.column("updated_at")
	column := "updated_at"
	if !dated {
		column = "at" // a version of a text
	}
	newest, err := one(m.conn, "SELECT "+column+" FROM "+t.name+" WHERE id = ?", scalar[int64], id)
	if err != nil {
		return 0, err
	}
	for _, h := range t.hang {
		if h.table == "revision" {
			continue // an earlier text is nothing newer
		}
		type child struct {
			id   int64
			dead int64
		}
		children, err := list(m.conn, "SELECT c.id, coalesce((SELECT at FROM tombstone g WHERE g.uid = c.uid), -1) FROM "+h.table+
			" c WHERE c."+h.column+" = ?", []any{id}, func(s scanner) (c child, err error) {
			err = s.Scan(&c.id, &c.dead)
			return c, err
		})
		if err != nil {
			return 0, err
		}
		for _, c := range children {
			at, err := m.lastWritten(m.tableOf(h.table), c.id)
			if err != nil {
				return 0, err
			}
			if at > c.dead {
				newest = max(newest, at)
			}
		}
	}
	return newest, nil
}

// drop deletes a row that was deleted for good elsewhere, with what belongs to it.
func (m *merger) drop(t *arcTable, id int64) error {
	m.j.scrub = true
	var where string
	switch t.name {
	case "earlier":
		note, err := one(m.conn, "SELECT note_id FROM earlier WHERE id = ?", scalar[int64], id)
		if err != nil {
			return err
		}
		m.reread = append(m.reread, note)
	case archive.Notes:
		where = "SELECT id FROM note WHERE id = ?"
	case "person":
		where = "SELECT id FROM note WHERE person_id = ?"
		name, err := one(m.conn, "SELECT name FROM person WHERE id = ?", scalar[string], id)
		if err != nil {
			return err
		}
		m.names = append(m.names, name)
	}
	if where != "" {
		ids, err := list(m.conn, where, []any{id}, scalar[notes.NoteID])
		if err != nil {
			return err
		}
		for _, note := range ids {
			r, err := m.record(note)
			if err != nil {
				return err
			}
			if err := m.unfind(&r); err != nil {
				return err
			}
			if int64(note) > m.first {
				m.did.New--
			}
		}
	}
	_, err := m.exec("DELETE FROM "+t.name+" WHERE id = ?", id)
	return err
}

// tell tells that all of it is done.
func (m *merger) tell() error {
	if m.progress == nil {
		return nil
	}
	return m.progress(m.of, m.of)
}
