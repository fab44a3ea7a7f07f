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
	inOne    bool  // all of it is one transaction, which somebody else commits
	id       int64 // of the import
	logs     []*arcTable
	sinceLog int            // rows and notes that were written since the log was moved into the file
	last     bool           // this one makes the import a part of the journal
	waiting  []*archive.Row // rows of the table that is being read
	twins    []*archive.Row // of these, for which another row stands where they are to be
	settling bool           // these are taken now
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
	reread     []notes.NoteID              // notes of which lines were read as before an update
	inForce    map[nameOf]bool             // who was called what
	names      []string                    // that were given or taken away
	labelWords string                      // before
	flipped    []int64                     // people who went to the trash or came from it
	later      []string                    // files of notes whose texts are to be joined
	first      int64                       // the last note that was there before
	met        int64                       // up to when the folder had all that the journal has
	otherUID   map[string]string           // of notes that both sides took from one place
	seenUIDs   map[uint64]bool             // which rows were read from files, by a hash
	copies     map[string]bool             // files that are second ones of a row
	shared     map[string]bool             // uids of versions that both sides have
	giving     giving                      // what the search index is given
	ahead      *filedAhead                 // nil where nothing is read ahead
	reading    *readAhead                  // of the row that is being taken
}

// setUp reads what the journal is before anything of the archive is in it.
func (m *merger) setUp() (err error) {
	m.ids, m.shared = map[string]map[string]int64{}, map[string]bool{}
	m.seenUIDs, m.copies = map[uint64]bool{}, map[string]bool{}
	if err := m.metBefore(); err != nil {
		return err
	}
	m.stems, m.stepIns, m.listed = map[string]string{}, map[string]stepInFile{}, map[string][]string{}
	if m.tables, err = m.arcTables(); err != nil {
		return err
	}
	if m.labelWords, err = m.setting(notes.SettingLabelWords); err != nil {
		return err
	}
	if m.reread, err = m.readOtherwise(); err != nil {
		return err
	}
	if m.inForce, err = m.namesInForce(); err != nil {
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
	byHand := at.text(values, "uid") == ""
	if byHand {
		if !hasFiles {
			return false, archive.Bad{File: r.File, Line: r.Line, Why: voice.T("a line here has no “uid”.")}
		}
		m.completeByHand(r, values)
	}
	if at.name == "person" {
		m.completePerson(r, values)
		if byHand {
			if there, err := m.isThere(r, values); err != nil || there {
				return false, err
			}
		}
	}
	if i, ok := at.column("person_id"); ok && values[i] == nil && at.columns[i].must && hasFiles {
		uid, err := m.personNamed(r)
		if err != nil || uid == "" {
			return false, err
		}
		values[i] = uid
	}
	if at.name == archive.Notes {
		m.completeNote(values)
	}
	return true, nil
}

// completeByHand gives a row that was written by hand what tells it from others.
func (m *merger) completeByHand(r *archive.Row, values []any) {
	m.at.set(values, "uid", derivedUID(m.at.name, r.File))
	if i, ok := m.at.column("updated_at"); ok && values[i] == int64(0) {
		values[i] = m.whenWritten(r.File)
	}
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
		return m.skipOrphan(r)
	}
	uid := m.at.text(values, "uid")
	id, err := m.idOf(m.at.name, uid)
	if err != nil {
		return err
	}
	if id == 0 && m.at.name == archive.Notes {
		if id, err = m.sameOrigin(bound); err != nil {
			return err
		}
	}
	if id != 0 {
		older, err := m.isOlder(bound, id)
		if err != nil {
			return err
		}
		if older { // whatever stands where it is to be
			return m.intoRow(r, bound, id)
		}
	}
	twin, err := m.twin(bound, id)
	switch {
	case err != nil:
		return err
	case twin != 0 && !m.settling: // the other one may be about to become something else
		m.twins = append(m.twins, r)
		return nil
	case twin != 0:
		return m.withTwin(bound, id, twin)
	case id == 0:
		return m.insert(bound)
	}
	return m.intoRow(r, bound, id)
}

