//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

// signalling tells the program to stop at the first thing that is said of how far it is.
type signalling struct {
	t    *testing.T
	with syscall.Signal
}

func (s signalling) Write(p []byte) (int, error) {
	stop(s.t, s.with)
	return len(p), nil
}

// stop tells the program to stop, and comes back once everybody who listens has heard it.
func stop(t *testing.T, with syscall.Signal) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, with)
	if err := syscall.Kill(os.Getpid(), with); err != nil {
		t.Error(err)
	}
	<-heard
	signal.Stop(heard) // it waits for the others
}

// TestWhatIsToldToStopLeavesNothing holds that half of a journal never stays as text that anyone can read.
func TestWhatIsToldToStopLeavesNothing(t *testing.T) {
	all := journals{func() time.Time { return time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC) }}
	dir := t.TempDir()
	path, other := filepath.Join(dir, "one.handback"), filepath.Join(dir, "two.handback")
	whole, folder := filepath.Join(dir, "whole"), filepath.Join(dir, "archive")
	j, err := storage.Open(path, storage.Options{Now: all.now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	rows := []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Lima"}}
	for range 300 {
		rows = append(rows, notes.NewNote{Person: 2, Kind: notes.HeldNote, Date: "2026-11-20", Body: "todo: one\n"})
	}
	_, err = j.Apply(notes.Change{Rows: rows})
	if err = errors.Join(err, j.Close()); err != nil {
		t.Fatal(err)
	}
	if err := (carry{exportTo: whole, journal: path, out: &bytes.Buffer{}}).run(all); err != nil {
		t.Fatal(err)
	}
	for _, with := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		err := carry{exportTo: folder, journal: path, out: signalling{t, with}}.run(all)
		if !errors.Is(err, errStopped) || exists(folder) {
			t.Errorf("%v: exporting says %v, or something of the journal stays", with, err)
		}
		err = carry{importFrom: whole, journal: other, out: signalling{t, with}}.run(all)
		if !errors.Is(err, errStopped) || exists(other) {
			t.Errorf("%v: importing says %v, or leaves a journal", with, err)
		}
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// TestWhoIsAskedForAPassphraseCanStop holds that nobody has to press Enter first.
func TestWhoIsAskedForAPassphraseCanStop(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close() //nolint:errcheck // nothing was written
	_, err = untilStopped(func() ([]byte, error) {
		stop(t, syscall.SIGINT)
		return io.ReadAll(r)
	})
	if !errors.Is(err, errStopped) {
		t.Errorf("it says %v", err)
	}
}
