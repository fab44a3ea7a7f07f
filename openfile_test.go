package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

func TestAFileNamedIsTheJournal(t *testing.T) {
	dir := t.TempDir()
	plain := filepath.Join(dir, "mine.handback")
	j, err := storage.Open(plain, storage.Options{Now: time.Now, Create: true})
	if err = errors.Join(err, j.Close()); err != nil {
		t.Fatal(err)
	}
	if got, err := fileNamed([]string{plain}, false); err != nil || got != plain {
		t.Errorf("a plain journal: %q, %v", got, err)
	}
	if got, err := fileNamed(nil, true); err != nil || got != "" {
		t.Errorf("none: %q, %v", got, err)
	}
	none := filepath.Join(dir, "none.handback")
	if _, err := fileNamed([]string{none}, false); !errors.Is(err, notes.ErrNoJournal) || !strings.Contains(err.Error(), none) {
		t.Errorf("one that isn't there: %v", err)
	}
	if _, err := os.Stat(none); err == nil {
		t.Error("naming a file made it")
	}
	for _, c := range []struct {
		words     []string
		otherwise bool
	}{
		{[]string{plain, "-journal", plain}, false}, // the option would not be read
		{[]string{plain, plain}, false},
		{[]string{plain}, true},
		{[]string{"--", "-x"}, false},
	} {
		if got, err := fileNamed(c.words, c.otherwise); err == nil || !strings.Contains(err.Error(), c.words[0]) {
			t.Errorf("%q: %q, %v", c.words, got, err)
		}
	}
}

// TestTheMenusEntryPassesTheFileOn reads how a Linux desktop starts the program: with the one file that was opened, as the journal, and
// with no more than the options that there are.
func TestTheMenusEntryPassesTheFileOn(t *testing.T) {
	entry, err := os.ReadFile(filepath.Join("packaging", "linux", "io.github.handback.desktop"))
	if err != nil {
		t.Fatal(err)
	}
	var starts []string
	for _, line := range strings.Split(string(entry), "\n") {
		if command, is := strings.CutPrefix(line, "Exec="); is {
			starts = append(starts, command)
		}
	}
	if want := []string{"handback %f", "handback -" + lineFlag}; !slices.Equal(starts, want) {
		t.Errorf("it starts %q, not %q", starts, want)
	}
	opened := filepath.Join(t.TempDir(), "a journal of Jörg's.handback")
	j, err := storage.Open(opened, storage.Options{Now: time.Now, Create: true})
	if err = errors.Join(err, j.Close()); err != nil {
		t.Fatal(err)
	}
	options := flag.NewFlagSet("handback", flag.ContinueOnError)
	if err := options.Parse([]string{opened}); err != nil {
		t.Fatal(err)
	}
	if got, err := askedFor(options, false); err != nil || got != opened {
		t.Errorf("%q, %v", got, err)
	}
}
