package ui

import (
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"handback/ui/widgets"
)

// askPatience is how long the desktop may take to say whether it wants less motion.
const askPatience = 2 * time.Second

// What the environment is asked for.
const (
	envConfig  = "XDG_CONFIG_HOME"
	envHome    = "HOME"
	envDesktop = "XDG_CURRENT_DESKTOP"
)

// LessMotion makes the question whether the system asks programs to move less: GNOME by its own setting, other desktops by
// the file that they keep for GTK. Windows and macOS are not asked; there the setting in Settings is what one has. The
// question may take a while, and asks no network.
func LessMotion(env func(key string) string, read func(path string) ([]byte, error)) func() bool {
	return func() bool {
		if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
			return false
		}
		return gtkMovesLess(env, read) || gnomeMovesLess(env)
	}
}

// gtkMovesLess reads the settings that desktops keep for GTK's programs.
func gtkMovesLess(env func(key string) string, read func(path string) ([]byte, error)) bool {
	folder := env(envConfig)
	if folder == "" {
		folder = filepath.Join(env(envHome), ".config")
	}
	for _, version := range []string{"gtk-4.0", "gtk-3.0"} {
		text, err := read(filepath.Join(folder, version, "settings.ini"))
		if err != nil {
			continue // it is not kept
		}
		for _, line := range strings.Split(string(text), "\n") {
			name, value, _ := strings.Cut(line, "=")
			if strings.TrimSpace(name) != "gtk-enable-animations" {
				continue
			}
			if v := strings.ToLower(strings.TrimSpace(value)); v == "0" || v == "false" {
				return true
			}
		}
	}
	return false
}

// gnomeMovesLess asks GNOME's own settings, where its desktop runs.
func gnomeMovesLess(env func(key string) string) bool {
	if !strings.Contains(strings.ToUpper(env(envDesktop)), "GNOME") {
		return false
	}
	ctx, stop := context.WithTimeout(context.Background(), askPatience)
	defer stop()
	said, err := exec.CommandContext(ctx, "gsettings", "get", "org.gnome.desktop.interface", "enable-animations").Output()
	return err == nil && strings.TrimSpace(string(said)) == "false"
}

// settingMotion is the setting of what moves: still is nothing, anything else what the system says.
const settingMotion, still = "look.motion", "off"

// askMotion asks the system once, off the UI goroutine. Until it has said so nothing moves.
func (s *Shell) askMotion() {
	if s.LessMotion == nil {
		return
	}
	less, ask := true, s.LessMotion
	s.Clock.Background(func() error { less = ask(); return nil }, func(error) {
		s.moves = !less
		s.applyMotion()
	})
}

// applyMotion lets things move, or not.
func (s *Shell) applyMotion() {
	moves := s.moves
	if s.journal != nil {
		if kept, err := s.journal.Setting(settingMotion); err != nil || kept == still {
			moves = false
		}
	}
	if !moves {
		widgets.Moving(nil, nil)
		return
	}
	widgets.Moving(s.Clock.After, s.Config.Now)
}
