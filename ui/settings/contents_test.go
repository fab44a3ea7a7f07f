package settings

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/room"
	"handback/ui/roomtest"
)

// TestTheContentsLeadToEachPart: beside the page where there is room, above it where there is not.
func TestTheContentsLeadToEachPart(t *testing.T) {
	for name, c := range map[string]struct {
		width  float32
		beside bool
	}{"wide": {1280, true}, "narrow": {640, false}} {
		t.Run(name, func(t *testing.T) {
			h := roomtest.Open(t)
			r := New(h, room.Place{Screen: room.Settings}).(*Room)
			h.Enter(r, room.Place{Screen: room.Settings})
			h.Window().Resize(fyne.NewSize(c.width, 500))
			first, page := h.Find("settings.to."+PartPeople), r.body
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject
			if beside := at(page).X > at(first).X+first.Size().Width; beside != c.beside {
				t.Errorf("the contents are beside the page: %v", beside)
			}
			before := float32(-1)
			for _, p := range Parts() {
				if r.parts[p.Part] == nil {
					continue
				}
				h.Tap("settings.to." + p.Part)
				top := at(r.parts[p.Part]).Y - at(r.page).Y
				if offset := r.page.Offset(); top < -1 || top > 60 && offset < r.reach()-1 || offset <= before && offset < r.reach()-1 {
					t.Errorf("%s stands at %.0f, scrolled by %.0f", p.Title, top, offset)
				}
				before = r.page.Offset()
			}
		})
	}
}

// reach is how far the page can be scrolled.
func (r *Room) reach() float32 {
	at := r.page.Offset()
	defer r.page.ScrollTo(at)
	r.page.ScrollTo(1_000_000)
	return r.page.Offset()
}
