//go:build unix && !darwin

package storage

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
)

// startFile is the file by which a desktop starts Handback at login. In a Flatpak the program has a folder of its own for settings, of
// which the desktop knows nothing.
func startFile() string {
	settings := xdg.ConfigHome
	if os.Getenv("FLATPAK_ID") != "" {
		settings = cmp.Or(os.Getenv("HOST_XDG_CONFIG_HOME"), filepath.Join(xdg.Home, ".config"))
	}
	return filepath.Join(settings, "autostart", "io.github.handback.desktop")
}

// StartsAtLogin reports whether the desktop starts Handback at login. Settings of the desktop may have switched the file off.
func StartsAtLogin() (bool, error) {
	data, err := os.ReadFile(startFile())
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	for _, line := range strings.Split(string(data), "\n") {
		switch strings.ReplaceAll(strings.ToLower(strings.TrimSpace(line)), " ", "") {
		case "hidden=true", "x-gnome-autostart-enabled=false":
			return false, nil
		}
	}
	return true, nil
}

// SetStartAtLogin has the desktop start the program at login with arguments, or not.
func SetStartAtLogin(on bool, program string, args ...string) error {
	if !on {
		return removed(startFile())
	}
	if err := makeFolder(filepath.Dir(startFile())); err != nil {
		return err
	}
	words := []string{execWord(program)}
	for _, a := range args {
		words = append(words, execWord(a))
	}
	return writeWhole(startFile(), []byte("[Desktop Entry]\nType=Application\nName=Handback\nIcon=io.github.handback\nTerminal=false\nExec="+
		strings.Join(words, " ")+"\nX-GNOME-Autostart-enabled=true\n"))
}

// execWord is a word of an Exec line, by the rules of desktop entries: quoted, with what means something there escaped, and that once
// more, as in every string of such a file.
func execWord(word string) string {
	word = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`", `$`, `\$`).Replace(word)
	word = strings.ReplaceAll(word, `\`, `\\`)
	return `"` + strings.ReplaceAll(word, "%", "%%") + `"`
}
