//go:build journey

package journey

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Mark is a line that the app prints about itself when HANDBACK_MARK is set, with the time at which it was read.
type Mark struct {
	Text string // "useful", "saved note=3 rev=7"
	At   time.Time
}

// App is the program under way on a display.
type App struct {
	*Display
	Started time.Time
	cmd     *exec.Cmd
	window  string
	ended   chan struct{}
	mu      sync.Mutex
	marks   []Mark
	log     strings.Builder
}

// Program is what is to be started.
type Program struct {
	Path string
	Args []string
	Env  []string
}

// Start starts the program and waits until its window shows something useful.
func (d *Display) Start(p Program) (*App, error) {
	a, err := d.fork(p)
	if err != nil {
		return nil, err
	}
	if err := a.show(); err != nil {
		a.Kill()
		return nil, fmt.Errorf("%w\n%s", err, a.Log())
	}
	return a, nil
}

// StartLine starts the small window for a line, and waits until it is painted.
func (d *Display) StartLine(p Program) (*App, error) {
	a, err := d.fork(p)
	if err != nil {
		return nil, err
	}
	if _, err := a.WaitMark("line-frame"); err != nil {
		a.Kill()
		return nil, fmt.Errorf("%w\n%s", err, a.Log())
	}
	return a, nil
}

// fork starts the program.
func (d *Display) fork(p Program) (*App, error) {
	a := &App{Display: d, cmd: exec.Command(p.Path, p.Args...), ended: make(chan struct{})}
	a.cmd.Env = d.Env(append([]string{"HANDBACK_MARK=1"}, p.Env...)...)
	a.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	out, err := a.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	errs, err := a.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	a.Started = time.Now()
	if err := a.cmd.Start(); err != nil {
		return nil, err
	}
	var readers sync.WaitGroup
	readers.Add(2)
	go a.listen(out, &readers)
	go a.listen(errs, &readers)
	go func() {
		readers.Wait()
		_ = a.cmd.Wait()
		close(a.ended)
	}()
	return a, nil
}

// show waits for the window and gives it the keyboard.
func (a *App) show() error {
	if _, err := a.WaitMark("useful"); err != nil {
		return err
	}
	err := a.wait("the window", func() (bool, error) {
		out, _ := a.xdotool("search", "--onlyvisible", "--pid", strconv.Itoa(a.cmd.Process.Pid), "--name", "^Handback")
		ids := strings.Fields(out)
		if len(ids) == 0 {
			return false, nil
		}
		a.window = ids[len(ids)-1]
		return true, nil
	})
	if err != nil {
		return err
	}
	_, err = a.xdotool("windowactivate", "--sync", a.window)
	return err
}

func (a *App) listen(from io.Reader, done *sync.WaitGroup) {
	defer done.Done()
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		a.mu.Lock()
		if text, ok := strings.CutPrefix(lines.Text(), "mark "); ok {
			a.marks = append(a.marks, Mark{text, time.Now()})
		}
		a.log.WriteString(lines.Text() + "\n")
		a.mu.Unlock()
	}
}

// Log is what the program has printed so far.
func (a *App) Log() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.log.String()
}

// Marks are the marks so far that begin with prefix.
func (a *App) Marks(prefix string) []Mark {
	a.mu.Lock()
	defer a.mu.Unlock()
	var found []Mark
	for _, m := range a.marks {
		if strings.HasPrefix(m.Text, prefix) {
			found = append(found, m)
		}
	}
	return found
}

// wait is Wait that gives up as soon as the program has ended.
func (a *App) wait(what string, condition func() (bool, error)) error {
	return Wait(what, func() (bool, error) {
		ok, err := condition()
		if ok || err != nil {
			return ok, err
		}
		select {
		case <-a.ended:
			return false, fmt.Errorf("the program has ended:\n%s", a.Log())
		default:
			return false, nil
		}
	})
}

// WaitMark waits for the first mark that begins with prefix.
func (a *App) WaitMark(prefix string) (Mark, error) {
	return a.WaitMarkAfter(prefix, 0)
}

// WaitMarkAfter waits for one more mark that begins with prefix than there were.
func (a *App) WaitMarkAfter(prefix string, were int) (Mark, error) {
	var mark Mark
	err := a.wait("mark "+prefix, func() (bool, error) {
		marks := a.Marks(prefix)
		if len(marks) <= were {
			return false, nil
		}
		mark = marks[len(marks)-1]
		return true, nil
	})
	return mark, err
}

