package storage

import (
	"os"
	"strconv"
	"syscall"
	"unsafe"
)

var (
	sessionOf = syscall.NewLazyDLL("kernel32.dll").NewProc("ProcessIdToSessionId")
	allowFore = syscall.NewLazyDLL("user32.dll").NewProc("AllowSetForegroundWindow")
)

// Seat says which session of which computer a program is in.
func Seat() string {
	host, _ := os.Hostname() // one without a name is one
	var session uint32
	if sessionOf.Find() == nil {
		_, _, _ = sessionOf.Call(uintptr(os.Getpid()), uintptr(unsafe.Pointer(&session)))
	}
	return host + "|" + strconv.Itoa(int(session))
}

// mayComeToFront lets another program bring its window to the front: only one that the user has just started may.
func mayComeToFront(pid int) {
	if allowFore.Find() == nil {
		_, _, _ = allowFore.Call(uintptr(pid))
	}
}
