//go:build linux && !flatpak

package paper

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/unix"
)

// patience is how many milliseconds xdg-open has to find that there is no program; where there is one it may stay as long as that runs.
const patience = 2000

var errNoProgram = errors.New("paper: xdg-open found no program")

// openAndWait opens a URL by xdg-open, but not in a test, whose Fyne opens nothing.
func openAndWait(u *url.URL) (opens bool, err error) {
	if fmt.Sprintf("%T", fyne.CurrentApp().Driver()) != "*glfw.gLDriver" {
		return false, nil
	}
	return true, xdgOpen(u)
}

// xdgOpen has xdg-open open a URL, and waits for a moment to hear that there is no program for it. Fyne only starts it.
func xdgOpen(u *url.URL) error {
	c := exec.Command("xdg-open", u.String()) //nolint:gosec // a file of ours, or a link that was clicked on purpose
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if err := c.Start(); err != nil {
		return err
	}
	if ends(c.Process.Pid) && c.Wait() != nil {
		return errNoProgram
	}
	return nil
}

// ends waits for a process to end, as long as patience lasts.
func ends(pid int) bool {
	fd, err := unix.PidfdOpen(pid, 0)
	if err != nil {
		return false // nobody knows
	}
	defer unix.Close(fd) //nolint:errcheck // nothing is written to it
	for {
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, patience) //nolint:gosec // it is small
		if !errors.Is(err, unix.EINTR) {
			return err == nil && n > 0
		}
	}
}
