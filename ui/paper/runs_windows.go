package paper

import "os"

// runs reports whether there is a process of that number.
func runs(pid int) bool {
	p, err := os.FindProcess(pid)
	return err == nil && p.Release() == nil
}
