package storage

import (
	"os"
	"path/filepath"
)

// mountOf is the disk that a folder is on.
func mountOf(folder string) (mount, bool) {
	list, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return mount{}, false
	}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	return mountIn(string(list), folder)
}
