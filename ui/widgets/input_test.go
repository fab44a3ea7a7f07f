package widgets

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mixedForm is a dialog with every kind of input, one of which shows another.
type mixedForm struct {
	*Dialog
	kind  *Select
	who   *Segmented
	said  *Checkbox
	more  *Select
	words *TextField
	rows  *fyne.Container
	told  []int
}

func openMixed(at fyne.Canvas) *mixedForm {
	f := &mixedForm{rows: VStack(4)}
	f.kind = NewSelect("kind", "Kind", []string{"praise", "feedback"}, 0, func(i int) {
		f.told = append(f.told, i)
		f.rows.Objects = nil
		if i == 1 {
			f.more = NewSelect("more", "More", []string{"a", "b", "c"}, -1, nil)
			f.rows.Objects = []fyne.CanvasObject{f.more}
		}
		f.rows.Refresh()
		f.Relayout()
	})
	f.who = NewSegmented("who", []string{"me", "we"}, -1, nil)
	f.said = NewCheckbox("said", "said", false, nil)
	f.words = NewTextField("words", "Words", "")
	f.Dialog = NewDialog(at, "Mixed", "Log it", func() error { return nil }, f.kind, f.who, f.said, f.words, f.rows)
	f.Show(f.words.Entry)
	return f
}

func (f *mixedForm) stands() [4]any {
	more := -1
	if f.more != nil {
		more = f.more.Chosen()
	}
	return [4]any{f.kind.Chosen(), f.who.Chosen(), f.said.On(), more}
}

func TestWhatIsChosenInADialogIsThereAgain(t *testing.T) {
	now := formsDay
	at := show(t, VStack(0), 800, 600)
	forms := useForms(at, "", &now)
	f := openMixed(at)
	f.kind.box.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	f.more.box.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	f.who.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	f.said.TypedRune(' ')
	want := f.stands()
	if want != [4]any{1, 0, true, 2} {
		t.Fatalf("chosen: %v", want)
	}
	f.words.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	useForms(at, forms.Text(), &now)
	if f = openMixed(at); f.stands() != want || len(f.told) == 0 || !f.typing.line.Visible() {
		t.Errorf("reopened: %v, told %v, said: %v", f.stands(), f.told, f.typing.line.Visible())
	}
	f.startOver()
	if got := f.stands(); got[0] != 0 || got[1] != -1 || got[2] != false || len(f.rows.Objects) != 0 {
		t.Errorf("started over: %v", got)
	}
	f.Close()
	if f = openMixed(at); f.stands() != [4]any{0, -1, false, -1} || f.typing.line.Visible() {
		t.Errorf("it is still there: %v", f.stands())
	}
}

func TestAnErrorIsSeenAndGoesWithWhatItIsAbout(t *testing.T) {
	at := show(t, VStack(0), 500, 300)
	var fields []fyne.CanvasObject
	for _, key := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		fields = append(fields, NewTextField(key, key, ""))
	}
	last := NewDateField("last", "Last", "", func(string) time.Time { return formsDay })
	said := true
	d := NewDialog(at, "Long", "Save", func() error {
		if said {
			last.SetError("This is before the first day.")
			return Said(errors.New("said at the field"))
		}
		return errors.New("this can't be done")
	}, append(fields, last)...)
	d.Show(fields[0].(*TextField).Entry)
	d.Confirm()
	if at.Focused() != fyne.Focusable(last.Field.Entry) || d.scroll.Offset() == 0 {
		t.Errorf("the focus is on %v, scrolled by %v", at.Focused(), d.scroll.Offset())
	}
	last.Field.Entry.TypedRune('x')
	if last.Field.isWrong() {
		t.Error("what was wrong with the field stays")
	}
	said = false
	d.scroll.ScrollTo(0)
	d.Confirm()
	if d.wrong.Hidden || d.scroll.Offset() == 0 {
		t.Errorf("what is wrong is out of sight, at %v", d.scroll.Offset())
	}
	fields[1].(*TextField).Entry.TypedRune('x')
	if !d.wrong.Hidden {
		t.Errorf("it still says %q", d.wrong)
	}
}

func TestTheCalendarIsReachedByKeyAndNotByTab(t *testing.T) {
	first := NewDateField("first", "First", "", func(string) time.Time { return formsDay })
	last := NewDateField("last", "Last", "", func(string) time.Time { return formsDay })
	at := show(t, VStack(4, first, last), 500, 500)
	at.Focus(first.Field.Entry)
	if at.FocusNext(); at.Focused() != fyne.Focusable(last.Field.Entry) {
		t.Errorf("Tab leads to %v", at.Focused())
	}
	for name, open := range map[string]func(){
		"F4": func() { last.Field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4}) },
		"Alt+Down": func() {
			last.Field.Entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
		},
		"a tap": func() { last.calendar.Tapped(nil) },
	} {
		t.Run(name, func(t *testing.T) {
			last.SetText("")
			open()
			if !OverlayShown(at) {
				t.Fatal("no calendar")
			}
			at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if last.Text() != "2026-11-23" || at.Focused() != fyne.Focusable(last.Field.Entry) {
				t.Errorf("picked %q, the focus is on %v", last.Text(), at.Focused())
			}
		})
	}
}

func TestHomeAndEndInADropDown(t *testing.T) {
	s := NewSelect("s", "S", []string{"a", "b", "c", "d"}, 1, nil)
	at := show(t, VStack(4, s), 400, 400)
	at.Focus(s.box)
	press := func(name fyne.KeyName) { at.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyEnd)
	if s.Chosen() != 3 {
		t.Errorf("End chose %d", s.Chosen())
	}
	press(fyne.KeyHome)
	if s.Chosen() != 0 {
		t.Errorf("Home chose %d", s.Chosen())
	}
	s.open()
	press(fyne.KeyEnd)
	press(fyne.KeyReturn)
	if s.Chosen() != 3 {
		t.Errorf("End, opened, chose %d", s.Chosen())
	}
	s.open()
	press(fyne.KeyHome)
	press(fyne.KeyReturn)
	if s.Chosen() != 0 {
		t.Errorf("Home, opened, chose %d", s.Chosen())
	}
}
