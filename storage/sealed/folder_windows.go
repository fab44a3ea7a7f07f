package sealed

import "syscall"

// syncFolder does nothing: Windows keeps names by itself and cannot sync a folder.
func syncFolder(string) error { return nil }

// isFull reports whether no says that there is no room left: ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL.
func isFull(no syscall.Errno) bool { return no == 39 || no == 112 }
