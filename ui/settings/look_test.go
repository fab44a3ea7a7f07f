package settings

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// TestTextSizesStandInRisingOrder, as they are offered, and each is larger than the one before where it is chosen.
func TestTextSizesStandInRisingOrder(t *testing.T) {
	t.Cleanup(func() { look.Use(look.ModeLight, 0, 1) })
	h := roomtest.Open(t)
	h.Enter(New(h, room.Place{Screen: room.Settings}), room.Place{Screen: room.Settings})
	if said, want := h.TextIn("settings.scale"), "Normal Large Larger Largest"; strings.Join(strings.Fields(said), " ") != want {
		t.Errorf("offered are %q, not %q", said, want)
	}
	last := float32(0)
	h.Focus("settings.scale")
	for i := range scales {
		kept := scales[0].kept // what is in force where nothing is kept
		if i > 0 {
			h.Press(fyne.KeyRight)
			var err error
			if kept, err = h.J.Setting(keyScale); err != nil {
				t.Fatal(err)
			}
		}
		scale, err := strconv.ParseFloat(kept, 32)
		if err != nil {
			t.Fatalf("%s keeps %q: %v", scales[i].name, kept, err)
		}
		look.Use(look.ModeLight, 0, float32(scale))
		if size := look.S(14); size <= last {
			t.Errorf("%s draws at %.1f, no larger than the one before at %.1f", scales[i].name, size, last)
		} else {
			last = size
		}
	}
}