// Key presses keys as xdotool names them, one after the other: "ctrl+n", "Return".
func (a *App) Key(keys ...string) error {
	_, err := a.xdotool(append([]string{"key", "--clearmodifiers", "--delay", "25"}, keys...)...)
	return err
}

// Type types text into what has the focus; a line end is the Return key.
func (a *App) Type(text string) error {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			if err := a.Key("Return"); err != nil {
				return err
			}
		}
		if line == "" {
			continue
		}
		if _, err := a.xdotool("type", "--clearmodifiers", "--delay", "12", "--", line); err != nil {
			return err
		}
	}
	return nil
}

// Click clicks a place of the screen.
func (a *App) Click(x, y int) error { return a.click(x, y, "1") }

// RightClick opens the menu of what is at a place of the screen.
func (a *App) RightClick(x, y int) error { return a.click(x, y, "3") }

func (a *App) click(x, y int, button string) error {
	_, err := a.xdotool("mousemove", strconv.Itoa(x), strconv.Itoa(y), "sleep", "0.05", "click", button)
	return err
}

// Wheel turns the wheel down by n notches over a place of the screen.
func (a *App) Wheel(x, y, n int) error {
	_, err := a.xdotool(
		"mousemove",
		strconv.Itoa(x),
		strconv.Itoa(y),
		"sleep",
		"0.05",
		"click",
		"--delay",
		"20",
		"--repeat",
		strconv.Itoa(n),
		"5",
	)
	return err
}

// See waits until text can be read in the window.
func (a *App) See(text string) (Spot, error) { return a.look(text, a.Find) }

// look waits until find finds text on a screen that stands still, and that is as it was read: it may have stood still because what was
// pressed hadn't been answered yet, and the words of the answer may move once more, after the first look at them.
func (a *App) look(text string, find func(string) (Spot, bool, error)) (Spot, error) {
	var at Spot
	err := a.wait(fmt.Sprintf("to read %q", text), func() (bool, error) {
		if err := a.Still(); err != nil {
			return false, err
		}
		var found bool
		var err error
		if at, found, err = find(text); err != nil || !found {
			return false, err
		}
		now, err := a.screen()
		return err == nil && bytes.Equal(now.Pix, a.asRead.Pix), err
	})
	if err != nil {
		err = fmt.Errorf("%w; the screen reads:%s", err, a.Text())
	}
	return at, err
}

// ClickOn waits until text can be read in the window and clicks on it.
func (a *App) ClickOn(text string) error {
	at, err := a.See(text)
	if err != nil {
		return err
	}
	return a.Click(at.X, at.Y)
}

// Press waits until a primary button can be read in the window and clicks on it.
func (a *App) Press(text string) error {
	at, err := a.look(text, a.FindButton)
	if err != nil {
		return err
	}
	return a.Click(at.X, at.Y)
}

// Tick waits until text can be read in the window and clicks on the box before it.
func (a *App) Tick(text string) error {
	const boxBefore = 18 // pixels from the middle of a row's box to its text
	at, err := a.See(text)
	if err != nil {
		return err
	}
	return a.Click(at.Left-boxBefore, at.Y)
}

// Quit closes the window as its title bar does and waits for the end.
func (a *App) Quit() error {
	if err := a.Key("alt+F4"); err != nil {
		return err
	}
	return a.waitEnd()
}

// Terminate sends SIGTERM, as the end of a session does, and waits for the end.
func (a *App) Terminate() error { return a.endBy(syscall.SIGTERM) }

// HangUp ends the program as the end of the terminal does that it was started from.
func (a *App) HangUp() error { return a.endBy(syscall.SIGHUP) }

func (a *App) endBy(signal os.Signal) error {
	if err := a.cmd.Process.Signal(signal); err != nil {
		return err
	}
	return a.waitEnd()
}

// LoseDisplay takes the display away under the program.
func (a *App) LoseDisplay() error {
	if err := a.server.Process.Kill(); err != nil {
		return err
	}
	return a.waitEnd()
}

func (a *App) waitEnd() error {
	select {
	case <-a.ended:
		return nil
	case <-time.After(Patience):
		a.Kill()
		return fmt.Errorf("the program did not end:\n%s", a.Log())
	}
}

// Kill ends the program at once, as a crash does.
func (a *App) Kill() {
	_ = a.cmd.Process.Kill()
	<-a.ended
}

// Pid is the process id of the program.
func (a *App) Pid() int { return a.cmd.Process.Pid }
