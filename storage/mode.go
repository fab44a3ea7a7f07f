package storage

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"

	"handback/storage/sealed"
)

// mode is how a journal lies on the disk: how SQLite opens it, with which settings, and who makes a commit durable.
type mode struct {
	file    string // of a plain journal; "" of a protected one
	dsn     string
	pragmas []string
	// durable makes a commit lasting before it returns; nil where SQLite's own commit does.
	durable func(commit func() error) error
	// loose and lasting are what makes commits no longer wait for the disk, and again wait for it; "" where they always do.
	loose, lasting string
	// beside is the mode of a second connection that only reads, and sees the journal as it was when it began to.
	beside func() mode
	// sealed is how a protected journal is backed up; nil in a plain one.
	sealed *sealedBackups
}

func (m mode) commit(commit func() error) error {
	if m.durable != nil {
		return m.durable(commit)
	}
	return commit()
}

// writable is the mode of a plain journal. Merging of the search index and checkpoints wait until nothing happens.
func writable(path string) mode {
	return mode{
		file: path,
		dsn: uri(path, url.Values{
			"mode": {"rw"}, "_busy_timeout": {"5000"}, "_foreign_keys": {"on"}, "_journal_mode": {"WAL"},
			"_synchronous": {"FULL"}, "_secure_delete": {"on"},
		}),
		pragmas: append([]string{
			"PRAGMA fullfsync = ON", "PRAGMA checkpoint_fullfsync = ON", "PRAGMA wal_autocheckpoint = 0",
			"PRAGMA journal_size_limit = 8000000", // bytes of the log that are kept to be written over
		}, always...),
		loose:   "PRAGMA synchronous = NORMAL",
		lasting: "PRAGMA synchronous = FULL",
		beside:  func() mode { return readable(path, false) },
	}
}

// unwritten is the mode in which a new file gets its schema. The size of a page and how free ones are given back have to
// be said before anything else touches the file, and the log would touch it.
func unwritten(path string) mode {
	m := writable(path)
	m.dsn = uri(path, url.Values{"mode": {"rw"}, "_foreign_keys": {"on"}, "_synchronous": {"FULL"}})
	m.pragmas = append([]string{"PRAGMA page_size = 8192", "PRAGMA auto_vacuum = INCREMENTAL", "PRAGMA journal_mode = WAL"}, m.pragmas...)
	return m
}

// copied is the mode in which an empty file gets the pages of another one. It is no journal before it is whole, so it
// needs none of its own to fall back on.
func copied(path string) mode {
	return mode{file: path, dsn: uri(path, url.Values{"mode": {"rw"}, "_journal_mode": {"MEMORY"}, "_synchronous": {"FULL"}}), pragmas: always}
}

// always holds in every mode, for each connection.
var always = []string{
	"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA temp_store = MEMORY",
	"PRAGMA cache_size = -48000",
}

// readable is the mode of a journal that is only read. Where immutable is said the folder cannot be written either and
// no log lies beside the file: SQLite then takes no lock.
func readable(path string, immutable bool) mode {
	v := url.Values{"mode": {"ro"}, "_busy_timeout": {"5000"}, "_foreign_keys": {"on"}, "_query_only": {"on"}}
	if immutable {
		v.Set("immutable", "1")
	}
	return mode{file: path, dsn: uri(path, v), pragmas: always, beside: func() mode { return readable(path, immutable) }}
}

// protected is the mode of a protected journal: its pages are written when SQLite syncs them, which is what commits them, so it needs
// no journal of its own that could reach the disk, nor any other file.
func protected(s *sealed.Store) mode {
	return mode{
		dsn: uri(s.Name(), url.Values{
			"vfs": {sealed.VFS}, "mode": {"rw"}, "_foreign_keys": {"on"}, "_journal_mode": {"MEMORY"}, "_synchronous": {"FULL"},
			"_locking_mode": {"EXCLUSIVE"}, "_secure_delete": {"on"},
		}),
		pragmas: append([]string{"PRAGMA cache_spill = OFF"}, always...), // pages are written once, for the commit
		beside:  func() mode { return protectedToRead(s) },
	}
}

// protectedToRead is the mode of one connection that reads a protected journal as it is now.
func protectedToRead(s *sealed.Store) mode {
	return mode{
		dsn: uri(s.Reader(), url.Values{
			"vfs": {sealed.VFS}, "mode": {"ro"}, "_foreign_keys": {"on"}, "_query_only": {"on"}, "_journal_mode": {"MEMORY"},
			"_locking_mode": {"EXCLUSIVE"},
		}),
		pragmas: always,
		beside:  func() mode { return protectedToRead(s) },
	}
}

// uri is path as SQLite wants it: '?', '#' and '%' in it are no part of the question that follows.
func uri(path string, v url.Values) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a Windows drive
	}
	v.Set("_mutex", "no") // the journal lets one goroutine in at a time
	return "file://" + (&url.URL{Path: slashed}).EscapedPath() + "?" + v.Encode()
}

// connect opens a connection of the mode.
func (m mode) connect() (*sqlite3.SQLiteConn, error) {
	d := sqlite3.SQLiteDriver{ConnectHook: func(one *sqlite3.SQLiteConn) error {
		for _, p := range m.pragmas {
			if _, err := one.Exec(p, nil); err != nil {
				return err
			}
		}
		return nil
	}}
	one, err := d.Open(m.dsn)
	if err != nil {
		return nil, err
	}
	return one.(*sqlite3.SQLiteConn), nil
}
