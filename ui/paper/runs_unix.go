//go:build unix

package paper

import (
	"errors"
	"syscall"
)

// shown reports whether a file can't be removed because the program that shows it has it open: here it can.
func shown(error) bool { return false }

// runs reports whether there is a process of that number.
func runs(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
