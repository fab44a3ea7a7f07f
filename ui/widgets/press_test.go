package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// handOver presses what is at a place, has between happen, lets go where the pointer is by then, and taps what the toolkit
// would tap: the same object at both times.
func handOver(at fyne.Canvas, down, up fyne.Position, button desktop.MouseButton, between func()) {
	find := func(where fyne.Position) (fyne.CanvasObject, *desktop.MouseEvent) {
		root := rootOf(at)
		met := under(root, where.Subtract(root.Position()), func(o fyne.CanvasObject) bool {
			switch o.(type) {
			case fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, fyne.Focusable, desktop.Mouseable:
				return true
			}
			return false
		})
		event := &desktop.MouseEvent{Button: button, PointEvent: fyne.PointEvent{AbsolutePosition: where}}
		if met != nil {
			event.Position = where.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(met))
		}
		return met, event
	}
	was, event := find(down)
	if o, is := was.(desktop.Mouseable); is {
		o.MouseDown(event)
	}
	between()
	now, event := find(up)
	if o, is := now.(desktop.Mouseable); is {
		o.MouseUp(event)
	}
	if t, is := now.(fyne.Tappable); is && now == was && button == desktop.MouseButtonPrimary {
		t.Tapped(&event.PointEvent)
	}
}

// TestAClickActsThoughWhatWasPressedMoved: a press saves what was typed, and the save adds rows above what is pressed.
func TestAClickActsThoughWhatWasPressedMoved(t *testing.T) {
	for name, above := range map[string]func() fyne.CanvasObject{
		"nothing": func() fyne.CanvasObject { return Gap(200) },
		"another control": func() fyne.CanvasObject {
			return NewRow("other", 200, Text("Other"), func() { t.Error("the other one acts") })
		},
		"a text":          func() fyne.CanvasObject { return Sized(300, 200, NewTextArea("text", "", "", 3).Entry) },
		"a card's ground": func() fyne.CanvasObject { return Sized(300, 200, newBlocker()) },
		"a pick":          func() fyne.CanvasObject { return Sized(300, 200, newPick(func() { t.Error("picked") })) },
		"a calendar's": func() fyne.CanvasObject {
			return Sized(300, 200, newCalendarButton("cal", func() { t.Error("calendar") }))
		},
	} {
		t.Run(name, func(t *testing.T) {
			acted := 0
			row := func() fyne.CanvasObject {
				return NewRow("row", RowOneLine, Text("Row"), func() { acted++ }).OpensMenu()
			}
			list := VStack(0, row())
			at := show(t, Over(NewGround(), list), 700, 500)
			show := func(rows ...fyne.CanvasObject) {
				list.Objects = rows
				list.Refresh()
			}
			where := fyne.NewPos(12, 14)
			for button, what := range map[desktop.MouseButton]string{
				desktop.MouseButtonPrimary: "a click", desktop.MouseButtonSecondary: "a right click",
			} {
				acted = 0
				show(row())
				handOver(at, where, where, button, func() { show(above(), row()) })
				if acted != 1 {
					t.Errorf("after %s it acted %d times", what, acted)
				}
				show(row())
				handOver(at, where, where.AddXY(0, 120), button, func() { show(above(), row()) })
				show(row())
				handOver(at, where, where, button, func() { show(above()) })
				if acted != 1 {
					t.Errorf("after %s it acted though the pointer went elsewhere, or though it is gone", what)
				}
			}
		})
	}
}

// TestAClickIsForTheLineThatWasPressed: lines are counted, and one has come before it.
func TestAClickIsForTheLineThatWasPressed(t *testing.T) {
	acted := ""
	tick := func(number, says string) fyne.CanvasObject {
		return NewRow("filed."+number, RowOneLine, HStack(8,
			NewCheckbox("filed."+number+".tick", "", false, func(bool) { acted += says }), Text(says), Grow()), func() { acted += "row " + says })
	}
	list := VStack(0, tick("4", "call the vendor"), tick("5", "draft the plan"))
	at := show(t, Over(NewGround(), list), 700, 500)
	for x, want := range map[float32]string{16: "call the vendor", 300: "row call the vendor"} {
		acted = ""
		list.Objects = []fyne.CanvasObject{tick("4", "call the vendor"), tick("5", "draft the plan")}
		list.Refresh()
		handOver(at, fyne.NewPos(x, 17), fyne.NewPos(x, 17), desktop.MouseButtonPrimary, func() {
			list.Objects = []fyne.CanvasObject{tick("4", "a new one"), tick("5", "call the vendor"), tick("6", "draft the plan")}
			list.Refresh()
		})
		if acted != want {
			t.Errorf("pressed was %q, and %q acted", want, acted)
		}
	}
	// A save may change what the row itself says: there it is the key that counts.
	acted = ""
	list.Objects = []fyne.CanvasObject{tick("4", "call the vendor")}
	list.Refresh()
	handOver(at, fyne.NewPos(300, 17), fyne.NewPos(300, 17), desktop.MouseButtonPrimary, func() {
		list.Objects = []fyne.CanvasObject{tick("4", "call the vendors")}
		list.Refresh()
	})
	if acted != "row call the vendors" {
		t.Errorf("%q acted", acted)
	}
}
