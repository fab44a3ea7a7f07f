//go:build unix

package storage

import "os"

// mkdirPrivate makes a folder for the user alone.
func mkdirPrivate(path string) error { return os.Mkdir(path, 0o700) }
