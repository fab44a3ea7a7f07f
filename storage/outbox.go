package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/errno"
)

// WriteFile writes what leaves the journal to a file at path and returns where that is. The file is found there whole or
// not at all: it is written beside its place first. One that is there is replaced only where replace is true; otherwise it
// returns ErrExists. No journal is ever replaced. What it returns says in a sentence what to do.
func (j *Journal) WriteFile(path string, data []byte, replace bool) (string, error) {
	own, err := j.opened()
	if err != nil {
		return "", err
	}
	to, err := outboxPlace(path)
	if err != nil {
		return "", err
	}
	if err := notReserved(to, own); err != nil {
		return "", err
	}
	st, err := os.Stat(to)
	switch {
	case to == own:
		return "", aJournal(to)
	case err == nil && !replace && st.Mode().IsRegular() && !isDatabase(to):
		return "", say(notes.ErrExists, nil, voice.T("There's already a file with that name. Replace it, or choose another name."))
	case err == nil:
		if err := mayReplace(to, st); err != nil {
			return "", err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return "", explainFile(to, err)
	}
	if err := writeWhole(to, data); err != nil {
		return "", explainFile(to, err)
	}
	return to, nil
}

// opened is where the journal's file belongs, or ErrClosed: nothing leaves one that nobody looks at.
func (j *Journal) opened() (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return "", notes.ErrClosed
	}
	return j.path, nil
}

// outboxPlace is the real place of a file to be written: links are followed, folders have to be there.
func outboxPlace(path string) (string, error) {
	ends := path != "" && os.IsPathSeparator(path[len(path)-1])
	path, err := filepath.Abs(path)
	if err != nil {
		return "", explainFile(path, err)
	}
	if st, err := os.Stat(path); ends || err == nil && st.IsDir() {
		return "", notes.Invalid{Why: voice.T("{path} is a folder. Add a name for the file.", "path", path)}
	}
	folder, err := os.Stat(filepath.Dir(path))
	if err == nil && !folder.IsDir() || errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return "", notes.Invalid{Why: voice.T("There's no folder {folder}. Choose another one.", "folder", filepath.Dir(path))}
	}
	if err != nil {
		return "", explainFile(path, err)
	}
	return realPath(path)
}

// mayReplace says why a file that is there can't be replaced; nil where it can.
func mayReplace(path string, st fs.FileInfo) error {
	switch {
	case !st.Mode().IsRegular():
		return notes.Invalid{Why: voice.T("{path} can't be replaced: it isn't an ordinary file. Choose another name.", "path", path)}
	case isDatabase(path):
		return aJournal(path)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0) // Windows tells here whether another program has it
	if err != nil {
		return explainFile(path, err)
	}
	return f.Close()
}

func aJournal(path string) error {
	return notes.Invalid{Why: voice.T("{path} is a journal. Choose another name so nothing gets lost.", "path", path)}
}

// isDatabase reports whether a file is a journal, a copy or a backup of one, or any other database.
func isDatabase(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // it was only read
	head := make([]byte, len(magic))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == magic
}

// writeWhole writes a file for the user alone beside its place, makes it last and puts it there. Where anything goes
// wrong nothing of it is left.
func writeWhole(path string, data []byte) (err error) {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, ".handback-*.part")
	if err != nil {
		return err
	}
	fresh := f.Name()
	defer func() {
		if err != nil {
			_ = os.Remove(fresh) // what went wrong is said; a name that is gone already is as good
		}
	}()
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		if deniedIfOpen && exists(path) && errors.Is(err, fs.ErrPermission) {
			return notes.ErrInUse
		}
		return err
	}
	return syncFolder(folder)
}

// explainFile says in a sentence why a file could not be written.
func explainFile(path string, err error) error {
	err = translate(err)
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, notes.ErrFull):
		return say(
			notes.ErrFull,
			err,
			voice.T("There's no space left on the disk with {folder}. Free up some space, or choose another disk.", "folder", folder),
		)
	case errors.Is(err, notes.ErrInUse), errno.Busy(err):
		return say(
			notes.ErrInUse,
			err,
			voice.T("{path} is open in another program. Close it there, or choose another name.", "path", path),
		)
	case errors.Is(err, notes.ErrNoAccess), errors.Is(err, notes.ErrReadOnly):
		return notAllowed(path, err)
	case errno.BadName(err):
		return notes.Invalid{Why: voice.T("This disk can't have a file with that name. Choose a shorter one, with only letters and digits.")}
	}
	return say(notes.ErrNoAccess, err, voice.T("{path} couldn't be saved. Choose another folder or name.", "path", path))
}

func notAllowed(path string, err error) error {
	return say(
		notes.ErrNoAccess,
		err,
		voice.T("You don't have permission to save {path}. Choose another folder or name.", "path", path),
	)
}
