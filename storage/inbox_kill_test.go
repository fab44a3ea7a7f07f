package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage/sealed"
)

// killedAtEachStep keeps copies of what lies at path, and beside it, before each step of what act does and after the last one: what a
// program leaves that is killed there.
func killedAtEachStep(t *testing.T, path string, act func()) (left []string) {
	t.Helper()
	look := func() {
		to := t.TempDir()
		try(t, os.CopyFS(to, os.DirFS(filepath.Dir(path))))
		left = append(left, filepath.Join(to, filepath.Base(path)))
	}
	defer func(usual func()) { lineStep = usual }(lineStep)
	lineStep = look
	act()
	look()
	return left
}

// journalForLines is a journal of either kind with Ana in it, closed, and how it is opened.
type journalForLines struct {
	path string
	open func(path string) *Journal
	now  func() time.Time
}

func forLines(t *testing.T, protected bool) journalForLines {
	t.Helper()
	if !protected {
		path, c := ownJournal(t)
		return journalForLines{path, func(path string) *Journal { return must[*Journal](t)(Open(path, Options{Now: c.now})) }, c.now}
	}
	path, k, now := lockedJournal(t)
	secret := notes.Secret{Recovery: k.RecoveryText()}
	open := func(path string) *Journal { return must[*Journal](t)(Unlock(path, secret, now)) }
	try(t, open(path).Close()) // says for whom lines are sealed
	return journalForLines{path, open, now}
}

// says opens what a killed program left, twice, and tells the lines of its notes; nothing may wait beside it then.
func (f journalForLines) says(t *testing.T, path string) []string {
	t.Helper()
	var first []string
	for i := range 2 {
		j := f.open(path)
		lines := allLines(t, j)
		try(t, j.Close())
		if i == 0 {
			first = lines
		} else if !slices.Equal(lines, first) {
			t.Errorf("opened again: %q, then %q", first, lines)
		}
	}
	if exists(path + inboxEnd) {
		t.Error("lines are left beside it")
	}
	if names, _ := os.ReadDir(filepath.Join(path, sealed.InboxName)); len(names) > 0 {
		t.Errorf("%v is left in the inbox", names)
	}
	return first
}

// TestALineIsFiledOnceWhereverTheProgramIsKilled keeps three texts of one line, drops another, and files what waits; at each step the
// program may be killed.
func TestALineIsFiledOnceWhereverTheProgramIsKilled(t *testing.T) {
	for name, protected := range map[string]bool{"plain": false, "protected": true} {
		t.Run(name, func(t *testing.T) {
			f := forLines(t, protected)
			texts := []string{"Ana: ask", "Ana: ask about", "Ana: ask about the rota"}
			id := ""
			for i, text := range texts {
				before := "Ana|" + strings.TrimPrefix(texts[max(0, i-1)], "Ana: ")
				after := "Ana|" + strings.TrimPrefix(text, "Ana: ")
				for _, at := range killedAtEachStep(t, f.path, func() { id = must[string](t)(KeepLine(f.path, id, text, f.now())) }) {
					lines := f.says(t, at)
					if !slices.Equal(lines, []string{before}) && !slices.Equal(lines, []string{after}) && (i > 0 || len(lines) > 0) {
						t.Errorf("%q, killed while it was kept: %q", text, lines)
					}
				}
			}
			other := must[string](t)(KeepLine(f.path, "", "never mind", f.now()))
			for _, at := range killedAtEachStep(t, f.path, func() { must[string](t)(KeepLine(f.path, other, "", f.now())) }) {
				lines := f.says(t, at)
				if n := len(lines); n < 1 || n > 2 || !slices.Contains(lines, "Ana|ask about the rota") {
					t.Errorf("killed while one was dropped: %q", lines)
				}
			}
			last := f.path
			for i, at := range killedAtEachStep(t, f.path, func() { try(t, f.open(f.path).Close()) }) {
				if lines := f.says(t, at); !slices.Equal(lines, []string{"Ana|ask about the rota"}) {
					t.Errorf("killed at step %d of filing: %q", i, lines)
				}
			}
			if lines := f.says(t, last); !slices.Equal(lines, []string{"Ana|ask about the rota"}) {
				t.Errorf("%q", lines)
			}
		})
	}
}

// TestAnOlderTextThatCouldntBeDeletedIsNotFiled lays what was kept before back beside what took its place, before that is filed and after.
func TestAnOlderTextThatCouldntBeDeletedIsNotFiled(t *testing.T) {
	for name, protected := range map[string]bool{"plain": false, "protected": true} {
		t.Run(name, func(t *testing.T) {
			f := forLines(t, protected)
			folder, end := f.path+inboxEnd, plainLineEnd
			if protected {
				folder, end = filepath.Join(f.path, sealed.InboxName), sealed.LineEnd
			}
			id := ""
			var older [][2]string // of 12, since the tenth is not before the second
			for i := range 12 {
				id = must[string](t)(KeepLine(f.path, id, fmt.Sprintf("Ana: text %d", i+1), f.now()))
				file := filepath.Join(folder, id+end)
				older = append(older, [2]string{file, string(must[[]byte](t)(os.ReadFile(file)))})
			}
			for range 2 {
				try(t, os.MkdirAll(folder, 0o700))
				for _, o := range older[:len(older)-1] {
					try(t, os.WriteFile(o[0], []byte(o[1]), 0o600))
				}
				if lines := f.says(t, f.path); !slices.Equal(lines, []string{"Ana|text 12"}) {
					t.Errorf("%q", lines)
				}
			}
		})
	}
}

// TestWhatAKilledProgramWasWritingGoes leaves a piece of a line alone, and beside a whole one.
func TestWhatAKilledProgramWasWritingGoes(t *testing.T) {
	for name, protected := range map[string]bool{"plain": false, "protected": true} {
		for _, beside := range []string{"", "Ana: whole"} {
			t.Run(name+" "+beside, func(t *testing.T) {
				f := forLines(t, protected)
				folder, piece := f.path+inboxEnd, ".handback-1234.part"
				if protected {
					folder, piece = filepath.Join(f.path, sealed.InboxName), "001760000000-1f2e3d4c5b6a.0.age.new"
				}
				id := must[string](t)(KeepLine(f.path, "", "Ana: whole", f.now()))
				try(t, os.MkdirAll(folder, 0o700))
				try(t, os.WriteFile(filepath.Join(folder, piece), []byte("Ana: who"), 0o600))
				if beside == "" {
					must[string](t)(KeepLine(f.path, id, "", f.now()))
				}
				if lines := f.says(t, f.path); len(lines) != min(1, len(beside)) {
					t.Errorf("%q", lines)
				}
			})
		}
	}
}

// TestHowManyLinesWait counts drafts and not texts, and nothing of a plain journal's.
func TestHowManyLinesWait(t *testing.T) {
	f := forLines(t, true)
	if n := LinesWaiting(f.path); n != 0 {
		t.Error(n)
	}
	id := must[string](t)(KeepLine(f.path, "", "Ana: a", f.now()))
	file := filepath.Join(f.path, sealed.InboxName, id+sealed.LineEnd)
	data := must[[]byte](t)(os.ReadFile(file))
	must[string](t)(KeepLine(f.path, id, "Ana: ab", f.now()))
	try(t, os.WriteFile(file, data, 0o600))
	must[string](t)(KeepLine(f.path, "", "another", f.now()))
	if n := LinesWaiting(f.path); n != 2 {
		t.Error(n)
	}
}
