package goingaway

import (
	"testing"

	"handback/notes"
)

func TestStepsAreTickedAndTakenBack(t *testing.T) {
	value := func(c notes.Change) string { return c.Rows[0].(notes.PutSetting).Value }
	d := ReadDone("")
	if d.Open() != 3 {
		t.Errorf("%d are open", d.Open())
	}
	d = ReadDone(value(d.Tick(Packs, true, "2026-11-23")))
	d = ReadDone(value(d.Tick(Mine, true, "2026-11-24")))
	if d.Open() != 1 || d[Packs] != "2026-11-23" || d[Mine] != "2026-11-24" {
		t.Errorf("%v", d)
	}
	d = ReadDone(value(d.Tick(Packs, false, "2026-11-25")))
	if d[Packs] != "" || d[Mine] == "" {
		t.Errorf("%v", d)
	}
	if left := value(d.Tick(Mine, false, "")); left != "" {
		t.Errorf("kept is %q", left)
	}
	if broken := ReadDone("{"); len(broken) != 0 {
		t.Errorf("%v", broken)
	}
}
