package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"handback/notes"
)

// BenchmarkDriver runs the same prepared statements on two copies of one journal of 10,000 notes, in turn in the way of
// conn and through database/sql, so that whatever else the machine does slows both. What docs/ARCHITECTURE.md says of
// them is measured here; ns/op is of both together.
func BenchmarkDriver(b *testing.B) {
	for _, c := range []struct {
		name  string
		do    func(at *spot, i int) error
		after func(at *spot) error // every fifty, untimed; may be nil
	}{
		{"note", func(at *spot, _ int) error { return at.note() }, nil},
		{"brief", func(at *spot, _ int) error { return at.brief() }, nil},
		{"save", (*spot).save, (*spot).rest},
	} {
		b.Run(c.name, func(b *testing.B) {
			both := []*spot{findSpot(b, openDirect), findSpot(b, openSQL)}
			all := make([][]time.Duration, len(both))
			for i := range 2 + b.N { // the first two prepare, and read what is not in memory
				for k := range both {
					which := (i + k) % len(both)
					start := time.Now()
					if err := c.do(both[which], i); err != nil {
						b.Fatal(err)
					}
					if i >= 2 {
						all[which] = append(all[which], time.Since(start))
					}
					if c.after != nil && i%50 == 49 {
						if err := c.after(both[which]); err != nil {
							b.Fatal(err)
						}
					}
				}
			}
			for k, name := range []string{"direct", "sql"} {
				slices.Sort(all[k])
				b.ReportMetric(float64(all[k][len(all[k])/2])/1e3, name+"-p50-µs")
				i := 0
				b.ReportMetric(testing.AllocsPerRun(10, func() { _ = c.do(both[k], i+b.N); i++ }), name+"-allocs")
			}
		})
	}
}

// way is how statements reach SQLite.
type way interface {
	read(query string, args []any, scan func(scanner) error) error
	write(query string, args ...any) error
}

type direct struct{ c *conn }

func openDirect(b *testing.B, m mode) way {
	c, err := openConn(m)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = c.close() })
	return direct{c}
}

func (d direct) read(query string, args []any, scan func(scanner) error) error {
	return d.c.each(query, args, func(s scanner) (bool, error) { return true, scan(s) })
}

func (d direct) write(query string, args ...any) error {
	_, err := d.c.run(query, args)
	return err
}

// pooled is the way of database/sql: a pool of one connection, every statement prepared once.
type pooled struct {
	db    *sql.DB
	stmts map[string]*sql.Stmt
}

func openSQL(b *testing.B, m mode) way {
	db := sql.OpenDB(connector{m})
	db.SetMaxOpenConns(1)
	b.Cleanup(func() { _ = db.Close() })
	return pooled{db, map[string]*sql.Stmt{}}
}

func (p pooled) stmt(query string) (*sql.Stmt, error) {
	if s := p.stmts[query]; s != nil {
		return s, nil
	}
	s, err := p.db.Prepare(plain(query))
	p.stmts[query] = s
	return s, err
}

func (p pooled) read(query string, args []any, scan func(scanner) error) error {
	s, err := p.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (p pooled) write(query string, args ...any) error {
	s, err := p.stmt(query)
	if err != nil {
		return err
	}
	_, err = s.Exec(args...)
	return err
}

// connector gives database/sql the very connection that conn has, with the same settings.
type connector struct{ m mode }

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.m.connect() }
func (connector) Driver() driver.Driver                          { return &sqlite3.SQLiteDriver{} }

// The statements, as conn runs them; findSpot holds them against what it has prepared.
const (
	onePerson  = "SELECT " + personColumns + " FROM person p WHERE p.id = ? AND p.deleted_at IS NULL"
	allAliases = "SELECT name FROM alias WHERE person_id = ? ORDER BY place"
	planned    = "SELECT " + headColumns + ` FROM note n WHERE n.person_id = ? AND n.kind = 'planned'
		AND n.deleted_at IS NULL ORDER BY n.date, n.id LIMIT 1`
	lastHeld = "SELECT " + headColumns + `, n.updated_at, n.body, n.begun FROM note n WHERE n.person_id = ? AND n.kind = 'held'
		AND n.deleted_at IS NULL ORDER BY n.date DESC, n.id DESC LIMIT 1`
	openItems = fromFiled + "WHERE i.person_id = ? AND i.open = 1 ORDER BY i.note_date, i.note_id, i.line"
	sinceThen = fromFiled + `WHERE i.person_id = ? AND i.note_date >= ? AND i.label IN ('todo', 'decided', 'praise', 'feedback',
		'idea', 'need', 'ask', 'topic', 'stuck', 'step in') ORDER BY i.note_date, i.note_id, i.line`
	openGoals = goalColumns + "AND g.person_id = ? AND g.state = 'open' ORDER BY g.id"
	ownAreas  = areaColumns + "AND person_id = ? ORDER BY tag"

	oneNote   = fullNote + " AND n.id = ?"
	forget    = "INSERT INTO search (search, rowid, body, who) VALUES ('delete', ?, ?, ?)"
	newBody   = "UPDATE note SET body = ?, rev = ?, updated_at = ?, who = ?, title = ?, open = ? WHERE id = ?"
	findAgain = "INSERT INTO search (rowid, body, who) VALUES (?, ?, ?)"
)

