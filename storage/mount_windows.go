package storage

import (
	"path/filepath"
	"syscall"
	"unsafe"
)

// mountOf tells a drive of another computer from one in this one; what kind it is Windows doesn't say.
func mountOf(folder string) (mount, bool) {
	const remote = 4 // DRIVE_REMOTE
	root := filepath.VolumeName(folder) + `\`
	name, err := syscall.UTF16PtrFromString(root)
	if err != nil {
		return mount{}, false
	}
	kind, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW").Call(uintptr(unsafe.Pointer(name)))
	if kind == remote {
		return mount{at: root, kind: "smbfs", source: root}, true
	}
	return mount{}, false
}
