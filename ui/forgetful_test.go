package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

// TestNoFolderThatADialogShowedIsKept does what Fyne's file dialogs do, in an app that keeps preferences in a file.
func TestNoFolderThatADialogShowedIsKept(t *testing.T) {
	was := fyne.CurrentApp()
	home, err := os.MkdirTemp("", "handback-test-") // Fyne goes on in it for a moment, so it isn't the test's own
	if err == nil {
		err = os.Mkdir(filepath.Join(home, ".cache"), 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		fyne.SetCurrentApp(was)
		_ = os.RemoveAll(home)
	})
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("XDG_CACHE_HOME", filepath.Join(home, ".cache"))
	a := app.NewWithID("io.github.handback.test")
	a.Preferences().SetString(lastFolderKey, "file:///home/mo/Quentin Earlier")
	if !strings.Contains(allIn(t, home), "Quentin") {
		t.Fatal("Fyne keeps no folder by itself: keepNothing isn't needed any more")
	}
	keepNothing(a)
	if got := a.Preferences().String(lastFolderKey); got != "" {
		t.Errorf("what an earlier version kept is there: %s", got)
	}
	a.Preferences().SetString(lastFolderKey, "file:///home/mo/Quentin Later")
	if got := a.Preferences().String(lastFolderKey); !strings.Contains(got, "Later") {
		t.Errorf("a dialog doesn't begin where the last one ended: %q", got)
	}
	if said := allIn(t, home); strings.Contains(said, "Later") {
		t.Errorf("it is kept: %s", said)
	}
}

// allIn is what all files below a folder say.
func allIn(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		all.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}
