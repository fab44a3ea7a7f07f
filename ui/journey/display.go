//go:build journey

package journey

import (
	"bufio"
	_ "embed" // the window manager's settings
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

//go:embed openbox.xml
var openboxSettings []byte

// Patience is how long a condition is waited for before a journey gives up. It is generous, since it only passes where
// something is wrong.
const Patience = 20 * time.Second

// Display is a private X display with a window manager.
type Display struct {
	Name   string // ":99"
	server *exec.Cmd
	wm     *exec.Cmd
	folder string // of the window manager's settings, and of what the screen shows
	seen   []reading
	asRead *image.RGBA // the screen when it was read last
}

// OpenDisplay starts an X server on a free number with a screen of the given size in pixels.
func OpenDisplay(width, height int) (*Display, error) {
	folder, err := os.MkdirTemp("", "handback-display-")
	if err != nil {
		return nil, err
	}
	d := &Display{folder: folder}
	if err := d.serve(width, height); err != nil {
		d.Close()
		return nil, fmt.Errorf("starting Xvfb: %w", err)
	}
	if err := d.manageWindows(); err != nil {
		d.Close()
		return nil, fmt.Errorf("starting openbox: %w", err)
	}
	return d, nil
}

// serve starts the server and waits until it is there.
func (d *Display) serve(width, height int) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	// -noreset: otherwise the server starts anew whenever its last client leaves, between two starts of the app. -fbdir keeps what
	// the screen shows in a file, which is read in no time; -nocursor, since the cursor would be in it.
	d.server = exec.Command("Xvfb", "-displayfd", "3", "-noreset", "-nolisten", "tcp", "-nocursor", "-fbdir", d.folder,
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height))
	d.server.ExtraFiles = []*os.File{write}
	if err := d.server.Start(); err != nil {
		return err
	}
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	d.Name = ":" + strings.TrimSpace(number)
	return err
}

// manageWindows starts the window manager and waits until it is there.
func (d *Display) manageWindows() error {
	settings := filepath.Join(d.folder, "rc.xml")
	if err := os.WriteFile(settings, openboxSettings, 0o600); err != nil {
		return err
	}
	d.wm = exec.Command("openbox", "--config-file", settings)
	d.wm.Env = d.Env()
	if err := d.wm.Start(); err != nil {
		return err
	}
	return Wait("openbox", func() (bool, error) {
		out, err := d.xdotool("search", "--class", "openbox")
		return err == nil && out != "", nil
	})
}

// Env is the environment of a program on this display.
func (d *Display) Env(more ...string) []string {
	env := []string{"DISPLAY=" + d.Name, "LANG=C.UTF-8"}
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if name != "DISPLAY" && name != "WAYLAND_DISPLAY" && name != "LANG" && name != "LC_ALL" {
			env = append(env, v)
		}
	}
	return append(env, more...)
}

// Close ends the display and what runs on it.
func (d *Display) Close() {
	for _, cmd := range []*exec.Cmd{d.wm, d.server} {
		if cmd != nil && cmd.Process != nil {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
	}
	_ = os.RemoveAll(d.folder)
}

// xdotool runs xdotool on the display and returns what it prints.
func (d *Display) xdotool(args ...string) (string, error) {
	cmd := exec.Command("xdotool", args...)
	cmd.Env = d.Env()
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		err = fmt.Errorf("xdotool %s: %w: %s", strings.Join(args, " "), err, exit.Stderr)
	}
	return strings.TrimSpace(string(out)), err
}

// Wait asks until the condition holds, fails or Patience is over.
func Wait(what string, condition func() (bool, error)) error {
	return WaitFor(Patience, what, condition)
}

// WaitFor is Wait with a patience of its own.
func WaitFor(patience time.Duration, what string, condition func() (bool, error)) error {
	end := time.Now().Add(patience)
	for {
		ok, err := condition()
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		if ok {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("%s: waited %s in vain", what, patience)
		}
		time.Sleep(20 * time.Millisecond)
	}
}