func (m *merger) skipOrphan(r *archive.Row) error {
	file := r.File
	if r.Listed {
		file = fmt.Sprintf("%s:%d", r.File, r.Line)
	}
	return m.Skip(file, voice.T("what it belongs to isn't in the folder."))
}

// isOlder reports whether a row was written later than what is to be merged into it. It is what is asked first of a row that is there
// already, which may wait for the search index still: that is given it before anything is done to it.
func (m *merger) isOlder(bound []any, id int64) (bool, error) {
	if err := m.findWaiting(); err != nil {
		return false, err
	}
	if _, dated := m.at.column("updated_at"); !dated {
		return false, nil
	}
	was, err := one(m.conn, "SELECT updated_at FROM "+m.at.name+" WHERE id = ?", scalar[int64], id)
	return m.at.int(bound, "updated_at") < was, err
}

// settleTwins takes the rows for which another one stood where they are to be, once all of the table are known.
func (m *merger) settleTwins() error {
	m.settling = true
	defer func() { m.settling = false }()
	rows := m.twins
	m.twins = nil
	return m.takeAll(rows)
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

// newest leaves of two readings of a row the one that was written last. Where they were written at one time and differ, a file
// that was changed by hand counts; otherwise the one that sorts later does, so that every journal leaves the same.
func (m *merger) newest(r *archive.Row, have, bound []any, id int64) error {
	was, is := m.at.int(have, "updated_at"), m.at.int(bound, "updated_at")
	rev := max(m.at.int(have, "rev"), m.at.int(bound, "rev"))
	m.at.set(bound, "rev", rev)
	same := m.alike(have, bound)
	switch {
	case same && (is < was || is == was && rev == m.at.int(have, "rev")):
		return nil
	case same:
		return m.update(have, bound, id)
	case is < was:
		return m.bothChanged(have, bound)
	case is > was:
		m.count(bound, &m.did.Changed)
		return errors.Join(m.bothChanged(bound, have), m.update(have, bound, id))
	}
	return m.atOneTime(r, have, bound, id)
}

// atOneTime leaves one of two readings of a row that were written at one time and differ.
func (m *merger) atOneTime(r *archive.Row, have, bound []any, id int64) error {
	switch {
	case m.copies[r.File]:
		m.told(voice.T("{file} is a second file for the same item, with different text, so it was left out.", "file", r.File))
		return nil
	case m.byHandSince(r): // what takes it from there knows the one that it came from by its time
		m.at.set(bound, "updated_at", m.at.int(bound, "updated_at")+1)
	default:
		said, err := m.said(have)
		if err != nil {
			return err
		}
		if says, err := m.said(bound); err != nil || said > says {
			return err
		}
	}
	m.count(bound, &m.did.Changed)
	return m.update(have, bound, id)
}

// byHandSince reports whether a file was changed since Handback wrote it, as far as the folder's list tells. Without a list what
// differs was changed by hand; in a journal that is read itself nothing was.
func (m *merger) byHandSince(r *archive.Row) bool {
	switch {
	case r.Listed:
		return false
	case m.source == nil || m.source.stamp == "":
		return m.source == nil || !m.source.ofJournal
	}
	now, differs := m.source.now(r.File)
	return differs && !m.source.had[pairOf(r.File, now.plain)]
}

// said is what a row says, in the same words in every journal: with uids in place of ids.
func (m *merger) said(values []any) (string, error) {
	out := slices.Clone(values)
	for i, c := range m.at.columns {
		id, ok := values[i].(int64)
		switch {
		case c.name == "updated_at" || c.name == "rev":
			out[i] = nil
		case c.refers != "" && ok:
			uid, err := one(m.conn, "SELECT uid FROM "+c.refers+" WHERE id = ?", scalar[string], id)
			if err != nil {
				return "", err
			}
			out[i] = uid
		}
	}
	return fmt.Sprintf("%q", out), nil
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
		return errors.Join(m.bothChanged(bound, have), m.update(have, bound, twin))
	}
	return m.bothChanged(have, bound)
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
	m.count(bound, nil)
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

// tell tells that all of it is done.
func (m *merger) tell() error {
	if m.progress == nil {
		return nil
	}
	return m.progress(m.of, m.of)
}
