package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"handback/storage"
	"handback/ui"
	"handback/ui/settings"
)

// hiddenFlag is the option by which a login starts the program: in the tray, where there is one.
const hiddenFlag = "hidden"

// lineFlag is the option that opens the small window for a line.
const lineFlag = "capture"

// computer is what is chosen for this computer.
type computer struct{ places storage.Places }

func (c computer) Tray() bool { return c.places.Tray() }

func (c computer) SetTray(on bool) error { return c.places.SetTray(on) }

func (c computer) Look() (theme, scale string) { return c.places.Look() }

func (c computer) SetLook(theme, scale string) error { return c.places.SetLook(theme, scale) }

func (computer) AtLogin() (bool, error) { return storage.StartsAtLogin() }

func (computer) SetAtLogin(on bool) error {
	again, err := again()
	if err != nil {
		return err
	}
	return storage.SetStartAtLogin(on, again[0], append(again[1:], "-"+hiddenFlag)...)
}

func (computer) HasTray() bool { return ui.SystemHasTray() }

func (computer) LineKey() settings.LineKey {
	k := settings.LineKey{System: runtime.GOOS, Desktop: os.Getenv("XDG_CURRENT_DESKTOP"), Entry: storage.InStartMenu(settings.LineEntry())}
	program, err := again()
	if err != nil {
		program = []string{usualName}
	}
	k.Command = command(runtime.GOOS, append(program, "-"+lineFlag)...)
	return k
}

// usualName is what the program is called where a package has installed it.
const usualName = "handback"

// again is how this program is started once more, from anywhere and after a restart of the computer.
func again() ([]string, error) {
	self, err := os.Executable()
	return startedAs(self, os.Getenv, exec.LookPath), err
}

// startedAs is how the program self is started once more. In an AppImage and a Flatpak it lies where nobody else finds it: what it was
// started from is named. Where a system's own folder has it, its name will do.
func startedAs(self string, getenv func(string) string, look func(string) (string, error)) []string {
	if id := getenv("FLATPAK_ID"); id != "" {
		return []string{"flatpak", "run", id}
	}
	image, dir := getenv("APPIMAGE"), strings.TrimSuffix(getenv("APPDIR"), "/")
	if image != "" && dir != "" && strings.HasPrefix(self, dir+"/") {
		return []string{image} // and not that of a terminal or file manager that is one
	}
	if found, err := look(usualName); err == nil && sameFile(found, self) {
		switch filepath.Dir(found) {
		case "/usr/bin", "/usr/local/bin", "/bin": // of which a desktop knows, whatever a shell adds
			return []string{usualName}
		}
	}
	return []string{self}
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// plainWord is a word that every shell and desktop takes as it is.
var plainWord = regexp.MustCompile(`^[\pL\pN_./+:@%=-]+$`)

// command is what is typed to run a program with arguments, each quoted where it has to be.
func command(system string, words ...string) string {
	for i, w := range words {
		switch {
		case system == "windows" && i == 0: // as a shortcut has it
			words[i] = `"` + w + `"`
		case system != "windows" && !plainWord.MatchString(w):
			words[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}
