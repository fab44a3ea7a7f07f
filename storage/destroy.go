package storage

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// Destroy deletes a journal that is closed, with its backups, all that stands beside it for it and the copies that Handback made of it
// there. Each file is written over first, as far as its disk does that in place. It says no, with nothing deleted, where the journal is
// in use or one of the files can't be deleted. left are further copies of it that it found beside it: those stay.
func Destroy(path string) (left []string, err error) {
	if path, err = place(path, false); err != nil {
		return nil, err
	}
	folder := filepath.Dir(path)
	why := voice.T("You don't have permission to delete files in {folder}. Nothing was deleted.", "folder", folder)
	denied := say(notes.ErrNoAccess, nil, why)
	if !mayWrite(folder) {
		return nil, denied
	}
	locked := path + ".lock"
	if IsProtected(path) {
		locked = filepath.Join(path, lockName)
	}
	held, err := lock(locked)
	if err != nil {
		return nil, explain(path, err)
	}
	defer func() {
		if err = errors.Join(err, held.Close()); err != nil {
			return
		}
		if err = removed(locked); err == nil && locked != path+".lock" {
			_ = sealed.DropFromKeychain(path) // of which nothing is left that it could open but backups
			err = removed(path)
		}
	}()
	mine, left, err := ownFiles(path)
	if err != nil {
		return nil, err
	}
	for _, file := range mine {
		if !mayWrite(file) {
			return nil, denied
		}
	}
	for _, file := range mine {
		if err := destroyFile(file, locked); err != nil {
			return left, err
		}
	}
	_ = os.Remove(BackupsFolder(path)) // unless something else is in it
	return left, syncFolder(folder)
}

// ownFiles are the files that go with a journal, itself last, and further copies beside it.
func ownFiles(path string) (mine, left []string, err error) {
	copies, err := (&Journal{path: path}).Copies()
	if err != nil {
		return nil, nil, err
	}
	for _, c := range copies {
		switch copyNamed(filepath.Base(path), filepath.Base(c)) {
		default:
			for _, end := range []string{"-wal", "-shm", ""} {
				if exists(c + end) {
					mine = append(mine, c+end)
				}
			}
		case backups.NoCopy, backups.LogAlone:
			left = append(left, c)
		}
	}
	for _, end := range besideEnds {
		if end != ".lock" && exists(path+end) {
			mine = append(mine, path+end)
		}
	}
	inFolder, err := backupFiles(BackupsFolder(path))
	return append(append(mine, inFolder...), path), left, err
}

// backupFiles are all files of backups in a folder, halves too.
func backupFiles(folder string) (files []string, err error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	for _, e := range entries {
		if e.Type().IsRegular() && len(e.Name()) > 0 && backupBegins.MatchString(e.Name()) {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	return files, err
}

// destroyFile deletes a file, or a folder with what is in it but the lock that is held. What can't be written over is deleted all the
// same: a disk that is full, or one that never writes in place.
func destroyFile(path, held string) error {
	if filepath.Dir(held) != path {
		return removeWhole(path)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if name := filepath.Join(path, e.Name()); name != held {
			if err := removeWhole(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// overwrite writes zeros over a file.
func overwrite(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	st, err := f.Stat()
	if err == nil {
		_, err = io.CopyN(f, zeros{}, st.Size())
	}
	return errors.Join(err, f.Sync(), f.Close())
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// removed deletes a file; one that is gone is deleted.
func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
