package storage

import (
	"encoding/binary"
	"io"
	"os"
	"slices"

	"handback/notes"
)

// A page by which the others of a table are found may be lost while those that hold the rows are whole. What follows reads the
// pages of a file one by one, as https://www.sqlite.org/fileformat2.html says, whether or not anything leads to them.

// leafPage begins a page that holds rows of a table.
const leafPage = 0x0d

// mostPayload is the longest row that is read, in bytes.
const mostPayload = 64 << 20

// pages are those of a file.
type pages struct {
	file   io.ReaderAt
	size   int // of a page
	usable int // of that
	count  int64
}

func openPages(f *os.File) (p pages, ok bool) {
	st, err := f.Stat()
	if err != nil {
		return p, false
	}
	p = pages{file: f, size: pageBytes, usable: pageBytes}
	var head [headerSize]byte
	if _, err := f.ReadAt(head[:], 0); err == nil && string(head[:len(magic)]) == magic {
		if size := int(binary.BigEndian.Uint16(head[atPageSize:])); size >= 512 && size&(size-1) == 0 {
			p.size, p.usable = size, size-int(head[20])
		}
	}
	p.count = st.Size() / int64(p.size)
	return p, p.usable >= 480
}

// page is a page, counted from 1; nil where there is none.
func (p pages) page(n int64) []byte {
	if n < 1 || n > p.count {
		return nil
	}
	page := make([]byte, p.size)
	if _, err := p.file.ReadAt(page, (n-1)*int64(p.size)); err != nil {
		return nil
	}
	return page
}

// rows calls do with each row that stands in a page of rows.
func (p pages) rows(n int64, do func(id int64, values []any)) {
	page := p.page(n)
	if n < 2 || page == nil || page[0] != leafPage {
		return
	}
	count := int(binary.BigEndian.Uint16(page[3:]))
	for i := range min(count, (p.usable-8)/2) {
		at := int(binary.BigEndian.Uint16(page[8+2*i:]))
		if id, payload, ok := p.cell(page, at); ok {
			if values, ok := recordOf(payload); ok {
				do(id, values)
			}
		}
	}
}

// cell is what stands at a place of a page of rows, with what of it is on pages of its own.
func (p pages) cell(page []byte, at int) (id int64, payload []byte, ok bool) {
	if at < 8 || at >= p.usable {
		return 0, nil, false
	}
	cell := page[at:p.usable]
	size, n := varint(cell)
	if n == 0 || size < 0 || size > mostPayload {
		return 0, nil, false
	}
	cell = cell[n:]
	id, n = varint(cell)
	if n == 0 {
		return 0, nil, false
	}
	cell = cell[n:]
	here := p.local(int(size))
	if here > len(cell) {
		return 0, nil, false
	}
	payload = slices.Clone(cell[:here])
	if here == int(size) {
		return id, payload, true
	}
	if len(cell) < here+4 {
		return 0, nil, false
	}
	next := int64(binary.BigEndian.Uint32(cell[here:]))
	for left := int(size) - here; left > 0; {
		over := p.page(next)
		if over == nil {
			return 0, nil, false
		}
		take := min(left, p.usable-4)
		payload = append(payload, over[4:4+take]...)
		left -= take
		next = int64(binary.BigEndian.Uint32(over))
	}
	return id, payload, true
}

// local is how much of a payload stands in the page of its row.
func (p pages) local(size int) int {
	if size <= p.usable-35 {
		return size
	}
	least := (p.usable-12)*32/255 - 23
	if here := least + (size-least)%(p.usable-4); here <= p.usable-35 {
		return here
	}
	return least
}

// varint is a number as SQLite writes it, and how many bytes it takes; 0 where there is none.
func varint(b []byte) (v int64, n int) {
	for n < len(b) && n < 8 {
		v = v<<7 | int64(b[n]&0x7f)
		n++
		if b[n-1]&0x80 == 0 {
			return v, n
		}
	}
	if n < 8 || len(b) < 9 {
		return 0, 0
	}
	return v<<8 | int64(b[8]), 9
}

