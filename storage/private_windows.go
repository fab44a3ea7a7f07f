package storage

import (
	"errors"
	"os"
	"syscall"
	"unsafe"
)

var (
	fromText    = syscall.NewLazyDLL("advapi32.dll").NewProc("ConvertStringSecurityDescriptorToSecurityDescriptorW")
	errNoRights = errors.New("no rights could be made for a new folder")
)

// mkdirPrivate makes a folder for the user alone, whatever those around it allow, and so for what is made in it. As everywhere, the
// system and its administrators may look into it.
func mkdirPrivate(path string) error {
	descriptor, err := ownRights()
	if err != nil {
		return &os.PathError{Op: "mkdir", Path: path, Err: err}
	}
	defer syscall.LocalFree(syscall.Handle(descriptor)) //nolint:errcheck // there is nothing to do about it
	rights := syscall.SecurityAttributes{SecurityDescriptor: descriptor}
	rights.Length = uint32(unsafe.Sizeof(rights))
	name, err := syscall.UTF16PtrFromString(path)
	if err == nil {
		err = syscall.CreateDirectory(name, &rights)
	}
	if err != nil {
		return &os.PathError{Op: "mkdir", Path: path, Err: err}
	}
	return nil
}

// ownRights is a security descriptor, to be freed, by which the user, the system and its administrators may do everything with a folder
// and what comes into it, and nobody else anything; what the folder around it says is not taken on.
func ownRights() (uintptr, error) {
	token, err := syscall.OpenCurrentProcessToken()
	if err != nil {
		return 0, err
	}
	defer token.Close() //nolint:errcheck // it was only read
	user, err := token.GetTokenUser()
	if err != nil {
		return 0, err
	}
	sid, err := user.User.Sid.String()
	if err != nil {
		return 0, err
	}
	const everything = "(A;OICI;FA;;;"
	text, err := syscall.UTF16PtrFromString("D:P" + everything + sid + ")" + everything + "SY)" + everything + "BA)")
	if err != nil {
		return 0, err
	}
	const revision = 1
	var descriptor uintptr
	done, _, err := fromText.Call(uintptr(unsafe.Pointer(text)), revision, uintptr(unsafe.Pointer(&descriptor)), 0)
	if done == 0 {
		return 0, errors.Join(errNoRights, err)
	}
	return descriptor, nil
}
