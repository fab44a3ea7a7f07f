package storage

import (
	"handback/notes"
)

const (
	mergeAfter = 256 // saves after which the index is merged even if nothing ever was idle
	mergePages = 64  // how much of the index one step merges
	mergeSteps = 32  // how many steps one idle moment takes at most
)

// Idle does what a save must not wait for: it merges the search index, moves the log into the file and lets go of old
// revisions. The shell calls it when nothing has happened for a while. It is quick where there is nothing to do, and
// does nothing in a journal that can only be read.
func (j *Journal) Idle() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return notes.ErrClosed
	}
	if j.why != "" {
		return nil
	}
	if err := j.pruneOnceADay(); err != nil {
		return err
	}
	if err := j.takeWords(); err != nil {
		return err
	}
	if j.unread == 0 && !j.scrub {
		return nil
	}
	if err := j.merge(); err != nil {
		return err
	}
	if j.scrub {
		return j.wipe()
	}
	if err := j.sweepSomeWords(); err != nil {
		return err
	}
	if err := j.giveBack(); err != nil {
		return err
	}
	return j.checkpoint()
}

// wipe leaves nothing in the file and its log of what was deleted for good.
func (j *Journal) wipe() error {
	if err := j.scrubIndex(); err != nil {
		return err
	}
	if err := j.sweepWords(); err != nil {
		return err
	}
	if err := j.giveBack(); err != nil {
		return err
	}
	if err := j.empty(); err != nil {
		return err
	}
	j.scrub = false
	return nil
}

// giveBack returns pages that merging and deleting left free to the disk, some at a time.
func (j *Journal) giveBack() error {
	return j.write(func(t *tx) error {
		// It gives one page back for each row that is read.
		_, err := list(t.conn, "PRAGMA incremental_vacuum(1024)", nil, func(s scanner) (struct{}, error) { return struct{}{}, s.Scan() })
		return err
	})
}

// Rest lets go of the pages that were read and are kept for the next reading: a window that nobody touches needs none of
// them, and reads them again in no time. Nothing of what it gives back is lost.
func (j *Journal) Rest() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	err := j.c.script("PRAGMA shrink_memory")
	trim()
	return err
}

func (j *Journal) pruneOnceADay() error {
	today := notes.DateOf(j.now())
	if j.pruned == today {
		return nil
	}
	if err := j.write((*tx).pruneRevisions); err != nil {
		return err
	}
	j.pruned = today
	return nil
}

// mergeIfMany is the rest for a hand that never rests. What it fails to do can wait: the save itself is committed.
func (j *Journal) mergeIfMany() {
	if j.unread >= mergeAfter && j.merge() == nil {
		_ = j.giveBack() // both are tried again when idle
		_ = j.checkpoint()
	}
}

// merge joins the pieces that saves left in the search index, step by step, until there is nothing left to join.
func (j *Journal) merge() error {
	for range mergeSteps {
		busy := false
		err := j.write(func(t *tx) error {
			var before, after int64
			if err := t.row("SELECT total_changes()", nil, &before); err != nil {
				return err
			}
			if _, err := t.exec("INSERT INTO search (search, rank) VALUES ('merge', ?)", mergePages); err != nil {
				return err
			}
			err := t.row("SELECT total_changes()", nil, &after)
			busy = after-before > 1 // the command itself counts as one
			return err
		})
		if err != nil {
			return err
		}
		if !busy {
			break
		}
	}
	j.unread = 0
	return nil
}

// scrubIndex writes each search index as one piece, which holds no word that was deleted for good.
func (j *Journal) scrubIndex() error {
	return j.write(func(t *tx) error {
		if _, err := t.exec("INSERT INTO search (search) VALUES ('optimize')"); err != nil {
			return err
		}
		_, err := t.exec("INSERT INTO search_pair (search_pair) VALUES ('optimize')")
		return err
	})
}

// checkpoint moves the log into the file. Its space on the disk is kept, since what is written over is sooner lasting than
// what is appended.
func (j *Journal) checkpoint() error { return j.moveLog("PRAGMA wal_checkpoint(PASSIVE)") }

// empty moves the log into the file and leaves none of it.
func (j *Journal) empty() error { return j.moveLog("PRAGMA wal_checkpoint(TRUNCATE)") }

func (j *Journal) moveLog(how string) error {
	var busy, log, moved int
	return j.c.row(how, nil, &busy, &log, &moved)
}

// tidy is what is done before a journal is closed.
func (j *Journal) tidy() error {
	if j.scrub {
		if err := j.scrubIndex(); err != nil {
			return err
		}
		if err := j.sweepWords(); err != nil {
			return err
		}
	}
	return j.empty()
}
