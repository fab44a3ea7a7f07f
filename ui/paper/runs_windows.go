package paper

import (
	"errors"
	"os"
	"syscall"
)

// shown reports whether a file can't be removed because the program that shows it has it open (ERROR_SHARING_VIOLATION): it is removed
// at the next print, or the next start.
func shown(err error) bool { return errors.Is(err, syscall.Errno(32)) }

// runs reports whether there is a process of that number.
func runs(pid int) bool {
	p, err := os.FindProcess(pid)
	return err == nil && p.Release() == nil
}
