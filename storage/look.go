package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"

	"handback/notes"
	"handback/notes/voice"
)

// header is what is seen of a journal's file before anything is written to it.
type header struct {
	schema int
	log    bool // a log with something in it lies beside the file
}

const (
	headerSize      = 100
	magic           = "SQLite format 3\x00"
	atPageSize      = 16
	atPages         = 28
	atApplicationID = 68
)

// look reads what a file is without changing a byte of it or of its log, so that a damaged or foreign one stays as it
// was found. A log may hold a newer schema than the file's header: it is read by SQLite, for reading only.
func look(path string) (header, error) {
	seen := header{}
	if st, err := os.Stat(path + "-wal"); err == nil && st.Size() > 0 {
		seen.log = true
	}
	if err := lookAtBytes(path, seen.log); err != nil {
		return seen, err
	}
	c, err := openConn(readable(path, !seen.log))
	if err != nil {
		return seen, err
	}
	return seen, errors.Join(lookInside(c, &seen), c.close())
}

// keepsLog returns ErrEmpty where a file has lost all that was in it and its log is still there. SQLite deletes the log of an empty
// file, also where it may only read, and with it what was saved last.
func keepsLog(path string) error {
	st, err := os.Stat(path)
	if err != nil || st.Size() > 0 {
		return nil //nolint:nilerr // SQLite says what is wrong
	}
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return saysEmpty(path, true)
	}
	return nil
}

// saysEmpty says of an empty file what can be done.
func saysEmpty(path string, log bool) error {
	if log {
		return say(notes.ErrEmpty, nil, voice.T("The file {path} is empty, so your journal isn't in it any more. Restore a backup. "+
			"Changes saved after that may be in {log}: keep that file.", "path", path, "log", filepath.Base(path)+"-wal"))
	}
	return say(notes.ErrEmpty, nil, voice.T("The file {path} is empty, so there's no journal in it. "+
		"Restore a backup, or delete the file to start a new journal there.", "path", path))
}

// onlyZeros reports whether nothing but zeros is in a file.
func onlyZeros(f *os.File) (bool, error) {
	part := make([]byte, 1<<16)
	for at := int64(0); ; {
		n, err := f.ReadAt(part, at)
		if len(bytes.Trim(part[:n], "\x00")) > 0 {
			return false, nil
		}
		if at += int64(n); errors.Is(err, io.EOF) {
			return true, nil
		} else if err != nil {
			return false, err
		}
	}
}

func lookAtBytes(path string, log bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	st, err := f.Stat()
	if err != nil {
		return err
	}
	if st.Size() == 0 {
		return saysEmpty(path, log)
	}
	var head [headerSize]byte
	if _, err := io.ReadFull(f, head[:]); err != nil || string(head[:len(magic)]) != magic {
		if log && err == nil { // the power may have been cut while the log was moved into the file: it still has that page
			return nil
		}
		if zeros, readErr := onlyZeros(f); readErr == nil && zeros {
			return say(notes.ErrEmpty, err, voice.T("The file {path} has nothing in it but zeros. "+
				"If a sync program keeps it, let it download the file and try again. Or restore a backup.", "path", path))
		}
		return notOurs(path, err)
	}
	if binary.BigEndian.Uint32(head[atApplicationID:]) != applicationID {
		return say(
			notes.ErrNotOurs,
			nil,
			voice.T("{path} belongs to another program and isn't a Handback journal. Nothing was changed. Choose your journal file.",
				"path", path),
		)
	}
	page := int64(binary.BigEndian.Uint16(head[atPageSize:]))
	if page == 1 {
		page = 1 << 16
	}
	if whole := page * int64(binary.BigEndian.Uint32(head[atPages:])); !log && st.Size() < whole {
		return damaged(path, nil)
	}
	return nil
}

// lookInside reads the schema, and a row of each table that everything else hangs on.
func lookInside(c *conn, seen *header) error {
	var id int64
	if err := c.row("PRAGMA application_id", nil, &id); err != nil {
		return err
	}
	if id != applicationID {
		return notes.ErrNotOurs
	}
	if err := c.row("PRAGMA user_version", nil, &seen.schema); err != nil {
		return err
	}
	if seen.schema == 0 {
		return notes.ErrDamaged
	}
	for _, q := range []string{
		"SELECT count(*) FROM sqlite_schema", "SELECT count(*) FROM person", "SELECT count(*) FROM (SELECT uid FROM note LIMIT 1)",
		"SELECT count(*) FROM search_config",
	} {
		var n int
		if err := c.row(q, nil, &n); isMissing(err) { // it is made again where it is derived: see Mend
			return errors.Join(notes.ErrDamaged, err)
		} else if err != nil {
			return err
		}
	}
	return nil
}
