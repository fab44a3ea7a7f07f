package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// installer is the script of the installer for Windows, in two: what is installed, and what is removed again.
func installer(t *testing.T) (puts, removes string) {
	t.Helper()
	script, err := os.ReadFile("packaging/windows/installer.nsi")
	if err != nil {
		t.Fatal(err)
	}
	puts, removes, ok := strings.Cut(string(script), "\nSection Uninstall\n")
	if !ok {
		t.Fatal("there is no uninstaller")
	}
	return puts, removes
}

// TestTheUninstallerRemovesWhatWasInstalled reads the script: each file, entry of the Start menu and key of the registry that it makes
// is removed by name, and the start at login that the program itself asks for.
func TestTheUninstallerRemovesWhatWasInstalled(t *testing.T) {
	puts, removes := installer(t)
	made := 0
	for _, c := range []struct{ puts, removes string }{
		{`(?m)^ *File "\$\{FROM\}\\(.*)"$`, `Delete "$INSTDIR\%"`},
		{`(?m)^ *WriteUninstaller "\$INSTDIR\\(.*)"$`, `Delete "$INSTDIR\%"`},
		{`(?m)^ *CreateShortcut "(.*?)" `, `Delete "%"`},
		{`(?m)^ *WriteReg(?:Str|DWORD) HKCU "(.*?)" `, `DeleteRegKey HKCU "%"`},
	} {
		for _, m := range regexp.MustCompile(c.puts).FindAllStringSubmatch(puts, -1) {
			made++
			if !isRemoved(removes, c.removes, m[1]) {
				t.Errorf("%s stays", m[1])
			}
		}
	}
	if made < 15 {
		t.Errorf("only %d things that are made were found in the script", made)
	}
	if !strings.Contains(removes, `== '"$INSTDIR\handback.exe" -`+hiddenFlag+`'`) || !strings.Contains(removes, `DeleteRegValue HKCU "${RUN}" "${APP}"`) {
		t.Error("the start at login stays, of a program that is gone")
	}
}

// isRemoved reports whether a line of the script removes something, or the key of the registry that it is below. A key that is others'
// as well goes where it has become empty, and of it the value that was made.
func isRemoved(script, line, name string) bool {
	for at := name; ; {
		if strings.Contains(script, strings.Replace(line, "%", at, 1)) ||
			strings.Contains(script, strings.Replace(strings.Replace(line, "%", at, 1), "DeleteRegKey", "DeleteRegKey /ifempty", 1)) {
			return true
		}
		up := strings.LastIndex(at, `\`)
		if !strings.HasPrefix(line, "DeleteRegKey") || up < 0 {
			return false
		}
		at = at[:up]
	}
}

// TestTheUninstallerLeavesJournals holds that it removes no folder but the program's own, and that only where it is empty.
func TestTheUninstallerLeavesJournals(t *testing.T) {
	puts, removes := installer(t)
	for _, script := range []string{puts, removes} {
		for _, m := range regexp.MustCompile(`(?im)^ *RMDir +(.*)$`).FindAllStringSubmatch(script, -1) {
			if m[1] != `"$INSTDIR"` {
				t.Errorf("it removes %s", m[1])
			}
		}
		for _, m := range regexp.MustCompile(`(?im)^ *Delete +(.*)$`).FindAllStringSubmatch(script, -1) {
			if strings.Contains(m[1], "*") || !strings.HasPrefix(m[1], `"$INSTDIR\`) && !strings.HasPrefix(m[1], `"$SMPROGRAMS\`) {
				t.Errorf("it deletes %s", m[1])
			}
		}
	}
}
