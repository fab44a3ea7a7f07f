package main

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

// TestAWindowThatHangsIsNamed opens a journal that another program has: one that answered, and one that didn't.
func TestAWindowThatHangsIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), storage.FileName)
	j, err := storage.Open(path, storage.Options{Now: time.Now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for hangs, says := range map[bool]string{false: "already open in another Handback window", true: "isn't responding"} {
		_, err := (shelf{journals: journals{time.Now}, hangs: hangs}).Open(path, false)
		if !errors.Is(err, notes.ErrInUse) || !strings.Contains(err.Error(), says) {
			t.Errorf("hangs %v: %v", hangs, err)
		}
	}
}
