package storage

import (
	"errors"
	"os"
)

// OpenFilled opens the journal at path; where there is none it makes one and lets fill write into it first. What is
// only half filled is never found at path.
func OpenFilled(path string, opt Options, fill func(*Journal) error) (*Journal, error) {
	if _, err := os.Stat(path); err == nil {
		return Open(path, opt)
	}
	making := path + ".making"
	for _, old := range []string{making, making + "-wal", making + "-shm"} {
		if err := os.Remove(old); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	opt.Create = true
	j, err := Open(making, opt)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(fill(j), j.Close()); err != nil {
		for _, half := range []string{making, making + "-wal", making + "-shm", making + ".lock"} {
			_ = os.Remove(half) // what can't be removed is taken away before the next one is made
		}
		return nil, err
	}
	if err := errors.Join(os.Rename(making, path), os.Remove(making+".lock")); err != nil {
		return nil, err
	}
	return Open(path, opt)
}
