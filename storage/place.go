package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"handback/notes"
)

// place is the real path of the journal's file: where path itself, or the file in the folder that path names, leads
// through links. Its log and its lock stand beside the file, not beside a link to it. Where a journal may be made it makes
// the folder, for the user alone.
func place(path string, create bool) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		if path, err = inFolder(path, create); err != nil {
			return "", err
		}
		return realPath(path)
	case err == nil && !st.Mode().IsRegular():
		return "", say(notes.ErrNotOurs, nil, "%s is no file that could hold a journal. Choose the journal's file.", path)
	case err == nil:
		return realPath(path)
	case !errors.Is(err, fs.ErrNotExist):
		return "", explain(path, err)
	case !create:
		return "", noJournal(path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", explain(path, err)
	}
	return realPath(path)
}

// realPath follows the links of a path whose file may not be there yet.
func realPath(path string) (string, error) {
	to, err := filepath.EvalSymlinks(path)
	if err == nil {
		return to, nil
	}
	if _, there := os.Stat(path); there == nil {
		return path, nil // some disks can't tell
	}
	if exists(path) { // a link that leads nowhere: a file made at its end could be anywhere
		return "", say(notes.ErrNoJournal, err, "%s is a link, and the file that it leads to is not there. "+
			"Choose the journal's file itself, or delete the link.", path)
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return path, nil //nolint:nilerr // as above; where there is no such folder, opening says so
	}
	return filepath.Join(folder, filepath.Base(path)), nil
}

func inFolder(folder string, create bool) (string, error) {
	path := filepath.Join(folder, FileName)
	if exists(path) || create {
		return path, nil
	}
	return "", say(notes.ErrNoJournal, nil,
		"There is no journal in the folder %s. Choose the folder that holds %s, or the file itself.", folder, FileName)
}

func noJournal(path string) error {
	return say(notes.ErrNoJournal, nil, "There is no journal at %s. Check the name, or start a new journal there.", path)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// copyFile copies a file to a new one that is for the user alone.
func copyFile(from, to string) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close() //nolint:errcheck // it was only read
	dst, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(dst, src)
	return errors.Join(err, dst.Close())
}

// explain says in a sentence why the journal at path cannot be opened and what can be done about it.
func explain(path string, err error) error {
	var said sayError
	if errors.As(err, &said) {
		return err
	}
	err = translate(err)
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, notes.ErrInUse):
		return say(notes.ErrInUse, err, "The journal %s is open in another window of Handback. Use that one, or close it first.", path)
	case errors.Is(err, notes.ErrFull):
		return say(notes.ErrFull, err, "The disk that holds %s is full. Free some room on it and try again; nothing was changed.", folder)
	case errors.Is(err, notes.ErrDamaged):
		return damaged(path, err)
	case errors.Is(err, notes.ErrNotOurs):
		return notOurs(path, err)
	case errors.Is(err, notes.ErrReadOnly):
		return say(notes.ErrReadOnly, err, "The folder %s cannot be written to, so no journal can be made there. Choose another folder.", folder)
	case errors.Is(err, notes.ErrNoAccess):
		return say(notes.ErrNoAccess, err, "You may not read or write %s. Ask for the right to, or choose another journal.", path)
	case errors.Is(err, notes.ErrNoJournal):
		return noJournal(path)
	}
	return fmt.Errorf("open the journal %s: %w", path, err)
}

func damaged(path string, cause error) error {
	return say(notes.ErrDamaged, cause, "The journal %s is damaged. It was left as it is. "+
		"Copy it somewhere safe, then open a backup of it; what can still be read comes out of it with “sqlite3 %s .recover”.", path, path)
}

func notOurs(path string, cause error) error {
	return say(notes.ErrNotOurs, cause, "%s is not a Handback journal, or its first bytes are damaged. "+
		"It was left as it is. Choose the journal's file, or a backup of it.", path)
}
