package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// clickAt is what a press and a release of the button at a place do, in the toolkit's order: what takes clicks there is told, the
// keyboard is taken from where it was unless that is what was clicked, and then it is tapped.
func clickAt(t *testing.T, at fyne.Canvas, where fyne.Position) {
	t.Helper()
	root := rootOf(at)
	met := under(root, where.Subtract(root.Position()), func(o fyne.CanvasObject) bool {
		_, taps := o.(fyne.Tappable)
		return taps
	})
	if met == nil {
		t.Fatalf("nothing at %v", where)
	}
	event := &fyne.PointEvent{
		AbsolutePosition: where,
		Position:         where.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(met)),
	}
	down := &desktop.MouseEvent{PointEvent: *event, Button: desktop.MouseButtonPrimary}
	for _, press := range []bool{true, false} {
		if o, ok := met.(desktop.Mouseable); ok && press {
			o.MouseDown(down)
		} else if ok {
			o.MouseUp(down)
		}
		if o, ok := met.(fyne.Focusable); !ok || o != at.Focused() {
			at.Unfocus()
		}
	}
	met.(fyne.Tappable).Tapped(event)
}

// middle is the middle of an object in its window.
func middle(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
}

// clock sets the time for a test, and tells how to go on.
func clock(t *testing.T) (later func(time.Duration)) {
	t.Helper()
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	UseClicks(func() time.Time { return at })
	t.Cleanup(func() { UseClicks(nil) })
	return func(by time.Duration) { at = at.Add(by) }
}

func TestAClickThatMeetsNothingLeavesTheKeyboardInTheDialog(t *testing.T) {
	at := show(t, VStack(0), 800, 600)
	field := NewTextField("happened", "What happened?", "")
	d := NewDialog(at, "Praise", "Log it", func() error { return nil }, field)
	d.Show(field.Entry)
	for what, where := range map[string]fyne.Position{"beside the dialog": {X: 3, Y: 3}, "its title": d.card.Position().AddXY(30, 20)} {
		clickAt(t, at, where)
		if at.Focused() != fyne.Focusable(field.Entry) {
			t.Errorf("after a click on what is %s the keyboard is on %v", what, at.Focused())
		}
	}
}

func TestTheSecondClickOfADoubleClickIsForWhatTheFirstOneMet(t *testing.T) {
	later := clock(t)
	said := map[string]int{}
	var list *vStackRows
	var rows *Scroll
	button := func(key string) fyne.CanvasObject {
		return NewButton(key, Outlined, "", "Mark as said", func() {
			said[key]++
			later(time.Second) // the second click waits until that is done
			list.rows = list.rows[1:]
			rows.SetContent(list.stack())
		})
	}
	list = &vStackRows{rows: []fyne.CanvasObject{button("1"), button("2"), button("3"), Text("the end")}}
	rows = NewScroll("", list.stack())
	at := show(t, rows, 400, 300)
	where := middle(list.rows[0])
	clickAt(t, at, where)
	later(90 * time.Millisecond)
	clickAt(t, at, where)
	if said["1"] != 1 || said["2"] != 0 {
		t.Fatalf("a double click marked %v", said)
	}
	later(time.Second)
	clickAt(t, at, where)
	if said["2"] != 1 {
		t.Errorf("the next click marked %v", said)
	}
}

func TestTheSecondClickOfADoubleClickConfirmsNothing(t *testing.T) {
	later := clock(t)
	deleted := 0
	var d *Dialog
	root := Over(Text(""))
	at := show(t, root, 800, 600)
	d = NewDialog(at, "Delete everything?", "Delete", func() error { deleted++; return nil }, Text("It can't be undone."))
	d.Show(nil)
	where := middle(d.confirm)
	d.Close()
	open := NewButton("dialog.confirm", Primary, "", "Delete", func() { d.Show(nil) })
	root.Objects = []fyne.CanvasObject{open}
	root.Refresh()
	clickAt(t, at, where)
	later(90 * time.Millisecond)
	clickAt(t, at, where)
	if !OverlayShown(at) || deleted != 0 {
		t.Fatalf("a double click on what opens the dialog deleted %d times", deleted)
	}
	later(time.Second)
	clickAt(t, at, where)
	if deleted != 1 {
		t.Errorf("the next click deleted %d times", deleted)
	}
}

