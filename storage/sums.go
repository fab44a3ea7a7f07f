package storage

import (
	"hash/crc64"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
)

var sumTable = crc64.MakeTable(crc64.ECMA)

// checksum is a checksum of texts, never 0.
func checksum(parts ...string) int64 {
	sum := uint64(0)
	for _, p := range parts {
		sum = crc64.Update(sum, sumTable, []byte(strconv.Itoa(len(p))+":"+p))
	}
	if sum == 0 {
		sum = 1
	}
	return int64(sum) //nolint:gosec // only compared
}

// noteSum is the checksum of what a note says. Its columns are those of the trigger note_said.
func noteSum(r *record, deletedAt string) int64 {
	number := func(n int64) string { return strconv.FormatInt(n, 10) }
	return checksum(r.UID, number(int64(r.Person)), string(r.Kind), string(r.Date), r.At, r.Zone, r.CalledOff, number(r.Rev),
		number(r.saved), r.rest, deletedAt, r.Begun, r.Body)
}

// summedVersion is what the checksum of an earlier version is made from. Its columns are those of the trigger revision_said.
type summedVersion struct {
	uid                 string
	note, rev, at, kept int64
	body                string
}

func (v summedVersion) sum() int64 {
	number := func(n int64) string { return strconv.FormatInt(n, 10) }
	return checksum(v.uid, number(v.note), number(v.rev), number(v.at), number(v.kept), v.body)
}

// notSummed are tables without a checksum of each row, each with why.
var notSummed = map[string]string{
	"note": "has its own", "revision": "has its own",
	"item": "derived", "item_tag": "derived", "word": "derived", "unworded": "derived", "unindexed": "derived",
	"search": "derived", "search_pair": "derived",
	"peer": "of the folders", "peer_text": "which versions are kept", "archive_file": "of the folders",
	"archive_import": "until it can't be taken back any more", "archive_change": "until it can't be taken back any more",
	"row_sum": "the checksums", "own_log": "of the files", "tombstone": "has no number, and nothing to read",
}

// summedTables are the tables of which each row has a checksum in row_sum.
func (c *conn) summedTables() ([]string, error) {
	all, err := list(c, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
		AND name NOT LIKE 'search\_%' ESCAPE '\' ORDER BY name`, nil, scalar[string])
	return slices.DeleteFunc(all, func(name string) bool { return notSummed[name] != "" }), err
}

// watchRows makes the triggers that take away the checksum of a row that is written, for tables that have none yet. What was
// summed before a step to another schema is summed anew.
func (j *Journal) watchRows(anew bool) error {
	tables, err := j.c.summedTables()
	if err != nil {
		return err
	}
	watched, err := one(j.c, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'sum\\_%' ESCAPE '\\'", scalar[int])
	if err != nil || watched == 3*len(tables) && !anew {
		return err
	}
	return j.write(func(t *tx) error {
		if err := t.script(rowTriggers(tables)); err != nil {
			return err
		}
		_, err := t.exec("DELETE FROM row_sum")
		return err
	})
}

// rowTriggers are the statements that make the triggers of tables which have none yet.
func rowTriggers(tables []string) string {
	var b strings.Builder
	for _, name := range tables {
		for _, way := range []struct{ on, row string }{{"INSERT", "NEW"}, {"UPDATE", "OLD"}, {"DELETE", "OLD"}} {
			b.WriteString("CREATE TRIGGER IF NOT EXISTS sum_" + name + "_" + strings.ToLower(way.on) + " AFTER " + way.on + " ON " + name +
				" BEGIN DELETE FROM row_sum WHERE name = '" + name + "' AND id = " + way.row + ".rowid; END;\n")
		}
	}
	return b.String()
}

// sumsAtOnce is how many rows one portion takes.
const sumsAtOnce = 200

// rowSum is a row of a summed table, what its checksum is and what it was; 0 where there is none yet.
type rowSum struct{ id, is, was int64 }

// sumsOf are the checksums of a table's rows behind id.
func (c *conn) sumsOf(table string, id int64) ([]rowSum, error) {
	return list(c, "SELECT r.rowid, coalesce(s.sum, 0), r.* FROM "+table+" r LEFT JOIN row_sum s ON s.name = '"+table+
		"' AND s.id = r.rowid WHERE r.rowid > ? ORDER BY r.rowid LIMIT ?", []any{id, sumsAtOnce}, func(sc scanner) (s rowSum, err error) {
		values := sc.(row)
		s.id, _ = values[0].(int64)
		s.was, _ = values[1].(int64)
		parts := make([]string, 0, len(values)-2)
		for _, v := range values[2:] {
			switch v := v.(type) {
			case string:
				parts = append(parts, "s"+v)
			case int64:
				parts = append(parts, "i"+strconv.FormatInt(v, 10))
			case nil:
				parts = append(parts, "n")
			default:
				parts = append(parts, "?")
			}
		}
		s.is = checksum(parts...)
		return s, nil
	})
}

// checkRows checks a portion of a table's rows, and sums those that have no checksum yet; the last id is returned, 0 behind the
// last row.
func (j *Journal) checkRows(c *conn, table string, from int64) (next int64, err error) {
	sums, err := c.sumsOf(table, from)
	if err != nil {
		return 0, err
	}
	var fresh []rowSum
	wrong := 0
	for _, s := range sums {
		switch s.was {
		case s.is:
		case 0:
			fresh = append(fresh, s)
		default:
			wrong++
		}
		next = s.id
	}
	if wrong > 0 {
		j.findsMore(notes.Found{Kind: notes.FoundBrokenRow, What: table, Count: wrong})
	}
	if len(sums) < sumsAtOnce {
		next = 0
	}
	if len(fresh) == 0 {
		return next, nil
	}
	return next, j.write(func(t *tx) error {
		t.aside = true
		for _, s := range fresh {
			if _, err := t.exec("INSERT OR REPLACE INTO row_sum (name, id, sum) VALUES (?, ?, ?)", table, s.id, s.is); err != nil {
				return err
			}
		}
		return nil
	})
}

// findsMore is finds, where more of the same may have been found.
func (j *Journal) findsMore(f notes.Found) {
	for i, had := range j.found {
		if had.Kind == f.Kind && had.What == f.What {
			j.found[i].Count += f.Count
			return
		}
	}
	j.found = append(j.found, f)
}
