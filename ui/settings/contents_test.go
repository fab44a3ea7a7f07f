package settings

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
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
			list, page := h.Find("settings.contents").(*widgets.Contents), r.body
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject
			if beside := at(page).X > at(list).X+list.Middle(0).X; beside != c.beside {
				t.Errorf("the contents are beside the page: %v", beside)
			}
			before, i := float32(-1), -1
			for _, p := range Parts() {
				if r.parts[p.Part] == nil {
					continue
				}
				i++
				list.Tapped(&fyne.PointEvent{Position: list.Middle(i)})
				top := at(r.parts[p.Part]).Y - at(r.page).Y
				if offset := r.page.Offset(); top < -1 || top > 60 && offset < r.reach()-1 || offset <= before && offset < r.reach()-1 {
					t.Errorf("%s stands at %.0f, scrolled by %.0f", p.Title, top, offset)
				}
				before = r.page.Offset()
			}
		})
	}
}

// TestTheContentsAreOneStopOfTab: the arrows move in them, and Enter leads on in the part.
func TestTheContentsAreOneStopOfTab(t *testing.T) {
	for _, width := range []float32{1280, 640} {
		h := roomtest.Open(t)
		r := New(h, room.Place{Screen: room.Settings}).(*Room)
		h.Enter(r, room.Place{Screen: room.Settings})
		h.Window().Resize(fyne.NewSize(width, 500))
		list := h.Find("settings.contents").(*widgets.Contents)
		stops := widgets.Stops(r.page)
		if stops[0] != fyne.Focusable(list) {
			t.Fatalf("Tab stops first at %T", stops[0])
		}
		if first, ok := stops[1].(fyne.CanvasObject); !ok || widgets.Stops(r.parts[PartPeople])[0] != stops[1] {
			t.Errorf("%.0f wide, Tab goes from the contents to %T", width, first)
		}
		at := h.Window().Canvas()
		at.Focus(list)
		key := map[bool]fyne.KeyName{true: fyne.KeyDown, false: fyne.KeyRight}[width > 1000]
		h.Press(key)
		h.Press(key)
		if h.Focused() != "settings.contents" {
			t.Fatalf("%.0f wide, the arrows lead to %q", width, h.Focused())
		}
		h.Press(fyne.KeyReturn)
		if third := r.parts[Parts()[2].Part]; !widgets.HasFocus(at, third) {
			t.Errorf("%.0f wide, Enter leads to %q", width, h.Focused())
		}
		at.Focus(list)
		h.Press(fyne.KeyHome)
		if width < 1000 { // to the last one, from row to row
			for range 30 {
				h.Press(fyne.KeyRight)
			}
			h.Press(fyne.KeyReturn)
			if !widgets.HasFocus(at, r.parts[PartData]) {
				t.Errorf("Right and Enter lead to %q", h.Focused())
			}
			at.Focus(list)
		}
		h.Press(fyne.KeyEnd)
		h.Press(fyne.KeyReturn)
		if !widgets.HasFocus(at, r.parts[PartData]) {
			t.Errorf("%.0f wide, End and Enter lead to %q", width, h.Focused())
		}
	}
}

// reach is how far the page can be scrolled.
func (r *Room) reach() float32 {
	at := r.page.Offset()
	defer r.page.ScrollTo(at)
	r.page.ScrollTo(1_000_000)
	return r.page.Offset()
}

// TestWhatIsNotDrawnYetIsScrolledTo: after another text size all of the page is new, and Fyne knows no place of it.
func TestWhatIsNotDrawnYetIsScrolledTo(t *testing.T) {
	h := roomtest.Open(t)
	r := New(h, room.Place{Screen: room.Settings}).(*Room)
	h.Enter(r, room.Place{Screen: room.Settings})
	h.Window().Resize(fyne.NewSize(1280, 500))
	last := r.parts[PartLook]
	widgets.RevealIn(h.Window().Canvas(), last)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	if top := at(last).Y - at(r.page).Y; top < 0 || top+last.Size().Height > r.page.Size().Height {
		t.Errorf("it stands from %.0f to %.0f of %.0f", top, top+last.Size().Height, r.page.Size().Height)
	}
}

// TestTheContentsMarkThePartInView: whether one scrolls there or is led there; beside the page they stay in view.
func TestTheContentsMarkThePartInView(t *testing.T) {
	for _, width := range []float32{1280, 640} {
		h := roomtest.Open(t)
		r := New(h, room.Place{Screen: room.Settings}).(*Room)
		h.Enter(r, room.Place{Screen: room.Settings})
		h.Window().Resize(fyne.NewSize(width, 500))
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		seen := func(i int) bool {
			y := at(r.list).Y + r.list.Middle(i).Y - at(r.page).Y
			return y > 0 && y < r.page.Size().Height
		}
		for i, p := range r.shown {
			r.page.ScrollTo(r.top(p.Part))
			if r.page.AtEnd() {
				break
			}
			if r.list.Here() != i || width > 1000 && !seen(i) {
				t.Errorf("%.0f wide, at %s number %d is marked, in view: %v", width, p.Title, r.list.Here(), seen(i))
			}
		}
		r.page.ScrollTo(1_000_000)
		if last := len(r.shown) - 1; r.list.Here() != last || width > 1000 && !seen(last) {
			t.Errorf("%.0f wide, at the end number %d is marked", width, r.list.Here())
		}
		for i, p := range r.shown {
			r.list.Tapped(&fyne.PointEvent{Position: r.list.Middle(i)})
			if r.list.Here() != i || width > 1000 && !seen(i) {
				t.Errorf("%.0f wide, led to %s number %d is marked, in view: %v", width, p.Title, r.list.Here(), seen(i))
			}
		}
		r.draw()
		if last := len(r.shown) - 1; r.list.Here() != last {
			t.Errorf("%.0f wide, drawn again at the end number %d is marked", width, r.list.Here())
		}
	}
}
