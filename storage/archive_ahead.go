package storage

import (
	"errors"
	"io/fs"

	"handback/notes/archive"
)

// ahead is what was read of an archive and is yet to be taken: rows, or files that are left out.
type ahead struct {
	rows  []aheadRow
	bytes int
	err   error // why no more is read
}

type aheadRow struct {
	row       *archive.Row
	file, why string // of a file that is left out
}

// errEnough ends the reading of what nobody takes any more.
var errEnough = errors.New("nobody takes it")

// readBeside gives the rows of a table to take as archive.ReadTable does, and reads the next ones meanwhile: a folder of many files
// takes about half as long to read as its rows take to be written. No more is held than three pieces.
func readBeside(tree fs.FS, table string, take archive.Taker) error {
	read, enough := make(chan ahead, 1), make(chan struct{})
	go func() {
		defer close(read)
		r := aheadReader{to: read, enough: enough}
		r.early, _ = take.(earlyTaker)
		err := archive.ReadTable(tree, table, &r)
		_ = r.send(err) // where nobody takes it, nobody asks
	}()
	defer func() {
		close(enough)
		for range read { // until it has ended: the folder is closed next
		}
	}()
	for some := range read {
		for _, r := range some.rows {
			if err := r.give(take); err != nil {
				return err
			}
		}
		if some.err != nil {
			return some.err
		}
	}
	return nil
}

func (r aheadRow) give(take archive.Taker) error {
	if r.row != nil {
		return take.Row(r.row)
	}
	return take.Skip(r.file, r.why)
}

// earlyTaker is shown rows where they are read, beside the taking of those before them.
type earlyTaker interface{ early(row *archive.Row) }

// aheadReader is the taker of what is read beside.
type aheadReader struct {
	early  earlyTaker // nil where there is none
	to     chan<- ahead
	enough <-chan struct{}
	some   ahead
}

// Row implements archive.Taker.
func (r *aheadReader) Row(row *archive.Row) error {
	if r.early != nil {
		r.early.early(row)
	}
	r.some.bytes += len(row.Body)
	return r.add(aheadRow{row: row})
}

// Skip implements archive.Taker.
func (r *aheadReader) Skip(file, why string) error { return r.add(aheadRow{file: file, why: why}) }

func (r *aheadReader) add(one aheadRow) error {
	r.some.rows = append(r.some.rows, one)
	if len(r.some.rows) < pieceRows && r.some.bytes < pieceBytes {
		return nil
	}
	return r.send(nil)
}

// send hands over what was read, and why that is all.
func (r *aheadReader) send(why error) error {
	some := r.some
	some.err, r.some = why, ahead{}
	select {
	case r.to <- some:
		return nil
	case <-r.enough:
		return errEnough
	}
}
