package storage

import (
	"errors"
	"os"

	"handback/notes"
)

const (
	mergeAfter = 256   // saves after which the index is merged even if nothing ever was idle
	mergePages = 64    // how much of the index one step merges
	mergeSteps = 32    // how many steps the rest of a hand that never rests takes at most
	quietPages = 16    // and how much of it one quiet moment merges
	givePages  = "256" // how many free pages one quiet moment returns to the disk

	moveLogAfter = 16 // quiet moments, where there is more to do after each
)

// Idle does what a save must not wait for, all of it: it takes the words of new notes, merges the search index, moves the log
// into the file and lets go of old revisions. It is quick where there is nothing to do, and does nothing in a journal that can
// only be read.
func (j *Journal) Idle() error {
	for more := true; more; {
		var err error
		if more, err = j.IdleSome(); err != nil {
			return err
		}
	}
	return nil
}

// IdleSome does as much of that as takes some milliseconds, and reports whether there is more to do. The shell calls it when
// nothing has happened for a while: after an update or an import there is work for minutes, for which no key may wait.
func (j *Journal) IdleSome() (more bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return false, notes.ErrClosed
	}
	if j.why != "" {
		return false, nil
	}
	if err := errors.Join(j.pruneOnceADay(), ignoreFull(j.dropHalfArchive())); err != nil {
		return false, err
	}
	if j.scrub {
		if err := j.merge(); err != nil {
			return false, err
		}
		return true, j.wipe()
	}
	if !j.mayWait && j.unread == 0 && len(j.behind) == 0 {
		return j.snapshotSome()
	}
	if more, err = j.houseworkSome(); err != nil {
		return false, err
	}
	if j.vault != nil && !more {
		return j.snapshotSome()
	}
	if j.housework++; more && j.housework%moveLogAfter != 0 {
		return true, nil
	}
	return more, j.checkpoint()
}

// houseworkSome does a portion of what waits.
func (j *Journal) houseworkSome() (more bool, err error) {
	if len(j.behind) > 0 {
		return true, j.catchUp()
	}
	if err := j.takeSomeWords(inAQuietMoment); err != nil || j.mayWait {
		return j.mayWait, err
	}
	if j.unread == 0 {
		return false, nil
	}
	if busy, err := j.mergePart(quietPages); err != nil || busy {
		return busy, err
	}
	if err := j.sweepSomeWords(); err != nil {
		return false, err
	}
	if busy, err := j.joinSome(); err != nil || busy {
		return busy, err
	}
	free, err := j.giveBackSome()
	if err != nil || free {
		return free, err
	}
	j.unread = 0
	return false, nil
}

// joinShare is the share of a search index that stands in newer pieces when they are joined with the oldest: less of it costs a
// search little, and joining writes the whole index anew.
const joinShare = 20

// joinSome makes each search index one piece again, looked at once a day: every word of a query is looked up in each piece, and
// with one of each half of the searches of 100,000 notes take a quarter less, the slowest a third. It writes an index of the size
// of the text anew (5 s at 100,000 notes, 50 ms at 1,000), some pages at a time.
func (j *Journal) joinSome() (busy bool, err error) {
	today := notes.DateOf(j.now())
	if j.joined == today {
		return false, nil
	}
	if !j.joining {
		if j.joining, err = j.wantsJoining(); err != nil {
			return false, err
		}
	}
	if j.joining {
		if busy, err = j.mergePart(-quietPages); err != nil || busy {
			return busy, err
		}
	}
	j.joining, j.joined = false, today
	return false, nil
}

// wantsJoining reports whether enough of a search index stands beside its largest piece.
func (j *Journal) wantsJoining() (bool, error) {
	for _, pages := range []string{
		"SELECT count(*) FROM search_idx GROUP BY segid", "SELECT count(*) FROM search_pair_idx GROUP BY segid",
	} {
		pieces, err := list(j.c, pages, nil, scalar[int])
		if err != nil {
			return false, err
		}
		largest, all := 0, 0
		for _, n := range pieces {
			largest, all = max(largest, n), all+n
		}
		if (all-largest)*joinShare > all {
			return true, nil
		}
	}
	return false, nil
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
	if err := ignoreFull(j.compactAll()); err != nil { // it is tried again when the journal is closed
		return err
	}
	if err := j.empty(); err != nil {
		return err
	}
	j.scrub = false
	return nil
}

// giveBack returns pages that merging and deleting left free to the disk, some at a time.
func (j *Journal) giveBack() error { return j.giveBackPages("1024") }

// giveBackSome returns a few of them, and reports whether there are more that can be.
func (j *Journal) giveBackSome() (more bool, err error) {
	var before, after int
	if err := j.c.row("PRAGMA freelist_count", nil, &before); err != nil || before == 0 {
		return false, err
	}
	if err := j.giveBackPages(givePages); err != nil {
		return false, err
	}
	err = j.c.row("PRAGMA freelist_count", nil, &after)
	return after > 0 && after < before, err
}

