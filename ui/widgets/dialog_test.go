package widgets

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestADialogTakesItsKeys(t *testing.T) {
	behind := NewTextField("behind", "Behind", "")
	at := show(t, behind, 800, 600)
	at.Focus(behind.Entry)
	name, why := NewTextField("name", "Name", ""), NewTextArea("why", "Why", "", 3)
	wrong, confirmed, closed := errors.New("this name is taken"), 0, 0
	d := NewDialog(at, "Add a direct report", "Add", func() error { confirmed++; return wrong }, name, why)
	d.OnClose = func(bool) { closed++ }
	d.Show(name.Entry)
	if at.Focused() != fyne.Focusable(name.Entry) || !OverlayShown(at) {
		t.Fatalf("the focus is on %v", at.Focused())
	}
	name.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if confirmed != 1 || closed != 0 || d.wrong.String() != "This name is taken." {
		t.Errorf("Enter: confirmed %d times, closed %d, says %q", confirmed, closed, d.wrong.String())
	}
	why.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if confirmed != 1 || why.Text() != "\n" {
		t.Errorf("Enter in several lines: confirmed %d, text %q", confirmed, why.Text())
	}
	wrong = nil
	why.Entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if confirmed != 2 || closed != 1 || OverlayShown(at) {
		t.Errorf("Ctrl+Enter: confirmed %d, closed %d", confirmed, closed)
	}
	if at.Focused() != fyne.Focusable(behind.Entry) {
		t.Errorf("afterwards the focus is on %v", at.Focused())
	}
	d.Show(name.Entry)
	name.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if closed != 2 || confirmed != 2 || OverlayShown(at) {
		t.Errorf("Esc: closed %d, confirmed %d", closed, confirmed)
	}
}

func TestAfterADialogTheFocusIsOnWhatTookTheOldControlsPlace(t *testing.T) {
	room := func() fyne.CanvasObject {
		return Card(2, NewButton("add", Quiet, "", "Add", nil), NewButton("edit", Quiet, "", "Edit", nil))
	}
	root := Over(room())
	at := show(t, root, 400, 300)
	at.FocusNext()
	at.FocusNext()
	d := NewDialog(at, "Edit", "Save", func() error {
		root.Objects = []fyne.CanvasObject{room()}
		root.Refresh()
		return nil
	})
	d.Show(nil)
	d.Confirm()
	if k, ok := at.Focused().(keyed); !ok || k.FocusKey() != "edit" {
		t.Errorf("the focus is on %v", at.Focused())
	}
}

func TestAMenuChoosesByKeys(t *testing.T) {
	a := &acted{}
	button := NewButton("more", Quiet, "more", "", nil)
	at := show(t, HStack(0, button), 400, 300)
	at.Focus(button)
	ShowMenu(
		button,
		MenuItem{Text: "Later", Off: true},
		MenuItem{Text: "Not for Ana", OnTap: a.on("not")},
		MenuItem{Text: "Print", OnTap: a.on("print")},
	)
	press := func(key fyne.KeyName) { at.Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	press(fyne.KeyDown)
	at.Focused().TypedRune(' ')
	if len(a.names) != 1 || a.names[0] != "print" || OverlayShown(at) {
		t.Errorf("chosen: %v, still open: %v", a.names, OverlayShown(at))
	}
	if at.Focused() != fyne.Focusable(button) {
		t.Errorf("afterwards the focus is on %v", at.Focused())
	}
	ShowMenu(button, MenuItem{Text: "Print", OnTap: a.on("print")})
	press(fyne.KeyEscape)
	if len(a.names) != 1 || OverlayShown(at) {
		t.Errorf("Esc: %v", a.names)
	}
}

func TestWhatAnEntryHasNoUseForGoesOn(t *testing.T) {
	field := NewTextField("name", "Name", "")
	at := show(t, field, 400, 300)
	at.Focus(field.Entry)
	var keys []fyne.KeyName
	at.SetOnTypedKey(func(event *fyne.KeyEvent) { keys = append(keys, event.Name) })
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1, fyne.KeyLeft, fyne.KeyReturn} {
		field.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if len(keys) != 3 || keys[0] != fyne.KeyEscape || keys[1] != fyne.KeyF1 || keys[2] != fyne.KeyReturn {
		t.Errorf("keys that went on: %v", keys)
	}
	var passed []string
	field.Entry.OnShortcut = func(s fyne.Shortcut) bool { passed = append(passed, s.ShortcutName()); return true }
	find := &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault}
	field.Entry.TypedShortcut(find)
	field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(passed) != 1 || passed[0] != find.ShortcutName() {
		t.Errorf("shortcuts that went on: %v", passed)
	}
	undo := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	field.Entry.TypedRune('x')
	field.Entry.Undo()
	field.Entry.TypedShortcut(undo)
	if field.Text() != "x" {
		t.Errorf("Ctrl+Shift+Z gives %q", field.Text())
	}
}

