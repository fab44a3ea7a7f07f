package moving

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestThePageSaysHowFarAndCancelsOnce(t *testing.T) {
	h := roomtest.New(t, nil)
	stopped := 0
	p := New("/media/stick", func() { stopped++ })
	h.Enter(p, room.Place{Screen: room.Moving})
	h.Sees("Moving your journal", "/media/stick", "Copying …")
	p.Far(0, 0)
	h.Sees("Copying …")
	p.Far(50, 200)
	h.Sees("25% done")
	if h.Focused() != "moving.cancel" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Press(fyne.KeyReturn)
	if stopped != 1 {
		t.Errorf("stopped %d times", stopped)
	}
}
