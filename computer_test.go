package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestItIsStartedAgainFromWhereItIs holds that what a key and the login start is there: a name that a desktop finds, or a whole path,
// and what an AppImage or a Flatpak was started from.
func TestItIsStartedAgainFromWhereItIs(t *testing.T) {
	self := filepath.Join(t.TempDir(), "handback")
	if err := os.WriteFile(self, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	system, err := exec.LookPath("ls") // stands for one that is installed
	if err != nil {
		t.Skip(err)
	}
	for name, c := range map[string]struct {
		env  map[string]string
		self string
		path string
		want []string
	}{
		"an unpacked archive":      {self: self, want: []string{self}},
		"a folder of the shell's":  {self: self, path: self, want: []string{self}},
		"installed":                {self: system, path: system, want: []string{"handback"}},
		"another one is installed": {self: self, path: system, want: []string{self}},
		"an AppImage": {
			env:  map[string]string{"APPIMAGE": "/home/m/Hand.AppImage", "APPDIR": filepath.Dir(self)},
			self: self, want: []string{"/home/m/Hand.AppImage"},
		},
		"a terminal in an AppImage": {
			env:  map[string]string{"APPIMAGE": "/home/m/Term.AppImage", "APPDIR": "/tmp/.mount_Term"},
			self: self, want: []string{self},
		},
		"a Flatpak": {
			env:  map[string]string{"FLATPAK_ID": "io.github.handback"},
			self: "/app/bin/handback", path: "/app/bin/handback", want: []string{"flatpak", "run", "io.github.handback"},
		},
	} {
		got := startedAs(c.self, func(k string) string { return c.env[k] }, func(string) (string, error) {
			if c.path == "" {
				return "", errors.New("none")
			}
			return c.path, nil
		})
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestACommandIsQuotedWhereItHasToBe(t *testing.T) {
	for _, c := range []struct {
		system string
		words  []string
		want   string
	}{
		{"linux", []string{"handback", "-capture"}, "handback -capture"},
		{"linux", []string{"/home/jörg/handback", "-capture"}, "/home/jörg/handback -capture"},
		{"linux", []string{"/opt/my apps/it's $HOME", "-capture"}, `'/opt/my apps/it'\''s $HOME' -capture`},
		{"windows", []string{`C:\My Apps\handback.exe`, "-capture"}, `"C:\My Apps\handback.exe" -capture`},
	} {
		if got := command(c.system, slices.Clone(c.words)...); got != c.want {
			t.Errorf("%s, not %s", got, c.want)
		}
	}
}
