package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // reads the journal beside the program

	"handback/notes"
	"handback/storage"
	"handback/ui/journey"
)

// lineFigures are those of the small window for one line, in milliseconds from the start of `handback -capture`.
type lineFigures struct {
	floor, cold started // the toolkit's, and where the app isn't running
	warm        float64 // to its first frame where the app is running, the median
	slowest     float64
	filed       filing // from the Enter, where the app is running
	filedAlone  filing // and where it isn't
}

// filing is how many milliseconds it takes from the Enter until the line is filed in the journal on the disk: the median, and the longest.
type filing struct{ usual, slowest float64 }

// lineRounds is how often the window is opened in the running app; the first one warms what is read from the disk.
const lineRounds = 9

// measureLine measures it on the journal at path, which is the usual one of env.
func (w *windows) measureLine(o options, path string, env []string) (f lineFigures, err error) {
	floor := program{title: "^Floor", cmd: []string{o.floor}, env: env, small: true}
	cold := program{title: "^Write a line", cmd: []string{o.app, "-capture", "-journal", path}, env: env, small: true}
	both, err := w.starts(o.rounds, floor, cold)
	if err != nil {
		return f, err
	}
	f.floor, f.cold = both[0], both[1]
	r, err := w.run(program{title: "^Handback", cmd: []string{o.app, "-journal", path}, env: env})
	if err != nil {
		return f, err
	}
	defer r.end()
	var all []float64
	for round := range lineRounds + 1 {
		got, err := w.openLine(cold)
		if err != nil {
			return f, err
		}
		if round > 0 {
			all = append(all, got)
			f.slowest = max(f.slowest, got)
		}
		if err := r.keys("Escape"); err != nil {
			return f, err
		}
	}
	f.warm = median(all, func(ms float64) float64 { return ms })
	f.filed, err = timesFiled(path, func() (*keyboard, error) {
		_, err := w.openLine(cold)
		return &keyboard{w, func() {}}, err
	})
	if err != nil {
		return f, err
	}
	r.end()
	f.filedAlone, err = timesFiled(path, func() (*keyboard, error) {
		app, err := w.StartLine(journey.Program{Path: o.app, Args: cold.cmd[1:], Env: env})
		if err != nil {
			return nil, err
		}
		return &keyboard{w, app.Kill}, nil
	})
	return f, err
}

// keyboard types into the small window, which ends with end if it hasn't by itself.
type keyboard struct {
	*windows
	end func()
}

// timesFiled opens the small window, types a line, files it, and does it again.
func timesFiled(path string, open func() (*keyboard, error)) (f filing, err error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro&_busy_timeout=2000")
	if err != nil {
		return f, err
	}
	defer db.Close()
	var all []float64
	for round := range lineRounds + 1 {
		line := fmt.Sprintf("line %d of %d", round, time.Now().UnixNano())
		k, err := open()
		if err != nil {
			return f, err
		}
		got, err := k.files(db, line)
		k.end()
		if err != nil {
			return f, err
		}
		if round > 0 {
			all = append(all, got)
			f.slowest = max(f.slowest, got)
		}
	}
	f.usual = median(all, func(ms float64) float64 { return ms })
	return f, nil
}

// files types a line, presses Enter, and gives the milliseconds from then until the journal has it: what presses the key, the process
// xdotool, is in them. It returns when the small window is gone.
func (k *keyboard) files(db *sql.DB, line string) (float64, error) {
	if _, err := k.tool("xdotool", "type", "--delay", "12", "idea: "+line); err != nil {
		return 0, err
	}
	time.Sleep(time.Second) // what is typed is kept after a pause, which isn't measured
	pressed := time.Now()
	if _, err := k.tool("xdotool", "key", "Return"); err != nil {
		return 0, err
	}
	var took time.Duration
	for there := 0; there == 0; {
		if time.Since(pressed) > journey.Patience {
			return 0, fmt.Errorf("%q was not filed", line)
		}
		if err := db.QueryRow("select count(*) from idea where text = ?", line).Scan(&there); err != nil {
			return 0, err
		}
		took = time.Since(pressed)
	}
	return float64(took.Microseconds()) / 1000, journey.Wait("the small window to go", func() (bool, error) {
		out, _ := k.tool("xdotool", "search", "--onlyvisible", "--name", "^Write a line")
		return out == "", nil
	})
}

