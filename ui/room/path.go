package room

import (
	"os"
	"path/filepath"
	"strings"
)

// FromHome is a path with a leading ~ as the user's own folder, as a shell reads it.
func FromHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}
