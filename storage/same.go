package storage

import (
	"errors"
	"io/fs"
	"os"

	"handback/notes"
	"handback/notes/voice"
)

// held are the files of a journal as they were when it was opened: what a sync program, a restore or a hand in the file
// manager puts in their place is another file, and what is written to the one that is open would be gone with it.
type held struct {
	own *os.File    // the journal's own file, locked; nil where it can only be read
	is  os.FileInfo // the file that SQLite has open
	log os.FileInfo // the log beside it; nil before the first write makes one

	lost bool // something has lost its place, and what stood in the log is in the open file
}

// hold takes the journal's own file, before SQLite opens it. It must not be let go of before SQLite's connection is
// closed: closing any handle of a file gives up all locks that the process has on it.
func (j *Journal) hold() error {
	links, err := linksOf(j.path)
	if err != nil {
		return err
	}
	if links > 1 {
		return say(notes.ErrNotOurs, nil, voice.T("The file {path} has more than one name (hard links), so changes could get lost. "+
			"Copy it to a new file, and open the copy.", "path", j.path))
	}
	if j.why != "" {
		return nil
	}
	if j.held.own, err = lockOwn(j.path); err != nil {
		return err
	}
	j.held.is, err = j.held.own.Stat()
	return err
}

// InPlace returns nil where the journal's file and its log are still the ones that are open, and ErrMoved, as a sentence,
// where something else or nothing has their place. What was written is then in the open file alone, which goes when the
// journal is closed: SaveCopy and GoOnIn bring it to another place.
func (j *Journal) InPlace() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return notes.ErrClosed
	}
	return j.inPlace()
}

// inPlace also moves the log into the open file where that lost its place: a file that was only renamed is whole then, and
// one that was put in its place is not given the log of another.
func (j *Journal) inPlace() error {
	if j.vault != nil {
		return j.vaultInPlace()
	}
	if j.held.is == nil {
		return nil // it is only read, or is being made
	}
	err := j.fileInPlace()
	if err == nil {
		err = j.logInPlace()
	}
	if err != nil && !j.held.lost {
		j.held.lost = j.empty() == nil
	}
	return err
}

func (j *Journal) fileInPlace() error {
	there, err := os.Stat(j.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return say(notes.ErrMoved, err, voice.T("Your journal file was moved, renamed or deleted. It's no longer at {path}.", "path", j.path))
	case err != nil:
		return say(notes.ErrMoved, err, voice.T("Handback can no longer reach your journal file at {path}.", "path", j.path))
	case !os.SameFile(there, j.held.is):
		return say(notes.ErrMoved, nil, voice.T("Another file has replaced your journal at {path}, perhaps from a sync program or a backup.",
			"path", j.path))
	}
	return nil
}

// logInPlace looks at the log, in which the newest changes stand until they are moved into the file.
func (j *Journal) logInPlace() error {
	there, err := os.Stat(j.path + "-wal")
	if j.held.log == nil { // SQLite makes it with the first write
		if err == nil {
			j.held.log = there
		}
		return nil
	}
	if err != nil || !os.SameFile(there, j.held.log) {
		return say(notes.ErrMoved, err, voice.T("The file {path} is part of your open journal and was moved, replaced or deleted.",
			"path", j.path+"-wal"))
	}
	return nil
}

// letGo gives the files back, after the connection was closed.
func (h *held) letGo() error {
	own := h.own
	*h = held{}
	if own == nil {
		return nil
	}
	return own.Close()
}
