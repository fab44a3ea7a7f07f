package storage

import (
	"errors"
	"os"
	"syscall"
)

// lockOwn opens the journal's own file in such a way that nobody can rename, replace or delete it while it is open here.
// The lock file beside it keeps out a second window: paths that lead to the same file were made one before.
func lockOwn(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const share = syscall.FILE_SHARE_READ | syscall.FILE_SHARE_WRITE // and not FILE_SHARE_DELETE
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ, share, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

// linksOf is how many names a file has.
func linksOf(path string) (uint64, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	var info syscall.ByHandleFileInformation
	err = syscall.GetFileInformationByHandle(syscall.Handle(f.Fd()), &info)
	return uint64(info.NumberOfLinks), errors.Join(err, f.Close())
}

// inode is "": what tells a file from another one in its place is not to be had from its FileInfo.
func inode(os.FileInfo) string { return "" }
