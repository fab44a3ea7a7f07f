// Handback is a private desktop app for a manager who leads from behind: one-on-one notes that file themselves, growth
// goals and a praise log, kept in SQLite on the manager's own disk.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"
	_ "time/tzdata" // a person's zone is known also where the system has none

	"fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"

	"handback/notes"
	"handback/notes/sample"
	"handback/notes/voice"
	"handback/storage"
	"handback/ui"
	"handback/ui/paper"
)

// version is set by the build.
var version = "0.1.0"

// startGCPercent keeps the collector out of the way of the first frame: it would run six times over a heap of 5 MB.
const startGCPercent = 800

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "handback:", err)
		os.Exit(1)
	}
}

func run() error {
	journal := flag.String("journal", "", voice.T("open the journal `FILE`; it's created if it doesn't exist"))
	team := flag.Bool("sample", false, voice.T("explore with a sample team, kept apart from your journal"))
	say := flag.Bool("version", false, voice.T("print the version"))
	flag.Parse()
	if *say {
		fmt.Println(voice.T("Handback {version}", "version", version))
		return nil
	}
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New(voice.T("no display found: start Handback from a desktop session (DISPLAY and WAYLAND_DISPLAY are empty)"))
	}
	clock := ui.NewSystemClock(time.Now, os.LookupEnv)
	shell := ui.New(ui.Config{
		App:        app.NewWithID("io.github.handback"),
		Journals:   journals{clock.Now},
		Now:        clock.Now,
		Locale:     ui.SystemLocale(os.Getenv),
		LookAtZone: clock.Look,
		LessMotion: ui.LessMotion(os.Getenv, os.ReadFile),
		Version:    version,
		Mark:       marker(),
	})
	usual := debug.SetGCPercent(startGCPercent)
	if err := shell.Start(*journal, *team); err != nil {
		return err
	}
	debug.SetGCPercent(usual)
	shell.Loop()
	return paper.Clean() // what was printed has been read
}

// marker prints the moments that measurements wait for, where they ask for it.
func marker() func(string) {
	if os.Getenv("HANDBACK_MARK") == "" {
		return nil
	}
	return func(moment string) { fmt.Println("mark", moment) }
}

// journals opens journals in the user's data folder.
type journals struct{ now func() time.Time }

func (j journals) Open(path string, create bool) (ui.Opened, error) {
	return storage.Open(path, storage.Options{Now: j.now, Create: create})
}

func (journals) Default() string {
	return filepath.Join(xdg.DataHome, "handback", "journal.handback")
}

func (journals) Exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, os.ErrNotExist)
}

func (journals) Destroy(path string) ([]string, error) { return storage.Destroy(path) }

// Sample opens the sample team of today; it is dated relative to today, so those of other days are thrown away.
func (j journals) Sample() (ui.Opened, error) {
	folder := filepath.Join(xdg.DataHome, "handback", "sample")
	today := notes.DateOf(j.now())
	path := filepath.Join(folder, string(today)+".handback")
	if !j.Exists(path) {
		if err := os.RemoveAll(folder); err != nil {
			return nil, err
		}
	}
	return storage.OpenFilled(path, storage.Options{Now: j.now}, func(made *storage.Journal) error {
		return sample.Team(today).Fill(made)
	})
}
