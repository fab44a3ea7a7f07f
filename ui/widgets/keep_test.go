package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestWhereTheFocusGoesWhenItsControlIsGone(t *testing.T) {
	rows := func(names ...string) *Scroll {
		parts := []fyne.CanvasObject{NewButton("add", Quiet, "", "Add", nil)}
		for _, name := range names {
			box := NewCheckbox(name+"/done", "", false, nil)
			parts = append(parts, NewRow(name, RowOneLine, HStack(8, box, Text(name)), nil))
		}
		return Page("page", append(parts, NewButton("foot", Quiet, "", "Foot", nil))...)
	}
	for _, c := range []struct {
		focus string
		after []string
		want  string
	}{
		{"owe/1/done", []string{"owe/1", "owe/2"}, "owe/1/done"},
		{"owe/1/done", []string{"owe/2", "own/3"}, "owe/2/done"},
		{"owe/2/done", []string{"owe/1", "own/3"}, "owe/1/done"},
		{"owe/2", []string{"owe/1", "own/3"}, "owe/1"},
		{"own/3/done", []string{"owe/1"}, "foot"},
		{"add", []string{"owe/1"}, "add"},
	} {
		t.Run(c.focus, func(t *testing.T) {
			root := container.NewStack(rows("owe/1", "owe/2", "own/3"))
			at := show(t, root, 600, 400)
			walk(root, func(o fyne.CanvasObject) bool {
				if k, ok := o.(keyed); ok && k.FocusKey() == c.focus {
					at.Focus(o.(fyne.Focusable))
				}
				return true
			})
			Keep(at, root, func() {
				root.Objects = []fyne.CanvasObject{rows(c.after...)}
				root.Refresh()
			})
			if k, ok := at.Focused().(keyed); !ok || k.FocusKey() != c.want {
				t.Errorf("from %s it went to %v, want %s", c.focus, at.Focused(), c.want)
			}
		})
	}
}

func TestNoRingAppearsWhereThePointerBroughtTheFocus(t *testing.T) {
	box := func(key string) *Checkbox { return NewCheckbox(key, "", false, nil) }
	first, second := box("owe/1/done"), box("owe/2/done")
	root := container.NewStack(VStack(4, first, second))
	at := show(t, root, 600, 400)
	for _, byPointer := range []bool{true, false} {
		first, second = box("owe/1/done"), box("owe/2/done")
		root.Objects = []fyne.CanvasObject{VStack(4, first, second)}
		root.Refresh()
		if byPointer {
			first.MouseDown(nil)
		} else {
			ByKeys()
			at.Focus(first)
		}
		Keep(at, root, func() {
			second = box("owe/2/done")
			root.Objects = []fyne.CanvasObject{VStack(4, second)}
			root.Refresh()
		})
		if at.Focused() != fyne.Focusable(second) || second.ring.Visible() == byPointer {
			t.Errorf("by pointer %v: the ring is shown: %v", byPointer, second.ring.Visible())
		}
	}
}

// TestAClickThatTakesAwayLeadsIntoNoField: with the keyboard one goes on where the row was, with the pointer one doesn't want to write.
func TestAClickThatTakesAwayLeadsIntoNoField(t *testing.T) {
	for _, byPointer := range []bool{true, false} {
		box, field := NewCheckbox("agenda/1", "", false, nil), NewTextField("topic", "", "Add a topic")
		root := container.NewStack(VStack(4, box, field))
		at := show(t, root, 600, 400)
		if byPointer {
			box.MouseDown(nil)
		} else {
			ByKeys()
			at.Focus(box)
		}
		Keep(at, root, func() {
			root.Objects = []fyne.CanvasObject{VStack(4, field)}
			root.Refresh()
		})
		if got := at.Focused() == fyne.Focusable(field.Entry); got == byPointer {
			t.Errorf("by pointer %v: the field has the keyboard: %v", byPointer, got)
		}
	}
}

