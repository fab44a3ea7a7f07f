// Handback is a private desktop app for a manager who leads from behind: one-on-one notes that file themselves, growth
// goals and a praise log, kept in SQLite on the manager's own disk.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"time"
	_ "time/tzdata" // a person's zone is known also where the system has none

	"fyne.io/fyne/v2/app"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui"
	"handback/ui/paper"
)

// version is set by the build.
var version = "0.1.0"

// appID is the program's name for the desktop.
const appID = "io.github.handback"

// startGCPercent keeps the collector out of the way of the first frame: it would run six times over a heap of 5 MB.
const startGCPercent = 800

func main() {
	useConsole()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "handback:", err)
		os.Exit(1)
	}
}

func run() error {
	journal := flag.String("journal", "", voice.T("open the journal `FILE`; it's created if it doesn't exist"))
	team := flag.Bool("sample", false, voice.T("explore with a sample team, kept separate from your journal"))
	exportTo := flag.String("export", "", voice.T("write the journal to `FOLDER` as text that anyone can read, without a window"))
	importFrom := flag.String("import", "", voice.T("import the archive in `FOLDER` into the journal, without a window"))
	secret := flag.Int("passphrase-fd", -1, voice.T("read the passphrase for a protected journal from file descriptor `N` (-export, -import)"))
	line := flag.Bool(lineFlag, false, voice.T("write one line into the journal, in a small window"))
	hidden := flag.Bool(hiddenFlag, false, voice.T("start in the tray, without a window, if the tray is on"))
	say := flag.Bool("version", false, voice.T("print the version"))
	flag.Parse()
	named, err := askedFor(flag.CommandLine, *team || *journal != "")
	if err != nil {
		return err
	}
	*journal = cmp.Or(named, *journal)
	if *say {
		fmt.Println(voice.T("Handback {version}", "version", version))
		return nil
	}
	if err := noCoreDump(); err != nil {
		return err
	}
	clock := ui.NewSystemClock(time.Now, os.LookupEnv)
	c := carry{exportTo: *exportTo, importFrom: *importFrom, team: *team, journal: *journal, out: os.Stdout}
	c.secret = func() (notes.Secret, error) { return secretFrom(*secret) }
	if c.wanted() {
		return c.run(journals{clock.Now})
	}
	if err := noDisplay(); err != nil {
		return err
	}
	shelf := shelf{journals: journals{clock.Now}}
	begun := begin(given{journal: *journal, team: *team, line: *line}, shelf.journals)
	if begun.done {
		return nil
	}
	defer begun.end()
	shelf.hangs = begun.hangs
	shell := ui.New(ui.Config{
		App:        app.NewWithID(appID),
		Journals:   shelf,
		Calls:      begun.calls(),
		Lines:      lines{clock.Now},
		Computer:   computer{shelf.places()},
		Hidden:     *hidden,
		Line:       *line,
		Now:        clock.Now,
		Locale:     ui.SystemLocale(os.Getenv),
		LookAtZone: clock.Look,
		LessMotion: ui.LessMotion(os.Getenv, os.ReadFile),
		Version:    version,
		Mark:       marker(),
		Vault:      vault{clock.Now},
		Session:    ui.SystemSession(),
	})
	usual := debug.SetGCPercent(startGCPercent)
	if err := started(func() error { return shell.Start(*journal, *team) }); err != nil {
		return err
	}
	debug.SetGCPercent(usual)
	_ = paper.Clean() // what a program left that was killed; it is tried again at the end
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
