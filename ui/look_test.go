package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"handback/notes"
	"handback/ui/look"
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

// TestTheLockedScreenAtAStartLooksAsTheJournalDid when it was open last on this computer, which the journal can't be asked.
func TestTheLockedScreenAtAStartLooksAsTheJournalDid(t *testing.T) {
	w, v, _ := protectedWindow(t)
	path := w.journal.Path()
	own := &ownComputer{}
	w.Computer = own
	w.apply(notes.Change{Rows: []notes.Row{
		notes.PutSetting{Key: settingMode, Value: "dark"}, notes.PutSetting{Key: settingScale, Value: "1.25"},
	}})
	w.Run("look.apply")
	w.settle()
	if own.theme != "dark" || own.scale != "1.25" {
		t.Fatalf("this computer knows %q and %q", own.theme, own.scale)
	}
	if err := w.closeJournal(); err != nil {
		t.Fatal(err)
	}
	next, v2, _ := safeWindow(t)
	v2.protected[path] = v.protected[path]
	next.Computer = own
	t.Cleanup(func() { look.Use(look.ModeOf(""), theme.VariantLight, 1) })
	look.Use(look.ModeOf("light"), theme.VariantLight, 1) // as a program that starts
	if err := next.Start(path, false); err != nil {
		t.Fatal(err)
	}
	next.settle()
	if changed := look.Use(look.ModeOf("dark"), theme.VariantLight, 1.25); next.Place().Screen != room.Locked || changed {
		t.Errorf("at %v it looks otherwise: %v", next.Place().Screen, changed)
	}
}

// staying is a room that can't be made anew at the moment.
type staying struct {
	room.Room
	stays bool
}

func (s *staying) Stays() bool { return s.stays }

// TestAnotherLookWaitsForARoomThatWorks changes the theme while a room stays.
func TestAnotherLookWaitsForARoomThatWorks(t *testing.T) {
	w := newWindow(t)
	t.Cleanup(func() { look.Use(look.ModeOf(""), theme.VariantLight, 1) })
	works := &staying{w.room, true}
	w.room = works
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settingMode, Value: "dark"}}})
	before := look.C().Text
	w.lookChanged()
	w.pass(3 * lookLater)
	if w.room != room.Room(works) || look.C().Text != before {
		t.Error("it was made anew, or half of what is seen is in another look")
	}
	works.stays = false
	w.pass(lookLater)
	w.settle()
	if w.room == room.Room(works) || look.C().Text == before {
		t.Error("the look is as it was after it")
	}
}
