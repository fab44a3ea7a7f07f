//go:build !linux

package storage

// trim does nothing: the system's own C library gives back what is freed.
func trim() {}
