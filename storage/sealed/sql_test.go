package sealed

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"
)

// db is a connection to a store.
type db struct{ one *sqlite3.SQLiteConn }

const testPage = 4096

func connect(name string, more ...string) (*db, error) {
	d := sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		for _, p := range append([]string{
			"PRAGMA locking_mode = EXCLUSIVE", fmt.Sprintf("PRAGMA page_size = %d", testPage), "PRAGMA journal_mode = MEMORY",
			"PRAGMA synchronous = FULL", "PRAGMA temp_store = MEMORY", "PRAGMA cache_spill = OFF",
		}, more...) {
			if _, err := c.Exec(p, nil); err != nil {
				return err
			}
		}
		return nil
	}}
	one, err := d.Open("file://" + name + "?vfs=" + VFS)
	if err != nil {
		return nil, err
	}
	return &db{one.(*sqlite3.SQLiteConn)}, nil
}

func (d *db) exec(query string, args ...driver.Value) error {
	_, err := d.one.Exec(query, args)
	return err
}

func (d *db) text(query string) (string, error) {
	rows, err := d.one.Query(query, nil)
	if err != nil {
		return "", err
	}
	row := make([]driver.Value, len(rows.Columns()))
	var out []string
	for {
		err := rows.Next(row)
		if errors.Is(err, io.EOF) {
			return strings.Join(out, "\n"), rows.Close()
		}
		if err != nil {
			return "", errors.Join(err, rows.Close())
		}
		var cells []string
		for _, v := range row {
			cells = append(cells, fmt.Sprint(v))
		}
		out = append(out, strings.Join(cells, " "))
	}
}

func (d *db) close() error { return d.one.Close() }

// bed is a store with a table in which commit n writes n everywhere, so that a half of a commit shows.
type bed struct {
	store *Store
	db    *db
}

const bedRows = 20

func makeBed(disk Disk, k *Key, more ...string) (*bed, error) {
	s, err := Create("/j", k, testPage, Options{Disk: disk})
	if err != nil {
		return nil, err
	}
	b, err := connectBed(s, more...)
	if err != nil {
		return nil, err
	}
	return b, b.db.exec(`CREATE TABLE t (id INTEGER PRIMARY KEY, n INT, body TEXT); CREATE TABLE big (b BLOB);
		WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x < 20) INSERT INTO t SELECT x, 0, hex(zeroblob(700)) FROM c`)
}

func openBed(disk Disk, k *Key, more ...string) (*bed, error) {
	s, err := Open("/j", k, Options{Disk: disk})
	if err != nil {
		return nil, err
	}
	return connectBed(s, more...)
}

func connectBed(s *Store, more ...string) (*bed, error) {
	d, err := connect(s.Name(), more...)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return &bed{s, d}, nil
}

func (b *bed) close() error { return errors.Join(b.db.close(), b.store.Close()) }

// commit writes n everywhere; every few times rows come and go as well.
func (b *bed) commit(n int) error {
	steps := []string{"BEGIN IMMEDIATE", fmt.Sprintf("UPDATE t SET n = %d, body = 'commit %d ' || substr(body, 1, 1300)", n, n)}
	switch n % 7 {
	case 3:
		steps = append(steps, "INSERT INTO big VALUES (randomblob(30000))")
	case 5:
		steps = append(steps, "DELETE FROM big", "PRAGMA incremental_vacuum")
	}
	for _, s := range append(steps, "COMMIT") {
		if err := b.db.exec(s); err != nil {
			_ = b.db.exec("ROLLBACK")
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// state is the commit that everything is of.
func (b *bed) state() (int, error) {
	got, err := b.db.text("SELECT min(n), max(n), count(*) FROM t")
	if err != nil {
		return 0, err
	}
	var low, high, rows int
	if _, err := fmt.Sscan(got, &low, &high, &rows); err != nil {
		return 0, err
	}
	if low != high || rows != bedRows {
		return 0, fmt.Errorf("half of a commit: %s", got)
	}
	return low, nil
}

func (b *bed) whole() error {
	got, err := b.db.text("PRAGMA integrity_check")
	if err == nil && got != "ok" {
		err = errors.New(got)
	}
	return err
}

func mustBed(t testing.TB) func(*bed, error) *bed {
	t.Helper()
	return func(b *bed, err error) *bed {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
}

func mustDo(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustBe(t testing.TB, b *bed, want int) {
	t.Helper()
	got, err := b.state()
	if err == nil {
		err = b.whole()
	}
	if err != nil || got != want {
		t.Fatalf("commit %d, %v; want %d", got, err, want)
	}
}

// sqliteFull reports whether SQLite says that the disk is full.
func sqliteFull(err error) bool {
	var se sqlite3.Error
	return errors.As(err, &se) && se.Code == sqlite3.ErrFull
}
