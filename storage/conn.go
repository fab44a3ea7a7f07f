package storage

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// conn is the journal's one connection. Its statements stay prepared, so the SQL given to it is constant or put
// together from a small number of constant pieces; data goes through arguments only.
type conn struct {
	db    *sql.DB
	one   *sql.Conn
	stmts map[string]*sql.Stmt
}

func openConn(m mode) (*conn, error) {
	db := sql.OpenDB(connector{m})
	db.SetMaxOpenConns(1)
	one, err := db.Conn(context.Background())
	if err != nil {
		return nil, errors.Join(translate(err), db.Close())
	}
	return &conn{db: db, one: one, stmts: map[string]*sql.Stmt{}}, nil
}

func (c *conn) close() error {
	var errs []error
	for _, s := range c.stmts {
		errs = append(errs, s.Close())
	}
	c.stmts = map[string]*sql.Stmt{}
	return errors.Join(append(errs, c.one.Close(), c.db.Close())...)
}

func (c *conn) stmt(query string) (*sql.Stmt, error) {
	if s := c.stmts[query]; s != nil {
		return s, nil
	}
	s, err := c.one.PrepareContext(context.Background(), plain(query))
	if err != nil {
		return nil, translate(err)
	}
	c.stmts[query] = s
	return s, nil
}

// plain writes each parameter of a query as "+?", which means the same. Of a bare one SQLite takes the value into account
// for the plan, so it would prepare the whole statement again at each run.
func plain(query string) string { return strings.ReplaceAll(query, "?", "+?") }

// exec runs one statement and returns the id of the row that it inserted, if it did.
func (c *conn) exec(query string, args ...any) (int64, error) {
	s, err := c.stmt(query)
	if err != nil {
		return 0, err
	}
	res, err := s.Exec(args...)
	if err != nil {
		return 0, translate(err)
	}
	id, err := res.LastInsertId()
	return id, translate(err)
}

// changed runs one statement and returns how many rows it changed.
func (c *conn) changed(query string, args ...any) (int64, error) {
	s, err := c.stmt(query)
	if err != nil {
		return 0, err
	}
	res, err := s.Exec(args...)
	if err != nil {
		return 0, translate(err)
	}
	n, err := res.RowsAffected()
	return n, translate(err)
}

// scanner is what a row is read with.
type scanner interface{ Scan(dest ...any) error }

// row reads one row; ErrNotFound where there is none.
func (c *conn) row(query string, args []any, dest ...any) error {
	s, err := c.stmt(query)
	if err != nil {
		return err
	}
	return translate(s.QueryRow(args...).Scan(dest...))
}

// script runs several statements; for migrations and pragmas, never with data in it.
func (c *conn) script(statements string) error {
	_, err := c.one.ExecContext(context.Background(), statements)
	return translate(err)
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

// each reads rows of a query as long as scan says that it wants more. It must not ask the connection for anything else.
func (c *conn) each(query string, args []any, scan func(scanner) (more bool, err error)) (err error) {
	s, err := c.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return translate(err)
	}
	defer func() { err = errors.Join(err, translate(rows.Close())) }()
	for rows.Next() {
		if more, err := scan(rows); err != nil || !more {
			return translate(err)
		}
	}
	return translate(rows.Err())
}

// scalar scans a row of one column.
func scalar[T any](s scanner) (v T, err error) {
	err = s.Scan(&v)
	return v, err
}

// inTransaction reports whether a transaction is open.
func (c *conn) inTransaction() (inside bool, err error) {
	err = c.one.Raw(func(driverConn any) error {
		inside = !driverConn.(*sqlite3.SQLiteConn).AutoCommit()
		return nil
	})
	return inside, err
}

// one reads a row; ErrNotFound where there is none.
func one[T any](c *conn, query string, scan func(scanner) (T, error), args ...any) (v T, err error) {
	s, err := c.stmt(query)
	if err != nil {
		return v, err
	}
	v, err = scan(s.QueryRow(args...))
	return v, translate(err)
}