func (j *Journal) giveBackPages(most string) error {
	return j.write(func(t *tx) error {
		t.aside = true
		// It gives one page back for each row that is read.
		_, err := list(t.conn, "PRAGMA incremental_vacuum("+most+")", nil, func(s scanner) (struct{}, error) { return struct{}{}, s.Scan() })
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
	err := j.write(func(t *tx) error {
		t.aside = true // no facts are read from earlier texts
		trusted, err := t.trustsClock()
		if err != nil || !trusted {
			return err
		}
		return t.pruneRevisions()
	})
	if err == nil {
		j.pruned = today
	}
	return err
}

// mergeWhenQuiet has the search index merged as soon as nothing happens. No save waits for it.
func (j *Journal) mergeWhenQuiet() { j.unread = max(j.unread, 1) }

// mergeIfMany is the rest for a hand that never rests. What it fails to do can wait: the save itself is committed. Beside an archive that
// comes in there is so much to merge that the save would take a second, and the import does it anyway.
func (j *Journal) mergeIfMany() {
	if j.unread >= mergeAfter && !j.takesIn && j.merge() == nil {
		_ = j.giveBack() // both are tried again when idle
		_ = j.checkpoint()
	}
}

// merge joins the pieces that saves left in the search index, step by step, until there is nothing left to join or it takes too
// long.
func (j *Journal) merge() error {
	for busy, n := true, 0; busy && n < mergeSteps; n++ {
		var err error
		if busy, err = j.mergePart(mergePages); err != nil {
			return err
		}
	}
	j.unread = 0
	return nil
}

// mergePart takes one step of that, in both indexes; busy is true where there may be something left to join. With a negative
// number of pages all pieces become one, otherwise those of a size do.
func (j *Journal) mergePart(pages int) (busy bool, err error) {
	err = j.write(func(t *tx) error {
		t.aside = true
		var before, after int64
		if err := t.row("SELECT total_changes()", nil, &before); err != nil {
			return err
		}
		if _, err := t.exec("INSERT INTO search (search, rank) VALUES ('merge', ?)", pages); err != nil {
			return err
		}
		if _, err := t.exec("INSERT INTO search_pair (search_pair, rank) VALUES ('merge', ?)", pages); err != nil {
			return err
		}
		err := t.row("SELECT total_changes()", nil, &after)
		busy = after-before > 2 // each command itself counts as one
		return err
	})
	return busy, err
}

// scrubIndex writes each search index as one piece, which holds no word that was deleted for good.
func (j *Journal) scrubIndex() error {
	return j.write(func(t *tx) error {
		for _, statement := range []string{
			// An index that is one piece already is left as it is, with what was deleted: a second piece has it written anew.
			"INSERT INTO search (rowid, body, who) VALUES (-1, 'a', '')",
			"INSERT INTO search (search, rowid, body, who) VALUES ('delete', -1, 'a', '')",
			"INSERT INTO search (search) VALUES ('optimize')",
			"INSERT INTO search_pair (rowid, pairs) VALUES (-1, 'a')",
			"DELETE FROM search_pair WHERE rowid = -1",
			"INSERT INTO search_pair (search_pair) VALUES ('optimize')",
		} {
			if _, err := t.exec(statement); err != nil {
				return err
			}
		}
		return nil
	})
}

// checkpoint moves the log into the file. Its space on the disk is kept, since what is written over is sooner lasting than
// what is appended.
func (j *Journal) checkpoint() error {
	if j.vault != nil {
		_, err := j.snapshotSome()
		return err
	}
	return j.moveLog("PRAGMA wal_checkpoint(PASSIVE)")
}

// empty moves the log into the file and leaves none of it.
func (j *Journal) empty() error {
	if j.vault != nil {
		return j.snapshotAll()
	}
	return j.moveLog("PRAGMA wal_checkpoint(TRUNCATE)")
}

// mayHaveLog is false where there surely is nothing in a log beside the file.
func (j *Journal) mayHaveLog() bool {
	st, err := os.Stat(j.path + "-wal")
	return j.mode.durable != nil || err == nil && st.Size() > 0
}

func (j *Journal) moveLog(how string) error {
	if !j.mayHaveLog() {
		return nil // SQLite would number the first log from here on instead of throwing its salts: see ownLog
	}
	var busy, log, moved int
	return j.c.row(how, nil, &busy, &log, &moved)
}

// tidy is what is done before a journal is closed.
func (j *Journal) tidy() error {
	if err := j.catchUp(); err != nil {
		return err
	}
	if j.scrub {
		if err := j.scrubIndex(); err != nil {
			return err
		}
		if err := j.sweepWords(); err != nil {
			return err
		}
	}
	if err := j.compactAll(); err != nil {
		return err
	}
	return j.empty()
}
