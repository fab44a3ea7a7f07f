//go:build !linux

package ui

// SystemHasTray reports whether the desktop shows icons in a tray: Windows and macOS always do.
func SystemHasTray() bool { return true }
