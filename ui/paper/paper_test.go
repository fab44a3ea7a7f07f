package paper

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/document"
)

func TestAPageIsPrivateAndGoesAway(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var path string
	open := func(u *url.URL) error { path = u.Path; return nil }
	if err := Print(
		open,
		document.Document{Title: "Ana <Ruiz>", Parts: []document.Part{{Title: "Yours", Lines: []document.Line{{Text: "a & b", Rest: ", soon"}}}}},
	); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	text, _ := os.ReadFile(path)
	if s := string(text); !strings.Contains(s, "Ana &lt;Ruiz&gt;") || !strings.Contains(s, "a &amp; b") {
		t.Errorf("the page is %s", s)
	}
	if err := Clean(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("it is still there")
	}
}

func TestWithoutAProgramToShowItSaysWhatToDo(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	err := Print(func(*url.URL) error { return errors.New("no") }, document.Document{Title: "Ana"})
	if !errors.As(err, &notes.Invalid{}) {
		t.Errorf("it says %v", err)
	}
}

// TestWhatKilledProgramsPrintedGoes leaves pages as of programs that are gone, of one that runs, and of this one.
func TestWhatKilledProgramsPrintedGoes(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	gone := 1 << 22 // more than any system numbers its processes by default
	stays := map[string]bool{
		fmt.Sprint(prefix, os.Getppid(), "-1"): true, fmt.Sprint(prefix, gone, "-1"): false, fmt.Sprint(prefix, os.Getpid(), "-1"): false,
		prefix + "old": false,
	}
	for name := range stays {
		if err := os.MkdirAll(filepath.Join(temp, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := Clean(); err != nil {
		t.Fatal(err)
	}
	for name, want := range stays {
		if _, err := os.Stat(filepath.Join(temp, name)); (err == nil) != want {
			t.Errorf("%s is there: %v", name, err == nil)
		}
	}
}
