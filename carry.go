package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
	"handback/storage"
)

// carry is what is done without a window: a journal out of its file, or into it.
type carry struct {
	exportTo, importFrom string // folders
	team                 bool   // of the sample team
	journal              string // "" is the usual one
	out                  io.Writer
	secret               func() (notes.Secret, error) // asks for what opens a protected journal
}

// wanted reports whether there is something to carry.
func (c carry) wanted() bool { return c.exportTo != "" || c.importFrom != "" }

func (c carry) run(journals journals) (err error) {
	if c.team && c.journal != "" {
		return errors.New(voice.T("use -sample or -journal, not both"))
	}
	if c.team && c.importFrom != "" {
		return errors.New(voice.T("the sample team is deleted tomorrow: use -journal FILE with -import"))
	}
	stopped, listened := toldToStop()
	defer listened()
	j, err := c.open(journals, stopped)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	if c.exportTo == "" {
		return nil
	}
	done, err := j.ExportArchive(c.exportTo, c.progress(stopped))
	if err == nil && !c.team {
		err = remember(j, c.exportTo)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, voice.N(done.Notes,
		"Exported {n} note to {folder}. Anyone who can open this folder can read it.",
		"Exported {n} notes to {folder}. Anyone who can open this folder can read it.", "folder", c.exportTo))
	return nil
}

// errStopped ends what was told to stop.
var errStopped = errors.New(voice.T("stopped; nothing was changed"))

// toldToStop hears that the program is to end: by Ctrl+C, or as a service, a time limit and a terminal that is closed end it. What it
// was doing is then taken away again: half of an export would be text that anyone can read.
func toldToStop() (stopped <-chan os.Signal, done func()) {
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // who starts it with nohup closes the terminal
		signal.Notify(told, syscall.SIGHUP)
	}
	return told, func() { signal.Stop(told) }
}

// remember keeps where the journal was written to: leaving the company names it.
func remember(j *storage.Journal, folder string) error {
	if _, only := j.ReadOnly(); only {
		return nil
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	kept, err := j.Setting(notes.SettingLetOut)
	if err != nil {
		return err
	}
	_, err = j.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: notes.SettingLetOut, Value: notes.WithLetOut(kept, folder)}}})
	return err
}

// open opens the journal and imports into it what is to be. One that is made for that is whole or isn't there.
func (c carry) open(journals journals, stopped <-chan os.Signal) (*storage.Journal, error) {
	path, opt := c.journal, storage.Options{Now: journals.now}
	if path == "" {
		path = journals.Default()
	}
	path, err := journals.places().Now(path)
	if err != nil {
		return nil, err
	}
	take := func(j *storage.Journal) error {
		if c.importFrom == "" {
			return nil
		}
		done, err := j.ImportArchive(c.importFrom, c.progress(stopped))
		if err == nil {
			c.tell(done)
		}
		return err
	}
	switch {
	case c.team:
		return journals.sample()
	case c.importFrom != "" && !journals.Exists(path):
		return storage.OpenFilled(path, opt, take)
	}
	j, err := storage.Open(path, opt)
	if errors.Is(err, notes.ErrLocked) || errors.Is(err, notes.ErrNoKey) {
		j, err = c.unlock(path, journals.now, err)
	}
	if err != nil {
		return nil, err
	}
	if err := take(j); err != nil {
		return nil, errors.Join(err, j.Close())
	}
	return j, nil
}

// unlock opens a protected journal with what the user says. Where its key is missing only the recovery key does.
func (c carry) unlock(path string, now func() time.Time, why error) (*storage.Journal, error) {
	if c.secret == nil {
		return nil, why
	}
	secret, err := c.secret()
	if err != nil {
		return nil, err
	}
	if errors.Is(why, notes.ErrNoKey) && secret.Recovery == "" {
		return nil, why
	}
	return storage.Unlock(path, secret, now)
}

// tell prints what an import did.
func (c carry) tell(done archive.Imported) {
	for _, s := range done.Skipped {
		fmt.Fprintln(c.out, voice.T("Skipped {file}: {why}", "file", s.File, "why", s.Why))
	}
	for _, k := range done.Conflicts {
		fmt.Fprintln(c.out, voice.T("Changed in both: {name}, {date}. The note has the newer text. The other one is in its earlier versions.",
			"name", k.Person, "date", string(k.Date)))
	}
	for _, told := range done.Told {
		fmt.Fprintln(c.out, told)
	}
	fmt.Fprintln(c.out, voice.T("Imported {folder}: {what}.", "folder", c.importFrom, "what", done.Says()))
}

// progress prints how far it is, ten times at most.
func (c carry) progress(stopped <-chan os.Signal) archive.Progress {
	told := 0
	return func(done, of int) error {
		select {
		case <-stopped:
			return errStopped
		default:
		}
		if tenths := done * 10 / max(of, 1); tenths > told {
			told = tenths
			fmt.Fprintln(c.out, voice.T("{done} of {all} …", "done", strconv.Itoa(done), "all", strconv.Itoa(of)))
		}
		return nil
	}
}
