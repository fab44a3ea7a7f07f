package storage

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestALaunchAgentNamesTheProgramAsItIs reads the file back, and has a reader of such files say whether it is one.
func TestALaunchAgentNamesTheProgramAsItIs(t *testing.T) {
	data := launchAgent("io.github.handback", "/Applications/R&D <old>/Handback.app/Contents/MacOS/handback", "-hidden")
	var list struct {
		Keys    []string `xml:"dict>key"`
		Label   string   `xml:"dict>string"`
		Program []string `xml:"dict>array>string"`
	}
	if err := xml.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(list.Keys, []string{"Label", "ProgramArguments", "RunAtLoad"}) || list.Label != "io.github.handback" ||
		!slices.Equal(list.Program, []string{"/Applications/R&D <old>/Handback.app/Contents/MacOS/handback", "-hidden"}) {
		t.Errorf("%+v of %s", list, data)
	}
	if check, err := exec.LookPath("plistutil"); err == nil {
		file := filepath.Join(t.TempDir(), "agent.plist")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(check, "-i", file, "-o", os.DevNull).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}
}