func TestFastClicksGoThroughWhatIsDrawnAnew(t *testing.T) {
	later := clock(t)
	months := 0
	root := Over(Text(""))
	var draw func()
	draw = func() {
		root.Objects = []fyne.CanvasObject{NewButton("next", Quiet, "", "Next month", func() { months++; draw() })}
		root.Refresh()
	}
	draw()
	at := show(t, root, 400, 300)
	for range 5 {
		clickAt(t, at, fyne.NewPos(200, 150))
		later(80 * time.Millisecond)
	}
	if months != 5 {
		t.Errorf("5 clicks went on by %d months", months)
	}
}

func TestTheWheelGoesOnWhereAListEnds(t *testing.T) {
	var lines []fyne.CanvasObject
	for range 40 {
		lines = append(lines, NewRow("", RowOneLine, Text("a line"), func() {}))
	}
	list := NewScroll("list", VStack(0, lines...))
	listed := Free(fyne.NewSize(100, 200), func(size fyne.Size) { Place(list, 0, 0, size.Width, size.Height) }, list)
	page := NewScroll("page", VStack(0, Text("above"), listed, Text("below")))
	show(t, page, 300, 150)
	down := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}
	list.Scrolled(down)
	if list.Offset() == 0 || page.Offset() != 0 {
		t.Fatalf("at first: list at %v, page at %v", list.Offset(), page.Offset())
	}
	for range 40 {
		list.Scrolled(down)
	}
	if page.Offset() != page.reach() || page.reach() == 0 {
		t.Errorf("at the end: list at %v, page at %v of %v", list.Offset(), page.Offset(), page.reach())
	}
	for range 80 {
		list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)})
	}
	if page.Offset() != 0 || list.Offset() != 0 {
		t.Errorf("at the top: list at %v, page at %v", list.Offset(), page.Offset())
	}
}

func TestALowEditorNeverShowsNothing(t *testing.T) {
	for rows := range 17 {
		ed := NewEditor("note", "")
		at := show(t, ed, 400, 150)
		ed.SetText(strings.Repeat("a line\n", 40+rows) + "the last line")
		at.Focus(ed.entry)
		ed.scroll.ScrollTo(100_000)
		last := ed.rowTop(40+rows) + ed.lineHeight
		if seen := last - ed.scroll.Offset(); seen < ed.lineHeight {
			t.Errorf("%d lines: at the end the last one is %v below the top", 41+rows, seen)
		}
	}
}

func TestTheCaretStaysInViewWhereTheEditorGetsLower(t *testing.T) {
	ed := NewEditor("note", "")
	at := show(t, ed, 400, 400)
	ed.SetText(strings.Repeat("a line of words\n", 60))
	at.Focus(ed.entry)
	ed.SetCaret(ed.lineEnd(60))
	for _, size := range []fyne.Size{{Width: 400, Height: 250}, {Width: 300, Height: 160}, {Width: 60, Height: 160}} {
		ed.Resize(size)
		if !ed.caretInView() {
			t.Errorf("at %v the caret is in row %d at %v, seen is %v from %v", size, ed.entry.CursorRow,
				ed.rowTop(ed.entry.CursorRow), ed.scroll.Size().Height, ed.scroll.Offset())
		}
	}
	ed.scroll.ScrollTo(0)
	ed.Resize(fyne.NewSize(400, 300))
	if ed.scroll.Offset() != 0 {
		t.Errorf("what one reads elsewhere was scrolled away: at %v", ed.scroll.Offset())
	}
}