// recordOf are the columns of a row: int64, string, or nil for what is neither.
func recordOf(b []byte) (values []any, ok bool) {
	size, n := varint(b)
	if n == 0 || size < int64(n) || size > int64(len(b)) {
		return nil, false
	}
	head, body := b[n:size], b[size:]
	for len(head) > 0 {
		kind, n := varint(head)
		if n == 0 || kind < 0 {
			return nil, false
		}
		head = head[n:]
		v, took, ok := valueAt(kind, body)
		if !ok {
			return nil, false
		}
		values, body = append(values, v), body[took:]
	}
	return values, true
}

// valueAt is a value of a kind at the beginning of b, and how many bytes it takes.
func valueAt(kind int64, b []byte) (v any, took int, ok bool) {
	switch {
	case kind >= 12:
		size := (kind - 12) / 2
		if size > int64(len(b)) {
			return nil, 0, false
		}
		if kind%2 == 1 {
			v = string(b[:size])
		}
		return v, int(size), true
	case kind == 8 || kind == 9:
		return kind - 8, 0, true
	case kind == 0:
		return nil, 0, true
	case kind >= 10:
		return nil, 0, false
	}
	took = [...]int{0, 1, 2, 3, 4, 6, 8, 8}[kind]
	if took > len(b) {
		return nil, 0, false
	}
	if kind == 7 {
		return nil, took, true
	}
	n := int64(int8(b[0]))
	for _, c := range b[1:took] {
		n = n<<8 | int64(c)
	}
	return n, took, true
}

// Where the columns stand that a note has had in every schema.
const (
	colUID, colPerson, colKind, colDate, colAt, colZone, colCalledOff = 1, 2, 3, 4, 5, 6, 7
	colRev, colMadeAt, colUpdatedAt, colDeletedAt, colBody            = 8, 15, 16, 17, 18
)

// strayNote is a note that was read from its page.
type strayNote struct {
	id, person, rev, made, updated       int64
	uid, kind, date, at, zone, calledOff string
	body                                 string
	deletedAt                            any
}

// strayOf is the note that a row is; false where it is none.
func strayOf(id int64, values []any) (n strayNote, ok bool) {
	if len(values) <= colBody || id < 1 {
		return n, false
	}
	n.id = id
	good := values[0] == nil
	text := func(at int) string {
		s, is := values[at].(string)
		good = good && is
		return s
	}
	number := func(at int) int64 {
		v, is := values[at].(int64)
		good = good && is
		return v
	}
	n.uid, n.kind, n.date, n.at, n.zone = text(colUID), text(colKind), text(colDate), text(colAt), text(colZone)
	n.calledOff, n.body = text(colCalledOff), text(colBody)
	n.person, n.rev, n.made, n.updated = number(colPerson), number(colRev), number(colMadeAt), number(colUpdatedAt)
	n.deletedAt = values[colDeletedAt]
	return n, good && n.uid != "" && checkNote(notes.NoteKind(n.kind), notes.Date(n.date), n.at) == nil && notes.Date(n.date).Valid()
}

// strayNotes are the notes of a file by their ids but those that are had, read from every page that holds rows; of several with one id
// the newest.
func strayNotes(path string, had map[int64]bool) map[int64]strayNote {
	found := map[int64]strayNote{}
	f, err := os.Open(path)
	if err != nil {
		return found
	}
	defer f.Close() //nolint:errcheck // it was only read
	p, ok := openPages(f)
	if !ok {
		return found
	}
	for n := range p.count {
		p.rows(n+1, func(id int64, values []any) {
			if note, is := strayOf(id, values); is && !had[id] && note.rev >= found[id].rev {
				found[id] = note
			}
		})
	}
	return found
}

// bringBackStrays puts notes into the new journal that no page leads to any more.
func (s *salvage) bringBackStrays(t *tx) error {
	have, err := list(t.conn, "SELECT id FROM note", nil, scalar[int64])
	if err != nil {
		return err
	}
	had := map[int64]bool{}
	for _, id := range have {
		had[id] = true
	}
	for _, n := range strayNotes(s.path, had) {
		_, err := t.exec(`INSERT INTO note (id, uid, person_id, kind, date, at, zone, called_off, rev, made_at, updated_at, deleted_at, body)
			SELECT ?, ?2, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE uid = ?2)`,
			n.id, n.uid, n.person, n.kind, n.date, n.at, n.zone, n.calledOff, n.rev, n.made, n.updated, n.deletedAt, n.body)
		if err != nil && !isConstraint(err) { // a row that isn't what it seems
			return err
		}
	}
	return nil
}
