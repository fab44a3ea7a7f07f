package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/storage/storagetest"
	"handback/ui/journey"
)

// program is something with a window that is measured: the app on a journal, or the floor.
type program struct {
	title string // of its window, as xdotool matches it
	cmd   []string
	env   []string
	small bool // its window is
}

// started is one start, in milliseconds from fork.
type started struct {
	Mapped   float64 `json:"mapped"`
	Nonblank float64 `json:"nonblank"` // the first frame with something in it
	Settled  float64 `json:"settled"`  // the last repaint
}

// windows measures in real windows on one display.
type windows struct {
	*journey.Display
	tools string // the folder of xstart and poke
}

// start starts the program, ends it again and tells when it painted. Two starts right after each other fail now and
// then in GLFW, so a start that showed no window is done again.
func (w *windows) start(p program, first string) (started, error) {
	args := []string{"-k", "-W", "400", "-H", "300"}
	if p.small {
		args[len(args)-1] = "150"
	}
	if first != "" {
		args = append(args, "-f", first)
	}
	var s started
	for range 3 {
		time.Sleep(700 * time.Millisecond)
		cmd := exec.Command(w.tools+"/xstart", append(append(args, "--"), p.cmd...)...)
		cmd.Env = w.Env(p.env...)
		out, err := cmd.Output()
		if err != nil && len(out) == 0 {
			return s, fmt.Errorf("xstart: %w", err)
		}
		if err := json.Unmarshal(out, &s); err != nil {
			return s, fmt.Errorf("xstart printed %q: %w", out, err)
		}
		if s.Nonblank > 0 {
			return s, nil
		}
	}
	return s, errors.New(p.cmd[0] + " showed no window in three starts")
}

// starts starts the programs in turns, n times each, so that what else the machine does meets all of them alike, and
// gives the medians.
func (w *windows) starts(n int, programs ...program) ([]started, error) {
	all := make([][]started, len(programs))
	for round := range n + 1 {
		for i, p := range programs {
			s, err := w.start(p, "")
			if err != nil {
				return nil, err
			}
			if round > 0 { // the first one warms the disk's cache
				all[i] = append(all[i], s)
			}
		}
	}
	medians := make([]started, len(programs))
	for i, s := range all {
		medians[i] = started{
			Mapped:   median(s, func(s started) float64 { return s.Mapped }),
			Nonblank: median(s, func(s started) float64 { return s.Nonblank }),
			Settled:  median(s, func(s started) float64 { return s.Settled }),
		}
	}
	return medians, nil
}

func median[T any](all []T, of func(T) float64) float64 {
	var v []float64
	for _, a := range all {
		v = append(v, of(a))
	}
	slices.Sort(v)
	return v[len(v)/2]
}

// running is a program under way, to be poked.
type running struct {
	*windows
	cmd *exec.Cmd
}

// run starts the program and waits until its window is there and nothing is painted any more.
func (w *windows) run(p program) (*running, error) {
	time.Sleep(700 * time.Millisecond)
	r := &running{windows: w, cmd: exec.Command(p.cmd[0], p.cmd[1:]...)}
	r.cmd.Env = w.Env(p.env...)
	if err := r.cmd.Start(); err != nil {
		return nil, err
	}
	err := journey.Wait(p.title, func() (bool, error) {
		out, _ := r.tool("xdotool", "search", "--onlyvisible", "--name", p.title)
		if out == "" {
			return false, nil
		}
		_, err := r.tool("xdotool", "windowactivate", "--sync", strings.Fields(out)[0])
		return true, err
	})
	if err != nil {
		r.end()
		return nil, err
	}
	_, err = r.idleFrames(2)
	return r, err
}

func (r *running) end() {
	_ = r.cmd.Process.Signal(os.Interrupt)
	_ = r.cmd.Process.Kill()
	_ = r.cmd.Wait()
}

func (w *windows) tool(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = w.Env()
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}

