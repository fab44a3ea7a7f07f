package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// TestAnotherLookLeavesOneWhereOneWas chooses sizes and colours one after the other, far down in the settings.
func TestAnotherLookLeavesOneWhereOneWas(t *testing.T) {
	w := sampleWindow(t)
	w.lookAt(fyne.NewSize(1000, 640), "light", "1.0")
	w.visit(room.Place{Screen: room.Settings})
	page := func() (found *widgets.Scroll) {
		var look func(o fyne.CanvasObject)
		look = func(o fyne.CanvasObject) {
			if s, is := o.(*widgets.Scroll); is && s.Key == "settings" {
				found = s
			}
			for _, child := range drawnOf(o) {
				look(child)
			}
		}
		look(w.win.Canvas().Content())
		return found
	}
	widgets.Reveal(w.find("settings.scale"))
	if page().Offset() == 0 {
		t.Fatal("the text size is seen without scrolling: the test looks at nothing")
	}
	w.win.Canvas().Focus(w.focusable("settings.scale"))
	for _, look := range []notes.PutSetting{
		{Key: settingScale, Value: "1.5"}, {Key: settingScale, Value: "1.15"}, {Key: settingMode, Value: "dark"},
	} {
		w.apply(notes.Change{Rows: []notes.Row{look}})
		w.lookChanged()
		w.settle()
		driver, choice := fyne.CurrentApp().Driver(), w.find("settings.scale")
		top := driver.AbsolutePositionForObject(choice).Y - driver.AbsolutePositionForObject(page()).Y
		if top < 0 || top+choice.Size().Height > page().Size().Height {
			t.Errorf("%s %s: what was chosen is at %v of %v", look.Key, look.Value, top, page().Size().Height)
		}
		if key := w.focusNow(); key != "settings.scale" {
			t.Errorf("%s %s: the keyboard is on %q", look.Key, look.Value, key)
		}
	}
	w.win.Canvas().Unfocus()
	page().ScrollTo(300)
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settingMode, Value: "light"}}})
	w.lookChanged()
	w.settle()
	if offset := page().Offset(); offset != 300 {
		t.Errorf("without the keyboard it is scrolled to %v", offset)
	}
}
