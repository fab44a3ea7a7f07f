//go:build !windows

package storage

// InStartMenu is for Windows.
func InStartMenu(string) bool { return false }
