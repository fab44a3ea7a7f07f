//go:build unix

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
