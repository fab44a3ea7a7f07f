//go:build unix

package main

import "syscall"

// noCoreDump keeps the system from writing the program's memory to the disk when it crashes: notes and keys are in it. The program
// stays dumpable for the system otherwise, since desktop portals look it up in /proc.
func noCoreDump() error {
	return syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