func TestADayIsPickedByKeys(t *testing.T) {
	field := NewDateField("next", "Next", "Fri", func(string) time.Time { return time.Date(2025, 1, 31, 15, 0, 0, 0, time.Local) })
	at := show(t, field, 600, 600)
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			at.Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	at.Focus(field.Field.Entry)
	press(fyne.KeyF4, fyne.KeyPageDown, fyne.KeyReturn) // from the 31st of January to the end of February
	if field.Text() != "2025-02-28" || OverlayShown(at) {
		t.Errorf("picked %q", field.Text())
	}
	press(fyne.KeyF4, fyne.KeyRight, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if field.Text() != "2025-01-25" {
		t.Errorf("a day on and a week back: %q", field.Text())
	}
	press(fyne.KeyF4, fyne.KeyEscape)
	if field.Text() != "2025-01-25" || OverlayShown(at) || at.Focused() != fyne.Focusable(field.Field.Entry) {
		t.Errorf("Esc: %q, focus on %v", field.Text(), at.Focused())
	}
}

// TestASteadyDialogKeepsItsHeight: what is answered in it goes, and its buttons stay under the hand.
func TestASteadyDialogKeepsItsHeight(t *testing.T) {
	for name, steady := range map[string]bool{"steady": true, "as it is": false} {
		t.Run(name, func(t *testing.T) {
			at := show(t, NewPara(13), 600, 500)
			gone := VStack(0, NewPara(13, Plain("one")), Gap(120))
			d := NewDialog(at, "Close", "Close", func() error { return nil }, gone)
			if steady {
				d.Steady()
			}
			d.Show(nil)
			tall := d.card.Size().Height
			gone.Hide()
			d.Relayout()
			if now := d.card.Size().Height; (now == tall) != steady {
				t.Errorf("it was %v high, and is %v", tall, now)
			}
		})
	}
}

// TestADialogGrowsWithWhatAFieldSaysOfADay holds that how a day is understood is said at once, and covers nothing.
func TestADialogGrowsWithWhatAFieldSaysOfADay(t *testing.T) {
	day := NewDateField("day", "Day", "e.g. 4 Dec", func(string) time.Time { return time.Time{} })
	day.Means(func(text string) string {
		if text == "20 Sep" {
			return "That's 20 Sep 2027."
		}
		return ""
	})
	at := show(t, VStack(0), 600, 400)
	d := NewDialog(at, "When?", "Save", func() error { return nil }, day)
	d.Show(day.Field.Entry)
	before := d.card.Size().Height
	day.SetText("20 Sep")
	if meant := day.Field.frame.meant; meant.Hidden || meant.String() != "That's 20 Sep 2027." || d.card.Size().Height <= before {
		t.Errorf("it says %q, and the dialog is %.0f high, was %.0f", meant.String(), d.card.Size().Height, before)
	}
	day.SetText("4 Dec")
	if meant := day.Field.frame.meant; !meant.Hidden || d.card.Size().Height != before {
		t.Errorf("it still says %q, and the dialog is %.0f high", meant.String(), d.card.Size().Height)
	}
}

// TestADialogWithNothingToFillInStartsWhereEnterDoesIt holds that Enter does what was asked for, unless that destroys.
func TestADialogWithNothingToFillInStartsWhereEnterDoesIt(t *testing.T) {
	at := show(t, NewTextField("behind", "Behind", ""), 800, 600)
	enter := func() {
		t.Helper()
		if at.Focused() == nil {
			t.Fatal("nothing has the focus")
		}
		at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	done := 0
	do := func() error { done++; return nil }
	d := NewDialog(at, "Import this archive?", "Import", do, NewPara(14, Plain("Handback wrote this folder.")))
	if d.Show(nil); at.Focused() != fyne.Focusable(d.confirm) {
		t.Errorf("it starts at %v", at.Focused())
	}
	if enter(); done != 1 || OverlayShown(at) {
		t.Errorf("Enter did it %d times", done)
	}
	d = NewDanger(at, "Empty the trash?", "Keep it", "Delete everything", do)
	if d.Show(nil); at.Focused() != fyne.Focusable(d.cancel) {
		t.Errorf("what destroys starts at %v", at.Focused())
	}
	if enter(); done != 1 {
		t.Error("Enter destroyed")
	}
	d = NewDialog(at, "Imported", "", nil, NewPara(14, Plain("All of it.")))
	if d.Show(nil); at.Focused() != fyne.Focusable(d.cancel) {
		t.Errorf("what only tells starts at %v", at.Focused())
	}
}
