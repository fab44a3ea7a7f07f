package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"handback/notes"
	"handback/notes/voice"
)

// place is the real path of the journal's file: where path itself, or the file in the folder that path names, leads
// through links. Its log and its lock stand beside the file, not beside a link to it. Where a journal may be made it makes
// the folder, for the user alone.
func place(path string, create bool) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if len(path) > mostPath {
		return "", say(notes.ErrNotOurs, nil,
			voice.T("The path of this journal is too long: {path}. Move it to a folder higher up, or choose another folder.", "path", path))
	}
	if err := settle(path); err != nil {
		return "", err
	}
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		return inFolder(path, create)
	case err == nil && !st.Mode().IsRegular():
		return "", say(notes.ErrNotOurs, nil, voice.T("{path} can't be a journal. Choose your journal file.", "path", path))
	case err == nil:
		return realPath(path)
	case !errors.Is(err, fs.ErrNotExist):
		return "", explain(path, err)
	case !create:
		return "", noJournal(path)
	}
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return "", explain(path, err)
	}
	return realPath(path)
}

// makeFolder makes a folder for the user alone, and those around it that aren't there; each lasts, also in a power cut.
func makeFolder(path string) error {
	if _, err := os.Stat(path); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	around := filepath.Dir(path)
	if around != path {
		if err := makeFolder(around); err != nil {
			return err
		}
	}
	if err := mkdirPrivate(path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := syncFolder(around); !errors.Is(err, fs.ErrPermission) { // a folder in which names may be made but not read
		return err
	}
	return nil
}

// mostPath is how long the path of a journal may be: SQLite takes no longer one, with the name of the log beside it.
const mostPath = 500

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
		return "", say(
			notes.ErrNoJournal,
			err,
			voice.T("{path} is a link to a file that isn't there. Choose the journal file itself, or delete the link.",
				"path", path),
		)
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return path, nil //nolint:nilerr // as above; where there is no such folder, opening says so
	}
	return filepath.Join(folder, filepath.Base(path)), nil
}

// inFolder is the real path of the journal that a folder is, or that lies in it.
func inFolder(folder string, create bool) (string, error) {
	if IsProtected(folder) {
		return realPath(folder)
	}
	path := filepath.Join(folder, FileName)
	if err := settle(path); err != nil {
		return "", err
	}
	if exists(path) || create {
		return realPath(path)
	}
	if _, err := os.ReadDir(folder); err != nil { // what is in it isn't known
		return "", explain(folder, err)
	}
	return "", say(notes.ErrNoJournal, nil,
		voice.T("There's no journal in the folder {folder}. Choose the folder with {file}, or the file itself.",
			"folder", folder, "file", FileName))
}

func noJournal(path string) error {
	return say(
		notes.ErrNoJournal,
		nil,
		voice.T("There's no journal at {path}. Check the name, or start a new journal there.", "path", path),
	)
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
		return say(
			notes.ErrInUse,
			err,
			voice.T("The journal {path} is already open in another Handback window. Use that one, or close it first.",
				"path", path),
		)
	case errors.Is(err, notes.ErrFull):
		return say(
			notes.ErrFull,
			err,
			voice.T("There's no space left on the disk with {folder}. Free up some space and try again. Nothing was changed.",
				"folder", folder),
		)
	case errors.Is(err, notes.ErrDisk):
		return say(
			notes.ErrDisk,
			err,
			voice.T("Handback can't read from or write to the disk with {folder}. Check that it's "+
				"connected. If it is, copy the journal to another disk.",
				"folder", folder),
		)
	case errors.Is(err, notes.ErrDamaged):
		return damaged(path, err)
	case errors.Is(err, notes.ErrNotOurs):
		return notOurs(path, err)
	case errors.Is(err, notes.ErrReadOnly):
		return say(
			notes.ErrReadOnly,
			err,
			voice.T("Handback can't save in the folder {folder}, so you can't start a journal there. Choose another folder.",
				"folder", folder),
		)
	case errors.Is(err, notes.ErrNoAccess):
		return say(
			notes.ErrNoAccess,
			err,
			voice.T("You don't have permission to open {path}. Ask for permission, or choose another journal.",
				"path", path),
		)
	case errors.Is(err, notes.ErrNoJournal):
		return noJournal(path)
	}
	return fmt.Errorf("open the journal %s: %w", path, err)
}

func damaged(path string, cause error) error {
	return say(notes.ErrDamaged, cause, voice.T("The journal {path} is damaged. Nothing in it was changed. "+
		"Restore a backup, or save what can be read.", "path", path))
}

func notOurs(path string, cause error) error {
	return say(
		notes.ErrNotOurs,
		cause,
		voice.T("{path} isn't a Handback journal, or it's damaged. Nothing was changed. Choose your journal file or a backup.",
			"path", path),
	)
}
