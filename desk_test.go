package main

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
	"handback/ui"
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

// TestASecondStartBesideAWindowThatHangs holds that it doesn't wait long for a window that doesn't answer, says so while it waits, and is
// shown what that one did after all.
func TestASecondStartBesideAWindowThatHangs(t *testing.T) {
	desk := storage.DeskIn(t.TempDir(), "here", time.Now)
	first, err := desk.Take()
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	began := time.Now()
	b := beginAt(desk, given{team: true}, journals{time.Now}, &said)
	if took := time.Since(began); took < patience || took > 2*patience {
		t.Errorf("it waits for %v", took)
	}
	if !b.hangs || b.done || b.first != nil || !strings.Contains(said.String(), "already running") {
		t.Errorf("%+v, and it says %q", b, said.String())
	}
	answered := make(chan ui.Call, 1)
	defer b.calls().Watch(func(c ui.Call, claim func() bool) {
		if claim() {
			answered <- c
		}
	})()
	heard := make(chan ui.Call, 1)
	defer laterStarts{first}.Watch(func(c ui.Call, claim func() bool) {
		if claim() {
			heard <- c
		}
	})()
	if c := <-heard; !c.Sample {
		t.Errorf("the first one is asked for %+v", c)
	}
	if c := <-answered; !c.Answered {
		t.Errorf("this one hears %+v", c)
	}
	if err := first.Release(); err != nil {
		t.Error(err)
	}
}
