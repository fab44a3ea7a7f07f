package storage

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"golang.org/x/sys/windows/registry"
)

// The place in the registry from which Windows starts a user's programs at login.
const (
	runKey  = `Software\Microsoft\Windows\CurrentVersion\Run`
	runName = "Handback"
)

// StartsAtLogin reports whether Windows starts Handback at login.
func StartsAtLogin() (bool, error) {
	k, err := registry.OpenKey(registry.CURRENT_USER, runKey, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer func() { _ = k.Close() }()
	_, _, err = k.GetStringValue(runName)
	if errors.Is(err, registry.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// SetStartAtLogin has Windows start the program at login with arguments, or not.
func SetStartAtLogin(on bool, program string, args ...string) error {
	k, _, err := registry.CreateKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return err
	}
	defer func() { _ = k.Close() }()
	if on {
		return k.SetStringValue(runName, strings.Join(append([]string{`"` + program + `"`}, args...), " "))
	}
	if err := k.DeleteValue(runName); err != nil && !errors.Is(err, registry.ErrNotExist) {
		return err
	}
	return nil
}

// InStartMenu reports whether the user's Start menu has an entry of that name.
func InStartMenu(name string) bool {
	return slices.ContainsFunc(xdg.ApplicationDirs, func(dir string) bool { return exists(filepath.Join(dir, name+".lnk")) })
}
