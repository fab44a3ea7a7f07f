package storage

import (
	"path/filepath"

	"github.com/adrg/xdg"
)

// startLabel is the program's name among what macOS starts at login.
const startLabel = "io.github.handback"

// startFile is the file by which macOS starts Handback at login. Nobody has tried it on a Mac.
func startFile() string {
	return filepath.Join(xdg.Home, "Library", "LaunchAgents", startLabel+".plist")
}

// StartsAtLogin reports whether macOS starts Handback at login.
func StartsAtLogin() (bool, error) { return exists(startFile()), nil }

// SetStartAtLogin has macOS start the program at login with arguments, or not.
func SetStartAtLogin(on bool, program string, args ...string) error {
	if !on {
		return removed(startFile())
	}
	if err := makeFolder(filepath.Dir(startFile())); err != nil {
		return err
	}
	return writeWhole(startFile(), launchAgent(startLabel, append([]string{program}, args...)...))
}
