//go:build journey

package journey

import (
	"bytes"
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"handback/storage"
)

// again starts the program once more beside the one that runs, waits for its end, and returns what it printed.
func (m *manager) again(args ...string) string {
	m.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, m.program, args...)
	cmd.Env = m.display.Env(m.env()...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		m.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// windows are the titles of the windows in view.
func (m *manager) windows() string {
	m.Helper()
	out, err := m.display.xdotool("search", "--onlyvisible", "--name", "^(Handback|Write a line)")
	if err != nil {
		return ""
	}
	var names []string
	for _, id := range strings.Fields(out) {
		if name, err := m.display.xdotool("getwindowname", id); err == nil { // it may have gone by now
			names = append(names, name)
		}
	}
	return strings.Join(names, "|")
}

// waits waits until the windows in view are those.
func (m *manager) waitsFor(what string, is func() bool) {
	m.Helper()
	m.must(Wait(what, func() (bool, error) { return is(), nil }))
}

// TestASecondStartAndALineFromAnywhere starts the program again while it runs, with another journal and without, writes a line into the
// small window while it runs and while it doesn't, kills that while a line is typed, and finds every line.
func TestASecondStartAndALineFromAnywhere(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.sees("Explore with a sample team")
	m.clicks("Start my journal")
	m.sees("Your name")
	m.types("Mo Lindt\n")
	m.types("Ana Ruiz")
	m.presses("Start my journal")
	m.seesInTheEnd("Next one-on-ones")

	began := time.Now()
	m.again()
	t.Logf("a second start took %v", time.Since(began))
	if got := m.windows(); strings.Count(got, "|") != 0 || got == "" {
		t.Fatalf("windows: %s", got)
	}

	own := m.journalFile()
	other := filepath.Join(m.home, "Documents & more", "Müllers journal.handback")
	noteWith(t, other, "topic: which journal this is")
	m.again(other) // as the desktop starts it for a double click
	m.key("alt+Down", "alt+2")
	m.sees("which journal this is")
	m.again(own)
	m.seesInTheEnd("Next one-on-ones")

	m.again("-capture")
	mark, err := m.app.WaitMark("line-frame")
	m.must(err)
	t.Logf("the small window was painted at %v", mark.At)
	m.sees("Start with a name")
	m.types("An")
	m.sees("Ana")
	m.key("Tab")
	m.types("praise: calm in the outage\n")
	m.waitsFor("the small window to go", func() bool { return !strings.Contains(m.windows(), "Write") })
	m.again("-capture")
	m.sees("Start with a name")
	m.types("kept by Escape")
	m.key("Escape")
	m.waitsFor("the small window to go", func() bool { return !strings.Contains(m.windows(), "Write") })
	m.quit()

	line := m.line()
	m.types("Ana: topic: the rota\n")
	m.must(line.waitEnd())
	line = m.line()
	m.types("Ana: killed while typed")
	time.Sleep(time.Second) // the time is the test
	line.Kill()

	m.start()
	m.seesInTheEnd("Next one-on-ones")
	got := m.allLines()
	for _, want := range []string{"praise: calm in the outage", "kept by Escape", "topic: the rota", "killed while typed"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q stands %d times in %q", want, strings.Count(got, want), got)
		}
	}
	m.quit()
}

// TestASecondStartBesideAWindowThatHangs starts the program again while it doesn't answer: that says so, and goes by itself once it does.
func TestASecondStartBesideAWindowThatHangs(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.sees("Start my journal")
	m.clicks("Start my journal")
	m.sees("Your name")
	m.types("Mo Lindt\n")
	m.types("Ana Ruiz")
	m.presses("Start my journal")
	m.seesInTheEnd("Next one-on-ones")
	first := m.app.Pid()
	m.must(syscall.Kill(first, syscall.SIGSTOP))
	goesOn := func() error { return syscall.Kill(first, syscall.SIGCONT) }
	defer goesOn() //nolint:errcheck // it went on already where the test came so far
	var says bytes.Buffer
	second := exec.Command(m.program)
	second.Env, second.Stderr = m.display.Env(m.env()...), &says
	m.must(second.Start())
	ended := make(chan error, 1)
	go func() { ended <- second.Wait() }()
	m.sees("window isn't responding", "Try again")
	m.must(goesOn())
	select {
	case err := <-ended:
		m.must(err)
	case <-time.After(Patience):
		_ = second.Process.Kill()
		t.Fatal("the second window stays")
	}
	if !strings.Contains(says.String(), "already running") {
		t.Errorf("in the terminal it says %q", says.String())
	}
	m.seesInTheEnd("Next one-on-ones")
	if got := m.windows(); got != "Handback" {
		t.Errorf("windows: %s", got)
	}
	m.quit()
}

// line opens the small window where the program doesn't run.
func (m *manager) line() *App {
	m.Helper()
	app, err := m.display.StartLine(Program{Path: m.program, Args: []string{"-capture"}, Env: m.env()})
	m.must(err)
	m.app = app // it has the keyboard
	m.must(Wait("the small window", func() (bool, error) { return strings.Contains(m.windows(), "Write"), nil }))
	return app
}

// allLines are the texts of all notes, read beside the program.
func (m *manager) allLines() string {
	m.Helper()
	all, err := rows(filepath.Join(m.home, "data", "handback", storage.FileName), "SELECT body FROM note WHERE deleted_at IS NULL")
	m.must(err)
	return strings.Join(all, "\n")
}
