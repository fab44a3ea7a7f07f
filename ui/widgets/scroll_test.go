package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

// openScroll shows rows of 34 in a window of 200 by 100.
func openScroll(t *testing.T, rows int) (*Scroll, *vStackRows) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	r := &vStackRows{}
	for range rows {
		r.rows = append(r.rows, NewRow("", RowOneLine, Text("a line"), func() {}))
	}
	s := NewScroll("s", r.stack())
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	return s, r
}

type vStackRows struct{ rows []fyne.CanvasObject }

func (r *vStackRows) stack() fyne.CanvasObject { return VStack(0, r.rows...) }

func TestScrollGoesAsFarAsItsContentReaches(t *testing.T) {
	s, _ := openScroll(t, 10)
	at := func(what string, want float32) {
		t.Helper()
		if s.Offset() != want || s.content.Position().Y != -want {
			t.Errorf("%s: at %v, content at %v, want %v", what, s.Offset(), s.content.Position().Y, want)
		}
	}
	at("first", 0)
	s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)})
	at("up from the top", 0)
	s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	at("down", 72)
	s.ScrollTo(9000)
	at("to the end", 240)
	s.Reveal(34, 68)
	at("a row above", 34)
	s.Reveal(204, 238)
	at("a row below", 138)
	s.SetContent(VStack(0, Text("one line")))
	at("over a short content", 0)
}

func TestScrollBarIsThereWhereThereIsMoreAndCanBeDragged(t *testing.T) {
	s, r := openScroll(t, 10)
	if !s.bar.Visible() || s.bar.thumb.Size().Height != 29 || s.bar.thumb.Position().Y != 0 {
		t.Fatalf("thumb %v at %v", s.bar.thumb.Size(), s.bar.thumb.Position())
	}
	s.bar.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 71)})
	s.bar.DragEnd()
	if s.Offset() != 240 || s.bar.thumb.Position().Y != 71 {
		t.Errorf("dragged to its end: at %v, thumb at %v", s.Offset(), s.bar.thumb.Position().Y)
	}
	s.bar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2, 3)})
	if s.Offset() != 150 {
		t.Errorf("tapped above the thumb: at %v", s.Offset())
	}
	thin := s.bar.thumb.Size().Width
	s.bar.MouseIn(nil)
	if s.bar.thumb.Size().Width <= thin {
		t.Error("it does not widen under the pointer")
	}
	s.bar.MouseOut()
	r.rows = r.rows[:2]
	s.SetContent(r.stack())
	if s.bar.Visible() {
		t.Error("it stands beside a content that is all in view")
	}
	s.SetContent(VStack(0, NewPara(14, Plain("some words"))))
	s.Content().(*fyne.Container).Objects[0].(*Para).SetRuns(Plain(strings.Repeat("many more words than before ", 12)))
	s.Refresh()
	if !s.bar.Visible() {
		t.Error("it does not come with text that has grown")
	}
}

// TestLateRowsAreThereWhereverOneScrolls: what is in view is made before it is painted, and what nobody has come to is not.
func TestLateRowsAreThereWhereverOneScrolls(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	var rows []*Row
	var stack []fyne.CanvasObject
	for range 40 {
		row := NewRow("", RowOneLine, nil, func() {}).Late(func() fyne.CanvasObject { return Text("a line") })
		rows, stack = append(rows, row), append(stack, row)
	}
	s := NewScroll("s", Pad(30, 0, 0, 0, VStack(4, stack...))).Late(rows...)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	height := s.content.Size().Height
	if rows[39].content != nil {
		t.Error("the last row is made though nobody scrolled there")
	}
	for _, offset := range []float32{0, 7, 90, 600, 3, 9000} {
		s.ScrollTo(offset)
		for i, row := range rows {
			top := 30 + row.Position().Y - s.Offset()
			if top > 100 || top+row.Size().Height < 0 {
				continue
			}
			if row.content == nil || row.content.Size().IsZero() || len(test.WidgetRenderer(row).Objects()) != 3 {
				t.Errorf("at %v row %d is in view and not drawn", s.Offset(), i)
			}
		}
	}
	w.Resize(fyne.NewSize(200, 400))
	if rows[30].content == nil {
		t.Error("a window that became taller shows no more rows")
	}
	w.Resize(fyne.NewSize(200, 100))
	if now := s.content.Size().Height; now != height {
		t.Errorf("the rows that were made changed the height from %v to %v", height, now)
	}
}
