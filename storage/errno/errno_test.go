package errno

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
	"testing"
)

// meanings are what a system's number says, by the name of the list that it stands in.
func meanings(n numbers, no syscall.Errno) string {
	err := &fs.PathError{Op: "write", Path: "a.handback", Err: no}
	said := ""
	for _, l := range []struct {
		name string
		list []syscall.Errno
	}{{"full", n.full}, {"disk", n.disk}, {"onlyRead", n.onlyRead}, {"busy", n.busy}, {"badName", n.badName}} {
		if says(err, l.list) {
			said += l.name
		}
	}
	return said
}

func TestWhatEachSystemSaysOfItsDisks(t *testing.T) {
	for _, c := range []struct {
		system string
		no     syscall.Errno
		want   string
	}{
		{"windows", 112, "full"},                   // ERROR_DISK_FULL
		{"windows", 39, "full"},                    // ERROR_HANDLE_DISK_FULL
		{"windows", 1295, "full"},                  // ERROR_DISK_QUOTA_EXCEEDED
		{"windows", 1117, "disk"},                  // ERROR_IO_DEVICE
		{"windows", 23, "disk"},                    // ERROR_CRC
		{"windows", 21, "disk"},                    // ERROR_NOT_READY: the stick was pulled out
		{"windows", 1167, "disk"},                  // ERROR_DEVICE_NOT_CONNECTED
		{"windows", 64, "disk"},                    // ERROR_NETNAME_DELETED: the share has gone
		{"windows", 19, "onlyRead"},                // ERROR_WRITE_PROTECT
		{"windows", 32, "busy"},                    // ERROR_SHARING_VIOLATION
		{"windows", 33, "busy"},                    // ERROR_LOCK_VIOLATION
		{"windows", 123, "badName"},                // ERROR_INVALID_NAME
		{"windows", 206, "badName"},                // ERROR_FILENAME_EXCED_RANGE
		{"windows", 5, ""},                         // ERROR_ACCESS_DENIED, which fs.ErrPermission is
		{"windows", 2, ""},                         // ERROR_FILE_NOT_FOUND, which fs.ErrNotExist is
		{"windows", 0, ""},                         // nothing
		{"linux", syscall.ENOSPC, "full"},          // a full disk
		{"linux", syscall.EDQUOT, "full"},          // a full share of it
		{"linux", syscall.EIO, "disk"},             // a broken one
		{"linux", syscall.EROFS, "onlyRead"},       // one mounted for reading
		{"linux", syscall.ETXTBSY, "busy"},         // a program that runs
		{"linux", syscall.ENAMETOOLONG, "badName"}, // more than 255 bytes
		{"darwin", syscall.ENOSPC, "full"},         // a full disk
		{"linux", syscall.EACCES, ""},              // fs.ErrPermission
	} {
		if got := meanings(of(c.system), c.no); got != c.want {
			t.Errorf("%s says %d: %q, not %q", c.system, int(c.no), got, c.want)
		}
	}
}

func TestANumberSaysOneThing(t *testing.T) {
	for name, n := range map[string]numbers{"unix": ofUnix, "windows": ofWindows} {
		seen := map[syscall.Errno]bool{}
		for _, list := range [][]syscall.Errno{n.full, n.disk, n.onlyRead, n.busy, n.badName} {
			for _, no := range list {
				if seen[no] {
					t.Errorf("%s: %d stands twice", name, int(no))
				}
				seen[no] = true
			}
		}
	}
}

// TestThisSystem holds the functions to the lists of the system that it runs on.
func TestThisSystem(t *testing.T) {
	n := of(runtime.GOOS)
	for _, c := range []struct {
		asks func(error) bool
		no   syscall.Errno
	}{{Full, n.full[0]}, {Disk, n.disk[0]}, {OnlyRead, n.onlyRead[0]}, {Busy, n.busy[0]}, {BadName, n.badName[0]}} {
		if !c.asks(&fs.PathError{Op: "write", Path: "a.handback", Err: c.no}) || c.asks(errors.New("another")) || c.asks(nil) {
			t.Errorf("%d isn't told from other errors", int(c.no))
		}
	}
}