func (r *running) keys(keys ...string) error {
	_, err := r.tool("xdotool", append([]string{"key", "--delay", "60"}, keys...)...)
	if err != nil {
		return err
	}
	_, err = r.idleFrames(1)
	return err
}

// memory is the proportional set size in MB.
func (r *running) memory() (float64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", r.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	for _, line := range strings.Split(string(data), "\n") {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "Pss:" {
			kb, err := strconv.ParseFloat(f[1], 64)
			return kb / 1024, err
		}
	}
	return 0, errors.New("no Pss in smaps_rollup")
}

// idle leaves the program alone and gives its share of a core in per cent and the frames that it drew.
func (r *running) idle(seconds float64) (cpu float64, frames int, err error) {
	before, err := r.ticks()
	if err != nil {
		return 0, 0, err
	}
	start := time.Now()
	if frames, err = r.idleFrames(seconds); err != nil {
		return 0, 0, err
	}
	after, err := r.ticks()
	if err != nil {
		return 0, 0, err
	}
	const ticksPerSecond = 100
	return float64(after-before) / ticksPerSecond / time.Since(start).Seconds() * 100, frames, nil
}

// ticks is the processor time that the program has used.
func (r *running) ticks() (int, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", r.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	f := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+2:]))
	user, err := strconv.Atoi(f[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(f[12])
	return user + system, err
}

func (w *windows) poke(into any, args ...string) error {
	out, err := w.tool(w.tools+"/poke", args...)
	if err != nil {
		return fmt.Errorf("poke %s: %w", strings.Join(args, " "), err)
	}
	return json.Unmarshal([]byte(out), into)
}

func (w *windows) idleFrames(seconds float64) (int, error) {
	var idle struct{ Frames int }
	err := w.poke(&idle, "idle", fmt.Sprint(seconds))
	return idle.Frames, err
}

// keyToPaint presses a key n times and gives the median from press to paint in milliseconds.
func (w *windows) keyToPaint(n int) (float64, error) {
	var got struct{ MS []float64 }
	if err := w.poke(&got, "key", "a", strconv.Itoa(n)); err != nil {
		return 0, err
	}
	if slices.Contains(got.MS, -1) {
		return 0, errors.New("a key painted nothing")
	}
	return median(got.MS, func(ms float64) float64 { return ms }), nil
}

// searched is what is typed into Search while it is timed: words of the notes, as often as they come up in them, from the
// first letter on and back again.
func searched() string {
	var typed strings.Builder
	words := storagetest.NewWriter(1)
	for range 12 {
		word := words.Word()
		typed.WriteString(word + strings.Repeat("<", len(word)))
	}
	return typed.String()
}

// typedToFound types into Search and gives the time from each key to the last paint: the letter and what is found.
func (w *windows) typedToFound() (all times, err error) {
	var got struct{ MS []float64 }
	if err := w.poke(&got, "type", searched()); err != nil {
		return nil, err
	}
	if slices.Contains(got.MS, -1) {
		return nil, errors.New("a key in Search painted nothing")
	}
	for _, ms := range got.MS {
		all = append(all, time.Duration(ms*float64(time.Millisecond)))
	}
	return all, nil
}

// patienceOfPoke is how long poke waits for the first paint after a click, in milliseconds.
const patienceOfPoke = 5000

// clickToDrawn clicks on words and gives the milliseconds to the last paint that follows. Where the words stand is looked
// up in places, which learns it.
func (w *windows) clickToDrawn(words string, places map[string]journey.Spot) (float64, error) {
	at, ok := places[words]
	if !ok {
		var err error
		if at, ok, err = w.Find(words); err != nil {
			return 0, err
		}
		if !ok {
			return 0, fmt.Errorf("%q is not on the screen", words)
		}
		places[words] = at
	}
	var got struct{ First, Last float64 }
	if err := w.poke(&got, "click", strconv.Itoa(at.X), strconv.Itoa(at.Y)); err != nil {
		return 0, err
	}
	if got.First < 0 {
		return patienceOfPoke, nil
	}
	return got.Last, nil
}
