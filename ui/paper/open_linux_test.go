//go:build linux && !flatpak

package paper

import (
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"handback/notes/document"
)

// TestWhoHasNoBrowserIsTold: xdg-open is there on many a computer on which nothing is that it could open.
func TestWhoHasNoBrowserIsTold(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, c := range []struct {
		does  string
		opens bool
	}{{"exit 0", true}, {"exit 3", false}, {"sleep 0.2; exit 4", false}, {"kill -9 $$", false}, {"exec sleep 5", true}} {
		bin := t.TempDir()
		if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\n"+c.does+"\n"), 0o700); err != nil { //nolint:gosec // it is run
			t.Fatal(err)
		}
		t.Setenv("PATH", bin+":/usr/bin:/bin")
		if err := xdgOpen(&url.URL{Scheme: "file", Path: "/page.html"}); (err == nil) != c.opens {
			t.Errorf("%q: %v", c.does, err)
		}
		if err := Print(xdgOpen, document.Document{Title: "Page"}); (err == nil) != c.opens {
			t.Errorf("%q: printing says %v", c.does, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if err := xdgOpen(&url.URL{Scheme: "file", Path: "/page.html"}); err == nil {
		t.Error("without xdg-open it opened")
	}
}
