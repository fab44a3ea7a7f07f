//go:build unix && !darwin

package storage

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

func TestItStartsAtLoginOnlyWhereAskedFor(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(t.TempDir(), "config"))
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	startsAsked(t)
}

// TestAFlatpakStartsAtLogin holds that the file is where the desktop looks for it, and not among the settings of the sandbox.
func TestAFlatpakStartsAtLogin(t *testing.T) {
	host := filepath.Join(t.TempDir(), "config")
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(t.TempDir(), "sandbox"))
	t.Setenv("FLATPAK_ID", "io.github.handback")
	t.Setenv("HOST_XDG_CONFIG_HOME", host)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	startsAsked(t)
	if err := SetStartAtLogin(true, "flatpak", "run", "io.github.handback", "-hidden"); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(host, "autostart", "io.github.handback.desktop"))
	if err != nil || !strings.Contains(string(data), `Exec="flatpak" "run" "io.github.handback" "-hidden"`) {
		t.Errorf("%v: %s", err, data)
	}
}

func startsAsked(t *testing.T) {
	t.Helper()
	starts := func(want bool) {
		t.Helper()
		if on, err := StartsAtLogin(); on != want || err != nil {
			t.Fatal(on, err)
		}
	}
	starts(false)
	if err := SetStartAtLogin(false, "/bin/true"); err != nil {
		t.Fatal(err)
	}
	program := `/opt/my apps/h"a$b%c\d`
	if err := SetStartAtLogin(true, program, "-hidden"); err != nil {
		t.Fatal(err)
	}
	starts(true)
	data, err := os.ReadFile(startFile())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), `Exec="/opt/my apps/h\\"a\\$b%%c\\\\d" "-hidden"`+"\n") {
		t.Errorf("%s", data)
	}
	if check, err := exec.LookPath("desktop-file-validate"); err == nil {
		if out, err := exec.Command(check, startFile()).CombinedOutput(); err != nil {
			t.Errorf("%s", out)
		}
	}
	if err := os.WriteFile(startFile(), []byte(strings.Replace(string(data), "enabled=true", "enabled=false", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	starts(false)
	if err := SetStartAtLogin(false, program); err != nil {
		t.Fatal(err)
	}
	starts(false)
}
