//go:build unix

package storage

import "os"

// Seat says which screen of which computer a program is at.
func Seat() string {
	host, _ := os.Hostname() // one without a name is one
	return host + "|" + os.Getenv("DISPLAY") + "|" + os.Getenv("WAYLAND_DISPLAY")
}

// mayComeToFront is for Windows.
func mayComeToFront(int) {}
