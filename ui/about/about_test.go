package about

import (
	"testing"

	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestAboutSaysWhatItIsAndWhatItDoesNotDo(t *testing.T) {
	h := roomtest.New(t, nil)
	h.Enter(New(h, "1.2.3"), room.Place{Screen: room.About})
	h.Sees("Version 1.2.3", "doesn't use the internet", "doesn't score or rank people",
		"Inter", "SIL Open Font License 1.1", "MIT", "Management 3.0")
}
