package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage"
	"handback/ui"
)

// A program that is running is waited for silently for so long, and then in words. One that hasn't answered after that long is likely to
// hang: who started this one is told so in a window, which goes when that one answers after all.
const (
	silently = time.Second
	patience = 2 * time.Second
)

// deskFolder is where the programs of one user meet.
func deskFolder() string { return filepath.Join(xdg.DataHome, "handback", "running") }

func deskIn(folder string, now func() time.Time) storage.Desk {
	return storage.DeskIn(folder, storage.Seat(), now)
}

// given is what a start was asked for.
type given struct {
	journal string
	team    bool
	line    bool
}

// call is what is asked of a program that is running, with the journal's path made whole: the other one is in another folder.
func (g given) call(j journals) storage.Call {
	c := storage.Call{Sample: g.team, Line: g.line}
	if g.journal != "" {
		path, _ := j.places().Now(g.journal) // opening says what is wrong
		c.Journal = storage.RealPath(path)
	}
	return c
}

// begun is this start among the others.
type begun struct {
	desk  storage.Desk
	asked storage.Call   // what this one was started for
	first *storage.First // nil where another program is the first one
	hangs bool           // it doesn't answer
	done  bool           // it does what this one was asked for
}

// begin makes this start the first one, or hands over to that. A line has a small window of its own where no program runs, or
// answers.
func begin(g given, j journals) begun {
	desk := deskIn(deskFolder(), j.now)
	if g.line && !desk.HasFirst() && lineAlone(g, j) {
		return begun{done: true}
	}
	return beginAt(desk, g, j, os.Stderr)
}

// beginAt says to waits that it waits.
func beginAt(desk storage.Desk, g given, j journals, waits io.Writer) (b begun) {
	b = begun{desk: desk, asked: g.call(j)}
	for range 2 { // the other one may end meanwhile
		first, err := desk.Take()
		if err == nil {
			return begun{first: first}
		}
		if !errors.Is(err, notes.ErrInUse) {
			return begun{} // a disk that can't be written: opening says so
		}
		if b.hangs {
			return b
		}
		said := make(chan struct{})
		say := time.AfterFunc(silently, func() {
			defer close(said)
			_, _ = fmt.Fprintln(waits, "handback:", voice.T("Handback is already running. Waiting for its window …"))
		})
		taken, err := desk.Ask(b.asked, patience)
		if !say.Stop() {
			<-said
		}
		if taken || g.line && lineAlone(g, j) {
			return begun{done: true}
		}
		b.hangs = err == nil
	}
	return b
}

// calls are those of later starts, for the window.
func (b begun) calls() ui.Calls {
	switch {
	case b.first != nil:
		return laterStarts{b.first}
	case b.hangs:
		return outlasts{desk: b.desk, asked: b.asked}
	}
	return nil
}

// end lets the next start be the first one.
func (b begun) end() {
	if b.first != nil {
		_ = b.first.Release() // the system does at the end of the program
	}
}

type laterStarts struct{ first *storage.First }

func (l laterStarts) Watch(take func(c ui.Call, claim func() bool)) (stop func()) {
	return l.first.Watch(passedTo(take))
}

func passedTo(take func(c ui.Call, claim func() bool)) func(c storage.Call, claim func() bool) {
	return func(c storage.Call, claim func() bool) {
		take(ui.Call{Journal: c.Journal, Sample: c.Sample, Line: c.Line, Waiting: c.Waiting}, claim)
	}
}

// outlasts goes on asking a program that didn't answer, and is the first one once that has ended.
type outlasts struct {
	laterStarts
	desk  storage.Desk
	asked storage.Call
}

func (o outlasts) Watch(take func(c ui.Call, claim func() bool)) (stop func()) {
	return o.desk.Outlast(o.asked, func() { take(ui.Call{Answered: true}, func() bool { return true }) }, passedTo(take))
}

func (laterStarts) Same(a, b string) bool { return storage.RealPath(a) == storage.RealPath(b) }

// shelf opens journals, and says where another program has one and doesn't answer.
type shelf struct {
	journals
	hangs bool
}

func (s shelf) Open(path string, create bool) (ui.Opened, error) {
	j, err := s.journals.Open(path, create)
	if s.hangs && errors.Is(err, notes.ErrInUse) {
		return nil, hanging{}
	}
	return j, err
}

type hanging struct{}

func (hanging) Error() string {
	return voice.T("Handback is already running, but its window isn't responding. Wait a moment, or quit Handback and try again.")
}

func (hanging) Unwrap() error { return notes.ErrInUse }

// lines keeps lines beside journals, which storage does.
type lines struct{ now func() time.Time }

func (l lines) Keep(path, before, line string) (string, error) {
	return storage.KeepLine(path, before, line, l.now())
}

func (lines) Waiting(path string) int { return storage.LinesWaiting(path) }

// lineAlone shows the small window for a line where no program is running, and reports false where there is no journal yet. Where
// such a window is open already it comes to the front.
func lineAlone(g given, j journals) (shown bool) {
	path := g.journal
	if path == "" {
		path = j.Default()
	}
	path, err := j.places().Now(path)
	if err != nil || !j.Exists(path) {
		return false
	}
	desk := deskIn(filepath.Join(deskFolder(), "line"), j.now)
	first, err := desk.Take()
	if errors.Is(err, notes.ErrInUse) {
		if taken, _ := desk.Ask(storage.Call{Line: true}, patience); taken {
			return true
		}
	}
	b := begun{first: first}
	defer b.end()
	alone := &ui.LineAlone{
		App: app.NewWithID(appID), Now: j.now, Path: path, Lines: lines(j), Locked: storage.IsProtected(path),
		Calls: b.calls(), Mark: marker(),
		Read: func() (people []notes.Person, words string, err error) {
			opened, err := storage.Open(path, storage.Options{Now: j.now})
			if err != nil {
				return nil, "", err
			}
			people, err = opened.People()
			if err == nil {
				words, err = opened.Setting(notes.SettingLabelWords)
			}
			return people, words, errors.Join(err, opened.Close())
		},
		File: func() error { return fileWaiting(path, j.now) },
	}
	alone.Run()
	return true
}

// fileWaiting files the lines that wait beside a journal: opening it does, or the program that has it open.
func fileWaiting(path string, now func() time.Time) error {
	opened, err := storage.Open(path, storage.Options{Now: now})
	if errors.Is(err, notes.ErrInUse) {
		desk := deskIn(deskFolder(), now)
		if taken, _ := desk.Ask(storage.Call{Waiting: true}, patience); taken {
			return nil
		}
	}
	if err != nil {
		return err
	}
	return opened.Close()
}
