package ui

import (
	"errors"
	"path/filepath"
	"testing"

	"handback/notes"
	"handback/ui/room"
)

func TestTheSystemAsksForLessMotion(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  bool
	}{
		"nothing is kept":   {nil, false},
		"on":                {map[string]string{"gtk-3.0": "[Settings]\ngtk-enable-animations=1\n"}, false},
		"off by a number":   {map[string]string{"gtk-3.0": "[Settings]\ngtk-enable-animations=0\n"}, true},
		"off by a word":     {map[string]string{"gtk-4.0": "[Settings]\ngtk-enable-animations = False"}, true},
		"something else is": {map[string]string{"gtk-4.0": "[Settings]\ngtk-theme-name=0\n"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			env := func(key string) string { return map[string]string{"HOME": "/home/ana"}[key] }
			read := func(path string) ([]byte, error) {
				version := filepath.Base(filepath.Dir(path))
				if path != filepath.Join("/home/ana/.config", version, "settings.ini") {
					t.Errorf("it reads %s", path)
				}
				if text, ok := c.files[version]; ok {
					return []byte(text), nil
				}
				return nil, errors.New("no such file")
			}
			if got := gtkMovesLess(env, read); got != c.want {
				t.Errorf("it says %v", got)
			}
		})
	}
}

// TestMotionFollowsTheSystemAndTheSetting opens the main menu and looks whether frames of it wait.
func TestMotionFollowsTheSystemAndTheSetting(t *testing.T) {
	for name, c := range map[string]struct {
		less    bool
		setting string
		moves   bool
	}{
		"as the system, which moves":      {false, "", true},
		"as the system, which rests":      {true, "", false},
		"off, where the system moves":     {false, still, false},
		"of another version's is no less": {false, "some", true},
	} {
		t.Run(name, func(t *testing.T) {
			w := emptyWindow(t, t.TempDir())
			t.Cleanup(func() { w.moves = false; w.applyMotion() })
			w.LessMotion = func() bool { return c.less }
			if err := w.Start("", true); err != nil {
				t.Fatal(err)
			}
			w.settle()
			w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settingMotion, Value: c.setting}}})
			w.lookChanged()
			w.visit(room.Place{Screen: room.Today})
			w.pass(editorAfter)
			before := live(w.clock)
			w.tapKey("top.menu")
			if got := live(w.clock) > before; got != c.moves {
				t.Errorf("it moves: %v", got)
			}
			w.pass(editorAfter)
			if live(w.clock) > before {
				t.Error("frames are still to come")
			}
		})
	}
}

// live is how many timers run.
func live(clock *manual) (n int) {
	for _, t := range clock.timers {
		if t.live {
			n++
		}
	}
	return n
}
