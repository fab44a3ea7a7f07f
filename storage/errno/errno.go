// Package errno tells what a number means that the system gives instead of a file. Each system has its own; those of all are here, so
// that the ones of Windows are tested where there is none.
package errno

import (
	"errors"
	"runtime"
	"slices"
	"syscall"
)

// numbers are what one system says.
type numbers struct {
	full     []syscall.Errno // there is no room left on the disk, or none of the user's
	disk     []syscall.Errno // the disk can't be read or written, or is gone
	onlyRead []syscall.Errno // nothing can be written there
	busy     []syscall.Errno // another program has the file
	badName  []syscall.Errno // there can't be a file of that name
}

var ofUnix = numbers{
	full:     []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT},
	disk:     []syscall.Errno{syscall.EIO},
	onlyRead: []syscall.Errno{syscall.EROFS},
	busy:     []syscall.Errno{syscall.EBUSY, syscall.ETXTBSY},
	badName:  []syscall.Errno{syscall.ENAMETOOLONG, syscall.EINVAL, syscall.EILSEQ},
}

// ofWindows has no names: package syscall invents numbers for those of Unix there, which Windows never says.
var ofWindows = numbers{
	full: []syscall.Errno{
		39,   // ERROR_HANDLE_DISK_FULL
		112,  // ERROR_DISK_FULL
		1295, // ERROR_DISK_QUOTA_EXCEEDED
	},
	disk: []syscall.Errno{
		21,   // ERROR_NOT_READY
		23,   // ERROR_CRC
		25,   // ERROR_SEEK
		27,   // ERROR_SECTOR_NOT_FOUND
		29,   // ERROR_WRITE_FAULT
		30,   // ERROR_READ_FAULT
		31,   // ERROR_GEN_FAILURE
		55,   // ERROR_DEV_NOT_EXIST
		59,   // ERROR_UNEXP_NET_ERR
		64,   // ERROR_NETNAME_DELETED
		483,  // ERROR_DEVICE_HARDWARE_ERROR
		1117, // ERROR_IO_DEVICE
		1167, // ERROR_DEVICE_NOT_CONNECTED
		1617, // ERROR_DEVICE_REMOVED
	},
	onlyRead: []syscall.Errno{19}, // ERROR_WRITE_PROTECT
	busy: []syscall.Errno{
		32,   // ERROR_SHARING_VIOLATION
		33,   // ERROR_LOCK_VIOLATION
		1224, // ERROR_USER_MAPPED_FILE
	},
	badName: []syscall.Errno{
		123, // ERROR_INVALID_NAME
		161, // ERROR_BAD_PATHNAME
		206, // ERROR_FILENAME_EXCED_RANGE
		267, // ERROR_DIRECTORY
	},
}

// of are the numbers of a system, by Go's name of it.
func of(system string) numbers {
	if system == "windows" {
		return ofWindows
	}
	return ofUnix
}

var here = of(runtime.GOOS)

// Full reports whether an error says that there is no room left.
func Full(err error) bool { return says(err, here.full) }

// Disk reports whether an error says that the disk can't be read or written.
func Disk(err error) bool { return says(err, here.disk) }

// OnlyRead reports whether an error says that nothing can be written there.
func OnlyRead(err error) bool { return says(err, here.onlyRead) }

// Busy reports whether an error says that another program has the file.
func Busy(err error) bool { return says(err, here.busy) }

// BadName reports whether an error says that there can't be a file of that name.
func BadName(err error) bool { return says(err, here.badName) }

func says(err error, one []syscall.Errno) bool {
	var no syscall.Errno
	return errors.As(err, &no) && slices.Contains(one, no)
}
