package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

func TestCarryWithoutAWindow(t *testing.T) {
	dir := t.TempDir()
	all := journals{func() time.Time { return time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC) }}
	path, folder, other := filepath.Join(dir, "one.handback"), filepath.Join(dir, "archive"), filepath.Join(dir, "two.handback")
	j, err := storage.Open(path, storage.Options{Now: all.now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	_, err = j.Apply(notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindReport, Name: "Ana Lima"},
		notes.NewNote{Person: 2, Kind: notes.HeldNote, Date: "2026-11-20", Body: "todo: one\n"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("a journal in use says so", func(t *testing.T) {
		err := carry{exportTo: folder, journal: path, out: &bytes.Buffer{}}.run(all)
		if !errors.Is(err, notes.ErrInUse) {
			t.Errorf("it says %v", err)
		}
		if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
			t.Error("something was written")
		}
	})
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	t.Run("out and in", func(t *testing.T) {
		var said bytes.Buffer
		if err := (carry{exportTo: folder, journal: path, out: &said}).run(all); err != nil {
			t.Fatal(err)
		}
		if err := (carry{importFrom: folder, journal: other, out: &said}).run(all); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"Exported 1 note to", "can read it", "1 of 1 …", "1 new note, 0 changed, 1 other thing"} {
			if !strings.Contains(said.String(), want) {
				t.Errorf("it doesn't say %q but %q", want, said.String())
			}
		}
	})
	t.Run("where it went is kept", func(t *testing.T) {
		j, err := storage.Open(path, storage.Options{Now: all.now})
		if err != nil {
			t.Fatal(err)
		}
		out, err := j.Setting(notes.SettingLetOut)
		if err = errors.Join(err, j.Close()); err != nil || out != folder {
			t.Errorf("it remembers %q, %v", out, err)
		}
	})
	t.Run("a bad folder leaves no journal", func(t *testing.T) {
		bad, none := filepath.Join(dir, "bad"), filepath.Join(dir, "none.handback")
		if err := os.MkdirAll(bad, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(bad, "a.md"), []byte("---\nperson: Ana\ndate: soon\n---\nx"), 0o600); err != nil {
			t.Fatal(err)
		}
		err := (carry{importFrom: bad, journal: none, out: &bytes.Buffer{}}).run(all)
		if err == nil || !strings.Contains(err.Error(), "a.md") || !strings.Contains(err.Error(), "date") {
			t.Errorf("it says %v", err)
		}
		if all.Exists(none) {
			t.Error("a journal is there")
		}
	})
	t.Run("two journals at once", func(t *testing.T) {
		if err := (carry{exportTo: folder, journal: path, team: true, out: &bytes.Buffer{}}).run(all); err == nil {
			t.Error("it did something")
		}
	})
}

// TestAnEmptyOptionIsRefused holds that a script whose folder is unset ends, and waits for no window.
func TestAnEmptyOptionIsRefused(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-export", ""}, "-export is empty"},
		{[]string{"-sample", "-import="}, "-import is empty"},
		{[]string{"-journal", "", "-export", "x"}, "-journal is empty"},
		{[]string{"-export", "x"}, ""},
		{nil, ""},
	} {
		set := flag.NewFlagSet("handback", flag.ContinueOnError)
		for _, name := range []string{"export", "import", "journal"} {
			set.String(name, "", "")
		}
		set.Bool("sample", false, "")
		if err := set.Parse(tt.args); err != nil {
			t.Fatal(err)
		}
		err := noneEmpty(set.Visit)
		if _, other := askedFor(set, false); fmt.Sprint(other) != fmt.Sprint(err) {
			t.Errorf("of %q the program says %v", tt.args, other)
		}
		if said := fmt.Sprint(err); tt.want == "" && err != nil || !strings.Contains(said, tt.want) {
			t.Errorf("of %q it says %v", tt.args, err)
		}
	}
}
