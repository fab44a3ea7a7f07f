package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// RemoveAll is os.RemoveAll, which removes a folder with everything in it, a file, or nothing where there is nothing. On Windows that
// one asks for a way to delete that some versions, drives and servers refuse, with errors of several kinds (golang/go#77402, #78131,
// #78969), where removing each thing by itself does.
func RemoveAll(path string) error {
	err := os.RemoveAll(path)
	if err != nil && removeEach(path, os.Remove) == nil {
		return nil
	}
	return err
}

// removeEach removes what is in a folder, the innermost first, and the folder. No link is followed.
func removeEach(path string, remove func(path string) error) error {
	var all []string
	err := filepath.WalkDir(path, func(at string, _ fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		all = append(all, at)
		return err
	})
	if err != nil {
		return err
	}
	for _, at := range slices.Backward(all) {
		if err := remove(at); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