// markdown tells of the filing.
func (f lineFigures) markdown() string {
	var b strings.Builder
	b.WriteString("\n## A line from anywhere, from the Enter until it is filed, on the disk\n\n" +
		"| | median (ms) | slowest (ms) |\n|---|---|---|\n")
	fmt.Fprintf(&b, "| where Handback runs | %.0f | %.0f |\n", f.filed.usual, f.filed.slowest)
	fmt.Fprintf(&b, "| where it doesn't, so that the journal is opened for it | %.0f | %.0f |\n", f.filedAlone.usual, f.filedAlone.slowest)
	return b.String()
}

// openLine opens the window in the app that is running, and gives the milliseconds to its first frame.
func (w *windows) openLine(p program) (float64, error) {
	cmd := exec.Command(w.tools+"/xstart", append([]string{"-q", "300", "-T", "8000", "-W", "400", "-H", "150", "--"}, p.cmd...)...)
	cmd.Env = w.Env(p.env...)
	out, err := cmd.Output()
	if err != nil && len(out) == 0 {
		return 0, fmt.Errorf("xstart: %w", err)
	}
	var s started
	if err := json.Unmarshal(out, &s); err != nil {
		return 0, fmt.Errorf("xstart printed %q: %w", out, err)
	}
	if s.Nonblank <= 0 {
		return 0, fmt.Errorf("%s showed no window", strings.Join(p.cmd, " "))
	}
	return s.Nonblank, nil
}

func (f lineFigures) bars() []bar {
	limit := 1.1 * f.floor.Nonblank
	return []bar{
		{
			"small window for a line, where Handback runs, from the start of `handback -capture`", "≤ 150 ms",
			fmt.Sprintf("%.0f ms (slowest %.0f)", f.warm, f.slowest), f.warm <= 150,
		},
		{
			"small window for a line, where it doesn't", "≤ 1.10 × the floor",
			fmt.Sprintf("%.2f × (%.0f to %.0f ms)", f.cold.Nonblank/f.floor.Nonblank, f.cold.Nonblank, f.floor.Nonblank), f.cold.Nonblank <= limit,
		},
	}
}

// printLine measures the small window alone, on a small journal.
func printLine(o options, folder string) error {
	path := filepath.Join(folder, "line.handback")
	now := time.Now()
	if err := fewNotes(path, now); err != nil {
		return err
	}
	d, err := journey.OpenDisplay(1280, 800)
	if err != nil {
		return err
	}
	defer d.Close()
	f, err := (&windows{Display: d, tools: o.tools}).measureLine(o, path, []string{
		"XDG_DATA_HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "TMPDIR=" + folder,
	})
	if err != nil {
		return err
	}
	for _, b := range f.bars() {
		fmt.Printf("%s: %s (%s), holds %v\n", b.what, b.measured, b.limit, b.holds)
	}
	fmt.Printf("%s\n%+v\n", f.markdown(), f)
	return nil
}

// fewNotes makes a journal with a few people in it.
func fewNotes(path string, now time.Time) error {
	j, err := storage.Open(path, storage.Options{Now: func() time.Time { return now }, Create: true})
	if err != nil {
		return err
	}
	for _, name := range []string{"Ana Ruiz", "Ben Kofi", "Chidi Obi"} {
		who := notes.Person{Kind: notes.KindReport, Name: name, State: notes.StateHere}
		if _, err := j.Apply(notes.Change{Rows: []notes.Row{who}}); err != nil {
			return err
		}
	}
	return j.Close()
}
