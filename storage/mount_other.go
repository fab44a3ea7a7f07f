//go:build !linux && !darwin && !windows

package storage

// mountOf knows of no disks here.
func mountOf(string) (mount, bool) { return mount{}, false }