// TestATickBesideTheNoteLeavesItTheKeyboard, as the chips beside it do, even where the press had everything drawn anew; what was
// clicked while nothing was written keeps it.
func TestATickBesideTheNoteLeavesItTheKeyboard(t *testing.T) {
	ed := NewEditor("note", "Write")
	var aside *fyne.Container
	build := func() {
		tick := NewCheckbox("owe/1", "", false, nil)
		chip := NewToggleChip("goal", "", "Count it", false, func() {})
		aside.Objects = []fyne.CanvasObject{VStack(4, tick, chip, NewTextField("topic", "", "Add a topic"))}
		aside.Refresh()
	}
	aside = container.NewStack()
	build()
	at := show(t, container.NewGridWithColumns(2, ed, aside), 600, 400)
	find := func(key string) (found fyne.CanvasObject) {
		walk(aside, func(o fyne.CanvasObject) bool {
			if k, ok := o.(keyed); ok && k.FocusKey() == key {
				found = o
			}
			return true
		})
		return found
	}
	click := func(key string) {
		o := find(key)
		event := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		event.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(8, 8)
		o.(desktop.Mouseable).MouseDown(event)
		Keep(at, aside, build)
		again := find(key)
		again.(desktop.Mouseable).MouseUp(event)
	}
	for _, key := range []string{"owe/1", "goal"} {
		ed.FocusHere()
		write(ed, "a")
		click(key)
		write(ed, "b")
		if at.Focused() != fyne.Focusable(ed.entry) {
			t.Errorf("after %s %v has the keyboard", key, at.Focused())
		}
		at.Focus(find("topic").(*Entry))
		click(key)
		if at.Focused() == fyne.Focusable(ed.entry) {
			t.Errorf("after %s the note has the keyboard, though nothing was written in it", key)
		}
	}
}

// TestTheFocusGoesToWhatCameInItsPlace holds that a button whose act takes it away leaves the keyboard where it was.
func TestTheFocusGoesToWhatCameInItsPlace(t *testing.T) {
	page := func(keys ...string) *fyne.Container {
		parts := make([]fyne.CanvasObject, len(keys))
		for i, key := range keys {
			b := NewButton(key, Quiet, "", key, nil)
			if parts[i] = b; strings.HasPrefix(key, "end") {
				b.Ends()
			}
		}
		return VStack(4, parts...)
	}
	for name, c := range map[string]struct {
		focus        string
		before, then []string
		want         string
	}{
		"another button":        {"keep", []string{"import", "keep", "leave"}, []string{"import", "stop", "leave"}, "stop"},
		"at the end":            {"keep", []string{"import", "keep"}, []string{"import", "stop"}, "stop"},
		"new things elsewhere":  {"keep", []string{"import", "keep", "leave"}, []string{"back", "import", "leave", "more"}, "leave"},
		"everything around too": {"keep", []string{"import", "keep", "leave"}, []string{"stop"}, "stop"},
		"what ends it":          {"keep", []string{"import", "keep", "leave"}, []string{"import", "end", "leave"}, "leave"},
		"what ends it, at last": {"keep", []string{"import", "keep"}, []string{"import", "end"}, "import"},
		"what ends its like":    {"end/1", []string{"end/1", "end/2", "leave"}, []string{"end/2", "leave"}, "end/2"},
		"its like comes first":  {"a/1", []string{"a/1", "a/2", "leave"}, []string{"new", "a/2", "leave"}, "a/2"},
	} {
		for _, dialog := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				root := container.NewStack(page(c.before...))
				at := show(t, root, 600, 400)
				walk(root, func(o fyne.CanvasObject) bool {
					if k, ok := o.(keyed); ok && k.FocusKey() == c.focus {
						at.Focus(o.(fyne.Focusable))
					}
					return true
				})
				rebuild := func() error {
					Keep(at, root, func() {
						root.Objects = []fyne.CanvasObject{page(c.then...)}
						root.Refresh()
					})
					return nil
				}
				if dialog { // it was asked first, and comes back from there
					d := NewDialog(at, "Sure?", "Yes", rebuild)
					d.Show(nil)
					d.Confirm()
				} else if err := rebuild(); err != nil {
					t.Fatal(err)
				}
				if k, ok := at.Focused().(keyed); !ok || k.FocusKey() != c.want {
					t.Errorf("with a dialog %v it went to %v, want %s", dialog, at.Focused(), c.want)
				}
			})
		}
	}
}
