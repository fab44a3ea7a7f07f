package storage

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"

	"handback/notes"
)

// conn is the journal's one connection. Its statements stay prepared, so the SQL given to it is constant or put
// together from a small number of constant pieces; data goes through arguments only. It is the driver's own: through
// database/sql, whose pool one connection has no use for, a read takes a fifth longer (docs/ARCHITECTURE.md).
type conn struct {
	one   *sqlite3.SQLiteConn // nil once it is closed: whatever is asked of it then is answered with ErrClosed
	stmts map[string]*sqlite3.SQLiteStmt
	clock func() time.Time // nil where nobody asks for the day
}

// today is the manager's day, "" where nobody asks for it.
func (c *conn) today() notes.Date {
	if c.clock == nil {
		return ""
	}
	return notes.DateOf(c.clock())
}

func openConn(m mode) (*conn, error) {
	if m.file != "" {
		if err := keepsLog(m.file); err != nil {
			return nil, err
		}
	}
	one, err := m.connect()
	if err != nil {
		return nil, translate(err)
	}
	return &conn{one: one, stmts: map[string]*sqlite3.SQLiteStmt{}}, nil
}

func (c *conn) close() error {
	var errs []error
	for _, s := range c.stmts {
		errs = append(errs, s.Close())
	}
	c.stmts = map[string]*sqlite3.SQLiteStmt{}
	one := c.one
	c.one = nil
	return errors.Join(append(errs, one.Close())...)
}

// closed reports whether the connection was closed.
func (c *conn) closed() bool { return c.one == nil }

// stmt is a prepared statement. It returns ErrClosed where there is no connection any more.
func (c *conn) stmt(query string) (*sqlite3.SQLiteStmt, error) {
	if s := c.stmts[query]; s != nil {
		return s, nil
	}
	if c.closed() {
		return nil, notes.ErrClosed
	}
	s, err := c.one.Prepare(plain(query))
	if err != nil {
		return nil, translate(err)
	}
	c.stmts[query] = s.(*sqlite3.SQLiteStmt)
	return c.stmts[query], nil
}

// plain writes each parameter of a query as "+?", which means the same. Of a bare one SQLite takes the value into account
// for the plan, so it would prepare the whole statement again at each run.
func plain(query string) string { return strings.ReplaceAll(query, "?", "+?") }

func (c *conn) run(query string, args []any) (driver.Result, error) {
	s, err := c.stmt(query)
	if err != nil {
		return nil, err
	}
	values, err := valuesOf(args)
	if err != nil {
		return nil, err
	}
	res, err := s.ExecContext(context.Background(), values)
	return res, translate(err)
}

// exec runs one statement and returns the id of the row that it inserted, if it did.
func (c *conn) exec(query string, args ...any) (int64, error) {
	res, err := c.run(query, args)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// changed runs one statement and returns how many rows it changed.
func (c *conn) changed(query string, args ...any) (int64, error) {
	res, err := c.run(query, args)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// script runs several statements; for migrations and pragmas, never with data in it.
func (c *conn) script(statements string) error {
	if c.closed() {
		return notes.ErrClosed
	}
	_, err := c.one.Exec(statements, nil)
	return translate(err)
}

// each reads rows of a query as long as scan says that it wants more. What scan is given holds only until it returns, and
// it must not ask the connection for anything else.
func (c *conn) each(query string, args []any, scan func(scanner) (more bool, err error)) (err error) {
	s, err := c.stmt(query)
	if err != nil {
		return err
	}
	values, err := valuesOf(args)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(context.Background(), values)
	if err != nil {
		return translate(err)
	}
	defer func() { err = errors.Join(err, translate(rows.Close())) }()
	r := make(row, len(rows.Columns()))
	read := scanner(r)
	for {
		switch err := rows.Next(r); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return translate(err)
		}
		if more, err := scan(read); err != nil || !more {
			return err
		}
	}
}

// list reads all rows of a query before it returns, since there is one connection for everything.
func list[T any](c *conn, query string, args []any, scan func(scanner) (T, error)) (out []T, err error) {
	err = c.each(query, args, func(s scanner) (more bool, err error) {
		v, err := scan(s)
		out = append(out, v)
		return true, err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// one reads a row; ErrNotFound where there is none.
func one[T any](c *conn, query string, scan func(scanner) (T, error), args ...any) (v T, err error) {
	found := false
	err = c.each(query, args, func(s scanner) (more bool, err error) {
		found = true
		v, err = scan(s)
		return false, err
	})
	if err == nil && !found {
		err = notes.ErrNotFound
	}
	return v, err
}

// row reads one row; ErrNotFound where there is none.
func (c *conn) row(query string, args []any, dest ...any) error {
	_, err := one(c, query, func(s scanner) (struct{}, error) { return struct{}{}, s.Scan(dest...) }, args...)
	return err
}

// scalar scans a row of one column.
func scalar[T any](s scanner) (v T, err error) {
	err = s.Scan(&v)
	return v, err
}

// inTransaction reports whether a transaction is open.
func (c *conn) inTransaction() bool { return !c.closed() && !c.one.AutoCommit() }