// spot is the person and the note that all is about.
type spot struct {
	w      way
	person notes.PersonID
	last   notes.Note
	who    string
	search int64
	bodies [2]string
}

// findSpot makes a copy of the journal and opens it in a way.
func findSpot(b *testing.B, open func(*testing.B, mode) way) *spot {
	b.Helper()
	j := filledJournal(b, 10_000)
	at := &spot{person: firstReport(b, j)}
	f, err := j.Facts(at.person, benchNow)
	if err != nil {
		b.Fatal(err)
	}
	at.last = *f.LastHeld
	at.bodies = [2]string{at.last.Body + " one", at.last.Body + " two"}
	for i, body := range at.bodies { // its items are filed as both texts have them: a save changes none
		if at.last.Rev, err = j.SaveBody(at.last.ID, at.last.Rev, body); err != nil {
			b.Fatal(i, err)
		}
	}
	if _, err := j.Note(at.last.ID); err != nil {
		b.Fatal(err)
	}
	if err := j.c.row("SELECT who, search_id FROM note WHERE id = ?", []any{at.last.ID}, &at.who, &at.search); err != nil {
		b.Fatal(err)
	}
	for _, query := range []string{
		onePerson, allAliases, planned, lastHeld, openItems, sinceThen, openGoals, ownAreas, oneNote, forget, newBody, findAgain,
	} {
		if j.c.stmts[query] == nil {
			b.Fatalf("the journal does not run this statement any more: %s", query)
		}
	}
	if err := j.Close(); err != nil {
		b.Fatal(err)
	}
	at.w = open(b, writable(j.Path()))
	return at
}

func (at *spot) note() error {
	n := 0
	err := at.w.read(oneNote, []any{at.last.ID}, func(s scanner) error { n++; _, err := scanNote(s); return err })
	return errors.Join(err, exactly("note", n, 1))
}

// brief reads what Prep is made from, but for the evidence of goals and the levels of areas.
func (at *spot) brief() error {
	var errs []error
	items := 0
	read := func(query string, scan func(scanner) error, args ...any) {
		errs = append(errs, at.w.read(query, args, scan))
	}
	filed := func(s scanner) error { items++; _, err := scanFiled(s); return err }
	read(onePerson, func(s scanner) error { _, err := scanPerson(s); return err }, at.person)
	read(allAliases, func(s scanner) error { _, err := scalar[string](s); return err }, at.person)
	read(planned, func(s scanner) error { _, err := scanHead(s); return err }, at.person)
	read(lastHeld, func(s scanner) error { _, err := scanNote(s); return err }, at.person)
	read(openItems, filed, at.person)
	read(sinceThen, filed, at.person, at.last.Date)
	read(openGoals, func(s scanner) error { _, err := scanGoal(s); return err }, at.person)
	read(ownAreas, func(s scanner) error { _, err := scanArea(s); return err }, at.person)
	if items == 0 {
		errs = append(errs, errors.New("the brief is empty"))
	}
	return errors.Join(errs...)
}

// save changes a word of the note: text and search index in one transaction, on the disk when it returns.
func (at *spot) save(i int) error {
	old, body := at.bodies[(i+1)%2], at.bodies[i%2]
	at.last.Rev++
	return errors.Join(
		at.w.write("BEGIN IMMEDIATE"),
		at.note(),
		at.w.write(forget, at.search, old, at.who),
		at.w.write(newBody, body, at.last.Rev, benchNow.UnixMilli()+at.last.Rev, at.who, at.last.Title, at.last.Open, at.last.ID),
		at.w.write(findAgain, at.search, body, at.who),
		at.w.write("COMMIT"),
	)
}

// rest does what a journal does in a quiet moment: it merges the search index, which saves leave in pieces, and empties
// the log.
func (at *spot) rest() error {
	var errs []error
	for range mergeSteps {
		errs = append(errs, at.w.write("INSERT INTO search (search, rank) VALUES ('merge', ?)", mergePages))
	}
	var values [3]int
	errs = append(
		errs,
		at.w.read("PRAGMA wal_checkpoint(TRUNCATE)", nil, func(s scanner) error { return s.Scan(&values[0], &values[1], &values[2]) }),
	)
	return errors.Join(errs...)
}

func exactly(what string, n, want int) error {
	if n != want {
		return fmt.Errorf("%d rows of %s, not %d", n, what, want)
	}
	return nil
}
