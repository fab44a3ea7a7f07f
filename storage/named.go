package storage

import (
	"path/filepath"

	"handback/storage/sealed"
)

// Named is the journal that a file stands for which somebody opened in a file manager: itself, or, for a file in the folder of a
// protected journal, such as its key.age, that folder. Nothing is made: ErrNoJournal where there is no such file.
func Named(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if !Exists(path) {
		return "", noJournal(path)
	}
	if folder := filepath.Dir(path); filepath.Ext(path) == filepath.Ext(sealed.KeyName) && IsProtected(folder) {
		return folder, nil
	}
	return path, nil
}
